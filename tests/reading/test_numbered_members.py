"""Allies told by their number in the alliance."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.record.record import Record
from tests.reading.conftest import Numbers

MARCH = date(2024, 3, 14)


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("Sweden is the 32nd member of NATO.", "supported"),
        ("Sweden has officially become the alliance's 32nd member.", "supported"),
        ("Finland, NATO's 31st ally, shares a long border with Russia.", "supported"),
        ("Finland became the 30th member of NATO.", "contradicted"),
        ("Sweden is the 31st country in the alliance.", "contradicted"),
    ],
)
def test_an_ally_and_its_number(text: str, then: str, record: Record) -> None:
    checked = bs.check(text, on=MARCH, record=record).checked.checked
    found = [one.then.verdict.value for one in checked if one.statement.measure == "membership" and one.then]
    assert found == [then]


def test_before_the_day_it_is_not_so(record: Record) -> None:
    (one,) = [
        one
        for one in bs.check(
            "Sweden is now the 32nd member of NATO.", on=date(2024, 2, 26), record=record
        ).checked.checked
        if one.statement.measure == "membership"
    ]
    assert one.then is not None
    assert one.then.verdict.value == "contradicted"


@pytest.mark.parametrize(
    "text",
    [
        "Sweden will become the 32nd member of the alliance.",
        "Sweden is set to become NATO's 32nd member.",
        "If Sweden is the 32nd member of NATO, Russia will complain.",
        "Sweden is the 32nd member of another club.",
        "Sweden sent the 32nd NATO convoy.",
        "Sweden is the 20th ally to buy the jet, NATO said.",
    ],
)
def test_what_is_still_to_come_or_of_something_else(events: Numbers, text: str) -> None:
    assert events(text, "membership", on=date(2024, 2, 26)) == []


def test_a_date_is_read_with_it(events: Numbers) -> None:
    (one,) = events("Sweden became its 32nd member in March, NATO said.", "membership", on=MARCH)
    assert one.period == "2024-03"


def test_members_since(events: Numbers) -> None:
    found = events("Poland and Hungary have been NATO members since 1999.", "membership")
    assert [(one.subject, one.period) for one in found] == [(("POL", "HUN"), "1999")]
