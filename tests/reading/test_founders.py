"""How many there were when the alliance was founded, and when that was."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.record.record import Record

ON = date(2025, 9, 1)


@pytest.mark.parametrize(
    ("text", "measure", "then"),
    [
        ("NATO was founded in 1949 by 12 nations.", "members", "supported"),
        ("NATO was founded in 1949 with 14 members.", "members", "contradicted"),
        ("The North Atlantic Treaty was signed by twelve countries on 4 April 1949.", "members", "supported"),
        ("NATO was founded in 1949 by 12 nations.", "event", "supported"),
        ("On 5 June 2017 Montenegro has become the 29th NATO member state.", "membership", "supported"),
    ],
)
def test_verdict(text: str, measure: str, then: str, record: Record) -> None:
    found = [one for one in bs.check(text, on=ON, record=record).checked.checked if one.statement.measure == measure]
    assert [one.then.verdict for one in found if one.then is not None] == [then]


def test_founders_of_others_are_none_of_the_alliance(record: Record) -> None:
    text = "The EU was founded by six nations in 1957."
    assert not bs.read(text, on=ON, record=record).statements
