"""Who serves a body speaks for himself: chiefs and heads of services, and nouns that are taken for verbs of saying."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.conftest import Numbers

DAY = date(2025, 3, 1)


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("Estonia's spy chief", "Estonia's spy chief"),
        ("The head of Danish military intelligence", "head of Danish military intelligence"),
        ("The head of the Danish intelligence service", "head of the Danish intelligence service"),
        ("NATO's chief of staff", "NATO's chief of staff"),
        ("The Danish intelligence service", "Denmark"),
        ("NATO's chief", "Mark Rutte"),
        ("Norway's army chief", "Eirik Kristoffersen"),
        ("Germany's defence chief", "Germany's defence chief"),
        ("The US defense chief", "Pete Hegseth"),
        ("Norwegian army commander Gen. Ola Aune", "Ola Aune"),
    ],
)
def test_who_serves_a_body_is_not_the_body(speaker: str, name: str, told: Numbers) -> None:
    text = f"{speaker} said Russia could attack NATO within five years."
    assert [one.speaker.name for one in told(text, "reconstitution", DAY)] == [name]


def test_a_rank_stands_between_a_calling_and_its_name(told: Numbers) -> None:
    text = "Russia could attack NATO within five years, said Bundeswehr commander Gen. Anna Vogel in an interview."
    assert [one.speaker.name for one in told(text, "reconstitution", DAY)] == ["Anna Vogel"]


def test_whose_vow_it_is_though_the_alliance_met(told: Numbers) -> None:
    text = (
        "At the NATO summit he reaffirmed the UK's commitment to spending at least 3 billion pounds on aid for Ukraine."
    )
    assert [one.subject for one in told(text, "aid", DAY)] == [("GBR",)]


def test_he_is_the_chief_named_before(told: Numbers) -> None:
    text = "In Tallinn, Estonia's spy chief said Russia could attack NATO within five years. "
    found = told(text + "He said that Russia could attack NATO within three years.", "reconstitution", DAY)
    assert [one.speaker.name for one in found] == ["Estonia's spy chief"] * 2


def test_an_acronym_that_is_cited_is_no_he(told: Numbers) -> None:
    text = (
        "This was stated by NATO Secretary General Mark Rutte in London, the site reports citing the EP. "
        "He is convinced that Russia could attack NATO within five years."
    )
    assert [one.speaker.name for one in told(text, "reconstitution", date(2025, 6, 9))] == ["Mark Rutte"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("hosted a dinner for nations that live up to their pledges of two percent", ""),
        ("said that nations live up to their pledges of two percent", "Donald Trump"),
    ],
)
def test_pledges_behind_their_owner_are_no_verb(words: str, name: str, told: Numbers) -> None:
    found = told(f"President Trump {words} of GDP for defence.", "guideline", date(2019, 12, 4))
    assert [one.speaker.name for one in found] == [name]
