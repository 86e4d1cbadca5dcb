"""Counts, fractions and lists of allies that only the second look reads, and what it must leave alone."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from tests.reading.conftest import Numbers

COUNTS = ("allies_at_guideline", "fraction_at_guideline", "members")

READ = [
    (
        "2024-06-19",
        "Twenty-three of the 32 allies are going to finish the year at or over 2 %.",
        [("NATO", 23, "2024", 2)],
    ),
    ("2023-07-11", "Eleven allies now pass the test.", [("NATO", 11, "2023", 2)]),
    ("2019-04-04", "Twenty-two of the 29 still live below the line drawn in Wales.", [("NATO", 22, "2018", 2)]),
    ("2020-11-26", "Roughly one ally in three was at or above 2 per cent in 2020.", [("NATO", 1 / 3, "2020", 2)]),
    ("2018-01-11", "Three of the Visegrad Four spent less than 1.3 % in 2017.", [("V4", 3, "2017", 1.3)]),
    ("2024-07-12", "Most allies meet the 2 % guideline.", [("NATO", 0.5, "2024", 2)]),
    ("2025-06-26", "No ally spends 5 % today.", [("NATO", 0, "2024", 5)]),
    (
        "2016-03-02",
        "Five allies were at 2 % in 2015, up from three the year before.",
        [("NATO", 5, "2015", 2), ("NATO", 3, "2014", 2)],
    ),
    (
        "2024-07-24",
        "From nine in 2020 to 23 in 2024: the club of those at 2 % grows.",
        [("NATO", 9, "2020", 2), ("NATO", 23, "2024", 2)],
    ),
    (
        "2024-07-09",
        "In 2020 nine NATO allies spent 2 %; today, 23 do.",
        [("NATO", 9, "2020", 2), ("NATO", 23, "2024", 2)],
    ),
    (
        "2024-09-20",
        "Of the 32 allies, 23 reach the guideline of 2 %, four times as many as in 2014.",
        [("NATO", 32, "", None), ("NATO", 23, "2024", 2)],
    ),
    (
        "2017-06-30",
        "It is wrong that only two of NATO's members meet the 2 % target: five do.",
        [("NATO", 5, "2017", 2)],
    ),
    ("2018-02-15", "Half the allies have plans to get to 2 percent by 2024.", [("NATO", 0.5, "2024", 2)]),
    ("2017-06-06", "The Alliance has grown to twenty-nine.", [("NATO", 29, "", None)]),
    ("2018-06-06", "Montenegro joined, taking the number of allies to 29.", [("NATO", 29, "", None)]),
]

LEFT = [
    "All allies should spend 5 percent.",
    "If every ally spent 3 %, the shelves would fill up.",
    "It is in our interests for every member to meet the 2 % commitment.",
    "Rutte wants every ally to reach 2 percent of GDP by the summer.",
    "No ally wants to go beyond 2 percent.",
    "Most allies want to see the target raised to 3 percent.",
    "Almost all allies now reach 2 percent.",
    "Two allies put the target at 3 percent.",
    "Half of Spaniards are above the age of 45.",
    "Seven companies beat expectations; two fell short.",
    "Four parties cleared the 5 percent threshold.",
    "Most states spend less than 5 percent of their budgets on prisons.",
    "Six EU members exceed the 3 percent deficit limit.",
    "Four of NATO's newest members spend more than 2 %.",
    "It would be good if at least 25 allies were at 2 percent.",
    "Five ministers met the secretary general over the target.",
]

LISTS = [
    ("Nine governments, Spain's and Italy's among them, fall short of 2 %.", [(("ESP", "ITA"), "<")]),
    ("Neither Spain nor Belgium met the 2 % goal in 2022.", [(("ESP", "BEL"), "<")]),
    ("Canada does not meet NATO's spending target of 2 per cent.", [(("CAN",), "<")]),
    ("Germany hit the NATO target in 2023.", [(("DEU",), ">=")]),
    (
        "Poland and Latvia meet the NATO guideline; Italy and France do not.",
        [(("POL", "LVA"), ">="), (("ITA", "FRA"), "<")],
    ),
    ("France hit back at the pledge.", []),
    ("Sweden met the criteria to join NATO.", []),
    ("Germany met the NATO target of 800,000 shells.", []),
    ("Latvia reached the target of 50,000 reservists for its military.", []),
    ("Germany fell short of its pledge to send Ukraine tanks, NATO said.", []),
    ("Romania will meet NATO's 2 percent target this year.", [(("ROU",), ">=")]),
    ("Ministers denied the United Kingdom has failed to reach NATO's target of 2 %.", []),
]


@pytest.mark.parametrize(("on", "text", "expected"), READ)
def test_counts_by_the_words_around_them(
    on: str, text: str, expected: list[tuple[str, float, str, float | None]], told: Numbers
) -> None:
    found = [s for s in told(text, on=date.fromisoformat(on)) if s.measure in COUNTS]
    given = [(s.subject[0], s.value.central if s.value else None, s.period, s.threshold) for s in found]
    counted = [one for one in given if one in expected or one[3] is not None]
    assert counted == expected


@pytest.mark.parametrize("text", LEFT)
def test_wishes_and_other_counts_are_left(text: str, told: Numbers) -> None:
    assert [(s.measure, s.words) for s in told(text) if s.measure in COUNTS] == []


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_allies_by_name(text: str, expected: list[tuple[tuple[str, ...], str]], told: Numbers) -> None:
    assert [(s.subject, s.comparator) for s in told(text, "share_of_gdp")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nine allies sent troops to Latvia, where spending exceeds 3 percent.",
        "Three allies met in Brussels to discuss the 2 percent target.",
        "Unemployment in five member states is above 5 percent.",
        "Growth in nine allied countries is below 2 percent.",
    ],
)
def test_counts_far_from_their_verdict_are_never_sure(text: str, told: Numbers) -> None:
    assert all(s.likely for s in told(text) if s.measure in COUNTS)


def test_a_text_may_end_with_the_name_that_would_begin_an_echo() -> None:
    bs.read("30 of the 32 allies met the 2 percent guideline in 2024. Mark Rutte called the plan fair. Spain")
