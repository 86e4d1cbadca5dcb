"""Where an ally stands against a line is a fact of it, and no target of its own."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.reading.inputs import document_of
from burdenshare.reading.model import Kind, Statement
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
