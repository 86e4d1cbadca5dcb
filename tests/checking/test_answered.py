"""The question behind an answer, found again: the values are those that the verdict was given on."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.checking.answered import answered
from burdenshare.record import Record

TEXT = (
    "A total of 23 of the 32 NATO members spent at least 2 percent of GDP on defence last year. "
    "NATO allies spent nearly $1.5 trillion in 2024. "
    "European allies and Canada raised spending by 11 % in 2023. "
    "Greece ranked fifth by share of GDP in 2024."
)


@pytest.mark.parametrize("on", [date(2025, 2, 13), date(2025, 9, 30)])
def test_each_clock_finds_its_value_among_the_releases(record: Record, on: date) -> None:
    checked = bs.check(TEXT, on=on, record=record).checked.checked
    found = [(one, answered(record, one)) for one in checked]
    assert sum(told is not None for _, told in found) >= 3
    for one, told in found:
        if told is None:
            continue
        values = {held.release.id: held.value for held in told.findings}
        assert one.then is not None
        assert one.then.recorded in values.values()
        assert told.until == record.edition
        days = [held.release.released_on for held in told.findings]
        assert days == sorted(day for day in days if day is not None)


def test_dated_entries_have_no_question_of_releases(record: Record) -> None:
    (one,) = bs.check("NATO has 32 members.", on=date(2025, 2, 13), record=record).checked.checked
    assert answered(record, one) is None
