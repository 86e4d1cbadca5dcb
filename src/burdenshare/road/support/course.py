"""What a scenario makes of a pace, year by year: pure arithmetic over months."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from burdenshare.record.months import YEAR
from burdenshare.road.support.model import Key
from burdenshare.road.support.orders import Orders, Takeover
from burdenshare.road.support.paces import Pace

Gdp = Callable[[str, int], float | None]
"""GDP of a donor in a year, in euro; None where it is not held."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Months of one year in which nothing begins: `month` is the first of `count`."""

    year: int
    month: str
    count: int


def stretches(years: Sequence[int], starts: Sequence[str]) -> tuple[Stretch, ...]:
    """The months of the years, cut where something begins."""
    found = []
    for year in years:
        cuts = sorted({f"{year}-01", *(one for one in starts if one.startswith(f"{year}-"))})
        ends = [*(int(one[5:]) for one in cuts[1:]), YEAR + 1]
        found += [Stretch(year, one, end - int(one[5:])) for one, end in zip(cuts, ends, strict=True)]
    return tuple(found)


def yearly(
    donors: Sequence[str],
    years: Sequence[int],
    asked: Orders,
    starts: Sequence[str],
    pace: Pace,
    replaced: Mapping[str, Pace],
    gdp: Gdp,
) -> dict[str, tuple[float | None, ...]]:
    """What each donor gives in each year, in euro; None where its GDP would have to be known. `replaced` is the pace
    that each replaced donor's sum is taken from. A donor without a pace gives what is asked of it, and no less."""
    found: dict[str, dict[int, float | None]] = {donor: dict.fromkeys(years, 0.0) for donor in donors}
    for one in stretches(years, starts):
        added = _added(asked, one, pace, replaced, gdp)
        for donor in donors:
            month = _month(donor, one, asked, pace, gdp)
            held = found[donor][one.year]
            whole = None if month is None or held is None else held + one.count * (month + added.get(donor, 0.0))
            found[donor][one.year] = whole
    return {donor: tuple(found[donor][year] for year in years) for donor in donors}


def _month(donor: str, one: Stretch, asked: Orders, pace: Pace, gdp: Gdp) -> float | None:
    """What a donor gives in one month of its own, without what it takes over."""
    order, own = asked.at(donor, one.month), pace.get(donor, 0.0)
    if order is None:
        return own
    if order.share is None:
        return 0.0
    whole = gdp(donor, one.year)
    if whole is None:
        return None
    target = order.share / 100 * whole / YEAR
    return target if order.exact else max(own, target)


def _added(asked: Orders, one: Stretch, pace: Pace, replaced: Mapping[str, Pace], gdp: Gdp) -> dict[str, float]:
    """What each takes over in one month, of all that is replaced then."""
    found: dict[str, float] = {}
    for sum_ in asked.takeovers:
        if sum_.since <= one.month:
            gone = sum_.part * replaced[sum_.donor].get(sum_.donor, 0.0)
            for donor, part in parts_of(sum_, one.year, pace, gdp):
                found[donor] = found.get(donor, 0.0) + part * gone
    return found


def parts_of(sum_: Takeover, year: int, pace: Pace, gdp: Gdp) -> Iterator[tuple[str, float]]:
    """Each payer's part of a sum; the parts add up to one. Who has no GDP on record, or gives nothing, bears none."""
    if sum_.key is Key.GDP:
        weights = {donor: gdp(donor, year) or 0.0 for donor in sum_.payers}
    else:
        weights = {donor: max(pace.get(donor, 0.0), 0.0) for donor in sum_.payers}
    whole = sum(weights.values())
    yield from ((donor, weight / whole) for donor, weight in weights.items() if whole and weight)
