"""Surnames that are countries."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Numbers

TITLED = "Portuguese Prime Minister Luiz Montenegro told the alliance that his country spends 1.55% of GDP on defence."


def owners(told: Numbers, text: str) -> list[tuple[str, ...]]:
    return [one.subject for one in told(text, "share_of_gdp")]


def test_behind_a_title_and_a_given_name_a_country_is_a_surname(told: Numbers) -> None:
    assert ("MNE",) not in owners(told, TITLED)


def test_the_surname_stays_one_in_the_sentences_behind(told: Numbers) -> None:
    assert ("MNE",) not in owners(told, f"{TITLED} Montenegro said defence spending had been 1.5% of GDP in 2023.")


def test_a_preposition_makes_it_the_country_again(told: Numbers) -> None:
    behind = "In Montenegro, defence spending stands at 2.02% of GDP."
    assert owners(told, f"{TITLED} {behind}")[-1] == ("MNE",)


def test_without_a_title_it_is_the_country(told: Numbers) -> None:
    assert owners(told, "Montenegro spends 2.02% of GDP on defence.") == [("MNE",)]


@pytest.mark.parametrize(
    ("name", "speaker"),
    [
        ("Raimond Kaljulaid", "Raimond Kaljulaid"),
        ("Andrzej Tusk", "Andrzej Tusk"),
        ("Paolo Draghi", "Paolo Draghi"),
        ("Donald Tusk", "Donald Tusk"),
    ],
)
def test_another_given_name_is_another_person(told: Numbers, name: str, speaker: str) -> None:
    (found,) = told(f"{name} said Poland spends 4.1% of GDP on defence.", "share_of_gdp")
    assert (found.speaker.name or found.speaker.named_as) == speaker


def test_a_day_is_no_part_of_a_body(told: Numbers) -> None:
    (found,) = told("The Finance Ministry on Monday said Lithuania spends 3.1% of GDP on defence.", "share_of_gdp")
    assert (found.speaker.name or found.speaker.named_as) == "Finance Ministry"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Pedro Sánchez reaffirms that Spain spends 1.3% of GDP on defence.", "Pedro Sánchez"),
        ("Spain spends 1.3% of GDP on defence, despite the doubts expressed by Mark Rutte.", ""),
        ("Spain spends 1.3% of GDP on defence, a figure disputed by Mark Rutte.", ""),
        ("Spain spends 1.3% of GDP on defence, a figure reported by Mark Rutte.", "Mark Rutte"),
        ("Spain spends 1.3% of GDP on defence, as confirmed by Mark Rutte.", "Mark Rutte"),
    ],
)
def test_who_is_only_named_beside_a_doubt_says_nothing(told: Numbers, text: str, speaker: str) -> None:
    (found,) = told(text, "share_of_gdp")
    assert found.speaker.name == speaker
