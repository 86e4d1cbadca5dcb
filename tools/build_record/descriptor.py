"""The data package that describes and pins all tables (Frictionless), and the edition it speaks for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

import polars as pl

from burdenshare.record import schema
from burdenshare.record.tables import version_of

Row = dict[str, str]

FRICTIONLESS_TYPES = {"day": "date", "moment": "string"}

PUBLISHED: tuple[tuple[str, str], ...] = (
    ("nato/releases.csv", "released_on"),
    ("nato/headlines.csv", "released_on"),
    ("sources.csv", "as_of"),
)
"""The columns that hold a day of publication, or the day to which a living source was read. Days that the rows speak
*of* (an appointment, a meeting, a deadline) may lie ahead of every source and do not count."""


def edition(tables: Mapping[str, list[Row]]) -> str:
    """The newest day the record speaks for: the latest day of publication over the columns of `PUBLISHED`."""
    return max(row[column] for table, column in PUBLISHED for row in tables[table])


def describe(tables: Mapping[str, bytes], parsed: Mapping[str, list[Row]], licences: Iterable[str]) -> bytes:
    """`datapackage.json` as bytes, for tables given both raw and parsed (CSV only)."""
    hashes = {path: sha256(raw).hexdigest() for path, raw in tables.items()}
    package = {
        "name": "burdenshare-record",
        "title": "The record of allied defence: expenditure by release, commitments, offices, aid, production, posture",
        "version": version_of(hashes),
        "edition": edition(parsed),
        "built_with": {"polars": pl.__version__},
        "licenses": [{"name": "see-data-licenses", "title": "; ".join(licences), "path": "sources.csv"}],
        "resources": [
            _resource(one, tables[one.path], hashes[one.path], parsed["sources.csv"]) for one in schema.TABLES
        ],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _resource(one: schema.Table, raw: bytes, digest: str, sources: list[Row]) -> dict[str, Any]:
    parquet = one.path.endswith(".parquet")
    return {
        "name": one.name,
        "type": "table",
        "path": one.path,
        "title": one.title,
        "scheme": "file",
        "format": "parquet" if parquet else "csv",
        "mediatype": "application/vnd.apache.parquet" if parquet else "text/csv",
        **({} if parquet else {"encoding": "utf-8"}),
        "bytes": len(raw),
        "hash": f"sha256:{digest}",
        "schema": {
            "fields": [_field(column) for column in one.columns],
            "missingValues": [""],
            "primaryKey": list(one.key),
        },
        **_origin(one, sources),
    }


def _origin(one: schema.Table, sources: list[Row]) -> dict[str, Any]:
    mine = [row for row in sources if row["table"] == one.path]
    if not mine:
        return {"sources": [{"title": "burdenshare, table of judgement"}]}
    terms = sorted({(row["redistribution"], row["licence"]) for row in mine})
    return {
        "sources": [_source(row) for row in mine],
        "licenses": [{"name": name.replace(" ", "-"), "title": licence} for name, licence in terms],
    }


def _source(row: Row) -> dict[str, str]:
    title = {"title": f"{row['publisher']}: {row['title']}"}
    return {**title, "path": row["address"]} if row["address"].startswith("http") else title


def _field(column: schema.Column) -> dict[str, Any]:
    limits: dict[str, Any] = {}
    if column.required:
        limits["required"] = True
    if column.type == "moment":
        limits["pattern"] = schema.MOMENT
    if column.low is not None:
        limits["minimum"], limits["maximum"] = column.low, column.high
    if column.allowed:
        limits["enum"] = list(column.allowed)
    kind: dict[str, Any] = {"name": column.name, "type": FRICTIONLESS_TYPES.get(column.type, column.type)}
    if column.type == "boolean":
        kind |= {"trueValues": ["true"], "falseValues": ["false"]}
    return {**kind, "constraints": limits} if limits else kind
