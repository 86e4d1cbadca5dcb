"""Reports as CSV and Parquet: one row a statement, and in two columns of JSON what brings the reports back.

`saved_statement` holds the statement of its row, `saved_report` (in the first row of each report) all the rest. A
report without statements is one row without an id. The rows may be sorted anew; taking some away is noticed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl

from burdenshare.checking.model import Checked
from burdenshare.errors import ReportError
from burdenshare.report.exports.texts import cell, json_text, saved_shape, whole
from burdenshare.report.frame import COLUMNS, row_of
from burdenshare.report.report import Report
from burdenshare.report.reviews import head_told, override

EXTRA_FIRST: dict[str, tuple[Any, str]] = {
    "report": (pl.Int64, "number of the report in this file, from 1"),
    "number": (pl.Int64, "number of the statement in its report, from 1; null where the report has none"),
}
EXTRA_LAST: dict[str, tuple[Any, str]] = {
    "then_why": (pl.String, "one sentence: why `then` has its verdict"),
    "now_why": (pl.String, "one sentence: why `now` has its verdict"),
    "override": (pl.String, "the newest verdict that a reviewer set in place of `then`, null where none did"),
    "reviews": (pl.String, "who reviewed it, when, with which verdict, why: one review a line; null without any"),
    "sha256": (pl.String, "SHA-256 of the text"),
    "saved_statement": (pl.String, "the statement as JSON, with its readings, evidence and derivations"),
    "saved_report": (pl.String, "in the first row of each report: all the rest of it as JSON"),
}
EXPORTED = {**EXTRA_FIRST, **COLUMNS, **EXTRA_LAST}
"""Column name to type and meaning, in order."""

GUARDED = ("document", "text", "words", "speaker", "reviews")
"""Columns of a CSV with words of articles or people: a leading `=`, `+`, `-` or `@` gets an apostrophe before it."""

DAMAGED = "export the reports anew"


SAVED = ("saved_statement", "saved_report")
"""Columns that hold what brings the reports back, much longer than all others; a `bare` table has none of them."""


def csv_of(reports: Sequence[Report], *, bare: bool = False) -> bytes:
    """CSV in UTF-8; subjects joined by `;`, nulls empty."""
    rows = [{**one, **{name: cell(one[name]) for name in GUARDED}} for one in _rows(reports)]
    frame = _frame(rows, bare).with_columns(pl.col("subject").list.join(";"))
    return frame.write_csv().encode("utf-8")


def parquet_of(reports: Sequence[Report], *, bare: bool = False) -> bytes:
    """Parquet with typed columns; subjects are a list."""
    stream = BytesIO()
    _frame(_rows(reports), bare).write_parquet(stream)
    return stream.getvalue()


def _frame(rows: list[dict[str, Any]], bare: bool) -> pl.DataFrame:
    frame = pl.DataFrame(rows, schema={name: kind for name, (kind, _) in EXPORTED.items()}, orient="row")
    return frame.drop(SAVED) if bare else frame


def _rows(reports: Iterable[Report]) -> list[dict[str, Any]]:
    return [row for at, one in enumerate(reports, start=1) for row in _of_report(at, one)]


def _of_report(at: int, report: Report) -> list[dict[str, Any]]:
    rest = saved_shape(report)
    statements = rest.pop("statements")
    checked = report.checked
    rows = [
        {**row_of(checked, entry), **_whys(entry), **_reviews(report, entry), "number": number}
        | {"saved_statement": json_text(statement)}
        for number, (entry, statement) in enumerate(zip(checked.checked, statements, strict=True), start=1)
    ] or [{"document": checked.document.id, "published": checked.document.published, "edition": checked.edition}]
    rows[0]["saved_report"] = json_text(rest)
    same = {"report": at, "sha256": checked.document.fingerprint.sha256}
    return [{name: _plain((row | same).get(name)) for name in EXPORTED} for row in rows]


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return whole(value) if isinstance(value, str) else value


def _whys(entry: Checked) -> dict[str, str | None]:
    answers = {"then_why": entry.then, "now_why": entry.now}
    return {name: None if found is None else found.why for name, found in answers.items()}


def _reviews(report: Report, entry: Checked) -> dict[str, str | None]:
    said = report.reviews_of(entry.statement.id)
    setting = override(said)
    lines = [f"{head_told(one, entry.then)}: {' '.join(one.note.split())}" for one in said]
    return {
        "override": None if setting is None or setting.verdict is None else setting.verdict.value,
        "reviews": "\n".join(lines) or None,
    }


# Back ----------------------------------------------------------------------------------------------------------------

NEEDED = ["report", "number", "saved_statement", "saved_report"]


def saved_in_csv(path: Path) -> list[str]:
    """The saved reports of a CSV as JSON texts."""
    return _saved(path, lambda: pl.read_csv(path, columns=NEEDED, infer_schema=False))


def saved_in_parquet(path: Path) -> list[str]:
    """The same of a Parquet file."""
    return _saved(path, lambda: pl.read_parquet(path, columns=NEEDED))


def _saved(path: Path, read: Any) -> list[str]:
    where = str(path)
    try:
        frame: pl.DataFrame = read().with_columns(pl.col("report", "number").cast(pl.Int64))
        rows = frame.sort("report", "number", nulls_last=True).rows(named=True)
        numbers = sorted({row["report"] for row in rows})
        if None in numbers:
            raise ValueError("a row without the number of its report")
        return [_joined([row for row in rows if row["report"] == one], where, one) for one in numbers]
    except (OSError, ValueError, TypeError, KeyError, AttributeError, pl.exceptions.PolarsError) as fault:
        told = " ".join(str(fault).split())[:120]
        raise ReportError(f"is no table of saved reports, or damaged ({told})", where=where, remedy=DAMAGED) from None


def _joined(rows: list[dict[str, Any]], where: str, number: int) -> str:
    """One report put together again from its rows."""
    rest = [row["saved_report"] for row in rows if row["saved_report"]]
    statements = [row["saved_statement"] for row in rows if row["saved_statement"]]
    if len(rest) != 1:
        raise ReportError(f"the first row of report {number} is missing", where=where, remedy=DAMAGED)
    shape = json.loads(rest[0])
    wanted = shape["summary"]["statements"]
    if len(statements) != wanted:
        what = f"holds {len(statements)} of the {wanted} statements of report {number}"
        raise ReportError(what, where=where, remedy=DAMAGED)
    return json_text({**shape, "statements": [json.loads(one) for one in statements]})
