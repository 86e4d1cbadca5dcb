"""One error is put into a true release, and the import has to object: what a reader of files could get wrong.

Each kind of error is tried on cells drawn by a fixed seed. What no rule can notice is a change below the last digit
that NATO prints, or within what revisions do; docs/methodology.md gives the shares that larger samples found.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from burdenshare.intake.model import Delivery
from burdenshare.intake.rules.held_against import faults_of
from burdenshare.intake.rules.tables import Tables
from burdenshare.record import schema
from burdenshare.record.tables import Row
from tests.intake.rules.deliveries import NATO, nato, outlook, printed, spoilt

Rows = list[Row]
Spoil = Callable[[Rows, Random], Rows]
GROUPS = ("NATO", "EUR_CAN")


def _names(rows: Rows) -> tuple[str, str]:
    return ("ally", "measure") if "ally" in rows[0] else ("entity", "indicator")


def _table(row: Row) -> tuple[str, ...]:
    return tuple(row.get(name, "") for name in ("measure", "indicator", "price_basis", "unit"))


def _times(factor: float) -> Spoil:
    """One cell times a factor."""

    def spoil(rows: Rows, random: Random) -> Rows:
        at = random.randrange(len(rows))
        return [{**row, "value": repr(float(row["value"]) * factor)} if n == at else row for n, row in enumerate(rows)]

    return spoil


def digits_swapped(rows: Rows, random: Random) -> Rows:
    """Two digits among the first three of a cell change places."""
    while True:
        at = random.randrange(len(rows))
        text = rows[at]["value"]
        first = text.lstrip("-0.")[:3]
        if first.isdigit() and first[0] != first[1] and "0" not in first[:2]:
            swapped = text.replace(first, first[1] + first[0] + first[2], 1)
            return [{**row, "value": swapped} if n == at else row for n, row in enumerate(rows)]


def rows_swapped(rows: Rows, random: Random) -> Rows:
    """Two allies stand in each other's row of one table."""
    who, _ = _names(rows)
    one = random.choice([row for row in rows if row[who] not in GROUPS])
    others = sorted({row[who] for row in rows if _table(row) == _table(one)} - {one[who], *GROUPS})
    names = {one[who]: (other := random.choice(others)), other: one[who]}
    return [{**row, who: names.get(row[who], row[who])} if _table(row) == _table(one) else row for row in rows]


def row_copied(rows: Rows, random: Random) -> Rows:
    """A row of one table holds the values of another ally's."""
    who, _ = _names(rows)
    one = random.choice([row for row in rows if row[who] not in GROUPS])
    other = random.choice(sorted({row[who] for row in rows if _table(row) == _table(one)} - {one[who], *GROUPS}))
    theirs = {row["year"]: row["value"] for row in rows if _table(row) == _table(one) and row[who] == other}
    mine = {id(row) for row in rows if _table(row) == _table(one) and row[who] == one[who]}
    return [{**row, "value": theirs.get(row["year"], row["value"])} if id(row) in mine else row for row in rows]


def table_a_year_off(rows: Rows, random: Random) -> Rows:
    """The years of a table are read one too low."""
    table = _table(random.choice(rows))
    return [{**row, "year": str(int(row["year"]) - 1)} if _table(row) == table else row for row in rows]


def thousands(rows: Rows, random: Random) -> Rows:
    """A row is read in thousands of what it states."""
    who, _ = _names(rows)
    one = random.choice(rows)
    mine = {id(row) for row in rows if _table(row) == _table(one) and row[who] == one[who]}
    return [{**row, "value": repr(float(row["value"]) / 1000)} if id(row) in mine else row for row in rows]


def ally_missing(rows: Rows, random: Random) -> Rows:
    """A row of one table is passed over."""
    who, _ = _names(rows)
    one = random.choice(rows)
    return [row for row in rows if not (_table(row) == _table(one) and row[who] == one[who])]


def row_twice(rows: Rows, random: Random) -> Rows:
    """A cell is read twice."""
    return [*rows, random.choice(rows)]


def wrong_base(rows: Rows, random: Random) -> Rows:
    """Constant prices of one table are taken for those of another base year."""
    priced = [row for row in rows if row["price_basis"].startswith("constant") and row["unit"] not in ("%", "thousand")]
    table = _table(random.choice(priced))
    return [{**row, "price_basis": "constant_2021"} if _table(row) == table else row for row in rows]


KINDS: dict[str, Spoil] = {
    "a factor of ten": _times(10),
    "a tenth": _times(0.1),
    "negative": _times(-1),
    "digits swapped": digits_swapped,
    "rows swapped": rows_swapped,
    "row copied": row_copied,
    "a year off": table_a_year_off,
    "thousands": thousands,
    "ally missing": ally_missing,
    "row twice": row_twice,
}


def _objected(delivery: Delivery, before: Tables, path: str, spoil: Spoil, seed: int) -> bool:
    rows = spoil(list(delivery.tables[path]), Random(seed))
    return bool(faults_of(spoilt(delivery, path, rows), held=before))


@pytest.mark.parametrize("kind", [*KINDS, "wrong base"])
def test_an_error_in_the_workbook_is_objected_to(held: Tables, kind: str) -> None:
    spoil = {**KINDS, "wrong base": wrong_base}[kind]
    delivery, before = nato(held, "2024-06")
    assert [seed for seed in range(2) if not _objected(delivery, before, NATO, spoil, seed)] == []


@pytest.mark.parametrize("kind", ["a factor of ten", "rows swapped", "a year off", "ally missing"])
def test_an_error_in_the_printed_tables_is_objected_to(held: Tables, kind: str) -> None:
    delivery, before = nato(held, "2024-06")
    assert [seed for seed in range(2) if not _objected(printed(delivery), before, NATO, KINDS[kind], seed)] == []


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"a tenth", "digits swapped", "negative"}))
def test_an_error_in_a_vintage_is_objected_to(held: Tables, kind: str) -> None:
    delivery, before = outlook(held, "WEO-2025-10")
    assert [seed for seed in range(2) if not _objected(delivery, before, schema.MACRO, KINDS[kind], seed)] == []


EXTREMES = ("0", "-0.0", "1e-300", "1e300", "-1e300", "5e-324", "0.0005")


@pytest.mark.parametrize("seed", range(3))
def test_no_value_throws_a_rule_off(held: Tables, seed: int) -> None:
    """Whatever stands in the cells, a delivery ends in faults, not in an exception."""
    random = Random(seed)
    for (delivery, before), path in ((nato(held, "2024-06"), NATO), (outlook(held, "WEO-2025-10"), schema.MACRO)):
        rows = [
            {**row, "value": random.choice(EXTREMES)} if random.random() < 0.1 * 3**seed else row
            for row in delivery.tables[path]
        ]
        assert faults_of(spoilt(delivery, path, rows), held=before)


def test_a_change_below_what_is_printed_is_none(held: Tables) -> None:
    """The other way round: what NATO's own rounding does is not objected to."""
    delivery, before = nato(held, "2024-06")
    rows = [{**row, "value": repr(float(row["value"]) * (1 + 1e-9))} for row in delivery.tables[NATO]]
    assert faults_of(spoilt(delivery, NATO, rows), held=before) == ()
