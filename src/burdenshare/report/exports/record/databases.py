"""What the databases have in common: tables with their keys, references and indexes, and rows about the record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from burdenshare.record.exchange.columns import Column, typed_columns
from burdenshare.record.exchange.forms import ABOUT, LAYER, LAYERS, TABLES, RecordForm
from burdenshare.record.whole import Whole
from burdenshare.report.exports.record.held import Held

REFERENCES = (
    ("nato/expenditure.csv", "release", "nato/releases.csv", "release"),
    ("macro/macro.parquet", "vintage", "nato/releases.csv", "release"),
    ("support/support.csv", "release", "nato/releases.csv", "release"),
    ("nato/expenditure.csv", "source", "sources.csv", "source"),
    ("macro/macro.parquet", "source", "sources.csv", "source"),
    ("people/groups.csv", "ally", "commitments/members.csv", "ally"),
)
"""Columns whose every value is a key elsewhere, if it is: a reference that a row breaks is not declared."""

INDEXED = {
    "nato/expenditure.csv": ("ally", "measure", "year", "source"),
    "macro/macro.parquet": ("entity", "indicator", "year"),
    "support/support.csv": ("donor", "kind"),
    "people/offices.csv": ("entity", "office"),
    "people/aliases.csv": ("alias",),
    "people/places.csv": ("entity",),
    "commitments/commitments.csv": ("actor", "measure"),
    "commitments/events.csv": ("kind",),
    "nato/headlines.csv": ("subject", "measure"),
    "posture/troops.csv": ("entity", "place"),
    "industry/production.csv": ("item",),
}
"""Columns that are asked for often and do not begin a key."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a database. `key` is empty where a row may lack a part of it."""

    name: str
    about: str
    path: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    refers: tuple[tuple[str, str, str], ...] = ()  # column, table, its column
    indexed: tuple[str, ...] = ()


def tables_of(record: Held, form: RecordForm) -> Iterator[Table]:
    """The tables about the record, then those of the record, each behind those it refers to."""
    yield from _about(record, form)
    first = [target for _, _, target, _ in REFERENCES]
    order = sorted(record.tables, key=lambda path: path not in first)
    names = {one.path: name for name, one in record.named()}
    for path in order:
        table = record.tables[path]
        columns = typed_columns(table, record.kinds(path))
        named = {one.name for one in columns}
        refers = tuple(
            (column, names[target], other)
            for source, column, target, other in REFERENCES
            if source == path and _sound(table, column, record.tables[target], other)
        )
        indexed = tuple(one for one in (*INDEXED.get(path, ()), LAYER) if one in named)
        yield Table(names[path], record.title(path), path, columns, _key(table, columns), refers, indexed)


def _key(table: Whole, columns: tuple[Column, ...]) -> tuple[str, ...]:
    """The key, where every row has all of it and no two rows the same typed values (`2` and `2.0` are one number)."""
    held = {one.name: one.values for one in columns}
    parts = [held[name] for name in table.key]
    if any(None in part for part in parts) or len(set(zip(*parts, strict=True))) < len(table.lines):
        return ()
    return table.key


def _sound(table: Whole, column: str, target: Whole, other: str) -> bool:
    held = {line[target.columns.index(other)] for line in target.lines}
    place = table.columns.index(column)
    return all(line[place] in held for line in table.lines) and target.key == (other,)


def _about(record: Held, form: RecordForm) -> Iterator[Table]:
    told = record.told(form)
    plain = {"form": form.value, **told.pop("export"), **told}
    listed = [(key, _word(plain[key])) for key in plain if key != "layers"]
    yield Table(
        ABOUT,
        "What this database carries: version and edition of the record, form of the export",
        "",
        (_texts("key", (one for one, _ in listed)), _texts("value", (one for _, one in listed))),
        ("key",),
    )
    held = list(record.named())
    yield Table(
        TABLES,
        "Every table of the record: its path, key, rows, and the sha256 of its declared columns as CSV",
        "",
        (
            _texts("name", (name for name, _ in held)),
            _texts("path", (one.path for _, one in held)),
            _texts("title", (record.title(one.path) for _, one in held)),
            _texts("key", (" ".join(one.key) for _, one in held)),
            Column("rows", "integer", tuple(len(one.lines) for _, one in held)),
            _texts("digest", (f"sha256:{one.digest}" for _, one in held)),
        ),
        ("name",),
    )
    if record.layers:
        names = [name for name in told["layers"][0] if name != "accepted"]
        columns = tuple(_texts(name, (_word(one[name]) for one in told["layers"])) for name in names)
        yield Table(LAYERS, "The imports that lie over the packaged tables", "", columns, ("id",))


def _texts(name: str, values: Iterable[str]) -> Column:
    return Column(name, "string", tuple(values))


def _word(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
