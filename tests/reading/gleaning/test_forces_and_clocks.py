"""Soldiers of units and of times long gone, what is made in lists, and when Russia could attack, told by a date."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.conftest import Numbers

DAY = date(2025, 6, 5)

NO_STRENGTH = [
    "The Spanish military set a goal of 90,000 rounds a month.",
    "The departure of 9,000 US troops from Italy is worrying its allies.",
    "Slovakia's battlegroup is the largest with a strength of 1,800 troops.",
    "Brigades with 3,000 to 4,000 troops each will be formed in Estonia.",
    "In 1812 the French army had 600,000 soldiers.",
    "The French army would have had 300,000 soldiers today.",
    "The EU must add a total of 200,000 troops to its forces.",
    "Allies sent more soldiers to Poland, with 8,000 others personnel on alert.",
]


@pytest.mark.parametrize("text", NO_STRENGTH)
def test_not_the_strength_of_an_army_today(told: Numbers, text: str) -> None:
    assert [s for s in told(text, "military_personnel", DAY) if s.period or not s.likely] == []


TROOPS = [
    ("America will rotate a battalion of about 900 troops into Latvia beginning next year.", "USA", 900, "promise"),
    ("Some 16,000 soldiers from member states are engaged in NATO missions.", "NATO", 16000, "fact"),
    ("The present contingent of American forces in Italy is 12,000 troops.", "USA", 12000, "fact"),
]


@pytest.mark.parametrize(("text", "owner", "value", "kind"), TROOPS)
def test_troops_abroad(told: Numbers, text: str, owner: str, value: float, kind: str) -> None:
    (found,) = [s for s in told(text, "troops", DAY) if s.value is not None]
    assert found.value is not None
    assert (found.subject, found.value.central, found.kind.value) == ((owner,), value, kind)


def test_troops_of_the_sentence_before(told: Numbers) -> None:
    found = told("Some 84,000 US troops serve in Europe. About 900 troops in Bulgaria will stay on.", "troops", DAY)
    assert [s.subject for s in found] == [("USA",), ("USA",)]


def test_whose_troops_is_not_told(told: Numbers) -> None:
    assert told("There are some 70,000 troops spread across the territory of NATO allies.", "troops", DAY) == []


CLOCKS = [
    ("Moscow is preparing for a possible attack on a NATO member by 2029.", "2029", None),
    ("The alliance must be ready for a Russian attack by 2030.", "2030", None),
    ("A war between Russia and NATO could begin as early as 2028.", "2028", None),
    ("Spies warn that Russia could attack a NATO ally within six months.", "", 0.5),
    ("Russia is creating the option to wage war against NATO by 2029.", "2029", None),
    ("Russian armed forces should be able to strike at NATO by the end of this decade.", "2030", None),
    ("There is a possibility that Russia could attack NATO countries in 2029-2030.", "2029/2030", None),
]


@pytest.mark.parametrize(("text", "period", "value"), CLOCKS)
def test_the_adversarys_clock(told: Numbers, text: str, period: str, value: float | None) -> None:
    (found,) = told(text, "reconstitution", DAY)
    assert (found.subject, found.period, found.likely) == (("RUS",), period, True)
    assert (found.value.central if found.value is not None else None) == value


NO_CLOCK = [
    "After Russia's attack, NATO plans to field a new brigade by 2027.",
    "Europe must be able to deter Russian aggression by 2030.",
    "Russia launched its attack on Ukraine six months before the NATO summit.",
    "Russian forces could attack Kharkiv again by 2029, a NATO official said.",
]


@pytest.mark.parametrize("text", NO_CLOCK)
def test_no_clock(told: Numbers, text: str) -> None:
    assert told(text, "reconstitution", DAY) == []


MADE = [
    ("The US army set a goal of 100,000 rounds a month by the end of 2025.", "USA", 100000, "promise"),
    ("In 2024 Russia produced or modernised 1,500 tanks.", "RUS", 1500, "fact"),
]


@pytest.mark.parametrize(("text", "owner", "value", "kind"), MADE)
def test_what_is_made(told: Numbers, text: str, owner: str, value: float, kind: str) -> None:
    (found,) = told(text, "production", DAY)
    assert found.value is not None
    assert (found.subject, found.value.central, found.kind.value) == ((owner,), value, kind)


NOT_MADE = ["The Russians release 10,000 shells on the battlefield every so often.", "Poland has 900 tanks."]


@pytest.mark.parametrize("text", NOT_MADE)
def test_what_is_fired_or_held_is_not_made(told: Numbers, text: str) -> None:
    assert told(text, "production", DAY) == []


def test_what_a_boat_can_carry_is_no_arsenal(told: Numbers) -> None:
    assert told("Russia has submarines which could carry 800 warheads.", "warheads", DAY) == []


def test_an_arsenal_is_counted_by_the_year_of_the_text(told: Numbers) -> None:
    (now,) = told("China has 600 nuclear warheads.", "warheads", DAY)
    assert now.period == "2025"
