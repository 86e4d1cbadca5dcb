"""Whose series it is, and of which years: held against the newest release before that shows the same table.

Two allies whose rows were swapped, or a row that slipped by one year, keep every magnitude and often every sum. They
show when the series is nearer to another ally's, or to its own of a year before or after, than to its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from statistics import median

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.nato.cells import GROUPS, Cell, Nato
from burdenshare.record.nato_cells import TABLE

Series = Mapping[int, float]
Table = tuple[str, str, str]
"""Measure, basis, unit."""
Held = Mapping[str, Mapping[Table, Mapping[str, Series]]]

APART = ("gdp", "gdp_per_capita")
"""Measures that are left out: they grow by one or two per cent a year and are revised by as much, and shares of GDP
would show another ally's."""
ENOUGH_ALLIES = 10
ENOUGH_YEARS = 4
"""Fewer allies or years in common tell nothing."""
NEAR = 0.0025
"""Median fraction within which a series is taken for another one: unrevised series lie within it."""
MUCH_NEARER = 0.25
"""And it must lie four times nearer to it than to its own. Between the releases of 2019, 2024, 2025 and 2026 none of
some 900 series does both (the nearest: Norway's expenditure of 2024-06, 0.0089 from another year's of 2019-06)."""
SHIFTS = (-1, 1)


def faults(nato: Nato) -> Iterator[Fault]:
    """Series of the judged releases that look like another ally's, or like their own of another year."""
    held = _series(nato)
    for release in nato.judged:
        for table, found in held.get(release, {}).items():
            theirs = _before(nato, held, release, table) if table[0] not in APART else {}
            if theirs:
                yield from shifted(nato, release, table, found, theirs)
                yield from taken(nato, release, table, found, theirs)


def shifted(
    nato: Nato, release: str, table: Table, found: Mapping[str, Series], theirs: Mapping[str, Series]
) -> Iterator[Fault]:
    """Series that fit their own a year earlier or later much better than the same years."""
    for ally, series in found.items():
        own = apart(series, theirs.get(ally, {}))
        if own is None:
            continue
        for shift in SHIFTS:
            other = apart(series, {year + shift: value for year, value in theirs[ally].items()})
            if other is not None and is_taken(other, own):
                words = "before" if shift > 0 else "after"
                what = f"the series is that of a year {words} in the earlier release"
                yield _fault(nato, release, ally, table, series, what)


def taken(
    nato: Nato, release: str, table: Table, found: Mapping[str, Series], theirs: Mapping[str, Series]
) -> Iterator[Fault]:
    """Series that fit another ally's much better than their own."""
    for ally, series in found.items():
        own = apart(series, theirs.get(ally, {}))
        if own is None or ally in GROUPS:
            continue
        others = ((apart(series, held), other) for other, held in theirs.items() if other not in (ally, *GROUPS))
        nearest = min(((distance, other) for distance, other in others if distance is not None), default=None)
        if nearest and is_taken(nearest[0], own):
            what = f"the series is that of {nearest[1]} in the earlier release"
            yield _fault(nato, release, ally, table, series, what)


def is_taken(other: float, own: float) -> bool:
    """Whether a series so far from another and so far from its own must be the other."""
    return other <= NEAR and other < MUCH_NEARER * own


def apart(one: Series, other: Series) -> float | None:
    """How far two series lie apart over the years they share, as a fraction; None where they share too few."""
    years = one.keys() & other.keys()
    if len(years) < ENOUGH_YEARS:
        return None
    return median(abs(one[y] - other[y]) / max(abs(one[y]), abs(other[y]), 1e-9) for y in years)


def _series(nato: Nato) -> Held:
    """Every series by release, table and ally."""
    found: dict[str, dict[Table, dict[str, dict[int, float]]]] = {}
    for release, cells in nato.by_release.items():
        tables: dict[Table, dict[str, dict[int, float]]] = defaultdict(lambda: defaultdict(dict))
        for cell, held in cells.items():
            value = held.value * nato.restated(cell)
            tables[cell.measure, cell.basis, cell.unit][cell.ally][cell.year] = value
        found[release] = tables
    return found


def _before(nato: Nato, held: Held, release: str, table: Table) -> Mapping[str, Series]:
    """The same table in the newest release before that shows it of enough allies."""
    for earlier in nato.before(release):
        found = held.get(earlier, {}).get(table, {})
        if len([one for one in found.values() if len(one) >= ENOUGH_YEARS]) >= ENOUGH_ALLIES:
            return found
    return {}


def _fault(nato: Nato, release: str, ally: str, table: Table, series: Series, what: str) -> Fault:
    first = Cell(release, ally, min(series), *table)
    key = tuple(part for part in (release, ally, table[0], table[1]) if part)
    return Fault("neighbours", TABLE, (*key, table[2]) if table[2] == "NCU" else key, what, nato.cells[first].place)
