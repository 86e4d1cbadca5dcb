"""What a promise stands beside: made already, in force that day, decided later, and by whom."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.record import Record

SPRING = date(2025, 3, 27)


def lines(text: str, record: Record, on: date = SPRING) -> list[str]:
    (one,) = bs.check(text, on=on, record=record).checked.checked
    judged = one.then.context if one.then is not None else ()
    return [*judged, *one.context]


def test_a_vague_target_stands_beside_what_was_decided_later(record: Record) -> None:
    found = lines("Mark Rutte wants allies to spend well north of 3 percent of GDP on defence.", record)
    later = [line for line in found if line.startswith("decided later")]
    assert [line.split(" of GDP")[0] for line in later] == [
        "decided later: at least 5 %",
        "decided later: at least 3.5 %",
        "decided later: up to 1.5 %",
    ]
    assert all("2025-06-25, The Hague summit, due by 2035" in line for line in later)
    assert any(line.startswith("in force that day: at least 2 %") for line in found)


def test_nothing_later_is_shown_as_known(record: Record) -> None:
    for line in lines("Allies should spend 5 percent of GDP on defence.", record, date(2025, 3, 27)):
        assert not line.startswith(("already made", "in force that day")) or "2025-06" not in line


def test_what_nobody_undertook_is_stated_and_no_target(record: Record) -> None:
    """Spain's 2.1 % is what its prime minister holds sufficient: beside the words it is no commitment already made."""
    checked = bs.check("Spain will spend 2.1 percent of GDP on defence.", on=date(2025, 7, 20), record=record).checked
    (one,) = checked.checked
    assert one.then is not None and one.then.verdict == "unverifiable"
    assert one.then.why.startswith("on record as stated, not as a target: 2.1 % of GDP (spending held sufficient")
    assert any(line.startswith("already stated: 2.1 % of GDP") for line in one.context)
    assert not any(line.startswith("already made") for line in one.context)
    (other,) = bs.check("Spain will spend 2.7 percent of GDP.", on=date(2025, 7, 20), record=record).checked.checked
    assert other.then is not None and other.then.why == "the record holds no such target of Spain by 2025-07-20"


def test_a_national_plan_finds_the_one_that_was_made_later(record: Record) -> None:
    found = lines("Germany plans to spend 3.5 percent of GDP on defence by 2029.", record)
    assert any(line.startswith("decided later, as said: at least 3.5 %") and "due by 2029" in line for line in found)


def test_the_equipment_guideline_is_a_commitment_of_its_own(record: Record) -> None:
    text = "Allies agreed to devote 20 percent of defence spending to major equipment."
    (one,) = bs.check(text, on=SPRING, record=record).checked.checked
    assert one.then is not None and one.then.verdict == "supported"
    assert "Wales summit" in one.then.why


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("NATO leaders agreed to spend 5 percent of GDP by 2030.", "contradicted"),
        ("NATO leaders want to spend 5 percent of GDP by 2030.", "depends"),
        ("NATO's official target is 3 percent of GDP.", "contradicted"),
        ("NATO's target should be 3 percent of GDP.", "unverifiable"),
    ],
)
def test_what_is_told_as_agreed_can_be_wrong(text: str, then: str, record: Record) -> None:
    (one,) = bs.check(text, on=date(2025, 7, 10), record=record).checked.checked
    assert one.then is not None
    assert one.then.verdict == then, one.then.why


def test_a_national_target_with_another_due_year_stays_open(record: Record) -> None:
    text = "The British government has pledged to spend 2.5 percent of GDP on defence by 2035."
    (one,) = bs.check(text, on=date(2025, 3, 5), record=record).checked.checked
    assert one.then is not None and one.then.verdict == "unverifiable" and "another due date" in one.then.why


def test_a_commitment_of_one_of_two_owners_is_shown_once(record: Record) -> None:
    found = lines("Estonia and Lithuania will be above 5 percent of GDP on defence in 2026.", record, date(2025, 6, 26))
    headed = [line for line in found if ": on record: " in line]
    own = [line for line in found if line.startswith("on record: ")]
    assert len(headed) > 2
    assert not [line for line in own if any(other.endswith(f": {line}") for other in headed)]
