"""Guidelines: the newest NATO spending commitment made on or before the day (semantics §2)."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.checking import Verdict
from burdenshare.reading.model import Kind, Modality, Statement
from tests.checking.conftest import Ask
from tests.checking.statements import target

S, D, X, U = Verdict.SUPPORTED, Verdict.DEPENDS, Verdict.CONTRADICTED, Verdict.UNVERIFIABLE
BEFORE, AFTER = date(2025, 6, 24), date(2025, 6, 26)


@pytest.mark.parametrize(
    ("statement", "on", "expected"),
    [
        (target(2.0), BEFORE, S),
        (target(2.0), AFTER, D),  # replaced the day before
        (target(5.0), AFTER, S),
        (target(3.5), AFTER, S),
        (target(1.5, "<="), AFTER, S),
        (target(5.0), BEFORE, U),  # a demand, decided a day later
        (target(3.0, ">"), BEFORE, U),
        (target(3.0, ">"), AFTER, D),  # 3.5 and 5 lie above it
        (target(2.0, ">"), BEFORE, U),  # "more than the 2 %" is not the 2 %
        (target(3.0, kind=Kind.FACT), BEFORE, X),  # "NATO's guideline is 3 %": the record knows better
        (target(3.0, kind=Kind.FACT, modality=Modality.DEMAND), BEFORE, U),
        (target(5.0, kind=Kind.FACT), BEFORE, U),  # nobody contradicts what was decided the next day
        (target(2.0, kind=Kind.FACT, period="2014", period_from="explicit"), BEFORE, S),
        (target(2.0, kind=Kind.FACT, period="2014", period_from="explicit"), AFTER, D),
        (target(2.0, kind=Kind.FACT, period="2011", period_from="explicit"), BEFORE, X),
        (target(5.0, period="2035", period_from="explicit"), AFTER, S),
        (target(5.0, period="2032", period_from="explicit"), AFTER, D),  # the deadline that was only proposed
        (target(3.5, subject="DEU"), AFTER, S),  # the budget plan of 2025-06-24
        (target(4.4, subject="DEU"), AFTER, U),  # national plans are not all held
    ],
)
def test_guidelines(ask: Ask, statement: Statement, on: date, expected: Verdict) -> None:
    checked = ask(statement, on)
    assert checked.then is not None
    assert checked.now is not None
    assert checked.then.verdict is expected, checked.then.why
    assert checked.now.verdict is expected


def test_what_was_decided_later_is_shown(ask: Ask) -> None:
    then = ask(target(3.0, ">"), date(2025, 2, 13)).then
    assert then is not None
    assert "not decided on that day" in then.context
    assert any(line.startswith("decided later: at least 3.5 % of GDP") for line in then.context)


def test_a_supported_guideline_names_its_commitment(ask: Ask) -> None:
    then = ask(target(5.0), AFTER).then
    assert then is not None
    assert then.sources
    assert "The Hague summit" in then.why
