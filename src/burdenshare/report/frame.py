"""Reports as a table: one row a statement, for analysts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import polars as pl

from burdenshare.checking.model import Checked, CheckedDocument, Judgement
from burdenshare.report.shape import finite

COLUMNS: dict[str, tuple[Any, str]] = {
    "document": (pl.String, "id of the document"),
    "published": (pl.Date, "day of the text, null where unknown"),
    "id": (pl.String, "id of the statement within its document"),
    "start": (pl.Int64, "offset of the first character in the text as given"),
    "end": (pl.Int64, "offset after the last character"),
    "text": (pl.String, "the words themselves"),
    "kind": (pl.String, "fact, promise, event, position"),
    "subject": (pl.List(pl.String), "ISO 3166 alpha-3 codes and group ids"),
    "measure": (pl.String, "measure id"),
    "comparator": (pl.String, "how the words compare"),
    "low": (pl.Float64, "the value as an interval in base units, null where open"),
    "high": (pl.Float64, "its upper end"),
    "unit": (pl.String, "unit of low and high"),
    "words": (pl.String, "the number as said"),
    "period": (pl.String, "year or ISO text"),
    "baseline": (pl.String, "baseline year of an increase"),
    "speaker": (pl.String, "canonical name, empty in the text's own voice"),
    "office": (pl.String, "office of the speaker on that day"),
    "mode": (pl.String, "quote, indirect, narration"),
    "modality": (pl.String, "how firmly it is said"),
    "issue": (pl.String, "of a position: what it is about"),
    "direction": (pl.String, "of a position: for, against, or empty"),
    "then": (pl.String, "verdict by what was published on the day, null where not judged"),
    "then_reading": (pl.String, "the reading that decided"),
    "then_recorded": (pl.Float64, "what the record says, base units"),
    "then_distance": (pl.Float64, "in distance_unit of the JSON shape"),
    "now": (pl.String, "verdict by the newest edition"),
    "now_reading": (pl.String, "the reading that decided"),
    "now_recorded": (pl.Float64, "what the record says, base units"),
    "now_distance": (pl.Float64, "in distance_unit of the JSON shape"),
    "price_low": (pl.Float64, "US dollars a year, the members' shortfalls summed"),
    "price_high": (pl.Float64, "its upper end, null where open"),
    "edition": (pl.Date, "day of the record's newest edition"),
}
"""Column name to type and meaning, in order."""

SCHEMA = {name: kind for name, (kind, _) in COLUMNS.items()}


def frame_of(documents: Iterable[CheckedDocument]) -> pl.DataFrame:
    """The statements of all `documents`, in order; an empty frame with the same columns where there are none."""
    rows = [row_of(document, entry) for document in documents for entry in document.checked]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def row_of(document: CheckedDocument, entry: Checked) -> dict[str, Any]:
    """One statement of `document` as a row of the table."""
    statement, value, price = entry.statement, entry.statement.value, entry.price
    return {
        "document": document.document.id,
        "published": document.document.published,
        "id": statement.id,
        "start": statement.span.start,
        "end": statement.span.end,
        "text": statement.text,
        "kind": statement.kind.value,
        "subject": list(statement.subject),
        "measure": statement.measure,
        "comparator": statement.comparator,
        "low": None if value is None else finite(value.low),
        "high": None if value is None else finite(value.high),
        "unit": statement.unit,
        "words": statement.words,
        "period": statement.period,
        "baseline": statement.baseline,
        "speaker": statement.speaker.name,
        "office": statement.speaker.office,
        "mode": statement.speaker.mode.value,
        "modality": statement.modality.value,
        "issue": statement.issue,
        "direction": statement.direction,
        **_answer("then", entry.then),
        **_answer("now", entry.now),
        "price_low": None if price is None else finite(price.total_low),
        "price_high": None if price is None else finite(price.total_high),
        "edition": document.edition,
    }


def _answer(clock: str, judgement: Judgement | None) -> dict[str, Any]:
    return {
        clock: None if judgement is None else judgement.verdict.value,
        f"{clock}_reading": None if judgement is None else judgement.reading,
        f"{clock}_recorded": None if judgement is None else finite(judgement.recorded),
        f"{clock}_distance": None if judgement is None else finite(judgement.distance),
    }
