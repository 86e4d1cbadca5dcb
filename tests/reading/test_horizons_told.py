"""When a horizon was said: only a time beside the one act of speech, in words that are all known."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.reading.horizons_told import ATTACK_ON_ALLY
from burdenshare.reading.model import Document, Statement
from burdenshare.reading.read import read
from burdenshare.record import Record

SEPTEMBER = date(2025, 9, 10)


def told(record: Record, text: str, on: date = SEPTEMBER) -> Statement:
    found = [
        one for one in read(Document("x", text, published=on), record).statements if one.measure == "reconstitution"
    ]
    assert len(found) == 1, [one.words for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "time", "open_"),
    [
        ("In June 2025 Mark Rutte said that Russia could attack NATO within five years.", "2025-06", False),
        ("On 9 June 2025, Mark Rutte said Russia could attack NATO within five years.", "2025-06-09", False),
        ("Mark Rutte said in June 2025 that Russia could attack NATO within five years.", "2025-06", False),
        ("Mark Rutte said on 9 June 2025 that Russia could attack NATO within five years.", "2025-06-09", False),
        ("Russia could attack NATO within five years, Mark Rutte said on 9 June 2025.", "2025-06-09", False),
        ('"Russia could attack NATO within five years," Rutte said on Monday.', "2025-09-08", True),
        ("Rutte warned in June that Russia could attack NATO within five years.", "2025-06", True),
        ("Rutte warned in December that Russia could attack NATO within five years.", "2024-12", True),
        ("Boris Pistorius said in 2024 that Russia could attack NATO in five to eight years.", "2024", False),
    ],
)
def test_the_time_of_the_saying(record: Record, text: str, time: str, open_: bool) -> None:
    found = told(record, text)
    assert found.baseline == time and ("baseline" in found.holes) is open_
    assert found.event == ATTACK_ON_ALLY


@pytest.mark.parametrize(
    "text",
    [
        "Russia could attack NATO within five years.",
        "Mark Rutte said Russia could attack NATO within five years.",
        "Mark Rutte denied in June 2025 that Russia could attack NATO within five years.",
        "Mark Rutte never said in June 2025 that Russia could attack NATO within five years.",
        "Mark Rutte said in June 2025 that Russia could not attack NATO within five years.",
        "Mark Rutte was wrongly reported to have said in June 2025 that Russia could attack NATO within five years.",
        "If Mark Rutte said in June 2025 that Russia could attack NATO within five years, he was right.",
        "Mark Rutte said in June 2027 that Russia could attack NATO within five years.",
        "Mark Rutte said in 2024 and in June 2025 that Russia could attack NATO within five years.",
        "Russia could attack NATO within five years, said Rutte, who took office in October 2024.",
    ],
)
def test_where_it_is_in_doubt_no_time_is_told(record: Record, text: str) -> None:
    assert told(record, text).baseline == ""


@pytest.mark.parametrize(
    "words",
    [
        "will attack NATO within five years",
        "could attack Europe within five years",
        "could attack Poland and other NATO members within five years",
        "could wage a large-scale war against NATO within five years",
        "could attack NATO within five years after the war in Ukraine ends",
        "could attack NATO within five years if the United States withdraws",
        "could rebuild its army within five years",
    ],
)
def test_what_is_no_plain_attack_on_an_ally_is_left_open(record: Record, words: str) -> None:
    assert told(record, f"Mark Rutte said in June 2025 that Russia {words}.").event == ""


def test_without_a_day_nothing_is_said_before_it(record: Record) -> None:
    text = "Mark Rutte said in June 2025 that Russia could attack NATO within five years."
    (found,) = [one for one in read(Document("x", text), record).statements if one.measure == "reconstitution"]
    assert found.baseline == ""


@pytest.mark.parametrize(
    "years", ["three to five to seven years", "three, five, seven years", "three, maybe seven years"]
)
def test_a_horizon_counted_up_reaches_from_its_first_number_to_its_last(record: Record, years: str) -> None:
    text = f"Russia will have reconstituted its forces in {years}, Rutte said."
    found = [one.statement for one in bs.check(text, on=date(2025, 6, 23), record=record).checked.checked]
    (one,) = [one for one in found if one.measure == "reconstitution"]
    assert one.value is not None and (one.value.low, one.value.high, one.words) == (3, 7, years)
