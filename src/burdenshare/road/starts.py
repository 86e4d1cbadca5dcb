"""Where each ally starts: the newest share of GDP known on the day, its equipment share, and what they count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from burdenshare.errors import DateError
from burdenshare.record.model import Finding
from burdenshare.record.record import Record

REACH = 3
"""A share may be this many years older than the newest release of the day: an older one says nothing of today."""


@dataclass(frozen=True, slots=True)
class Start:
    """What one ally spent in the base year as far as the day knew; `share` and `equipment` in per cent."""

    ally: str
    share: float
    year: int
    release: str
    definition: str
    equipment: float | None
    notes: tuple[str, ...]
    finding: Finding


@dataclass(frozen=True, slots=True)
class Starts:
    """The base year, and the start of every ally that has one; `without` names those that have none."""

    base: int
    release: str
    definition: str
    held: dict[str, Start]
    without: tuple[str, ...]


def starts(record: Record, allies: tuple[str, ...], on: date) -> Starts:
    """Starts of the allies as known on `on`. The base year is the own year of the newest release of the day.

    Raises DateError where no release was out by the day.
    """
    newest = record.newest_release(on)
    if newest is None:
        first = record.releases()[0]
        raise DateError(
            f"no release of NATO's figures was out by {on.isoformat()}",
            remedy=f"give a day from {first.released_on} on",
        )
    held = {ally: one for ally in allies if (one := _start(record, ally, newest.own_year, on)) is not None}
    without = tuple(ally for ally in allies if ally not in held)
    return Starts(newest.own_year, newest.id, newest.definition or "whole", held, without)


def _start(record: Record, ally: str, base: int, on: date) -> Start | None:
    for year in range(base, base - REACH - 1, -1):
        found = record.cell("share_of_gdp", ally, year, as_of=on)
        if found is None or not _middle(found):
            continue
        equipment = record.cell("equipment_share", ally, year, as_of=on)
        notes = [one for one in found.caveats if "secondary page" not in one]  # of verdicts; told below as of a share
        if year != base:
            notes.append(f"its share of {base} is not in the record: that of {year} is held")
        if found.secondary_only:
            notes.append("its share rests on a secondary source")
        return Start(
            ally=ally,
            share=_middle(found),
            year=year,
            release=found.release.id,
            definition=found.release.definition or "whole",
            equipment=None if equipment is None else _middle(equipment),
            notes=tuple(notes),
            finding=found,
        )
    return None


def _middle(found: Finding) -> float:
    return found.value if found.value is not None else (found.low + found.high) / 2
