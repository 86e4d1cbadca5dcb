"""Rows of a user's own table: CSV with named columns, every cell refused in one line that says file, row and column."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from math import isfinite

from burdenshare.errors import BurdenshareError, InputError, UnknownNameError
from burdenshare.road.faults import Faults, refuse
from burdenshare.road.model import Spread

SPREAD = ("low", "central", "high")
FREE = ("release", "note")
"""Columns that any table may have. Where `release` stands, all rows are of one."""
OTHERS = {";": "semicolons", "\t": "tabs", "|": "bars"}
"""What other programs put between cells."""
MOST_ROWS = 5_000
MOST = 1e15
"""A number beyond it is a slip of the pen."""
FIRST_YEAR, LAST_YEAR = 2000, 2080


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its place: `orders.csv, row 3`, the header being row 1."""

    values: dict[str, str]
    where: str

    def number_of(self) -> str:
        """The row's number as people count it."""
        return self.where.rpartition(" ")[2]

    def text(self, column: str) -> str:
        """Words that must be there. Raises InputError."""
        found = self.values.get(column, "")
        if not found:
            raise InputError(f"{column} is empty", where=self.where, remedy=f"fill in {column}")
        return found

    def number(self, column: str, most: float = MOST) -> float:
        """A number from 0 to `most`. Raises InputError."""
        told = self.text(column)
        try:
            value = float(told.replace("_", "")) if told.isascii() else float("nan")
        except ValueError:
            value = float("nan")
        if not isfinite(value):
            raise InputError(
                f"{column} is no number: '{told[:40]}'",
                where=self.where,
                remedy="write digits with a point, no thousands separators, no unit",
            )
        if value < 0:
            raise InputError(f"{column} is {value:g}, below nothing", where=self.where, remedy="give 0 or more")
        if value > most:
            raise InputError(f"{column} is {value:g}", where=self.where, remedy=f"give at most {most:g}")
        return value

    def year(self) -> int:
        """The year of the row. Raises InputError."""
        told = self.text("year")
        if not (told.isascii() and told.isdigit() and FIRST_YEAR <= int(told) <= LAST_YEAR):
            raise InputError(
                f"year is no year: '{told[:40]}'", where=self.where, remedy=f"give one from {FIRST_YEAR} to {LAST_YEAR}"
            )
        return int(told)

    def spread(self, most: float = MOST) -> Spread:
        """The number of the row: `value`, or `low`, `central` and `high`. Raises InputError."""
        if self.values.get("value"):
            beside = [one for one in SPREAD if self.values.get(one)]
            if beside:
                told = f"value beside {' and '.join(beside)}"
                raise InputError(told, where=self.where, remedy="give a value, or low, central and high")
            value = self.number("value", most)
            return Spread(value, value, value)
        faults = Faults()
        made = Spread(*(faults.of(0.0, self.number, one, most) for one in SPREAD))
        faults.refuse()
        if not made.low <= made.central <= made.high:
            raise InputError(
                f"from {made.low:g} over {made.central:g} to {made.high:g}: a distribution without mass",
                where=self.where,
                remedy="give low, central and high in this order",
            )
        return made


def rows_of(text: str, name: str, needed: Sequence[str], more: Sequence[str], faults: Faults) -> list[Row]:
    """The rows of a table that can be read; those that cannot are kept as `faults`. `needed` columns must be there,
    `more` and the usual ones may; a needed `value` may be told as low, central and high. Raises InputError and
    UnknownNameError for what is no such table."""
    try:
        found = list(csv.reader(StringIO(text.removeprefix("\ufeff")), strict=True))
    except csv.Error as fault:
        raise InputError(f"no CSV: {fault}", where=name, remedy="save it as comma-separated values") from None
    if not found or not any(found[0]):
        raise InputError("an empty table", where=name, remedy=f"give columns {', '.join(needed)}")
    header = [one.strip() for one in found[0]]
    if len(header) == 1 and (other := next((one for one in OTHERS if one in header[0]), "")):
        told = f"cells set apart by {OTHERS[other]}"
        raise InputError(told, where=f"{name}, row 1", remedy="save it with commas between the cells")
    _refuse_columns(header, name, needed, more)
    lines = [(at, line) for at, line in enumerate(found[1:], 2) if any(cell.strip() for cell in line)]
    if not lines:
        raise InputError("a table without a row", where=name, remedy="give at least one row below the header")
    if len(lines) > MOST_ROWS:
        raise InputError(f"{len(lines)} rows", where=name, remedy=f"give at most {MOST_ROWS}")
    made = []
    for at, line in lines:
        where = f"{name}, row {at}"
        cells = [cell.strip() for cell in line]
        lost = next((cell for column, cell in zip(header, cells, strict=False) if cell and not column), "")
        if len(cells) != len(header):
            told = f"{len(cells)} cell{'' if len(cells) == 1 else 's'} under {len(header)} columns"
            remedy = "give a cell a column, in quotes where it holds a comma"
        elif lost:
            told = f"'{lost[:40]}' stands in a column without a name"
            remedy = "name the column in row 1, or empty it"
        else:
            made.append(Row(dict(zip(header, cells, strict=True)), where))
            continue
        faults.found.append(InputError(told, where=where, remedy=remedy))
    return made


def cells_of(text: str) -> list[dict[str, str]]:
    """The cells of a table by column as far as they can be read at all, in whatever state the rest of it is."""
    try:
        found = list(csv.reader(StringIO(text.removeprefix("\ufeff"))))
    except csv.Error:
        return []
    header = [one.strip() for one in found[0]] if found else []
    return [dict(zip(header, (cell.strip() for cell in line), strict=False)) for line in found[1:]]


def _refuse_columns(header: Sequence[str], name: str, needed: Sequence[str], more: Sequence[str]) -> None:
    found: list[BurdenshareError] = [
        InputError(f"two columns '{one[:40]}'", where=f"{name}, row 1", remedy="keep one")
        for one in dict.fromkeys(header)
        if one and header.count(one) > 1
    ]
    spread = all(one in header for one in SPREAD)
    missing = [one for one in needed if one not in header and not (one == "value" and spread)]
    if missing:
        told = ", ".join("value (or low, central, high)" if one == "value" else one for one in missing)
        plural = "s" if len(missing) > 1 else ""
        found.append(
            InputError(
                f"no column{plural} {told}", where=f"{name}, row 1", remedy=f"add the column{plural} to the header"
            )
        )
    known = (*needed, *more, *FREE, *(SPREAD if "value" in needed else ()))
    found += [
        UnknownNameError(f"column ({name}, row 1)", one[:40], known)
        for one in dict.fromkeys(header)
        if one and one not in known  # a program may leave an empty column at the end
    ]
    refuse(found)


def one_release(rows: Iterable[Row]) -> str:
    """The release that all rows name, empty where none does. Raises InputError where they name more than one."""
    held = list(rows)
    before = held[0].values.get("release", "") if held else ""
    refuse(
        InputError(
            f"release '{told[:40]}' beside '{before[:40]}' of row {held[0].number_of()}: releases are never mixed",
            where=row.where,
            remedy="keep the rows of one release",
        )
        for row in held
        if (told := row.values.get("release", "")) != before
    )
    return before


def one_unit(rows: Sequence[Row], known: Sequence[str] = ()) -> str:
    """The unit that all rows are in. Raises InputError where they differ, or it is none of `known`."""
    faults = Faults()
    units = [faults.of("", row.text, "unit") for row in rows]
    unit = next(filter(None, units), "")
    first = rows[units.index(unit)]
    for row, told in zip(rows, units, strict=True):
        if told and known and told not in known:
            remedy = f"give it in {' or '.join(known)}"
            faults.found.append(InputError(f"unit '{told[:40]}'", where=row.where, remedy=remedy))
        elif told and not known and told != unit:
            words = f"unit '{told[:40]}' beside '{unit[:40]}' of row {first.number_of()}"
            faults.found.append(InputError(words, where=row.where, remedy="give all rows in one unit"))
    faults.refuse()
    return unit


def sources(rows: Iterable[Row]) -> tuple[str, ...]:
    """Where the rows say they are from, each once. Raises InputError for a row that does not say."""
    faults = Faults()
    found = tuple(dict.fromkeys(faults.of("", row.text, "source") for row in rows))
    faults.refuse()
    return found
