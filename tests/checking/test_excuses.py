"""What may not rescue a figure, and what may not condemn it: stacked readings, stale sums, places in the world."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from burdenshare.checking import Judgement, Verdict
from burdenshare.checking.claims import compile_claim
from burdenshare.checking.model import Clock
from burdenshare.checking.periods import YEARLY
from burdenshare.checking.questions import Level
from burdenshare.checking.readings import older_readings, plain_release_readings
from burdenshare.reading.model import Statement
from burdenshare.record.measures import declared
from burdenshare.record.record import Record
from tests.checking.conftest import Ask
from tests.checking.statements import around, exactly, level, say

S, C, D, X, U = Verdict.SUPPORTED, Verdict.CLOSE, Verdict.DEPENDS, Verdict.CONTRADICTED, Verdict.UNVERIFIABLE


def then(ask: Ask, statement: Statement, on: date) -> Judgement:
    found = ask(statement, on).then
    assert found is not None
    return found


def test_another_price_basis_and_another_year_are_never_stacked(record: Record) -> None:
    claim = compile_claim(
        say("expenditure", "NATO", around(1e12, 1e9), unit="USD", period_from="now"), date(2025, 2, 1)
    )
    assert claim is not None
    filled = [one.question for one in plain_release_readings(claim, record, Clock.THEN)]
    assert [(one.period, one.basis) for one in filled if isinstance(one, Level)] == [
        (2024, "current"),
        (2024, "constant"),
        (2023, "current"),
    ]


def test_an_older_release_is_asked_only_of_the_plain_year(record: Record) -> None:
    claim = compile_claim(
        say("share_of_gdp", "LUX", around(0.56, 0.005), unit="%", period_from="now"), date(2019, 12, 4)
    )
    assert claim is not None
    asked = older_readings(claim, record, date(2019, 12, 4), record.release("2019-11"))
    assert asked
    assert {one.question.period for one in asked if isinstance(one.question, Level)} == {2019}


def test_a_hair_beside_the_plain_reading_is_close(ask: Ask) -> None:
    """Luxembourg stood at 0.55 in 2019-06."""
    found = then(ask, say("share_of_gdp", "LUX", around(0.56, 0.005), unit="%", period_from="now"), date(2019, 12, 4))
    assert found.verdict is C
    assert "off by 0 " not in found.why


@pytest.mark.parametrize(("billions", "expected"), [(0.4, U), (30.0, U), (45.0, X)])
def test_a_package_may_be_a_part_of_a_years_aid(ask: Ask, billions: float, expected: Verdict) -> None:
    """The tracker's newest release has 4 billion euros allocated by Britain in 2024 and 19.5 committed."""
    told = say("aid", "GBR", around(billions * 1e9, 5e7), unit="EUR", period="2024", period_from="explicit")
    found = ask(told, date(2025, 3, 5)).now
    assert found is not None
    assert found.verdict is expected


@pytest.mark.parametrize(
    ("billions", "on", "expected", "today"),
    [(114.2, date(2025, 2, 13), U, C), (114.2, date(2024, 4, 25), X, X), (190.0, date(2025, 2, 13), U, X)],
)
def test_a_running_sum_is_refuted_only_by_data_that_reach_the_day(
    ask: Ask, billions: float, on: date, expected: Verdict, today: Verdict
) -> None:
    """The page of 25 April 2024 has 67 billion euros to 29 February 2024; today the months up to January 2025 are held,
    115 billion."""
    told = say("aid", "USA", around(billions * 1e9, 5e7), unit="EUR")
    found = ask(told, on)
    assert found.then is not None and found.now is not None
    assert found.then.verdict is expected
    assert found.now.verdict is today


@pytest.mark.parametrize("place", [3, 4, 7])
def test_a_place_in_the_world_is_no_place_among_the_allies(ask: Ask, place: int) -> None:
    told = say("rank", "DEU", exactly(place), year=2024, holes="source")
    assert then(ask, told, date(2025, 2, 13)).verdict is U


def test_a_rate_is_off_by_points(ask: Ask) -> None:
    """Inflation of the year just over is revised by up to half a point; ten per cent of 2 % would be nothing."""
    on = date(2025, 2, 13)
    near = then(ask, say("inflation", "DEU", around(2.7, 0.05), year=2024, unit="%"), on)
    far = then(ask, say("inflation", "DEU", around(4.0, 0.05), year=2024, unit="%"), on)
    assert near.verdict in (C, D)
    assert near.distance_unit == "pp"
    assert far.verdict is X


def test_an_earlier_vintage_makes_a_macro_figure_depend(ask: Ask) -> None:
    """Growth of Germany in 2024: 0.15 in WEO-2024-04, 0.01 in WEO-2024-10."""
    found = then(ask, say("real_growth", "DEU", around(0.15, 0.05), year=2024, unit="%"), date(2025, 2, 13))
    assert found.verdict is D
    assert "WEO-2024-04" in found.why


def test_money_of_a_year_with_its_level_is_not_a_sum(ask: Ask) -> None:
    assert then(ask, level("NATO", 1474, 2024), date(2025, 2, 13)).verdict is S


def test_a_group_of_which_some_were_no_allies_yet_is_not_refuted(ask: Ask) -> None:
    """Of the Nordic countries only Denmark, Norway and Iceland were allies in 2022: 14.2 billion; with Finland and
    Sweden about 27."""
    on = date(2025, 2, 13)
    assert then(ask, level("NORDIC", 27, 2022), on).verdict is U
    assert then(ask, level("NORDIC", 14.2, 2022, half=0.05), on).verdict is S
    assert then(ask, level("BALTIC", 27, 2022), on).verdict is X


@pytest.mark.parametrize("measure", sorted(YEARLY))
def test_a_level_told_of_several_years_is_not_judged_by_the_last(ask: Ask, measure: str) -> None:
    words = say(measure, "NATO", around(2.0, 0.05), period="2022/2024", period_from="explicit", unit="%")
    assert then(ask, words, date(2025, 2, 13)).verdict is U
    assert measure in declared().by_id


@pytest.mark.parametrize(
    ("measure", "entity", "billions", "half"),
    [("expenditure", "NATO", 4000, 50), ("expenditure_change", "DEU", 36.5, 0.5)],
)
def test_two_years_of_a_sentence_may_bound_a_span(
    ask: Ask, measure: str, entity: str, billions: float, half: float
) -> None:
    """ "Between 2022 and 2024", read of 2022 with the other year beside it: Germany rose from 61.4 to 97.7 billion."""
    on = date(2025, 2, 13)
    told = say(measure, entity, around(billions * 1e9, half * 1e9), year=2022, unit="USD", rival_periods=("2024",))
    assert then(ask, told, on).verdict is D
    assert then(ask, replace(told, value=around(9e12, 1e9)), on).verdict is X
