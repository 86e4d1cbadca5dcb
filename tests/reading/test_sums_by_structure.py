"""Whose a sum or a thing is, by the build of the sentence alone: sentences of kinds that no list of words foresees."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.checking.check import check_reading
from burdenshare.reading.model import Document, Kind
from burdenshare.reading.read import read
from burdenshare.record import Record
from tests.reading.conftest import Numbers

DAY = date(2025, 2, 20)

OWNED = [
    ("U.S. allies are to spend 12 billion dollars more on defence this year, NATO said.", "12 billion", "EUR_CAN"),
    ("NATO saw a rise of 11 percent in defence spending by European members and Canada in 2023.", "11", "EUR_CAN"),
    (
        "NATO told of an 11% rise in defence spending over the past year from Canada and European allies.",
        "11%",
        "EUR_CAN",
    ),
    (
        "The minister said the US had given Ukraine over $90 billion, while Europe had given only $80 billion.",
        "$90",
        "USA",
    ),
    ("Europe has given more aid to Ukraine ($138 billion) than the US ($119 billion).", "$138", "EUR"),
    ("Germany is the largest European donor of military aid to Ukraine with a total of €18 billion.", "€18", "DEU"),
    ("The EU is ahead of the United States with €80 billion in promised aid for Ukraine.", "€80", "EU"),
    ("Spain's defence spending – the lowest in the alliance – is estimated at 17 billion euros.", "17 billion", "ESP"),
    (
        "France and Britain had the largest defence spending at $48.6 billion and $50.7 billion, respectively.",
        "$50.7",
        "GBR",
    ),
    ("The United States and Europe together can make only 1.2 million shells a year.", "1.2 million", "USA;EUR"),
    ("The output of 155 mm shells in Europe is below 600 thousand units per year.", "600 thousand", "EUR"),
    ("The EU and the UK must add 300,000 soldiers.", "300,000", "EU;GBR"),
    ("Washington finances more than three-fifths of the military budget of the alliance.", "three-fifths", "USA"),
]


@pytest.mark.parametrize(("text", "figure", "owner"), OWNED)
def test_the_owner_is_found_by_structure(told: Numbers, text: str, figure: str, owner: str) -> None:
    at = text.index(figure)
    found = [s for s in told(text, "", DAY) if s.focus.start <= at < s.focus.end]
    assert [";".join(s.subject) for s in found] == [owner]


PURSES = [
    (
        "We promised it at NATO in Washington, and there is a £3 billion boost for defence next year.",
        "expenditure_change",
    ),
    ("That is on top of £3 billion each year for Ukraine.", "aid"),
]


@pytest.mark.parametrize(("text", "measure"), PURSES)
def test_pounds_are_britains(told: Numbers, text: str, measure: str) -> None:
    found = told(f"NATO members must spend 2 percent of GDP on defence.\n\n{text}", measure, DAY)
    assert [(one.subject, one.likely) for one in found] == [(("GBR",), True)]


UNSAID = [
    ("The U.S. has given Ukraine $75 billion, not over $200 billion.", "$200"),
    ("Belgium has cut 1.5 billion euros from its defence budget since 2014.", "1.5"),
    ("85,000 U.S. troops are deployed to Europe, an increase of about 20,000 troops.", "20,000"),
    ("Russia's army adds from 1000 to 1500 new tanks every year.", "1000"),
    ("In one year Russia has turned out four million artillery shells for its attack.", "one year"),
    ("We gave them $350 billion for Ukraine and Europe gave $100 billion.", "$350"),
]


@pytest.mark.parametrize(("text", "figure"), UNSAID)
def test_what_is_no_sum_or_strength_of_anybody(told: Numbers, text: str, figure: str) -> None:
    at = text.index(figure)
    assert not [s for s in told(text, "", DAY) if s.focus.start <= at < s.focus.end]


def test_only_the_part_is_help(told: Numbers) -> None:
    found = told("Norway raised its defence budget to NOK 180 billion, of which 85 billion is for Ukraine.", "", DAY)
    assert [one.measure for one in found] == ["expenditure", "aid"]


def test_a_small_part_of_a_military_budget_is_of_the_alliances_own(told: Numbers) -> None:
    found = told("The US pays 16 percent of NATO's military budget.", "", DAY)
    assert [one.measure for one in found] == ["common_budget_share"]


def test_a_sum_counted_from_a_pledge_made_years_ago(told: Numbers) -> None:
    text = "European allies and Canada will have added more than $600 billion since they set the target a decade ago."
    found = told(text, "extra_expenditure", date(2024, 7, 11))
    assert [(one.kind, one.period, one.subject) for one in found] == [(Kind.FACT, "2014/2024", ("EUR_CAN",))]


def test_it_is_the_country_the_sentence_before_was_about(told: Numbers) -> None:
    text = "NATO members spent 2.4 percent of GDP on defence. Germany is a case in point. It still spends 1.2 percent."
    assert told(text, "share_of_gdp", DAY)[-1].subject == ("DEU",)


def test_a_share_of_a_country_outside_is_not_held_against_a_sum(record: Record) -> None:
    text = "NATO said that Russia spends 7.5 percent of GDP on defence."
    checked = check_reading(read(Document("own", text, DAY), record), record).checked
    verdicts = [v.verdict.value for one in checked for v in (one.then, one.now) if v is not None]
    assert verdicts and "contradicted" not in verdicts
