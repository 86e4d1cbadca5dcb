"""Rows of typed files as the texts they were made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from burdenshare.intake.declared import Declared
from burdenshare.record.exchange.columns import text_of
from burdenshare.record.exchange.forms import PRINTED
from burdenshare.record.tables import PLACE
from burdenshare.record.whole import Line


def printed_columns(columns: Iterable[str]) -> tuple[str, ...]:
    """The columns that may hold printed texts beside the declared ones."""
    return tuple(f"{name}{PRINTED}" for name in columns)


@dataclass(frozen=True, slots=True)
class Texts:
    """How the lines of one table are made: for each declared column its kind, its place in a row, and the place of its
    printed text, -1 where there is none."""

    columns: tuple[tuple[str, str, int, int], ...]
    origin: int

    @classmethod
    def of(cls, table: Declared, places: Mapping[str, int]) -> Texts:
        """For rows whose columns stand at `places`."""
        made = tuple((one.name, one.kind, places[one.name], places.get(one.name + PRINTED, -1)) for one in table.fields)
        return cls(made, places.get(PLACE, -1))

    def line(self, row: Sequence[Any]) -> Line:
        """The declared columns of a row as text. Raises ValueError for a cell that is none of the record's."""
        return tuple(
            row[printed] if printed >= 0 and isinstance(row[printed], str) else _text(name, row[at], kind)
            for name, kind, at, printed in self.columns
        )

    def place(self, row: Sequence[Any], spot: str) -> str:
        """Where a row stood: in the export, and in the file from which it had come into that record."""
        told = row[self.origin] if self.origin >= 0 else None
        return f"{spot} ({told})" if isinstance(told, str) and told else spot


def _text(name: str, value: object, kind: str) -> str:
    if isinstance(value, str):
        return value
    try:
        return text_of(value, kind)
    except ValueError as fault:
        raise ValueError(f"column '{name}': {fault}") from None
