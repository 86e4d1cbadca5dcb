"""How far a vintage moves what the one before it said, cell by cell and series by series."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import median

from burdenshare.intake.rules import currencies
from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.macro.limits import IMPLIED_RATE, declared
from burdenshare.intake.rules.macro.vintage import At, Series, Vintage, Vintages, by_series, moved, with_rates
from burdenshare.intake.rules.tables import Tables

SETTLED = 3
"""Years before a vintage's own from which on its figures are outturns that seldom move."""
NATIONAL = ("gdp_ncu", IMPLIED_RATE)


def faults(tables: Tables, vintages: Vintages) -> Iterator[Fault]:
    """Cells and series of the judged vintages that moved further than revisions do."""
    for one in vintages.judged():
        earlier = _newest_before(tables, vintages, one)
        yield from levels(one, earlier)
        if vintages.only is not None:
            yield from alone(one, earlier)
            yield from shifted(one, earlier)


def levels(one: Vintage, earlier: Mapping[At, tuple[float, str]]) -> Iterator[Fault]:
    """Each cell stays near that of the newest vintage before which holds it."""
    for at, value in with_rates(one).items():
        limit = declared().get(at.indicator)
        if at not in earlier or limit is None:
            continue
        old, source = earlier[at]
        if abs(limit.moved(old, value)) > limit.most(settled=at.year <= one.year - SETTLED):
            yield moved(one, at, f"{value:g}, {old:g} in {source}", "revisions")


def alone(one: Vintage, earlier: Mapping[At, tuple[float, str]]) -> Iterator[Fault]:
    """A settled year does not move where the years on either side stay."""
    for (indicator, entity), series in by_series(with_rates(one)).items():
        limit = declared().get(indicator)
        if limit is None:
            continue
        moves = {
            year: limit.moved(earlier[at][0], value)
            for year, value in series.items()
            if (at := At(indicator, entity, year)) in earlier
        }
        for year, move in moves.items():
            if year > one.year - SETTLED or year - 1 not in moves or year + 1 not in moves:
                continue
            before, after = moves[year - 1], moves[year + 1]
            if abs(move - (before + after) / 2) - abs(before - after) > limit.alone:
                at = At(indicator, entity, year)
                old, source = earlier[at]
                what = f"{series[year]:g}, {old:g} in {source}, while the years beside it stay"
                yield moved(one, at, what, "alone")


NEAR = 0.0005
"""Median fraction within which a series is taken for that of another year."""
MUCH_NEARER = 0.25
ENOUGH = 6


def shifted(one: Vintage, earlier: Mapping[At, tuple[float, str]]) -> Iterator[Fault]:
    """Series that fit those of another year, or of another entity, and not their own."""
    held = by_series({at: value for at, (value, _) in earlier.items()})
    for (indicator, entity), series in by_series(one.cells).items():
        settled = {year: value for year, value in series.items() if year <= one.year - SETTLED}
        own = apart(settled, held.get((indicator, entity), {}))
        if own is None or own <= NEAR:
            continue
        for words, other in _others(held, indicator, entity):
            distance = apart(settled, other)
            if distance is not None and distance <= NEAR and distance < MUCH_NEARER * own:
                at = At(indicator, entity, min(settled))
                yield moved(one, at, f"the series is {words} in the vintage before", "neighbours")
                break


def _others(held: Mapping[tuple[str, str], Series], indicator: str, entity: str) -> Iterator[tuple[str, Series]]:
    own = held[indicator, entity]
    for shift, words in ((1, "that of a year before"), (-1, "that of a year after")):
        yield words, {year + shift: value for year, value in own.items()}
    for (name, other), series in held.items():
        if name == indicator and other != entity:
            yield f"that of {other}", series


def apart(one: Series, other: Series) -> float | None:
    """How far two series lie apart over the years they share, as a fraction; None where they share too few."""
    years = one.keys() & other.keys()
    if len(years) < ENOUGH:
        return None
    return median(abs(one[y] - other[y]) / max(abs(one[y]), abs(other[y]), 1e-9) for y in years)


def _newest_before(tables: Tables, vintages: Vintages, one: Vintage) -> Mapping[At, tuple[float, str]]:
    """What the newest vintage before says of each cell, in the currency of `one`, and which vintage that is."""
    found: dict[At, tuple[float, str]] = {}
    factors: dict[tuple[str, str], float] = {}
    for earlier in vintages.before(one.id):
        for at, value in with_rates(earlier).items():
            if at in found:
                continue
            factor = 1.0
            if at.indicator in NATIONAL:
                pair = at.entity, earlier.day
                if pair not in factors:
                    factors[pair] = currencies.converted(tables, at.entity, earlier.day, one.day)
                factor = factors[pair]
            found[at] = value * factor, earlier.id
        if _is_whole(earlier, one):
            break
    return found


def _is_whole(earlier: Vintage, one: Vintage) -> bool:
    """Whether a vintage holds every indicator that `one` holds, so that no older one needs to be asked."""
    return {at.indicator for at in one.cells} <= {at.indicator for at in earlier.cells}
