"""Which release answers, and by which of its rows: the newest of the day that holds what is asked, alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from burdenshare.errors import InputError, NotHeldError, UnknownNameError
from burdenshare.record.aid_books import Book, Definition, Kind
from burdenshare.record.aid_counted import Counted, counted
from burdenshare.record.model import Release
from burdenshare.record.record import Record


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: `since` and `until` are months (None: from the first, to the last), `release` names one alone."""

    definition: Definition = Definition.ALLOCATION
    kind: Kind = Kind.TOTAL
    since: str | None = None
    until: str | None = None
    release: str | None = None


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A newer release that does not hold what is asked, and what it lacks."""

    release: Release
    why: str


@dataclass(frozen=True, slots=True)
class Answering(Counted):
    """What a release tells, and the newer releases that cannot."""

    passed: tuple[PassedOver, ...] = ()


def answering(record: Record, asked: Asked, on: date) -> Answering:
    """The newest release out by the day that holds what is asked.

    Raises NotHeldError saying what each lacks, InputError for months before the first, UnknownNameError for a release
    there is not.
    """
    passed: list[PassedOver] = []
    for release in _candidates(record, asked, on):
        found = _in(record.aid_book(release, asked.definition, asked.kind), asked)
        if not isinstance(found, str):
            return Answering(found.book, found.span, found.way, found.periods, tuple(passed))
        passed.append(PassedOver(release, found))
    what = f"{asked.kind} {asked.definition}s"
    cut = asked.since is not None or asked.until is not None
    when = f" from {asked.since or 'the first month'} to {asked.until or 'the last'}" if cut else ""
    lacks = "; ".join(f"release {one.release.id}: {one.why}" for one in passed) or "no table of the tracker was out"
    if passed and asked.definition is Definition.DISBURSEMENT and asked.kind is not Kind.FINANCIAL:
        lacks = "disbursements are held of financial aid alone"
    raise NotHeldError(
        f"no release known on {on.isoformat()} holds {what}{when} by donor: {lacks}",
        remedy="ask a later day, fewer months, another kind or definition",
    )


def _candidates(record: Record, asked: Asked, on: date) -> Iterator[Release]:
    held = record.aid_releases(on)
    if asked.release is None:
        yield from held
        return
    known = {one.id: one for one in held}
    if asked.release not in known:
        every = [one.id for one in record.aid_releases(record.edition)]
        if asked.release in every:
            raise NotHeldError(f"release {asked.release} was not out on {on.isoformat()}", where="release")
        raise UnknownNameError("release of the tracker", asked.release, every, where="release")
    yield known[asked.release]


def _in(held: Book, asked: Asked) -> Counted | str:
    """How a book answers, or what it lacks."""
    if asked.since is not None and asked.since < held.span.first:
        raise InputError(f"{asked.since} lies before the war", where="since", remedy=f"give {held.span.first} or later")
    return counted(held, asked.since, asked.until)
