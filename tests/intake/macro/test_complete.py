"""Tables that have lost rows are refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from burdenshare.intake.macro.complete import refuse_absent, refuse_missing, refuse_uneven
from burdenshare.intake.model import DeliveryError
from tests.intake.macro.made import FILE, GDP, GROWTH, french, with_cells

HELD = {2024: "1.5"}


def test_every_subject_has_as_many_rows() -> None:
    refuse_uneven(FILE, {"NGDPD": 194, "LP": 194})
    refuse_uneven(FILE, {})
    with pytest.raises(DeliveryError, match="has 193 rows of LP, 194 of others: rows are missing or doubled"):
        refuse_uneven(FILE, {"NGDPD": 194, "LP": 193, "LUR": 194})


def test_a_country_with_one_subject_has_all() -> None:
    german, other = (with_cells(GDP, HELD), with_cells(GROWTH, HELD)), with_cells(french(GDP), HELD)
    refuse_missing(FILE, [*german, other, with_cells(french(GROWTH), HELD)])
    refuse_missing(FILE, [*german, replace(GDP, code="AFG", number="512")])
    with pytest.raises(DeliveryError, match="has no NGDP_RPCH of FRA, but other subjects: rows are missing"):
        refuse_missing(FILE, [*german, other])


def test_every_country_of_the_record_has_a_row() -> None:
    expected = {"NGDPD": frozenset({"DEU", "FRA"}), "NGDP_RPCH": frozenset({"DEU", "ITA"})}
    refuse_absent(FILE, [GDP, french(GDP)], expected)
    with pytest.raises(DeliveryError, match="has no row of ITA in NGDP_RPCH: rows are missing"):
        refuse_absent(FILE, [GROWTH], expected)
