"""Names as people type them: `Germany`, `deu`, `Europe and Canada`, `share of gdp`, `june 2024`."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache

from burdenshare.errors import DateError, InputError, UnknownNameError
from burdenshare.reading.tables import load_table
from burdenshare.record import Period, Record

PLACE_KINDS = frozenset({"country", "group", "abbreviation", "adjective"})
"""Kinds of place names that mean the ally or group itself: a capital or a building can mean several."""

OTHER = "OTHER"
"""The entity under which the reading room keeps countries that are no allies and have no values in the record."""

_PERIOD = re.compile(r"(?!0000)[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?|/[0-9]{4})?")


def fold(name: str) -> str:
    """A name without case, accents, underscores, hyphens and article."""
    letters = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()
    return " ".join(re.sub(r"[_\-\s]+", " ", plain).removeprefix("the ").split())


def entity_of(record: Record, text: str) -> str:
    """The id of an ally, group or other country. Raises UnknownNameError with the nearest names.

    Raises InputError for a country known not to be an ally.
    """
    codes = {one.ally for one in record.allies()} | set(record.groups())
    places = [(name, entity) for name, entity, kind in record.places() if kind in PLACE_KINDS]
    known = {fold(name): entity for name, entity in reversed(places)}
    known |= {fold(record.name(code)): code for code in sorted(codes | {entity for _, entity in places})}
    known |= {fold(code): code for code in sorted(codes | {entity for _, entity in places})}
    if fold(text) in known:
        return known[fold(text)]
    if fold(text) in outsiders():
        remedy = "the record holds the allies and groups of burdenshare record list"
        raise InputError(f"{text.strip()} is not a NATO ally", remedy=remedy)
    raise UnknownNameError("ally or group", text, [*sorted(codes), *(name for name, _ in places)])


def entity_at(record: Record, text: str, where: str) -> str:
    """The same of a name that stands in a file: the fault says where."""
    try:
        return entity_of(record, text)
    except InputError as fault:
        fault.where = where
        fault.args = (fault.line(),)
        raise


@cache
def outsiders() -> frozenset[str]:
    """Names the reading room knows as countries that are no allies: a near miss of an ally's name would mislead."""
    rows = load_table("subjects")["subject"]
    return frozenset(fold(word) for row in rows if row["entity"] == OTHER for word in row["words"])


def measure_of(record: Record, text: str) -> str:
    """The id of a measure. Raises UnknownNameError with the nearest ids."""
    measures = record.measures()
    known = {fold(word): one.id for one in reversed(measures) for word in reversed(one.words)}
    known |= {fold(one.title): one.id for one in measures} | {fold(one.id): one.id for one in measures}
    if fold(text) in known:
        return known[fold(text)]
    raise UnknownNameError("measure", text, [one.id for one in measures])


def period_of(text: str) -> Period:
    """A year as `int`, anything finer or longer as ISO text. Raises InputError."""
    if not _PERIOD.fullmatch(text.strip()):
        raise InputError(f"'{text}' is not a period", remedy="write 2024, 2024-06, 2024-06-17 or 2018/2019")
    return int(text) if text.strip().isdigit() else text.strip()


def day_of(text: str, where: str) -> date:
    """A day written as `YYYY-MM-DD`. Raises DateError."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise DateError(f"'{text}' is not a day", where=where, remedy="write YYYY-MM-DD") from None
