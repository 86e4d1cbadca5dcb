"""Gaps in units: what is required beyond what is there, as a day knew it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from burdenshare.record.model import Observation
from burdenshare.record.record import Record
from burdenshare.road.model import Spread
from burdenshare.road.requirements.crosswalk import Kind, Required, requirements


@dataclass(frozen=True, slots=True)
class Gap:
    """A requirement as a gap: `units` more than there is, in `unit`; of a total the planned number less that before.
    `rows` are those it is worked out from."""

    required: Required
    units: Spread
    unit: str
    rows: tuple[Observation, ...]


def gaps(record: Record, on: date) -> tuple[Gap, ...]:
    """Every requirement that was stated by the day, in the order of the crosswalk."""
    rows = record.observations("requirement", as_of=on if on < record.edition else None)
    return tuple(_gaps(requirements().values(), rows))


def _gaps(wanted: Iterable[Required], rows: Iterable[Observation]) -> Iterator[Gap]:
    held = {(one.entity, one.basis): one for one in rows}
    for required in wanted:
        own = [held.get((required.scenario, item)) for item in required.rows()]
        if own[0] is None or any(one is None for one in own):
            continue  # not stated yet
        known = tuple(one for one in own if one is not None)
        yield Gap(required, _units(required, known), known[0].unit, known)


def _units(required: Required, rows: tuple[Observation, ...]) -> Spread:
    first = rows[0]
    if required.kind is not Kind.TOTAL:
        return Spread(first.low, first.value, first.high)
    before = rows[1]
    return Spread(first.low - before.high, first.value - before.value, first.high - before.low)
