"""Groups of allies in a run: sums of what each adds, central and drawn, and the parts of the whole.

An ally is added once, to the part of the alliance it stands in; groups are put together from those parts at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from burdenshare.record.record import Record
from burdenshare.road import told
from burdenshare.road.course import members_of
from burdenshare.road.fans import Fan, bands, fan
from burdenshare.road.model import Baseline
from burdenshare.road.result import GroupRoad
from burdenshare.road.roll import SHARE, Number
from burdenshare.road.run import Setting
from burdenshare.road.told import Series

if TYPE_CHECKING:
    from burdenshare.road.ensemble import Stored

AMERICA, CANADA, EUROPE = "USA", "CAN", "EUR"
PARTS = {"NATO": (AMERICA, CANADA, EUROPE), EUROPE: (EUROPE,), "EUR_CAN": (EUROPE, CANADA)}
"""Groups that are summed where all their members with data are in the run, and the parts they consist of."""
TOGETHER = "together"
"""The sum of allies that are no such group."""


@dataclass(slots=True)
class Totals:
    """The parts of the alliance as they are filled, ally by ally; of the draws, arrays of (year, draw)."""

    central: dict[str, dict[str, list[Number]]] = field(default_factory=dict)
    drawn: dict[str, dict[str, Stored]] = field(default_factory=dict)

    def add(self, ally: str, own: Mapping[str, Series], draws: Mapping[str, Stored] | None) -> None:
        """Add what an ally gives (`told.parts`). What one ally's figures lack, the sum lacks."""
        part = _part(ally)
        before = self.central.get(part)
        self.central[part] = (
            {name: list(series) for name, series in own.items()}
            if before is None
            else {
                name: [one + more for one, more in zip(series, own[name], strict=True)]
                for name, series in before.items()
                if name in own
            }
        )
        if draws is None:
            return
        if part not in self.drawn:
            self.drawn[part] = {name: draws[name].copy() for name in own}
            return
        whole = self.drawn[part]
        for name in list(whole):
            if name in own:
                whole[name] += draws[name]
            else:
                del whole[name]


def _part(ally: str) -> str:
    return ally if ally in (AMERICA, CANADA) else EUROPE


def groups_of(record: Record, setting: Setting, wanted: Sequence[str], on: date) -> dict[str, tuple[str, ...]]:
    """The groups whose members with data are all in the run; allies that make none are summed together."""
    found = {}
    for name in PARTS:
        every = members_of(record, (name,), on)
        members = tuple(one for one in every if one in setting.courses)
        held = [one for one in every if one in wanted]
        if set(members) <= set(wanted) and len(held) * 2 > len(every):
            found[name] = members
    if not found and len(wanted) > 1:
        found[TOGETHER] = tuple(wanted)
    return found


def group_roads(setting: Setting, inside: Mapping[str, tuple[str, ...]], totals: Totals) -> dict[str, GroupRoad]:
    """Each group's road from the parts it consists of."""
    made = {}
    for name, members in inside.items():
        whole = told.of_group(_whole(name, totals.central))
        spread = told.spreads(told.of_group(_whole(name, totals.drawn))) if totals.drawn else {}
        fans = told.fans(whole, spread, told.units(setting.years[0]))
        made[name] = GroupRoad(name, members, fans, _pooled(setting, members))
    return made


def burden(inside: Mapping[str, tuple[str, ...]], totals: Totals) -> dict[str, Fan]:
    """What part of all allies' spending each part of the alliance carries, in per cent, at prices of the year."""
    if "NATO" not in inside:
        return {}
    money = "spending_usd"
    whole = _whole("NATO", totals.central)[money]
    drawn_whole = _whole("NATO", totals.drawn)[money] if totals.drawn else None
    made = {}
    for part in PARTS["NATO"]:
        if part in totals.central:
            drawn = None if drawn_whole is None else bands(_per_cent(totals.drawn[part][money], drawn_whole))
            made[part] = fan("%", _per_cent(totals.central[part][money], whole), drawn)
    return made


def _whole(name: str, totals: Mapping[str, Mapping[str, Iterable[Number]]]) -> dict[str, list[Number]]:
    held = [totals[part] for part in PARTS.get(name, PARTS["NATO"]) if part in totals]
    common = [quantity for quantity in held[0] if all(quantity in one for one in held)]
    return {
        quantity: [sum(same[1:], start=same[0]) for same in zip(*(one[quantity] for one in held), strict=True)]
        for quantity in common
    }


def _per_cent(one: Iterable[Number], whole: Iterable[Number]) -> Series:
    return [_part_of(part, total) for part, total in zip(one, whole, strict=True)]


def _part_of(part: Number, total: Number) -> Number:
    """In per cent; of nothing at all, which a target of 0 % leads to, every part is nothing."""
    if isinstance(total, float):
        return 100 * part / total if total else 0.0
    return 100 * part / total if total.all() else 0.0 * part


def _pooled(setting: Setting, members: Sequence[str]) -> tuple[float, ...] | None:
    """The gap if the group were one ally: each member's distance from what it spends without the target to its path,
    those above it counting against it. Held real spending is no share: beside it no such gap is told."""
    baseline = setting.scenario.baseline
    if baseline is Baseline.REAL:
        return None
    asks = [setting.courses[one].ask for one in members]
    if any(ask is None or ask.kind != SHARE for ask in asks) or len({ask.levels[-1] for ask in asks if ask}) != 1:
        return None
    gaps = []
    for at in range(len(setting.years)):
        gap = 0.0
        for ally in members:
            course, ground = setting.courses[ally], setting.grounds[ally]
            level = course.ask.levels[at] if course.ask is not None else None
            plan = course.plan if baseline is Baseline.PLANS else None
            held = course.start.share if plan is None else plan[at]
            gap += ((level or 0.0) - held) / 100 * ground.gdp_usd * ground.real[at]
        gaps.append(max(gap, 0.0))
    return tuple(gaps)
