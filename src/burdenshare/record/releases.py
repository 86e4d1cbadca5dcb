"""Releases: which statistics were published on which day, and which was the newest on a day."""

from __future__ import annotations

from bisect import bisect_right
from calendar import month_name
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from burdenshare.errors import RecordError, UnknownNameError
from burdenshare.record.model import Release
from burdenshare.record.tables import Row

NATO = "nato"
_MONTHS = [name.casefold() for name in month_name]


@dataclass(frozen=True, slots=True)
class Steps:
    """What one publisher's shelf holds from day to day: `seen[n]`, newest first, before the n-th of `days`."""

    days: tuple[date, ...]
    seen: tuple[tuple[Release, ...], ...]


@dataclass(frozen=True, slots=True)
class Releases:
    """Releases by publisher, oldest first; undated ones last (they serve *now* only)."""

    ordered: tuple[Release, ...]
    by_id: Mapping[str, Release]
    by_publisher: Mapping[str, tuple[Release, ...]]
    steps: Mapping[str, Steps]

    def of(self, publisher: str) -> tuple[Release, ...]:
        return self.by_publisher.get(publisher, ())

    def visible(self, publisher: str, day: date) -> tuple[Release, ...]:
        """Those of `publisher` out by `day`, newest first. `date.max` also sees undated ones."""
        held = self.steps.get(publisher)
        return held.seen[bisect_right(held.days, day)] if held is not None else ()

    def step(self, publisher: str, day: date) -> int:
        """How many of `publisher` were out by `day`: days of one step have seen the same."""
        held = self.steps.get(publisher)
        return bisect_right(held.days, day) if held is not None else 0

    def newest(self, publisher: str, day: date) -> Release | None:
        return next(iter(self.visible(publisher, day)), None)

    def find(self, text: str) -> Release:
        """The release called `2024-06`, `June 2024` or by its whole id. Raises UnknownNameError with suggestions."""
        found = self.by_id.get(text) or self.by_id.get(_year_month(text))
        if found is None:
            raise UnknownNameError("release", text, self.by_id)
        return found


def build_releases(rows: list[Row]) -> Releases:
    """Releases from the rows of `nato/releases.csv`."""
    return order([_release(row) for row in rows])


def order(held: list[Release]) -> Releases:
    """Sort releases by day and refuse two of one id."""
    by_id = {one.id: one for one in held}
    if len(by_id) != len(held):
        raise RecordError("two releases share an id", where="nato/releases.csv", remedy="give each its own id")
    ordered = tuple(sorted(held, key=lambda one: (shelf_day(one.released_on), one.own_year, one.id)))
    publishers = dict.fromkeys(one.publisher for one in ordered)
    by_publisher = {who: tuple(one for one in ordered if one.publisher == who) for who in publishers}
    return Releases(ordered, by_id, by_publisher, {who: _steps(held) for who, held in by_publisher.items()})


def _steps(held: tuple[Release, ...]) -> Steps:
    """Every look-up asks what was out by its day: answered once here for all days."""
    seen = tuple(tuple(reversed(held[:count])) for count in range(len(held) + 1))
    return Steps(tuple(shelf_day(one.released_on) for one in held), seen)


def shelf_day(released_on: date | None) -> date:
    """The first day from which a look-up sees something; the undated is seen only from the end of time, by *now*."""
    return released_on if released_on is not None else date.max


def _release(row: Row) -> Release:
    return Release(
        id=row["release"],
        publisher=row["publisher"].casefold(),
        released_on=date.fromisoformat(row["released_on"]) if row["released_on"] else None,
        title=row["title"],
        own_year=int(row["own_year"]),
        definition=row["definition"],
    )


def _year_month(text: str) -> str:
    words = text.casefold().replace(",", " ").split()
    if len(words) == 2 and words[0] in _MONTHS and words[1].isdigit():
        return f"{words[1]}-{_MONTHS.index(words[0]):02d}"
    return text
