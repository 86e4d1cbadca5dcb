"""Rows of a delivery."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.intake.model import PLACE, DeliveryError, Given, LeftOut
from burdenshare.intake.nato.deliver import currency_on, delivery
from burdenshare.intake.nato.release import Dated
from burdenshare.intake.nato.tables import Gathered, Held
from burdenshare.record import Record

TOLD = Dated("2027-06", date(2027, 6, 15), "named on import")
GATHERED = Gathered(
    (
        Held(("NATO", 2027, "share_of_gdp", "constant_2021", "%"), "2.5", True, "T3!E9"),
        Held(("BEL", 2026, "expenditure", "current", "million USD"), "8519.5", False, "T2!D9"),
    ),
    (LeftOut("T4!B1", "Table 4", "derived"),),
    True,
)


def test_rows_are_sorted_by_their_keys_and_carry_release_source_and_place(record: Record) -> None:
    given = Given("x.xlsx", b"bytes")
    made = delivery(given, record, "nato-workbook", TOLD, GATHERED, [LeftOut("S", "", "an empty sheet")], full=False)
    first, second = made.tables["nato/expenditure.csv"]
    assert first == {
        "release": "2027-06",
        "released_on": "2027-06-15",
        "ally": "BEL",
        "year": "2026",
        "measure": "expenditure",
        "price_basis": "current",
        "unit": "million USD",
        "value": "8519.5",
        "estimate": "false",
        "source": given.key,
        PLACE: "T2!D9",
    }
    assert (second["ally"], second["estimate"]) == ("NATO", "true")
    assert [one.reason for one in made.left_out] == ["derived", "an empty sheet"]
    assert made.title == "Core Defence Expenditure of NATO Countries (June 2027)"


def test_years_that_do_not_fit_the_day_are_refused(record: Record) -> None:
    with pytest.raises(DeliveryError, match="newest year is 2027"):
        early = Dated("2025-06", date(2025, 6, 15), "named on import")
        delivery(Given("x.xlsx", b""), record, "nato-workbook", early, GATHERED, (), full=True)


def test_currencies_are_those_of_the_day(record: Record) -> None:
    assert currency_on(record, TOLD, "BGR") == "EUR"
    assert currency_on(record, Dated("2024-06", date(2024, 6, 17), ""), "BGR") == "BGN"
    assert currency_on(record, TOLD, "NATO") == ""
