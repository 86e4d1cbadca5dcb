"""One story made from the statements of a data set that are about something: an ally, a measure, a speaker."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from burdenshare.checking.model import Checked, CheckedDocument, Judgement, Verdict
from burdenshare.checking.stories import tell
from burdenshare.checking.stories.story import Prints
from burdenshare.corpus.asking.about import WHERE, About
from burdenshare.corpus.asking.asking import Asking
from burdenshare.errors import InputError
from burdenshare.reading.model import Document, Fingerprint
from burdenshare.record import Record
from burdenshare.report.saved.parts import Part
from burdenshare.report.saved.said import statement
from burdenshare.report.stories.story import StoryReport

MOST = 200
"""Texts of a story, the newest: more than anybody reads, and told in seconds."""
BESIDE = 200
"""Prints of these texts that are named beside them."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """The story, and how much of the data set it tells: `told` texts of `all` that are about it."""

    story: StoryReport
    told: int
    all: int


def story_about(asking: Asking, record: Record, wanted: About) -> Found:
    """The story of what fits, from the newest texts that hold it. Raises InputError: nothing fits."""
    condition, values = wanted.condition()
    chosen = f"SELECT DISTINCT shard, row, published FROM said WHERE {condition}"
    texts = asking.ask(f"{chosen} ORDER BY published DESC NULLS LAST, shard, row", values).rows
    if not texts:
        remedy = "name less, or other days"
        raise InputError(f"no statement of the data set is about {wanted}", where=WHERE, remedy=remedy)
    kept = {(shard, row) for shard, row, _ in texts[:MOST]}
    texts_in = _Texts(asking, condition, values, kept)
    documents, prints = texts_in.documents(record)
    return Found(StoryReport(tell(documents, record, prints), record), len(kept), len(texts))


@dataclass(frozen=True, slots=True)
class _Texts:
    """The chosen texts with the statements that fit. `values` are the parameters of `condition`."""

    asking: Asking
    condition: str
    values: Mapping[str, Any]
    kept: set[tuple[int, int]] = field(default_factory=set)

    def documents(self, record: Record) -> tuple[list[CheckedDocument], Prints]:
        """The texts and their exact copies as checked documents, and which of them are prints of one."""
        statements, verdicts, rows = self._statements(), self._verdicts(), self._prints()
        edition = max((one["edition"] for held in verdicts.values() for one in held), default=record.edition)
        made = self.asking.data.manifest
        documents: list[CheckedDocument] = []
        groups: dict[str, list[tuple[int, float]]] = {}
        for place, row in enumerate(rows):
            key = (row["read_shard"], row["read_row"])
            checked = tuple(_checked(one, verdicts.get((*key, one["id"]), [])) for one in statements.get(key, []))
            documents.append(CheckedDocument(_document(row), edition, made.code, made.record, checked, ()))
            if row["voice"]:
                groups.setdefault(row["voice"], []).append((place, row["likeness"]))
        several = [held for held in groups.values() if len(held) > 1]
        likeness = [min(alike for _, alike in held) for held in several]
        return documents, Prints([[place for place, _ in held] for held in several], likeness)

    def _statements(self) -> dict[tuple[int, int], list[Row]]:
        sql = f"""SELECT s.shard, s.row, s.id, s.said FROM statements AS s
            JOIN (SELECT shard, row, id FROM said WHERE {self.condition}) USING (shard, row, id) {self._chosen}
            ORDER BY s.shard, s.row, s.start, s.id"""
        found: dict[tuple[int, int], list[Row]] = {}
        for row in self._asked(sql, dict(self.values)):
            found.setdefault((row["shard"], row["row"]), []).append(row)
        return found

    def _verdicts(self) -> dict[tuple[int, int, str], list[Row]]:
        found: dict[tuple[int, int, str], list[Row]] = {}
        for row in self._asked(f"SELECT s.* FROM verdicts AS s {self._chosen} ORDER BY s.shard, s.row, s.id, s.clock"):
            found.setdefault((row["shard"], row["row"], row["id"]), []).append(row)
        return found

    def _prints(self) -> Sequence[Row]:
        """The texts in order of the days, then of the archive, and beside them some of their copies."""
        sql = f"""SELECT s.*, d.inferred, d.dated_by, d.characters, d.document, d.text, c.voice, c.likeness
            FROM prints AS s
            JOIN documents AS d ON d.shard = s.shard AND d.row = s.row
            LEFT JOIN copies AS c ON c.shard = s.shard AND c.row = s.row
            {self._chosen.replace("s.shard", "s.read_shard").replace("s.row", "s.read_row")}
            ORDER BY s.published NULLS LAST, s.shard, s.row"""
        rows = self._asked(sql)
        beside = [row for row in rows if row["fate"] == "copy"][:BESIDE]
        return [row for row in rows if row["fate"] == "read" or row in beside]

    @property
    def _chosen(self) -> str:
        return (
            "JOIN (SELECT unnest($shards) AS shard, unnest($rows) AS row) AS k ON k.shard = s.shard AND k.row = s.row"
        )

    def _asked(self, sql: str, values: dict[str, Any] | None = None) -> Sequence[Row]:
        ordered = sorted(self.kept)
        places = {"shards": [shard for shard, _ in ordered], "rows": [row for _, row in ordered]}
        return self.asking.ask(sql, {**(values or {}), **places}).named()


def _document(row: Row) -> Document:
    text = row["text"]
    told: dict[str, Any] = {
        "id": row["document"],
        "published": row["published"] or row["inferred"],
        "published_from": row["published_from"],
        "dated_by": row["dated_by"] or "",
        "title": row["title"] or _place_of(row),
        "outlet": row["outlet"] or "",
        "author": row["author"] or "",
    }
    if text is None:
        return Document(text="", not_kept=Fingerprint(row["characters"], row["document"]), **told)
    return Document(text=text, **told)


def _place_of(row: Row) -> str:
    """What a text without a title is headed by: its address without what every address has, else its file and place in
    it, `news.jsonl@169`."""
    if row["address"]:
        return re.sub(r"^[a-z]+://(?:www\.)?", "", row["address"]).rstrip("/")
    return str(row["place"] or "").replace("\\", "/").rpartition("/")[2]


def _checked(row: Row, verdicts: Sequence[Row]) -> Checked:
    answers = {one["clock"]: _judgement(one) for one in verdicts}
    return Checked(statement(Part(json.loads(row["said"]))), answers.get("then"), answers.get("now"))


def _judgement(row: Row) -> Judgement:
    return Judgement(
        verdict=Verdict(row["verdict"]),
        on=row["judged_on"],
        reading=row["reading"],
        recorded=row["recorded"],
        unit=row["unit"],
        distance=row["distance"],
        distance_unit=row["distance_unit"],
        band=None,
        why=row["why"],
        rule=row["rule"],
    )
