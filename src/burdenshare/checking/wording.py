"""How values and days are told in the sentences beside a verdict: short, exact enough, in base words."""

from __future__ import annotations

from math import isinf

from burdenshare.reading.model import Interval
from burdenshare.record.model import Finding

SCALES: tuple[tuple[float, str], ...] = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))
WORDLESS = frozenset({"allies", "places", "years", "days", "members", "persons", "%", "pp", "fraction"})
"""Units whose numbers are never told in millions."""


ONE = {"allies": "ally", "years": "year", "places": "place", "days": "day", "members": "member", "persons": "person"}


def number(value: float, unit: str, digits: int = 2) -> str:
    """A value with its unit as a reader says it: `506.7 billion USD`, `2.02 %`, `23 allies`, `1 ally`."""
    if unit == "fraction":
        return f"{value * 100:.1f} %"
    if unit not in WORDLESS:
        for size, word in SCALES:
            if abs(value) >= size:
                return f"{value / size:.4g}{word} {unit}".rstrip()
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".") if abs(value) < 1000 else f"{value:.0f}"
    return f"{text} {ONE.get(unit, unit) if text == '1' else unit}".rstrip()


def recorded(finding: Finding) -> str:
    """What the record says: a value, or the bounds it leaves."""
    if finding.value is not None and not finding.bounded:
        return number(finding.value, finding.unit)
    return f"between {number(finding.low, finding.unit)} and {number(finding.high, finding.unit)}"


def said(asked: Interval | None, unit: str) -> str:
    """What the words allow, as an interval a reader understands."""
    if asked is None:
        return "no number"
    if isinf(asked.high) and isinf(asked.low):
        return "any number"
    if isinf(asked.high):
        return f"{'more than' if asked.low_open else 'at least'} {number(asked.low, unit)}"
    if isinf(asked.low):
        return f"{'less than' if asked.high_open else 'at most'} {number(asked.high, unit)}"
    if asked.low == asked.high:
        return number(asked.low, unit)
    low, high = number(asked.low, unit), number(asked.high, unit)
    if low == high:  # the interval is narrower than two decimals show
        low, high = number(asked.low, unit, 3), number(asked.high, unit, 3)
    return f"{low} to {high}"


def counted(amount: int, one: str, many: str) -> str:
    """`1 reading`, `3 readings`."""
    return f"{amount} {one if amount == 1 else many}"
