"""Verdicts on comparisons, exceptions, universals, places from below, conversions and hard-rounded counts."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.checking.model import Judgement
from burdenshare.record import Record

FEBRUARY = date(2025, 2, 13)


def judged(text: str, measure: str, record: Record, on: date = FEBRUARY) -> tuple[Judgement, Judgement]:
    found = [one for one in bs.check(text, on=on, record=record).checked.checked if one.statement.measure == measure]
    (one,) = found
    assert one.then is not None and one.now is not None
    return one.then, one.now


@pytest.mark.parametrize(
    ("text", "then", "now"),
    [
        ("Poland spends more on defence than Italy.", "supported", "contradicted"),
        ("The US spends more on defence than all other allies combined.", "supported", "supported"),
        ("Britain spends more on defence than France and Italy combined.", "contradicted", "contradicted"),
        ("Canada spends less on defence as a share of GDP than Albania.", "supported", "close"),
        ("Estonia, Latvia and Lithuania together spend less on defence than Denmark.", "supported", "supported"),
    ],
)
def test_comparisons(text: str, then: str, now: str, record: Record) -> None:
    found = judged(text, "comparison", record)
    assert tuple(one.verdict for one in found) == (then, now), [one.why for one in found]


def test_a_whole_multiple_may_be_rounded_to(record: Record) -> None:
    """The Netherlands over Belgium: 2.52 times in June 2024 at current prices."""
    then, _ = judged("The Netherlands spends three times as much on defence as Belgium.", "comparison", record)
    assert then.verdict == "depends" and "rounded to a whole multiple" in then.why
    wrong, _ = judged("Poland's defence spending is three times that of Romania.", "comparison", record)
    assert wrong.verdict == "contradicted"


def test_a_broken_only_names_who_breaks_it(record: Record) -> None:
    text = "Only Poland and Estonia among NATO allies spent more than 3 % of GDP on defence in 2024."
    then, _ = judged(text, "exceptions", record)
    assert then.verdict == "contradicted"
    assert all(name in then.why for name in ("United States (3.38 %)", "Greece (3.08 %)", "Latvia (3.15 %)"))


def test_a_broken_all_names_who_breaks_it(record: Record) -> None:
    then, _ = judged("All allies met the 2% target in 2024.", "fraction_at_guideline", record)
    assert then.verdict == "contradicted" and "broken by Spain (1.28 %)" in then.why


def test_the_lowest_place_is_told_from_below(record: Record) -> None:
    then, now = judged("Spain spends the least of all allies as a share of GDP.", "rank", record)
    assert (then.verdict, now.verdict) == ("supported", "contradicted")
    assert "place 1 from below" in then.why


def test_aid_is_compared_inside_one_release_and_kind(record: Record) -> None:
    text = "The United States has provided more military aid to Ukraine than all of Europe."
    then, _ = judged(text, "comparison", record, date(2024, 6, 13))
    assert then.verdict == "supported" and {one.release for one in then.evidence} == {"2024-04-25 (page)"}
    assert {one.basis for one in then.evidence} == {"allocation/military"}


def test_money_of_others_is_converted_at_the_average_and_not_refuted_by_a_rate(record: Record) -> None:
    then, _ = judged("Poland spent €35 billion on defence in 2024.", "expenditure", record)
    assert then.verdict == "unverifiable" and "a rate the words do not name" in then.why
    far, _ = judged("Poland spent €60 billion on defence in 2024.", "expenditure", record)
    assert far.verdict == "contradicted"


def test_a_hard_rounded_cell_is_a_second_reading_of_a_count(record: Record) -> None:
    """Slovakia 2024 stands in June 2024 as exactly 2: 23 as printed, 22 by the quotient."""
    plain, _ = judged("23 allies met the 2% target in 2024.", "allies_at_guideline", record)
    other, _ = judged("22 allies met the 2% target in 2024.", "allies_at_guideline", record)
    assert (plain.verdict, other.verdict) == ("supported", "depends")
    assert "unrounded" in other.reading
