"""Dated entries: events, commitments, and statements on when the adversary could be ready."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from burdenshare.errors import RecordError
from burdenshare.record.days import days_meant
from burdenshare.record.model import Commitment, Event, Grade, Horizon
from burdenshare.record.tables import Row

GUIDELINE_KINDS = frozenset({"spending_guideline", "spending_pledge"})
GUIDELINE_ACTOR = "NATO"
GUIDELINE_UNIT = "% of GDP"
GUIDELINE_SENSE = ">="
"""The guideline of a day is a floor that NATO itself set, in per cent of GDP; the "up to 1.5 %" of 2025 is none."""
CORE_WORDS = "core defence (agreed NATO definition)"
"""Of the two targets of 25 June 2025 the core one is comparable with a recorded share (semantics §7)."""

_ODD_ACTORS = {
    "NATO Secretary General": ("NATO_SECRETARY_GENERAL",),
    "COALITION OF THE WILLING": ("COALITION_WILLING",),
}
"""Actors that are no list of codes, under the ids that the other tables use."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Events, commitments and horizons in order of their first day; the undated last."""

    events: tuple[Event, ...]
    commitments: tuple[Commitment, ...]
    horizons: tuple[Horizon, ...]

    def happened(self, kind: str | None, place: str | None, between: tuple[date, date] | None) -> tuple[Event, ...]:
        """Events that fit all that is given. `place` matches any part of the recorded place, in any case."""
        wanted = place.casefold() if place else ""
        return tuple(
            one
            for one in self.events
            if (kind is None or one.kind == kind)
            and wanted in one.place.casefold()
            and (between is None or (one.first <= between[1] and between[0] <= one.last))
        )

    def committed(self, actor: str | None, kind: str | None, on: date | None) -> tuple[Commitment, ...]:
        """Commitments that fit; with `on`, only those surely made by that day."""
        return tuple(
            one
            for one in self.commitments
            if (actor is None or actor in one.actors)
            and (kind is None or one.kind == kind)
            and (on is None or (one.made_last is not None and one.made_last <= on))
        )

    def guidelines(self, on: date) -> tuple[Commitment, ...]:
        """The newest NATO spending commitments made on or before the day (two since 25 June 2025), core one first."""
        made = [one for one in self.committed(GUIDELINE_ACTOR, None, on) if _is_guideline(one)]
        if not made:
            return ()
        newest = max(one.made_last for one in made if one.made_last)
        held = [one for one in made if one.made_last == newest]
        return tuple(sorted(held, key=lambda one: one.about != CORE_WORDS))

    def stated(self, on: date | None) -> tuple[Horizon, ...]:
        """Horizons stated by that day."""
        return tuple(one for one in self.horizons if on is None or _stated_by(one, on))


def build_calendar(events: list[Row], commitments: list[Row], horizons: list[Row]) -> Calendar:
    """Calendar from `commitments/events.csv`, `commitments/commitments.csv`, `capabilities/reconstitution.csv`."""
    made = [_commitment(row) for row in commitments]
    return Calendar(
        tuple(sorted((_event(row) for row in events), key=lambda one: (one.first, one.name))),
        tuple(sorted(made, key=lambda one: (one.made_first or date.max, one.id))),
        tuple(sorted((_horizon(row) for row in horizons), key=lambda one: one.stated_on)),
    )


def _event(row: Row) -> Event:
    meant = days_meant(row["date"])
    if meant is None:
        raise RecordError(f"'{row['date']}' is not a date", where="commitments/events.csv", remedy="mend the row")
    grade = Grade(row["grade"])
    return Event(row["name"], meant[0], meant[1], row["place"], row["kind"], grade, row["source_url"])


def _commitment(row: Row) -> Commitment:
    meant = days_meant(row["made_on"])
    return Commitment(
        id=row["id"],
        actors=actors(row["actor"]),
        kind=row["kind"],
        about=row["measure"],
        comparator=row["comparator"],
        value=float(row["value"]),
        unit=row["unit"],
        made_on=row["made_on"],
        made_first=meant[0] if meant else None,
        made_last=meant[1] if meant else None,
        due_by=row["due_by"],
        made_at=row["made_at"],
        status=row["status"],
        grade=Grade(row["grade"]),
        source=row["source_url"],
    )


def actors(text: str) -> tuple[str, ...]:
    """The ids in `EST LVA LTU`, `B9+NORDIC` or `NATO (BEL CAN)` (those in brackets, who alone act)."""
    if text in _ODD_ACTORS:
        return _ODD_ACTORS[text]
    inner = re.search(r"\(([^)]*)\)", text)
    return tuple(re.split(r"[ +]+", inner[1] if inner else text))


def _horizon(row: Row) -> Horizon:
    return Horizon(
        stated_by=row["stated_by"],
        role=row["role"],
        country=row["country"],
        stated_on=row["stated_on"],
        low_years=_number(row["horizon_low_years"]),
        high_years=_number(row["horizon_high_years"]),
        low_year=_year(row["target_year_low"]),
        high_year=_year(row["target_year_high"]),
        about=row["about"],
        grade=Grade(row["grade"]),
        source=row["source_url"],
    )


def _is_guideline(one: Commitment) -> bool:
    return one.kind in GUIDELINE_KINDS and one.unit == GUIDELINE_UNIT and one.comparator == GUIDELINE_SENSE


def _stated_by(one: Horizon, on: date) -> bool:
    meant = days_meant(one.stated_on)
    return meant is not None and meant[1] <= on


def _number(text: str) -> float | None:
    return float(text) if text else None


def _year(text: str) -> int | None:
    return int(text) if text else None
