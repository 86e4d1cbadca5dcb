"""What a watch knows, in one SQLite file: a step of it is done when its transaction is, and never half."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, astuple, fields, replace
from datetime import date
from pathlib import Path
from secrets import token_hex
from typing import Any

from burdenshare.corpus.watching.model import Found, Known, Row, Standing, Told, Waiting
from burdenshare.errors import InputError, OutputError

NAME = "watch.sqlite"
FORM = 1
SCHEMA = Path(__file__).with_name("schema.sql")

_STANDING = ", ".join(one.name for one in fields(Standing))


class Memory:
    """The file of one watch. Every method that changes something is one transaction."""

    def __init__(self, path: Path) -> None:
        """Open it, or begin it. Raises InputError: it is none, damaged, or of another form."""
        self._path = path
        with self._guarded():
            self._held = sqlite3.connect(path, isolation_level=None, timeout=10.0)
            self._held.execute("PRAGMA synchronous = FULL")
            self._held.execute("PRAGMA temp_store = MEMORY")
            if not self._held.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                self._begin()
            form = self._held.execute("PRAGMA user_version").fetchone()[0]
        if form != FORM:
            raise InputError(f"is of form {form}, and this reads {FORM}", where=str(path), remedy="watch elsewhere")

    def _begin(self) -> None:
        script = SCHEMA.read_text(encoding="utf-8")
        mark = f"INSERT INTO meta VALUES ('token', '{token_hex(16)}'); PRAGMA user_version = {FORM};"
        self._held.executescript(f"BEGIN; {script} {mark} COMMIT;")

    def close(self) -> None:
        """Let it go."""
        self._held.close()

    @property
    def token(self) -> str:
        """What tells this watch from all others."""
        return self.value("token")

    def value(self, name: str, otherwise: str = "") -> str:
        """A value by its name, kept from the first time it is asked for."""
        with self._step():
            self._held.execute("INSERT OR IGNORE INTO meta VALUES (?, ?)", (name, otherwise))
            return str(self._one("SELECT value FROM meta WHERE name = ?", name)[0])

    # Feeds -----------------------------------------------------------------------------------------------------------

    def standing(self, url: str) -> Standing:
        """How a feed stands; one never met is due at once."""
        with self._guarded():
            found = self._held.execute(f"SELECT {_STANDING} FROM feeds WHERE url = ?", (url,)).fetchone()
        return Standing(url) if found is None else replace(Standing(*found), gone=bool(found[7]))

    def asked(self, standing: Standing, found: Sequence[Found] = ()) -> tuple[int, int]:
        """Keep how a feed stands and what is new in it: the numbers of new and of changed entries."""
        new = changed = 0
        with self._step():
            for one in found:
                before = self._held.execute(
                    "SELECT digest FROM entries WHERE feed = ? AND key = ?", (standing.url, one.key)
                ).fetchone()
                if before is not None and before[0] == one.digest:
                    continue
                new, changed = new + (before is None), changed + (before is not None)
                self._held.execute("REPLACE INTO entries VALUES (?, ?, ?)", (standing.url, one.key, one.digest))
                self._held.execute(
                    "INSERT INTO waiting (feed, key, due, tries, changed, found) VALUES (?, ?, 0, 0, ?, ?) "
                    "ON CONFLICT (feed, key) DO UPDATE SET found = excluded.found, due = 0, tries = 0",
                    (standing.url, one.key, before is not None, _written(one)),
                )
            values = astuple(standing)
            self._held.execute(f"REPLACE INTO feeds ({_STANDING}) VALUES ({', '.join('?' * len(values))})", values)
        return new, changed

    # Entries that wait -----------------------------------------------------------------------------------------------

    def waiting(self) -> Iterator[Waiting]:
        """The entries that are to be read, in the order in which they were met."""
        with self._guarded():
            held = self._held.execute("SELECT number, feed, due, tries, changed, found FROM waiting ORDER BY number")
            rows = held.fetchall()
        for number, feed, due, tries, changed, found in rows:
            yield Waiting(number, feed, _read(found), due, tries, bool(changed))

    def waits(self, one: Waiting, due: float, *, tried: bool) -> None:
        """Let an entry wait longer: it was tried and could not be had, or could not even be tried."""
        with self._step():
            told = (due, one.tries + tried, one.number)
            self._held.execute("UPDATE waiting SET due = ?, tries = ? WHERE number = ?", told)

    def article(self, name: str) -> Known | None:
        """An article that was read."""
        with self._guarded():
            found = self._held.execute("SELECT * FROM articles WHERE name = ?", (name,)).fetchone()
        return None if found is None else Known(*found)

    def place_of(self, digest: str) -> tuple[int, int] | None:
        """Where a text was read."""
        with self._guarded():
            found = self._held.execute("SELECT shard, row FROM texts WHERE digest = ?", (digest,)).fetchone()
        return None if found is None else (found[0], found[1])

    def next_place(self, day: date) -> tuple[int, int]:
        """Where the next document goes: the part of `day`, or of a later one where the clock was set back."""
        with self._guarded():
            shard, rows = self._held.execute("SELECT max(shard), rows FROM days").fetchone()
        today = day.year * 10_000 + day.month * 100 + day.day
        return (today, 0) if shard is None or today > shard else (shard, rows)

    def read(
        self, one: Waiting, documents: Sequence[dict[str, list[Row]]], known: Known | None, told: Sequence[Told]
    ) -> None:
        """An entry is read: its documents, the article as it is known now, and what is to be told. It waits no more."""
        with self._step():
            for tables in documents:
                self._keep(tables)
            if known is not None:
                self._held.execute("REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?)", astuple(known))
            for line in told:
                article = "" if known is None else known.name
                kind = json.loads(line.line)["event"]
                values = (line.id, article, kind, line.line)
                self._held.execute("INSERT OR IGNORE INTO told (id, article, kind, line) VALUES (?, ?, ?, ?)", values)
            self._held.execute("DELETE FROM waiting WHERE number = ?", (one.number,))

    def _keep(self, tables: dict[str, list[Row]]) -> None:
        document = tables["documents"][0]
        shard, row, fate = document["shard"], document["row"], document["fate"]
        content = json.dumps(tables, default=_plain)
        self._held.execute("INSERT INTO rows VALUES (?, ?, ?)", (shard, row, content))
        self._held.execute(
            "INSERT INTO days VALUES (?, ?, 0) ON CONFLICT (shard) DO UPDATE SET rows = excluded.rows, written = 0",
            (shard, row + 1),
        )
        self._held.execute(
            "INSERT INTO fates VALUES (?, ?, 1) ON CONFLICT (shard, fate) DO UPDATE SET count = count + 1",
            (shard, fate),
        )
        if fate == "read":
            self._held.execute("INSERT OR IGNORE INTO texts VALUES (?, ?, ?)", (document["document"], shard, row))

    # What was told ---------------------------------------------------------------------------------------------------

    def told_of(self, article: str) -> list[tuple[str, str, str]]:
        """What was told of an article: id, kind and line."""
        with self._guarded():
            return self._held.execute(
                "SELECT id, kind, line FROM told WHERE article = ? ORDER BY number", (article,)
            ).fetchall()

    def told(self, after: int = 0) -> Iterator[tuple[int, str]]:
        """The lines that were told after one, in their order, with their numbers."""
        with self._guarded():
            yield from self._held.execute("SELECT number, line FROM told WHERE number > ? ORDER BY number", (after,))

    def latest(self, kind: str, most: int) -> list[str]:
        """The newest lines of a kind, the newest first."""
        with self._guarded():
            held = self._held.execute("SELECT line FROM told WHERE kind = ? ORDER BY number DESC LIMIT ?", (kind, most))
            return [line for (line,) in held]

    def count(self, kind: str) -> int:
        """How often something of a kind was told."""
        return int(self._one("SELECT count(*) FROM told WHERE kind = ?", kind)[0])

    # The data set ----------------------------------------------------------------------------------------------------

    def unwritten(self) -> list[int]:
        """The days whose parts are not written as they stand here."""
        with self._guarded():
            return [shard for (shard,) in self._held.execute("SELECT shard FROM days WHERE written = 0 ORDER BY shard")]

    def rows_of(self, shard: int) -> list[dict[str, list[Row]]]:
        """The documents of a day with their rows."""
        with self._guarded():
            held = self._held.execute("SELECT content FROM rows WHERE shard = ? ORDER BY row", (shard,))
            return [json.loads(content) for (content,) in held]

    def written(self, shard: int, parts: Sequence[tuple[str, str, int]]) -> None:
        """The parts of a day are written: name, hash and rows of each. The rows of days before the newest go."""
        with self._step():
            for name, digest, rows in parts:
                self._held.execute("REPLACE INTO parts VALUES (?, ?, ?, ?)", (name, shard, digest, rows))
            self._held.execute("UPDATE days SET written = 1 WHERE shard = ?", (shard,))
            self._held.execute(
                "DELETE FROM rows WHERE shard < (SELECT max(shard) FROM days) "
                "AND shard IN (SELECT shard FROM days WHERE written = 1)"
            )

    def parts(self) -> list[tuple[str, str, int]]:
        """All parts: name, hash and rows."""
        with self._guarded():
            return self._held.execute("SELECT name, digest, rows FROM parts ORDER BY name").fetchall()

    def fates(self) -> dict[str, int]:
        """Documents by what became of them."""
        with self._guarded():
            return dict(self._held.execute("SELECT fate, sum(count) FROM fates GROUP BY fate ORDER BY fate"))

    def days(self) -> int:
        """Days with a document."""
        return int(self._one("SELECT count(*) FROM days")[0])

    # Robots ----------------------------------------------------------------------------------------------------------

    def robots(self, origin: str) -> tuple[float, str | None] | None:
        """Until when the `robots.txt` of a server is good, and its text, None where it could not be had."""
        with self._guarded():
            found = self._held.execute("SELECT until, text FROM robots WHERE origin = ?", (origin,)).fetchone()
        return None if found is None else (found[0], found[1])

    def keep_robots(self, origin: str, until: float, text: str | None) -> None:
        """Keep it."""
        with self._step():
            self._held.execute("REPLACE INTO robots VALUES (?, ?, ?)", (origin, until, text))

    # SQLite ----------------------------------------------------------------------------------------------------------

    def _one(self, asked: str, *given: str) -> Any:
        with self._guarded():
            return self._held.execute(asked, given).fetchone()

    @contextmanager
    def _step(self) -> Iterator[None]:
        """One transaction: all of it, or nothing."""
        with self._guarded():
            self._held.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._held.execute("ROLLBACK")
                raise
            self._held.execute("COMMIT")

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """What SQLite says, as one line."""
        try:
            yield
        except sqlite3.OperationalError as fault:
            what = f"cannot be written ({fault}); what is committed is kept"
            raise OutputError(what, where=str(self._path), remedy="see the place and its room, then go on") from None
        except sqlite3.DatabaseError as fault:
            what = f"is damaged, or no file of a watch ({fault})"
            raise InputError(
                what, where=str(self._path), remedy="watch elsewhere, or take it back from a copy"
            ) from None


def _plain(value: date | bytes) -> str:
    """What JSON has no form for; the columns of the tables tell what it was."""
    return value.hex() if isinstance(value, bytes) else value.isoformat()


def _written(found: Found) -> str:
    return json.dumps(asdict(found), default=date.isoformat)


def _read(text: str) -> Found:
    held = json.loads(text)
    day = held["day"]
    return Found(**{**held, "day": None if day is None else date.fromisoformat(day)})
