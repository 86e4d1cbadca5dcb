"""Packaged releases as deliveries over a record that does not know them yet, and records with one thing changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

import polars as pl

from burdenshare.intake.model import Delivery
from burdenshare.intake.rules.tables import Tables
from burdenshare.record import schema
from burdenshare.record.tables import PLACE, Row

NATO = "nato/expenditure.csv"
AID = "support/support.csv"
RELEASES = "nato/releases.csv"
SOURCES = "sources.csv"
KEY = "import-0123456789ab"
FULL = ("2019-06", "2024-06")
"""Releases whose packaged cells have all their digits."""

Change = Callable[[Row], Row | None]
"""A row as it shall be; None drops it."""


def edited(tables: Tables, path: str, change: Change) -> Tables:
    """The same tables with every row of one changed."""
    rows = [changed for row in tables.rows(path) if (changed := change(row)) is not None]
    return replace(tables, csv={**tables.csv, path: rows})


def appended(tables: Tables, path: str, *rows: Row) -> Tables:
    """The same tables with rows behind those of one."""
    return replace(tables, csv={**tables.csv, path: [*tables.rows(path), *rows]})


def where(change: Callable[[Row], Row | None], **wanted: str) -> Change:
    """Change only rows that hold all of `wanted`."""
    return lambda row: change(row) if all(row[name] == value for name, value in wanted.items()) else row


def scaled(factor: float, **wanted: str) -> Change:
    """Multiply the value of rows that hold all of `wanted`."""
    return where(lambda row: {**row, "value": repr(float(row["value"]) * factor)}, **wanted)


def with_value(value: str, **wanted: str) -> Change:
    """Set the value of rows that hold all of `wanted`."""
    return where(lambda row: {**row, "value": value}, **wanted)


def dropped(**wanted: str) -> Change:
    """Drop rows that hold all of `wanted`."""
    return where(lambda row: None, **wanted)


def nato(tables: Tables, release: str) -> tuple[Delivery, Tables]:
    """A release of NATO as a delivery, and the record of the day before it."""
    known = {row["release"]: row for row in tables.rows(RELEASES)}
    own = known[release]
    rows = [row for row in tables.rows(NATO) if row["release"] == release]
    earlier = {one for one, row in known.items() if one != release and (row["released_on"] or "9") < own["released_on"]}
    csv = {
        **tables.csv,
        NATO: [row for row in tables.rows(NATO) if row["release"] in earlier],
        AID: [row for row in tables.rows(AID) if row["release"] in earlier],
        RELEASES: [row for row in tables.rows(RELEASES) if row["release"] in earlier],
    }
    before = Tables(csv, tables.macro.filter(pl.col("vintage").is_in(list(earlier))))
    return _delivery("nato", NATO, rows, own, "NATO", full=release in FULL), before


def outlook(tables: Tables, vintage: str) -> tuple[Delivery, Tables]:
    """A macroeconomic vintage as a delivery, and the record of the day before it."""
    known = {row["release"]: row for row in tables.rows(RELEASES)}
    own = known[vintage]
    later = {one for one, row in known.items() if row["publisher"] in ("weo", "wdi")}
    later -= {one for one in later if known[one]["released_on"] < own["released_on"]}
    frame = tables.macro.filter(pl.col("vintage") == vintage).drop(PLACE)
    rows = [{name: _text(value) for name, value in row.items()} for row in frame.iter_rows(named=True)]
    csv = {**tables.csv, RELEASES: [row for row in tables.rows(RELEASES) if row["release"] not in later]}
    before = Tables(csv, tables.macro.filter(~pl.col("vintage").is_in(list(later))))
    return _delivery("weo", schema.MACRO, rows, own, "International Monetary Fund", full=True), before


def tracker(tables: Tables, release: str) -> tuple[Delivery, Tables]:
    """A release of the aid tracker as a delivery, and the record without it and later ones."""
    later = {one for one in ("28", "29", "30") if one >= release}
    rows = [row for row in tables.rows(AID) if row["release"] == release]
    own = next(row for row in tables.rows(RELEASES) if row["release"] == release)
    csv = {
        **tables.csv,
        AID: [row for row in tables.rows(AID) if row["release"] not in later],
        RELEASES: [row for row in tables.rows(RELEASES) if row["release"] not in later],
    }
    return _delivery("kiel", AID, rows, own, "Kiel Institute", full=True), replace(tables, csv=csv)


def printed(delivery: Delivery) -> Delivery:
    """The same release of NATO as its PDF prints it: rounded."""
    decimals = {"share_of_gdp": 2, "real_change": 2, "gdp_per_capita": 1, "military_personnel": 1}
    whole = {"expenditure", "gdp", "expenditure_per_capita"}
    rows = tuple(
        {**row, "value": f"{float(row['value']):.{0 if row['measure'] in whole else decimals.get(row['measure'], 2)}f}"}
        for row in delivery.tables[NATO]
    )
    source = {**delivery.tables[SOURCES][0], "precision": "printed"}
    return replace(delivery, full=False, tables={**delivery.tables, NATO: rows, SOURCES: (source,)})


def spoilt(delivery: Delivery, path: str, rows: Iterable[Row]) -> Delivery:
    """The delivery with other rows of one table."""
    return replace(delivery, tables={**delivery.tables, path: tuple(rows)})


def _delivery(publisher: str, path: str, rows: list[Row], own: Row, name: str, *, full: bool) -> Delivery:
    placed = tuple({**row, "source": KEY, PLACE: f"TABLE!A{number}"} for number, row in enumerate(rows, start=1))
    source = {
        "source": KEY,
        "table": path,
        "pattern": f"source={KEY}" if path != AID else f"release={own['release']}",
        "publisher": name,
        "title": own["title"],
        "address": "",
        "grade": "official",
        "precision": "full" if full else "printed",
        "licence": "as the packaged rows of the publisher",
        "redistribution": "facts only",
        "as_of": "",
        "note": "given by a test",
        PLACE: "",
    }
    day = date.fromisoformat(own["released_on"]) if own["released_on"] else None
    tables = {path: placed, RELEASES: ({**own, PLACE: ""},), SOURCES: (source,)}
    return Delivery("given", own["title"], publisher, own["release"], day, tables, full)


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
