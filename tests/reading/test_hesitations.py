"""The net under all rules: words that make a sure reading likely, or none."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import burdenshare as bs
from burdenshare.reading.hesitations import FAMILIES
from burdenshare.reading.tables import load_table
from burdenshare.record.record import Record
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


TRIED = [
    # (a sentence that a trial on real pages showed to be misread, told in our own words; its day)
    ("Spain holds that 2.1 per cent will be sufficient to buy personnel, equipment and infrastructure.", "2025-06-19"),
    (
        "The US spent $967.7 billion in 2024, more than all 31 other NATO countries combined ($506.7 billion).",
        "2025-07-01",
    ),
    ("The remaining 31 countries of NATO managed only $506.7 billion together.", "2025-07-01"),
    ("The summit ended with the commitment of the 32 allies to allocate 5% of GDP to defence.", "2025-06-25"),
    ("In 2017 only five members other than the U.S. were estimated to spend 2 percent of GDP.", "2026-01-15"),
    ("Croatia raised its budget to 2.16 percent of GDP from 1.71 percent in 2020, NATO estimates.", "2022-03-31"),
    ("The deal cut the U.S. share of NATO's common budget from 22% to about 16% for 2021-2024.", "2026-01-28"),
    (
        "Spain, long the laggard of the alliance (data for 2024 show 1.3 per cent of GDP on defence), promised more.",
        "2025-06-19",
    ),
    ("The flag of Sweden was raised on 11 March to mark the accession to NATO on 7 March.", "2024-03-12"),
    ("Following the election of President Trump, Europe expects more pressure to spend.", "2024-11-18"),
    (
        "America spends nearly $1 trillion on defence while the rest of NATO scrapes together half that amount.",
        "2025-07-01",
    ),
]


@pytest.mark.parametrize(("text", "on"), TRIED)
def test_what_was_misread_is_contradicted_no_more(text: str, on: str, record: Record) -> None:
    for one in bs.check(text, on=date.fromisoformat(on), record=record).checked.checked:
        for answer in (one.then, one.now):
            assert answer is None or answer.verdict != "contradicted", (one.statement.words, answer.why)


@pytest.mark.parametrize(
    ("on", "text", "measure"),
    [
        (date(2019, 6, 25), "In 2019, 16 allies met the target of 20 percent of their budgets to major equipment.",
         "allies_at_guideline"),
        (date(2025, 1, 4), "Of the 32 members, at least 24 have met the 2% goal, a big jump from six members in 2021.",
         "allies_at_guideline"),
        (date(2018, 6, 18), "Defence spending by every NATO member excluding America grew 1.8% in 2015 in real terms.",
         "expenditure_growth"),
        (date(2023, 3, 21), "In constant prices and exchange rates of 2015 Belgium spent 5.46 billion euros last year.",
         "expenditure"),
        (date(2016, 9, 26), "The US pays 22 percent of the cost of NATO's spending.", "share_of_total"),
        (date(2024, 7, 16), "Poland's weight adds to a strength of over 3.4 million soldiers across 32 nations.",
         "military_personnel"),
    ],
)  # fmt: skip
def test_another_owner_year_or_measure_is_no_ground_to_contradict(on: date, text: str, measure: str) -> None:
    found = [one for one in bs.check(text, on=on).checked.checked if one.statement.measure == measure]
    assert all(one.statement.likely for one in found)
    assert "contradicted" not in [answer.verdict for one in found for answer in (one.then, one.now) if answer]


@pytest.mark.parametrize(
    ("on", "text"),
    [
        (date(2024, 2, 15), "At least 24 members met the 2 percent target in 2021."),
        (date(2024, 2, 15), "All allies met the 2 percent target in 2023."),
        (date(2024, 7, 1), "Germany spent 140 billion dollars on defence in 2022."),
        (date(2024, 9, 26), "The United States accounts for 22 percent of all NATO defence spending."),
    ],
)
def test_plain_errors_are_still_contradicted(on: date, text: str) -> None:
    assert "contradicted" in [one.then.verdict for one in bs.check(text, on=on).checked.checked if one.then]
