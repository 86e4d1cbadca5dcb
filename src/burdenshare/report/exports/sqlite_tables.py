"""The tables of the SQLite export, declared once: their columns, keys and indexes, and what Datasette tells of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its declaration in SQL, what it means with its unit, and the table it refers to."""

    name: str
    kind: str
    about: str
    refers: str = ""

    @property
    def sql(self) -> str:
        """Its line in `CREATE TABLE`."""
        return f'"{self.name}" {self.kind}' + (f" REFERENCES {self.refers}" if self.refers else "")


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `facets` are what Datasette offers to filter by; `indexed` what is often asked for."""

    name: str
    about: str
    columns: tuple[Column, ...]
    facets: tuple[str, ...] = ()
    indexed: tuple[str, ...] = ()
    label: str = ""
    hidden: bool = False

    @property
    def sql(self) -> str:
        """`CREATE TABLE`."""
        lines = ",\n  ".join(one.sql for one in self.columns)
        return f"CREATE TABLE {self.name} (\n  {lines}\n)"


ID = "INTEGER PRIMARY KEY"
NUMBER, WHOLE, TEXT, DAY, FLAG = "REAL", "INTEGER", "TEXT", "TEXT", "INTEGER"
BASE = "in the unit of its row, in base units (dollars, persons, per cent as 2.0)"


def _(name: str, kind: str, about: str, refers: str = "") -> Column:
    return Column(name, kind, about, refers)


TABLES: tuple[Table, ...] = (
    Table(
        "documents",
        "One checked document a row.",
        (
            _("id", ID, "number of the report in this file"),
            _("document", TEXT, "id of the document"),
            _("title", TEXT, "title, empty where unknown"),
            _("outlet", TEXT, "who published it"),
            _("author", TEXT, "who wrote it"),
            _("published", DAY, "day of the text, null where unknown"),
            _("published_from", TEXT, "how the day was found"),
            _("language", TEXT, "language of the text"),
            _("characters", WHOLE, "length of the text in characters"),
            _("sha256", TEXT, "SHA-256 of the text in UTF-8"),
            _("edition", DAY, "day of the clock `now`"),
            _("now_given", DAY, "the day asked for as `now`, null where the newest edition was taken"),
            _("code_version", TEXT, "version of burdenshare"),
            _("record_version", TEXT, "version of the record"),
        ),
        facets=("outlet", "published_from", "record_version"),
        label="document",
    ),
    Table(
        "statements",
        "One statement a row, with its verdicts on both clocks.",
        (
            _("id", ID, "number of the statement in this file"),
            _("document", WHOLE, "the document it stands in", "documents(id)"),
            _("name", TEXT, "id of the statement within its document"),
            _("number", WHOLE, "place in the document, from 1"),
            _("start_offset", WHOLE, "first character in the text"),
            _("end_offset", WHOLE, "character after the last"),
            _("text", TEXT, "the words themselves"),
            _("kind", TEXT, "fact, promise, event, position"),
            _("measure", TEXT, "measure id"),
            _("comparator", TEXT, "how the words compare"),
            _("low", NUMBER, f"lower end of what the words allow, {BASE}; null where open"),
            _("high", NUMBER, f"upper end, {BASE}; null where open"),
            _("unit", TEXT, "unit of low and high"),
            _("words", TEXT, "the number as said"),
            _("period", TEXT, "year or ISO text"),
            _("baseline", TEXT, "baseline year of an increase"),
            _("speaker", TEXT, "canonical name, empty in the text's own voice"),
            _("office", TEXT, "office of the speaker on that day"),
            _("mode", TEXT, "quote, indirect, narration"),
            _("modality", TEXT, "how firmly it is said"),
            _("threshold", NUMBER, "the guideline a count speaks of, per cent of GDP"),
            _("below", FLAG, "1 where the words count those who do not meet it"),
            _("likely", FLAG, "1 where it was read by the words around it alone"),
            _("issue", TEXT, "of a position: what it is about"),
            _("direction", TEXT, "of a position: for, against, or empty"),
            _("then", TEXT, "verdict by what was published on the day, null where not judged"),
            _("now", TEXT, "verdict by the newest edition"),
            _("not_judged_then", TEXT, "why there is no verdict by the record of the day"),
        ),
        facets=("then", "now", "kind", "measure", "speaker"),
        indexed=("document", "measure", "speaker"),
        label="text",
    ),
    Table(
        "subjects",
        "Allies and groups a statement is about.",
        (
            _("statement", WHOLE, "the statement", "statements(id)"),
            _("place", WHOLE, "place among its subjects, from 1"),
            _("subject", TEXT, "ISO 3166 alpha-3 code or group id"),
        ),
        facets=("subject",),
        indexed=("statement", "subject"),
    ),
    Table(
        "sources",
        "What a reader can open.",
        (
            _("source", "TEXT PRIMARY KEY", "key in the record, or the address itself"),
            _("title", TEXT, "title of the source"),
            _("publisher", TEXT, "publisher of the source"),
            _("address", TEXT, "an address that opens it, empty where there is none"),
        ),
        facets=("publisher",),
        label="title",
    ),
    Table(
        "judgements",
        "One clock's answer to a statement.",
        (
            _("id", ID, "number of the judgement in this file"),
            _("statement", WHOLE, "the statement", "statements(id)"),
            _("clock", TEXT, "then or now"),
            _("day", DAY, "day of the clock"),
            _("verdict", TEXT, "supported, close, depends, contradicted, unverifiable"),
            _("reading", TEXT, "the reading that decided, or the nearest"),
            _("recorded", NUMBER, f"what the record says under it, {BASE}"),
            _("unit", TEXT, "unit of recorded"),
            _("distance", NUMBER, "how far the words are from it, in distance_unit"),
            _("distance_unit", TEXT, "% (relative), pp (percentage points), allies, years…"),
            _("band", NUMBER, "how much the record itself is revised by, in distance_unit"),
            _("band_from", TEXT, "what the band rests on"),
            _("rule", TEXT, "the rule that decided, or the look-up that answered"),
            _("why", TEXT, "one sentence"),
        ),
        facets=("clock", "verdict", "rule"),
        indexed=("statement", "verdict"),
        label="why",
    ),
    Table(
        "readings",
        "Every reading tried, most plausible first.",
        (
            _("judgement", WHOLE, "the judgement", "judgements(id)"),
            _("place", WHOLE, "place in the order of plausibility, from 1"),
            _("name", TEXT, "what was put into what the words leave open"),
            _("agrees", FLAG, "1 where it agrees"),
            _("recorded", NUMBER, f"what the record says under it, {BASE}"),
            _("low", NUMBER, "least it may be, in unit"),
            _("high", NUMBER, "most it may be, in unit"),
            _("unit", TEXT, "unit of recorded, low and high"),
            _("distance", NUMBER, "how far off, in distance_unit"),
            _("distance_unit", TEXT, "unit of distance"),
            _("reason", TEXT, "why it is admitted at this place"),
            _("formula", TEXT, "how its value is computed"),
        ),
        facets=("agrees",),
        indexed=("judgement",),
    ),
    Table(
        "cells",
        "Cells of the record that answers and prices rest on, each once.",
        (
            _("id", ID, "number of the cell in this file"),
            _("measure", TEXT, "measure id"),
            _("ally", TEXT, "ally or group"),
            _("period", TEXT, "year or ISO text"),
            _("price_basis", TEXT, "current, constant_2015…, empty where it does not matter"),
            _("value", NUMBER, f"the value, {BASE}"),
            _("unit", TEXT, "unit of value, low and high"),
            _("low", NUMBER, "least the printed digits allow, in unit"),
            _("high", NUMBER, "most the printed digits allow, in unit"),
            _("printed", TEXT, "as printed"),
            _("estimate", FLAG, "1 where the release calls it an estimate"),
            _("release", TEXT, "release id"),
            _("released_on", DAY, "day of the release, null where undated"),
            _("source", TEXT, "the source", "sources(source)"),
            _("grade", TEXT, "official, press, secondary"),
            _("table", TEXT, "packaged table and row"),
            _("aggregate", FLAG, "1 for an aggregate printed in the release's text"),
        ),
        facets=("measure", "ally", "release"),
        indexed=("measure", "ally", "release"),
        label="printed",
    ),
    Table(
        "evidence",
        "Which cells a judgement rests on.",
        (
            _("judgement", WHOLE, "the judgement", "judgements(id)"),
            _("place", WHOLE, "place in the evidence, from 1"),
            _("cell", WHOLE, "the cell", "cells(id)"),
        ),
        indexed=("judgement", "cell"),
    ),
    Table(
        "entries",
        "Sources of the dated entries (events, offices, commitments, members) that a judgement rests on.",
        (
            _("judgement", WHOLE, "the judgement", "judgements(id)"),
            _("place", WHOLE, "place among them, from 1"),
            _("source", TEXT, "the source", "sources(source)"),
        ),
        indexed=("judgement",),
    ),
    Table(
        "beside",
        "What is shown beside a judgement, or (without one) beside the statement; it decides nothing.",
        (
            _("statement", WHOLE, "the statement", "statements(id)"),
            _("judgement", WHOLE, "the judgement, null for what stands beside the statement itself", "judgements(id)"),
            _("place", WHOLE, "place among the lines, from 1"),
            _("line", TEXT, "the line"),
        ),
        indexed=("statement", "judgement"),
    ),
    Table(
        "reviews",
        "What people say of a statement beside the machine, whose verdicts stay as they are.",
        (
            _("statement", WHOLE, "the statement", "statements(id)"),
            _("place", WHOLE, "place among the reviews of its document, from 1"),
            _("reviewer", TEXT, "who reviewed it"),
            _("at", TEXT, "when, in UTC"),
            _("verdict", TEXT, "the verdict set in place of `then`, null where there is only a note"),
            _("note", TEXT, "why"),
        ),
        facets=("reviewer", "verdict"),
        indexed=("statement",),
        label="note",
    ),
    Table(
        "prices",
        "What a promise would cost a year.",
        (
            _("id", ID, "number of the price in this file"),
            _("statement", WHOLE, "the statement", "statements(id)"),
            _("day", DAY, "day of the figures"),
            _("target_low", NUMBER, "the share asked for, per cent of GDP"),
            _("target_high", NUMBER, "its upper end, per cent of GDP; null where open"),
            _("definition", TEXT, "what the baseline counts: whole or core"),
            _("total_low", NUMBER, "the members' shortfalls summed, US dollars a year"),
            _("total_high", NUMBER, "its upper end, US dollars a year; null where open"),
            _("pooled_low", NUMBER, "the gap of the group taken as one, US dollars a year"),
            _("pooled_high", NUMBER, "its upper end, US dollars a year"),
            _("without_data", TEXT, "allies left out, joined by ;"),
            _("why", TEXT, "what it counts"),
        ),
        facets=("definition",),
        indexed=("statement",),
        label="why",
    ),
    Table(
        "price_lines",
        "What a promise asks of each ally.",
        (
            _("price", WHOLE, "the price", "prices(id)"),
            _("place", WHOLE, "place among the lines, from 1"),
            _("ally", TEXT, "ISO 3166 alpha-3 code"),
            _("share", NUMBER, "newest known share, per cent of GDP"),
            _("share_year", WHOLE, "year of the share"),
            _("gap_low", NUMBER, "missing, percentage points"),
            _("gap_high", NUMBER, "its upper end, percentage points"),
            _("cost_low", NUMBER, "US dollars a year"),
            _("cost_high", NUMBER, "its upper end, US dollars a year"),
            _("release", TEXT, "release of the share"),
            _("note", TEXT, "what must be said of it"),
        ),
        facets=("ally",),
        indexed=("price", "ally"),
    ),
    Table(
        "price_roads",
        "What a promise costs on the road to its year, over holding the share; then and now.",
        (
            _("price", WHOLE, "the price", "prices(id)"),
            _("clock", TEXT, "then or now"),
            _("day", DAY, "day of the figures"),
            _("due", WHOLE, "the year promised; null where none to come was said"),
            _("ally", TEXT, "ISO 3166 alpha-3 code, null for all of them together"),
            _("base", WHOLE, "year whose prices and exchange rates the money has"),
            _("extra_low", NUMBER, "money in the promised year, US dollars of the base year"),
            _("extra_high", NUMBER, "its upper end, US dollars of the base year; null where open"),
            _("summed_low", NUMBER, "money over all years until then, US dollars of the base year"),
            _("summed_high", NUMBER, "its upper end, US dollars of the base year"),
            _("release", TEXT, "release of the shares"),
            _("outlook", TEXT, "World Economic Outlook of the economy"),
        ),
        facets=("clock", "due", "ally"),
        indexed=("price", "ally"),
    ),
    Table(
        "derivations",
        "Why a value is what it is: one step a row, the tree by `parent`.",
        (
            _("id", ID, "number of the step in this file"),
            _("judgement", WHOLE, "the judgement it explains, null in a price", "judgements(id)"),
            _("price", WHOLE, "the price it explains, null in a judgement", "prices(id)"),
            _("parent", WHOLE, "the step it goes into, null at the root", "derivations(id)"),
            _("name", TEXT, "what is computed"),
            _("value", NUMBER, f"its value, {BASE}"),
            _("unit", TEXT, "unit of value"),
            _("period", TEXT, "year or ISO text"),
            _("formula", TEXT, "arithmetic over the steps below it"),
            _("note", TEXT, "what must be said of it"),
            _("source", TEXT, "source of a dated entry"),
            _("cell", WHOLE, "the cell of a leaf", "cells(id)"),
        ),
        indexed=("judgement", "price", "parent", "cell"),
        label="name",
    ),
    Table(
        "unaccounted",
        "Numbers and passages that ended in no statement.",
        (
            _("document", WHOLE, "the document", "documents(id)"),
            _("start_offset", WHOLE, "first character in the text"),
            _("end_offset", WHOLE, "character after the last"),
            _("text", TEXT, "the words"),
            _("reason", TEXT, "why"),
        ),
        facets=("reason",),
        indexed=("document",),
    ),
    Table(
        "not_verified",
        "What an optional extractor proposed and the rules do not read there.",
        (
            _("document", WHOLE, "the document", "documents(id)"),
            _("words", TEXT, "the words"),
            _("subject", TEXT, "whose it is, as proposed"),
            _("measure", TEXT, "as proposed"),
            _("value", NUMBER, "as proposed, in unit"),
            _("unit", TEXT, "as proposed"),
            _("proposer", TEXT, "who proposed it"),
            _("reason", TEXT, "why it was not verified"),
        ),
        facets=("reason",),
        indexed=("document",),
    ),
    Table(
        "remarks",
        "What a reader must know of a whole document.",
        (
            _("document", WHOLE, "the document", "documents(id)"),
            _("place", WHOLE, "place among the remarks, from 1"),
            _("remark", TEXT, "the remark"),
        ),
        indexed=("document",),
    ),
    Table(
        "saved_reports",
        "The saved reports themselves as JSON: what burdenshare reads back.",
        (
            _("document", f"{ID}", "the document", "documents(id)"),
            _("report", TEXT, "the whole report as JSON"),
        ),
        hidden=True,
    ),
)
"""Every table after those it refers to."""

SEARCHED = ("text", "words", "speaker")
"""Columns of `statements` that the full-text search finds words in."""


def schema_sql() -> Iterator[str]:
    """Every statement that makes the empty database."""
    for table in TABLES:
        yield table.sql
        yield from (f'CREATE INDEX {table.name}_{one} ON {table.name}("{one}")' for one in table.indexed)
    columns = ", ".join(SEARCHED)
    yield f'CREATE VIRTUAL TABLE statements_fts USING fts5({columns}, content="statements", content_rowid="id")'


def metadata(database: str) -> dict[str, Any]:
    """What Datasette shows of the file named `database`: titles, meanings with units, facets, labels.

    Datasette's own `units` are left out: it knows no currencies, and most units stand in a column of their own.
    """
    return {
        "title": "Fact-checks of what is said about NATO defence spending",
        "description": "Exported by burdenshare. Facts get a verdict, promises get a price, both show their source.",
        "databases": {database: {"tables": {table.name: _of_table(table) for table in TABLES}}},
    }


def _of_table(table: Table) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "description": table.about,
        "columns": {one.name: one.about for one in table.columns},
    }
    if table.facets:
        shown["facets"] = list(table.facets)
    if table.label:
        shown["label_column"] = table.label
    if table.hidden:
        shown["hidden"] = True
    return shown
