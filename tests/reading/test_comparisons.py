"""One ally held against others: what is read, and what looks like it and is left."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Read

COMPARED = [
    ("Poland spends more on defence than Italy.", "POL", ">", ("ITA",), "expenditure"),
    ("The United States spends more on defence than the next nine NATO allies combined.", "USA", ">", ("NEXT:9",), ""),
    ("The US spends more on its military than all other allies put together.", "USA", ">", ("REST",), ""),
    ("The US spends more on its military than the rest of the alliance combined.", "USA", ">", ("REST",), ""),
    ("Britain spends more on defence than France and Italy combined.", "GBR", ">", ("FRA", "ITA"), ""),
    ("Greece outspends Poland on defence as a share of GDP.", "GRC", ">", ("POL",), "share_of_gdp"),
    ("Canada spends less on defence as a share of GDP than Albania.", "CAN", "<", ("ALB",), "share_of_gdp"),
    ("Britain's defence budget is larger than that of France.", "GBR", ">", ("FRA",), "expenditure"),
    ("Poland's defence spending is three times that of Romania.", "POL", "=", ("ROU",), "expenditure"),
    ("Germany spends twice as much on defence as Italy.", "DEU", "=", ("ITA",), "expenditure"),
    ("Norway spends more per head on defence than Germany.", "NOR", ">", ("DEU",), "expenditure_per_capita"),
    ("Poland has more soldiers than Germany.", "POL", ">", ("DEU",), "military_personnel"),
    ("The United States has given Ukraine more military aid than Germany.", "USA", ">", ("DEU",), "aid"),
    ("Europe has given Ukraine more aid than the United States.", "EUR", ">", ("USA",), "aid"),
]

NOT_COMPARED = [
    "The US spends more on defence than the next nine countries combined.",  # of the world
    "Germany spends more on pensions than Italy.",
    "Germany spends more on defence than it does on education.",
    "Germany spends more on defence than Russia.",  # another statistic
    "Poland would spend more on defence than Italy.",
    "Poland will spend more on defence than Italy by 2030.",
    "Poland does not spend more on defence than Italy.",
    "Does Poland spend more on defence than Italy?",
    "Poland spends more than 4 percent of GDP on defence.",
    "Latvia's spending rose faster than Estonia's.",
    "Poland has spent more on equipment than Italy since 2022.",
    "Germany wants to spend more on defence than France.",
    "Poland and Estonia spend more on defence than Italy.",  # each, or both?
    "Germany has more reason than Italy to spend on defence.",
]


@pytest.mark.parametrize(("text", "owner", "sign", "others", "by"), COMPARED)
def test_one_ally_is_held_against_others(
    reading: Read, text: str, owner: str, sign: str, others: tuple[str, ...], by: str
) -> None:
    (found,) = [one for one in reading(text).statements if one.measure == "comparison"]
    assert (found.subject, found.comparator, found.against) == ((owner,), sign, others)
    assert found.by == (by or "expenditure")


@pytest.mark.parametrize("text", NOT_COMPARED)
def test_what_only_looks_like_a_comparison_is_left(reading: Read, text: str) -> None:
    assert [one for one in reading(text).statements if one.measure == "comparison"] == []


def test_several_are_one_owner_only_where_taken_together(reading: Read) -> None:
    text = "Estonia, Latvia and Lithuania together spend less on defence than Denmark."
    (found,) = [one for one in reading(text).statements if one.measure == "comparison"]
    assert found.subject == ("EST", "LVA", "LTU")


def test_each_of_the_others_is_its_own_comparison(reading: Read) -> None:
    text = "Canada spends less on defence as a share of GDP than Poland or Estonia."
    found = [one for one in reading(text).statements if one.measure == "comparison"]
    assert [one.against for one in found] == [("POL",), ("EST",)]


def test_the_kind_of_aid_is_kept(reading: Read) -> None:
    text = "The United States has given Ukraine more military aid than Germany."
    (found,) = [one for one in reading(text).statements if one.measure == "comparison"]
    assert found.basis == "military"
