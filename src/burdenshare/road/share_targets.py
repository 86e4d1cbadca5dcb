"""What each ally had committed to by a day, as points that its share of GDP is to reach by a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from burdenshare.record.model import Commitment
from burdenshare.record.record import Record
from burdenshare.road.share_history import Array, ShareHistory
from burdenshare.road.share_limits import OVERDUE

UNIT = "% of GDP"
OWN = frozenset({"national_target"})
"""Kinds that bind the ally that states them: demands, proposals and ambitions bind nobody, and pledges of a group of
allies are either NATO's own goal again or count more than core expenditure (the 5 %)."""
INSTEAD = "exemption"
"""A share that an ally holds to be enough, in place of the alliance's goal (Spain's 2.1 % of June 2025)."""
RAISING = frozenset({">=", ">", "="})


@dataclass(frozen=True, slots=True)
class Goal:
    """A share to reach by the end of a year, and the commitment that says so."""

    year: int
    share: float
    commitment: str


def goals(record: Record, held: ShareHistory) -> dict[str, tuple[Goal, ...]]:
    """The goals of each ally in the order of their years, all made on or before the day of `held`.

    The alliance's goal is everybody's; of an ally's own for one year the newest counts. What was due by the newest year
    of the day asks for no more.
    """
    shared = alliance_goal(record, held.on, held.own_year)
    return {ally: _of(record, ally, held, shared) for ally in held.allies}


def alliance_goal(record: Record, on: date, own_year: int) -> Goal | None:
    """NATO's goal in force on the day (of two the core one), by the year named for that share, then or earlier.

    Where that year has passed, or none was named, it is aimed at in `OVERDUE` years.
    """
    guideline = record.guideline(on)
    if guideline is None:
        return None
    named = [
        int(one.due_by[:4])
        for one in record.commitments(actor="NATO", on=on)
        if one.unit == UNIT and one.value == guideline.value and one.due_by
    ]
    due = max(named, default=own_year)
    return Goal(due if due > own_year else own_year + int(OVERDUE.value), guideline.value, guideline.id)


def promised(start: int, share: float, asked: tuple[Goal, ...], years: Array) -> Array:
    """The share in each of `years` if every goal is kept: the highest of the straight lines from `share` in the year
    `start` to each goal, held from its year on. A goal below the share asks for nothing."""
    path = np.full(len(years), share)
    for one in asked:
        if one.year > start:
            np.maximum(path, np.interp(years, [start, one.year], [share, max(one.share, share)]), out=path)
    return path


def _of(record: Record, ally: str, held: ShareHistory, shared: Goal | None) -> tuple[Goal, ...]:
    made = sorted(record.commitments(actor=ally, on=held.on), key=lambda one: one.made_last or date.min)
    instead = next((one for one in reversed(made) if one.kind == INSTEAD and one.unit == UNIT and one.due_by), None)
    if instead is not None and int(instead.due_by[:4]) > held.own_year:
        shared = _goal(instead)
    by_year = {int(one.due_by[:4]): _goal(one) for one in made if _binds(one, held.own_year)}
    asked = [*by_year.values(), *([shared] if shared is not None else [])]
    return tuple(sorted(asked, key=lambda one: (one.year, one.share)))


def _binds(one: Commitment, own_year: int) -> bool:
    dated = one.kind in OWN and one.unit == UNIT and one.comparator in RAISING and bool(one.due_by)
    return dated and int(one.due_by[:4]) > own_year


def _goal(one: Commitment) -> Goal:
    return Goal(int(one.due_by[:4]), one.value, one.id)
