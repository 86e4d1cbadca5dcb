"""Doubts about the reading itself: strange words, and years that the words do not name."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.record.record import Record

SPRING = date(2025, 3, 5)
MEASURES = ("share_of_gdp", "membership")


def verdicts(text: str, on: date, record: Record) -> list[tuple[str, str, str]]:
    """(then, now, the rule of now) of each figure and accession."""
    checked = bs.check(text, on=on, record=record).checked.checked
    return [
        (one.then.verdict.value, one.now.verdict.value, one.now.rule)
        for one in checked
        if one.statement.measure in MEASURES and one.then is not None and one.now is not None
    ]


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Germany spent a make-believe 1.2 percent of GDP on defence in 2024.", SPRING),
        ("Germany ran scared, joining schemes at 1.2 percent of GDP in 2024.", SPRING),
        ("On 5 July 2022 the allies signed Finland's accession protocol.", SPRING),
        ("On Monday, the eve of the 60th anniversary of Germany joining NATO, Stoltenberg spoke.", date(2015, 5, 5)),
    ],
)
def test_beside_a_strange_word_nothing_is_contradicted(text: str, on: date, record: Record) -> None:
    assert all((then, now) == ("unverifiable", "unverifiable") for then, now, _ in verdicts(text, on, record))


@pytest.mark.parametrize(
    "text", ["Germany spent 1.2 percent of GDP on defence in 2024.", "Finland joined NATO on 5 July 2022."]
)
def test_what_is_accounted_for_is_contradicted(text: str, record: Record) -> None:
    assert [one[:2] for one in verdicts(text, SPRING, record)] == [("contradicted", "contradicted")]


def test_what_the_record_of_its_day_bore_out_was_read_rightly(record: Record) -> None:
    text = "A jubilant Poland spent a whopping 4.12 percent of GDP on defence in 2024."
    assert [one[:2] for one in verdicts(text, SPRING, record)] == [("supported", "contradicted")]


def test_a_year_not_named_that_was_another_on_its_day(record: Record) -> None:
    """In July 2023 the newest table held 2023; the figure is that of 2022, which the spring report had printed."""
    ((then, now, rule),) = verdicts("Spain spent 1.09 percent of GDP on defence.", date(2023, 7, 20), record)
    assert (then, now) == ("depends", "unverifiable")
    assert rule in ("right_on_its_day_of_another_year", "of_a_year_not_named")


def test_a_year_that_is_named_is_asked(record: Record) -> None:
    ((_, now, _),) = verdicts("In 2023 Spain spent 1.09 percent of GDP on defence.", date(2023, 7, 20), record)
    assert now == "contradicted"
