"""Texts of the record as typed values, and back: what a typed file may hold without losing a printed digit.

The tables are text, for `2.0` was printed with another precision than `2`. A typed column holds the value; the text is
found again from it where it is the plain one (`plain`), and is kept beside it where it is not.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Literal

Value = str | float | int | bool | date | None
Kind = Literal["string", "integer", "number", "boolean", "date"]

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def value_of(text: str, kind: str) -> Value:
    """The value a text means as `kind`; None for an empty one. Raises ValueError where it means none."""
    if not text:
        return None
    if kind == "string":
        return text
    if kind == "integer" and _WHOLE.fullmatch(text):
        return int(text)
    if kind == "number" and _NUMBER.fullmatch(text) and abs(found := float(text)) != float("inf"):
        return found
    if kind == "boolean" and text in ("true", "false"):
        return text == "true"
    if kind == "date" and _DAY.fullmatch(text):
        return date.fromisoformat(text)
    raise ValueError(f"'{text[:60]}' is no {kind}")


def plain(value: Value) -> str:
    """The plain text of a value: no exponent, no zero behind the last digit, `true` and `false`; empty for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return plain_number(value)
    return str(value)


def plain_number(value: float) -> str:
    """The shortest digits that mean exactly this number: `2`, `0.00008`, `1234567.5`. Raises ValueError: not finite."""
    if value != value or abs(value) == float("inf"):
        raise ValueError(f"{value} is no number")
    text = repr(value)
    if "e" in text:
        text = format(Decimal(text), "f")
    return text.removesuffix(".0")
