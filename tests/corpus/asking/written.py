"""A data set written by hand, row by row, so that every answer is known before it is asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from burdenshare.corpus.manifest import NAME, Options, begun
from burdenshare.corpus.sketches import sketched
from burdenshare.corpus.tables import TABLES, bytes_of, part_name

WORDS = " ".join(f"word{number}" for number in range(300))


@dataclass(frozen=True, slots=True)
class Told:
    """A statement as the archive keeps it. Its verdict is `then`, by the record of the day, where its text has a day,
    else the same by today's record."""

    text: str = "Poland spent 4.12 percent"
    claim: str = "share_of_gdp|POL|%|2024|||=4.12"
    then: str | None = "supported"
    speaker: str = ""
    topic: str = "figure"
    measure: str = "share_of_gdp"
    subject: tuple[str, ...] = ("POL",)
    words: str = "4.12 percent"
    answer: float | None = 4.12
    low: float | None = 4.115
    high: float | None = 4.125
    rule: str = ""
    reading: str = "release 2024-06"


@dataclass(frozen=True, slots=True)
class Text:
    """A document. `copy_of` is the place of the document whose copy it is; an inferred day stands in `more`, and then
    both clocks have answered."""

    published: date | None
    outlet: str = ""
    told: Sequence[Told] = ()
    fate: str = "read"
    copy_of: str = ""
    title: str = "A title"
    address: str = ""
    reason: str = ""
    body: str = ""
    left: Sequence[tuple[str, str]] = ()
    more: Mapping[str, Any] = field(default_factory=dict)


def write(folder: Path, *shards: Sequence[Text], finished: bool = True) -> Path:
    """The data set of these documents, a shard each sequence."""
    parts: dict[str, str] = {}
    for number, texts in enumerate(shards):
        tables: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
        for row, text in enumerate(texts):
            _document(tables, {"shard": number, "row": row, "document": f"{number}-{row}"}, text)
        for table, rows in tables.items():
            name = part_name(table, f"{number:06}")
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(bytes_of(rows, TABLES[table]))
            parts[name] = "not looked at"
    fates: dict[str, int] = {}
    for text in (one for held in shards for one in held):
        fates[text.fate] = fates.get(text.fate, 0) + 1
    made = begun("record", "2026-08-22", "plan", len(shards), ("by hand",), Options())
    (folder / NAME).write_bytes(replace(made, finished=finished, parts=parts, fates=fates).content())
    return folder


def _document(tables: dict[str, list[dict[str, Any]]], where: dict[str, Any], text: Text) -> None:
    told = {name: getattr(text, name) for name in ("published", "outlet", "fate", "title", "address", "reason")}
    place = f"by hand@{where['row']}"
    copied = {"copy_of": text.copy_of or None, "characters": 100, "statements": len(text.told)}
    known = {"published_from": "none" if text.published is None else "metadata"}
    tables["documents"].append({**where, **told, **copied, **known, "place": place, **text.more})
    if text.fate == "quarantined":
        tables["quarantine"].append({**where, "place": place, "stage": "judging", "reason": text.reason})
    if text.fate != "read":
        return
    tables["sketches"].append({**where, **sketched(text.body)})
    for number, one in enumerate(text.told, start=1):
        _statement(tables, {**where, "id": f"s{number}"}, text, one)
    for words, reason in text.left:
        tables["unaccounted"].append({**where, "start": 1, "end": 2, "text": words, "reason": reason})


def _statement(tables: dict[str, list[dict[str, Any]]], where: dict[str, Any], text: Text, one: Told) -> None:
    told = {name: getattr(one, name) for name in ("text", "claim", "speaker", "topic", "measure", "words", "answer")}
    question = one.claim.rpartition("|")[0]
    tables["statements"].append(
        {
            **where,
            **told,
            "published": text.published,
            "told_on": text.published,
            "subject": list(one.subject),
            "question": question,
            "answer_low": one.low,
            "answer_high": one.high,
            "kind": "fact",
            "start": 0,
            "end": len(one.text),
            "said": json.dumps({"text": one.text}),
        }
    )
    if one.then is not None:
        judged = {"verdict": one.then, "why": f"{one.then}, since", "reading": one.reading, "rule": one.rule}
        inferred = text.more.get("inferred")
        clocks = ["then"] if text.published else ["then", "now"] if inferred else ["now"]
        for clock in clocks:
            tables["verdicts"].append({**where, "clock": clock, **judged, "judged_on": text.published or inferred})
