"""A checked statement against the releases: the question that decided, and no other."""

from __future__ import annotations

import math
from datetime import date
from pathlib import Path

import pytest

import burdenshare as bs
from burdenshare.checking.model import Verdict
from burdenshare.record import Record
from burdenshare.report.charts.claimed import of_statement

THEN = date(2025, 2, 13)


def drawn(record: Record, text: str) -> bs.Report:
    return bs.check(text, on=THEN, record=record)


def test_a_count_is_drawn_with_its_two_answers(record: Record) -> None:
    report = drawn(record, "A total of 23 of the 32 NATO members spent at least 2 percent of GDP on defence last year.")
    plot = of_statement(record, report.checked.checked[0])
    assert [one.value for one in plot.points] == [23, 22, 18, 17]
    assert (plot.said.low, plot.said.high) == (23, 23)
    told = [(one.name, one.on, one.value, one.release, one.verdict) for one in plot.clocks]
    assert told == [
        ("then", THEN, 23, "2024-06", Verdict.SUPPORTED),
        ("now", record.edition, 17, "2026-07", Verdict.CONTRADICTED),
    ]


def test_the_values_of_the_clocks_lie_on_the_line(record: Record) -> None:
    text = "Germany spent 2.12 percent of GDP on defence in 2024. NATO allies spent nearly $1.5 trillion in 2024."
    for one in drawn(record, text).checked.checked:
        plot = of_statement(record, one)
        values = {point.release: point.value for point in plot.points}
        for clock in plot.clocks:
            assert clock.value == pytest.approx(values[clock.release])


def test_an_open_end_stays_open(record: Record) -> None:
    plot = of_statement(record, drawn(record, "Poland spent more than 4 percent of GDP in 2024.").checked.checked[0])
    assert plot.said.low == 4
    assert math.isinf(plot.said.high)


@pytest.mark.parametrize(
    "text",
    [
        "NATO has 32 members.",
        "Poland and Greece spent over 3 percent of GDP on defence in 2024.",
        "Mark Rutte is the NATO Secretary General.",
    ],
)
def test_what_no_release_revises_is_refused(record: Record, text: str) -> None:
    for one in drawn(record, text).checked.checked:
        with pytest.raises(bs.InputError, match="nothing to draw"):
            of_statement(record, one)


def test_a_saved_statement_is_drawn_alike(record: Record, tmp_path: Path) -> None:
    report = drawn(record, "Germany spent 2.12 percent of GDP on defence in 2024.")
    kept = tmp_path / "kept.json"
    bs.export(report, kept, "json", with_text=True)
    (again,) = bs.load_reports(kept)
    first, second = (of_statement(record, one.checked.checked[0]) for one in (report, again))
    assert first == second
