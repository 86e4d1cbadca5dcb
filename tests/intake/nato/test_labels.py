"""The table of labels: complete, in the record's terms, and with a reason a row."""

from __future__ import annotations

import tomllib

import pytest

from burdenshare.intake.nato import labels
from burdenshare.record.nato_cells import SCALES
from burdenshare.record.schema import NATO_MEASURES, NATO_UNITS

TABLE = tomllib.loads(labels.DECLARED.read_text(encoding="utf-8"))
ROWS = [
    (f"{name} {number}", row)
    for name, section in TABLE.items()
    for number, row in enumerate(
        section if isinstance(section, list) else section.values() if name == "measure" else [section]
    )
]


@pytest.mark.parametrize(("where", "row"), ROWS)
def test_every_row_has_an_example_and_a_reason(where: str, row: dict[str, object]) -> None:
    assert row["example"], where
    assert row["reason"], where


def test_measures_and_units_are_those_of_the_record() -> None:
    held = labels.declared()
    assert set(held.measures) == set(NATO_MEASURES.split("|"))
    assert set(held.units.values()) == set(NATO_UNITS.split("|")) == set(SCALES)
    assert {unit for one in held.measures.values() for unit in one.units} <= set(SCALES)
    assert all(one.unit in ("", *one.units) for one in held.measures.values())


def test_every_block_is_allowed_by_a_title_and_no_title_allows_another() -> None:
    held = labels.declared()
    allowed = {block for title in held.titles for block in title.blocks}
    assert allowed == set(held.blocks.values())
    assert {title.measure for title in held.titles} - {""} | allowed == set(held.measures)


def test_no_words_mean_two_things() -> None:
    for section in ("title", "block", "unit", "basis", "name", "left_name", "currency"):
        words = [word for row in TABLE[section] for word in row["words"]]
        assert len(words) == len(set(words)), section


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("  Czechia*  (Koruny) ", "czechia (koruny)"),
        ("Equipment (a)", "equipment"),
        ("Norway¹ (1)", "norway"),
        ("GDP\u00a0per\ncapita", "gdp per capita"),
        ("Share of GDP (%)", "share of gdp (%)"),
    ],
)
def test_footnote_marks_case_and_blanks_go(text: str, plain: str) -> None:
    assert labels.bare(text) == plain
