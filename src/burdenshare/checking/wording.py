"""How values and days are told in the sentences beside a verdict: short, exact enough, in base words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import isinf

from burdenshare.reading.model import Interval
from burdenshare.record.model import Derivation, Finding

SCALES: tuple[tuple[float, str], ...] = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))
WORDLESS = frozenset({"allies", "places", "years", "days", "members", "persons", "%", "pp", "fraction", "times"})
"""Units whose numbers are never told in millions."""


FINEST = 6
"""Digits beyond which nobody told or printed anything."""

POINTS = "percentage points"

ONE = {
    POINTS: "percentage point",
    "allies": "ally",
    "years": "year",
    "places": "place",
    "days": "day",
    "members": "member",
    "persons": "person",
}


@lru_cache(maxsize=1 << 14)
def number(value: float, unit: str, digits: int = 2) -> str:
    """A value with its unit as a reader says it: `506.7 billion USD`, `2.02 %`, `23 allies`, `1 ally`, `place 3`."""
    value += 0.0  # no minus in front of nothing
    if unit == "rank":
        return f"place {value:g}"
    if unit == "fraction":
        return f"{value * 100:.{digits - 1}f} %"
    if unit not in WORDLESS:
        for size, word in SCALES:
            if abs(value) >= size:
                return f"{value / size:.{digits + 2}g}{word} {unit}".rstrip()
    unit = POINTS if unit == "pp" else unit
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".") if abs(value) < 1000 else f"{value:.0f}"
    return f"{text} {ONE.get(unit, unit) if text == '1' else unit}".rstrip()


def small(value: float, unit: str) -> str:
    """A distance, with as many digits as it takes not to look like none."""
    return next((told for told in _ever_finer(value, unit) if any(one in told for one in "123456789")), "a hair")


def _ever_finer(value: float, unit: str) -> Iterator[str]:
    return (number(value, unit, digits) for digits in range(2, FINEST + 1))


def recorded(finding: Finding) -> str:
    """What the record says: a value, or the bounds it leaves; of exceptions who they are."""
    if finding.measure == "exceptions" and (finding.derivation.inputs or finding.value == 0):
        return f"broken by {listed(finding.derivation.inputs)}" if finding.derivation.inputs else "nobody breaks it"
    if finding.value is not None and not finding.bounded:
        return number(finding.value, finding.unit)
    return f"between {number(finding.low, finding.unit)} and {number(finding.high, finding.unit)}"


MOST_NAMED = 6
"""Members named one by one in a sentence; more are counted."""


def listed(leaves: Sequence[Derivation]) -> str:
    """Members with their values: `Spain (1.28 %), Italy (1.49 %) and 7 more`."""
    named = [one.name if one.value is None else f"{one.name} ({number(one.value, one.unit)})" for one in leaves]
    if len(named) > MOST_NAMED:
        named = [*named[: MOST_NAMED - 1], f"{len(named) - MOST_NAMED + 1} more"]
    return " and ".join((", ".join(named[:-1]), named[-1])) if len(named) > 1 else named[0]


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
    finest = (one for one in range(2, FINEST) if _shows(asked.low, unit, one) and _shows(asked.high, unit, one))
    apart = (one for one in range(2, FINEST) if number(asked.low, unit, one) != number(asked.high, unit, one))
    digits = next(finest, None) or next(apart, FINEST)  # a third has no last digit: as many as tell the ends apart
    return f"{number(asked.low, unit, digits)} to {number(asked.high, unit, digits)}"


def _shows(value: float, unit: str, digits: int) -> bool:
    """Whether that many digits show the value itself: 2.275 takes three."""
    return number(value, unit, digits) == number(value, unit, FINEST)


def counted(amount: int, one: str, many: str) -> str:
    """`1 reading`, `3 readings`."""
    return f"{amount} {one if amount == 1 else many}"
