"""How old the record behind an answer is, and what has probably come out since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from burdenshare.checking.model import Checked, CheckedDocument
from burdenshare.record import Record
from burdenshare.record.expected import OLD, Due, due, publishers

AGE = "the record speaks for "
AWAITED = "not in the record: "
"""How these remarks begin."""

BRING_IN = "burdenshare data import FILE brings a newer one in"


def awaited(record: Record, day: date) -> tuple[Due, ...]:
    """What each publisher has probably released by `day` and the record does not hold."""
    found = (due(one, record.releases(one.id), day) for one in publishers())
    return tuple(one for one in found if one is not None)


def remarks_on_age(checked: CheckedDocument, record: Record, day: date) -> Iterator[str]:
    """What a reader of this report must know of the record's age; of the publishers it rests on alone, and of NATO."""
    if checked.now_given is not None:
        return  # who asks for another day's knowledge wants it as old as that
    age = (day - checked.edition).days
    if age > OLD:
        yield f"{AGE}{checked.edition.isoformat()}, {age} days before this check; {BRING_IN}"
    used = publishers_of(checked.checked, record) | {"nato"}
    late = [one for one in awaited(record, day) if one.publisher.id in used]
    if late:
        told = "; ".join(one.told for one in late)
        yield f"{AWAITED}{told} (burdenshare data status tells more)"


def publishers_of(entries: Iterable[Checked], record: Record) -> set[str]:
    """The publishers whose releases the verdicts and prices rest on."""
    named = {
        observation.release
        for entry in entries
        for judgement in (entry.then, entry.now)
        if judgement is not None
        for observation in judgement.evidence
    }
    named |= {road.outlook for entry in entries if entry.price is not None for road in entry.price.roads}
    held = {release.id: one.id for one in publishers() for release in record.releases(one.id)}
    return {held[name] for name in named if name in held}
