"""Figures that the words in front give to nobody the record knows, and their neighbours that stay."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs

NOBODYS = [
    (
        "2023-04-24",
        "Britain leads Europe. Global military expenditure was up 3.7% in real terms, reaching $2.24 trillion.",
    ),
    ("2024-04-22", "Worldwide military spending rose 6.8%, to 2.44 trillion dollars, as NATO members armed."),
    ("2025-02-05", "Estonia proposed defence bonds with an estimated value of €100 billion."),
    ("2025-06-23", "Europe arms. The investment gap to meet the defence goals is put at €375 billion a year."),
]
STILL_OWNED = [
    ("2025-04-28", "Global military spending rose, and Germany spent $88.5 billion on defence in 2024.", "expenditure"),
    (
        "2024-06-18",
        "World military spending soared while Poland spent 4.12% of GDP on defence in 2024.",
        "share_of_gdp",
    ),
]


def _facts(on: str, text: str, record: bs.Record) -> list[tuple[str, str]]:
    report = bs.check(text, on=date.fromisoformat(on), record=record).to_dict()
    return [(one["subject"], one["measure"]) for one in report["statements"] if one["kind"] == "fact"]


@pytest.mark.parametrize(("on", "text"), NOBODYS)
def test_figures_of_nobody_known_make_no_fact(on: str, text: str, record: bs.Record) -> None:
    assert _facts(on, text, record) == []


@pytest.mark.parametrize(("on", "text", "measure"), STILL_OWNED)
def test_an_ally_behind_such_words_keeps_its_figure(on: str, text: str, measure: str, record: bs.Record) -> None:
    assert measure in [name for _, name in _facts(on, text, record)]
