"""Claims: which question a statement puts, and what stays open in it."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.checking.builders import BUILDERS
from burdenshare.checking.claims import compile_claim
from burdenshare.checking.questions import (
    Age,
    Change,
    Extra,
    Fraction,
    Growth,
    Hole,
    Level,
    Membership,
    Numeric,
    Tenure,
    fill,
    holes_of,
)
from burdenshare.checking.readings_table import RULES
from burdenshare.checking.ways import ways
from burdenshare.reading.model import Kind, Statement
from burdenshare.record.measures import declared
from burdenshare.record.record import Record
from tests.checking.statements import around, exactly, growth, level, meeting, say, share, titled

DAY = date(2025, 2, 13)


def question(statement: Statement) -> object:
    claim = compile_claim(statement, DAY)
    assert claim is not None
    return claim.question


def test_every_declared_measure_has_a_builder_or_is_macro_detail() -> None:
    assert set(declared().by_id) <= set(BUILDERS)


def test_what_the_words_say_is_no_hole() -> None:
    said = level("EUR_CAN", 485, 2024, basis="current")
    assert question(said) == Level("expenditure", "EUR_CAN", 2024, "current", "USD")
    assert holes_of(Level("expenditure", "EUR_CAN", 2024, "current", "USD")) == ()


def test_what_the_words_leave_open_is_a_hole() -> None:
    node = question(level("EUR_CAN", 485, 2024))
    assert isinstance(node, Level)
    assert holes_of(node) == (Hole.BASIS,)
    node = question(growth("NATO", 20, 2024, holes="group"))
    assert isinstance(node, Growth)
    assert holes_of(node) == (Hole.GROUP, Hole.TERMS)
    node = question(say("fraction_at_guideline", "NATO", period_from="now", holes="denominator"))
    assert isinstance(node, Fraction)
    assert holes_of(node) == (Hole.PERIOD, Hole.DENOMINATOR)


def test_a_span_gives_baseline_and_last_year() -> None:
    node = question(say("extra_expenditure", "EUR_CAN", period="2017/2024", period_from="explicit", unit="USD"))
    assert isinstance(node, Extra)
    assert (node.baseline, node.last) == (2017, 2024)


def test_a_year_is_not_compared_with_itself() -> None:
    node = question(say("expenditure_change", "EUR_CAN", year=2025, baseline="2025", baselines=("2025",), unit="USD"))
    assert isinstance(node, Change)
    assert node.first is None


def test_extra_without_a_baseline_is_a_change_on_the_year_before() -> None:
    assert isinstance(question(say("extra_expenditure", "DEU", year=2024, unit="USD")), Change)


@pytest.mark.parametrize(
    ("statement", "node"),
    [
        (titled("JD Vance", "vice_president", "USA"), Tenure),
        (say("event", "NATO", exactly(76), unit="years"), Age),
        (meeting("joined the alliance", "2023-04", subject="FIN"), Membership),
    ],
)
def test_dated_questions(statement: Statement, node: type) -> None:
    assert isinstance(question(statement), node)


def test_positions_and_nameless_measures_put_no_question() -> None:
    assert compile_claim(say("", "NATO", kind=Kind.POSITION), DAY) is None
    assert compile_claim(say("no_such_measure", "NATO"), DAY) is None
    assert compile_claim(say("share_of_gdp", ""), DAY) is None


def test_a_reading_rewrites_the_holes_and_nothing_else() -> None:
    node = question(level("EUR_CAN", 485, 2024))
    assert isinstance(node, Numeric)
    filled = fill(node, {Hole.BASIS: "constant", Hole.GROUP: "NATO"})
    assert filled == Level("expenditure", "EUR_CAN", 2024, "constant", "USD")


def test_the_plain_way_stands_first_and_once(record: Record) -> None:
    statements = [
        level("EUR_CAN", 485, 2024),
        growth("NATO", 20, 2024, holes="group"),
        growth("DEU", 20, 2024),
        share("DEU", 2.0, 2024),
        say("extra_expenditure", "EUR", around(7e11), year=2024, baseline="2014", unit="USD", holes="group"),
        say("fraction_at_guideline", "NATO", period_from="now", holes="denominator"),
    ]
    for statement in statements:
        claim = compile_claim(statement, DAY)
        assert claim is not None
        assert isinstance(claim.question, Numeric)
        for hole in holes_of(claim.question):
            places = [way.place for way in ways(claim, hole, record)]
            assert places.count(0) == 1, (statement.measure, hole)
            assert places == sorted(places)


def test_every_row_of_the_table_has_a_reason_and_a_name_of_its_own() -> None:
    assert all(rule.reason for rule in RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)
