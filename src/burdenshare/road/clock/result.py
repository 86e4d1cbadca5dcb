"""What comes out of the clock: curves of stated horizons, every statement, and requirements beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from burdenshare.road.clock.met import MetCurve
from burdenshare.road.clock.model import ClockScenario, Factor, Feared, StatedHorizon, Weights
from burdenshare.road.clock.spans import Span


class Place(StrEnum):
    """Where a statement stands in a clock."""

    DRAWN = "drawn"
    NO_CEASE_FIRE = "no_cease_fire"  # it counts from a cease-fire, and none is supposed
    NO_WEIGHT = "no_weight"
    NO_SIGN = "no_sign"
    REPEATS = "repeats"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement in a clock. `weight` is what it counts in its curve: the product of `factors`, divided by `sharing`,
    the statements drawn that tell one count; 0 where it is not drawn. `span` is None where none can be told."""

    statement: StatedHorizon
    place: Place
    span: Span | None
    factors: Mapping[str, Factor]
    sharing: int
    weight: float


@dataclass(frozen=True, slots=True)
class Curve:
    """Stated horizons of one thing feared: `share` is the weighted part of them that falls before the end of each year.

    `low` and `high` are the least and the most it would be with any one statement left out; None where one statement
    is all there is. `counts` is how many separate counts the statements tell.
    """

    feared: Feared
    share: tuple[float, ...]
    low: tuple[float, ...] | None
    high: tuple[float, ...] | None
    drawn: tuple[Placed, ...]
    counts: int


@dataclass(frozen=True, slots=True)
class Part:
    """The same curve for some of its statements alone: those that count from the day said or from the cease-fire, on a
    condition or on none."""

    feared: Feared
    of: str
    share: tuple[float, ...]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadinessClock:
    """Stated horizons as known on a day, and requirements beside them: two kinds of curves, never one number."""

    scenario: ClockScenario
    on: date
    years: tuple[int, ...]
    curves: tuple[Curve, ...]
    parts: tuple[Part, ...]
    statements: tuple[Placed, ...]
    weights: Weights
    requirements: tuple[MetCurve, ...] = ()

    def curve(self, feared: Feared) -> Curve | None:
        """The curve of one thing feared, where there is one."""
        return next((one for one in self.curves if one.feared is feared), None)

    def placed(self, key: str) -> Placed | None:
        """A statement by its key."""
        return next((one for one in self.statements if one.statement.key == key), None)
