"""The same claim across wordings: what agrees, what contradicts, and what is only told differently."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from burdenshare.checking.model import Verdict
from burdenshare.checking.stories.asking import asked_of
from burdenshare.checking.stories.comparing import compare, meet
from burdenshare.checking.stories.model import Asked, Fit, Telling, Topic
from burdenshare.checking.stories.points import points_of
from burdenshare.reading.model import Interval, Kind, Modality, Statement
from burdenshare.record import Record
from tests.checking.statements import A_THIRD, TWO_THIRDS
from tests.checking.stories.tellings import above, exactly, say, telling, want

FEBRUARY, MARCH, JUNE = date(2025, 2, 13), date(2025, 3, 27), date(2025, 6, 2)

COUNT = say("allies_at_guideline", "NATO", exactly(23), threshold=2.0)
MOST = say("fraction_at_guideline", "NATO", TWO_THIRDS, threshold=2.0)
REST = say("fraction_at_guideline", "NATO", A_THIRD, threshold=2.0, below=True)


def told(
    record: Record, statement: Statement, day: date | None = FEBRUARY, source: int = 1, **verdicts: Verdict
) -> tuple[Telling, Asked]:
    one = telling(statement, day, source, **verdicts)
    asked = asked_of(one.entry, day, record)
    assert asked is not None
    return one, asked


@pytest.mark.parametrize("other", [MOST, REST])
def test_a_count_agrees_with_its_fraction_and_with_the_complement(record: Record, other: Statement) -> None:
    one, two = told(record, COUNT), told(record, other, source=2)
    assert one[1].key == two[1].key
    assert compare(one, two)[0] in (Fit.AGREE, Fit.ROUGHLY)


def test_a_count_that_no_fraction_comes_near_contradicts_it(record: Record) -> None:
    few = replace(COUNT, value=exactly(14))
    assert compare(told(record, few), told(record, MOST, source=2))[0] is Fit.CONTRADICT


def test_another_year_is_another_question(record: Record) -> None:
    assert told(record, COUNT)[1].key != told(record, replace(COUNT, period="2023"))[1].key


def test_per_cent_in_figures_and_a_fifth_agree(record: Record) -> None:
    fifth = say("equipment_share", "DEU", Interval(19.5, 22.5, central=20, kind="fraction"), unit="%")
    figure = say("equipment_share", "DEU", Interval(19.5, 20.5, central=20), unit="%")
    assert compare(told(record, fifth), told(record, figure, source=2))[0] is Fit.AGREE


def test_half_a_trillion_and_485_billion_may_be_one(record: Record) -> None:
    sum_ = say("expenditure", "EUR_CAN", Interval(484.5e9, 485.5e9, central=485e9), unit="USD")
    rough = say("expenditure", "EUR_CAN", Interval(450e9, 550e9, central=500e9), "~", unit="USD")
    assert compare(told(record, sum_), told(record, rough, source=2))[0] is Fit.AGREE


def test_sums_without_a_price_basis_never_contradict(record: Record) -> None:
    one = say("expenditure", "EUR_CAN", Interval(484.5e9, 485.5e9, central=485e9), unit="USD")
    other = say("expenditure", "EUR_CAN", Interval(379.5e9, 380.5e9, central=380e9), unit="USD")
    fit, why = compare(told(record, one), told(record, other, source=2))
    assert fit is Fit.APART
    assert "price basis" in why


def test_two_reports_of_one_speech_contradict_whatever_the_basis(record: Record) -> None:
    value = Interval(484.5e9, 485.5e9, central=485e9)
    one = say("expenditure", "EUR_CAN", value, unit="USD", speaker="Mark Rutte")
    other = replace(one, value=Interval(457.5e9, 458.5e9, central=458e9))
    fit, why = compare(told(record, one), told(record, other, source=2))
    assert fit is Fit.CONTRADICT
    assert "Mark Rutte" in why
    assert compare(told(record, one), told(record, other, MARCH, source=2))[0] is Fit.APART


def test_a_likely_statement_never_contradicts(record: Record) -> None:
    few = replace(COUNT, value=exactly(14), likely=True, speaker=MOST.speaker)
    assert compare(told(record, few), told(record, MOST, source=2))[0] is Fit.APART


def test_a_guessed_year_never_contradicts(record: Record) -> None:
    few = replace(COUNT, value=exactly(14), period_from="assumed")
    assert compare(told(record, few), told(record, MOST, source=2))[0] is Fit.APART


def test_figures_that_were_each_right_on_their_day_do_not_contradict(record: Record) -> None:
    then = told(record, COUNT, then=Verdict.SUPPORTED)
    later = told(record, replace(COUNT, value=exactly(18)), date(2025, 9, 1), 2, then=Verdict.SUPPORTED)
    assert compare(then, later)[0] is Fit.APART


@pytest.mark.parametrize("modality", [Modality.DENIAL, Modality.HYPOTHETICAL])
def test_what_is_denied_or_supposed_answers_nothing(record: Record, modality: Modality) -> None:
    assert asked_of(telling(replace(COUNT, modality=modality)).entry, FEBRUARY, record) is None


def test_a_former_president_contradicts_the_president_of_the_same_spell_only(record: Record) -> None:
    holds = say("head_of_state", "USA", kind=Kind.EVENT, person="Donald Trump", office="head_of_state", period="")
    former = replace(holds, former=True)
    assert compare(told(record, holds), told(record, former, MARCH, 2))[0] is Fit.CONTRADICT
    assert told(record, holds)[1].key != told(record, former, date(2023, 5, 1))[1].key


def summit(period: str, place: str = "") -> Statement:
    known = "relative" if period else ""
    return say("event", "NATO", kind=Kind.EVENT, event="summit", place=place, period=period, period_from=known)


def test_june_and_july_of_one_summit_contradict(record: Record) -> None:
    june, july = summit("2025-06", "Netherlands"), summit("2025-07")
    one, other = told(record, june, MARCH), told(record, july, JUNE, 2)
    assert one[1].event is not None
    assert one[1].key == other[1].key
    assert compare(one, other)[0] is Fit.CONTRADICT


def test_a_summit_named_by_town_or_country_is_one(record: Record) -> None:
    one, other = told(record, summit("", "The Hague"), JUNE), told(record, summit("2025-06", "Netherlands"), MARCH, 2)
    assert one[1].key == other[1].key
    assert compare(one, other)[0] is Fit.AGREE


def test_a_vague_telling_does_not_hide_a_clash(record: Record) -> None:
    said = [(summit("", "The Hague"), 1), (summit("2025-06", "Netherlands"), 2), (summit("2025-07"), 3)]
    (point,) = points_of([told(record, one, MARCH, source) for one, source in said])
    assert [one.fit for one in point.differences] == [Fit.CONTRADICT]
    assert {len(side.tellings) for side in point.sides} == {1, 2}


def test_the_earliest_dated_telling_is_the_first_and_the_undated_never(record: Record) -> None:
    said = [(None, 1), (MARCH, 2), (FEBRUARY, 3)]
    (point,) = points_of(
        [told(record, say("members", "NATO", exactly(32), period=""), day, n) for day, n in said if day]
    )
    assert point.first is not None
    assert point.first.source == 3
    (count,) = points_of([told(record, COUNT, day, n) for day, n in said])
    assert count.first is not None
    assert count.first.source == 3
    assert [one.source for one in count.sides[0].tellings] == [3, 2, 1]


def test_only_undated_tellings_have_no_first(record: Record) -> None:
    (point,) = points_of([told(record, COUNT, None, 1), told(record, MOST, None, 2)])
    assert point.first is None
    assert point.voices == 2


def test_the_guideline_in_force_is_no_target(record: Record) -> None:
    assert told(record, replace(want(2.0, comparator="="), modality=Modality.FACT))[1].topic is Topic.IN_FORCE
    assert told(record, want(3.0))[1].topic is Topic.TARGET


def test_ages_told_in_different_years_agree(record: Record) -> None:
    age = say("event", "NATO", exactly(76), kind=Kind.EVENT, event="founding", period="")
    younger = replace(age, value=exactly(75))
    assert compare(told(record, age), told(record, younger, date(2024, 4, 4), 2))[0] is Fit.AGREE
    assert compare(told(record, age), told(record, replace(age, value=exactly(60)), source=2))[0] is Fit.CONTRADICT


def test_bounds_that_only_touch_do_not_meet() -> None:
    assert not meet(above(2), Interval(1, 2))
    assert meet(Interval(2, 3), Interval(1, 2))


def test_many_answers_are_not_all_held_against_each_other(record: Record) -> None:
    said = [told(record, replace(COUNT, value=exactly(n)), source=n + 1) for n in range(30)]
    (point,) = points_of(said)
    assert len(point.sides) + point.more_sides == 30
    assert len(point.sides) < 10
