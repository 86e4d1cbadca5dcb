"""From lines to figures: each figure gets the measure, unit, prices, year and entity that the words around it name.

Nothing is taken from a position. What is not known is left out and told once; what could be read in two ways is
refused with its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from burdenshare.intake.model import DeliveryError, Given, LeftOut, refused
from burdenshare.intake.nato.figures import Figure, UnreadableError, cell_figure
from burdenshare.intake.nato.labels import declared
from burdenshare.intake.nato.lines import Cell, Figures, Line, Part, Words, Years
from burdenshare.intake.nato.names import Named, Names
from burdenshare.intake.nato.standing import Standing, after

MEND = "compare it with NATO's own file and mend it, or fetch the file anew"
NATIONAL = "million NCU"

Key = tuple[str, int, str, str, str]
"""Entity, year, measure, price basis and unit: what names a figure within its release."""


@dataclass(frozen=True, slots=True)
class Held:
    """One figure of the release, ready for `nato/expenditure.csv`; `digits` in `unit`, as it stood at `place`."""

    key: Key
    digits: str
    estimate: bool
    place: str

    @property
    def year(self) -> int:
        """The year of which it is."""
        return self.key[1]


@dataclass(frozen=True, slots=True)
class Gathered:
    """All figures of a file, what was left out, and whether its titles speak of core expenditure."""

    cells: tuple[Held, ...]
    left_out: tuple[LeftOut, ...]
    core: bool

    @property
    def newest(self) -> int:
        """The newest year that holds a figure."""
        return max(one.year for one in self.cells)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is read: `currency` gives an entity's own on the release's day, empty where the record has none."""

    given: Given
    names: Names
    currency: Callable[[str], str]
    figure: Callable[[Cell], Figure | None] = lambda cell: cell_figure(cell.raw)

    def refuse(self, what: str, place: str, remedy: str = MEND) -> DeliveryError:
        """The error at a place of the file."""
        return refused(self.given, what, place=place, remedy=remedy)


@dataclass(slots=True)
class _Collected:
    cells: dict[Key, Held] = field(default_factory=dict)
    left_out: dict[LeftOut, None] = field(default_factory=dict)  # in order, each once
    bases: dict[str, str] = field(default_factory=dict)  # constant price basis to its first place
    core: dict[bool, str] = field(default_factory=dict)  # core or not to the first place that says so

    def leave(self, place: str, text: str, reason: str) -> None:
        self.left_out[LeftOut(place, " ".join(text.split())[:80], reason)] = None


def gather(reading: Reading, parts: Iterable[Part]) -> Gathered:
    """Every figure of the parts of a file. Raises DeliveryError at the first place that cannot be read surely."""
    found = _Collected()
    for part in parts:
        standing = Standing()
        for line in part.lines:
            standing = _next(reading, found, standing, line)
    if not found.cells:
        remedy = "give the workbook or the press document with NATO's tables of defence expenditure"
        raise refused(reading.given, "holds no figure of an ally under a title, a unit and a year", remedy=remedy)
    for measure in sorted(declared().measures.keys() - {key[2] for key in found.cells}):
        found.leave("the whole file", measure, "the file holds no figure of this measure")
    return Gathered(tuple(found.cells.values()), tuple(found.left_out), True in found.core)


def _next(reading: Reading, found: _Collected, standing: Standing, line: Line) -> Standing:
    if isinstance(line, Years):
        return replace(standing, years=line)
    if isinstance(line, Figures):
        _figures(reading, found, standing, line)
        return replace(standing, begun=standing.begun or standing.title is not None)
    return standing if reading.names.knows(line.text) else _worded(reading, found, standing, line)


def _worded(reading: Reading, found: _Collected, standing: Standing, line: Words) -> Standing:
    """What stands after a line of words; every title that counts must speak of the same expenditure."""
    standing = after(standing, line)
    if standing.headed is line and standing.title is not None and standing.title.counts:
        found.core.setdefault(standing.core, line.place)
        if len(found.core) > 1:
            what = f"speaks of core expenditure in one title and not in another ({found.core[not standing.core]})"
            raise reading.refuse(what, line.place)
    return standing


def _figures(reading: Reading, found: _Collected, standing: Standing, line: Figures) -> None:
    named = _named(reading, line)
    if standing.title is None:
        _untitled(reading, found, standing, named, line)
        return
    reason = _why_closed(standing)
    if reason:
        words = standing.unknown if standing.closed else standing.headed
        if words is not None and (named is None or named.entity):
            found.leave(words.place, words.text, reason)
        return
    if named is None or not named.entity:
        _unnamed(reading, found, named, line)
        return
    _refuse_unplaced(reading, standing, line)
    measure, unit, basis = _measured(reading, standing, line)
    if not _paid_in(reading, found, named, unit, line):
        return
    if basis.startswith("constant"):
        _one_base(reading, found, basis, line.place)
    for words in line.others:
        found.leave(words.place, words.text, "a column whose heading is no year")
    _take(reading, found, line, lambda year: (named.entity, year, measure, basis, unit))


def _named(reading: Reading, line: Figures) -> Named | None:
    """Whom the row speaks of, None where no words stand beside it."""
    all_named = [reading.names.of(one.text) for one in line.names]
    sure = [one for one in all_named if one.entity]
    if len({one.entity for one in sure}) > 1:
        both = " and ".join(f"'{one.text}'" for one in sure)
        raise reading.refuse(f"names two in one row: {both}", line.place)
    return next(iter(sorted(sure, key=lambda one: not one.currency)), next(iter(all_named), None))


def _untitled(reading: Reading, found: _Collected, standing: Standing, named: Named | None, line: Figures) -> None:
    if named is None or not named.entity:
        return
    if standing.headed is None:
        raise reading.refuse("figures of allies stand under no title", line.place)
    found.leave(standing.headed.place, standing.headed.text, "no table of NATO's that is known by this title")


def _why_closed(standing: Standing) -> str:
    if standing.title is not None and standing.title.left_out:
        return standing.title.left_out
    return "the figures below this heading are not known" if standing.closed else ""


def _unnamed(reading: Reading, found: _Collected, named: Named | None, line: Figures) -> None:
    filled = [one for one in line.cells if one.raw is not None or one.fault]
    if not filled and not line.fault:
        return
    if named is None:
        what = "errors of formulas" if filled and all(one.fault for one in filled) else "figures"
        found.leave(line.place, "", f"{what} beside no name")
    elif named.near:
        raise reading.refuse(f"'{named.text}' is no name that is known", line.place, f"mend it if it is {named.near}")
    else:
        found.leave(line.place, named.text, named.why or "a name that is not known")


def _refuse_unplaced(reading: Reading, standing: Standing, line: Figures) -> None:
    if standing.years is None:
        raise reading.refuse("figures stand under no row of years", line.place)
    if standing.years.fault:
        raise reading.refuse(standing.years.fault, standing.years.fault_place)
    if line.fault:
        raise reading.refuse(line.fault, line.place)
    if line.strays:
        raise reading.refuse("a figure stands under no year", line.strays[0])


def _measured(reading: Reading, standing: Standing, line: Figures) -> tuple[str, str, str]:
    """Measure, unit and price basis of a row. Raises DeliveryError where the words above leave one open."""
    unknown = standing.unknown
    place = unknown.place if unknown is not None else line.place
    behind = f": '{unknown.text[:60]}' is not known" if unknown is not None else ""
    if not standing.measure:
        raise reading.refuse(f"no heading above says what the figures are{behind}", place)
    measured = declared().measures[standing.measure]
    unit = standing.unit_named or ("" if unknown is not None else measured.unit)
    if not unit:
        raise reading.refuse(f"nothing above names the unit of {standing.measure}{behind}", place)
    if unit not in measured.units:
        known = " or ".join(sorted(measured.units))
        raise reading.refuse(f"{standing.measure} is named in {unit}, the record keeps it in {known}", line.place)
    basis = standing.basis_named if measured.prices != "none" else ""
    if measured.prices == "needed" and not basis:
        raise reading.refuse(f"nothing above names the prices of {standing.measure}{behind}", place)
    return standing.measure, unit, basis


def _paid_in(reading: Reading, found: _Collected, named: Named, unit: str, line: Figures) -> bool:
    """Whether the currency beside a name is the one meant; False where the row is left out."""
    codes = declared().currencies.get(named.currency, ())
    if unit != NATIONAL:
        if codes and "USD" not in codes and unit.endswith("USD"):
            raise reading.refuse(f"'{named.text}' is paid in {named.currency} under {unit}", line.place)
        return True
    own = reading.currency(named.entity)
    if not own:
        found.leave(line.place, named.text, "the record knows no currency of it")
    elif named.currency and not codes:
        found.leave(line.place, named.text, f"the currency '{named.currency}' is not known")
    elif codes and own not in codes:
        what = f"'{named.text}' is paid in {named.currency}, the record has {own} on the release's day"
        raise reading.refuse(what, line.place)
    return bool(own) and (not named.currency or bool(codes))


def _one_base(reading: Reading, found: _Collected, basis: str, place: str) -> None:
    """Refuse a second base year: a release has one, so another is a slip of a digit."""
    found.bases.setdefault(basis, place)
    if len(found.bases) > 1:
        (one, at), (other, _) = list(found.bases.items())[:2]
        raise reading.refuse(f"names {other} prices, and {one} at {at}", place)


def _take(reading: Reading, found: _Collected, line: Figures, key: Callable[[int], Key]) -> None:
    empty: list[Cell] = []
    for cell in line.cells:
        if cell.fault:
            raise reading.refuse(cell.fault, cell.place)
        if cell.raw is None:
            empty.append(cell)
            continue
        try:
            figure = reading.figure(cell)
        except UnreadableError as fault:
            raise reading.refuse(str(fault), cell.place) from None
        if figure is not None:
            marked = cell.estimate or figure.estimate
            _keep(reading, found, Held(key(cell.year), figure.digits, marked, cell.place))
    if empty:
        found.leave(empty[0].place, line.names[0].text, _emptiness(empty))


def _emptiness(empty: Sequence[Cell]) -> str:
    years = [str(one.year) for one in empty]
    return f"no figure for {years[0]}" if len(years) == 1 else f"no figures for {years[0]} to {years[-1]}"


def _keep(reading: Reading, found: _Collected, held: Held) -> None:
    before = found.cells.setdefault(held.key, held)
    if float(before.digits) != float(held.digits):
        entity, year, measure, _, unit = held.key
        what = f"{entity} {year} is {held.digits} here and {before.digits} at {before.place} ({measure}, {unit})"
        raise reading.refuse(what, held.place)
    if held.estimate and not before.estimate:
        found.cells[held.key] = replace(before, estimate=True)
