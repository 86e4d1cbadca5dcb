"""The tables of judgement agree with the record's schema, and a slip in them is an error."""

from __future__ import annotations

import pytest

from burdenshare.errors import RecordError
from burdenshare.intake.macro.declared import areas, parse_areas, parse_scales, parse_subjects, scales, subjects
from burdenshare.intake.rules.macro import limits
from burdenshare.record import Record

SUBJECT = 'code = "A"\nindicator = "a"\nunit = "usd"\nscaled = true\nexample = "e"\nreason = "r"\n'
YEARS = '[years]\nfirst = 2000\nlast = 2040\nprojections = true\nreason = "r"\n'


@pytest.mark.parametrize("publisher", ["weo", "wdi"])
def test_every_subject_is_an_indicator_of_the_record_in_its_unit(publisher: str) -> None:
    for one in subjects(publisher).by_code.values():
        assert limits.declared()[one.indicator].unit == one.unit


@pytest.mark.parametrize("publisher", ["weo", "wdi"])
def test_every_indicator_that_the_record_holds_of_a_publisher_is_read(publisher: str, record: Record) -> None:
    declared = {one.indicator for one in subjects(publisher).by_code.values()}
    held = {
        indicator
        for indicator in limits.declared()
        if any(record.vintage(indicator, release.id) for release in record.releases(publisher))
    }
    assert held <= declared


def test_only_levels_are_scaled() -> None:
    scaled = {one.unit for publisher in ("weo", "wdi") for one in subjects(publisher).by_code.values() if one.scaled}
    assert scaled == {"usd", "ncu", "persons", "usd_2015", "ncu_per_usd"}


def test_a_country_is_found_by_code_by_number_and_by_another_code() -> None:
    known = areas()
    assert known.entity("DEU", "134") == known.entity("", "134") == known.entity("DEU", "") == "DEU"
    assert known.entity("ROM", "") == "ROU"
    assert known.entity("XXX", "") == "XXX"
    assert known.entity("", "999") == "999"


def test_every_ally_has_a_number(record: Record) -> None:
    held = {entity for entity, _ in record.vintage("real_growth", "WEO-2025-10")}
    assert held <= areas().numbers.keys()


def test_scales_are_powers_of_ten() -> None:
    assert {name: scales()[name] for name in ("units", "millions", "6", "1000000", "billions", "9")} == {
        "units": 0,
        "millions": 6,
        "6": 6,
        "1000000": 6,
        "billions": 9,
        "9": 9,
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{YEARS}[[subject]]\n{SUBJECT}extra = 1\n", "unknown key extra"),
        (f"{YEARS}[[subject]]\n{SUBJECT}[[subject]]\n{SUBJECT}", "stands twice"),
        (f"{YEARS}[[subject]]\n" + SUBJECT.replace('unit = "usd"\n', ""), "lacks unit"),
        (f"{YEARS}[[subject]]\n" + SUBJECT.replace('reason = "r"\n', ""), "lacks its example or its reason"),
        (f"{YEARS}more = 1\n[[subject]]\n{SUBJECT}", "unknown key more"),
        (f"[other]\n{YEARS}[[subject]]\n{SUBJECT}", "unknown key other"),
    ],
)
def test_a_slip_in_the_subjects_is_an_error(text: str, told: str) -> None:
    with pytest.raises(RecordError, match=told):
        parse_subjects(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[imf]\nA = 1\nB = 1\n[[other]]\ncode = "C"\nentity = "A"\nexample = "e"\nreason = "r"\n', "stands twice"),
        ('[imf]\nA = 1\n[[other]]\ncode = "A"\nentity = "A"\nexample = "e"\nreason = "r"\n', "stands twice"),
        ('[imf]\nA = 1\n[[other]]\ncode = "C"\nentity = "A"\n', "lacks its example"),
    ],
)
def test_a_slip_in_the_codes_is_an_error(text: str, told: str) -> None:
    with pytest.raises(RecordError, match=told):
        parse_areas(text)


def test_a_slip_in_the_scales_is_an_error() -> None:
    row = '[[scale]]\nnames = ["A"]\npower = {}\nexample = "e"\nreason = "r"\n'
    with pytest.raises(RecordError, match="'A' stands twice"):
        parse_scales(row.format(1) + row.format(2))
