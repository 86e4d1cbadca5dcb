"""The back-test for a page: each beginning with its rows, a picture, and every forecast beside what came."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from markupsafe import Markup

from burdenshare.report import wording
from burdenshare.report.industry.lanes import Lane, Lanes, both
from burdenshare.report.industry.told_rows import ToldRow, told_observation
from burdenshare.road.industry.backtest import Backtest, Foreseen

KEY = "dot: foreseen; thin: 80 % of the draws; upright line: what came"
"""What the marks mean."""
STEP = 20_000
"""Rounds a month between two words of the scale."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A day from which is foreseen, ready for a page."""

    on: str
    rows: tuple[ToldRow, ...]
    foreseen: tuple[Foreseen, ...]
    drawn: Markup


def origins(found: Backtest) -> list[Begun]:
    """Every beginning, all pictures on one scale."""
    most = max(max(one.central, one.high or 0.0, one.truth) for one in found.foreseen)
    last = float(-(-most // STEP) * STEP)
    ticks = tuple((float(at), wording.number(at, 0)) for at in range(0, int(last) + 1, STEP))
    made = []
    for origin in found.origins:
        on = origin.on.isoformat()
        own = tuple(one for one in found.foreseen if one.origin == origin.on)
        lanes = Lanes(f"known-{on}", f"Foreseen from {on}, rounds a month", tuple(map(_lane, own)), 0.0, last, ticks)
        made.append(Begun(on, tuple(told_observation(row, "known then") for row in origin.known), own, both(lanes)))
    return made


def headline(found: Backtest) -> str:
    """How far off each way of foreseeing was from each beginning, in the middle of its errors."""
    return " ".join(
        _off(origin.on.isoformat(), [one for one in found.foreseen if one.origin == origin.on])
        for origin in found.origins
    )


def _off(on: str, own: list[Foreseen]) -> str:
    methods = dict.fromkeys(one.method for one in own)
    told = [f"{name} {median(abs(one.error) for one in own if one.method == name):.0f} %" for name in methods]
    drawn = [one.covered for one in own if one.covered is not None]
    within = f"; {sum(drawn)} of {len(drawn)} outputs lay within 80 % of its draws" if drawn else ""
    return f"From {on}, off by (the middle of the errors): {', '.join(told)}{within}."


def _lane(one: Foreseen) -> Lane:
    span = "" if one.low is None or one.high is None else f" ({_count(one.low)} to {_count(one.high)})"
    return Lane(
        name=f"{one.month}, {one.method}",
        words=f"{_count(one.central)}{span} foreseen, {_count(one.truth)} came",
        middle=one.central,
        most=None if one.low is None or one.high is None else (one.low, one.high),
        came=one.truth,
    )


def _count(value: float) -> str:
    return wording.number(value, 0)
