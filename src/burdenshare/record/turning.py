"""The days on which what the record can say changes: between two of them, every day knows the same."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from burdenshare.record.dated import GUIDELINE_ACTOR
from burdenshare.record.stated import BY_MEASURE
from burdenshare.record.store import Store


def turn(store: Store, day: date, measure: str | None = None) -> date:
    """The newest day by which something came out or changed that `day` knows of: asked of either, the record gives the
    same values, members, currencies and commitments. A day before all of them stands for itself.

    `measure`: asked of that measure alone. What is told of another kind of thing (an ally's promise, a count of
    warheads) moves no statistic, so that more days ask the same."""
    if counted(measure):
        return _newest(store.once("counting days", lambda: tuple(sorted(set(_counting(store))))), store, day)
    return _newest(store.once("turning days", lambda: tuple(sorted({*_counting(store), *_telling(store)}))), store, day)


def counted(measure: str | None) -> bool:
    """Whether it is a statistic of the releases, and no holding, order or posting that somebody stated."""
    return measure is not None and measure not in BY_MEASURE


def _newest(held: tuple[date, ...], store: Store, day: date) -> date:
    place = bisect_right(held, min(day, store.edition))
    return held[place - 1] if place else day


def _counting(store: Store) -> Iterator[date]:
    """Days that move a statistic: releases, and who was a member, of what group, with which currency and guideline."""
    yield store.edition
    yield from (one.released_on for one in store.releases.ordered if one.released_on is not None)
    yield from (day for index in (store.nato, store.aid()) for day in index.days() if day != date.max)
    yield from (one.joined_on for one in store.groups.allies.values())
    stays = [(one.since, one.until) for held in store.groups.stays.values() for one in held]
    tenders = [(one.since, one.until) for held in store.groups.tenders.values() for one in held]
    yield from (day for ends in (*stays, *tenders) for day in ends if day is not None)
    agreed = store.calendar().committed(GUIDELINE_ACTOR, None, None)
    yield from (one.made_last for one in agreed if one.made_last is not None)


def _telling(store: Store) -> Iterator[date]:
    """Days on which something was told that is no statistic: statements of holdings and orders, and promises."""
    for held in store.stated.values():
        yield from (day for day in held().days() if day != date.max)
    yield from (one.made_last for one in store.calendar().commitments if one.made_last is not None)
