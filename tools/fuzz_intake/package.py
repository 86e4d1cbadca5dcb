"""Damaged variants of exported records in every form: `python -m tools.fuzz_intake package`."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

from burdenshare.intake import package
from burdenshare.intake.model import Delivery, Given, LeftOut
from burdenshare.intake.packaged.model import Exported
from burdenshare.record import Record, schema
from burdenshare.record.exchange.forms import DESCRIPTOR, STRUCTURE, RecordForm
from burdenshare.record.tables import PLACE
from burdenshare.report.exports.record.export import export_record
from tools.fuzz_intake import raw_damage
from tools.fuzz_intake.row_endings import Result, Variant, judged, report
from tools.fuzz_intake.small_record import small_record

NAMES = {
    RecordForm.CSV: "record.zip",
    RecordForm.PARQUET: "record.zip",
    RecordForm.SQLITE: "record.db",
    RecordForm.DUCKDB: "record.duckdb",
    RecordForm.SDMX: "record.zip",
}
SHORT = 25
"""Rows that each table of the small record keeps."""


def run(record: Record, arguments: Sequence[str]) -> tuple[str, bool]:
    """The report over all forms, and whether all ended well."""
    each = int(arguments[0]) if arguments else 8
    told = [report(f"package as {form}", results(form, each)) for form in RecordForm]
    return "\n".join(text for text, _ in told), all(well for _, well in told)


def results(form: RecordForm, each: int) -> Iterator[Result]:
    """`each` variants of every kind of damage to a small record in one form, read and judged."""
    with tempfile.TemporaryDirectory(prefix="burdenshare-fuzz-") as folder:
        root = small_record(Path(folder) / "data", SHORT)
        target = Path(folder) / NAMES[form]
        export_record(target, form, root=root)
        content = target.read_bytes()

    def read(variant: Variant) -> Delivery:
        return delivery_of(package.exported(Given(variant.name, variant.content)))

    undamaged = read(Variant("", NAMES[form], content))
    yield from judged(variants(form, content, each), read, undamaged, undamaged.tables)


def delivery_of(held: Exported) -> Delivery:
    """All rows of an export as if none of them were known: the damage must not have changed any."""
    made = {
        one.path: tuple(
            {**dict(zip(_columns(one.path), line, strict=True)), PLACE: place}
            for line, place in zip(one.lines, one.places, strict=True)
        )
        for one in held.tables
    }
    told = (*held.left_out, LeftOut(held.version, held.edition, "told of itself"))
    return Delivery("package", "", "", held.version, None, made, True, told)


def _columns(path: str) -> tuple[str, ...]:
    return schema.BY_PATH[path].header


def variants(form: RecordForm, content: bytes, each: int) -> Iterator[Variant]:
    """Damaged exports; the same for the same number and the same versions."""
    name, seed = NAMES[form], f"package {form}"
    for kind, raw in raw_damage.damaged(content, raw_damage.BYTES, each, seed):
        yield Variant(f"bytes {kind}", name, raw)
    if form in (RecordForm.SQLITE, RecordForm.DUCKDB):
        if form is RecordForm.SQLITE:
            for damage in DATABASE:
                for number in range(each):
                    chance = Random(f"{seed} {damage.__name__} {number}")
                    yield Variant(damage.__name__.replace("_", " "), name, damage(content, chance))
        return
    for kind, raw in raw_damage.damaged(content, raw_damage.ARCHIVES, each, seed):
        yield Variant(f"archive: {kind}", name, raw, lacks=True)
    for kind, raw in raw_damage.damaged(content, raw_damage.COSTLY, 1, seed):
        yield Variant(f"archive: {kind}", name, raw)
    for number in range(each):
        yield Variant(
            "unpinned, and a byte changed", name, _unpinned(content, Random(f"{seed} {number}")), telling=True
        )
    for change in DESCRIBED:
        for number in range(each):
            chance = Random(f"{seed} {change.__name__} {number}")
            made = _described(content, change, chance)
            yield Variant(change.__name__.replace("_", " "), name, made, lacks=change in LACKING)


# Damages to a descriptor ---------------------------------------------------------------------------------------------

Told = dict[str, Any]
ODD: tuple[object, ...] = (None, 7, "", [], {}, "x" * 4000, True, -1, 1e308, "../../etc/passwd", "/etc/passwd", "a\0b")


def _described(content: bytes, change: Callable[[Told, Random], None], chance: Random) -> bytes:
    parts = raw_damage.parts_of(content)
    name = DESCRIPTOR if DESCRIPTOR in parts else STRUCTURE
    told = json.loads(parts[name])
    change(told, chance)
    return raw_damage.packed(parts | {name: json.dumps(told).encode("utf-8")})


def _unpinned(content: bytes, chance: Random) -> bytes:
    """Without hashes and digests, as somebody might write a package by hand; one byte of a table is another."""

    def bare(told: Told, _: Random) -> None:
        for key in ("resources", "dataflows", "codelists", "references"):
            for one in told.get(key, []):
                one.pop("hash", None)
                one.pop("digest", None)

    parts = raw_damage.parts_of(_described(content, bare, chance))
    name = chance.choice(sorted(one for one in parts if one.endswith((".csv", ".parquet"))))
    held = bytearray(parts[name])
    held[chance.randrange(len(held))] = chance.choice(b'0123456789",.x \n\xff')
    return raw_damage.packed(parts | {name: bytes(held)})


def _listed(told: Told, chance: Random) -> Told:
    """Any file that is described."""
    lists = [one for key in ("resources", "dataflows", "codelists", "references") for one in told.get(key, [])]
    found: Told = chance.choice(lists)
    return found


def a_word_is_odd(told: Told, chance: Random) -> None:
    told[chance.choice(sorted(told))] = chance.choice(ODD)


def a_word_of_a_file_is_odd(told: Told, chance: Random) -> None:
    one = _listed(told, chance)
    one[chance.choice(sorted(one))] = chance.choice(ODD)


def a_word_of_a_file_is_gone(told: Told, chance: Random) -> None:
    one = _listed(told, chance)
    one.pop(chance.choice(sorted(one)))


def a_file_is_gone(told: Told, chance: Random) -> None:
    name = chance.choice([key for key in ("resources", "dataflows", "codelists", "references") if told.get(key)])
    told[name].pop(chance.randrange(len(told[name])))


def a_file_stands_twice(told: Told, chance: Random) -> None:
    name = chance.choice([key for key in ("resources", "dataflows", "codelists", "references") if told.get(key)])
    told[name].append(chance.choice(told[name]))


def two_files_are_swapped(told: Told, chance: Random) -> None:
    one, other = _listed(told, chance), _listed(told, chance)
    for key in ("path", "file", "table"):
        if key in one and key in other:
            one[key], other[key] = other[key], one[key]


def a_later_layout(told: Told, chance: Random) -> None:
    told["export"] = {"form": chance.choice(("csv", "x", 7)), "number": chance.choice((2, 99, 0, -1, "1", None, 1.5))}


DESCRIBED: tuple[Callable[[Told, Random], None], ...] = (
    a_word_is_odd,
    a_word_of_a_file_is_odd,
    a_word_of_a_file_is_gone,
    a_file_is_gone,
    a_file_stands_twice,
    two_files_are_swapped,
    a_later_layout,
)
LACKING = (a_file_is_gone, a_word_is_odd)


# Damages to a database -----------------------------------------------------------------------------------------------


def _changed(content: bytes, statements: Sequence[str]) -> bytes:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(content)
        for one in statements:
            database.execute(one)
        database.commit()
        return bytes(database.serialize())


def _table(chance: Random) -> str:
    return chance.choice(("nato_expenditure", "macro_macro", "support_support", "people_offices", "sources"))


def a_cell_changed(content: bytes, chance: Random) -> bytes:
    columns: Mapping[str, tuple[str, ...]] = {
        "nato_expenditure": ("value", "year", "ally", "estimate"),
        "macro_macro": ("value", "year"),
        "support_support": ("value", "donor"),
        "people_offices": ("person", "to"),
        "sources": ("title", "grade"),
    }
    name = _table(chance)
    value = chance.choice(("7.25", "NULL", "'x'", "x'00ff'", "9e999", "-1", "1.0"))
    spot = f'"{chance.choice(columns[name])}" = {value} WHERE rowid = {chance.randrange(1, 20)}'
    return _changed(content, [f'UPDATE OR IGNORE "{name}" SET {spot}'])


def a_row_gone(content: bytes, chance: Random) -> bytes:
    return _changed(content, [f'DELETE FROM "{_table(chance)}" WHERE rowid = {chance.randrange(1, 20)}'])


def a_table_gone(content: bytes, chance: Random) -> bytes:
    return _changed(content, [f'DROP TABLE "{chance.choice((_table(chance), "record_about", "record_tables"))}"'])


def a_table_is_a_view(content: bytes, chance: Random) -> bytes:
    name = _table(chance)
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n"
    return _changed(content, [f'DROP TABLE "{name}"', f'CREATE VIEW "{name}" AS {endless}'])


def a_column_more(content: bytes, chance: Random) -> bytes:
    return _changed(content, [f'ALTER TABLE "{_table(chance)}" ADD COLUMN "{chance.choice(("x", "value_", "note2"))}"'])


def another_word_of_itself(content: bytes, chance: Random) -> bytes:
    key = chance.choice(("number", "form", "edition", "version"))
    value = chance.choice(("'2'", "NULL", "'x'", "7", "'99999999999999999999'", "''"))
    return _changed(content, [f"UPDATE record_about SET value = {value} WHERE key = '{key}'"])


def another_count(content: bytes, chance: Random) -> bytes:
    value = chance.choice(("rows = 1", "rows = -1", "rows = 99999999", "rows = 'x'", "path = 'x.csv'", "path = NULL"))
    return _changed(content, [f"UPDATE record_tables SET {value} WHERE name = '{_table(chance)}'"])


DATABASE: tuple[Callable[[bytes, Random], bytes], ...] = (
    a_cell_changed,
    a_row_gone,
    a_table_gone,
    a_table_is_a_view,
    a_column_more,
    another_word_of_itself,
    another_count,
)
