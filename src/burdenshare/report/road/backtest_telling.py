"""What a back-test says, in sentences and tables: the same words for the terminal, the page and the JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from burdenshare.record import Record
from burdenshare.record.record import CORE
from burdenshare.road.backtest import AIM, METHOD_CHANGES, Backtest, Cell, Pooled, told_before_change
from burdenshare.road.share_models import PLAIN, TOLD, Model

SHORT = {
    Model.LAST: "last value",
    Model.DRIFT: "own drift",
    Model.MEAN: "alliance mean",
    Model.TREND: "trend",
    Model.GOALS: "goals",
    Model.BOTH: "trend + goals",
}
"""Names short enough for the head of a column."""

COLUMNS = (Model.BOTH, Model.GOALS, Model.TREND, *PLAIN)
"""The order in which models are shown: the shipped one first, the plain ones last."""

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of figures under a title and a head."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def findings(found: Backtest, record: Record) -> tuple[str, ...]:
    """What the figures say, in a few sentences, the limits among them."""
    return (
        *_comparison(found),
        *_coverage(found),
        *_choice(found),
        *_bias(found),
        *_methods(found, record),
        *_core(found),
        f"What this rests on is little: {len(found.origins)} origins that share the same years and shocks, and "
        f"{found.origins_of(found.horizons[-1])} at {found.horizons[-1]} years; a difference at one horizon alone "
        "proves nothing. One goal of the alliance came due in these years, the 2 % by 2024.",
    )


def tables(found: Backtest) -> tuple[Table, ...]:
    """Mean CRPS and coverage by years ahead, and scores by origin."""
    return (_by_horizon(found), _intervals(found), _by_origin(found))


def models() -> tuple[tuple[str, str], ...]:
    """Every model with what it holds, in the order of the columns."""
    return tuple((SHORT[one], TOLD[one]) for one in COLUMNS)


def score(value: float) -> str:
    """A score in points of GDP."""
    return f"{value:.3f}"


def part(value: float) -> str:
    """A part in per cent, to a tenth: an aim is missed by less than one."""
    return f"{100 * value:.1f}"


def _by_horizon(found: Backtest) -> Table:
    rows = [
        (
            str(horizon),
            str(found.origins_of(horizon)),
            *(_crps(found.pooled(model, horizon=horizon)) for model in COLUMNS),
        )
        for horizon in found.horizons
    ]
    whole = ("all", str(len(found.origins)), *(_crps(found.pooled(model)) for model in COLUMNS))
    title = "Mean CRPS by years ahead, percentage points of GDP (less is better)"
    return Table(title, ("years", "origins", *(SHORT[model] for model in COLUMNS)), (*rows, whole))


def _intervals(found: Backtest) -> Table:
    """Coverage by years ahead; the shipped model's three intervals, the others' 80 %, and the core truth beside."""
    rows = []
    for horizon in (*found.horizons, None):
        own = found.pooled(found.shipped, horizon=horizon)
        core = found.pooled(found.shipped, horizon=horizon, definition=CORE)
        plain = [found.pooled(model, horizon=horizon) for model in PLAIN]
        rows.append(
            (
                "all" if horizon is None else str(horizon),
                NOTHING if own is None else str(own.cells),
                *(_covered(own, which) for which in range(3)),
                *(_covered(one, 1) for one in plain),
                _crps(core),
                _covered(core, 1),
            )
        )
    title = (
        f"Truths inside the intervals of {SHORT[found.shipped]} (50, 80, 95 %), inside the 80 % of the plain "
        "models, and core truths, in %"
    )
    head = ("years", "cells", "50 %", "80 %", "95 %", *(SHORT[one] for one in PLAIN), "core CRPS", "core 80 %")
    return Table(title, head, tuple(rows))


def _by_origin(found: Backtest) -> Table:
    rows = []
    chosen = {one.origin: one for one in found.chosen()}
    for origin in found.origins:
        own = found.pooled(found.shipped, origin=origin)
        plain = (_crps(found.pooled(model, origin=origin)) for model in PLAIN)
        picked = SHORT[chosen[origin].model]
        rows.append((origin, NOTHING if own is None else str(own.cells), _crps(own), *plain, _covered(own, 1), picked))
    head = ("origin", "cells", SHORT[found.shipped], *(SHORT[one] for one in PLAIN), "80 %", "the others choose")
    return Table("Mean CRPS by origin, all years ahead", head, tuple(rows))


def _comparison(found: Backtest) -> Iterator[str]:
    own = found.pooled(found.shipped)
    if own is None:
        return
    rivals = [(one, found.pooled(one)) for one in PLAIN]
    told = "; ".join(
        f"{_apart(own.crps, other.crps)} {one} ({score(other.crps)}), smaller at {found.beaten(one)} of "
        f"{len(found.origins)} origins"
        for one, other in rivals
        if other is not None
    )
    verdict = "beats every plain model" if found.beats_plain() else "does not beat every plain model"
    yield f"{found.shipped.value.capitalize()} {verdict}: its mean CRPS is {score(own.crps)} points of GDP, {told}."


def _coverage(found: Backtest) -> Iterator[str]:
    own = found.pooled(found.shipped)
    if own is None:
        return
    missed = [(one, found.pooled(found.shipped, horizon=one)) for one in found.off_aim()]
    listed = ", ".join(
        f"{_years(one)} ({part(got.covered[1])} %, {got.cells} cells of {_count(found.origins_of(one), 'origin')})"
        for one, got in missed
        if got is not None
    )
    aim = f"{100 * AIM[0]:.0f} to {100 * AIM[1]:.0f} %"
    but = f"but not at {listed}" if listed else "without exception"
    by_origin = [found.pooled(found.shipped, origin=origin) for origin in found.origins]
    ends = sorted(one.covered[1] for one in by_origin if one is not None)
    yield (
        f"Its 80 % intervals hold {part(own.covered[1])} % of the truths; {aim} at every number of years ahead, {but}. "
        f"By origin they hold {100 * ends[0]:.0f} to {100 * ends[-1]:.0f} %: the allies err together."
    )


def _choice(found: Backtest) -> Iterator[str]:
    chosen = found.chosen()
    same = sum(one.model is found.shipped for one in chosen)
    yield (
        f"With one origin left out at a time, the others choose {found.shipped.value} {same} of {len(chosen)} times."
    )


def _bias(found: Backtest) -> Iterator[str]:
    own, last = found.pooled(found.shipped), found.pooled(Model.LAST)
    if own is not None and last is not None:
        yield (
            f"Truth lies {abs(own.bias):.2f} points {'above' if own.bias > 0 else 'below'} the median on average "
            f"({last.bias:+.2f} for the last value): what 2022 set off was not in what was known before."
        )


def _methods(found: Backtest, record: Record) -> Iterator[str]:
    def kept(one: Cell) -> bool:
        return not told_before_change(one, record)

    own, last = found.pooled(found.shipped, kept=kept), found.pooled(Model.LAST, kept=kept)
    named = "; ".join(f"{record.name(one.ally)} from {one.year} ({one.told})" for one in METHOD_CHANGES)
    if own is not None and last is not None:
        yield (
            f"Methods changed in between: {named}. They are counted in; without the cells foretold before the change "
            f"the means are {score(own.crps)} and, for the last value, {score(last.crps)}."
        )


def _core(found: Backtest) -> Iterator[str]:
    own, last = found.pooled(found.shipped, definition=CORE), found.pooled(Model.LAST, definition=CORE)
    if own is not None and last is not None:
        yield (
            f"Against the core definition ({found.core}, with one more year) the means are {score(own.crps)} and "
            f"{score(last.crps)}; {part(own.covered[1])} % lie inside the 80 % intervals."
        )


def _apart(own: float, other: float) -> str:
    less = 1 - own / other
    return f"{abs(100 * less):.0f} % {'less' if less >= 0 else 'more'} than that of"


def _years(horizon: int) -> str:
    return _count(horizon, "year")


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _crps(found: Pooled | None) -> str:
    return NOTHING if found is None else score(found.crps)


def _covered(found: Pooled | None, which: int) -> str:
    return NOTHING if found is None else part(found.covered[which])
