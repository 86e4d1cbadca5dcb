"""The revision band: how much the record itself moves between neighbouring releases (semantics §5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import quantiles

from burdenshare.quick import quick
from burdenshare.record.index import CONSTANT
from burdenshare.record.model import Band, Observation
from burdenshare.record.store import Store

FEWEST_PAIRS = 20
"""Below this a percentile of pairs says nothing, and the stated defaults hold."""

DEFAULTS = {("ally", "newest"): 0.07, ("ally", "older"): 0.015, ("group", "newest"): 0.02, ("group", "older"): 0.02}
"""Semantics §5: 7 % and 1.5 % for an ally by age, 2 % for a group."""

CEILING = 0.10
"""No band is wider, however much a release moved: beyond it `close` would mean nothing."""

PERCENTILE = 80
NEWEST_YEARS = 1
"""The release's own year and the one before are its newest years."""

RECORDED = {
    "expenditure_growth": "expenditure",
    "real_change": "expenditure",
    "expenditure_change": "expenditure",
    "extra_expenditure": "expenditure",
    "share_of_total": "expenditure",
    "expenditure_per_capita": "expenditure",
}
"""Measures that take the band of the level they are made of."""


@quick
@dataclass(frozen=True, slots=True)
class Pair:
    """One cell in two neighbouring releases: how far it moved, and from which day on that was known."""

    known_on: date
    size: str  # "ally" or "group"
    age: str  # "newest" or "older", as the earlier of the two releases saw the year
    moved: float


def band(store: Store, pairs: Iterable[Pair], entity: str, age: str, as_of: date) -> Band:
    """The band for one entity and age over the pairs of its measure. `age` is `newest` or `older`; `told` adds the day
    to the words of a stated default."""
    size = "group" if store.groups.is_group(entity) else "ally"
    moved = sorted(one.moved for one in pairs if one.size == size and one.age == age and one.known_on <= as_of)
    if len(moved) < FEWEST_PAIRS:
        said = f"stated default: only {len(moved)} pairs of neighbouring releases"
        return Band(DEFAULTS[size, age], 0, said)
    found = quantiles(moved, n=100, method="inclusive")[PERCENTILE - 1]
    said = f"{PERCENTILE}th percentile over {len(moved)} pairs of neighbouring releases, {size}, {age} years"
    return Band(min(found, CEILING), len(moved), said)


def told(found: Band, as_of: date) -> Band:
    """A band as it is told to who asks of a day: one band is kept for all days between two releases, and whoever asked
    first must not leave his own day in the words for the others."""
    return found if found.pairs else Band(found.value, 0, f"{found.origin} by {as_of}")


def pairs_of(store: Store, measure: str) -> tuple[Pair, ...]:
    """Every pair of neighbouring releases that hold the same cell of `measure` (or of the level it is made of)."""
    wanted = RECORDED.get(measure, measure)
    found: list[Pair] = []
    for key, held in store.nato.shelves():
        if key[0] == wanted and key[3] != CONSTANT:
            made = (_pair(store, old, new) for old, new in pairwise(held))
            found.extend(one for one in made if one is not None)
    return tuple(found)


def _pair(store: Store, old: Observation, new: Observation) -> Pair | None:
    if not old.value or new.released_on is None or not isinstance(old.period, int):
        return None
    if old.aggregate or new.aggregate:
        return None  # rounded to a headline: the pair would measure the rounding, not a revision
    own_year = store.releases.by_id[old.release].own_year
    return Pair(
        known_on=new.released_on,
        size="group" if store.groups.is_group(old.entity) else "ally",
        age="newest" if old.period >= own_year - NEWEST_YEARS else "older",
        moved=abs(new.value / old.value - 1),
    )
