"""The record said aloud: every ally's share in plain sentences is read back and confirmed, and a wrong one is not.

The expected verdicts follow from the record itself, so that no ally, year or wording can quietly stop being understood.
"""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs

DAYS = (date(2023, 8, 1), date(2024, 7, 12), date(2026, 8, 1))
FORMS = (
    "{name} spent {share:.2f} percent of GDP on defence in {year}.",
    "In {year}, {name} devoted {share:.2f}% of its GDP to defence.",
    "{name}'s defence spending stood at {share:.2f} per cent of GDP in {year}.",
    "{name} ({share:.2f}%) was among the allies whose share of GDP spent on defence was given for {year}.",
    "Defence spending in {name} reached {share:.2f} percent of gross domestic product in {year}.",
)
LARGEST = 6.0
"""Beyond it a bare percentage in brackets is no share of GDP spent on defence."""
WRONG = 1.6
"""Times the recorded share: beyond every reading and band."""


def _verdict(sentence: str, ally: str, on: date, record: bs.Record) -> str:
    report = bs.check(sentence, on=on, record=record).to_dict()
    facts = [one for one in report["statements"] if one["measure"] == "share_of_gdp" and one["kind"] == "fact"]
    assert [one["subject"] for one in facts] == [ally], sentence
    return str(facts[0]["then"]["verdict"])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("on", DAYS, ids=str)
def test_share_of_every_ally_is_read_back(form: str, on: date, record: bs.Record) -> None:
    asked = 0
    for member in record.allies():
        if member.joined_on > on or not member.armed:
            continue
        try:
            found = record.value(member.ally, "share_of_gdp", on.year, as_of=on)
        except bs.NotHeldError:
            continue
        if found.value is None or found.secondary_only or found.older is not None:
            continue
        asked += 1
        right = form.format(name=member.name, share=found.value, year=on.year)
        assert _verdict(right, member.ally, on, record) == "supported", right
        if found.value * WRONG < LARGEST:
            wrong = form.format(name=member.name, share=found.value * WRONG, year=on.year)
            assert _verdict(wrong, member.ally, on, record) in ("contradicted", "close"), wrong
    assert asked >= 20
