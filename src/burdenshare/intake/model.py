"""The values of the intake: a given file, what is asked of it, and what it delivers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from burdenshare.errors import InputError
from burdenshare.record.tables import PLACE, Row

__all__ = ["PLACE", "Asked", "Delivery", "DeliveryError", "Given", "LeftOut", "Row", "refused"]


@dataclass(frozen=True, slots=True)
class Given:
    """A file as it was handed over: its name, its bytes and, where it was fetched, its address."""

    name: str
    content: bytes = field(repr=False)
    address: str = ""

    @property
    def sha256(self) -> str:
        """The hash that pins the file, 64 hexadecimal digits."""
        return sha256(self.content).hexdigest()

    @property
    def key(self) -> str:
        """The source key of its rows: `import-` and the first twelve digits of the hash."""
        return f"import-{self.sha256[:12]}"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user said of the file. `release`: its id (`2026-12`); `published`: the day it came out; `mapping`: the
    text of a mapping file for a table that is no known release."""

    release: str | None = None
    published: date | None = None
    mapping: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something of the file that became no row: where it stood, what stood there, and why it was left."""

    place: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a file delivers: rows for tables of the record, nothing of them checked yet.

    `kind` is the form that was recognised (`nato-workbook`, `nato-pdf`, `weo`, `wdi`, `aid-tracker`, `mapping`,
    `package`); `title` what a reader would call it. `tables` maps a table's path to its rows: the columns that the
    table declares, as text, and `PLACE` (`TABLE3!D12`, `page 7, line 12`). Among them stand the release's own row in
    `nato/releases.csv` and the row of `sources.csv` that describes the file. `full` is True where cells hold all their
    digits, False where they were printed rounded.
    """

    kind: str
    title: str
    publisher: str
    release: str
    published: date | None
    tables: Mapping[str, tuple[Row, ...]]
    full: bool
    left_out: tuple[LeftOut, ...] = ()


class DeliveryError(InputError):
    """A file that cannot be read as what it claims to be; `where` names file, sheet and cell."""


def refused(given: Given, what: str, *, place: str = "", remedy: str = "") -> DeliveryError:
    """The error for `given`, at a place inside it where there is one."""
    where = f"{given.name}: {place}" if place else given.name
    return DeliveryError(what, where=where, remedy=remedy)
