"""What the record rests on: files with their hashes, releases with their days, sources and how old each of them is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fnmatch import translate
from functools import lru_cache

from burdenshare.record import Record, Release, tables
from burdenshare.record.days import days_meant
from burdenshare.record.layers import standing
from burdenshare.report.citations import citation
from burdenshare.report.data.status import Status, status_of
from burdenshare.report.days import today
from burdenshare.web.views.held import asked as held
from burdenshare.web.views.rows import Link

DATED_BY = ("released_on", "stated_on", "agreed_on", "as_of", "made_on", "date")
"""Columns that say when a row's figure was published or told, the first that a table has."""

PUBLISHERS = {
    "nato": "NATO, defence expenditure",
    "weo": "IMF, World Economic Outlook",
    "wdi": "World Bank, World Development Indicators",
    "kiel": "Kiel Institute, Ukraine Support Tracker",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A source of one table: `newest` is the last day of its rows, `days` how long before the edition that was."""

    link: Link
    publisher: str
    grade: str
    licence: str
    terms: str
    note: str
    newest: date | None
    days: int | None


@dataclass(frozen=True, slots=True)
class Table:
    """One file of the record."""

    path: str
    title: str
    size: int
    hash: str
    sources: tuple[Source, ...]
    newest: date | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """The releases of a publisher, newest first, each with what its day is known from."""

    name: str
    releases: tuple[tuple[Release, str], ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """The whole."""

    edition: date
    version: str
    tables: tuple[Table, ...]
    shelves: tuple[Shelf, ...]
    corrections: tuple[Mapping[str, str], ...]
    status: Status


def sources() -> Sources:
    """What the record rests on, as of today."""
    with held() as record:
        return _sources(record.version, today())


@lru_cache(2)
def _sources(version: str, day: date) -> Sources:
    with held() as record:
        listed: dict[str, list[tables.Row]] = {}
        for row in tables.rows("sources.csv"):
            listed.setdefault(row["table"], []).append(row)
        return Sources(
            edition=record.edition,
            version=version,
            tables=tuple(_table(one, listed.get(str(one["path"]), []), record.edition) for one in tables.resources()),
            shelves=tuple(_shelf(record, who, name) for who, name in PUBLISHERS.items()),
            corrections=tuple(tables.rows("corrections.csv")),
            status=status_of(record, standing(), day),
        )


def _shelf(record: Record, publisher: str, name: str) -> Shelf:
    known = {row["release"]: row["date_known_from"] for row in tables.rows("nato/releases.csv")}
    return Shelf(name, tuple((one, known.get(one.id, "")) for one in reversed(record.releases(publisher))))


def _table(resource: Mapping[str, object], rows: list[tables.Row], edition: date) -> Table:
    path = str(resource["path"])
    newest = _newest(path, rows, edition) if rows else {}
    made = tuple(_source(row, newest.get(row["source"]), edition) for row in rows)
    return Table(
        path=path,
        title=str(resource["title"]),
        size=int(str(resource["bytes"])),
        hash=str(resource["hash"]).removeprefix("sha256:"),
        sources=made,
        newest=max((one.newest for one in made if one.newest), default=None),
    )


def _source(row: tables.Row, newest: date | None, edition: date) -> Source:
    day = date.fromisoformat(row["as_of"]) if row["as_of"] else newest
    cited = citation(row["source"])
    return Source(
        link=Link(row["title"], cited.address, row["source"]),
        publisher=row["publisher"],
        grade=row["grade"] or "as each row says",
        licence=row["licence"],
        terms=row["redistribution"],
        note=row["note"],
        newest=day,
        days=None if day is None else (edition - day).days,
    )


def _newest(path: str, rows: list[tables.Row], edition: date) -> dict[str, date]:
    """The last day of each source's rows. Patterns tell whose a row is; the empty one takes the rest."""
    patterns = [(row["source"], _conditions(row["pattern"])) for row in rows]
    patterns.sort(key=lambda one: not one[1])
    columns = sorted({column for _, conditions in patterns for column, _ in conditions})
    found: dict[str, date] = {}
    for told, text in _days(path, columns):
        meant = days_meant(text)
        owner = next(
            (name for name, asked in patterns if all(fits.match(told[column]) for column, fits in asked)), None
        )
        if meant is not None and owner is not None and meant[0] <= edition:
            found[owner] = max(found.get(owner, date.min), meant[0])
    return found


def _conditions(pattern: str) -> list[tuple[str, re.Pattern[str]]]:
    parts = [part.split("=", 1) for part in pattern.split("|") if part]
    return [(column, re.compile(translate(text))) for column, text in parts]


def _days(path: str, columns: list[str]) -> Iterable[tuple[dict[str, str], str]]:
    """What tells whose a row is, and its day: each pair once."""
    if path == tables.MACRO:
        import polars as pl

        frame = pl.read_parquet(tables.macro_path()).select(*columns, "published_on").unique()
        for row in frame.iter_rows(named=True):
            yield {column: str(row[column]) for column in columns}, str(row["published_on"])
        return
    held_rows = tables.rows(path)
    day = next((one for one in DATED_BY if held_rows and one in held_rows[0]), None)
    if day is None:
        return
    pairs = {(tuple(row[column] for column in columns), row[day]) for row in held_rows}
    for values, text in pairs:
        yield dict(zip(columns, values, strict=True)), text
