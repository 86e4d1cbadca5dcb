"""What a run comes to: the cost of a donor, and of several together, against the present pace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from burdenshare.record.aid_books import Book
from burdenshare.record.donors import INSTITUTIONS
from burdenshare.record.months import YEAR
from burdenshare.road.support.ground import Ground
from burdenshare.road.support.orders import Orders
from burdenshare.road.support.paces import Paces
from burdenshare.road.support.priced import Cost, Row

Rows = Mapping[str, Row]
"""What each donor gives, year by year."""


@dataclass(frozen=True, slots=True)
class Setting:
    """All that a run needs. `central` is what each gives at the declared pace, `others` at that of each other span."""

    held: Book
    paces: Paces
    ground: Ground
    years: tuple[int, ...]
    orders: Orders
    central: Rows
    others: tuple[Rows, ...]


def cost_of(setting: Setting, donor: str) -> Cost:
    """What one donor is asked."""
    central, every = setting.central[donor], setting.paces
    lacking = (donor,) if any(one is None for one in central) else ()
    share = _shares(setting, donor, central)
    if donor not in every.declared:
        return _unknown(setting, donor, central, share, lacking)
    pace = every.of(donor)
    extra = tuple(None if one is None else one - pace for one in central)
    ends = [
        tuple(None if one is None else one - YEAR * held[donor] for one in rows[donor])
        for rows, (_, held) in zip(setting.others, every.windows, strict=True)
    ]
    low, high = every.ends(donor)
    rows = tuple(
        one for month, booked in setting.held.months.get(donor, {}).items() if month in every.span for one in booked
    )
    return Cost(
        donor,
        pace,
        low,
        high,
        central,
        extra,
        tuple(_least(column) for column in zip(*ends, strict=True)),
        tuple(_most(column) for column in zip(*ends, strict=True)),
        _dollars(setting, extra),
        share,
        _pace_share(setting, (donor,), pace),
        rows,
        lacking=lacking,
    )


def _unknown(setting: Setting, donor: str, asked: Row, share: Row, lacking: tuple[str, ...]) -> Cost:
    """A donor of whom no row tells: what it takes over from another is known, what it would have to add is not."""
    nothing = tuple(None for _ in asked)
    if donor not in setting.orders.of:
        return Cost(donor, None, None, None, nothing, asked, asked, asked, _dollars(setting, asked), nothing)
    low = tuple(None if one is None else 0.0 for one in asked)
    return Cost(donor, None, None, None, asked, nothing, low, asked, nothing, share, lacking=lacking)


def cost_together(setting: Setting, group: str, members: Sequence[str], costs: Mapping[str, Cost]) -> Cost:
    """What several are asked together, over the donors whose pace and price are known."""
    inside = [costs[one] for one in members if one in costs and costs[one].pace is not None and not costs[one].lacking]
    known = [one.donor for one in inside]
    taken = [costs[one] for one in members if one in costs and costs[one].pace is None]
    certain = [one for one in taken if one.extra and one.extra[0] is not None]
    open_ = [one for one in taken if one not in certain and one.moves and not one.lacking]
    asked = _sum([*(one.asked for one in inside), *(one.extra for one in certain)], setting.years)
    pace = sum(one.pace or 0.0 for one in inside)
    extra = tuple((one or 0.0) - pace for one in asked)
    ends = _ends(setting, known, [one.extra for one in certain])
    windows = [YEAR * sum(held[one] for one in known) for _, held in setting.paces.windows]
    more = _sum([one.high for one in open_], setting.years)
    return Cost(
        group,
        pace,
        min(windows),
        max(windows),
        asked,
        extra,
        tuple(min(column) for column in ends),
        tuple(max(column) + (one or 0.0) for column, one in zip(ends, more, strict=True)),
        _dollars(setting, extra),
        tuple(_share_of(setting, known, one, year) for one, year in zip(asked, setting.years, strict=True)),
        _pace_share(setting, known, pace),
        members=tuple(known),
        unknown=tuple(one.donor for one in open_),
        lacking=tuple(one for one in members if one in costs and costs[one].lacking),
    )


def _ends(setting: Setting, known: Sequence[str], certain: Sequence[Row]) -> list[list[float]]:
    """For each year the extra of all together, at the pace of each span."""
    columns: list[list[float]] = [[] for _ in setting.years]
    for rows, (_, held) in zip(setting.others, setting.paces.windows, strict=True):
        pace = YEAR * sum(held[one] for one in known)
        asked = _sum([*(rows[one] for one in known), *certain], setting.years)
        for at, value in enumerate(asked):
            columns[at].append((value or 0.0) - pace)
    return columns


def _sum(rows: Sequence[Row], years: Sequence[int]) -> Row:
    return tuple(sum(row[at] or 0.0 for row in rows) for at in range(len(years)))


def _shares(setting: Setting, donor: str, asked: Row) -> Row:
    return tuple(_share_of(setting, (donor,), one, year) for one, year in zip(asked, setting.years, strict=True))


def _share_of(setting: Setting, donors: Sequence[str], asked: float | None, year: int) -> float | None:
    """Per cent of GDP; of several only where the GDP of each is held."""
    gdps = [setting.ground.of_year(one, year) for one in donors if one != INSTITUTIONS]
    if asked is None or not gdps or any(one is None for one in gdps):
        return None
    return 100 * asked / sum(one or 0.0 for one in gdps)


def _pace_share(setting: Setting, donors: Sequence[str], pace: float) -> float | None:
    """The pace over the GDP of its months, per cent; of several only where the GDP of each is held."""
    span = setting.paces.span
    gdps = [setting.ground.over(one, span) for one in donors if one != INSTITUTIONS]
    if not gdps or any(one is None for one in gdps):
        return None
    return 100 * pace * len(span) / YEAR / sum(one or 0.0 for one in gdps)


def _dollars(setting: Setting, extra: Row) -> Row:
    """At the rate of each year, as the Outlook has it."""
    rates = [setting.ground.rate[year] for year in setting.years]
    return tuple(None if one is None else one / rate for one, rate in zip(extra, rates, strict=True))


def _least(values: Sequence[float | None]) -> float | None:
    return None if any(one is None for one in values) else min(one for one in values if one is not None)


def _most(values: Sequence[float | None]) -> float | None:
    return None if any(one is None for one in values) else max(one for one in values if one is not None)
