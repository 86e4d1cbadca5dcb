"""Counts of allies whose group, size, time or firmness the words around them give: case tables."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.reading.model import Modality
from tests.reading.conftest import Numbers, One

COUNTED = [
    (
        "the group is not the ally of the sentence before",
        "2025-05-12",
        "Latvia spent 3.2 % of GDP in 2024. Out of 32 NATO members, at least 20 have reached 2 %.",
        ("NATO", 20, "2024", False),
    ),
    (
        "the size of another day",
        "2024-07-02",
        "The paper found that 20 of NATO's then-31 member countries will meet the 2 % target this year.",
        ("NATO", 20, "2024", False),
    ),
    (
        "the long name with its short form",
        "2022-03-01",
        "Six of the North Atlantic Treaty Organization (NATO)'s 30 members met the 2 % goal in 2021.",
        ("NATO", 6, "2021", False),
    ),
    (
        "a contrast in the present leaves the year in front",
        "2023-05-02",
        "The 2 % goal was set in 2014, but only nine allies meet it.",
        ("NATO", 9, "2022", False),
    ),
    (
        "part of the allies",
        "2016-08-01",
        "Only four countries apart from the United States – among them Estonia – have reached the 2 % level in NATO.",
        ("NATO", 4, "", True),
    ),
    (
        "a bare number on the way to the line",
        "2023-08-01",
        "Most NATO states lag, although 11 are on target to hit it in 2023.",
        ("NATO", 11, "2023", True),
    ),
    (
        "an aside with many names",
        "2023-08-01",
        "In 2022, just 7 allies - the US, Britain, Poland, Greece, Estonia, Latvia and Lithuania - met the 2 % goal.",
        ("NATO", 7, "2022", True),
    ),
    (
        "at that time",
        "2025-09-02",
        "Europe spent 1.5 % of GDP, and only three allies met the 2 % guideline then.",
        ("NATO", 3, None, True),
    ),
    (
        "the number has risen",
        "2023-08-01",
        "The number of NATO members spending 2 % of GDP on defence has risen to 11.",
        ("NATO", 11, "2023", True),
    ),
    (
        "members of a club by its size",
        "2024-07-08",
        "This year eight states in the 32-strong alliance are due to fall short of the 2 % guideline.",
        ("NATO", 8, "2024", False),
    ),
]


@pytest.mark.parametrize(("name", "on", "text", "expected"), COUNTED, ids=[row[0] for row in COUNTED])
def test_count_of_allies(told: Numbers, name: str, on: str, text: str, expected: tuple[str, int, str, bool]) -> None:
    found = [s for s in told(text, "allies_at_guideline", date.fromisoformat(on)) if s.value is not None]
    assert len(found) == 1, [(s.words, s.rule) for s in found]
    subject, value, period, likely = expected
    count = found[0]
    assert count.value is not None
    assert (count.subject, count.value.central, count.likely) == ((subject,), value, likely)
    if period is not None:
        assert count.period == period or not period


WHOLES = [
    ("We anticipate all allies to be at or over 2 percent this year.", "NATO", Modality.FORECAST),
    ("For the first time, all allies are spending at least 2 % of GDP.", "NATO", Modality.FACT),
    ("It rose past the 2 % threshold, which all EU members of NATO had reached in 2024.", "EU_ALLIES", Modality.FACT),
    (
        "All North Atlantic Treaty Organisation (Nato) members will hit the goal of 2 % this year.",
        "NATO",
        Modality.FORECAST,
    ),
]


@pytest.mark.parametrize(("text", "subject", "modality"), WHOLES)
def test_all_of_them(one: One, told: Numbers, text: str, subject: str, modality: Modality) -> None:
    found = told(text, "fraction_at_guideline")
    assert [(s.subject, s.value.central if s.value else None, s.modality) for s in found] == [
        ((subject,), 1.0, modality)
    ]


FORETOLD = [
    "Twenty-two allies met the 2 % target in 2024, compared to an earlier forecast of 23.",
    "Twenty-two allies met the 2 % target in 2024, one fewer than the 23 NATO had predicted in June.",
    "Only 22 allies met the 2 % target in 2024, not 23 as estimated last summer.",
]


@pytest.mark.parametrize("text", FORETOLD)
def test_what_had_been_foretold_is_likely_and_no_firmness_of_the_outcome(told: Numbers, text: str) -> None:
    first, second = told(text, "allies_at_guideline", date(2025, 5, 5))
    assert (first.value and first.value.central, first.modality, first.likely) == (22, Modality.FACT, False)
    assert (second.value and second.value.central, second.modality, second.likely) == (23, Modality.FORECAST, True)
    assert first.period == second.period == "2024"


@pytest.mark.parametrize(
    "text",
    [
        "When he took office in 2017, four allies met the 2 % target, and when he left it was nine.",
        "Under Obama three allies spent 2 percent, under Trump nine did.",
    ],
)
def test_a_time_told_by_a_person_is_no_year_of_the_record(told: Numbers, text: str) -> None:
    last = told(text, "allies_at_guideline", date(2023, 8, 1))[-1]
    assert last.value is not None
    assert (last.value.central, last.likely) == (9, True)


def test_a_year_of_the_rise_in_front_is_not_that_of_those_on_track(one: One) -> None:
    text = "Spending rose 11 per cent last year, and 18 allies are on track to meet the goal of 2 percent of GDP."
    found = one(text, "allies_at_guideline", date(2024, 2, 14))
    assert (found.period, found.likely, found.modality) == ("2024", True, Modality.FORECAST)


NOT_COUNTED = [
    "Nine allies meet the 2 % target and five have committed to meet it thereafter.",
    "Poland leads with 4 %, with seven at the minimum of 2.0.",
]


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_no_count(told: Numbers, text: str) -> None:
    values = [s.value.central for s in told(text, "allies_at_guideline") if s.value]
    assert set(values) <= {9}


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("According to the report 11 of the then 31 members met the target.", True),
        ("In 2017 Trump told the alliance that 23 of the 28 members owed money.", True),
        ("NATO, which turned 75 in April, has 32 members.", False),
        ("The alliance grew in 2004. There are now 32 member states.", False),
    ],
)
def test_the_size_of_another_day_is_only_likely(told: Numbers, text: str, likely: bool) -> None:
    (found,) = told(text, "members")
    assert found.likely is likely


def test_a_set_at_an_open_time_is_only_likely(one: One) -> None:
    found = one("Only Greece and Estonia met the 2 % target at the time of the summit.", "share_of_gdp")
    assert found.likely


@pytest.mark.parametrize(
    "text",
    [
        "11 allies made a commitment to invest 2 percent of GDP in defence.",
        "Twenty NATO allies gave a pledge to meet the 2 percent target.",
        "Nine allies have signed up to the 2 percent target.",
    ],
)
def test_what_allies_undertook_is_no_count_of_those_who_reach_it(told: Numbers, text: str) -> None:
    assert told(text, "allies_at_guideline") == []


def test_those_who_made_good_on_it_are_counted(told: Numbers) -> None:
    text = "Eleven NATO allies made good on the commitment to spend 2 percent of GDP on defence."
    assert [one.value.central for one in told(text, "allies_at_guideline") if one.value] == [11]
