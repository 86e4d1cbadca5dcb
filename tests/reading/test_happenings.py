"""Offices, summits, gatherings, accessions, ages: what the calendar can answer."""

from __future__ import annotations

import math
from datetime import date

import pytest

from burdenshare.reading.model import Kind
from tests.reading.conftest import Numbers


@pytest.mark.parametrize(
    ("text", "person", "office", "entity", "former"),
    [
        ("NATO Secretary General Mark Rutte spoke.", "Mark Rutte", "secretary_general", "NATO", False),
        ("Mark Rutte, the NATO secretary general, spoke.", "Mark Rutte", "secretary_general", "NATO", False),
        ("Former President Donald Trump spoke.", "Donald Trump", "head_of_state", "USA", True),
        ("US President Donald Trump spoke.", "Donald Trump", "head_of_state", "USA", False),
        ("Former US president Joe Biden spoke.", "Joe Biden", "head_of_state", "USA", True),
        ("US Defense Secretary Pete Hegseth spoke.", "Pete Hegseth", "defence_minister", "USA", False),
        ("British Prime Minister Keir Starmer spoke.", "Keir Starmer", "head_of_government", "GBR", False),
        ("French President Emmanuel Macron spoke.", "Emmanuel Macron", "head_of_state", "FRA", False),
        ("President Macron spoke.", "Emmanuel Macron", "head_of_state", "FRA", False),
        ("Ex-Chancellor Angela Merkel of Germany spoke.", "Angela Merkel", "head_of_government", "DEU", True),
    ],
)
def test_office_held(events: Numbers, text: str, person: str, office: str, entity: str, former: bool) -> None:
    (found,) = events(text)
    assert (found.person, found.office, found.subject) == (person, office, (entity,))
    assert (found.former, found.measure, found.rule) == (former, office, "office held")
    assert found.kind is Kind.EVENT


def test_office_is_judged_on_the_day_of_what_is_told(events: Numbers) -> None:
    (found,) = events("In 2018 NATO Secretary General Jens Stoltenberg spoke in Brussels.")
    assert found.period == "2018"
    (found,) = events("NATO Secretary General Mark Rutte spoke in Brussels.")
    assert found.period == "2025-02-13"


@pytest.mark.parametrize(
    "text",
    [
        "Then-President Joe Biden spoke.",
        "Deputy Prime Minister Robert Nobody spoke.",
        "The opposition's defence spokesman, Robert Nobody, spoke.",
    ],
)
def test_no_office_claimed(events: Numbers, text: str) -> None:
    assert events(text) == []


def test_same_office_twice_is_one_statement(events: Numbers) -> None:
    text = "NATO Secretary General Mark Rutte came. NATO Secretary General Mark Rutte left."
    assert len(events(text)) == 1


@pytest.mark.parametrize(
    ("text", "period", "place"),
    [
        ("Leaders will meet at the NATO summit in The Hague in June 2025.", "2025-06", "Hague"),
        ("The June summit in The Hague is ahead of us.", "2025-06", "Hague"),
        ("The July summit in The Hague comes next.", "2025-07", "Hague"),
        ("The NATO summit was held in Washington in July 2024.", "2024-07", "Washington"),
        ("The pledge was made at the 2014 Wales summit.", "2014", "Wales"),
    ],
)
def test_summit(events: Numbers, text: str, period: str, place: str) -> None:
    (found,) = events(text, "event")
    assert (found.event, found.period) == ("summit", period)
    assert place in found.place
    assert found.subject == ("NATO",)


def test_summit_of_another_body_is_not_the_alliances(events: Numbers) -> None:
    assert [s for s in events("The EU summit in Brussels in March 2025 was short.") if "NATO" in s.subject] == []


def test_gathering(events: Numbers) -> None:
    (found,) = events("NATO defence ministers met in Brussels on 13 February.", "event")
    assert (found.event, found.place, found.period) == ("defence ministers", "Brussels", "2025-02-13")


def test_gathering_of_another_body(events: Numbers) -> None:
    assert events("EU foreign ministers met in Brussels on 13 February.") == []


@pytest.mark.parametrize(
    ("text", "ally", "period"),
    [
        ("Sweden joined NATO in 2024.", "SWE", "2024"),
        ("Finland joined the alliance in April 2023.", "FIN", "2023-04"),
        ("Sweden joined NATO on 7 March 2024.", "SWE", "2024-03-07"),
    ],
)
def test_accession(events: Numbers, text: str, ally: str, period: str) -> None:
    (found,) = events(text, "membership")
    assert (found.subject, found.period, found.event) == ((ally,), period, "accession")


def test_joining_another_body_is_no_accession(events: Numbers) -> None:
    assert events("Finland joined the EU in 1995.", "membership") == []
    assert events("In April 2024, after Sweden joined NATO, ministers met in Brussels.", "membership") == []
    assert events("On 3 April 2023, a day before Finland joined the alliance, Hungary ratified.", "membership") == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("NATO was founded 76 years ago.", 76, 76),
        ("NATO was founded more than 75 years ago.", 75, math.inf),
        ("NATO turns 76 this year.", 76, 76),
    ],
)
def test_age_of_the_alliance(events: Numbers, text: str, low: float, high: float) -> None:
    (found,) = events(text, "event")
    assert found.value is not None
    assert (found.value.low, found.value.high, found.event) == (low, high, "founding")


def test_age_of_the_war(events: Numbers) -> None:
    (found,) = events("Russia's invasion of Ukraine began three years ago.", "event")
    assert (found.event, found.unit) == ("invasion", "years")


@pytest.mark.parametrize(
    "text",
    [
        "On 20 January, even before the Russian invasion of Ukraine began, Estonia added money.",
        "In March 2022, after Russia's invasion of Ukraine, Germany created a fund.",
    ],
)
def test_a_day_before_or_after_an_invasion_is_not_its_own(events: Numbers, text: str) -> None:
    assert not [one for one in events(text, "event") if one.event == "invasion"]


def test_invasion_dated(events: Numbers) -> None:
    (found,) = events("Russia invaded Ukraine on 24 February 2022.", "event")
    assert (found.event, found.period) == ("invasion", "2022-02-24")


def test_month_without_a_year_is_the_one_ahead_or_behind(events: Numbers) -> None:
    ahead = events("Leaders prepare for the June summit in The Hague.", "event", date(2025, 2, 13))
    behind = events("The target was agreed at the June summit in The Hague.", "event", date(2025, 8, 13))
    assert [s.period for s in (*ahead, *behind)] == ["2025-06", "2025-06"]


def test_a_summit_without_its_day_is_of_these_days_only_where_it_is_told_as_news(events: Numbers) -> None:
    (past,) = events("The Vilnius summit promised Ukraine a future in the alliance.")
    (news,) = events("European leaders met for an emergency summit in Paris on Ukraine.")
    assert (past.likely, news.likely) == (True, False)


@pytest.mark.parametrize(
    "saying", ["recalled that in 2014", "noted that in 2014", "stressed that, in 2014,", "claimed that back in 2014"]
)
def test_the_year_behind_that_is_not_the_day_of_the_saying(events: Numbers, saying: str) -> None:
    (found,) = events(f"British Prime Minister Keir Starmer {saying} the army had been larger.")
    assert found.period == "2025-02-13"


@pytest.mark.parametrize(
    "thing", ["the NATO battlegroup in Latvia", "the NATO training mission", "the NATO target", "the NATO fund"]
)
def test_a_thing_of_the_alliance_is_joined_and_not_the_alliance(events: Numbers, thing: str) -> None:
    assert "membership" not in {one.measure for one in events(f"In 2019 Canada joined {thing}.")}


def test_the_alliance_itself_is_joined(events: Numbers) -> None:
    assert "membership" in {one.measure for one in events("In 2020 North Macedonia joined the NATO alliance.")}
