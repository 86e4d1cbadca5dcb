"""Promises whose owner or year their own words do not tell are told as likely; near misses stay sure."""

from __future__ import annotations

import re
from datetime import date

import pytest

from burdenshare.reading.model import RELATED
from burdenshare.reading.tables import load_table
from tests.case_tables import rows_of
from tests.reading.conftest import Numbers, Read

TABLE = "promise_doubts.csv"
"""`promises`: each guideline told, sure or likely, with its owner, its share of GDP and the year it is due."""


@pytest.mark.parametrize(("doubt", "on", "text", "promises"), rows_of(TABLE), ids=lambda value: str(value)[:60])
def test_doubt(doubt: str, on: str, text: str, promises: str, reading: Read) -> None:
    found = reading(text.replace("|", "\n"), date.fromisoformat(on)).statements
    told = [
        f"{'likely' if one.likely else 'sure'} {';'.join(one.subject)} {one.value.central:g} {one.period}".strip()
        for one in found
        if one.measure == "guideline" and one.value is not None
    ]
    expected = re.split(";(?=sure |likely )", promises) if promises else []  # owners are parted by the same sign
    assert told == expected, doubt


def test_each_row_of_the_table_tells_its_reason() -> None:
    table = load_table("promise_doubts")
    for name, row in table.items():
        for one in row if name == "asked_of_all" else [row]:
            assert one["reason"], name
            assert name == "asked_of_all" or any(word in one["example"].lower() for word in one["words"]), name


def test_a_sum_whose_country_only_titles_the_speaker_is_likely(told: Numbers) -> None:
    text = "US President Donald Trump said NATO allies' commitment will add more than $1 trillion a year to defence."
    assert all(one.likely for one in told(text, on=date(2025, 6, 25)))


SUMS = [
    ("Germany will increase its defence spending from €35 billion now to €70 billion by 2024.", 35e9, True),
    ("Germany will increase its defence spending to €70 billion by 2024.", 70e9, False),
    (
        "NATO members would spend €75 billion more on defence, if each of them met the target.",
        75e9,
        True,
    ),
    ("Denmark will allocate a further 50 billion krone in additional defence spending in 2018.", 50e9, True),
    ("France will add €3.5 billion to the 2026 budget, and €3 billion to the 2027 defence budget.", 3e9, True),
    ("Denmark will invest 4.6 billion kroner in the navy by 2020.", 4.6e9, True),
    ("Denmark will spend 24.6 billion kroner on its defence in 2018.", 24.6e9, False),
    ("Washington plans to raise funding for the European Reassurance Initiative to $3.4 billion in 2018.", 3.4e9, True),
    ("European allies and Canada will have invested $130 billion more by 2020.", 130e9, True),
    ("Were Canada to match Poland, it would spend $60 billion on defence in 2018.", 60e9, True),
    ("It is unrealistic to think that Germany will spend €70 billion on defence by 2024.", 70e9, True),
    ("Norway's government proposes a total of NOK 800 billion for defence until 2028.", 800e9, True),
    ("Norway's government will spend NOK 80 billion a year on defence until 2028.", 80e9, False),
]


def test_a_sum_that_is_reached_over_years_is_of_the_last_one(told: Numbers) -> None:
    text = "France will double its defence budget between 2017 and 2030, to 67 billion euros."
    assert [one.period for one in told(text, "expenditure", date(2025, 3, 1))] == ["2030"]


@pytest.mark.parametrize(("text", "value", "likely"), SUMS)
def test_a_sum(text: str, value: float, likely: bool, told: Numbers) -> None:
    found = [one for one in told(text, on=date(2017, 4, 1)) if one.value is not None and one.value.central == value]
    assert all(one.likely for one in found) if likely else [one.likely for one in found] == [False]


def test_the_second_part_is_never_priced_whatever_its_purpose_is_called(told: Numbers) -> None:
    text = "NATO members will spend 5% of GDP on defence: 3.5% for armies and 1.5% for non-military threats."
    notes = {one.value.central: one.note for one in told(text, "guideline", date(2025, 6, 26)) if one.value}
    assert notes[1.5] == RELATED
    assert notes[3.5] != RELATED


@pytest.mark.parametrize(
    ("text", "period", "baseline"),
    [
        ("Poland's defence spending rose 46 percent between 2022 and 2023.", "2023", "2022"),
        ("Poland's defence spending rose 46 percent between 2014 and 2023.", "2023", "2014"),
        ("NATO members boosted their defence spending by $68 billion between 2022 and 2023.", "2023", "2022"),
        ("Poland's defence spending rose 46 percent in 2022/23.", "2022", ""),
    ],
)
def test_two_years_that_follow_each_other(text: str, period: str, baseline: str, told: Numbers) -> None:
    found = told(text, on=date(2024, 5, 10))
    assert [(one.period, one.baseline) for one in found] == [(period, baseline)]
