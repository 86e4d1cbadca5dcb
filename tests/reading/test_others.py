"""Quantities whose noun decides, and the reasons for those that are no statement."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from burdenshare.reading.model import Kind, Modality
from tests.reading.conftest import Numbers, One

Reasons = Callable[[str], dict[str, str]]


@pytest.mark.parametrize(
    "text",
    [
        "Poland has 216,100 military personnel.",
        "The Polish armed forces have 216,100 soldiers.",
        "Poland has an army of 216,100.",
    ],
)
def test_strength(one: One, text: str) -> None:
    found = one(text, "military_personnel")
    assert found.value is not None
    assert (found.subject, found.unit, found.value.central) == (("POL",), "persons", 216100)


@pytest.mark.parametrize(
    "text", ["The United States has 100,000 troops in Europe.", "Some 100,000 US troops are stationed in Europe."]
)
def test_stationed_troops_are_another_measure(one: One, text: str) -> None:
    found = one(text)
    assert (found.measure, found.subject) == ("troops", ("USA",))


def test_rank_in_the_alliance_does_not_hand_the_army_to_it(one: One) -> None:
    found = one("Turkey has the second largest army in NATO with 481,000 troops.", "military_personnel")
    assert (found.measure, found.subject) == ("military_personnel", ("TUR",))


def test_forces_at_readiness_are_not_the_strength_of_all_forces(told: Numbers) -> None:
    assert told("NATO has 300,000 troops at high readiness.", "military_personnel") == []


def test_warheads(one: One) -> None:
    found = one("Russia has about 5,500 nuclear warheads.")
    assert (found.measure, found.subject, found.unit) == ("warheads", ("RUS",), "warheads")


def test_production(one: One) -> None:
    found = one("The EU makes two million shells a year.")
    assert (found.measure, found.subject, found.unit) == ("production", ("EU",), "rounds/year")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Russia could be ready to attack NATO within five years.", 5, 5),
        ("Russia could rebuild its army and attack in three to five to seven years.", 3, 7),
    ],
)
def test_adversarys_clock(one: One, text: str, low: float, high: float) -> None:
    found = one(text, "reconstitution")
    assert found.value is not None
    assert (found.value.low, found.value.high) == (low, high)
    assert (found.kind, found.modality) == (Kind.PROMISE, Modality.FORECAST)


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("Article 5 was invoked once.", "5", "a number in a name (article, type, part)"),
        ("He flew an F-35 home.", "35", "a type designation"),
        ("They fired 155 mm shells.", "155", "a measure of length, weight or calibre"),
        ("The talks began at 3 p.m. sharp.", "3", "a time of day"),
        ("The talks lasted 12 hours.", "12", "a duration or an age"),
        ("It was the 45th meeting.", "45th", "an ordinal"),
        ("Rutte, 58, took over.", "58", "a person's age"),
        ("Twelve journalists came.", "Twelve", "another topic: people"),
        ("The war began in 2022.", "2022", "a date"),
        ("The gap grew by 0.3 percentage points.", "0.3 percentage points", "not understood: percentage points of"),
        ("They met at Number 10.", "10", "a number in a name (article, type, part)"),
        ("It was No. 2 on the list.", "2", "a number in a name (article, type, part)"),
    ],
)
def test_reasons(told: Numbers, reasons: Reasons, text: str, words: str, reason: str) -> None:
    assert told(text) == []
    assert reasons(text)[words].startswith(reason)


@pytest.mark.parametrize("text", ["One of them left.", "He was half asleep.", "One day it will end."])
def test_idle_number_words_are_no_figures(reasons: Reasons, text: str) -> None:
    assert reasons(text) == {}


def test_a_place_where_a_firm_has_plants_makes_nothing(told: Numbers) -> None:
    text = "The company is a large maker. It can produce 450,000 artillery shells per year, some of them in Europe."
    assert not [one for one in told(text) if "EUR" in one.subject]
    text = "The plants turned out 450,000 artillery shells per year, most of them in Europe."
    assert [one.subject for one in told(text)] == [("EUR",)]
