"""What is worth telling, once."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.report.telling import answers_told, price_line, shared_context, sheaves, short_lines
from tests.samples import SUPPORTED, count, members, observation, promise


def test_clocks_that_differ_are_told_apart() -> None:
    assert [name for name, _ in answers_told(count())] == ["then", "now"]
    assert [name for name, _ in answers_told(members())] == ["then and now"]
    assert answers_told(promise()) == []


def test_same_verdict_on_other_evidence_is_told_apart() -> None:
    entry = replace(members(), now=replace(SUPPORTED, recorded=32.0, evidence=()))
    assert [name for name, _ in answers_told(entry)] == ["then", "now"]


def test_context_of_both_clocks_is_told_once() -> None:
    then = replace(SUPPORTED, context=("both", "only then"))
    now = replace(SUPPORTED, context=("only now", "both"))
    entry = replace(count(), then=then, now=now, context=("beside", "both"))
    assert shared_context(entry) == ["both", "beside"]


def test_observations_are_gathered_by_release_and_source() -> None:
    cells = [observation(1.0, entity="A"), observation(2.0, release="2025-08"), observation(3.0, entity="B")]
    gathered = sheaves(cells)
    assert [(one.release, [cell.value for cell in one.cells]) for one in gathered] == [
        ("nato-2024-06", [1.0, 3.0]),
        ("2025-08", [2.0]),
    ]
    assert (gathered[0].released, gathered[0].grade, gathered[0].cited.label) == (
        "2024-06-17",
        "official",
        "NATO, table 3",
    )
    assert sheaves([replace(observation(), released_on=None)])[0].released == "undated"


def test_allies_that_fall_short_come_largest_first() -> None:
    price = promise().price
    assert price is not None
    assert [line.ally for line in short_lines(price)] == ["DEU", "CAN"]
    assert price_line(price.lines[0]) == (
        "CAN: 1.37 % in 2024, at least 1.78 points short, at least USD 39 bn a year; release nato-2024-06"
    )
