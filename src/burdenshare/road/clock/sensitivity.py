"""What moves the curves most: each statement left out, halved and doubled, and each rule taken otherwise."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from burdenshare.errors import InputError
from burdenshare.record.record import Record
from burdenshare.road.clock.clock import clock, shares, weighed
from burdenshare.road.clock.model import Ceasefire, ClockScenario, Factor, Feared, OpenEnd, Weights
from burdenshare.road.clock.result import Curve, Placed, ReadinessClock

LEAST = 0.0005
"""A lever that moves no curve by more than half a tenth of a point is not told."""
FADING = 1.0
"""Half-life in years that is tried for the age of statements."""


@dataclass(frozen=True, slots=True)
class Lever:
    """One thing taken otherwise, and what the curve then is in the year in which it moves most. `label` says what was
    tried, `values` the shares it led to; `statement` is the key of the statement that it moves, empty for a rule."""

    feared: Feared
    key: str
    label: str
    statement: str
    year: int
    share: float
    values: Mapping[str, float]

    @property
    def swing(self) -> float:
        """How far apart the ends lie, the curve itself among them."""
        every = (self.share, *self.values.values())
        return max(every) - min(every)


def levers(record: Record, made: ReadinessClock) -> tuple[Lever, ...]:
    """The levers of every curve, the one that moves it most first."""
    found: list[Lever] = []
    bent = [(key, label, _bent(record, made, scenarios)) for key, label, scenarios in _otherwise(made)]
    for curve in made.curves:
        own = [_of_statement(curve, one, made.years) for one in curve.drawn]
        own += [_lever(curve, key, label, "", held.get(curve.feared, {}), made.years) for key, label, held in bent]
        own.append(_lever(curve, "count", "statements that tell one count", "", _alone(curve, made.years), made.years))
        kept = [one for one in own if one is not None and one.swing > LEAST]
        found += sorted(kept, key=lambda one: -one.swing)
    return tuple(found)


def _of_statement(curve: Curve, one: Placed, years: Sequence[int]) -> Lever | None:
    tried = {"halved": 0.5, "doubled": 2.0}
    bent = {name: shares(_scaled(curve.drawn, one, factor), years) for name, factor in tried.items()}
    rest = weighed([each for each in curve.drawn if each is not one])
    if rest:
        bent = {"left out": shares(rest, years), **bent}
    return _lever(curve, one.statement.key, "its weight", one.statement.key, bent, years)


def _scaled(drawn: Sequence[Placed], one: Placed, factor: float) -> list[Placed]:
    return [replace(each, weight=each.weight * factor) if each is one else each for each in drawn]


def _lever(
    curve: Curve, key: str, label: str, statement: str, bent: Mapping[str, Sequence[float]], years: Sequence[int]
) -> Lever | None:
    """The lever at the year in which its ends lie farthest apart; None where nothing was tried."""
    if not bent:
        return None
    apart = [
        max(every := [curve.share[at], *(one[at] for one in bent.values())]) - min(every) for at in range(len(years))
    ]
    at = apart.index(max(apart))
    return Lever(
        curve.feared, key, label, statement, years[at], curve.share[at], {name: one[at] for name, one in bent.items()}
    )


def _otherwise(made: ReadinessClock) -> list[tuple[str, str, Mapping[str, ClockScenario]]]:
    """The rules taken otherwise: key, label, and the scenario under each name."""
    scenario, weights = made.scenario, made.weights
    late = OpenEnd.EVEN if scenario.open_end is OpenEnd.LATE else OpenEnd.LATE
    conditional = {**weights.condition, "conditional": Factor(0.0, "left out")}
    fading = None if weights.half_life is not None else FADING
    age = "no fading" if fading is None else f"half for every {FADING:g} year of age"
    tried: list[tuple[str, str, Mapping[str, ClockScenario]]] = [
        ("open_end", "how “within” and “by” are spread", {late.value: replace(scenario, open_end=late)}),
        (
            "condition",
            "what stands on a condition",
            {"left out": _with(scenario, replace(weights, condition=conditional))},
        ),
        ("age", "how old a statement is", {age: _with(scenario, replace(weights, half_life=fading))}),
    ]
    if scenario.ceasefire is not None:
        moved = {f"a year {word}": _moved(scenario, by) for word, by in (("sooner", -1), ("later", 1))}
        tried.append(("ceasefire", "when the cease-fire is", moved))
    return tried


def _with(scenario: ClockScenario, weights: Weights) -> ClockScenario:
    return replace(scenario, weights=weights)


def _moved(scenario: ClockScenario, years: int) -> ClockScenario:
    """The same with the cease-fire some years earlier or later."""
    held = scenario.ceasefire
    assert held is not None
    return replace(scenario, ceasefire=Ceasefire(_shifted(held.first, years), _shifted(held.last, years)))


def _shifted(day: date, years: int) -> date:
    last = monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=min(day.day, last))


def _bent(
    record: Record, made: ReadinessClock, scenarios: Mapping[str, ClockScenario]
) -> dict[Feared, dict[str, Sequence[float]]]:
    """What each curve becomes under other scenarios; one in which nothing has a weight bends none."""
    found: dict[Feared, dict[str, Sequence[float]]] = {}
    for name, one in scenarios.items():
        try:
            other = clock(record, replace(one, until=made.years[-1]), made.on)
        except InputError:
            continue
        for curve in other.curves:
            found.setdefault(curve.feared, {})[name] = curve.share
    return found


def _alone(curve: Curve, years: Sequence[int]) -> dict[str, Sequence[float]]:
    """The curve with each statement counting for itself, whatever count it tells."""
    each = [replace(one, statement=replace(one.statement, count=one.statement.key)) for one in curve.drawn]
    return {"each for itself": shares(weighed(each), years)}
