"""Reports as an SQLite file: normalised tables for analysts, and the saved reports themselves for the way back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from burdenshare.errors import ReportError
from burdenshare.report.exports.sqlite_tables import SEARCHED, TABLES, metadata, schema_sql
from burdenshare.report.exports.texts import json_text, saved_shape, whole
from burdenshare.report.report import Report
from burdenshare.report.saved.reports import AGAIN

Json = dict[str, Any]

COLUMNS = {table.name: [one.name for one in table.columns] for table in TABLES}


def sqlite_of(reports: Sequence[Report]) -> bytes:
    """The whole database as the bytes of its file."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("PRAGMA foreign_keys = ON")
        for statement in schema_sql():
            database.execute(statement)
        filling = _Filling(database, reports)
        for report in reports:
            filling.document(saved_shape(report))
        database.execute("INSERT INTO statements_fts(statements_fts) VALUES ('rebuild')")
        database.execute("PRAGMA optimize")
        database.commit()
        return bytes(database.serialize())


def metadata_of(target: Path) -> bytes:
    """What `datasette TARGET --metadata` takes, as a file."""
    return (json.dumps(metadata(target.stem), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def metadata_path(target: Path) -> Path:
    """Where it lies: `checks.db` has `checks.metadata.json` beside it."""
    return target.with_name(f"{target.stem}.metadata.json")


ROAD = (("extra", "extra"), ("summed", "total"))
"""Columns of a road in the table, and what they are in the shape."""


class _Filling:
    """Writes one report after the other; rows are numbered in the order in which they come."""

    def __init__(self, database: sqlite3.Connection, reports: Sequence[Report]) -> None:
        self.database = database
        self.cite = {one.key: one for report in reports for one in report.cited}
        self.reports = reports
        self.cells: dict[str, int] = {}
        self.sources: set[str] = set()

    def add(self, table: str, /, **values: Any) -> int:
        """One row; columns that are not given are null. Returns its number."""
        names = COLUMNS[table]
        unknown = values.keys() - set(names)
        assert not unknown, (table, unknown)
        marks = ", ".join("?" * len(names))
        row = [whole(one) if isinstance(one, str) else one for one in (values.get(name) for name in names)]
        return self.database.execute(f"INSERT INTO {table} VALUES ({marks})", row).lastrowid or 0

    def document(self, shape: Json) -> None:
        """A document with all that belongs to it."""
        about, versions = shape["document"], shape["versions"]
        same = ("title", "outlet", "author", "published", "published_from", "language", "characters", "sha256")
        document = self.add(
            "documents",
            document=about["id"],
            **{name: about[name] for name in same},
            edition=shape["edition"],
            now_given=shape["now_given"],
            code_version=versions["code"],
            record_version=versions["record"],
        )
        cells = [self.cell(one) for one in shape["cells"]]
        numbers: dict[str, int] = {}
        for number, one in enumerate(shape["statements"], start=1):
            numbers[one["id"]] = self.statement(document, number, one, cells)
        for place, one in enumerate(shape.get("reviews", ()), start=1):
            self.add("reviews", place=place, **(one | {"statement": numbers[one["statement"]]}))
        for one in shape["unaccounted"]:
            at = {"start_offset": one["start"], "end_offset": one["end"]}
            self.add("unaccounted", document=document, text=one["text"], reason=one["reason"], **at)
        for one in shape["not_verified"]:
            told = {name: value for name, value in one.items() if name not in ("start", "end")}
            self.add("not_verified", document=document, **told)
        for place, remark in enumerate(shape["remarks"], start=1):
            self.add("remarks", document=document, place=place, remark=remark)
        self.add("saved_reports", document=document, report=json_text(shape))

    def statement(self, document: int, number: int, shape: Json, cells: Sequence[int]) -> int:
        """A statement with its subjects, answers and price. Returns its number."""
        same = ("text", "kind", "measure", "comparator", "period", "baseline", "modality", "threshold", "below")
        value = shape["value"] or {}
        then = shape["then"]
        statement = self.add(
            "statements",
            document=document,
            name=shape["id"],
            number=number,
            start_offset=shape["start"],
            end_offset=shape["end"],
            **{name: shape[name] for name in (*same, "likely", "issue", "direction")},
            low=value.get("low"),
            high=value.get("high"),
            unit=value.get("unit", shape["question"]["unit_said"]),
            words=value.get("words", shape["question"]["words_said"]),
            speaker=shape["speaker"]["name"],
            office=shape["speaker"]["office"],
            mode=shape["speaker"]["mode"],
            then=then["verdict"],
            now=shape["now"]["verdict"],
            not_judged_then=None if then["verdict"] else then["why"],
        )
        for place, subject in enumerate(filter(None, shape["subject"].split(";")), start=1):
            self.add("subjects", statement=statement, place=place, subject=subject)
        for clock in ("then", "now"):
            if shape[clock]["verdict"] is not None:
                self.judgement(statement, clock, shape[clock], cells)
        if shape["price"] is not None:
            self.price(statement, shape["price"], cells)
        self.beside(statement, None, shape["context"])
        return statement

    def judgement(self, statement: int, clock: str, shape: Json, cells: Sequence[int]) -> None:
        """One clock's answer with its readings, evidence and derivation."""
        same = ("verdict", "reading", "recorded", "unit", "distance", "distance_unit", "band", "band_from", "rule")
        told = {name: shape[name] for name in (*same, "why")}
        judgement = self.add("judgements", statement=statement, clock=clock, day=shape["on"], **told)
        for place, one in enumerate(shape["readings"], start=1):
            tried = {name: one[name] for name in one if name not in ("recorded_low", "recorded_high")}
            ends = {"low": one["recorded_low"], "high": one["recorded_high"]}
            self.add("readings", judgement=judgement, place=place, **tried, **ends)
        for place, one in enumerate(shape["evidence"], start=1):
            self.add("evidence", judgement=judgement, place=place, cell=self.cell(one))
        for place, source in enumerate(shape["sources"], start=1):
            self.add("entries", judgement=judgement, place=place, source=self.entry(source))
        if shape["derivation"] is not None:
            self.derivation(shape["derivation"], cells, None, judgement=judgement)
        self.beside(statement, judgement, shape["context"])

    def beside(self, statement: int, judgement: int | None, lines: Iterable[str]) -> None:
        """Lines that decide nothing."""
        for place, line in enumerate(lines, start=1):
            self.add("beside", statement=statement, judgement=judgement, place=place, line=line)

    def price(self, statement: int, shape: Json, cells: Sequence[int]) -> None:
        """A price with its lines and its derivation."""
        ends = {f"{name}_{end}": shape[name][end] for name in ("target", "total", "pooled") for end in ("low", "high")}
        price = self.add(
            "prices",
            statement=statement,
            day=shape["on"],
            definition=shape["definition"],
            without_data=";".join(shape["without_data"]),
            why=shape["why"],
            **ends,
        )
        for place, line in enumerate(shape["lines"], start=1):
            same = {name: line[name] for name in ("ally", "share", "share_year", "release", "note")}
            both = {f"{name}_{end}": line[name][end] for name in ("gap", "cost") for end in ("low", "high")}
            self.add("price_lines", price=price, place=place, **same, **both)
        self.derivation(shape["derivation"], cells, None, price=price)
        for one in shape["roads"]:
            same = {name: one[name] for name in ("clock", "base", "release", "outlook")}
            for line in (one, *one["lines"]):
                both = {f"{to}_{end}": line[of][end] for to, of in ROAD for end in ("low", "high")}
                of_whom = {"ally": line.get("ally"), "day": one["on"], "due": one["by"]}
                self.add("price_roads", price=price, **of_whom, **same, **both)
            self.derivation(one["derivation"], cells, None, price=price)

    def derivation(self, shape: Json, cells: Sequence[int], parent: int | None, **of: int) -> None:
        """One step and all below it."""
        same = {name: shape[name] for name in ("name", "value", "unit", "period", "formula", "note", "source")}
        cell = None if shape["cell"] is None else cells[shape["cell"]]
        step = self.add("derivations", **of, parent=parent, cell=cell, **same)
        for one in shape["inputs"]:
            self.derivation(one, cells, step, **of)

    def cell(self, shape: Json) -> int:
        """The number of a cell, which is written once."""
        key = json.dumps(shape, sort_keys=True)
        if key not in self.cells:
            told = {name: shape[name] for name in shape if name not in ("title", "publisher", "address")}
            self.source(shape["source"], shape["title"], shape["publisher"], shape["address"])
            self.cells[key] = self.add("cells", **told)
        return self.cells[key]

    def entry(self, key: str) -> str:
        """The source of a dated entry."""
        cited = self.cite.get(key) or self.reports[0].cite(key)
        self.source(key, cited.title, cited.publisher, cited.address)
        return key

    def source(self, key: str, title: str, publisher: str, address: str) -> None:
        """A source, which is written once."""
        if key not in self.sources:
            self.sources.add(key)
            self.add("sources", source=key, title=title, publisher=publisher, address=address)


def searched(database: sqlite3.Connection, words: str) -> list[int]:
    """The statements in which `words` occur, best first: how the full-text index of an exported file is asked."""
    asked = "SELECT rowid FROM statements_fts WHERE statements_fts MATCH ? ORDER BY rank"
    return [int(row[0]) for row in database.execute(asked, (words,))]


def saved_in(path: Path) -> list[str]:
    """The saved reports in an SQLite file, as JSON texts."""
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as database:
            rows = database.execute("SELECT report FROM saved_reports ORDER BY document").fetchall()
    except sqlite3.Error as fault:
        what = f"is no database of saved reports, or damaged ({fault})"
        raise ReportError(what, where=str(path), remedy=AGAIN) from None
    return [str(row[0]) for row in rows]


assert set(SEARCHED) <= set(COLUMNS["statements"])
