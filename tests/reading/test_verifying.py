"""How a proposal names a figure and its owner; what becomes of it is in `test_proposals.py`."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.reading.model import Document
from burdenshare.reading.proposals import Proposal
from burdenshare.reading.read import read
from burdenshare.reading.verifying import Bench, Reason, Refused, shown
from burdenshare.record import Record

TEXT = (
    "Poland and Germany spent 2.5 percent of GDP in 2024. European allies and Canada spent $485 billion last "
    "year. Two-thirds of the allies met the target of 2 percent in 2024. Britain spent £60 billion in 2024."
)


def answer(record: Record, at: str, subject: str, value: float, unit: str) -> Refused | bool:
    start = TEXT.index(at)
    bench = Bench(read(Document("own", TEXT, date(2025, 2, 13)), record), record)
    return bench.answer(Proposal(start, start + len(at), subject, "", value, unit, at, "test"))


@pytest.mark.parametrize(
    ("at", "subject", "value", "unit"),
    [
        ("2.5 percent", "POL;DEU", 2.5, "%"),
        ("2.5 percent", "deu ; pol", 2.5, "per cent"),
        ("2.5 percent", "Poland and Germany", 2.5, "% of GDP"),
        ("$485 billion", "EUR_CAN", 485e9, "$"),
        ("$485 billion", "European allies and Canada", 485e9, "US dollars"),
        ("Two-thirds of the allies", "NATO", 0.667, "fraction"),
        ("£60 billion", "UK", 60e9, "gbp"),
    ],
)
def test_ways_of_writing_that_mean_the_same(record: Record, at: str, subject: str, value: float, unit: str) -> None:
    assert answer(record, at, subject, value, unit) is True


@pytest.mark.parametrize(
    ("at", "subject", "value", "unit", "reason"),
    [
        ("2.5 percent", "POL", 2.5, "%", Reason.SUBJECT),
        ("2.5 percent", "POL;DEU;FRA", 2.5, "%", Reason.SUBJECT),
        ("2.5 percent", "POL;DEU;", 2.5, "%", Reason.NO_SUBJECT),
        ("2.5 percent", "POL;DEU", 2.5, "pp", Reason.FIGURE),
        ("2.5 percent", "POL;DEU", 2.5, "", Reason.FIGURE),
        ("$485 billion", "EUR_CAN", 485, "billion USD", Reason.FIGURE),
        ("$485 billion", "EUR_CAN", 485e9, "EUR", Reason.FIGURE),
        ("Two-thirds of the allies", "NATO", 0.66, "fraction", Reason.FIGURE),
        ("£60 billion", "Ireland", 60e9, "GBP", Reason.SUBJECT),
    ],
)
def test_ways_of_writing_that_do_not(
    record: Record, at: str, subject: str, value: float, unit: str, reason: Reason
) -> None:
    refused = answer(record, at, subject, value, unit)
    assert isinstance(refused, Refused)
    assert refused.reason is reason


def test_reason_is_shown_with_what_the_rules_read_instead() -> None:
    assert Refused(Reason.NOTHING).told() == "no such figure is read there"
    one = Proposal(0, 6, "DEU\x00", "", 2.5, "%", "", "\x1b[31mtest")
    entry = shown(one, TEXT, Refused(Reason.SUBJECT, "POL, DEU"))
    assert (entry.reason, entry.words) == ("another subject is read there (POL, DEU)", "Poland")
    assert (entry.subject, entry.proposer) == ("DEU", "[31mtest")
