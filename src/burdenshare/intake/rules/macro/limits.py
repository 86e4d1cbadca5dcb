"""The bounds of macroeconomic indicators and of their revisions, as declared in `limits.toml`."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from burdenshare.errors import RecordError

DECLARED = Path(__file__).with_name("limits.toml")
IMPLIED_RATE = "implied_rate"
"""Not an indicator of the table: GDP in national currency by GDP in dollars."""
_KEYS = {"name", "unit", "low", "high", "times", "points", "alone", "bend", "example"}
_AGES = {"settled", "open"}


@dataclass(frozen=True, slots=True)
class Limit:
    """Bounds of an indicator, and of what may happen to it; infinite where nothing is said."""

    unit: str
    low: float
    high: float
    by_factor: bool
    settled: float = math.inf
    open: float = math.inf
    alone: float = math.inf
    bend: float = math.inf

    def moved(self, old: float, new: float) -> float:
        """How far a cell moved: as a logarithm for levels, in points for the rest."""
        if not self.by_factor:
            return new - old
        return math.log(new / old) if new > 0 and old > 0 else math.inf

    def most(self, *, settled: bool) -> float:
        """How far it may move, in the terms of `moved`."""
        limit = self.settled if settled else self.open
        return math.log(limit) if self.by_factor and limit < math.inf else limit


@lru_cache(maxsize=1)
def declared() -> Mapping[str, Limit]:
    """The packaged limits by indicator. Raises RecordError for an unknown key or a row without its example."""
    return parse(DECLARED.read_text(encoding="utf-8"))


def parse(text: str) -> Mapping[str, Limit]:
    """Limits from the text of a declaration."""
    return {str(one["name"]): _limit(one) for one in tomllib.loads(text)["indicator"]}


def _limit(one: dict[str, Any]) -> Limit:
    if set(one) - _KEYS or not one.get("example"):
        what = f"unknown key {', '.join(sorted(set(one) - _KEYS))}" if set(one) - _KEYS else "a row lacks its example"
        raise RecordError(what, where=f"{DECLARED.parent.name}/{DECLARED.name}", remedy="mend the row")
    ages = one.get("times") or one.get("points") or dict.fromkeys(_AGES, math.inf)
    if set(ages) != _AGES:
        raise RecordError("a revision needs settled and open", where=DECLARED.name, remedy="name both")
    return Limit(
        unit=one["unit"],
        low=float(one["low"]),
        high=float(one["high"]),
        by_factor="times" in one,
        settled=float(ages["settled"]),
        open=float(ages["open"]),
        alone=float(one.get("alone", math.inf)),
        bend=float(one.get("bend", math.inf)),
    )
