"""Series become rows of the record, or the file is refused at the cell that is in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from burdenshare.intake.macro import standing
from burdenshare.intake.macro.declared import Areas, Subject, Subjects, areas, subjects
from burdenshare.intake.macro.editions import Vintage
from burdenshare.intake.macro.model import Cell, Reading, Series, Tally
from burdenshare.intake.macro.numbers import CHECK, base_units, number
from burdenshare.intake.macro.powers import powers, refuse_other_magnitudes
from burdenshare.intake.model import PLACE, Given, LeftOut, Row, refused
from burdenshare.record import Record

FIRST_ACTUAL = 1950
"""No series of the publishers ends before."""

NO_MARK = frozenset({"", "0", "null", "n/a", "--"})
"""What stands where a series does not say its last actual year, case-folded."""

OTHER_COUNTRY = "not a country of which the record keeps this"
OTHER_YEAR = "a year outside the record's macroeconomic table"
DROP = "drop one of the two"
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_FISCAL = re.compile(r"FY((?:19|20)\d\d)/(?:\d\d){1,2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Made:
    """What a reading gives: rows of the macroeconomic table, and what of its series became none."""

    rows: tuple[Row, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class About:
    """What all rows of a file share."""

    source: str
    vintage: Vintage
    declared: Subjects
    years: Tally


def made(given: Given, reading: Reading, publisher: str, vintage: Vintage, record: Record) -> Made:
    """The rows of a reading, by country, indicator and year. Raises DeliveryError."""
    declared, known = subjects(publisher), areas()
    countries = Tally("rows")
    taken = tuple(_taken(given, reading.series, known, countries))
    _refuse_decimal_commas(given, taken)
    by_code = powers(given, taken, declared, in_units=reading.in_units)
    about = About(given.key, vintage, declared, Tally("values"))
    rows: list[Row] = []
    for entity, one in _merged(given, taken, known):
        rows += _rows(given, entity, one, declared.by_code[one.subject], by_code[one.subject], about)
    for subject in declared.by_code.values():
        if subject.scaled:
            levels = standing.levels(record, publisher, subject.indicator)
            refuse_other_magnitudes(given, subject, rows, levels)
    rows.sort(key=lambda row: (row["entity"], row["indicator"], row["year"]))
    return Made(tuple(rows), (*countries.left_out(), *about.years.left_out()))


def projected(given: Given, actual: str, year: int, edition: int, place: str) -> bool:
    """Whether a value is a projection, by the series' own mark of its last actual year.

    Without a mark the edition's own year is the first projection. A fiscal year names two years and counts from its
    first: the record would rather call a fact an estimate than an estimate a fact.
    """
    if actual.casefold() in NO_MARK:
        return year >= edition
    found = _YEAR.fullmatch(actual) or _FISCAL.fullmatch(actual)
    last = int(found[found.lastindex or 0]) if found else 0
    if not FIRST_ACTUAL <= last <= edition + 1:
        what = f"'{actual[:40]}' is no last actual year of an edition of {edition}"
        raise refused(given, what, place=place, remedy=CHECK)
    return year > last


def _taken(given: Given, series: Iterable[Series], known: Areas, tally: Tally) -> Iterator[Series]:
    for one in series:
        _refuse_two_names(given, one, known)
        if one.cells:
            yield one
        else:
            tally.add(OTHER_COUNTRY, one.code or one.number, one.place)


def _refuse_two_names(given: Given, one: Series, known: Areas) -> None:
    """A row that names a country of the record by code and by number must mean the same one."""
    if not one.code or not one.number:
        return
    by_code, by_number = known.entity(one.code, ""), known.by_number.get(one.number)
    expected = known.numbers.get(by_code)
    if (expected is not None and expected != one.number) or (by_number is not None and by_number != by_code):
        other = by_number or "another"
        what = f"the country is '{one.code[:20]}' by its code and {other} by its number {one.number[:20]}"
        raise refused(given, what, place=one.place, remedy=CHECK)


def _refuse_decimal_commas(given: Given, taken: Iterable[Series]) -> None:
    """`3,367` is three thousand to the publishers, three to a spreadsheet of another language. A file that has commas
    and not one point was saved by the latter."""
    texts = [(cell, cell.value) for one in taken for cell in one.cells if isinstance(cell.value, str)]
    if not any("." in text for _, text in texts if text.strip(".")):
        for cell, text in texts:
            if "," in text:
                what = f"'{text[:40]}' may be thousands or decimals: the file has commas and no points"
                raise refused(given, what, place=cell.place, remedy="fetch the publisher's own file")


def _merged(given: Given, taken: Iterable[Series], known: Areas) -> Iterator[tuple[str, Series]]:
    """Series by country; one that stands twice must say the same twice, and counts once."""
    found: dict[tuple[str, str], Series] = {}
    for one in taken:
        key = known.entity(one.code, one.number), one.subject
        first = found.setdefault(key, one)
        if first is one:
            continue
        if first.actual != one.actual:
            what = f"{one.subject} of {key[0]} stands also at {first.place}, with another last actual year"
            raise refused(given, what, place=one.place, remedy=DROP)
        found[key] = replace(first, cells=(*first.cells, *one.cells))
    for (entity, _), one in found.items():
        yield entity, replace(one, cells=_once(given, one))


def _once(given: Given, one: Series) -> tuple[Cell, ...]:
    """The cells of a series, one a year. Two that say one year twice must say the same number."""
    years: dict[int, Cell] = {}
    for cell in one.cells:
        first = years.setdefault(cell.year, cell)
        if first is cell:
            continue
        if number(given, first.value, first.place) != number(given, cell.value, cell.place):
            what = f"{one.subject} of {one.code or one.number} in {cell.year} stands also at {first.place}, otherwise"
            raise refused(given, what, place=cell.place, remedy=DROP)
    return tuple(years.values())


def _rows(given: Given, entity: str, one: Series, subject: Subject, power: int, about: About) -> Iterator[Row]:
    for cell in one.cells:
        value = number(given, cell.value, cell.place)
        if value is None or (subject.zero_is_missing and not value):
            continue
        if subject.scaled and value <= 0:
            what = f"{subject.code} of {value} is not above zero"
            raise refused(given, what, place=cell.place, remedy=CHECK)
        if not about.declared.first <= cell.year <= about.declared.last:
            about.years.add(OTHER_YEAR, str(cell.year), cell.place)
            continue
        foreseen = about.declared.projections and projected(given, one.actual, cell.year, about.vintage.year, one.place)
        yield {
            "vintage": about.vintage.id,
            "published_on": about.vintage.published.isoformat(),
            "entity": entity,
            "year": str(cell.year),
            "indicator": subject.indicator,
            "unit": subject.unit,
            "value": repr(base_units(given, value, power, cell.place)),
            "projection": "true" if foreseen else "false",
            "source": about.source,
            PLACE: cell.place,
        }
