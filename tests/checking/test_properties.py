"""Two promises that hold for any claim on any day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from burdenshare.checking import Judgement, Verdict, check_statement
from burdenshare.reading.model import Statement
from burdenshare.record.model import Derivation, Observation
from burdenshare.record.record import Record
from tests.checking.statements import count, growth, level, share

FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

DAYS = st.dates(date(2014, 1, 1), date(2026, 8, 22))
YEARS = st.integers(2010, 2027)
ALLIES = st.sampled_from(["USA", "DEU", "POL", "FRA", "CAN", "ISL", "MNE", "SWE", "UKR"])
STATEMENTS = st.one_of(
    st.builds(share, ALLIES, st.floats(0.5, 5.0), YEARS),
    st.builds(count, st.integers(0, 32), YEARS),
    st.builds(growth, st.sampled_from(["NATO", "EUR_CAN", "DEU"]), st.floats(-10, 40), YEARS),
    st.builds(level, st.sampled_from(["NATO", "EUR_CAN", "EUR", "USA"]), st.floats(100, 1600), YEARS),
    st.builds(  # the release named may come out only after the day
        lambda said, release: replace(said, release=release),
        st.one_of(st.builds(count, st.integers(0, 32), YEARS), st.builds(share, ALLIES, st.floats(0.5, 5.0), YEARS)),
        st.sampled_from(["2018-07", "2019-11", "2021-06", "2024-06", "2025-08", "2026-07"]),
    ),
)


def leaves(tree: Derivation | None) -> Iterator[Observation]:
    """Every observation a derivation rests on."""
    if tree is None:
        return
    if tree.observation is not None:
        yield tree.observation
    for part in tree.inputs:
        yield from leaves(part)


def rests_on(judgement: Judgement) -> Iterator[Observation]:
    yield from judgement.evidence
    yield from leaves(judgement.derivation)
    for one in judgement.tried:
        yield from leaves(one.derivation)


@FEW
@given(statement=STATEMENTS, on=DAYS)
def test_then_never_uses_what_was_published_after_the_day(record: Record, statement: Statement, on: date) -> None:
    then = check_statement(statement, record, on=on, now=record.edition).then
    assert then is not None
    for one in rests_on(then):
        assert one.released_on is not None
        assert one.released_on <= on


@FEW
@given(statement=STATEMENTS, on=DAYS)
def test_never_contradicted_where_the_record_lacks_the_cell(record: Record, statement: Statement, on: date) -> None:
    checked = check_statement(statement, record, on=on, now=record.edition)
    for judgement in (checked.then, checked.now):
        assert judgement is not None
        if judgement.verdict is Verdict.CONTRADICTED:
            assert judgement.evidence
            assert judgement.distance is not None
            assert judgement.distance > 0
            assert all(not one.agrees for one in judgement.tried)


@FEW
@given(statement=STATEMENTS, on=DAYS)
def test_supported_means_that_the_first_reading_agrees(record: Record, statement: Statement, on: date) -> None:
    checked = check_statement(statement, record, on=on, now=record.edition)
    for judgement in (checked.then, checked.now):
        assert judgement is not None
        if judgement.verdict is Verdict.SUPPORTED:
            assert judgement.tried[0].agrees
            assert judgement.reading == judgement.tried[0].name
