"""What goes beside the rows of a mapped table: the release they belong to, and the source they come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from burdenshare.intake.declared import Declared, declared
from burdenshare.intake.mapped.keys import faulty
from burdenshare.intake.mapped.model import Mapped
from burdenshare.intake.mapped.spec import RELEASES
from burdenshare.intake.model import PLACE, Asked, DeliveryError, Given, Row, refused
from burdenshare.record import tables

SOURCES = "sources.csv"
OFFICES, ALIASES = "people/offices.csv", "people/aliases.csv"
SUPPORT = "support/support.csv"
RELEASE_OF = {
    "nato/expenditure.csv": ("release", "released_on", "nato"),
    "macro/macro.parquet": ("vintage", "published_on", ""),
    SUPPORT: ("release", "released_on", "kiel"),
}
"""Tables whose rows belong to a release: column of its id, column of its day, and its publisher where it has one."""

KEYED = frozenset({"nato/expenditure.csv", "macro/macro.parquet", SUPPORT})
"""Tables whose column `source` is a key of `sources.csv`; in others it is an address."""


@dataclass(frozen=True, slots=True)
class Days:
    """The day of each release, for tables whose rows name both: in the column `release` and in the column `day`."""

    release: str
    day: str
    known: Mapping[str, str]


def filled(given: Given, asked: Asked, mapped: Mapped, table: Declared) -> dict[str, str]:
    """Values of the columns that no rule fills: what the mapping or the user said of source and release."""
    known: dict[str, str] = {"source_url": mapped.source.address}
    known["source"] = given.key if table.path in KEYED else mapped.source.address
    names = {one.name: one for one in table.fields}
    if "grade" in names and mapped.source.grade in names["grade"].allowed:
        known["grade"] = mapped.source.grade
    if table.path in RELEASE_OF:
        alone = mapped.releases[0]["release"] if len(mapped.releases) == 1 else ""
        known[RELEASE_OF[table.path][0]] = asked.release or alone
    return {name: known[name] for name in known if name in names}


def releases(asked: Asked, mapped: Mapped, table: Declared) -> list[dict[str, str]]:
    """Every release that rows may name: those of the record, of the mapping, and the one named on import."""
    held = {row["release"]: row for row in tables.rows(RELEASES)}
    held |= {row["release"]: dict(row) for row in mapped.releases}
    if asked.release and asked.published and asked.release not in held and table.path in RELEASE_OF:
        held[asked.release] = _named(asked.release, asked.published, mapped, table)
    return list(held.values())


def _named(release: str, published: date, mapped: Mapped, table: Declared) -> dict[str, str]:
    """A release of which the user told id and day, and the mapping the title."""
    publisher = RELEASE_OF[table.path][2] or release.split("-", 1)[0].lower()
    row = {
        "release": release,
        "publisher": publisher,
        "released_on": published.isoformat(),
        "title": mapped.source.title,
        "own_year": str(published.year),
        "definition": "",
        "date_known_from": "named on import",
    }
    if declared()[RELEASES].fault(row):
        what = f"the release '{release}' is not known, and its publisher is not clear"
        raise faulty(what, remedy="tell it in a section [[release]]")
    return row


def day_of(asked: Asked, mapped: Mapped, table: Declared) -> Days | None:
    """How the day of a row's release is found; None for a table whose rows have none."""
    if table.path not in RELEASE_OF:
        return None
    release, day, _ = RELEASE_OF[table.path]
    return Days(release, day, {one["release"]: one["released_on"] for one in releases(asked, mapped, table)})


def dated(given: Given, asked: Asked, mapped: Mapped, table: Declared, rows: Iterable[Row]) -> list[Row]:
    """The rows of `nato/releases.csv` that go along.

    Raises DeliveryError: a release nobody told of, a day that is not its own, several releases of aid in one file.
    """
    if table.path not in RELEASE_OF:
        return [{**row, PLACE: "the mapping"} for row in mapped.releases] if mapped.releases else []
    release, day, _ = RELEASE_OF[table.path]
    known = {one["release"]: one for one in releases(asked, mapped, table)}
    used: dict[str, Row] = {}
    for row in rows:
        found = known.get(row[release])
        if found is None:
            what = f"belongs to the release '{row[release][:40]}', which is not known"
            raise refused(given, what, place=row[PLACE], remedy="tell it in a section [[release]] of the mapping")
        if row[day] != found["released_on"]:
            what = f"names {row[day]} as the day of release {row[release]}, which came out on {found['released_on']}"
            raise refused(given, what, place=row[PLACE])
        used[row[release]] = found
    if table.path == SUPPORT and len(used) > 1:
        what = f"holds {len(used)} releases of the tracker, and each has a source of its own"
        raise refused(given, what, remedy="choose one by [[only]] of the mapping")
    held = {row["release"] for row in tables.rows(RELEASES)}
    return [{**one, PLACE: "the mapping"} for name, one in used.items() if name not in held]


def aliases(table: Declared, rows: Iterable[Row]) -> list[Row]:
    """The full name of each office holder whom the record has no name for: nobody is found in a text without one."""
    if table.path != OFFICES:
        return []
    known = {row["person"] for row in tables.rows(ALIASES)}
    new = {row["person"]: row[PLACE] for row in rows if row["person"] not in known}
    return [{"person": name, "alias": name, "kind": "full", PLACE: place} for name, place in new.items()]


def source(given: Given, mapped: Mapped, table: Declared, rows: Iterable[Mapping[str, str]]) -> Row:
    """The row of `sources.csv` that describes the file."""
    told = mapped.source
    return {
        "source": given.key,
        "table": table.path,
        "pattern": _pattern(given, table, list(rows)),
        "publisher": told.publisher,
        "title": told.title,
        "address": told.address or given.address,
        "grade": told.grade,
        "precision": told.precision,
        "licence": told.licence,
        "redistribution": told.redistribution,
        "as_of": "",
        "note": f"{given.name}, sha256 {given.sha256}",
        PLACE: "the mapping",
    }


def _pattern(given: Given, table: Declared, rows: list[Mapping[str, str]]) -> str:
    """Which rows the source speaks for: those with its key, those of its release, or those of its one address."""
    if table.path == SUPPORT and rows:
        return f"release={rows[0]['release']}"
    if table.path in KEYED:
        return f"source={given.key}"
    for column in ("source_url", "source"):
        addresses = {row[column] for row in rows if column in row}
        if len(addresses) == 1:
            return f"{column}={_plainly(next(iter(addresses)))}"
    return ""


def _plainly(address: str) -> str:
    """An address as a pattern that fits only itself."""
    return "".join(f"[{one}]" if one in "*?[" else one for one in address).replace("|", "?")


def no_day(given: Given, asked: Asked, table: Declared) -> DeliveryError | None:
    """The error for a release or a day that was named for a table which has none."""
    if asked.release and table.path not in RELEASE_OF:
        what = f"cannot belong to a release: {table.path} has none"
        return refused(given, what, remedy="leave --release out")
    return None


__all__ = ["ALIASES", "KEYED", "Days", "aliases", "dated", "day_of", "filled", "no_day", "releases", "source"]
