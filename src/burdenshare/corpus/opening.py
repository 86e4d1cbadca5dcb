"""The records of a shard, each looked at once: what is on the subject is opened, hashed and kept for judging."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

from burdenshare.corpus.gate import may_concern
from burdenshare.corpus.model import Broken, Entry, Fate, Kind, Poison, Shard, Watch
from burdenshare.corpus.sources import files, lines, rows, warc
from burdenshare.corpus.sources.streams import shown, unchanged
from burdenshare.corpus.spool import Spool
from burdenshare.errors import InputError
from burdenshare.reading.inputs import held_in
from burdenshare.reading.model import Document
from burdenshare.uncollected import uncollected

Row = dict[str, Any]
MOST_REASON = 200


def entries_of(shard: Shard, on_field: str | None) -> Iterator[Entry | Broken]:
    """The records of a shard in their order. Raises InputError: its files are not what they were."""
    if shard.kind is Kind.FILES:
        yield from files.entries(shard.files)
        return
    readers = {Kind.LINES: lines.entries, Kind.ROWS: rows.entries, Kind.WARC: warc.entries}
    unchanged(shard.files[0])
    yield from readers[shard.kind](shard.path, shard.begin, shard.end, on_field)
    unchanged(shard.files[0])  # nor while it was read


def gathered(shard: Shard, on_field: str | None, poison: Poison, watch: Watch, spool: Spool) -> Iterator[Row]:
    """One row a document of the shard. `watch` is told of each record before anything is done with it; `spool` has
    those that were opened before. Raises InputError: the sources cannot be read, or have changed."""
    number = 0
    entries = entries_of(shard, on_field)
    while True:
        if number == poison.cut:
            told = f"{poison.reason}; what follows in the shard is not read"
            yield _row(shard, number, _place(shard), Fate.QUARANTINED, reason=told)
            return
        watch.reading(number)
        entry = next(entries, None)
        if entry is None:
            return
        rows = _opened(shard, number, entry, poison, watch, spool)
        yield from rows
        number += len(rows)


def _place(shard: Shard) -> str:
    return f"{shown(shard.path)}@{shard.begin}" if shard.kind is not Kind.FILES else shown(shard.path)


def _opened(shard: Shard, number: int, entry: Entry | Broken, poison: Poison, watch: Watch, spool: Spool) -> list[Row]:
    """The rows of one record: set aside, done before, or made now."""
    if number in spool.held:
        held: list[Row] = spool.held.pop(number)
        return held
    if number in poison.records:
        return [_set_aside(shard, number, entry, poison.records[number])]
    watch.working(number, entry.source.data if isinstance(entry, Entry) else b"")
    try:
        rows = _made(shard, number, entry)
    except MemoryError:
        raise
    except Exception as fault:  # a page that no rule foresaw: set aside at once, for it would fail again
        rows = [_set_aside(shard, number, entry, crashed(fault))]
    spool.add(number, rows)
    return rows


@uncollected
def _made(shard: Shard, number: int, entry: Entry | Broken) -> list[Row]:
    """The rows of one record, made without the garbage collector: a page's tree is freed when nobody holds it."""
    return list(rows_of(shard, number, entry))


def _set_aside(shard: Shard, number: int, entry: Entry | Broken, reason: str) -> Row:
    if isinstance(entry, Broken):
        return _row(shard, number, entry.place, Fate.QUARANTINED, reason=reason)
    told = sha256(entry.source.data).hexdigest()
    return _row(shard, number, entry.place, Fate.QUARANTINED, reason=reason, document=told, address=entry.address)


def crashed(fault: Exception) -> str:
    """Why a record is set aside that made a rule fail."""
    return f"crash ({type(fault).__name__})"


def rows_of(shard: Shard, number: int, entry: Entry | Broken) -> Iterator[Row]:
    """The rows of one record from `number` on: mostly one, more where the record holds several documents."""
    if isinstance(entry, Broken):
        yield _row(shard, number, entry.place, Fate.UNREAD, reason=entry.reason)
        return
    if not may_concern(entry.source.data):
        told = sha256(entry.source.data).hexdigest()
        yield _row(shard, number, entry.place, Fate.OTHER, document=told, address=entry.address)
        return
    faults: list[InputError] = []
    try:
        for document in held_in(entry.source, on_fault=faults.append).documents:
            yield _of_document(shard, number, entry, _told(document, entry))
            number += 1
    except InputError as fault:
        faults.append(fault)
    for one in faults:
        yield _row(shard, number, entry.place, Fate.UNREAD, reason=one.what[:MOST_REASON], address=entry.address)
        number += 1


def _told(document: Document, entry: Entry) -> Document:
    """The document with what its source says of it, where it does not say so itself."""
    day: date | None = entry.published
    dated = document if day is None else replace(document, published=day, published_from="metadata")
    return replace(
        dated,
        title=document.title or entry.title,
        outlet=document.outlet or entry.outlet,
        author=document.author or entry.author,
    )


def _of_document(shard: Shard, number: int, entry: Entry, document: Document) -> Row:
    fate = Fate.READ if may_concern(document.text.encode("utf-8", "replace")) else Fate.OTHER
    text = document.text if fate is Fate.READ else None
    return _row(
        shard,
        number,
        entry.place,
        fate,
        document=document.fingerprint.sha256,
        address=entry.address,
        published=document.published,
        published_from=document.published_from,
        title=document.title,
        outlet=document.outlet,
        author=document.author,
        characters=len(document.text),
        text=text,
    )


def _row(shard: Shard, number: int, place: str, fate: Fate, **told: Any) -> Row:
    return {"shard": shard.number, "row": number, "place": place, "fate": fate.value, **told}
