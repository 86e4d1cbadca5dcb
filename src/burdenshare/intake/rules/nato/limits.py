"""The bounds of NATO's cells and of their revisions, as declared in `limits.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from burdenshare.errors import RecordError

DECLARED = Path(__file__).with_name("limits.toml")
_RANGE_KEYS = {"measure", "unit", "low", "high", "grows", "example"}
_REVISION_KEYS = {"measure", "times", "points", "reason"}
_AGES = {"settled", "estimate"}


@dataclass(frozen=True, slots=True)
class Range:
    """Between what a cell can lie, in the printed unit. `growth` raises the upper bound by year after `grown_from`."""

    low: float
    high: float
    growth: float
    grown_from: int

    def upper(self, year: int) -> float:
        """The upper bound of a year."""
        return float(self.high * (1.0 + self.growth) ** max(0, year - self.grown_from))


@dataclass(frozen=True, slots=True)
class Revision:
    """How far a cell may move: by a factor or by points, for settled years and for estimates."""

    by_factor: bool
    settled: float
    estimate: float

    def is_within(self, old: float, new: float, slack: float, *, settled: bool) -> bool:
        """Whether a move from `old` to `new` is ordinary; `slack` is what printed digits leave open."""
        limit = self.settled if settled else self.estimate
        if not self.by_factor:
            return abs(new - old) <= limit + slack
        return min(old, new) > 0 and (max(old, new) - slack) / min(old, new) <= limit


@dataclass(frozen=True, slots=True)
class Limits:
    """Ranges by measure and printed unit, revisions by measure."""

    ranges: Mapping[tuple[str, str], Range]
    revisions: Mapping[str, Revision]


@lru_cache(maxsize=1)
def declared() -> Limits:
    """The packaged limits. Raises RecordError for an unknown key or a row without its example or reason."""
    return parse(DECLARED.read_text(encoding="utf-8"))


def parse(text: str) -> Limits:
    """Limits from the text of a declaration."""
    told = tomllib.loads(text)
    growth, start = float(told["growth"]["rate"]), int(told["growth"]["from"])
    ranges: dict[tuple[str, str], Range] = {}
    for one in told["range"]:
        _refuse_odd(one, _RANGE_KEYS, "example")
        rate = growth if one["grows"] else 0.0
        ranges[one["measure"], one["unit"]] = Range(float(one["low"]), float(one["high"]), rate, start)
    return Limits(ranges, {one["measure"]: _revision(one) for one in told["revision"]})


def _revision(one: dict[str, Any]) -> Revision:
    _refuse_odd(one, _REVISION_KEYS, "reason")
    by_factor = "times" in one
    ages = one["times"] if by_factor else one["points"]
    if set(ages) != _AGES:
        raise RecordError("a revision needs settled and estimate", where=DECLARED.name, remedy="name both")
    return Revision(by_factor, float(ages["settled"]), float(ages["estimate"]))


def _refuse_odd(one: dict[str, Any], known: set[str], why: str) -> None:
    if set(one) - known:
        what = f"unknown key {', '.join(sorted(set(one) - known))}"
        raise RecordError(what, where=DECLARED.name, remedy="drop it")
    if not one.get(why):
        raise RecordError(f"a row lacks its {why}", where=DECLARED.name, remedy="say what it rests on")
