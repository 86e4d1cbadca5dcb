"""How targets move: up, down, vaguer, firmer, and what is no movement at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import inf

import pytest

from burdenshare.checking.stories.model import Shift
from burdenshare.checking.stories.movement import movements_of, shift_of, steps_of
from burdenshare.reading.model import Interval, Modality
from burdenshare.record import Record
from tests.checking.stories.tellings import above, telling, want

FEBRUARY, MARCH, JUNE = date(2025, 2, 13), date(2025, 3, 27), date(2025, 6, 2)
FIVE = Interval(4.95, 5.05, central=5)


@pytest.mark.parametrize(
    ("before", "after", "shift"),
    [
        (above(3), Interval(3.15, inf, central=3), Shift.UP),
        (Interval(3.15, inf, central=3), Interval(2.1, inf, central=2), Shift.VAGUER),
        (above(3), FIVE, Shift.FIRMER),
        (FIVE, above(3), Shift.VAGUER),
        (Interval(1.9, 2.1, central=2), above(3), Shift.UP),
        (FIVE, Interval(3.45, 3.55, central=3.5), Shift.DOWN),
        (FIVE, Interval(5, inf, central=5), Shift.SAME),
        (FIVE, FIVE, Shift.SAME),
    ],
)
def test_shifts(before: Interval, after: Interval, shift: Shift) -> None:
    assert shift_of(before, after) is shift


def test_a_target_over_months_with_the_decision_that_followed(record: Record) -> None:
    well_north = replace(want(3.0), value=Interval(3.15, inf, central=3.0))
    told = [telling(want(3.0), FEBRUARY), telling(well_north, MARCH, 2), telling(want(2.0), JUNE, 3)]
    (movement,) = movements_of(told, record, JUNE)
    assert [one.shift for one in movement.steps] == [Shift.START, Shift.UP, Shift.VAGUER]
    assert {one.made_on for one in movement.decisions} == {"2025-06-25"}
    assert [one.value for one in movement.in_force] == [2.0]
    assert movement.moved


def test_what_is_in_force_denied_likely_or_undated_is_no_step(record: Record) -> None:
    told = [
        telling(replace(want(2.0, comparator="="), modality=Modality.PLEDGE), FEBRUARY),
        telling(replace(want(4.0), modality=Modality.DENIAL), FEBRUARY),
        telling(replace(want(4.0), likely=True), FEBRUARY),
        telling(want(4.0), None),
    ]
    assert movements_of(told, record, JUNE) == ()


def test_two_figures_of_one_day_are_no_shift() -> None:
    steps = steps_of([telling(want(5.0, comparator="="), JUNE), telling(want(3.5, comparator="="), JUNE, 2)])
    assert [one.shift for one in steps] == [Shift.START, Shift.PART]


def test_speakers_are_held_against_themselves_only() -> None:
    told = [
        telling(want(5.0, "Donald Trump", comparator="="), FEBRUARY),
        telling(want(3.0), MARCH, 2),
        telling(want(3.5, "Donald Trump", comparator="="), JUNE, 3),
    ]
    assert [one.shift for one in steps_of(told)] == [Shift.START, Shift.START, Shift.DOWN]


def test_the_same_value_told_again_is_a_repeat_or_the_same() -> None:
    told = [telling(want(3.0), FEBRUARY), telling(want(3.0), FEBRUARY, 2), telling(want(3.0), MARCH, 3)]
    first, second = steps_of(told)
    assert [one.source for one in first.repeats] == [2]
    assert second.shift is Shift.SAME
