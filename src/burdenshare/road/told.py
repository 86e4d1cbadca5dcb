"""What a run tells of one ally, and of groups: quantities by year in the units a reader uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from burdenshare.road.course import Course
from burdenshare.road.fans import Bands, Fan, bands, fan
from burdenshare.road.outlook import Economy
from burdenshare.road.roll import Ground, Number, Years

CONSTANT = "USD of {base}"
CURRENT = "USD"
POINTS = "% of GDP"

Series: TypeAlias = list[Number]

ALLY = (
    "baseline",
    "spending",
    "extra",
    "spending_usd",
    "extra_usd",
    "extra_ncu",
    "share",
    "debt_added",
    "debt",
    "total",
)
"""Quantities told of an ally: spending without and with the target and their difference at base-year prices and rates,
the same in dollars and national currency of the year, the share of GDP, and the debt; `total` adds the extra up."""

SPREAD = ("spending", "extra", "extra_usd", "extra_ncu", "share", "debt_added", "total")
"""Those that are told with an interval; the others follow from them, or vary with the economy alone."""


def of_ally(years: Years, ground: Ground, economy: Economy) -> dict[str, Series]:
    """All quantities of an ally from its years."""
    made: dict[str, Series] = {
        "baseline": years.baseline,
        "spending": years.spending,
        "extra": years.extra,
        "spending_usd": _times(years.spending, ground.dollars),
        "extra_usd": _times(years.extra, ground.dollars),
        "extra_ncu": _times(years.extra, ground.national),
        "share": years.share,
        "total": _summed(years.extra),
    }
    if economy.debt is not None and economy.revenue is not None:
        made["debt_added"], made["debt"] = [], []
        for held, added, gdp, raised in zip(economy.debt, years.debt, ground.gdp, years.gdp, strict=True):
            with_target = (held + 100 * added) * gdp / raised
            made["debt"].append(with_target)
            made["debt_added"].append(with_target - held)
    return made


def _times(one: Sequence[Number], other: Sequence[Number]) -> Series:
    return [a * b for a, b in zip(one, other, strict=True)]


def _summed(values: Iterable[Number]) -> Series:
    found: Series = []
    total: Number = 0.0
    for one in values:
        total = total + one
        found.append(total)
    return found


PARTS = ("baseline", "spending", "extra", "spending_usd", "extra_usd", "gdp", "raised", "debt", "debt_with")
"""What an ally adds to the sums of a group: money, GDP without and with the target, debt without and with it."""


def parts(own: Mapping[str, Series], years: Years, ground: Ground, economy: Economy) -> dict[str, Series]:
    """What an ally adds to a group; without `debt` and `debt_with` where its debt is not known."""
    made = {name: own[name] for name in PARTS[:5]}
    made["gdp"], made["raised"] = list(ground.gdp), years.gdp
    if "debt" in own and economy.debt is not None:
        made["debt"] = [share * gdp for share, gdp in zip(economy.debt, ground.gdp, strict=True)]
        made["debt_with"] = _times(own["debt"], years.gdp)
    return made


def of_group(whole: Mapping[str, Iterable[Number]]) -> dict[str, Series]:
    """All quantities of a group from the sum of its members' parts."""
    made = {name: list(whole[name]) for name in PARTS[:5]}
    made["share"] = [100 * money / gdp for money, gdp in zip(whole["spending"], whole["raised"], strict=True)]
    made["total"] = _summed(whole["extra"])
    if "debt" in whole:
        made["debt_added"] = [
            after / raised - before / gdp
            for after, raised, before, gdp in zip(
                whole["debt_with"], whole["raised"], whole["debt"], whole["gdp"], strict=True
            )
        ]
    return made


def units(base: int, currency: str = "") -> dict[str, str]:
    """The unit of each quantity."""
    constant = CONSTANT.format(base=base)
    return {
        "baseline": constant,
        "spending": constant,
        "extra": constant,
        "total": constant,
        "spending_usd": CURRENT,
        "extra_usd": CURRENT,
        "extra_ncu": currency,
        "share": POINTS,
        "debt_added": POINTS,
        "debt": POINTS,
    }


def spreads(values: Mapping[str, Iterable[Number]]) -> dict[str, Bands]:
    """The bands of the quantities that are told with an interval; of a sum over the years the last year alone."""
    return {
        name: bands(list(values[name])[-1:] if name == "total" else list(values[name]))
        for name in SPREAD
        if name in values
    }


def fans(middle: Mapping[str, Series], drawn: Mapping[str, Bands], named: Mapping[str, str]) -> dict[str, Fan]:
    """A fan for each quantity of the central run, with the bands there are; `total` is one value, over all years."""
    return {
        name: fan(named[name], values[-1:] if name == "total" else values, drawn.get(name))
        for name, values in middle.items()
    }


def notes_of(course: Course) -> tuple[str, ...]:
    """Remarks on an ally's course."""
    notes = list(course.notes)
    if course.steep:
        told = ", ".join(str(year) for year in course.steep)
        notes.append(f"rises faster than nineteen of twenty past yearly rises in {told}")
    return tuple(notes)
