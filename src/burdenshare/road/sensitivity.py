"""Which assumption moves the answer most: each taken to its ends with all others at their central values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from burdenshare.record.record import Record
from burdenshare.road.assumptions import DRAWN
from burdenshare.road.model import Assumption, Baseline, Scenario, Shape, Spread
from burdenshare.road.result import Road
from burdenshare.road.road import road

GROWTH = 0.5
"""Points of growth a year by which the Outlook's path is bent: its April vintages were too high by 0.4 to 0.8
on average one to five years ahead (`Past.mean_growth`)."""

BASELINES = {
    Baseline.SHARE: "hold the share of GDP",
    Baseline.REAL: "hold real spending",
    Baseline.PLANS: "the allies' own plans",
}
SHAPES = {Shape.BACK: "the larger steps last", Shape.FRONT: "the larger steps first"}


@dataclass(frozen=True, slots=True)
class Answer:
    """The two headlines: extra spending over all years in dollars of the base year, and the debt it adds by the last
    year in per cent of GDP; the latter None where a member's debt is not known."""

    extra: float
    debt: float | None


@dataclass(frozen=True, slots=True)
class Lever:
    """One assumption taken to both ends: what it was set to, and what the answers became. `label` says what it is."""

    key: str
    label: str
    low_value: str
    high_value: str
    low: Answer
    central: Answer
    high: Answer

    @property
    def swing(self) -> float:
        """How far apart the two ends take the extra spending, in dollars of the base year."""
        return abs(self.high.extra - self.low.extra)


def tornado(
    record: Record, scenario: Scenario, on: date, *, allies: Sequence[str] = ("NATO",), until: int | None = None
) -> tuple[Lever, ...]:
    """The levers of a scenario, the one that moves extra spending most first. Raises as `road` does."""

    def answer(changed: Scenario, growth: float = 0.0) -> Answer:
        return _answer(road(record, changed, on, allies=allies, until=until, growth=growth))

    middle = answer(scenario)
    found = [
        Lever(
            key,
            held.unit,
            f"{spread.low:g}",
            f"{spread.high:g}",
            answer(_with(scenario, held, spread.low)),
            middle,
            answer(_with(scenario, held, spread.high)),
        )
        for key, held, spread in _spreads(record, scenario, on, allies, until)
    ]
    told = f"{GROWTH:g} points a year"
    found.append(
        Lever(
            "growth",
            "real growth against the Outlook's",
            f"less by {told}",
            f"more by {told}",
            answer(scenario, -GROWTH),
            middle,
            answer(scenario, GROWTH),
        )
    )
    if any(one.shape is Shape.LINEAR for one in scenario.targets):
        back, front = (answer(_shaped(scenario, one)) for one in (Shape.BACK, Shape.FRONT))
        found.append(Lever("shape", "how the path goes", SHAPES[Shape.BACK], SHAPES[Shape.FRONT], back, middle, front))
    first, second = (one for one in BASELINES if one is not scenario.baseline)
    found.append(
        Lever(
            "baseline",
            "what it is held against",
            BASELINES[first],
            BASELINES[second],
            answer(replace(scenario, baseline=first)),
            middle,
            answer(replace(scenario, baseline=second)),
        )
    )
    return tuple(sorted(found, key=lambda one: -one.swing))


def _spreads(
    record: Record, scenario: Scenario, on: date, allies: Sequence[str], until: int | None
) -> list[tuple[str, Assumption, Spread]]:
    made = road(record, scenario, on, allies=allies, until=until)
    held = [(key, made.assumptions[key], made.assumptions[key].at(made.base)) for key in DRAWN]
    return [(key, one, spread) for key, one, spread in held if spread.low < spread.high]


def _with(scenario: Scenario, held: Assumption, value: float) -> Scenario:
    fixed = Assumption(held.key, held.unit, ((0, Spread(value, value, value)),), held.reference, held.reason)
    others = tuple(one for one in scenario.assumptions if one.key != held.key)
    return replace(scenario, assumptions=(*others, fixed))


def _shaped(scenario: Scenario, shape: Shape) -> Scenario:
    targets = tuple(replace(one, shape=shape) if one.shape is Shape.LINEAR else one for one in scenario.targets)
    return replace(scenario, targets=targets)


def _answer(made: Road) -> Answer:
    whole = next(iter(made.groups.values())) if made.groups else next(iter(made.allies.values()))
    debt = whole.fans.get("debt_added")
    return Answer(whole.fans["total"].central[-1], None if debt is None else debt.central[-1])
