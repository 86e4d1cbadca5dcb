"""An ally's own plans as stated on a day, from the record's dated commitments; never from what became of them."""

from __future__ import annotations

import re
from datetime import date

from burdenshare.record.model import Commitment
from burdenshare.record.record import Record
from burdenshare.road.model import Measure, Target

KINDS = frozenset({"national_target", "spending_pledge", "exemption"})
"""Proposals, calls, ambitions and demands are no plans."""
SHARE = "% of GDP"
SENSES = frozenset({"=", ">=", ">"})
"""A ceiling ("up to 2.5 %") plans no level."""
CORE_PART = re.compile(r"core (\d+(?:\.\d+)?) ?%")
"""A compound pledge names its core part; only that is comparable with a recorded share (semantics §7)."""
HAGUE, HAGUE_CORE = 5.0, 3.5
"""Of the 5 % of The Hague 3.5 is core; a pledge of 5 % made from then on without naming its parts is that one."""
HAGUE_DAY = date(2025, 6, 25)
FISCAL_ENDS = 3
"""A plan due by March of a year is of the fiscal year that began the year before, as NATO counts it."""


def plan_of(record: Record, ally: str, base: int, on: date) -> tuple[Target, ...]:
    """Steps of the ally's plan after `base`, earliest first; empty where the day knew none.

    Newest first: an older statement stays only where it is a lower station on the way to a newer one. Of two made on
    one day for one year the lower is taken.
    """
    made = [one for one in record.commitments(actor=ally, on=on) if _is_plan(one, ally)]
    newest_first = sorted(made, key=lambda one: (one.made_last or on, _due(one), -_value(one)), reverse=True)
    kept: list[tuple[int, float, Commitment]] = []
    for one in newest_first:
        due, value = _due(one), _value(one)
        if due > base and all(due < year and value < level for year, level, _ in kept):
            kept.append((due, value, one))
    return tuple(
        Target(Measure.SHARE, value, "%", due, (ally,), reference=_told(one))
        for due, value, one in sorted(kept, key=lambda held: held[0])
    )


def _told(one: Commitment) -> str:
    return f"{one.id} ({one.made_on}, {one.made_at}): {one.source}"


def _is_plan(one: Commitment, ally: str) -> bool:
    """Whether the row is a dated level of the ally's own share, and not told of a group it belongs to."""
    return (
        one.kind in KINDS and one.unit == SHARE and one.comparator in SENSES and bool(one.due_by) and ally in one.actors
    )


def _due(one: Commitment) -> int:
    year, month = int(one.due_by[:4]), one.due_by[5:7]
    return year - 1 if month and int(month) <= FISCAL_ENDS else year


def _value(one: Commitment) -> float:
    core = CORE_PART.search(one.about)
    if core is not None:
        return float(core.group(1))
    if one.value == HAGUE and one.made_last is not None and one.made_last >= HAGUE_DAY and "5%" in one.about:
        return HAGUE_CORE
    return one.value
