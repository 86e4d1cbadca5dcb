"""Where an ally stands against a line is a fact of it, and no target of its own."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.reading.inputs import document_of
from burdenshare.reading.model import Kind, Modality, Statement
from burdenshare.reading.read import read
from burdenshare.record.record import Record


def told(text: str, record: Record) -> list[Statement]:
    found = read(document_of(text, on=date(2025, 6, 10)), record).statements
    return [one for one in found if one.measure in ("share_of_gdp", "guideline")]


@pytest.mark.parametrize(
    ("text", "ally", "sign", "share"),
    [
        ("The United States is far above the current 2 % target at 3.4 %.", "USA", ">", 3.4),
        ("Poland is already beyond NATO's 2% goal, at 4.1%.", "POL", ">", 4.1),
        ("Spain is still well below the alliance's 2 percent target, spending 1.3 percent.", "ESP", "<", 1.3),
        ("Greece exceeds the 2% target with 3.1%.", "GRC", ">", 3.1),
        ("Spain remains short of the 2% guideline, with just 1.3%.", "ESP", "<", 1.3),
    ],
)
def test_the_share_beside_a_line_is_spent(text: str, ally: str, sign: str, share: float, record: Record) -> None:
    facts = [one for one in told(text, record) if one.kind is Kind.FACT]
    assert {one.subject for one in facts} == {(ally,)}
    assert (share, "=") in [(one.value.central, one.comparator) for one in facts if one.value]
    assert sign in [one.comparator for one in facts]
    assert not [one for one in told(text, record) if one.kind is Kind.PROMISE and one.subject == (ally,)]


@pytest.mark.parametrize(
    "text",
    [
        "Spain will be above the 2 percent target.",
        "Spain would be below the 2 percent target.",
        "Germany has set a target at 3.5 %.",
        "Germany has raised its target to 3.5 %.",
    ],
)
def test_what_is_to_come_stays_a_promise(text: str, record: Record) -> None:
    assert [one.kind for one in told(text, record)] == [Kind.PROMISE]


def test_a_year_gone_by_dates_where_it_stood(record: Record) -> None:
    (stood,) = told("Poland was above the 2 percent target in 2023.", record)
    assert (stood.kind, stood.period) == (Kind.FACT, "2023")


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian defence spending is to be increased by 11 billion kroner.",
        "Norwegian defence spending is to rise by 11 billion kroner.",
        "The Norwegian defence budget was to be raised by 11 billion kroner.",
    ],
)
def test_a_rise_that_is_to_be_is_not_spent(text: str, record: Record) -> None:
    found = read(document_of(text, on=date(2024, 6, 1)), record).statements
    assert [(one.kind, one.measure) for one in found] == [(Kind.PROMISE, "expenditure_change")]


@pytest.mark.parametrize(
    "text",
    [
        "The French defence budget, 32 billion euros in 2017, will rise to 64 billion euros by 2030.",
        "The French defence budget, which stood at €32 billion in 2017, is to reach €64 billion by 2030.",
        "France's defence budget (€32bn in 2017) will reach €64bn in 2030.",
    ],
)
def test_a_sum_of_a_year_gone_before_a_sum_to_come_is_no_plan(text: str, record: Record) -> None:
    found = read(document_of(text, on=date(2018, 6, 1)), record).statements
    assert [(one.kind, one.period) for one in found] == [(Kind.FACT, "2017"), (Kind.PROMISE, "2030")]


@pytest.mark.parametrize(
    "whom",
    ["Many member states of the EU", "A majority of EU members", "Numerous EU governments", "The EU's eastern members"],
)
def test_those_counted_of_a_group_are_not_the_group(whom: str, record: Record) -> None:
    assert not told(f"{whom} spend less than 2% of GDP on defence.", record)


@pytest.mark.parametrize("whom", ["The EU as a whole", "The member states of the EU", "The EU's member states"])
def test_all_of_a_group_are_the_group(whom: str, record: Record) -> None:
    (share,) = told(f"{whom} spent less than 2% of GDP on defence.", record)
    assert share.subject == ("EU",)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Belgium will bring forward its 2% target from 2029 to this year.", "2025"),
        ("Belgium brought the 2% of GDP goal forward from 2035 to 2029.", "2029"),
        ("Canada has delayed its 2% target from 2026 to 2032.", "2032"),
        ("Canada aims for 2% of GDP by 2032.", "2032"),
    ],
)
def test_a_goal_is_due_in_the_year_it_is_moved_to(text: str, due: str, record: Record) -> None:
    assert {one.period for one in told(text, record) if one.kind is Kind.PROMISE} == {due}


@pytest.mark.parametrize(
    "text",
    [
        "NATO members spent $1.5 trillion on defence in 2024, of which the United States accounted for 64 percent.",
        "NATO members spent $1.5 trillion on defence in 2024. The United States accounted for 64 percent of that.",
        "NATO members spent $1.5 trillion on defence in 2024, 64 percent of it by the United States.",
    ],
)
def test_a_part_of_what_was_just_told_is_of_all_allies(text: str, record: Record) -> None:
    found = read(document_of(text, on=date(2025, 6, 10)), record).statements
    (part,) = [one for one in found if one.measure == "share_of_total"]
    assert (part.subject, part.period, part.value.central if part.value else 0) == (("USA",), "2024", 64)


def test_a_part_of_one_allys_spending_is_no_part_of_all(record: Record) -> None:
    text = "Germany spent $88bn on defence in 2024. Equipment accounted for 30 percent of that."
    found = read(document_of(text, on=date(2025, 6, 10)), record).statements
    assert "share_of_total" not in [one.measure for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "The Czech Republic's new government scrapped a plan to reach 3% of GDP by 2030.",
        "Czechia has dropped its target of 3% of GDP by 2030.",
        "The Czech government walked back a promise to spend 3% of GDP on defence.",
        "The government shelved plans to raise Czech defence spending to 3% of GDP.",
    ],
)
def test_a_goal_that_is_given_up_is_nobodys_pledge(text: str, record: Record) -> None:
    assert {one.modality for one in told(text, record)} <= {Modality.DENIAL}


def test_what_takes_the_place_of_a_goal_given_up_is_pledged(record: Record) -> None:
    goals = told("Belgium scrapped its 2% target and will spend 3% of GDP on defence by 2030.", record)
    assert (3.0, Modality.PLEDGE) in [(one.value.central, one.modality) for one in goals if one.value]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Greece has long met the 2% goal, spending 3.08% in 2024.", 3.08),
        ("Greece met the 2% target with 3.08% of GDP in 2024.", 3.08),
        ("Portugal missed the 2% target in 2024, at 1.6%.", 1.6),
    ],
)
def test_the_share_behind_a_line_that_was_met_is_spent(text: str, share: float, record: Record) -> None:
    assert share in [one.value.central for one in told(text, record) if one.kind is Kind.FACT and one.value]
    assert share not in [one.value.central for one in told(text, record) if one.kind is Kind.PROMISE and one.value]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Montenegro wants more, with discussions around a target of 3% of GDP on defence.", Modality.HYPOTHETICAL),
        ("Montenegro is holding talks about a target of 3% of GDP for defence.", Modality.HYPOTHETICAL),
        ("In talks on trade Montenegro pledged to spend 3% of GDP on defence.", Modality.PLEDGE),
        ("After talks on Ukraine Montenegro will spend 3% of GDP on defence.", Modality.PLEDGE),
    ],
)
def test_a_target_that_is_only_talked_about_is_no_pledge(text: str, modality: Modality, record: Record) -> None:
    (goal,) = told(text, record)
    assert goal.modality is modality


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Montenegro aims to spend more, with a target of 3% of GDP.", set()),
        ("Montenegro aims to spend more, with talk of a goal of 3% of GDP.", set()),
        ("Montenegro met its target of 2% of GDP for defence in 2024.", {Kind.FACT}),
        ("Montenegro is above the target of 2% of GDP for defence.", {Kind.FACT}),
    ],
)
def test_a_goal_is_no_share_that_is_spent(text: str, kinds: set[Kind], record: Record) -> None:
    facts = {one.kind for one in told(text, record) if one.kind is Kind.FACT}
    assert facts == kinds


@pytest.mark.parametrize("share", ["70 percent", "two-thirds", "more than 60 %"])
def test_too_large_a_part_of_natos_budget_is_told_as_open(share: str, record: Record) -> None:
    reading = read(document_of(f"The United States pays {share} of NATO's budget.", on=date(2025, 6, 10)), record)
    assert not reading.statements
    [left] = reading.unaccounted
    assert "NATO's common budget" in left.reason


def test_a_part_that_a_member_pays_is_one_of_the_common_budget(record: Record) -> None:
    reading = read(document_of("The United States pays 16 percent of NATO's budget.", on=date(2025, 6, 10)), record)
    assert [one.measure for one in reading.statements] == ["common_budget_share"]
