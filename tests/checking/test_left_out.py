"""Lists and counts whose words leave somebody out, or are of something else, are never judged surely."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.checking.model import Checked
from burdenshare.record import Record


def asked(text: str, on: str, record: Record, measure: str) -> list[Checked]:
    found = bs.check(text, on=date.fromisoformat(on), record=record).checked.checked
    return [one for one in found if one.statement.measure == measure]


def then(text: str, on: str, record: Record, measure: str) -> list[str]:
    return [one.then.verdict for one in asked(text, on, record, measure) if one.then is not None]


GOAL = "Among NATO members, only {} meet the goal of spending 2 percent of gross domestic product on defense."


def test_a_list_of_europeans_leaves_the_united_states_out_unsaid(record: Record) -> None:
    told = then(
        GOAL.format("Britain, Poland, Greece and Estonia"),
        "2017-01-12",
        record,
        "exceptions",
    )
    assert told == ["depends"]


@pytest.mark.parametrize(
    "text",
    [
        GOAL.format("Poland, Greece and Estonia"),  # and Britain
        GOAL.format("Britain, Poland and Estonia"),  # and Greece
    ],
)
def test_a_list_that_lacks_another_is_wrong(text: str, record: Record) -> None:
    assert then(text, "2017-01-12", record, "exceptions") == ["contradicted"]


HEALTH = "Washington spends only 5.7% of GDP on healthcare. That is near those who are to meet the 2% goal in 2018: "


def test_a_list_behind_a_sentence_on_another_topic_may_be_of_that(record: Record) -> None:
    told = then(HEALTH + "Poland (6.3%), Estonia (6.5%) and Latvia (5.7%).", "2018-07-14", record, "share_of_gdp")
    assert "contradicted" not in told


def test_a_list_of_its_own_is_judged(record: Record) -> None:
    text = "Three allies spent far more than 2% of GDP in 2018: Poland (6.3%), Estonia (6.5%) and Latvia (5.7%)."
    assert "contradicted" in then(text, "2018-07-14", record, "share_of_gdp")


LIST = "In 2023 the highest shares of GDP for defence were those of Greece (3.23 percent) and Italy (1.71 percent)."


def test_a_list_with_countries_outside_the_alliance_is_another_bodys(record: Record) -> None:
    wider = f"{LIST} By comparison, China has allocated 1.67 percent of GDP to defence, while Russia has reached 5.9."
    assert "contradicted" not in then(wider, "2025-02-20", record, "share_of_gdp")
    assert "contradicted" in then(LIST, "2025-02-20", record, "share_of_gdp")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "Greece meets 2 percent while seven other countries are expected to meet the 2% target in 2018.",
            "unverifiable",
        ),
        ("Seven countries are expected to meet the 2% target in 2018.", "contradicted"),
    ],
)
def test_whom_others_are_besides_is_not_said(text: str, verdict: str, record: Record) -> None:
    assert then(text, "2018-12-14", record, "allies_at_guideline")[-1] == verdict


def test_a_number_that_is_compared_counts_nobody(record: Record) -> None:
    text = "Nine countries is less than a third of all NATO member states that meet the 2 percent goal."
    assert "contradicted" not in then(text, "2025-09-01", record, "allies_at_guideline")


@pytest.mark.parametrize(
    "text",
    [
        "Germany, the largest European economy, spends 1.2% of its GDP on defence.",
        "Of all NATO members, Germany spends the most on healthcare.",
    ],
)
def test_an_economy_or_a_clinic_is_no_place_among_spenders(text: str, record: Record) -> None:
    assert asked(text, "2018-07-14", record, "rank") == []


def test_whose_official_asks_does_not_own_the_goal(record: Record) -> None:
    text = (
        "US President Donald Trump, who stressed the need of raising defense spending to 5% of GDP by 2035, attended."
    )
    assert {one.statement.subject for one in asked(text, "2025-06-25", record, "guideline")} == {("NATO",)}
    own = "The United States will raise its defence spending to 5% of GDP by 2035, Donald Trump said."
    assert {one.statement.subject for one in asked(own, "2025-06-25", record, "guideline")} == {("USA",)}


def test_every_year_since_is_not_answered_by_one(record: Record) -> None:
    assert then("The UK has met NATO's 2% target every year since 2006.", "2024-04-11", record, "share_of_gdp") in (
        ["unverifiable"],
        [],
    )


def test_a_reminder_is_no_count(record: Record) -> None:
    text = "He issued a reminder to all alliance members to meet their 2 percent commitments."
    assert asked(text, "2026-03-12", record, "fraction_at_guideline") == []


def test_a_group_whose_last_whole_count_lacks_one_cell_stays_open(record: Record) -> None:
    """August 2025 printed no share of Germany; core spending of July 2026 puts Slovenia and Czechia below the line."""
    (told,) = asked(
        "All EU members of NATO reached 2% of GDP on defence in 2025.", "2026-07-10", record, "fraction_at_guideline"
    )
    assert told.now is not None and told.now.verdict in ("unverifiable", "depends")


def test_the_best_known_sentence_of_a_report_names_no_author(record: Record) -> None:
    text = "We explain it.\n\nGreece spends 3.08% of GDP on defence.\n\nThe USA was the world's largest spender."
    (greece,) = asked(text, "2024-07-01", record, "share_of_gdp")
    assert greece.statement.speaker.name == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The objective of the alliance is to have each member state pay 2% of its GDP on defence.", []),
        ("Each member state pays 2% of its GDP on defence.", ["contradicted"]),
    ],
)
def test_an_objective_is_no_count(text: str, told: list[str], record: Record) -> None:
    assert then(text, "2017-06-01", record, "fraction_at_guideline") == told


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("America spent $664 billion on NATO in 2016.", "unverifiable"),
        ("NATO spent $664 billion on defence in 2016.", "contradicted"),
    ],
)
def test_what_money_is_spent_on_owns_no_sum(text: str, verdict: str, record: Record) -> None:
    told = [one for one in asked(text, "2019-04-03", record, "expenditure") if one.statement.subject == ("NATO",)]
    assert [one.now.verdict for one in told if one.now is not None] in ([verdict], [])
