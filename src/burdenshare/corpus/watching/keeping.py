"""From an entry to what is kept of it: its documents, the article as it is known now, the lines that are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from burdenshare.corpus.judging import Judging, passed
from burdenshare.corpus.model import Fate
from burdenshare.corpus.tables import DOCUMENTS
from burdenshare.corpus.watching.articles import (
    Got,
    Later,
    Missed,
    Unchanged,
    name_of,
    on_its_page,
    place_of,
    told_in_feed,
)
from burdenshare.corpus.watching.lines import told_of
from burdenshare.corpus.watching.manners import Manners
from burdenshare.corpus.watching.memory import Memory
from burdenshare.corpus.watching.model import Clock, Feed, Judged, Known, Row, Told, Waiting
from burdenshare.corpus.watching.reader import PoisonError, Reader

Tables = dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of an entry: the fates of its documents, what is told, or when it is tried again and why."""

    fates: Sequence[str] = ()
    told: Sequence[Told] = ()
    later: str = ""


@dataclass(frozen=True, slots=True)
class _Documents:
    tables: list[Tables] = field(default_factory=list)
    contradicted: list[Row] = field(default_factory=list)


class Keeper:
    """Reads what waits, and keeps it."""

    def __init__(self, memory: Memory, manners: Manners, reader: Reader, clock: Clock, with_text: bool) -> None:
        self._memory = memory
        self._manners = manners
        self._reader = reader
        self._clock = clock
        self._with_text = with_text

    def address(self, feed: Feed, one: Waiting) -> str:
        """What has to be asked for an entry; empty where nothing has."""
        if not feed.page or self._shared(feed, one, self._memory.article(name_of(feed, one.found))):
            return ""
        return one.found.link

    def keep(self, feed: Feed, one: Waiting) -> Kept:
        """Read an entry, and keep what becomes of it: one step."""
        known = self._memory.article(name_of(feed, one.found))
        if self._shared(feed, one, known):
            return self._copied(feed, one, known)
        now = self._clock.now()
        today = _day(now)
        if feed.page:
            got = on_its_page(feed, one, known, self._manners, now, self._memory.token, today)
        else:
            got = told_in_feed(feed, one.found, today)
        if isinstance(got, Later):
            self._memory.waits(one, got.due, tried=got.tried)
            return Kept(later=got.reason)
        if isinstance(got, Unchanged) and known is not None:
            self._memory.read(one, [], known, [])
            return Kept()
        if isinstance(got, Got):
            return self._opened(feed, one, known, got)
        reason = got.reason if isinstance(got, Missed) else "answered 304 to a first request"
        return self._single(one, _row(feed, one, known, Fate.UNREAD, reason=reason), known)

    def _shared(self, feed: Feed, one: Waiting, known: Known | None) -> bool:
        """Whether another feed has brought this very article already: it is not asked for again."""
        return known is not None and feed.page and not one.changed and known.feed != feed.url

    def _copied(self, feed: Feed, one: Waiting, known: Known | None) -> Kept:
        assert known is not None
        told = {"copy_of": f"{known.shard}:{known.row}", "document": known.digest}
        return self._single(one, _row(feed, one, None, Fate.COPY, **told), known)

    def _single(self, one: Waiting, document: Row, known: Known | None) -> Kept:
        """An entry that is one document without anything read in it."""
        shard, row = self._memory.next_place(_day(self._clock.now()))
        self._memory.read(one, [{"documents": [{**document, "shard": shard, "row": row}]}], known, [])
        return Kept([document["fate"]])

    def _opened(self, feed: Feed, one: Waiting, known: Known | None, got: Got) -> Kept:
        """An article that came: opened, and judged where its text is new."""
        try:
            rows = self._reader.opened(got.entry)
        except PoisonError as fault:
            rows = [_row(feed, one, known, Fate.QUARANTINED, reason=str(fault))]
        same = known is not None and len(rows) == 1 and rows[0].get("document") == known.digest
        if known is not None and same:
            self._memory.read(one, [], known, [])
            return Kept()
        shard, first = self._memory.next_place(_day(self._clock.now()))
        version = 1 if known is None else known.version + 1
        documents = _Documents()
        for number, row in enumerate(rows, start=first):
            place = {"shard": shard, "row": number, "place": place_of(feed, one.found, version), "outlet": feed.outlet}
            judged = self._judged({**row, **place})
            documents.tables.append(judged.tables)
            documents.contradicted.extend(judged.contradicted)
        return self._committed(feed, one, known, got, documents)

    def _judged(self, row: Row) -> Judged:
        """One document: read here, or known from elsewhere, or not on the subject."""
        if row["fate"] != Fate.READ:
            return Judged(passed(row, None, None))
        there = self._memory.place_of(row["document"])
        if there is not None:
            return Judged(passed(row, f"{there[0]}:{there[1]}", None))
        try:
            return self._reader.judged(row, Judging(_day(self._clock.now()), self._with_text))
        except PoisonError as fault:
            return Judged(passed(row, None, str(fault)))

    def _committed(self, feed: Feed, one: Waiting, known: Known | None, got: Got, documents: _Documents) -> Kept:
        heads = [tables["documents"][0] for tables in documents.tables]
        fates = [head["fate"] for head in heads]
        if not heads or all(fate in (Fate.UNREAD, Fate.QUARANTINED) for fate in fates):
            self._memory.read(one, documents.tables, known, [])  # the version before stands
            return Kept(fates)
        head = heads[0]
        version = 1 if known is None else known.version + 1
        name = name_of(feed, one.found)
        digest = head["document"] or ""
        new = Known(name, version, digest, head["shard"], head["row"], feed.url, got.etag, got.modified)
        moment = datetime.fromtimestamp(self._clock.now(), UTC).isoformat(timespec="seconds")
        earlier = self._memory.told_of(name)
        copied = Fate.COPY in fates
        told = [] if copied else told_of(new, head, documents.contradicted, earlier, feed, one.found, moment)
        self._memory.read(one, documents.tables, new, told)
        return Kept(fates, told)


def _row(feed: Feed, one: Waiting, known: Known | None, fate: Fate, **told: object) -> Row:
    """A document of which nothing was opened."""
    version = 1 if known is None else known.version + 1
    found = one.found
    return {
        **dict.fromkeys(DOCUMENTS),
        "place": place_of(feed, found, version),
        "address": found.link,
        "published": found.day,
        "published_from": "none" if found.day is None else "metadata",
        "title": found.title,
        "outlet": feed.outlet,
        "author": found.author,
        "statements": 0,
        "fate": fate.value,
        **told,
    }


def _day(now: float) -> date:
    return datetime.fromtimestamp(now, UTC).date()
