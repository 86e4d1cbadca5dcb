"""The immutable in-memory index: one value as of a day, or inside one release, in well under a microsecond."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from burdenshare.record.model import Grade, Observation, Period
from burdenshare.record.releases import shelf_day

Key = tuple[str, str, Period, str, str]
"""measure, entity, period, price basis (or variant), unit."""

CONSTANT = "constant"
"""Alias of the one constant basis a release prints, so that a question need not know its base year."""

_RANK = {Grade.OFFICIAL: 0, Grade.PRESS: 1, Grade.SECONDARY: 2}


class Shelf(NamedTuple):
    """Observations of one key, oldest first, with the days they came out; one observation a release."""

    days: tuple[date, ...]
    held: tuple[Observation, ...]


class Index:
    """Observations by key. Built once, then only read."""

    __slots__ = ("_by_measure", "_newest", "_printed", "_shelves")

    def __init__(self, observations: Iterable[Observation]) -> None:
        best: dict[Key, dict[str, Observation]] = {}
        for one in observations:
            for key in keys_of(one):
                held = best.setdefault(key, {})
                rival = held.get(one.release)
                if rival is None or _worth(one) < _worth(rival):
                    held[one.release] = one
        self._shelves: dict[Key, Shelf] = {key: _shelf(held.values()) for key, held in best.items()}
        self._printed = best
        self._by_measure: dict[str, tuple[Observation, ...]] = {}
        self._newest: Callable[[Key], Shelf | None] = self._shelves.get

    def latest(self, key: Key, day: date) -> Observation | None:
        """The newest observation of `key` out by `day`; `date.max` also sees undated ones. None: nothing held."""
        shelf = self._newest(key)
        if shelf is None:
            return None
        place = bisect_right(shelf[0], day)
        return shelf[1][place - 1] if place else None

    def at(self, key: Key, release: str) -> Observation | None:
        """What one release holds for `key`."""
        held = self._printed.get(key)
        return held.get(release) if held is not None else None

    def shelf(self, key: Key) -> tuple[Observation, ...]:
        """Every observation of `key`, oldest first."""
        shelf = self._shelves.get(key)
        return shelf.held if shelf is not None else ()

    def of_measure(self, measure: str) -> tuple[Observation, ...]:
        """Every observation of a measure once, in the order of the keys."""
        held = self._by_measure.get(measure)
        if held is None:
            found = (one for key, shelf in self._shelves.items() if key[0] == measure for one in shelf.held)
            held = self._by_measure[measure] = tuple(dict.fromkeys(found))
        return held

    def days(self) -> frozenset[date]:
        """Every day on which something came out; `date.max` for what has none."""
        return frozenset(day for shelf in self._shelves.values() for day in shelf.days)

    def shelves(self) -> Iterator[tuple[Key, tuple[Observation, ...]]]:
        """Every key with its observations, oldest first; the `constant` aliases among them."""
        return ((key, shelf.held) for key, shelf in self._shelves.items())

    def __len__(self) -> int:
        return len(self._shelves)


def keys_of(one: Observation) -> tuple[Key, ...]:
    """The key of an observation, and its alias where it stands at constant prices."""
    own: Key = (one.measure, one.entity, one.period, one.basis, one.unit)
    if one.basis.startswith(CONSTANT + "_"):
        return own, (one.measure, one.entity, one.period, CONSTANT, one.unit)
    return (own,)


def _worth(one: Observation) -> tuple[bool, int, float]:
    """Smaller is better: a cell of the table before a printed aggregate, the better page, the narrower interval."""
    return one.aggregate, _RANK[one.grade], one.high - one.low


def _shelf(held: Iterable[Observation]) -> Shelf:
    ordered = sorted(held, key=lambda one: shelf_day(one.released_on))
    return Shelf(tuple(shelf_day(one.released_on) for one in ordered), tuple(ordered))
