"""The delivery: rows, their release, their source under its terms."""

from __future__ import annotations

import pytest

from burdenshare.intake.macro.delivered import INDICATORS, OUTLOOK, delivery
from burdenshare.intake.macro.editions import Vintage
from burdenshare.intake.model import PLACE, DeliveryError, Given, Row
from burdenshare.record import schema
from burdenshare.record.tables import MACRO, rows
from tests.intake.macro.made import VINTAGE

FILE = Given("weo.csv", b"content", "https://www.example.org/weo.csv")
WDI = Vintage("WDI-2026-07", 2026, 7, VINTAGE.published, "a line", "line 3")


def row(indicator: str = "gdp_usd", year: str = "2024") -> Row:
    return {"entity": "DEU", "year": year, "indicator": indicator}


def test_an_outlook_comes_with_its_release_and_its_source() -> None:
    found = delivery(FILE, OUTLOOK, VINTAGE, [row(), row(year="2031")], ())
    assert (found.kind, found.title, found.release) == ("weo", "World Economic Outlook, October 2026", "WEO-2026-10")
    assert found.full
    (release,) = found.tables["nato/releases.csv"]
    (source,) = found.tables["sources.csv"]
    assert (release["own_year"], release["released_on"], release["publisher"]) == ("2026", "2026-10-13", "weo")
    assert (source["source"], source["pattern"]) == (FILE.key, f"source={FILE.key}")
    assert source["address"] == FILE.address
    assert FILE.sha256 in source["note"] and "weo.csv" in source["note"]
    assert {*schema.BY_PATH["nato/releases.csv"].header, PLACE} == set(release)
    assert {*schema.BY_PATH["sources.csv"].header, PLACE} == set(source)


def test_an_indicator_table_is_of_its_newest_year() -> None:
    (release,) = delivery(FILE, INDICATORS, WDI, [row(year="2023"), row()], ()).tables["nato/releases.csv"]
    assert (release["own_year"], release["title"]) == ("2024", "World Development Indicators, July 2026")


def test_military_series_stand_under_terms_of_their_own_which_come_first() -> None:
    both = delivery(FILE, INDICATORS, WDI, [row(), row("military_share_of_gdp")], ()).tables["sources.csv"]
    assert [one["redistribution"] for one in both] == ["unclear", "open"]
    assert both[0]["pattern"] == f"source={FILE.key}|indicator=military_*"
    (alone,) = delivery(FILE, INDICATORS, WDI, [row("military_share_of_gdp")], ()).tables["sources.csv"]
    assert alone["redistribution"] == "unclear"


def test_terms_are_those_of_the_packaged_rows() -> None:
    packaged = {(one["publisher"], one["licence"]) for one in rows("sources.csv") if one["table"] == MACRO}
    for publisher in (OUTLOOK, INDICATORS):
        assert {(one.publisher, one.licence) for one in publisher.terms} <= packaged


def test_nothing_is_no_delivery() -> None:
    with pytest.raises(DeliveryError, match="holds no value of the World Economic Outlook that the record keeps"):
        delivery(FILE, OUTLOOK, VINTAGE, [], ())
