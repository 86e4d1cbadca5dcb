"""Fiscal years in two digits: `in 24/25`, `for FY24/25`, `the FY25 budget`."""

from __future__ import annotations

from burdenshare.reading.period_days import MONTHS
from burdenshare.reading.period_model import PeriodMention, low_at, role_before
from burdenshare.reading.tokens import Token

_CENTURY = 2000
_EARLIEST, _LATEST = 8, 49
"""Years in two digits that are of this century and no part of a sum or a day."""
_LEADING = frozenset(
    {"in", "for", "from", "since", "between", "and", "by", "to", "until", "through", "during", "of", "fy"}
)
_FISCAL = frozenset({"fiscal", "financial", "budget"})


def short_fiscal_year(tokens: list[Token], i: int) -> PeriodMention | None:
    """The fiscal year that starts at token `i`: two years that follow each other, or one behind `FY`."""
    start = _two_digits(tokens, i)
    if start is None:
        return None
    led = low_at(tokens, i - 1)
    end = _two_digits(tokens, i + 2) if low_at(tokens, i + 1) == "/" else None
    if end is not None and end == start + 1 and low_at(tokens, i + 3) not in MONTHS:
        if led in _LEADING or not _FISCAL.isdisjoint((led, low_at(tokens, i + 3), low_at(tokens, i - 2))):
            return _mention(tokens, i, i + 3, start, led)
        return None
    return _mention(tokens, i, i + 1, start, led) if led == "fy" and end is None else None


def _mention(tokens: list[Token], i: int, last: int, year: int, led: str) -> PeriodMention:
    first, role = role_before(tokens, i - 1 if led == "fy" else i)
    return PeriodMention(first, last, role, str(year), "explicit", fiscal=True)


def _two_digits(tokens: list[Token], at: int) -> int | None:
    text = tokens[at].text if at < len(tokens) else ""
    told = len(text) == len("24") and text.isdecimal() and _EARLIEST <= int(text) <= _LATEST
    return _CENTURY + int(text) if told else None
