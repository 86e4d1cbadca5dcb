"""Summits and meetings by their days, anniversaries of the alliance, accessions one after the other."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.conftest import Numbers

SUMMITS = [
    ("2023-07-27", "He spoke of the NATO summit held in Vilnius on 11 and 12 July.", "2023-07-11", "Vilnius"),
    ("2025-06-19", "The NATO summit is to take place in The Hague from 24 to 26 June.", "2025-06-24", "The Hague"),
    ("2025-06-19", "NATO's next summit will be held in The Hague on 24 and 25 June.", "2025-06-24", "The Hague"),
    ("2025-06-19", "The June 24-25 NATO summit will decide.", "2025-06-24", ""),
    ("2016-07-09", "He spoke at the NATO summit in Warsaw, Poland, on July 9.", "2016-07-09", "Warsaw"),
    ("2026-07-03", "The NATO summit scheduled for 7 and 8 July in Ankara is near.", "2026-07-07", "Ankara"),
    (
        "2019-05-23",
        "The next summit of NATO's heads of state and government will take place on December 3-4 in London.",
        "2019-12-03",
        "London",
    ),
    (
        "2022-11-09",
        "NATO leaders will gather for their next summit in Vilnius on July 11-12, 2023.",
        "2023-07-11",
        "Vilnius",
    ),
    (
        "2017-05-19",
        "He will meet with NATO heads of state and government in Brussels on May 25.",
        "2017-05-25",
        "Brussels",
    ),
    ("2024-07-05", "NATO heads of state and government will meet in Washington next week.", "2024-07", "Washington"),
    ("2025-06-19", "NATO leaders meet next week in The Hague.", "2025-06", "The Hague"),
    ("2023-07-11", "The United States hosts the NATO summit in 2024, and the Netherlands the one after.", "2024", ""),
]


@pytest.mark.parametrize(("on", "text", "period", "place"), SUMMITS)
def test_summit_with_its_day(events: Numbers, on: str, text: str, period: str, place: str) -> None:
    (found,) = events(text, "event", date.fromisoformat(on))
    assert (found.subject, found.event, found.period, found.place) == (("NATO",), "summit", period, place)


@pytest.mark.parametrize(
    "text",
    [
        "The Wales Summit Declaration spoke of 2 % of GDP.",
        "The Shanghai Cooperation Organisation held its summit in Tianjin with 20 leaders.",
        "Two weeks from today, the leaders of the allies will meet to talk of 2 %.",
    ],
)
def test_no_meeting(events: Numbers, text: str) -> None:
    assert not events(text, "event")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("NATO marks its 75th anniversary with a summit.", 75),
        ("The summit will celebrate 75 years of the most successful alliance in history.", 75),
        ("This year the allies celebrate the 75th anniversary of the alliance's founding.", 75),
        ("Ministers mark the alliance's 76th birthday.", 76),
    ],
)
def test_anniversary_of_the_alliance(events: Numbers, text: str, years: int) -> None:
    (found,) = [s for s in events(text, "event", date(2024, 7, 1)) if s.unit == "years"]
    assert found.value is not None
    assert (found.value.central, found.subject, found.event, found.likely) == (years, ("NATO",), "founding", True)


@pytest.mark.parametrize(
    "text",
    [
        "NATO leaders marked the 75th anniversary of the landing in Normandy.",
        "We meet for the alliance's 75th anniversary in Washington in 2024.",
        "Poland marks the 45th anniversary of a strike; NATO spends 2 % of GDP.",
    ],
)
def test_no_anniversary_of_the_alliance(events: Numbers, text: str) -> None:
    assert not [s for s in events(text, "event", date(2023, 6, 6)) if s.unit == "years"]


JOINED = [
    (
        "NATO grew when Greece and Turkey joined in 1952, followed by West Germany in 1955 and Spain in 1982.",
        [("GRC;TUR", "1952"), ("DEU", "1955"), ("ESP", "1982")],
    ),
    ("Finland joined the alliance in 2023 and Sweden in March 2024.", [("FIN", "2023"), ("SWE", "2024-03")]),
    ("Finland and Sweden joined NATO in 2023 and 2024 respectively.", [("FIN", "2023"), ("SWE", "2024")]),
    ("Since joining NATO in 2004, Estonia has met its commitments.", [("EST", "2004")]),
    ("Unlike Sweden, Finland joined NATO in 2023.", [("FIN", "2023")]),
]


@pytest.mark.parametrize(("text", "expected"), JOINED)
def test_accessions_one_after_the_other(events: Numbers, text: str, expected: list[tuple[str, str]]) -> None:
    found = events(text, "membership", date(2025, 5, 5))
    assert [(";".join(s.subject), s.period) for s in found] == expected


def test_an_office_taken_by_the_one_the_text_speaks_of(events: Numbers) -> None:
    text = "Emmanuel Macron wants more. Spending has doubled since he became president in 2017."
    (found,) = [s for s in events(text, "head_of_state") if s.event == "taken"]
    assert (found.person, found.period, found.likely) == ("Emmanuel Macron", "2017", True)


def test_two_presidents_and_one_pronoun_tell_of_nobody(events: Numbers) -> None:
    text = "Emmanuel Macron met Donald Trump. Spending has doubled since he became president in 2017."
    assert not [s for s in events(text, "head_of_state") if s.event == "taken"]
