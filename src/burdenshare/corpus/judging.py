"""Gathered documents become the rows of a data set: each text is read and judged once, by the record of the run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from burdenshare.checking.check import check_reading
from burdenshare.checking.model import Checked, CheckedDocument, Judgement
from burdenshare.corpus.claims import claimed
from burdenshare.corpus.model import Fate, Poison, Watch
from burdenshare.corpus.opening import crashed
from burdenshare.corpus.sketches import sketched
from burdenshare.corpus.spool import Spool
from burdenshare.corpus.tables import TABLES, Part
from burdenshare.errors import DateError, InputError
from burdenshare.reading.inputs import judged_day
from burdenshare.reading.model import INFERRED, Document, Unaccounted
from burdenshare.reading.read import read
from burdenshare.record import Record
from burdenshare.report.frame import row_of
from burdenshare.report.shape import finite
from burdenshare.uncollected import uncollected

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judging:
    """What all texts of a run are judged by, beside the record: the day on which it began, so that one that goes on
    tomorrow finds the same texts dated in the future."""

    today: date
    with_text: bool = False


def judged(
    gathered: Sequence[Mapping[str, Any]],
    copies: Mapping[int, str],
    record: Record,
    poison: Poison,
    watch: Watch,
    spool: Spool,
    judging: Judging,
) -> dict[str, Part]:
    """The rows of every table. `copies`: rows whose text was read elsewhere, with where; `watch` is told of each text
    before it is read; `spool` has those that were read before."""
    tables = {name: Part(columns) for name, columns in TABLES.items()}
    for row in gathered:
        number = row["row"]
        if number in spool.held:
            found = spool.held.pop(number)
        elif row["fate"] != Fate.READ or number in copies or number in poison.records:
            found = passed(row, copies.get(number), poison.records.get(number))
        else:
            watch.working(number, (row["text"] or "").encode("utf-8", "replace"))
            found = _guarded(row, record, judging)
            spool.add(number, found)
        for table, rows in found.items():
            tables[table].add(rows)
    return tables


def _guarded(row: Mapping[str, Any], record: Record, judging: Judging) -> dict[str, list[Row]]:
    """A text read; one that makes a rule fail is set aside at once, for it would fail again."""
    try:
        return read_row(row, record, judging)
    except MemoryError:
        raise
    except Exception as fault:
        return passed(row, None, crashed(fault))


def passed(row: Mapping[str, Any], copy: str | None, poison: str | None) -> dict[str, list[Row]]:
    """The rows of a record that is not read here."""
    document = _document(row)
    if row["fate"] == Fate.QUARANTINED:
        return {"documents": [document], "quarantine": [_quarantined(row, "gathering", row["reason"])]}
    if copy is not None:
        return {"documents": [{**document, "fate": Fate.COPY.value, "copy_of": copy}]}
    if poison is not None:
        quarantined = {**document, "fate": Fate.QUARANTINED.value, "reason": poison}
        return {"documents": [quarantined], "quarantine": [_quarantined(row, "judging", poison)]}
    return {"documents": [document]}


def _document(row: Mapping[str, Any]) -> Row:
    return {name: row.get(name) for name in TABLES["documents"]} | {"statements": 0, "text": None}


@uncollected
def read_row(
    row: Mapping[str, Any], record: Record, judging: Judging, told: Callable[[CheckedDocument], None] | None = None
) -> dict[str, list[Row]]:
    """The rows of a gathered text; `told` is given what they are made from."""
    document = _document(row)
    try:
        checked = _checked(row, record, judging.today)
    except InputError as fault:
        return {"documents": [{**document, "fate": Fate.UNREAD.value, "reason": fault.what}]}
    if told is not None:
        told(checked)
    document["statements"] = len(checked.checked)
    document |= _dated(checked.document)
    document["text"] = row["text"] if judging.with_text and checked.checked else None
    where = {"shard": row["shard"], "row": row["row"], "document": row["document"]}
    told_of = {**where, "published": document["published"]}
    statements = [
        {**row_of(checked, entry), **told_of, **claimed(entry, checked.document, record)} for entry in checked.checked
    ]
    verdicts = [
        _verdict(where, entry, clock, judgement, checked.edition)
        for entry in checked.checked
        for clock, judgement in (("then", entry.then), ("now", entry.now))
        if judgement is not None
    ]
    unaccounted = [_left(where, checked, one) for one in checked.unaccounted]
    return {
        "documents": [document],
        "statements": statements,
        "verdicts": verdicts,
        "unaccounted": unaccounted,
        "sketches": [{**where, **sketched(checked.document.text)}],
    }


def _dated(document: Document) -> Row:
    """The columns of a text's day. An inferred one stands for a window of days, all of which give the same answers: it
    is told apart, so that nothing is counted, ordered or called refuted by a day that nobody told."""
    if document.published_from == INFERRED:
        return {
            "published": None,
            "published_from": INFERRED,
            "inferred": document.published,
            "dated_by": document.dated_by,
        }
    return {"published": document.published, "published_from": document.published_from}


def _left(where: Row, checked: CheckedDocument, one: Unaccounted) -> Row:
    words = checked.document.text[one.span.start : one.span.end]
    return {**where, "start": one.span.start, "end": one.span.end, "text": words, "reason": one.reason}


def _checked(row: Mapping[str, Any], record: Record, today: date) -> CheckedDocument:
    published: date | None = row["published"]
    document = Document(
        id=row["document"],
        text=row["text"] or "",
        published=None if published is None else _past(published, today, row["place"]),
        published_from=row.get("published_from") or "none",
        title=row["title"] or "",
        outlet=row["outlet"] or "",
        author=row["author"] or "",
    )
    return check_reading(read(document, record), record)


def _past(day: date, today: date, where: str) -> date:
    """`day`, unless it lies before the record begins or behind the day on which the run began. Raises DateError."""
    known = judged_day(day, where=where)
    if known > today:
        raise DateError(f"{known.isoformat()} is in the future", where=where)
    return known


def _verdict(where: Row, entry: Checked, clock: str, found: Judgement, edition: date) -> Row:
    return {
        **where,
        "id": entry.statement.id,
        "clock": clock,
        "verdict": found.verdict.value,
        "why": found.why,
        "reading": found.reading,
        "rule": found.rule,
        "judged_on": found.on,
        "recorded": finite(found.recorded),
        "unit": found.unit,
        "distance": finite(found.distance),
        "distance_unit": found.distance_unit,
        "release": max((one.release for one in found.evidence), default=""),
        "edition": edition,
    }


def _quarantined(row: Mapping[str, Any], stage: str, reason: str) -> Row:
    return {"shard": row["shard"], "row": row["row"], "place": row["place"], "stage": stage, "reason": reason}
