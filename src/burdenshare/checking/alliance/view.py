"""Puts the sections of one day together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from burdenshare.checking.alliance import (
    aid,
    guideline,
    meetings,
    members,
    officials,
    pledges,
    positions,
    posture,
    shares,
)
from burdenshare.checking.alliance.model import View
from burdenshare.errors import DateError
from burdenshare.reading.model import Reading
from burdenshare.record.record import Record

FOUNDED = date(1949, 4, 4)
"""The day the North Atlantic Treaty was signed: before it there is no alliance to show."""

AFTER = "{day} is after the record's edition: this is what was known on {edition}, and nothing newer"


def view_of(record: Record, day: date | None = None, readings: Sequence[Reading] = ()) -> View:
    """The alliance as known on `day` (the record's edition without one), with stands from `readings` of that day.

    A day after the edition shows the edition and says so. Raises DateError before the treaty.
    """
    asked = record.edition if day is None else day
    if asked < FOUNDED:
        raise DateError(
            f"{asked.isoformat()} is before the North Atlantic Treaty ({FOUNDED.isoformat()})",
            remedy="ask a day since then",
        )
    on = min(asked, record.edition)
    sections = (
        members.members(record, on),
        members.groups(record, on),
        guideline.guideline(record, on),
        shares.shares(record, on),
        shares.burden(record, on),
        pledges.pledges(record, on),
        officials.officials(record, on),
        meetings.meetings(record, on),
        aid.aid(record, on),
        posture.industry(record, on),
        meetings.horizons(record, on),
        posture.posture(record, on),
        positions.positions(record, on, readings),
    )
    remarks = list(positions.left_out(readings, on))
    if asked > record.edition:
        remarks.insert(0, AFTER.format(day=asked.isoformat(), edition=record.edition.isoformat()))
    return View(on, record.edition, record.version, sections, tuple(remarks))
