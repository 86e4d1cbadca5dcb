"""Dates as precise as they were read: a day, a month, a year or a range, as the days they can mean."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_PART = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def days_meant(text: str) -> tuple[date, date] | None:
    """First and last day that `2024`, `2024-06`, `2024-06-17` or `2014-09-04/2014-09-05` can mean.

    None for an empty text or one that is not a date ("annual, 2025"): such a row has no day.
    """
    first, _, last = text.partition("/")
    ends = (_one(first), _one(last or first))
    if ends[0] is None or ends[1] is None:
        return None
    return ends[0][0], ends[1][1]


def is_day(text: str) -> bool:
    """Whether `text` names one single day."""
    return len(text) == 10 and days_meant(text) is not None


def _one(text: str) -> tuple[date, date] | None:
    found = _PART.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if month > 12 or (found[2] and not month):
        return None
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    length = monthrange(year, month)[1]
    if day > length or (found[3] and not day):
        return None
    return (date(year, month, day),) * 2 if day else (date(year, month, 1), date(year, month, length))
