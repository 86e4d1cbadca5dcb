"""What the rows themselves tell of all items: how late plans come, how fast outputs rose, how long queues are.

The shipped assumptions `stretch`, `growth` and `queue` are these, and tests hold them to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from burdenshare.record.model import Observation
from burdenshare.road.industry.facts import begun, facts
from burdenshare.road.industry.items import items, of_maker
from burdenshare.road.industry.model import Item, Maker
from burdenshare.road.industry.months import YEAR, at, end, middle, stated
from burdenshare.road.industry.rates import kind_of, months_of, rate_of
from burdenshare.road.model import Spread

LEAST_YEARS = 1.0
"""Two outputs less than a year apart tell a jump, not a pace."""
UNKNOWN = Spread(0.0, 0.0, 0.0)
"""Queues are measured, so that none is assumed here."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A plan against what came: `times` is how much longer the rise took than planned, by the output nearest to the
    day it was due; `kept` the part of the planned rise that stood then."""

    item: str
    maker: str
    plan: Observation
    came: Observation
    kept: float
    times: float


@dataclass(frozen=True, slots=True)
class Measure:
    """One measured number of an item and maker, and the rows it is of."""

    item: str
    maker: str
    value: float
    rows: tuple[Observation, ...]


def slips(rows: Sequence[Observation]) -> tuple[Slip, ...]:
    """Every plan of which a later output is held, and that began from a known one."""
    return tuple(
        slip for item, maker, own in _owned(rows) for one in own if (slip := _slip(item, maker, one, own)) is not None
    )


def _slip(item: Item, maker: Maker, plan: Observation, own: Sequence[Observation]) -> Slip | None:
    goal, due, told = rate_of(plan, item.unit), end(plan), stated(plan)
    before = begun(plan, own, item.unit) if kind_of(plan) == "target" else None
    if goal is None or due is None or told is None or before is None or goal.central <= before.rate.central:
        return None
    later = [
        (abs(when - due), when, rate.central, one)
        for one in own
        if kind_of(one) == "output"
        and (rate := rate_of(one, item.unit)) is not None
        and (when := middle(one)) is not None
        and when > max(before.since, min(at(told), due - 1 / YEAR))
    ]
    if not later:
        return None
    _, when, output, came = min(later, key=lambda one: one[0])
    kept = (output - before.rate.central) / (goal.central - before.rate.central)
    if kept <= 0:
        return None
    return Slip(item.id, maker.id, plan, came, kept, (when - before.since) / (due - before.since) / kept)


def growths(rows: Sequence[Observation]) -> tuple[Measure, ...]:
    """Yearly rise, as a part, between the oldest and the newest output of each whole line."""
    found = []
    for item, maker, own in _owned(rows):
        outputs = sorted(
            ((when, rate.central, one) for one in own if (told := _output(one, item.unit)) for when, rate in [told]),
            key=lambda one: one[0],
        )
        if maker.within or len(outputs) < 2:
            continue
        (first, low, oldest), (last, high, newest) = outputs[0], outputs[-1]
        if last - first >= LEAST_YEARS - 1e-9 and high > low:
            found.append(Measure(item.id, maker.id, (high / low) ** (1 / (last - first)) - 1, (oldest, newest)))
    return tuple(found)


def _output(one: Observation, unit: str) -> tuple[float, Spread] | None:
    rate, when = rate_of(one, unit), middle(one)
    return None if kind_of(one) != "output" or rate is None or when is None else (when, rate)


def queues(rows: Sequence[Observation]) -> tuple[Measure, ...]:
    """Months of waiting: lead times as told, and orders over what is made, or planned where that is long ago."""
    found = []
    for item in items().values():
        for line in facts(item, rows, UNKNOWN).lines:
            if line.maker.within or not line.queue.rows:
                continue
            used = line.queue.rows
            if line.queue.unit == "months":
                found.append(Measure(item.id, line.maker.id, line.queue.spread.central, used))
            elif line.level is not None:
                rate = (
                    line.plan.level.central
                    if _stale(line.level.since, used[0]) and line.plan
                    else line.level.rate.central
                )
                found.append(Measure(item.id, line.maker.id, line.queue.spread.central / rate, used))
    taken = {row for one in found for row in one.rows}
    found += [
        Measure(one.basis.partition("/")[2], one.entity, months.central, (one,))
        for one in rows
        if kind_of(one) == "lead_time"
        and one not in taken
        and (months := months_of(one))
        and _newest_of_its_kind(one, rows)
    ]
    return tuple(found)


def _newest_of_its_kind(one: Observation, rows: Sequence[Observation]) -> bool:
    """A lead time that a newer one of the same thing replaces tells of the past."""
    same = [each for each in rows if (each.entity, each.basis) == (one.entity, one.basis)]
    return one is max(same, key=lambda each: end(each) or 0.0)


def _stale(since: float, backlog: Observation) -> bool:
    """Whether what is made was told long before what is on order: then the order is held against the plan."""
    when = end(backlog)
    return when is not None and when - since > 2 * LEAST_YEARS


def _owned(rows: Sequence[Observation]) -> Iterator[tuple[Item, Maker, Sequence[Observation]]]:
    for item in items().values():
        for maker in item.makers:
            own: Iterable[Observation] = [one for one in rows if of_maker(one, maker)]
            yield item, maker, list(own)
