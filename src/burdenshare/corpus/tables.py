"""The tables of a data set: their columns, and how a part of one becomes the same bytes wherever it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import polars as pl

from burdenshare.report.frame import COLUMNS

GROUP = 50_000
"""Rows of a row group."""
LEVEL = 3
"""Of zstd."""
HELD = 2_000
"""Rows of a table that are held as rows."""

ID = {
    "shard": (pl.Int32, "number of the shard"),
    "row": (pl.Int32, "number of the record in its shard, from 0"),
}

DOCUMENTS: dict[str, tuple[Any, str]] = {
    **ID,
    "document": (pl.String, "id of the document: hash of its text, or of its bytes where it was not opened"),
    "place": (pl.String, "where the record lies: file and line, row or byte"),
    "address": (pl.String, "address of the page, empty where none is known"),
    "fate": (pl.String, "read, copy, other, unread or quarantined"),
    "copy_of": (pl.String, "shard:row of the record in which the same text was read"),
    "reason": (pl.String, "why it is unread or quarantined"),
    "published": (pl.Date, "day of the text as its source or its own lines tell it, null where none does"),
    "published_from": (
        pl.String,
        "how the day is known: metadata or dateline; inferred or none if nothing tells it",
    ),
    "inferred": (pl.Date, "a day that the offices and events in the text leave, where nothing tells one; null else"),
    "dated_by": (pl.String, "between which days an inferred one lies, and by which words"),
    "title": (pl.String, "its title"),
    "outlet": (pl.String, "who published it"),
    "author": (pl.String, "who wrote it"),
    "characters": (pl.Int64, "length of the text, 0 where it was not opened"),
    "statements": (pl.Int32, "statements read in it"),
    "text": (pl.String, "the text itself, where it was asked for (--with-text) and it holds a statement"),
}

OF_STATEMENT = ("start", "end", "text", "kind", "subject", "measure", "comparator", "low", "high", "unit", "words")
SAID = ("period", "baseline", "speaker", "office", "mode", "modality", "issue", "direction", "price_low", "price_high")

STATEMENTS: dict[str, tuple[Any, str]] = {
    **ID,
    "document": (pl.String, "id of the document"),
    "published": (pl.Date, "day of the text, null where nothing tells it"),
    "id": COLUMNS["id"],
    **{name: COLUMNS[name] for name in (*OF_STATEMENT, *SAID)},
    "told_on": (pl.Date, "day of what is told: of the speech where the words name it, else of the text; null if none"),
    "question": (pl.String, "the question that it answers, one key across wordings; empty where it is no question"),
    "topic": (pl.String, "what sort of question: count, figure, in_force, target, occasion, age, members or office"),
    "answer": (pl.Float64, "the number as said, in the unit of the question; null where no number answers it"),
    "answer_low": (pl.Float64, "what its words allow, in the unit of the question; null where open"),
    "answer_high": (pl.Float64, "its upper end"),
    "claim": (pl.String, "the question with its answer: two statements with the same claim say the same"),
    "said": (pl.String, "the statement as it was read, as JSON: what a story is made from"),
}

VERDICTS: dict[str, tuple[Any, str]] = {
    **ID,
    "document": (pl.String, "id of the document"),
    "id": COLUMNS["id"],
    "clock": (pl.String, "then or now; then by an inferred day where nothing tells one"),
    "verdict": (pl.String, "supported, depends, close, contradicted, unverifiable or ambiguous"),
    "why": (pl.String, "in one sentence"),
    "reading": (pl.String, "the reading that decided"),
    "rule": (pl.String, "the rule that decided"),
    "judged_on": (pl.Date, "day of the clock"),
    "recorded": (pl.Float64, "what the record says, base units"),
    "unit": (pl.String, "unit of recorded"),
    "distance": (pl.Float64, "how far it is off"),
    "distance_unit": (pl.String, "unit of distance"),
    "release": (pl.String, "the newest release of the evidence"),
    "edition": (pl.Date, "day of the record's edition"),
}

SKETCHES: dict[str, tuple[Any, str]] = {
    **ID,
    "document": (pl.String, "id of the document"),
    "runs": (pl.Int32, "distinct runs of words in its text"),
    "sketch": (pl.Binary, "the least run of every bin, numbers of four bytes: by it near copies are found"),
}

UNACCOUNTED: dict[str, tuple[Any, str]] = {
    **ID,
    "document": (pl.String, "id of the document"),
    "start": (pl.Int64, "offset of the first character"),
    "end": (pl.Int64, "offset after the last one"),
    "text": (pl.String, "the words"),
    "reason": (pl.String, "why they ended in no statement"),
}

QUARANTINE: dict[str, tuple[Any, str]] = {
    **ID,
    "place": (pl.String, "where the record lies"),
    "stage": (pl.String, "gathering or judging"),
    "reason": (pl.String, "crash, time or memory"),
}

GATHERED: dict[str, tuple[Any, str]] = {
    name: kind for name, kind in DOCUMENTS.items() if name not in ("copy_of", "statements", "inferred", "dated_by")
}
"""Between the stages: every record, with the text of those that are to be judged."""

SEEN: dict[str, tuple[Any, str]] = {**ID, **{name: DOCUMENTS[name] for name in ("document", "published")}}
"""Between the stages: the texts that are to be judged, by their hashes, and their days."""

TABLES = {
    "documents": DOCUMENTS,
    "statements": STATEMENTS,
    "verdicts": VERDICTS,
    "unaccounted": UNACCOUNTED,
    "quarantine": QUARANTINE,
    "sketches": SKETCHES,
}
"""The tables of a finished data set."""

Rows = Sequence[Mapping[str, Any]]


def part_name(table: str, shard: str) -> str:
    """Where the part of a shard lies: `statements/part-000042.parquet`."""
    return f"{table}/part-{shard}.parquet"


class Part:
    """The rows of a table for one shard as they come. Few are held as rows at once, the others as columns, which take a
    tenth of the room: a shard of articles on the subject has hundreds of thousands."""

    def __init__(self, columns: Mapping[str, tuple[Any, str]]) -> None:
        self._schema = {name: kind for name, (kind, _) in columns.items()}
        self._rows: list[Mapping[str, Any]] = []
        self._frames: list[pl.DataFrame] = []

    def add(self, rows: Rows) -> None:
        """Append rows."""
        self._rows += rows
        if len(self._rows) >= HELD:
            self._pack()

    def frame(self) -> pl.DataFrame:
        """All rows in the order in which they came."""
        self._pack()
        return pl.concat(self._frames, rechunk=True)

    def content(self) -> bytes:
        """As Parquet: the same rows give the same bytes with the writer that the manifest names."""
        out = BytesIO()
        self.frame().write_parquet(
            out, compression="zstd", compression_level=LEVEL, row_group_size=GROUP, statistics=True
        )
        return out.getvalue()

    def _pack(self) -> None:
        if not self._rows and self._frames:
            return
        columns = {  # made column by column: from rows it takes four times as long
            name: pl.Series(name, [row.get(name) for row in self._rows], dtype=kind)
            for name, kind in self._schema.items()
        }
        self._frames.append(pl.DataFrame(columns, schema=self._schema))
        self._rows = []


def bytes_of(rows: Rows, columns: Mapping[str, tuple[Any, str]]) -> bytes:
    """Rows that are all there as Parquet."""
    part = Part(columns)
    part.add(rows)
    return part.content()


def rows_in(content: bytes) -> list[dict[str, Any]]:
    """The rows of a part."""
    return pl.read_parquet(BytesIO(content)).rows(named=True)
