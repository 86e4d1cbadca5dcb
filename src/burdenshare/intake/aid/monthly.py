"""Months from the main data: sums of its rows, taken only where they prove themselves by the printed totals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import fsum

from burdenshare.intake.aid.cover import is_sheet
from burdenshare.intake.aid.donors import ALL, Donors
from burdenshare.intake.aid.layout import folded, layout
from burdenshare.intake.aid.model import BILLION, KINDS, MEASURES, TOTAL, Figure, Month
from burdenshare.intake.aid.summary import NONE
from burdenshare.intake.grid import Sheet, Value
from burdenshare.intake.model import LeftOut

EXACT = 0.002
"""Billions by which the rows of a donor may miss its printed total."""
FIRST_YEAR = 2022


@dataclass(slots=True)
class _Series:
    """The rows of one donor, kind and measure: euros by month (0: no month known), and why they are not to be used."""

    euros: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    places: dict[int, str] = field(default_factory=dict)
    doubt: str = ""

    def add(self, month: int, euros: float, place: str) -> None:
        self.euros[month].append(euros)
        self.places.setdefault(month, place)

    @property
    def billions(self) -> float:
        return fsum(one for held in self.euros.values() for one in held) / BILLION


Key = tuple[str, str, str]
"""Donor, kind, measure."""


@dataclass(frozen=True, slots=True)
class Months:
    """What the main data say by month. `last` is the newest month of any row, as (year, month)."""

    months: tuple[Month, ...]
    left_out: tuple[LeftOut, ...]
    last: tuple[int, int] | None


def months(sheets: Sequence[Sheet], printed: Sequence[Figure]) -> Months:
    """The months of every donor and kind whose rows sum to the printed total; why the others are left.

    A series is taken where its rows, with and without a month, give the total of the summary, every row with a day of
    announcement has it in its month, and no cell is unclear. The months of a donor are summed over the kinds where all
    three are taken.
    """
    held = [one for one in sheets if is_sheet(one, "main")]
    if len(held) != 1:
        reason = "two sheets of main data" if held else "no sheet of main data: months cannot be summed"
        return Months((), (LeftOut("workbook", ", ".join(one.name for one in held), reason),), None)
    sheet = held[0]
    head = _head(sheet)
    if head is None:
        return Months((), (LeftOut(sheet.name, "", "its columns are not those that are known: no months"),), None)
    series, left = _series(sheet, *head)
    totals = {(one.donor, one.column): one.value for one in printed}
    taken: dict[Key, _Series] = {}
    for key, one in series.items():
        reason = one.doubt or _against(key, one, totals)
        if reason:
            left.append(LeftOut(sheet.name, " ".join(key), f"no months: {reason}"))
        else:
            taken[key] = one
    newest = max((month for one in series.values() for month in one.euros if month), default=0)
    undated = [one for measure in MEASURES for one in _undated(sheet, taken, measure)]
    return Months(tuple(_months(taken)), (*left, *undated), _year_month(newest) if newest else None)


def _head(sheet: Sheet) -> tuple[int, Mapping[str, int]] | None:
    """The row of the header and the place of each column; None where one is missing or stands twice."""
    words = layout().main
    for at, row in enumerate(sheet.rows[:50]):
        named = [folded(cell) if isinstance(cell, str) else "" for cell in row]
        found = {name: [place for place, one in enumerate(named) if one in words[name]] for name in words}
        if len(found["donor"]) == 1 and len(found["measure"]) == 1:
            if any(len(places) != 1 for places in found.values()):
                return None
            return at, {name: places[0] for name, places in found.items()}
    return None


def _series(sheet: Sheet, head: int, at: Mapping[str, int]) -> tuple[dict[Key, _Series], list[LeftOut]]:
    donors = Donors()
    series: dict[Key, _Series] = defaultdict(_Series)
    left: dict[tuple[str, str], LeftOut] = {}
    for row in range(head + 1, len(sheet.rows)):
        cells = {name: sheet.at(row, place) for name, place in at.items()}
        name, kind, measure = (_word(cells[one]) for one in ("donor", "kind", "measure"))
        if not name:
            continue
        code = donors.code(name)
        if not code or code == ALL or kind not in KINDS or measure not in MEASURES:
            what = f"donor '{name}'" if not code or code == ALL else f"'{kind}', '{measure}'"
            reason = f"rows of the main data with {what[:80]} are not known"
            left.setdefault((name, reason), LeftOut(sheet.place(row, at["donor"]), name[:80], reason))
            continue
        month, doubt = _month(cells)
        for of in MEASURES:
            one = series[code, kind, of]
            spot = sheet.place(row, at[of])
            value = _euros(cells[of])
            if value is None or (row, at[of]) in sheet.errors:
                one.doubt = one.doubt or f"{spot} is no number"
            elif value and (of == "commitment" or measure == "allocation"):
                one.doubt = one.doubt or (doubt and f"{spot}: {doubt}")
                one.add(month, value, spot)
    return dict(series), list(left.values())


def _word(cell: Value) -> str:
    return folded(cell) if isinstance(cell, str) else ""


def _euros(cell: Value) -> float | None:
    """A sum in euros, 0 where none is given, None where the cell is unclear."""
    if cell is None or (isinstance(cell, str) and cell.casefold() in NONE):
        return 0.0
    return None if isinstance(cell, bool) or not isinstance(cell, float) else cell


def _month(cells: Mapping[str, Value]) -> tuple[int, str]:
    """The month of a row counted from January 2022 as 1, 0 where none is known; and what is doubtful about it."""
    number, dated = _euros(cells["month"]), _euros(cells["dated"])
    if number is None or dated is None or number != int(number) or not 0 <= number < 1200:
        return 0, "its month is unclear"
    if bool(number) is not bool(dated):
        return int(number), "its month and the mark that it has one contradict each other"
    if not number:
        return 0, ""
    month, announced = int(number), cells["announced"]
    if isinstance(announced, date) and (announced.year - FIRST_YEAR) * 12 + announced.month != month:
        return month, "its month is not that of its announcement"
    return month, ""


def _against(key: Key, one: _Series, totals: Mapping[tuple[str, str], float]) -> str:
    """Why the rows of a series do not prove themselves; empty where they do."""
    donor, kind, measure = key
    printed = totals.get((donor, f"{kind} {measure}"))
    if printed is None:
        return "no printed total to hold the rows against" if one.billions else ""
    if abs(printed - one.billions) > EXACT:
        return f"the rows are {one.billions:.4f} billion together, and {printed:.4f} is printed"
    return ""


def _year_month(month: int) -> tuple[int, int]:
    return FIRST_YEAR + (month - 1) // 12, (month - 1) % 12 + 1


def _months(taken: Mapping[Key, _Series]) -> list[Month]:
    """The months of each series, and those of a donor over its kinds where all of them are taken."""
    made: list[Month] = []
    for donor, measure in sorted({(donor, measure) for donor, _, measure in taken}):
        kinds = [kind for kind in KINDS if (donor, kind, measure) in taken]
        together: dict[int, list[Month]] = defaultdict(list)
        for kind in kinds:
            one = taken[donor, kind, measure]
            for month in sorted(set(one.euros) - {0}):
                values = one.euros[month]
                period = "{:04}-{:02}".format(*_year_month(month))
                found = Month(donor, period, kind, measure, fsum(values), one.places[month], len(values))
                together[month].append(found)
                made.append(found)
        if len(kinds) == len(KINDS):
            made += [_total(held) for _, held in sorted(together.items())]
    return made


def _total(held: Sequence[Month]) -> Month:
    first = held[0]
    euros, rows = fsum(one.euros for one in held), sum(one.rows for one in held)
    return Month(first.donor, first.period, TOTAL, first.measure, euros, first.place, rows)


def _undated(sheet: Sheet, taken: Mapping[Key, _Series], measure: str) -> list[LeftOut]:
    """What has no month, so that the months of a donor are less than its total."""
    without = [one for (_, _, of), held in taken.items() if of == measure for one in held.euros.get(0, ())]
    if not without:
        return []
    reason = "has no month: the months of a donor are less than its total"
    told = f"{measure}s of {fsum(without) / BILLION:.3f} billion EUR in {len(without)} rows"
    return [LeftOut(sheet.name, told, reason)]
