"""When each requirement is met: what a scenario of the industry delivers, held against the gap, inside the draws.

Draw i is one future of the economy, of the makers and of the requirement alike: what hits two requirements hits both in
the same draws.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from burdenshare.record.model import Grade, Observation
from burdenshare.record.record import Record
from burdenshare.road.industry.chances import Chances
from burdenshare.road.industry.facts import facts, production
from burdenshare.road.industry.industry import OWN, industry
from burdenshare.road.industry.items import items
from burdenshare.road.industry.model import Array, MetDraws, NotFed, Plant
from burdenshare.road.industry.months import Months
from burdenshare.road.industry.reached import HAIR, first
from burdenshare.road.industry.result import Industry
from burdenshare.road.model import Spread
from burdenshare.road.requirements.crosswalk import Feed, Kind
from burdenshare.road.requirements.gaps import Gap, gaps

NOTHING = Spread(0.0, 0.0, 0.0)


def met_draws(
    record: Record,
    plant: Plant,
    on: date,
    *,
    draws: int,
    seed: int = 1,
    until: int | None = None,
    only: Sequence[str] = (),
) -> tuple[MetDraws | NotFed, ...]:
    """When each requirement stated by `on` is met under a scenario: for the clock.

    `draws` 0 gives the central run, one draw. Requirements come in the order of the crosswalk; those that the record or
    the scenario cannot feed say why. `only` are the ids wanted, all without. Raises InputError where nothing can be
    asked so.
    """
    wanted = [one for one in gaps(record, on) if not only or one.required.id in only]
    bought = [one.item for one in plant.buys]
    items_ = [item for item in dict.fromkeys(_fed_by(wanted)) if item in bought]
    made = industry(record, plant, on, only=items_, until=until, draws=draws, seed=seed) if items_ else None
    found = (met(record, one, made, on) for one in wanted)
    return tuple(replace(one, orders=plant.title) if isinstance(one, MetDraws) else one for one in found)


def _fed_by(wanted: Sequence[Gap]) -> list[str]:
    return [feed.item for gap in wanted for feed in gap.required.feeds]


@dataclass(frozen=True, slots=True, eq=False)
class Gained:
    """What is gained of an item beyond what was held before the first month: `stock` (month, draw) less `held`.

    `makers` are those it comes from; none where a user's own table tells it, which counts whoever makes it. `rows` are
    those of the record that it rests on.
    """

    item: str
    stock: Array | NDArray[np.float32]
    held: float
    makers: tuple[str, ...]
    rows: tuple[Observation, ...]

    def units(self) -> Array:
        """Units gained, (month, draw)."""
        return self.stock.astype(np.float64) - self.held


@dataclass(frozen=True, slots=True, eq=False)
class Filled:
    """A gap that something fills: when it is met, draw by draw, and what is gained for it by each month, (month,
    draw)."""

    met: MetDraws
    units: Array


def gained(made: Industry | None) -> dict[str, Gained]:
    """What a run gains, by item: of all that it orders."""
    runs = {} if made is None else made.items
    return {
        item: Gained(item, one.stock, one.buy.held, one.lines, one.facts.rows())
        for item, one in runs.items()
        if one.buy.orders()
    }


def met(record: Record, gap: Gap, made: Industry | None, on: date) -> MetDraws | NotFed:
    """When one gap is filled by what a run delivers."""
    if made is None:
        return not_fed(record, gap, on)
    found = filled(record, gap, gained(made), made.months, Chances.of(made.draws, made.seed), on)
    return found.met if isinstance(found, Filled) else found


def filled(
    record: Record, gap: Gap, there: Mapping[str, Gained], months: Months, chances: Chances, on: date
) -> Filled | NotFed:
    """How one gap is filled by what is gained of the items that feed it; why not, where nothing does."""
    required = gap.required
    feeding = [there[one.item] for one in required.feeds if one.item in there and _counts(one, there[one.item])]
    if not feeding or required.kind is Kind.ANNUAL:
        return not_fed(record, gap, on)
    needed = chances.value(f"need/{required.id}", gap.units)
    units: Array = np.sum([one.units() for one in feeding], axis=0)
    made = MetDraws(
        requirement=required.id,
        title=required.title,
        items=tuple(one.item for one in feeding),
        unit=gap.unit,
        needed=needed,
        years=first(units >= needed * (1 - 1e3 * HAIR), months),
        horizon=months.ends()[-1],
        seed=chances.seed,
        rows=(*gap.rows, *(row for one in feeding for row in one.rows)),
        weak=tuple(_weak(gap, feeding)),
    )
    return Filled(made, units)


def _weak(gap: Gap, fed: Sequence[Gained]) -> Iterator[str]:
    """What of a requirement rests on rows below press alone: with any of it no verdict is drawn anywhere."""
    parts = [
        ("what is required", gap.rows),
        *((f"what is made of {items()[one.item].title}", one.rows) for one in fed if one.rows),
    ]
    yield from (name for name, rows in parts if rows and all(row.grade is Grade.SECONDARY for row in rows))


def not_fed(record: Record, gap: Gap, on: date) -> NotFed:
    """Why nothing fills a gap: the record cannot feed it, or the scenario orders none of what would."""
    required = gap.required
    why = lacking(record, gap, on) or f"the scenario orders none of {' or '.join(map(_told, required.feeds))}"
    return NotFed(required.id, required.title, why, gap.rows)


def _counts(feed: Feed, one: Gained) -> bool:
    """Whether what is gained comes from none but the makers that count."""
    return not feed.makers or set(one.makers) <= {*feed.makers, OWN}


def _told(feed: Feed) -> str:
    item = items().get(feed.item)
    if item is None:
        return feed.item
    makers = [one.title for one in item.makers if one.id in feed.makers]
    return f"{item.title} from {' and '.join(makers)} alone" if makers else item.title


def lacking(record: Record, gap: Gap, on: date) -> str:
    """Why the record cannot feed a gap; empty where it can."""
    if not gap.required.feeds:
        return gap.required.lacks
    if gap.required.kind is Kind.ANNUAL:
        return "not enough in the record: no output a year of it is held"
    rows = production(record, on)
    held = [items()[feed.item] for feed in gap.required.feeds if feed.item in items()]
    known = [facts(one, rows, NOTHING) for one in held]
    if any(not one.lacks() for one in known):
        return ""
    return "not enough in the record: " + "; ".join(f"{one.item.title}: {one.lacks()}" for one in known)
