"""The net under all rules: words that make a sure reading likely, or none."""

from __future__ import annotations

from typing import Any

import pytest

from burdenshare.reading.hesitations import FAMILIES
from burdenshare.reading.tables import load_table
from tests.reading.conftest import Numbers

ROWS: list[dict[str, Any]] = load_table("hesitations")["row"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"])
def test_every_row_names_a_family_a_scope_and_an_example_of_its_words(row: dict[str, Any]) -> None:
    assert row["measures"] in {"any", *FAMILIES}
    assert row["scope"] in {"clause", "sentence", "front", "behind"}
    assert row["do"] in {"leave", "hesitate"}
    assert any(
        f" {words} " in f" {row['example'].casefold()} ".replace(",", " ").replace(";", " ") for words in row["words"]
    )


@pytest.mark.parametrize(
    "text",
    [
        "Contrary to claims that Germany spends 1.2 percent of GDP on defence, it spends far more.",
        "Those who think that Germany spends 1.2 percent of GDP on defence are mistaken.",
        "Imagine Germany spent 3.5 percent of GDP on defence.",
        "Britain has spent 2 percent of GDP on defence every year since 2006.",
        "Spain misses the target by 0.7 percent of GDP.",
    ],
)
def test_nothing_is_read(told: Numbers, text: str) -> None:
    assert told(text, "share_of_gdp") == []


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("It is not Germany that spends 4.1 percent of GDP on defence but Poland.", "share_of_gdp"),
        ("Germany and Poland together spent 2.5 percent of GDP on defence in 2024.", "share_of_gdp"),
        ("Germany spent 1.3 percent of GDP on defence on average from 2014 to 2022.", "share_of_gdp"),
        ("The Bundeswehr gets 52 billion euros in 2024.", "expenditure"),
        ("Eighteen allies were expected to reach 2 percent of GDP in 2024, but 23 did.", "allies_at_guideline"),
    ],
)
def test_it_is_only_likely(told: Numbers, text: str, measure: str) -> None:
    assert all(one.likely for one in told(text, measure))
