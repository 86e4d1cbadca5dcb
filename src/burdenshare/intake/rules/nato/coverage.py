"""A new release shows no less than the last whole one: its tables, allies and years, without holes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from typing import NamedTuple

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.listed import listed
from burdenshare.intake.rules.nato.cells import CURRENT, GROUPS, NCU, USD, Nato
from burdenshare.record.nato_cells import TABLE

CORE = (("expenditure", CURRENT, USD), ("expenditure", "constant", USD), ("share_of_gdp", "", "%"))
"""The tables that a whole release holds of nearly all members, over several years."""
OF_ALL = (
    "expenditure",
    "share_of_gdp",
    "real_change",
    "gdp",
    "gdp_per_capita",
    "expenditure_per_capita",
    "military_personnel",
)
"""What NATO prints for every ally and year, and for the alliance as a whole. How the money divides it leaves out in a
release's own year where an ally has not said."""
MOST_LACKING = 3
LEAST_YEARS = 3


class Kind(NamedTuple):
    """A table of a release, whatever the base year of its prices: `basis` is `current`, `constant` or empty."""

    measure: str
    basis: str
    unit: str


class Shape(NamedTuple):
    """Which cells a table has, and where its first one stood."""

    cells: Set[tuple[str, int]]
    place: str

    @property
    def allies(self) -> Set[str]:
        return {ally for ally, _ in self.cells}

    @property
    def years(self) -> Set[int]:
        return {year for _, year in self.cells}


Shapes = Mapping[Kind, Shape]


def faults(nato: Nato) -> Iterator[Fault]:
    """What the judged releases lack; a record judged as a whole may hold partial ones, which the press passed on."""
    for release in nato.judged if nato.only is not None else ():
        ours = shapes(nato, release)
        earlier = next((one for one in nato.before(release) if is_whole(nato, one)), None)
        theirs = shapes(nato, earlier) if earlier else {}
        if ours and earlier:
            yield from _less(release, ours, earlier, theirs)
        for kind, shape in ours.items():
            yield from _within(nato, release, kind, shape)
            yield from _groups(release, kind, ours)
            yield from _holes(nato, release, kind, shape, theirs.get(kind))


def is_whole(nato: Nato, release: str) -> bool:
    """Whether a release holds its core tables of nearly all members."""
    found, own = shapes(nato, release), nato.releases[release].own_year
    tables = [found.get(Kind(*one)) for one in CORE]
    least = len(nato.members(own)) - MOST_LACKING
    return all(one and len(one.allies - set(GROUPS)) >= least and len(one.years) >= LEAST_YEARS for one in tables)


def _less(release: str, ours: Shapes, earlier: str, theirs: Shapes) -> Iterator[Fault]:
    """Tables, allies and years that the earlier release has."""
    lost = [told(kind) for kind in theirs if kind not in ours]
    if lost:
        yield Fault("coverage", TABLE, (release, "tables"), f"has no {listed(lost)}, as {earlier} has")
    for kind in theirs:
        if kind not in ours:
            continue
        gone = theirs[kind].allies - ours[kind].allies
        if gone:
            what = f"{told(kind)} without {listed(sorted(gone))}, held in {earlier}"
            yield _fault(release, kind, "allies", what, ours[kind])
        if len(ours[kind].years) < len(theirs[kind].years):
            span, before = _span(ours[kind].years), _span(theirs[kind].years)
            yield _fault(release, kind, "years", f"{told(kind)} of {span}, {earlier} has {before}", ours[kind])


def _within(nato: Nato, release: str, kind: Kind, shape: Shape) -> Iterator[Fault]:
    """Years that a table leaves out, and members that stand in nearly all of it but not there."""
    own = nato.releases[release].own_year
    absent = set(range(min(shape.years), own + 1)) - shape.years
    if absent:
        yield _fault(release, kind, "gap", f"{told(kind)} without {listed(sorted(absent))}", shape)
    missing = _expected(nato, kind, own) - shape.allies
    if missing and len(missing) <= MOST_LACKING and len(shape.years) >= LEAST_YEARS:
        what = f"{told(kind)} without {listed(sorted(missing))}, a member in {own}"
        yield _fault(release, kind, "members", what, shape)


def _groups(release: str, kind: Kind, ours: Shapes) -> Iterator[Fault]:
    """A release that prints the alliance as a whole does so in every table of dollars, shares and heads."""
    printed = any(group in shape.allies for shape in ours.values() for group in GROUPS)
    missing = sorted(set(GROUPS) - ours[kind].allies)
    if printed and missing and kind.measure in OF_ALL and kind.unit != NCU:
        yield _fault(release, kind, "groups", f"{told(kind)} without {listed(missing)}", ours[kind])


def _holes(nato: Nato, release: str, kind: Kind, shape: Shape, before: Shape | None) -> Iterator[Fault]:
    """Cells without a value in the series of an ally: the earlier release has it, or the measure is always known."""
    held = before.cells if before else frozenset[tuple[str, int]]()
    own = nato.releases[release].own_year
    holes = [
        f"{ally} {year}"
        for ally in sorted(shape.allies)
        for year in sorted(shape.years)
        if (ally, year) not in shape.cells and ((ally, year) in held or kind.measure in OF_ALL or year < own)
    ]
    if holes and len(shape.years) >= LEAST_YEARS:
        yield _fault(release, kind, "holes", f"{told(kind)} without {listed(holes)}", shape)


def _expected(nato: Nato, kind: Kind, year: int) -> Set[str]:
    """The members that a table of a year should hold; Iceland only where armed forces play no part."""
    return set(nato.members(year, armed=not kind.measure.startswith("gdp")))


def shapes(nato: Nato, release: str) -> Shapes:
    """The tables of a release."""
    cells: dict[Kind, set[tuple[str, int]]] = defaultdict(set)
    places: dict[Kind, str] = {}
    for cell, held in nato.by_release.get(release, {}).items():
        kind = Kind(cell.measure, cell.basis.partition("_")[0], cell.unit)
        cells[kind].add((cell.ally, cell.year))
        places.setdefault(kind, held.place)
    return {kind: Shape(found, places[kind]) for kind, found in cells.items()}


def told(kind: Kind) -> str:
    """A table in words: `expenditure (constant, NCU)`."""
    marks = [one for one in (kind.basis, kind.unit if kind.unit == NCU else "") if one]
    return f"{kind.measure} ({', '.join(marks)})" if marks else kind.measure


def _span(years: Set[int]) -> str:
    return f"{min(years)} to {max(years)}" if len(years) > 1 else str(min(years))


def _fault(release: str, kind: Kind, about: str, what: str, shape: Shape) -> Fault:
    parts = (release, kind.measure, kind.basis, NCU if kind.unit == NCU else "", about)
    return Fault("coverage", TABLE, tuple(part for part in parts if part), what, shape.place)
