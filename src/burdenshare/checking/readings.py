"""Readings: a claim with its holes filled and a release to ask, in order of plausibility (semantics §2, §3, §6).

`ways` fills the holes of the tree; the release is the one hole that every claim has, and is filled here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from burdenshare.checking.builders import MONEY
from burdenshare.checking.claims import Claim
from burdenshare.checking.limits import MOST_DEPARTURES
from burdenshare.checking.model import Clock
from burdenshare.checking.questions import (
    Change,
    Extra,
    Hole,
    Level,
    Numeric,
    fill,
    holes_of,
)
from burdenshare.checking.ways import Way, ways
from burdenshare.quick import quick
from burdenshare.record.kept import kept
from burdenshare.record.model import Release
from burdenshare.record.record import Record
from burdenshare.record.releases import NATO


@quick
@dataclass(frozen=True, slots=True)
class Reading:
    """A claim with its holes filled. `release` None means the newest release of the day that answers."""

    question: Numeric
    labels: tuple[str, ...]
    place: int
    reason: str
    release: str | None = None
    older: bool = False
    kinship: bool = False


OLDER_REASON = "an older release already published on the day: it can make a claim depend on it, never support it"
NAMED_REASON = "the text names this release"
NEWEST_REASON = "the newest release of the day that answers"


def plain_release_readings(claim: Claim, record: Record, clock: Clock) -> tuple[Reading, ...]:
    """All readings from the release the text names (*then* only) and from the newest of the day, plain first."""
    assert isinstance(claim.question, Numeric)
    named = claim.statement.release if clock is Clock.THEN else ""
    choices: list[tuple[str | None, int, str]] = [(named, 0, NAMED_REASON)] if named else []
    choices.append((None, len(choices), NEWEST_REASON))
    filled = _fillings(record, claim)
    found = [
        Reading(question, labels, place + extra, "; ".join((reason, *reasons)), release, False, kinship)
        for release, extra, reason in choices
        for question, labels, place, reasons, kinship in filled
    ]
    return tuple(sorted(found, key=lambda reading: reading.place))


def older_readings(claim: Claim, record: Record, day: date, newest: Release | None) -> tuple[Reading, ...]:
    """Lower readings for *then*: releases published before the one that answered, newest first.

    Only fillings that depart from the plain one in a single hole are tried on them, and never in the year: two
    departures, or another year, and an old release together are an excuse, not a reading.
    """
    filled = [one for one in _fillings(record, claim, of_the_plain_year=True) if one[2] <= 1]
    return tuple(
        Reading(question, labels, 10 + age, "; ".join((OLDER_REASON, *reasons)), release.id, True, kinship)
        for age, release in enumerate(_before(claim, record, day, newest))
        for question, labels, place, reasons, kinship in filled
    )


def says_earlier_release(claim: Claim) -> bool:
    """Whether the words leave the release open on purpose: a figure "announced at the time", "first reported"."""
    return "release" in claim.statement.holes


def of_the_cell(claim: Claim, record: Record, like: Numeric) -> tuple[Reading, ...]:
    """Every filling that asks of the same entity and time as `like`, of no release yet: used to ask the last release of
    another definition, which explains no other difference."""
    return tuple(
        Reading(question, labels, place, "; ".join(reasons), None, False, kinship)
        for question, labels, place, reasons, kinship in _fillings(record, claim)
        if _same_cell(question, like)
    )


_CELL = ("entity", "group", "period", "year", "last", "baseline")


def _same_cell(one: Numeric, other: Numeric) -> bool:
    """Whether two fillings ask of the same entity and time."""
    return [getattr(one, name, None) for name in _CELL] == [getattr(other, name, None) for name in _CELL]


@kept(4096)
def whole_releases(record: Record, day: date) -> tuple[Release, ...]:
    """Releases of whole defence expenditure out by `day`, newest first (semantics §3, definition break)."""
    found = [
        one for one in record.releases() if one.definition == "whole" and one.released_on and one.released_on <= day
    ]
    return tuple(sorted(found, key=lambda one: (one.released_on, one.id), reverse=True))


def _before(claim: Claim, record: Record, day: date, newest: Release | None) -> list[Release]:
    """NATO's releases of the same definition published before `newest` and by `day`, newest first; of any definition
    where the words themselves speak of an earlier one ("the 23 announced at the time")."""
    earlier = says_earlier_release(claim)
    found = [
        one
        for one in record.releases(newest.publisher if newest is not None else NATO)
        if one.released_on is not None
        and one.released_on <= day
        and newest is not None
        and newest.released_on is not None
        and one.released_on < newest.released_on
        and (earlier or one.definition == newest.definition)
    ]
    ordered = sorted(found, key=lambda one: (one.released_on, one.id), reverse=True)
    # Of an outlook only the vintage before: those further back are forecasts, and among twenty one fits anything.
    return ordered if newest is None or newest.publisher == NATO else ordered[:1]


_Filling = tuple[Numeric, tuple[str, ...], int, tuple[str, ...], bool]


def combinations(claim: Claim, record: Record) -> Iterator[tuple[Way, ...]]:
    """Every way to fill all holes at once, before any is cut."""
    assert isinstance(claim.question, Numeric)
    return product(*(ways(claim, hole, record) for hole in holes_of(claim.question)))


def departures(chosen: Sequence[Way]) -> frozenset[Hole]:
    """The holes that a combination does not fill plainly."""
    return frozenset(way.hole for way in chosen if way.place)


def is_cut(chosen: Sequence[Way]) -> bool:
    """Whether a combination departs from the plain reading so far that it would be an excuse."""
    departs = departures(chosen)
    return len(departs) > MOST_DEPARTURES.value or len(departs & EXCUSE) > 1


EXCUSE = frozenset({Hole.BASIS, Hole.PERIOD, Hole.RATE})
"""Another price basis, year and exchange rate: two of them at once would fit nearly any level of money."""


@kept(256)  # both clocks and every release asked of fill the same few claims
def _fillings(record: Record, claim: Claim, *, of_the_plain_year: bool = False) -> tuple[_Filling, ...]:
    """Every way to fill all holes at once; its place is the sum of the places, ties in the order of the holes."""
    found: list[_Filling] = []
    for chosen in combinations(claim, record):
        if is_cut(chosen) or (of_the_plain_year and Hole.PERIOD in departures(chosen)):
            continue
        assert isinstance(claim.question, Numeric)
        question = fill(claim.question, {way.hole: way.value for way in chosen})
        labels = tuple(way.label for way in chosen if way.label)
        reasons = tuple(way.reason for way in chosen if way.place)
        found.append((question, labels, sum(way.place for way in chosen), reasons, any(way.kinship for way in chosen)))
    return tuple(sorted(found, key=lambda one: one[2]))


def basis_is_open(claim: Claim) -> bool:
    """True for money whose price basis the words do not name: a level, and what is made of levels."""
    question = claim.question
    if isinstance(question, (Change, Extra)):
        return question.basis is Hole.BASIS
    return isinstance(question, Level) and question.basis is Hole.BASIS and question.measure in MONEY
