"""The stock-and-flow core: what must hold of any line whatever it is given."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from burdenshare.road.industry.flow import Flow, Given, flow
from tests.road.industry.lines import line

MONTHS = 60
amounts = st.floats(0, 1000, allow_nan=False)
monthly = st.lists(amounts, min_size=MONTHS, max_size=MONTHS)


@st.composite
def lines(draw: st.DrawFn) -> Given:
    """Any line: plans that rise and fall, orders of others and ours, cancellations, short and long times."""
    return line(
        months=MONTHS,
        planned=draw(monthly),
        others=draw(monthly),
        ours=draw(monthly),
        waiting=draw(st.floats(0, 5000)),
        making=draw(st.floats(0, 40)),
        cancelled=draw(st.floats(0, 0.2)),
        contract=draw(st.floats(1, 80)),
        growth=draw(st.floats(0, 3)),
        build=draw(st.floats(0, 40)),
        ramp=draw(st.floats(1, 40)),
    )


def whole(one: Given) -> float:
    """What a line handles in all: differences are held against it."""
    return float(one.waiting.sum() + one.others.sum() + one.ours.sum() + one.planned.sum() + 1)


@given(lines())
@settings(max_examples=150, deadline=None)
def test_what_is_ordered_is_delivered_waits_or_is_withdrawn(one: Given) -> None:
    made = flow(one)
    for orders, delivered, waits, withdrawn, before in (
        (one.others + one.ours, made.output, made.waits, made.withdrawn, one.waiting),
        (one.ours, made.ours, made.ours_waits, made.ours_withdrawn, np.zeros(1)),
    ):
        left = before + np.cumsum(orders - delivered - withdrawn, axis=0)
        assert np.abs(left - waits).max() <= 1e-9 * whole(one)


@given(lines())
@settings(max_examples=150, deadline=None)
def test_nothing_is_below_nothing_and_nobody_makes_more_than_he_can(one: Given) -> None:
    made = flow(one)
    slack = 1e-9 * whole(one)
    for values in (made.capacity, made.output, made.waits, made.withdrawn, made.ours, made.ours_waits):
        assert values.min() >= 0
    assert (made.output <= made.capacity + slack).all()
    assert (made.ours <= made.output + slack).all()
    assert (made.capacity >= one.planned - slack).all()


def delivered(made: Flow, *, ours: bool) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.cumsum(made.ours if ours else made.output, axis=0)


@given(lines(), st.floats(1, 5), monthly)
@settings(max_examples=150, deadline=None)
def test_more_orders_never_deliver_less(one: Given, times: float, more: list[float]) -> None:
    dearer = replace(one, ours=one.ours * times)
    slack = 1e-7 * whole(dearer)
    assert (delivered(flow(dearer), ours=True) >= delivered(flow(one), ours=True) - slack).all()
    added = replace(one, ours=one.ours + np.array(more)[:, None])
    slack = 1e-7 * whole(added)
    assert (delivered(flow(added), ours=False) >= delivered(flow(one), ours=False) - slack).all()
    assert (delivered(flow(added), ours=True) >= delivered(flow(one), ours=True) - slack).all()


@given(lines(), st.floats(0, 30), st.sampled_from(["making", "build", "ramp"]))
@settings(max_examples=150, deadline=None)
def test_longer_times_never_deliver_more(one: Given, longer: float, which: str) -> None:
    if which == "making":
        slower = replace(one, making=one.making + longer)
    else:
        slower = replace(one, pull=replace(one.pull, **{which: getattr(one.pull, which) + longer}))
    slack = 1e-7 * whole(one)
    for ours in (True, False):
        assert (delivered(flow(slower), ours=ours) <= delivered(flow(one), ours=ours) + slack).all()


def test_a_line_makes_what_it_can_until_nothing_waits() -> None:
    made = flow(line(months=12, planned=100, waiting=450))
    assert made.output[:, 0].tolist() == [100, 100, 100, 100, 50, 0, 0, 0, 0, 0, 0, 0]


def test_what_is_bought_waits_its_turn() -> None:
    ordered = [300.0] + [0.0] * 11
    made = flow(line(months=12, planned=100, waiting=250, ours=ordered, growth=0.0))
    assert made.ours[:, 0].round(9).tolist() == [0, 0, 50, 100, 100, 50, 0, 0, 0, 0, 0, 0]


def test_an_order_takes_the_time_that_making_takes() -> None:
    made = flow(line(months=12, planned=1000, ours=[600.0] + [0.0] * 11, making=7))
    assert made.ours[:, 0].tolist() == [0, 0, 0, 0, 0, 0, 0, 600, 0, 0, 0, 0]


def test_capacity_follows_orders_after_building_and_running_up() -> None:
    made = flow(line(planned=100, others=100, ours=100, growth=10, contract=1, build=24, ramp=20))
    capacity = made.capacity[:, 0]
    assert capacity[24] == 100
    assert 100 < capacity[30] < capacity[40] < 200
    assert capacity[60] == 200


def test_others_and_ours_of_one_month_are_served_alike() -> None:
    made = flow(line(months=24, planned=100, others=100, ours=50))
    assert np.allclose(made.ours[:, 0], 100 / 3)
