"""The money that goes to equipment: a scenario of the road, and the part of its spending that buys equipment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from burdenshare.errors import NotHeldError
from burdenshare.record.record import Record
from burdenshare.road.ensemble import BLOCK, Chance, drawn
from burdenshare.road.industry.chances import Chances
from burdenshare.road.industry.model import Array, Source
from burdenshare.road.prepare import prepare
from burdenshare.road.roll import Number
from burdenshare.road.run import Chances as Unknown
from burdenshare.road.run import Setting, central, saved, years_of
from burdenshare.road.slips import slips

PER_CENT = 0.01


@dataclass(frozen=True, slots=True)
class Equipment:
    """Money for equipment: dollars of the base year, (year, draw) from the base year on. `shares` is the part of
    spending by ally in per cent; `without` names allies whose share no release tells, which are left out. `out_of` is
    the money that it is a part of, of the same allies. Of a user's own table `given` tells the name, and it is a part
    of nothing."""

    base: int
    years: tuple[int, ...]
    central: Array
    draws: Array
    shares: dict[str, float]
    without: tuple[str, ...]
    out_of_central: Array
    out_of: Array
    given: str = ""


def equipment(record: Record, source: Source, on: date, until: int, chances: Chances) -> Equipment:
    """The equipment money of a source until the end of a year. Raises NotHeldError where no ally's share is told."""
    setting, begun, wanted = prepare(record, source.road, on, source.allies, until)
    shares, without = {}, []
    for ally in wanted:
        own = setting.courses[ally].start.equipment
        if own is None and source.equipment is None:
            without.append(ally)
        else:
            shares[ally] = own if own is not None else 0.0
    if not shares:
        raise NotHeldError(
            "the record tells the equipment share of none of these allies", remedy="give it in the scenario: equipment"
        )
    middle = central(setting)
    one = many = _summed(setting, source, shares, middle, saved(setting, middle), chances.central())
    if chances.count:
        past = slips(record, tuple(setting.grounds), on)
        ready = drawn(setting, Chance(chances.count, chances.seed, past))
        parts = []
        for first in range(0, chances.count, BLOCK):
            last = min(first + BLOCK, chances.count)
            unknown, moved = ready.block(first, last)
            parts.append(_summed(setting, source, shares, unknown, moved, chances.part(first, last)))
        many = np.concatenate([each[0] for each in parts], axis=1), np.concatenate([each[1] for each in parts], axis=1)
    return Equipment(begun.base, setting.years, one[0], many[0], shares, tuple(without), one[1], many[1])


def _summed(
    setting: Setting,
    source: Source,
    shares: dict[str, float],
    unknown: Unknown,
    moved: tuple[list[Number], ...],
    chances: Chances,
) -> tuple[Array, Array]:
    """What goes to equipment, and what it is a part of, each (year, draw)."""
    whole = np.zeros((len(setting.years), chances.wide))
    out_of = np.zeros_like(whole)
    given = None if source.equipment is None else chances.value("equipment", source.equipment)
    for ally, own in shares.items():
        years, _ = years_of(setting, unknown, ally, moved)
        path = setting.courses[ally].equipment
        money = years.extra if source.of == "extra" else years.spending
        for at, sum_ in enumerate(money):
            part: Number | Array = given if given is not None else (path[at] if path is not None else own)
            whole[at] += sum_ * part * PER_CENT
            out_of[at] += sum_
    return whole, out_of
