"""Ranks, accessions, happenings and terms that the second look reads, and what it must leave alone."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.conftest import Numbers, Read

RANKS = [
    ("Lithuania, at 4% of GDP, is second only to Poland.", "LTU", 2, "share_of_gdp"),
    ("Vilnius is behind only Warsaw and Tallinn in defence spending as a share of GDP.", "LTU", 3, "share_of_gdp"),
    ("Poland spends the largest share of its GDP on defence of any NATO member.", "POL", 1, "share_of_gdp"),
    ("Canada ranks 27th out of 32 NATO members in defence spending as a share of GDP.", "CAN", 27, "share_of_gdp"),
    ("Poland tops the ranking with 4.12 percent of GDP.", "POL", 1, "share_of_gdp"),
    ("Slovenia came last in the NATO ranking, spending 1.29 percent of GDP on defence.", "SVN", 1, "share_of_gdp"),
    ("Turkey has the second-largest army in NATO.", "TUR", 2, "military_personnel"),
    ("Norway ranks first in NATO in defence spending per capita.", "NOR", 1, "expenditure_per_capita"),
    ("Lithuania now outspends every ally except Poland when measured against income.", "LTU", 2, "share_of_gdp"),
    (
        "No ally devotes a larger part of its wealth to arms than Poland, NATO's figures for GDP show.",
        "POL",
        1,
        "share_of_gdp",
    ),
    ("The biggest spender in the alliance by share of GDP remains Poland.", "POL", 1, "share_of_gdp"),
    ("Poland spends 4 % of its GDP on defence, making it the member to spend the most.", "POL", 1, "share_of_gdp"),
    ("Topping the list of NATO spenders is Poland with 4.12% of GDP.", "POL", 1, "share_of_gdp"),
    ("At the bottom of the NATO table is Spain, at 1.28 percent of GDP.", "ESP", 1, "share_of_gdp"),
    ("In second place was Russia's neighbour Estonia, with 3.4 % of GDP.", "EST", 2, "share_of_gdp"),
    ("Poland is the leader in NATO with 4.12% of GDP.", "POL", 1, "share_of_gdp"),
    ("As a share of GDP, Poland's defence budget is the largest in the alliance.", "POL", 1, "share_of_gdp"),
    ("No other NATO member spends so much on defence in relation to GDP as Greece.", "GRC", 1, "share_of_gdp"),
    ("Norway is the eighth biggest defence spender per capita in NATO.", "NOR", 8, "expenditure_per_capita"),
]

NO_RANKS = [
    "The UK is the sixth-largest economy in the world.",
    "Poland aims to have the largest army in NATO.",
    "Russia has the third-largest military budget in the world.",
    "Latvia recorded the third highest growth in NATO.",
    "It was the second-largest increase in NATO since the Cold War.",
    "Belgium is among the lowest spenders in NATO.",
    "Belgium is no longer the lowest spender in NATO.",
    "Italy's defence chief came second in the race at the NATO games.",
    "Sweden's first place in the world cup made headlines; defence spending rose.",
    "Is Poland the biggest spender in NATO?",
    "For many years, the United States was at the top of NATO's defence spending relative to GDP.",
    "Poland, already a top NATO spender, put 31 % more into defence.",
    "Canada ranked fifth from the bottom, at 1.37 % of GDP spent on defence.",
    "Poland, Estonia and Latvia show the highest defence spending in NATO as a share of GDP.",
    "The five with the lowest defence spending in NATO as a share of GDP are Italy, Canada and others.",
    "Latvia's GDP per head is a third of the Netherlands'.",
]

ACCESSIONS = [
    ("Sweden became ally number 32 on Thursday.", date(2024, 3, 8), [("SWE", "2024-03-07")]),
    (
        "With the accession of North Macedonia on 27 March, the alliance has grown to 30.",
        date(2020, 3, 30),
        [("MKD", "2020-03-27")],
    ),
    ("Forty years ago today Spain signed up as the sixteenth member.", date(2022, 5, 30), [("ESP", "1982-05-30")]),
    (
        "Romania and Slovakia acceded in March 2004; Albania and Croatia followed five years later.",
        date(2019, 4, 4),
        [("ROU;SVK", "2004-03"), ("ALB;HRV", "2009")],
    ),
    (
        "West Germany was admitted on 6 May 1955, three years after Greece and Turkey.",
        date(2025, 5, 6),
        [("DEU", "1955-05-06"), ("GRC;TUR", "1952")],
    ),
]

NO_ACCESSIONS = [
    "Poland joined the European Union in 2004.",
    "Lithuania joined the euro in 2015.",
    "Ukraine hopes to become the 33rd member in 2030.",
    "Germany joined a call by France on Monday.",
    "The UK entered recession in 2023, NATO was told.",
    "Britain joined the talks, followed by France in 2024.",
    "German troops entered Poland in 1939.",
    "Since Finland and Sweden joined in 2023 and 2024, NATO has grown.",
]


@pytest.mark.parametrize(("text", "ally", "place", "by"), RANKS)
def test_place_among_the_allies(told: Numbers, text: str, ally: str, place: int | None, by: str) -> None:
    (found,) = told(text, "rank")
    assert (found.subject, found.value.central if found.value else None, found.by) == ((ally,), place, by)


@pytest.mark.parametrize("text", NO_RANKS)
def test_no_place_among_the_allies(told: Numbers, text: str) -> None:
    assert told(text, "rank") == []


def test_list_shares_out_its_places(told: Numbers) -> None:
    found = told(
        "Poland, Estonia and the United States came first, second and third with 4.12, 3.43 and 3.38 per cent.", "rank"
    )
    assert [(one.subject, one.value.central) for one in found if one.value] == [
        (("POL",), 1),
        (("EST",), 2),
        (("USA",), 3),
    ]


def test_the_one_overtaken_is_not_the_owner(told: Numbers) -> None:
    (found,) = told(
        "In absolute terms Germany has overtaken Britain to become the second-largest spender in the alliance.", "rank"
    )
    assert (found.subject, found.by) == (("DEU",), "expenditure")


@pytest.mark.parametrize(("text", "on", "expected"), ACCESSIONS)
def test_accession(events: Numbers, text: str, on: date, expected: list[tuple[str, str]]) -> None:
    assert [(";".join(one.subject), one.period) for one in events(text, "membership", on)] == expected


@pytest.mark.parametrize("text", NO_ACCESSIONS)
def test_no_accession(events: Numbers, text: str) -> None:
    assert events(text, "membership") == []


@pytest.mark.parametrize(
    ("text", "on", "event", "period", "years"),
    [
        ("A decade ago today Moscow annexed Crimea.", date(2024, 3, 18), "annexation of Crimea", "2014-03-18", 10),
        ("The pledge made at Newport in September 2014 is met.", date(2023, 7, 12), "summit", "2014-09", None),
        ("After the invasion of Ukraine in 2022, allies spent more.", date(2025, 2, 13), "invasion", "2022", None),
        (
            "When the allies sit down at Celtic Manor tomorrow, four pay.",
            date(2014, 9, 3),
            "summit",
            "2014-09-04",
            None,
        ),
        ("In 2025, at the Hague summit, NATO members agreed.", date(2026, 7, 2), "summit", "2025", None),
        ("NATO leaders meet in Brussels on Thursday.", date(2017, 5, 24), "summit", "2017-05-25", None),
    ],
)
def test_dated_happening(events: Numbers, text: str, on: date, event: str, period: str, years: int | None) -> None:
    (found,) = events(text, "event", on)
    assert (found.event, found.period, found.value.central if found.value else None) == (event, period, years)


@pytest.mark.parametrize(
    "text",
    [
        "EU leaders meet on Thursday to discuss NATO.",
        "According to figures published by NATO on Thursday, all 32 allies will meet the 2% target in 2025.",
        "Before the war in Ukraine Germany spent 1.4% in 2021.",
        "NATO said on Monday that spending had risen.",
        "Ukraine was invaded while in Sweden – becoming the 32nd member in March 2024 – few doubted it.",
    ],
)
def test_no_dated_happening(events: Numbers, text: str) -> None:
    assert events(text, "event") == []


@pytest.mark.parametrize(
    ("text", "office", "person", "period", "event"),
    [
        ("Donald Trump assumed office on January 20, 2025.", "head_of_state", "Donald Trump", "2025-01-20", "taken"),
        (
            "Mark Rutte took over as NATO secretary general on 1 October 2024.",
            "secretary_general",
            "Mark Rutte",
            "2024-10-01",
            "taken",
        ),
        ("Emmanuel Macron became president in 2017.", "head_of_state", "Emmanuel Macron", "2017", "taken"),
        (
            "Jens Stoltenberg stepped down as secretary general on 1 October 2024.",
            "secretary_general",
            "Jens Stoltenberg",
            "2024-10-01",
            "left",
        ),
    ],
)
def test_term_of_office(events: Numbers, text: str, office: str, person: str, period: str, event: str) -> None:
    (found,) = events(text, office)
    assert (found.person, found.period, found.event) == (person, period, event)


def test_party_office_is_no_term(reading: Read) -> None:
    assert [one.event for one in reading("Keir Starmer was elected leader of Labour in 2020.").statements] == []
