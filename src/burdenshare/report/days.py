"""Days a caller may ask about: the one place that reads the computer's clock, and no verdict depends on it."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from burdenshare.errors import DateError
from burdenshare.reading.inputs import judged_day

WITH_ON = "give the day of the text with --on"


def clock_day() -> date:
    """The day of the computer's clock, which no setting moves: nothing can have been published after it."""
    return date.today()


def past(day: date, where: str, remedy: str = WITH_ON) -> date:
    """`day`, unless it lies before the record begins or in the future. Raises DateError naming `where`."""
    known = judged_day(day, where=where)
    if known > clock_day():
        raise DateError(f"{known.isoformat()} is in the future", where=where, remedy=remedy)
    return known


def day_of(text: str, where: str) -> date | None:
    """A day as a visitor writes it; None where nothing is written. Raises DateError."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise DateError(f"'{text[:40]}' is no day", where=where, remedy="write it as 2025-06-26") from None


CLOCK = "SOURCE_DATE_EPOCH"
"""Seconds since 1970: the moment that counts as today where a report tells how old its record is, so that it can be
made again letter by letter (reproducible-builds.org)."""


def today() -> date:
    """The day of the computer's clock, or that of `SOURCE_DATE_EPOCH`."""
    given = os.environ.get(CLOCK, "")
    return datetime.fromtimestamp(int(given), UTC).date() if given.isdecimal() else clock_day()


def moment() -> datetime:
    """This moment in UTC: when a report is saved or reviewed."""
    return datetime.now(UTC)


def not_before(now: date, published: date | None, where: str) -> None:
    """Refuse a second clock that stands before the first: nobody could have known the text by then."""
    if published is not None and now < published:
        raise DateError(
            f"the day of `now` ({now.isoformat()}) is before the day of the text ({published.isoformat()})",
            where=where,
            remedy="give a later --now, or none",
        )
