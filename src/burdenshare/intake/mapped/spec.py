"""A mapping file as values: read whole, and refused with what is allowed, before any row is looked at."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args

from burdenshare.intake.declared import Declared, declared
from burdenshare.intake.mapped.keys import Section, faulty, parsed
from burdenshare.intake.mapped.model import CELL, NAME, FileForm, Filter, From, Mapped, Numbers, Rule, Told, Wide
from burdenshare.record.tables import CORRECTIONS

SECTIONS = (
    "table",
    "file",
    "numbers",
    "columns",
    "wide",
    "only",
    "without",
    "entities",
    "source",
    "release",
)
FORMS = ("csv", "tsv", "xlsx", "json")
ENCODINGS = ("utf-8", "utf-16", "latin-1", "cp1250", "cp1252", "cp1257")
RULE = ("column", "always", "text", "wide", "times", "day", "words", "empty")
CLOSED = ("sources.csv", CORRECTIONS)
"""Tables that no mapping fills: what is said of the source stands in the mapping itself, and a correction needs to know
what it corrects."""

RELEASES = "nato/releases.csv"
_YEARS = re.compile(r"(\d{4})\.\.(\d{4})")
_FILLED = {"source", "source_url", "grade", "released_on", "published_on", "release", "vintage"}
"""Columns that are filled where no rule does: from the source, the release, or what was named on import."""


def spec(text: str) -> Mapped:
    """The mapping. Raises DeliveryError: no TOML, an unknown key, table, column or word, a rule that says nothing."""
    whole = Section("top level", parsed(text), SECTIONS)
    table = _table(whole)
    wide = _wide(whole)
    columns = _columns(whole, table, wide)
    return Mapped(
        table=table.path,
        columns=columns,
        source=_source(whole),
        file=_file(whole),
        numbers=_numbers(whole),
        wide=wide,
        filters=(*_filters(whole, "only"), *_filters(whole, "without")),
        entities=_entities(whole),
        releases=_releases(whole),
    )


def open_tables() -> tuple[str, ...]:
    """The tables a mapping can fill."""
    return tuple(path for path in declared() if path not in CLOSED)


def _table(whole: Section) -> Declared:
    return declared()[_known(whole, whole.text("table"))]


def _known(whole: Section, path: str) -> str:
    if path not in open_tables():
        raise whole.unknown("table of the record", path, open_tables())
    return path


def _columns(whole: Section, table: Declared, wide: Wide | None) -> dict[str, Rule]:
    section = Section("[columns]", whole.told.get("columns", {}), table.columns)
    rules = {name: _rule(name, told) for name, told in section.told.items()}
    missing = [one.name for one in table.fields if one.required and one.name not in rules and one.name not in _FILLED]
    if missing:
        what = f"does not say what fills the column '{missing[0]}' of {table.path}"
        raise faulty(what, section="[columns]", remedy=f"each row needs: {', '.join(missing)}")
    used = any(rule.origin == "wide" for rule in rules.values())
    if used != (wide is not None):
        what = "has no section [wide]" if used else "is not used: no column takes { wide = 'cell' }"
        raise faulty(what, section="[columns]" if used else "[wide]")
    return rules


def _rule(name: str, told: Any) -> Rule:
    where = f"[columns], {name}"
    if isinstance(told, str):
        return Rule("column", told)
    section = Section(where, told, RULE)
    origins = [one for one in get_args(From) if one in section]
    if len(origins) != 1:
        raise faulty("needs exactly one of column, always, text, wide", section=where)
    if origins[0] == "wide":
        section.one_of("wide", (NAME, CELL), "")
    days = section.words("day")
    if any("%Y" not in one for one in days):
        what = "'day' has no year of four digits"
        raise faulty(what, section=where, remedy="write it as '%d.%m.%Y', '%m/%Y' or the like")
    return Rule(
        origins[0],
        section.text(origins[0]),
        section.decimal("times"),
        days,
        section.pairs("words"),
        section.text("empty", ""),
    )


def _file(whole: Section) -> FileForm:
    allowed = ("form", "encoding", "separator", "sheet", "header", "first", "last", "records")
    section = Section("[file]", whole.told.get("file", {}), allowed)
    separator = section.text("separator", "")
    if len(separator) > 1:
        raise faulty("'separator' must be one character", section="[file]")
    return FileForm(
        section.one_of("form", FORMS, "") if "form" in section else "",
        section.one_of("encoding", ENCODINGS, "utf-8"),
        separator,
        section.text("sheet", ""),
        section.count("header", 1),
        section.count("first", 0),
        section.count("last", 0),
        section.text("records", ""),
    )


def _numbers(whole: Section) -> Numbers:
    section = Section("[numbers]", whole.told.get("numbers", {}), ("decimal", "thousands", "missing"))
    decimal = section.one_of("decimal", (".", ","), ".")
    thousands = section.one_of("thousands", ("", ".", ",", " ", "'", "’"), "")
    if decimal == thousands:
        raise faulty("'decimal' and 'thousands' are the same sign", section="[numbers]")
    return Numbers(decimal, thousands, section.words("missing"))


def _wide(whole: Section) -> Wide | None:
    if "wide" not in whole:
        return None
    section = Section("[wide]", whole.told["wide"], ("columns",))
    names = section.words("columns")
    years = _YEARS.fullmatch(names[0]) if len(names) == 1 else None
    if years is not None:
        return Wide((), int(years[1]), int(years[2]))
    if not names:
        raise faulty("names no columns", section="[wide]", remedy="write columns = '2014..2026', or a list of names")
    return Wide(names)


def _filters(whole: Section, name: str) -> tuple[Filter, ...]:
    """`[[only]]` keeps rows, `[[without]]` leaves them."""
    return tuple(
        Filter(one.text("column"), one.words("is"), keeps=name == "only")
        for one in _listed(whole, name, ("column", "is"))
    )


def _listed(whole: Section, name: str, allowed: tuple[str, ...]) -> list[Section]:
    held = whole.told.get(name, [])
    return [Section(f"[[{name}]]", one, allowed) for one in (held if isinstance(held, list) else [held])]


def _entities(whole: Section) -> dict[str, str]:
    held = whole.told.get("entities", {})
    section = Section("[entities]", held, tuple(held) if isinstance(held, Mapping) else ())
    return {name.casefold(): section.text(name) for name in section.told}


def _source(whole: Section) -> Told:
    described = declared()["sources.csv"]
    allowed = tuple(Told.__dataclass_fields__)
    if "source" not in whole:
        raise faulty(
            "does not say where the table comes from", section="[source]", remedy=f"keys: {', '.join(allowed)}"
        )
    section = Section("[source]", whole.told["source"], allowed)
    closed = {name: described.field(name).allowed for name in ("grade", "precision", "redistribution")}
    plain = Told(section.text("publisher"), section.text("title"))
    for name in ("publisher", "title"):
        if not getattr(plain, name).strip():
            raise faulty(f"'{name}' is empty", section="[source]")
    return Told(
        plain.publisher,
        plain.title,
        section.text("address", plain.address),
        section.one_of("grade", closed["grade"], plain.grade),
        section.one_of("precision", closed["precision"], plain.precision),
        section.text("licence", plain.licence) or plain.licence,
        section.one_of("redistribution", closed["redistribution"], plain.redistribution),
    )


def _releases(whole: Section) -> tuple[dict[str, str], ...]:
    table = declared()[RELEASES]
    made = []
    for section in _listed(whole, "release", table.columns):
        row = {name: section.text(name, "") for name in table.columns}
        row["date_known_from"] = row["date_known_from"] or "named in the mapping"
        row["own_year"] = row["own_year"] or row["released_on"][:4]
        if fault := table.fault(row):
            raise faulty(fault, section="[[release]]")
        made.append(row)
    return tuple(made)
