"""Which release of each publisher is probably out by a day, though the record does not hold it."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from burdenshare.record.model import Release

DECLARED = Path(__file__).with_name("expected.toml")
LOOKED_BACK = 5
"""Years whose days say when a season's release comes."""
OLD = 200
"""Days after which a record is old whatever is due: no half year passes without a release of NATO or the Fund."""


@dataclass(frozen=True, slots=True)
class Season:
    """A time of the year at which a publisher releases."""

    name: str
    from_month: int
    to_month: int


@dataclass(frozen=True, slots=True)
class Publisher:
    """How a publisher releases: in `seasons`, or every `days` days."""

    id: str
    name: str
    page: str
    reason: str
    example: str
    seasons: tuple[Season, ...] = ()
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A release that is probably out and not held. `since`: the first day on which it probably was."""

    publisher: Publisher
    what: str
    since: date
    newest: Release | None

    @property
    def told(self) -> str:
        """In one line."""
        return f"{self.publisher.name}: {self.what}, probably out since {self.since.isoformat()}"


@cache
def publishers() -> tuple[Publisher, ...]:
    """The publishers whose releases are awaited, from `expected.toml`."""
    found = tomllib.loads(DECLARED.read_text(encoding="utf-8"))["publisher"]
    return tuple(
        Publisher(
            id=one["id"],
            name=one["name"],
            page=one["page"],
            reason=one["reason"],
            example=one["example"],
            seasons=tuple(Season(**season) for season in one.get("slots", ())),
            days=one.get("days"),
        )
        for one in found
    )


def due(publisher: Publisher, releases: Sequence[Release], today: date) -> Due | None:
    """The newest release of `publisher` that is probably out by `today` and not among `releases`."""
    dated = sorted((one for one in releases if one.released_on is not None), key=_day)
    if not dated:
        return None
    newest = dated[-1]
    if publisher.days is not None:
        since = _day(newest) + timedelta(days=publisher.days)
        return Due(publisher, f"a release after that of {_day(newest)}", since, newest) if since <= today else None
    awaited = [
        (since, season, year)
        for year in range(_day(newest).year, today.year + 1)
        for season in publisher.seasons
        if (since := _usual(season, year, dated)) <= today and _day(newest) < date(year, season.from_month, 1)
    ]
    if not awaited:
        return None
    since, season, year = max(awaited, key=lambda one: one[0])
    return Due(publisher, f"{season.name} {year}", since, newest)


def _usual(season: Season, year: int, dated: Sequence[Release]) -> date:
    """The day of `year` on which the season's release is probably out: the latest of the last years held."""
    days = [
        _day(one).replace(year=year) if (_day(one).month, _day(one).day) != (2, 29) else date(year, 3, 1)
        for one in dated
        if season.from_month <= _day(one).month <= season.to_month and year - LOOKED_BACK <= _day(one).year < year
    ]
    return max(days, default=_end(season, year))


def _end(season: Season, year: int) -> date:
    return date(year + season.to_month // 12, season.to_month % 12 + 1, 1) - timedelta(days=1)


def _day(one: Release) -> date:
    return one.released_on or date.min
