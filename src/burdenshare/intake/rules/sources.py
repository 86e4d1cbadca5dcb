"""Every row of every table from outside has a declared source, and every declared source gave rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.tables import Delivered, Tables
from burdenshare.record import schema
from burdenshare.record.sources import TABLE, matcher, rule_of
from burdenshare.record.store import IMPORTED
from burdenshare.record.tables import PLACE, Row

FOUND_IN = ("source", "source_url")
"""Columns that name where a row was read, by which a fault without a declared source is told."""


def faults(tables: Tables, *, complete: bool = True) -> Iterator[Fault]:
    """Rows without a source and sources without rows; `complete` is False for a record without its unclear rows."""
    declared = [one for one in tables.rows(TABLE) if not _odd(one)]
    used: set[str] = set()
    yield from _unreadable(tables.rows(TABLE))
    for table in (one for one in schema.TABLES if not one.authored):
        match = matcher(declared, table.path)
        for row in _rows(tables, table.path):
            rule = match(row)
            if rule is None:
                yield _unknown(table, row)
            elif rule.redistribution == "unclear" and not complete:
                what = "unclear terms in a record without unclear rows"
                yield Fault("sources", table.path, _key(table, row), what, row.get(PLACE, ""))
            else:
                used.add(rule.source)
    for one in declared:
        if one["source"] not in used and not one["source"].startswith(IMPORTED):  # to these the import has seen
            what = f"no row of {one['table']} comes from it"
            yield Fault("sources", TABLE, (one["source"],), what, one.get(PLACE, ""))


def of_delivery(tables: Tables, delivered: Delivered) -> Iterator[Fault]:
    """The same of delivered rows alone; `tables` are the record with the delivery laid over it."""
    declared = [one for one in tables.rows(TABLE) if not _odd(one)]
    yield from _unreadable(delivered.get(TABLE, ()))
    for path, rows in delivered.items():
        table = schema.BY_PATH[path]
        match = matcher(declared, path)
        for row in rows if not table.authored else ():
            if match(row) is None:
                yield _unknown(table, row)
    for one in delivered.get(TABLE, ()):
        if _odd(one):
            continue
        rule = rule_of(one)
        if not any(rule.fits(row) for row in delivered.get(one["table"], ())):
            what = f"no delivered row of {one['table']} comes from it"
            yield Fault("sources", TABLE, (one["source"],), what, one.get(PLACE, ""))


def _unreadable(declared: Sequence[Row]) -> Iterator[Fault]:
    """Declarations that no row can be matched with."""
    for one in declared:
        if what := _odd(one):
            yield Fault("sources", TABLE, (one["source"], "pattern"), what, one.get(PLACE, ""))


def _odd(one: Row) -> str:
    """What is wrong with the table or the pattern of a declared source; empty where nothing is."""
    table = schema.BY_PATH.get(one["table"])
    if table is None:
        return f"'{one['table']}' is no table of the record"
    for part in filter(None, one["pattern"].split("|")):
        column, sign, _ = part.partition("=")
        if not sign or column not in table.header:
            return f"its pattern names '{column}', no column of {table.path}"
    return ""


def _rows(tables: Tables, path: str) -> Sequence[Mapping[str, str]]:
    if path != schema.MACRO:
        return tables.rows(path)
    return [dict(kind) for kind in tables.macro.select("source", "indicator").unique().iter_rows(named=True)]


def _unknown(table: schema.Table, row: Mapping[str, str]) -> Fault:
    where = next((row[name] for name in FOUND_IN if row.get(name)), "")
    what = f"no source declared for {table.path} [{', '.join(_key(table, row))}] {where}".rstrip()
    return Fault("sources", TABLE, (table.name, *_key(table, row)), what, row.get(PLACE, ""))


def _key(table: schema.Table, row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row[name] for name in table.key if row.get(name))
