"""What a day knew of an item: the rows of each maker made into a level, a plan and a queue.

Output, capacity and target are kept apart: a level comes from outputs, from capacities only where no output is known
(then only a part of it comes out), a plan from targets. Sources that differ widen the interval.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from statistics import median

from burdenshare.record.model import Observation
from burdenshare.record.record import Record
from burdenshare.road.industry.items import of_maker
from burdenshare.road.industry.model import Facts, Item, Level, Line, Maker, Plan, Queue, Row
from burdenshare.road.industry.months import YEAR, at, end, middle, period_of, stated
from burdenshare.road.industry.rates import count_of, kind_of, months_of, rate_of, widest
from burdenshare.road.model import Spread

SAME_TIME = 1.0
"""Years: capacities told of a year before the newest figure still speak of the same time. Outputs do not: they rise."""
SAME_OUTPUT = 0.25
"""Years between the ends of two outputs that are told of the same time."""
SAME_DUE = 0.5
"""Years: plans due within half a year of the last one are one plan."""
HINDSIGHT = 1.0
"""Years before it is due from which a plan that was told after its day is measured."""


def production(record: Record, on: date) -> tuple[Observation, ...]:
    """The rows of production that a day knew; undated ones only now."""
    return record.observations("production", as_of=on if on < record.edition else None)


def facts(item: Item, rows: Sequence[Observation], standing: Spread) -> Facts:
    """All that `rows` tell of an item. `standing`: the queue in months where nothing tells it."""
    return Facts(item, tuple(_line(item, maker, rows, standing) for maker in item.makers))


def _line(item: Item, maker: Maker, rows: Sequence[Observation], standing: Spread) -> Line:
    own = [one for one in rows if of_maker(one, maker)]
    level = level_of(own, item.unit)
    plan = None if level is None else plan_of(own, item.unit, level)
    queue = _queue(item, own, standing)
    lacks = ""
    if level is None:
        told = ", ".join(sorted({kind_of(one).replace("_", " ") for one in own}))
        lacks = f"no output and no capacity in {item.unit} known{f', only {told}' if told else ''}"
    return Line(maker, level, plan, queue, tuple(_used(own, level, plan, queue)), lacks)


def level_of(own: Sequence[Observation], unit: str) -> Level | None:
    """What a maker makes by its newest rows: the newest output, widened by capacities told of the same time."""
    outputs = _rates(own, unit, "output")
    capacities = _rates(own, unit, "capacity")
    newest = max((when for when, _, _ in (*outputs, *capacities)), default=None)
    if newest is None:
        return None
    capacities = [one for one in capacities if one[0] >= newest - SAME_TIME]
    last = max((when for when, _, _ in outputs), default=newest)
    outputs = [one for one in outputs if one[0] >= last - SAME_OUTPUT and one[0] >= newest - SAME_TIME]
    used = [*outputs, *capacities]
    since = max(found for _, row, _ in used if (found := middle(row)) is not None)
    return Level(widest([rate for _, _, rate in used]), since, not outputs, tuple(row for _, row, _ in used))


def _rates(own: Iterable[Observation], unit: str, kind: str) -> list[tuple[float, Observation, Spread]]:
    return [
        (when, one, rate)
        for one in own
        if kind_of(one) == kind and (rate := rate_of(one, unit)) is not None and (when := end(one)) is not None
    ]


def plan_of(own: Sequence[Observation], unit: str, level: Level) -> Plan | None:
    """The plan that stands: the targets due last, above what is made. None where there is none."""
    higher = [one for one in _rates(own, unit, "target") if one[2].central > level.rate.central]
    if not higher:
        return None
    due = max(when for when, _, _ in higher)
    last = [one for one in higher if one[0] >= due - SAME_DUE]
    paces = [pace for _, row, _ in last if (pace := pace_of(row, own, unit)) is not None]
    if not paces:
        return None
    spread = Spread(min(paces), median(paces), max(paces))
    return Plan(widest([rate for _, _, rate in last]), due, spread, tuple(row for _, row, _ in last))


def begun(target: Observation, own: Sequence[Observation], unit: str) -> Level | None:
    """What was known to be made when a plan was told; of one told after its day, a year before it."""
    due, told = period_of(target), stated(target)
    if due is None:
        return None
    day = told if told is not None and told <= due[1] else date(due[1].year - int(HINDSIGHT), due[1].month, 1)
    known = [one for one in own if (said := stated(one)) is not None and said <= day]
    return level_of(known, unit) or level_of([one for one in own if (when := end(one)) and when <= at(day)], unit)


def pace_of(target: Observation, own: Sequence[Observation], unit: str) -> float | None:
    """Units a month that a plan adds each month. None where nothing is known of before, or the plan was reached."""
    before, goal, due = begun(target, own, unit), rate_of(target, unit), end(target)
    if before is None or goal is None or due is None or due <= before.since:
        return None
    pace = (goal.central - before.rate.central) / ((due - before.since) * YEAR)
    return pace if pace > 0 else None


def _queue(item: Item, own: Sequence[Observation], standing: Spread) -> Queue:
    waits = [
        (end(one) or 0.0, one, count)
        for one in own
        if kind_of(one) == "backlog" and (count := count_of(one, item.unit))
    ]
    if waits:
        _, row, count = max(waits, key=lambda one: (one[0], one[2].central))
        return Queue(count, "units", (row,), "")
    leads = [(end(one), one, months) for one in own if kind_of(one) == "lead_time" and (months := months_of(one))]
    dated = [(when, row, months) for when, row, months in leads if when is not None]
    if dated:
        _, newest, months = max(dated, key=lambda one: one[0])
        other = [(row, each) for when, row, each in leads if when is None]
        spread = Spread(months.low, months.central, max([months.high, *(each.high for _, each in other)]))
        return Queue(spread, "months", (newest, *(row for row, _ in other)), "")
    if item.queue is not None:
        return Queue(item.queue.spread, item.queue.unit, (), item.queue.reference)
    return Queue(standing, "months", (), "assumption queue")


def _used(own: Iterable[Observation], level: Level | None, plan: Plan | None, queue: Queue) -> Iterable[Row]:
    uses = (("level", level.rows if level else ()), ("plan", plan.rows if plan else ()), ("queue", queue.rows))
    for one in own:
        use = next((name for name, rows in uses if one in rows), "shown")
        yield Row(one, use, "" if use != "shown" else _why_shown(one))


def _why_shown(one: Observation) -> str:
    kind = kind_of(one)
    if period_of(one) is None:
        return "a plan without a year" if kind == "target" else "its time is not told"
    if kind in ("output", "capacity", "target"):
        counted = one.unit.partition("/")[2]
        return "older than what is used, or of a nearer plan" if counted else "no number of things in a time"
    return "a part of what is used, or older"
