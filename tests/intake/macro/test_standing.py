"""What the record holds of a publisher: whom it keeps, and how large its levels are."""

from __future__ import annotations

import pytest

from burdenshare.intake.macro import standing
from burdenshare.record import Record


def test_countries_are_those_of_which_the_record_has_the_indicator(record: Record) -> None:
    held = standing.countries(record, "weo")
    assert {"DEU", "USA", "MKD", "ISL", "SWE", "RUS", "CHN", "UKR", "IRN"} <= held["NGDPD"]
    assert "JPN" not in held["NGDPD"]
    assert "PRK" in standing.countries(record, "wdi")["SP.POP.TOTL"]


def test_military_series_are_kept_of_adversaries_and_ukraine_alone(record: Record) -> None:
    found = standing.countries(record, "wdi")["MS.MIL.XPND.CD"]
    assert found <= {"RUS", "CHN", "IRN", "UKR", "PRK"}


def test_wanted_takes_a_country_by_code_or_number(record: Record) -> None:
    wanted = standing.wanted(record, "weo")
    assert wanted.takes("DEU", "", "NGDPD")
    assert wanted.takes("", "134", "NGDPD")
    assert not wanted.takes("JPN", "158", "NGDPD")
    assert "LUR" not in wanted.subjects


def test_levels_are_the_newest_vintages(record: Record) -> None:
    held = standing.levels(record, "weo", "gdp_usd")
    assert held["DEU", 2024] == record.vintage("gdp_usd", "WEO-2025-10")["DEU", 2024].value


def test_times_is_the_middle_of_what_both_hold() -> None:
    levels = {("DEU", 2024): 4.0, ("FRA", 2024): 3.0, ("ITA", 2024): 2.0}
    assert standing.times(levels, {("DEU", 2024): 4.0, ("FRA", 2024): 3.3, ("ITA", 2024): 2000.0}) == pytest.approx(1.1)
    assert standing.times(levels, {("USA", 2024): 4.0}) is None
