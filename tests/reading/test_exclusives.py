"""Only, all but, every: what is said of everybody else in a set."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.conftest import Numbers, Read

SAID = [
    ("Poland was the only ally that spent more than 4 percent of GDP on defence in 2024.", "NATO", "only", ("POL",), 4),
    ("Poland is the only European ally to spend more than 4 percent of GDP on defence.", "EUR", "only", ("POL",), 4),
    ("Only Poland and Estonia spent more than 3 % of GDP on defence in 2024.", "NATO", "only", ("POL", "EST"), 3),
    ("All allies but Spain and Belgium met the 2 % target in 2024.", "NATO", "all", ("ESP", "BEL"), 2),
    ("All Nordic allies except Iceland met the 2 % target in 2024.", "NORDIC", "all", ("ISL",), 2),
]


@pytest.mark.parametrize(("text", "group", "quantifier", "named", "line"), SAID)
def test_everybody_else_is_spoken_of(
    reading: Read, text: str, group: str, quantifier: str, named: tuple[str, ...], line: float
) -> None:
    (found,) = [one for one in reading(text).statements if one.measure == "exceptions"]
    assert (found.subject, found.quantifier, found.against, found.threshold) == ((group,), quantifier, named, line)


@pytest.mark.parametrize(
    "text",
    [
        "Greece is the only ally in southern Europe to meet the target.",  # a part no group stands for
        "Poland spent more than 4 percent of GDP on defence in 2024.",
        "Not only Poland spends more than 3 % of GDP on defence.",
        "Poland is the only ally to buy the new tank.",
    ],
)
def test_without_a_set_nothing_is_said_of_others(reading: Read, text: str) -> None:
    assert [one for one in reading(text).statements if one.measure == "exceptions"] == []


@pytest.mark.parametrize(
    "text",
    [
        "None of the Nordic allies missed the 2% target in 2024.",
        "All allies spend at least 1.2 percent of GDP on defence.",
        "All three Baltic states met the 2% guideline in 2024.",
        "Every ally on the eastern flank met the 2% target in 2024.",
    ],
)
def test_members_told_one_by_one_are_no_average(reading: Read, text: str) -> None:
    assert [one for one in reading(text).statements if one.measure == "share_of_gdp"] == []


def test_the_exception_itself_is_not_read_as_meeting_it(reading: Read) -> None:
    found = reading("All allies except Spain met the 2 % target in 2024.").statements
    assert not any("ESP" in one.subject for one in found)


def test_the_whole_is_the_group_that_is_named(reading: Read) -> None:
    found = reading("Every ally on the eastern flank met the 2% target in 2024.").statements
    assert [one.subject for one in found if one.measure == "fraction_at_guideline"] == [("B9",)]


def test_only_those_among_the_unions_members(told: Numbers) -> None:
    text = (
        "The 2 percent of GDP is a target set by Nato at a summit in Wales last year.\n\n{}nly Greece, Estonia, and "
        "the UK have met the pledge."
    )
    for opener, groups in (("Among the EU-based Nato allies, o", []), ("O", [("NATO",)])):
        found = told(text.format(opener), "exceptions", date(2015, 4, 13))
        assert [one.subject for one in found] == groups
