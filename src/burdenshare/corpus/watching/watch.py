"""A watch from its first request to its last: whatever is due is done, one thing after another, and each is kept before
the next begins."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from burdenshare._version import __version__
from burdenshare.corpus import manifest
from burdenshare.corpus.locking import alone
from burdenshare.corpus.sources.streams import is_remote
from burdenshare.corpus.storage import LocalStorage
from burdenshare.corpus.tables import TABLES
from burdenshare.corpus.watching.keeping import Keeper
from burdenshare.corpus.watching.manners import Manners
from burdenshare.corpus.watching.memory import NAME, Memory
from burdenshare.corpus.watching.model import Clock, Feed, Standing, Watchlist
from burdenshare.corpus.watching.polling import polled
from burdenshare.corpus.watching.publishing import Publisher, manifest_of
from burdenshare.corpus.watching.queue import Queue
from burdenshare.corpus.watching.reader import Reader
from burdenshare.corpus.watching.timing import MOST_ASKED
from burdenshare.errors import InputError
from burdenshare.reading.documents.reach import PUBLIC, Policy
from burdenshare.record import Record

GRACE = 60.0
"""Seconds by which a feed may be asked early: who starts a watch every half an hour never comes at the very second."""
OFTEN = 20
"""Entries after which what others read is brought in step, while more are waiting."""
NEVER = float("inf")
GLANCE = 3600.0
"""Seconds of sleep at most, for a clock may be set."""


class SystemClock:
    """The computer's clock."""

    def now(self) -> float:
        return time.time()

    def sleep(self, seconds: float) -> None:
        time.sleep(max(0.0, seconds))


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, for people: of which feed, and in words. `bad`: it did not go as it should."""

    feed: str
    told: str
    bad: bool = False


@dataclass
class Summary:
    """What a watch has done since it was started."""

    asked: int = 0
    unchanged: int = 0
    new: int = 0
    changed: int = 0
    told: int = 0
    fates: Counter[str] = field(default_factory=Counter)
    failed: dict[str, str] = field(default_factory=dict)


Tell = Callable[[Event], None]


@dataclass(frozen=True, slots=True)
class Means:
    """What a watch works with, beside its feeds and its folder: who reads, the clock, how far it may go, who is told of
    what happens, and whether texts are kept."""

    reader: Reader
    clock: Clock = field(default_factory=SystemClock)
    policy: Policy = PUBLIC
    tell: Tell = lambda event: None
    with_text: bool = False


class Watch:
    """A watch that holds its folder."""

    def __init__(self, watchlist: Watchlist, memory: Memory, publisher: Publisher, means: Means) -> None:
        self.summary = Summary()
        self._feeds = {one.url: one for one in watchlist.feeds}
        self._memory = memory
        self._publisher = publisher
        self._means = means
        self._clock = means.clock
        self._manners = Manners(watchlist, memory, means.clock, means.policy)
        self._keeper = Keeper(memory, self._manners, means.reader, means.clock, means.with_text)

    def once(self) -> None:
        """Ask every feed that is due, and read what is new."""
        self._publisher.publish()  # what a watch that was killed had kept
        try:
            self._ask(GRACE)
            self._read(lambda: False)
        finally:
            self._settle()

    def forever(self) -> None:
        """Go on until somebody ends it, or every feed is gone."""
        self._publisher.publish()
        try:
            while True:
                self._ask(0.0)
                self._read(lambda: self._next_feed() <= self._clock.now())
                self._publisher.publish()
                due = self._next()
                if due == NEVER:
                    return
                self._clock.sleep(min(max(due - self._clock.now(), 0.0), GLANCE))
        finally:
            self._settle()

    def _settle(self) -> None:
        """Bring what others read in step before the end; some press Ctrl-C twice, which keeps us from nothing."""
        try:
            self._publisher.publish()
        except KeyboardInterrupt:
            self._publisher.publish()

    # Feeds -----------------------------------------------------------------------------------------------------------

    def _ask(self, early: float) -> None:
        """Ask the feeds that are due, those first whose hosts may be asked first."""
        now = self._clock.now()
        due = [one for one in self._feeds.values() if self._due(one) <= now + early]
        while due:
            feed = min(due, key=lambda one: self._manners.free(one.url))
            due.remove(feed)
            self._poll(feed)

    def _due(self, feed: Feed) -> float:
        """When a feed is asked next; one whose moment is farther ahead than any can be was kept by another clock."""
        standing = self._memory.standing(feed.url)
        if standing.gone:
            return NEVER
        return 0.0 if standing.due > self._clock.now() + 2 * MOST_ASKED else standing.due

    def _poll(self, feed: Feed) -> None:
        before = self._memory.standing(feed.url)
        found = polled(feed, before, self._manners, self._means.reader, self._clock.now(), self._memory.token)
        new, changed = self._memory.asked(found.standing, found.found)
        summary = self.summary
        summary.asked, summary.unchanged = summary.asked + 1, summary.unchanged + found.unchanged
        summary.new, summary.changed = summary.new + new, summary.changed + changed
        summary.failed.pop(feed.url, None)
        if found.failed:
            summary.failed[feed.url] = found.failed
            self._tell(feed, f"{found.failed}; {self._again(found.standing)}", bad=True)
            return
        moved = f"; {found.standing.told}: change it in the file" if found.standing.told else ""
        told = "not changed" if found.unchanged else f"{new} new, {changed} changed"
        self._tell(feed, told + moved, bad=bool(moved))

    def _again(self, standing: Standing) -> str:
        if standing.gone:
            return "take it out of the file"
        return f"asked again from {datetime.fromtimestamp(standing.due, UTC):%Y-%m-%d %H:%M} UTC on"

    def _next_feed(self) -> float:
        return min((self._due(one) for one in self._feeds.values()), default=NEVER)

    # Entries ---------------------------------------------------------------------------------------------------------

    def _read(self, stop: Callable[[], bool]) -> None:
        """Read the entries that wait and are due, until there are none or a feed is due."""
        now = self._clock.now()
        held = [
            (self._keeper.address(self._feeds[one.feed], one), one)
            for one in self._memory.waiting()
            if one.feed in self._feeds and not now < one.due <= now + 2 * MOST_ASKED
        ]
        queue = Queue(held, self._manners.free)
        for number in range(1, len(held) + 1):
            if stop():
                return
            self._one(queue)
            if number % OFTEN == 0:
                self._publisher.publish()

    def _one(self, queue: Queue) -> None:
        one = queue.next()
        feed = self._feeds[one.feed]
        kept = self._keeper.keep(feed, one)
        self.summary.fates.update(kept.fates)
        title = one.found.title or one.found.link or one.found.key
        if kept.later:
            place = f"{title} ({one.found.link})" if one.found.link not in ("", title) else title
            self._tell(feed, f"{place}: {kept.later}; tried again later", bad=True)
        for told in kept.told:
            line = json.loads(told.line)
            self.summary.told += line["event"] == "contradicted"
            self._tell(feed, f"{line['event']}: {line.get('words') or line['title']} ({title})")

    def _next(self) -> float:
        """When something is due again."""
        waiting = [one.due for one in self._memory.waiting() if one.feed in self._feeds]
        return min([self._next_feed(), *waiting])

    def waiting(self) -> int:
        """Entries that are still to be read."""
        return sum(one.feed in self._feeds for one in self._memory.waiting())

    def standings(self) -> list[tuple[Feed, Standing]]:
        """How every feed stands."""
        return [(one, self._memory.standing(one.url)) for one in self._feeds.values()]

    def _tell(self, feed: Feed, words: str, *, bad: bool = False) -> None:
        self._means.tell(Event(feed.named if bad else feed.title, words, bad))


@contextmanager
def watching(watchlist: Watchlist, out: str, record: Record, means: Means) -> Iterator[Watch]:
    """A watch into the folder `out`. Raises InputError: another watch holds it, it holds something else, or was begun
    with other tables. Raises OutputError: nothing can be written."""
    if is_remote(out):
        raise InputError(
            "is no folder of this machine", where=out, remedy="watch into a folder, and copy it from there"
        )
    storage = LocalStorage(Path(out))
    with alone(storage):
        _refuse_other(storage, out)
        storage.tidy()
        memory = Memory(Path(out) / NAME)
        try:
            begun = datetime.fromtimestamp(means.clock.now(), UTC).isoformat(timespec="seconds")
            begun = memory.value("begun", begun)
            _refuse_tables(memory, out)
            edition = record.edition.isoformat()
            made = manifest_of(record.version, edition, __version__, watchlist, begun, means.with_text)
            yield Watch(watchlist, memory, Publisher(storage, memory, watchlist, made), means)
        finally:
            means.reader.close()
            memory.close()


def _refuse_other(storage: LocalStorage, out: str) -> None:
    if storage.read(NAME) is None and storage.names(""):
        told = "holds a data set that is none of a watch" if storage.read(manifest.NAME) else "holds other files"
        raise InputError(told, where=out, remedy="name an empty folder")


def _refuse_tables(memory: Memory, out: str) -> None:
    """A program with other tables would make parts that cannot be asked together with those that are there."""
    told = json.dumps(
        {table: [[name, str(kind)] for name, (kind, _) in held.items()] for table, held in TABLES.items()}
    )
    mark = sha256(told.encode()).hexdigest()[:32]
    if memory.value("tables", mark) != mark:
        what = "was begun by a burdenshare with other tables"
        raise InputError(what, where=out, remedy="watch into another folder, or with the program that began it")
