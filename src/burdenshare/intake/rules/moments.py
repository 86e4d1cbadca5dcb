"""Dates as the tables write them, as the days they can mean: a day, a month, a year, or a span of two of them."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from burdenshare.record.days import days_meant

YEARS = re.compile(r"(\d{4})-(\d{4})", re.ASCII)
"""A span of years as some sources write it, `2021-2025`."""


@lru_cache(maxsize=4096)
def span(text: str) -> tuple[date, date] | None:
    """First and last day that a date or a span can mean; None where there is none, or none that can be read."""
    years = YEARS.fullmatch(text)
    return days_meant("/".join(years.groups()) if years else text)
