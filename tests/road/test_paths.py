"""Paths: every shape ends at its target, no step touches a year before its own, and contradictions are refused."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.errors import InputError
from burdenshare.road.model import Measure, Shape, Target
from burdenshare.road.paths import Step, path, steps_of

LEVELS = st.floats(0, 30)
BASE = 2026


@given(LEVELS, LEVELS, st.integers(1, 20), st.integers(0, 10), st.sampled_from([Shape.LINEAR, Shape.FRONT, Shape.BACK]))
def test_every_shape_starts_where_the_ally_stands_and_ends_at_the_target(
    start: float, value: float, years: int, after: int, shape: Any
) -> None:
    levels = path(start, BASE, BASE + years + after, [Step(BASE + years, value, shape)])
    assert levels[0] == start
    assert levels[years] == pytest.approx(value)
    assert all(one == levels[years] or one == value for one in levels[years:])
    assert all(min(start, value) - 1e-9 <= one <= max(start, value) + 1e-9 for one in levels)


@given(LEVELS, LEVELS, st.integers(2, 20))
def test_front_goes_before_linear_and_back_after_it(start: float, value: float, years: int) -> None:
    linear, front, back = (
        path(start, BASE, BASE + years, [Step(BASE + years, value, shape)])
        for shape in (Shape.LINEAR, Shape.FRONT, Shape.BACK)
    )
    for even, early, late in zip(linear, front, back, strict=True):
        assert abs(early - start) >= abs(even - start) - 1e-9
        assert abs(late - start) <= abs(even - start) + 1e-9


def test_a_step_waits_for_its_year() -> None:
    assert path(2.0, 2026, 2030, [Step(2029, 3.0, Shape.STEP)]) == (2.0, 2.0, 2.0, 3.0, 3.0)


def test_a_custom_path_goes_through_its_points() -> None:
    step = Step(2032, 3.5, Shape.CUSTOM, points=((2028, 2.6), (2030, 2.8)))
    assert path(2.0, 2026, 2032, [step]) == pytest.approx((2.0, 2.3, 2.6, 2.7, 2.8, 3.15, 3.5))


@given(LEVELS, LEVELS, LEVELS, st.integers(BASE + 1, BASE + 10), st.integers(1, 10))
def test_a_change_dated_from_a_year_alters_no_earlier_one(
    start: float, first: float, later: float, since: int, more: Any
) -> None:
    before = [Step(since - 1, first)] if since > BASE + 1 else []
    until = since + more
    without = path(start, BASE, until, before)
    with_change = path(start, BASE, until, [*before, Step(until, later, since=since)])
    assert with_change[: since - BASE] == without[: since - BASE]


@given(LEVELS, st.lists(st.tuples(st.integers(BASE + 1, BASE + 30), LEVELS), max_size=4, unique_by=lambda one: one[0]))
def test_steps_follow_one_another_and_the_last_is_held(start: float, stations: list[tuple[int, float]]) -> None:
    steps = [Step(by, value) for by, value in sorted(stations)]
    levels = path(start, BASE, BASE + 40, steps)
    for step in steps:
        assert levels[step.by - BASE] == pytest.approx(step.value)
    assert levels[-1] == pytest.approx(steps[-1].value if steps else start)


def test_two_targets_due_in_one_year_are_refused() -> None:
    both = [Target(Measure.SHARE, 3.0, "%", 2030), Target(Measure.SHARE, 3.5, "%", 2030)]
    with pytest.raises(InputError, match=r"due in 2030: 3 and 3\.5"):
        steps_of(both)


def test_a_target_that_begins_before_the_one_before_it_is_over_is_refused() -> None:
    both = [Target(Measure.SHARE, 3.0, "%", 2030), Target(Measure.SHARE, 3.5, "%", 2035, since=2029)]
    with pytest.raises(InputError, match="begins in 2029, before the one due in 2030 is over"):
        steps_of(both)
