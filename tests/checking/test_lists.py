"""Statements about several subjects: no subject is dropped, and of a share the whole is a group that holds the part."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.checking import Verdict
from burdenshare.checking.builders import BUILDERS, OFFICES
from burdenshare.checking.lists import MODES, Mode
from burdenshare.reading.model import Statement
from tests.checking.conftest import Ask
from tests.checking.statements import around, exactly, level, say
from tests.checking.test_properties import leaves

S, C, D, X, U = Verdict.SUPPORTED, Verdict.CLOSE, Verdict.DEPENDS, Verdict.CONTRADICTED, Verdict.UNVERIFIABLE
FEBRUARY = date(2025, 2, 13)


def then(ask: Ask, statement: Statement, on: date = FEBRUARY) -> Verdict:
    found = ask(statement, on).then
    assert found is not None
    return found.verdict


def test_every_kind_of_question_says_how_several_subjects_share_it() -> None:
    assert set(MODES) == set(BUILDERS)


@pytest.mark.parametrize("kind", sorted(kind for kind, mode in MODES.items() if mode is not Mode.ONE))
def test_no_subject_is_silently_dropped(ask: Ask, kind: str) -> None:
    """Whatever is asked of two allies, the answer speaks of both."""
    office, person = (kind, "Somebody") if kind in OFFICES else ("", "")
    statement = say(
        kind, "DEU FRA", around(3.0, 0.1), year=2023, unit="", baseline="2021", office=office, person=person
    )
    judgement = ask(statement, FEBRUARY).then
    assert judgement is not None
    told = judgement.why + str(judgement.derivation)
    assert ("DEU" in told and "FRA" in told) or ("Germany" in told and "France" in told)


def test_a_share_of_several_is_their_sum(ask: Ask) -> None:
    """USA 967,707 and CAN 30,495 of 1,474,399 million in 2024-06: 67.7 %."""
    both = say("share_of_total", "USA CAN", around(68, 0.5), year=2024, unit="%")
    assert then(ask, both) is S
    assert then(ask, say("share_of_total", "USA CAN NATO", around(68, 0.5), year=2024, unit="%")) is S
    assert then(ask, say("share_of_total", "USA CAN", around(30, 0.5), year=2024, unit="%")) is X


def test_only_a_group_that_holds_the_part_is_a_whole(ask: Ask) -> None:
    """Europe does not hold the United States: the two together are asked of the alliance."""
    assert then(ask, say("share_of_total", "USA EUR", around(98, 0.5), year=2024, unit="%")) in (S, C)
    assert then(ask, say("share_of_total", "DEU EUR", around(22, 0.5), year=2024, unit="%")) is not X


def test_a_change_told_of_two_is_a_sum_first(ask: Ask) -> None:
    assert then(ask, say("expenditure_change", "DEU FRA", around(29.5e9, 5e8), year=2024, unit="USD")) is S
    assert then(ask, say("expenditure_change", "DEU FRA", around(300e9, 5e8), year=2024, unit="USD")) is X
    # Germany alone rose by 24.55 billion: right for one of the two is no contradiction
    assert then(ask, say("expenditure_change", "DEU FRA", around(24.55e9, 5e7), year=2024, unit="USD")) in (U, D)


def test_parts_that_overlap_are_not_added(ask: Ask) -> None:
    found = ask(say("expenditure_change", "DEU EUR", around(50e9, 5e8), year=2024, unit="USD"), FEBRUARY).then
    assert found is not None
    assert found.verdict in (U, D)


def test_each_of_two_that_joined(ask: Ask) -> None:
    """Finland joined in 2023, Sweden in 2024; the alliance is what they joined."""
    assert then(ask, say("membership", "FIN SWE", period="2023")) is X
    assert then(ask, say("membership", "EST LVA", period="2004")) is S
    assert then(ask, say("membership", "FIN NATO", period="2023")) is S


def test_counts_over_two_groups_are_never_contradicted(ask: Ask) -> None:
    assert then(ask, say("allies_at_guideline", "NATO EUR", exactly(3), year=2024, unit="allies")) is U


@pytest.mark.parametrize(
    ("trillions", "period", "expected"),
    [
        (4.0, "2022/2024", S),  # 1.211 + 1.314 + 1.474 in 2024-06
        (1.5, "2022/2024", D),  # the last year alone
        (9.0, "2022/2024", X),
        (0.25, "2024-Q1", U),
        (0.12, "2024-03", U),
    ],
)
def test_money_of_a_span_is_a_sum_and_of_a_month_unknown(
    ask: Ask, trillions: float, period: str, expected: Verdict
) -> None:
    half = 0.05 if trillions >= 1 else 0.005
    words = say(
        "expenditure",
        "NATO",
        around(trillions * 1e12, half * 1e12),
        period=period,
        period_from="explicit",
        unit="USD",
    )
    assert then(ask, words) is expected


def test_money_of_a_list_is_each_or_all_together(ask: Ask) -> None:
    statement = level("USA", 998, 2024)
    both = say("expenditure", "USA CAN", statement.value, year=2024, unit="USD")
    assert then(ask, both) is D
    assert list(leaves(ask(both, FEBRUARY).then.derivation))  # type: ignore[union-attr]


def test_growth_of_two_may_be_that_of_their_sum(ask: Ask) -> None:
    """Germany rose by 29.4 and Poland by 30.1 per cent in real terms, in 2024-06; together by 29.6."""
    both = say("expenditure_growth", "DEU POL", around(30.5, 0.5), "increase", year=2024, unit="%")
    assert then(ask, both) in (D, C)
    far = say("expenditure_growth", "DEU POL", around(10, 0.5), "increase", year=2024, unit="%")
    assert then(ask, far) is X
