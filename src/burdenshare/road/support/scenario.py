"""Scenario files of support: TOML to a `SupportScenario`, refusing every key and value that is not known."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from burdenshare.errors import BurdenshareError, InputError
from burdenshare.record.aid_books import Kind
from burdenshare.record.months import YEAR, Span, month_of, span_in
from burdenshare.road import fields
from burdenshare.road.faults import of_entry, refuse
from burdenshare.road.support.model import Give, Key, Replace, Stop, SupportScenario, Union
from burdenshare.road.toml_files import table_of

SHIPPED = ("present-pace", "quarter-percent", "quarter-percent-with-eu", "europe-replaces-usa", "germany-stops")
"""The shipped scenarios, in the order a reader wants them."""
HOME = "burdenshare.road.support"
TOP = ("title", "kind", "pace", "until", "union", "reference", "stop", "give", "replace")
STOP = ("donors", "since", "reference")
GIVE = ("donors", "share", "since", "exact", "reference")
REPLACE = ("donor", "donors", "since", "key", "part", "pace", "reference")
HIGHEST = 10.0
"""Per cent of GDP a year; beyond it is a slip of the pen: the most a donor gave in twelve months is 1.7 (Estonia, up
to February 2023)."""


def load_scenario(name: str) -> SupportScenario:
    """A shipped scenario by its name, or a file by its path. Raises InputError and UnknownNameError with the place."""
    return read_scenario(fields.text_of_file(name, SHIPPED, HOME), name)


def read_scenario(text: str, name: str) -> SupportScenario:
    """A scenario from the text of a file; `name` is what messages call it."""
    refuse(faults_of(text, name))
    return _scenario(table_of(text, name), name)


def is_of_support(text: str) -> bool:
    """Whether a file asks of support and not of spending: it has an entry that only such files know."""
    try:
        return bool(table_of(text, "").keys() & ENTRIES.keys() or "pace" in table_of(text, ""))
    except InputError:
        return False


def faults_of(text: str, name: str) -> list[BurdenshareError]:
    """Every fault of a file's text: of each key at the top, and of each key of each entry."""
    try:
        table = table_of(text, name)
    except InputError as fault:
        return [fault]
    if other := fields.of_another_kind(table, name, "support to Ukraine"):
        return [*other]
    found: list[BurdenshareError] = [*fields.unknown(table, TOP, name)]
    for key in TOP:
        if key in table and key not in ENTRIES:
            found += _refused({"title": "a title", key: table[key]}, name)
    found += _refused({}, name) if "title" not in table else []
    for key, known in ENTRIES.items():
        try:
            rows = list(fields.rows(table, key, name))
        except InputError as fault:
            found.append(fault)
            continue
        for at, row in rows:
            where = f"{name}, {key} {at}"
            found += fields.unknown(row, known, where)
            told = {one: value for one, value in row.items() if one in known}
            found += of_entry(partial(READERS[key], where=where), told, SOUND[key])
    return found or [*_refused(table, name)]


def _refused(table: Mapping[str, Any], name: str) -> list[InputError]:
    try:
        _scenario(table, name)
    except InputError as fault:
        return [fault]
    return []


def _scenario(table: Mapping[str, Any], name: str) -> SupportScenario:
    fields.known(table, TOP, name)
    title = fields.text(table, "title", name, "")
    if not title:
        raise InputError("it has no title", where=name, remedy='begin with title = "..."')
    return SupportScenario(
        name=Path(name).stem,
        title=title,
        kind=fields.choice(Kind, table.get("kind", Kind.TOTAL.value), f"{name}, kind"),
        pace=_pace(table, name),
        until=fields.year(table, "until", name) if "until" in table else None,
        union=fields.choice(Union, table.get("union", Union.INSTITUTIONS.value), f"{name}, union"),
        stops=tuple(_stop(row, f"{name}, stop {at}") for at, row in fields.rows(table, "stop", name)),
        gives=tuple(_give(row, f"{name}, give {at}") for at, row in fields.rows(table, "give", name)),
        replaces=tuple(_replace(row, f"{name}, replace {at}") for at, row in fields.rows(table, "replace", name)),
        reference=fields.text(table, "reference", name, ""),
        source=name,
    )


def _pace(table: Mapping[str, Any], name: str) -> Span | int:
    """A span, or how many months up to the newest."""
    value = table.get("pace", YEAR)
    if isinstance(value, str):
        return span_in(value, f"{name}, pace")
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise InputError(
            f"pace is no span of months: {value!r}", where=name, remedy='write pace = 12, or "2025-05/2026-04"'
        )
    return value


def _stop(row: Mapping[str, Any], where: str) -> Stop:
    fields.known(row, STOP, where)
    return Stop(_donors(row, where), _since(row, where), fields.text(row, "reference", where, ""))


def _give(row: Mapping[str, Any], where: str) -> Give:
    fields.known(row, GIVE, where)
    share = fields.number(row, "share", where)
    if not 0 <= share <= HIGHEST:
        raise InputError(f"share = {share:g}", where=where, remedy=f"give per cent of GDP a year, 0 to {HIGHEST:g}")
    return Give(
        _donors(row, where, ("NATO",)),
        share,
        _since(row, where),
        fields.flag(row, "exact", where),
        fields.text(row, "reference", where, ""),
    )


def _replace(row: Mapping[str, Any], where: str) -> Replace:
    fields.known(row, REPLACE, where)
    part = fields.number(row, "part", where) if "part" in row else 1.0
    if not 0 <= part <= 1:
        raise InputError(f"part = {part:g}", where=where, remedy="give a part between 0 and 1")
    donor = fields.text(row, "donor", where, "")
    if not donor:
        raise InputError("donor is missing", where=where, remedy='write donor = "USA"')
    return Replace(
        donor,
        _donors(row, where, ("EUROPE",)),
        _since(row, where),
        fields.choice(Key, row.get("key", Key.GDP.value), f"{where}, key"),
        part,
        span_in(fields.text(row, "pace", where, ""), f"{where}, pace") if "pace" in row else None,
        fields.text(row, "reference", where, ""),
    )


def _donors(row: Mapping[str, Any], where: str, usual: tuple[str, ...] = ()) -> tuple[str, ...]:
    if "donors" not in row and not usual:
        raise InputError("donors is missing", where=where, remedy='write donors = ["DEU"]')
    return fields.names(row, "donors", where, usual)


def _since(row: Mapping[str, Any], where: str) -> str:
    if "since" not in row:
        raise InputError("since is missing", where=where, remedy='write since = "2027-01"')
    return month_of(fields.text(row, "since", where, ""), f"{where}, since")


class Reader(Protocol):
    """What reads an entry by its keys and its place."""

    def __call__(self, row: Mapping[str, Any], where: str) -> object: ...


ENTRIES = {"stop": STOP, "give": GIVE, "replace": REPLACE}
"""Lists of entries, and the keys that each knows."""
READERS: Mapping[str, Reader] = {"stop": _stop, "give": _give, "replace": _replace}
"""What reads one entry, alone."""
SOUND: Mapping[str, Mapping[str, Any]] = {
    "stop": {"donors": ["DEU"], "since": "2027-01"},
    "give": {"share": 0.25, "since": "2027-01"},
    "replace": {"donor": "USA", "since": "2027-01"},
}
"""A sound entry of each: beside it every key is tried alone, so that one fault does not hide the next."""
