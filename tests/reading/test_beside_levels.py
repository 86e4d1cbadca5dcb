"""Figures told beside what is spent: opinions and ages long gone give no statement, and are told with their reason."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.reading.beside_levels import JUDGED, LONG_GONE, TRADED

ON = date(2025, 6, 26)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Belgium described 3.5% of GDP as ambitious.", JUDGED),
        ("Spain calls 5 percent of GDP for defence unreasonable.", JUDGED),
        ("Britain spends 2.3% of GDP on defence. That is far below the 5% or more of the Cold War years.", LONG_GONE),
        (
            "Britain spends 2.3% of GDP on defence, which is less than the 5% of GDP spent during the Cold War.",
            LONG_GONE,
        ),
        (
            "Europe and Canada raised defence spending by 18% in 2024. Most goes to American firms: $140 billion.",
            TRADED,
        ),
        (
            "Europe and Canada raised defence spending by 18% in 2024. Part of it goes to US companies: $140 billion.",
            TRADED,
        ),
    ],
)
def test_what_nobody_spends_is_listed_with_its_reason(text: str, reason: str, record: bs.Record) -> None:
    found = bs.read(text, on=ON, record=record)
    assert [one.words for one in found.statements if one.value] in ([], ["2.3%"], ["18%"])
    assert reason in {one.reason for one in found.unaccounted}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In 2024 Belgium raised its spending towards the target from 1.2% of GDP.", "1.2%"),
        ("Belgium, which called for patience, spent 1.3% of GDP on defence in 2024.", "1.3%"),
        ("Germany spent 2.1% of GDP on defence in 2024, for the first time since the Cold War.", "2.1%"),
        ("Poland spent 4.1% of GDP on defence in 2024, a level of the Cold War, while Spain spent 1.2%.", "4.1%"),
    ],
)
def test_a_level_that_is_spent_stays_one(text: str, words: str, record: bs.Record) -> None:
    found = [one for one in bs.read(text, on=ON, record=record).statements if one.words == words]
    assert [(one.kind.value, one.measure) for one in found] == [("fact", "share_of_gdp")]


@pytest.mark.parametrize(
    "text",
    [
        "Slovenia's referendum asks whether the country should raise defence spending to 3% of GDP by 2030.",
        "Parliament will vote on whether Slovenia should spend 3% of GDP on defence by 2030.",
        "Allies debated whether to spend 5% of GDP by 2035.",
    ],
)
def test_what_is_asked_is_nobodys_plan(text: str, record: bs.Record) -> None:
    found = bs.read(text, on=ON, record=record)
    assert not [one for one in found.statements if one.measure == "guideline"]
    assert "a question, not a statement" in {one.reason for one in found.unaccounted}


def test_a_plan_behind_what_does_not_matter_is_one(record: bs.Record) -> None:
    text = "Mark Rutte said it does not matter whether it is 2032 or 2035: allies will spend 5% of GDP."
    assert [one.measure for one in bs.read(text, on=ON, record=record).statements if one.value] == ["guideline"]


@pytest.mark.parametrize(
    "text",
    [
        "Germany raised its defence target from 2% to 3.5% of GDP.",
        "Germany raised its target from 2% to 3.5% of GDP.",
        "Germany raised its target from 2% to 3.5%.",
    ],
)
def test_a_target_that_was_raised_was_no_level(text: str, record: bs.Record) -> None:
    found = [(one.words, one.measure) for one in bs.read(text, on=ON, record=record).statements if one.value]
    assert found == [("2%", "guideline"), ("3.5%", "guideline")]
