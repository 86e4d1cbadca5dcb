"""What comes out of the chain: each step with what it took from the one before, all in the same draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from burdenshare.record.model import Observation
from burdenshare.road.chain.model import Linked, Yearly
from burdenshare.road.clock.met import MetCurve
from burdenshare.road.clock.result import ReadinessClock
from burdenshare.road.fans import Fan
from burdenshare.road.industry.model import MetDraws, NotFed
from burdenshare.road.industry.months import Months
from burdenshare.road.industry.result import Industry, ItemRun, Sum
from burdenshare.road.requirements.gaps import Gap
from burdenshare.road.result import Road


@dataclass(frozen=True, slots=True)
class Purchase:
    """The money of the chain, dollars of the base year a year from the base year on: what goes to equipment, and what
    it is a part of (None where a user's table tells it). `whole` is all of it over the months of the run, `costs`
    what the orders of each item cost. `allies` are whose money it is, `without` those of which no
    release tells an equipment share."""

    years: tuple[int, ...]
    equipment: Fan
    out_of: Fan | None
    whole: Sum
    costs: Mapping[str, Sum]
    allies: Mapping[str, float]
    without: tuple[str, ...]
    given: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """What is delivered of an item, added up month by month: by a run of the industry, or as a user's table says."""

    item: str
    title: str
    unit: str
    fan: Fan
    run: ItemRun | None
    own: Yearly | None

    def rows(self) -> tuple[Observation, ...]:
        """The rows of the record that it rests on; none where a table of the user's own tells it."""
        return () if self.run is None else self.run.facts.rows()


@dataclass(frozen=True, slots=True)
class Filling:
    """A requirement in the chain: the gap, what is still lacking at the end of each month (None where nothing feeds
    it), and when it is met."""

    gap: Gap
    lacking: Fan | None
    met: MetDraws | NotFed

    @property
    def weak(self) -> tuple[str, ...]:
        """What of it rests on rows graded below press alone: no verdict is drawn then."""
        return self.met.weak if isinstance(self.met, MetDraws) else ()


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """The whole chain as known on a day. `road` is the central run; `purse` None with `no_money` saying why where no
    money can be told; `industry` None where tables tell all deliveries; `together` how likely all requirements that are
    fed are met, None where fewer than two are."""

    asked: Linked
    on: date
    base: int
    months: Months
    road: Road
    purse: Purchase | None
    no_money: str
    industry: Industry | None
    deliveries: tuple[Delivery, ...]
    fillings: tuple[Filling, ...]
    clock: ReadinessClock
    together: MetCurve | None
    draws: int
    seed: int
    notes: tuple[str, ...]
