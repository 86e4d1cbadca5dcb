"""The net of known words: a clause with a word nobody knows is read with doubt, plain ones are not."""

from __future__ import annotations

from typing import Any

import pytest

from burdenshare.reading.accounted import FAMILIES, WORDS
from burdenshare.reading.tables import load_table
from tests.reading.conftest import Numbers

ROWS: list[dict[str, Any]] = load_table("accounted")["row"]
PLAIN = [
    "Germany spent 1.2 percent of GDP on defence in 2024.",
    "Tiny Luxembourg, long seen as a laggard, still spends only 0.6 percent of its national income on its forces.",
    "According to NATO's figures, the defence spending of European allies and Canada rose by 25 percent in 2024.",
    "Poland devoted just 28 percent of its military budget to new equipment in 2024.",
    "Only nine of NATO's 32 members met the alliance's 2 percent target in 2024.",
    "The United States accounted for 80 percent of NATO's total defence spending in 2024.",
    "Sweden formally became a member of NATO in 2023.",
    "My neighbour, who reads everything, likes to say that Germany spent 0.5 percent of GDP on its army in 2024.",
]
STRANGE = [
    "In the year of quarrels Germany spent 1.2 percent of GDP on defence without naval projects in 2024.",
    "Ukraine's friends in Poland set aside 28 percent of the defence budget shortfall for equipment in 2024.",
    "Finland's parliament debated joining NATO in March 2022.",
    "Defence spending by Germany for barracks alone rose by 40 percent in 2024.",
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"])
def test_every_row_serves_known_families_with_an_example_and_a_reason(row: dict[str, Any]) -> None:
    assert set(row["for"]) <= {"every", *FAMILIES.values(), "comparison"}
    assert row["reason"]
    assert all(word == word.casefold() for word in row["words"])
    assert any(f" {word} " in f" {row['example']} ".replace("*", "").casefold() for word in row["words"])


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_clause_is_accounted_for(told: Numbers, events: Numbers, text: str) -> None:
    found = [one for one in (*told(text), *events(text)) if one.measure in FAMILIES and one.period]
    assert found
    assert not any(WORDS in one.holes or one.likely for one in found)


@pytest.mark.parametrize("text", STRANGE)
def test_a_strange_word_leaves_a_doubt(told: Numbers, events: Numbers, text: str) -> None:
    assert all(one.unsure for one in (*told(text), *events(text)) if one.measure in FAMILIES)
