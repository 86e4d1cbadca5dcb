"""Periods of the record as SDMX writes them, and back.

A year, a month and a day are the same in both. The record names a span by its two ends, both in it
(`2022-01-24/2026-06-30`, `2026-01/2026-02`, `2022/2024`); SDMX by its first day and its length (`2022-01-24/P1619D`,
`2026-01-01/P2M`, `2022-01-01/P3Y`).
"""

from __future__ import annotations

import re
from datetime import date, timedelta

_SPAN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?/(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_LENGTH = re.compile(r"(\d{4})-(\d\d)-(\d\d)/P([1-9]\d{0,5})([YMD])")


def to_sdmx(period: str) -> str:
    """The period as SDMX writes it; what is no span, or whose ends differ in precision, stays as it is."""
    found = _SPAN.fullmatch(period)
    if found is None:
        return period
    first, last = (tuple(int(part) for part in group if part) for group in (found.groups()[:3], found.groups()[3:]))
    if len(first) != len(last) or first > last:
        return period
    made = _length(first, last)
    return made if made and from_sdmx(made) == period else period


def from_sdmx(text: str) -> str:
    """The period as the record writes it. Raises ValueError for a length that leads to no day."""
    found = _LENGTH.fullmatch(text)
    if found is None:
        return text
    year, month, day, count, unit = int(found[1]), int(found[2]), int(found[3]), int(found[4]), found[5]
    if unit == "D":
        first = date(year, month, day)
        return f"{first}/{_later(first, count - 1)}"
    if day != 1 or not 1 <= month <= 12 or (unit == "Y" and month != 1):
        raise ValueError(f"'{text}' does not begin where a {'year' if unit == 'Y' else 'month'} begins")
    if unit == "Y":
        return f"{year:04}/{year + count - 1:04}"
    end = year * 12 + month - 1 + count - 1
    return f"{year:04}-{month:02}/{end // 12:04}-{end % 12 + 1:02}"


def _length(first: tuple[int, ...], last: tuple[int, ...]) -> str:
    if len(first) == 1:
        return f"{first[0]:04}-01-01/P{last[0] - first[0] + 1}Y"
    if len(first) == 2:
        months = (last[0] - first[0]) * 12 + last[1] - first[1] + 1
        return f"{first[0]:04}-{first[1]:02}-01/P{months}M" if 1 <= first[1] <= 12 and 1 <= last[1] <= 12 else ""
    try:
        begins = date(*first)
        return f"{begins}/P{(date(*last) - begins).days + 1}D"
    except ValueError:
        return ""


def _later(first: date, days: int) -> date:
    try:
        return first + timedelta(days=days)
    except OverflowError:
        raise ValueError("a span ends after the year 9999") from None
