"""An exported record as it was read back, whatever its form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from burdenshare.intake.declared import Declared, declared
from burdenshare.intake.model import DeliveryError, Given, LeftOut, refused
from burdenshare.record.exchange.forms import NUMBER
from burdenshare.record.whole import Line, csv_bytes

AGAIN = "export the record anew, or give the file as it was exported"
MOST_ROWS = 5_000_000
"""Rows of one export; the packaged record has a quarter of a million."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its lines hold the declared columns; `places` says for each where it stood."""

    path: str
    lines: tuple[Line, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export holds. `version` and `edition` are those of the record it was made from, empty where untold."""

    form: str
    version: str
    edition: str
    tables: tuple[Table, ...]
    left_out: tuple[LeftOut, ...] = field(default=())


def table_of(given: Given, where: str, path: str) -> Declared:
    """The table of the record that a part of an export names. Raises DeliveryError."""
    found = declared().get(path)
    if found is None:
        raise refused(given, f"names the table '{path[:80]}', which the record does not have", place=where)
    return found


def in_columns(
    given: Given, where: str, table: Declared, header: Sequence[str], beside: Sequence[str]
) -> dict[str, int]:
    """Place of each declared column in `header`; only those in `beside` may stand there too."""
    places = {name: at for at, name in enumerate(header)}
    missing = [name for name in table.columns if name not in places]
    unknown = [name for name in header if name not in table.columns and name not in beside]
    if missing or unknown or len(places) < len(header):
        what = (
            f"lacks the column '{missing[0]}' of {table.path}"
            if missing
            else f"has a column '{unknown[0][:60]}' that {table.path} has not"
            if unknown
            else "names a column twice"
        )
        raise refused(given, what, place=where, remedy=AGAIN)
    return places


def checked(given: Given, where: str, table: Declared, made: Table, digest: str) -> Table:
    """The table, once its digest is the one told (where one is), every cell fits, and no key stands twice."""
    if digest and sha256(csv_bytes(table.columns, made.lines)).hexdigest() != digest.removeprefix("sha256:"):
        raise refused(given, f"the rows of {table.path} are not those that were exported", place=where, remedy=AGAIN)
    for at, one in enumerate(table.fields):
        known = {line[at] for line in made.lines}  # a few hundred words, repeated two hundred thousand times
        faults = {text: fault for text in known if (fault := one.fault(text))}
        if faults:
            number = next(number for number, line in enumerate(made.lines) if line[at] in faults)
            raise refused(given, faults[made.lines[number][at]], place=made.places[number], remedy=AGAIN)
    _once(given, table, made)
    return made


def _once(given: Given, table: Declared, made: Table) -> None:
    parts = [table.columns.index(name) for name in table.key]
    seen: dict[tuple[str, ...], str] = {}
    for line, place in zip(made.lines, made.places, strict=True):
        if (first := seen.setdefault(tuple(line[at] for at in parts), place)) is not place:
            raise refused(given, f"repeats the key of {first}", place=place, remedy=AGAIN)


def number_of(given: Given, where: str, told: object) -> None:
    """Refuse a layout of a later version, or none at all."""
    if isinstance(told, bool) or not isinstance(told, int) or told < 1:
        raise refused(given, "does not say which layout it has", place=where, remedy=AGAIN)
    if told > NUMBER:
        what = f"has layout {told}, and this version of burdenshare reads {NUMBER}"
        raise refused(given, what, place=where, remedy="install the newer version")


def text_in(given: Given, where: str, told: Mapping[str, object], name: str) -> str:
    """A text of a descriptor, empty where it says nothing. Raises DeliveryError where it is no text."""
    found = told.get(name, "")
    if not isinstance(found, str):
        raise refused(given, f"'{name}' is no text", place=where, remedy=AGAIN)
    return found


__all__ = ["AGAIN", "DeliveryError", "Exported", "Table", "checked", "in_columns", "number_of", "table_of", "text_in"]
