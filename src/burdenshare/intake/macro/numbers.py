"""Numbers as the publishers print them, exactly."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from math import isfinite

from burdenshare.intake.grid import Value
from burdenshare.intake.model import Given, refused

MISSING = frozenset({"", "n/a", "--", "...", ".."})
"""What stands for no value, case-folded. The Outlook prints `n/a` and `--`, tables of the World Bank `..`."""

CHECK = "check the cell against the publisher's own file"

_NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?", re.ASCII)


_PARTING = frozenset("\x1c\x1d\x1e\x1f")
"""Characters that part records and fields: Python takes them for space, yet beside a number they tell of a broken
file."""


def number(given: Given, value: Value, place: str) -> Decimal | None:
    """The number that a cell holds, None where it holds none. Raises DeliveryError at `place` for anything else.

    A comma parts thousands and nothing else: `1,234.5` is a number, `3,14` is not.
    """
    if value is None:
        return None
    if isinstance(value, bool | date):
        raise refused(given, f"'{value}' is no number", place=place, remedy=CHECK)
    if isinstance(value, float):
        return _finite(given, Decimal(repr(value)), str(value), place)
    text = value.strip()
    if text.casefold() in MISSING:
        return None
    if not _NUMBER.fullmatch(text) or not _PARTING.isdisjoint(value):
        raise refused(given, f"'{text[:40]}' is no number", place=place, remedy=CHECK)
    return _finite(given, Decimal(text.replace(",", "")), text, place)


def base_units(given: Given, value: Decimal, power: int, place: str) -> float:
    """The value times ten to the `power`, rounded once."""
    scaled = float(value.scaleb(power))
    if not isfinite(scaled):
        raise refused(given, f"'{value}' is too large", place=place, remedy=CHECK)
    return scaled


def _finite(given: Given, value: Decimal, text: str, place: str) -> Decimal:
    if not value.is_finite() or not isfinite(float(value)) or bool(value) != bool(float(value)):
        raise refused(given, f"'{text[:40]}' is no number", place=place, remedy=CHECK)
    return value
