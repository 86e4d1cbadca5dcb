"""Cells of a user's table as texts of the record: numbers, days, truth values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from burdenshare.intake.mapped.model import Numbers
from burdenshare.record.typed import plain

Cell = str | float | bool | date | None

_BLANKS = ("\u00a0", "\u202f", "\u2009")
"""Blanks that stand between thousands."""
_MINUS = "\u2212"
_MONTHS = ("%m", "%b", "%B")


def text_of(cell: Cell) -> str:
    """A cell as text; a number of a workbook in its plain digits, a day in ISO form."""
    if isinstance(cell, str):
        return cell.strip()
    return plain(cell)


def number_text(text: str, written: Numbers) -> str:
    """A number as the record writes it, with the digits that were printed. Raises ValueError where it is none.

    Groups of thousands must have three digits: `1.234` is not taken for 1234 unless the mapping says so.
    """
    signed = text.replace(_MINUS, "-")
    for blank in _BLANKS:
        signed = signed.replace(blank, " ") if written.thousands == " " else signed
    mark, point = re.escape(written.thousands), re.escape(written.decimal)
    groups = rf"\d{{1,3}}(?:{mark}\d{{3}})+|\d+" if written.thousands else r"\d+"
    found = re.fullmatch(rf"([+-]?)({groups})(?:{point}(\d+))?", signed, re.ASCII)
    if found is None:
        grouped = f" and '{written.thousands}' between thousands" if written.thousands else ""
        raise ValueError(f"'{text[:40]}' is no number with '{written.decimal}' before its fraction{grouped}")
    whole = found[2].replace(written.thousands, "") if written.thousands else found[2]
    sign = "-" if found[1] == "-" else ""
    return f"{sign}{whole}.{found[3]}" if found[3] else f"{sign}{whole}"


def times(text: str, factor: Decimal) -> str:
    """The product, exact, with the digits of both."""
    return format(Decimal(text) * factor, "f")


def day_text(text: str, forms: Sequence[str]) -> str:
    """A day, month or year in ISO form, as precise as the form that fits (`%m/%Y` is a month).

    Raises ValueError where none fits, or where two forms read different days.
    """
    read = {_day(text, form) for form in forms} - {""}
    if len(read) == 1:
        return next(iter(read))
    written = " or ".join(forms)
    what = f"is more than one day written as {written}" if read else f"is no day written as {written}"
    raise ValueError(f"'{text[:40]}' {what}")


def _day(text: str, form: str) -> str:
    try:
        found = datetime.strptime(text, form).date().isoformat()
    except (ValueError, re.error):
        return ""
    if "%d" in form:
        return found
    return found[:7] if any(one in form for one in _MONTHS) else found[:4]


def truth_text(text: str) -> str:
    """`true` or `false` in any case; anything else as it is, for the column to refuse."""
    return text.lower() if text.lower() in ("true", "false") else text
