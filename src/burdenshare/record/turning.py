"""The days on which what the record can say changes: between two of them, every day knows the same."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from burdenshare.record.store import Store


def turn(store: Store, day: date) -> date:
    """The newest day by which something came out or changed that `day` knows of: asked of either, the record gives the
    same values, members, currencies and commitments. A day before all of them stands for itself."""
    held = store.once("turning days", lambda: tuple(sorted(set(_days(store)))))
    place = bisect_right(held, min(day, store.edition))
    return held[place - 1] if place else day


def _days(store: Store) -> Iterator[date]:
    yield store.edition
    yield from (one.released_on for one in store.releases.ordered if one.released_on is not None)
    for index in (store.nato, store.aid(), *(held() for held in store.stated.values())):
        yield from (day for day in index.days() if day != date.max)
    yield from (one.joined_on for one in store.groups.allies.values())
    stays = [(one.since, one.until) for held in store.groups.stays.values() for one in held]
    tenders = [(one.since, one.until) for held in store.groups.tenders.values() for one in held]
    yield from (day for ends in (*stays, *tenders) for day in ends if day is not None)
    yield from (one.made_last for one in store.calendar().commitments if one.made_last is not None)
