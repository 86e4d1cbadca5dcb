"""What a reader does with the numbers that ended in no statement: look at what was not understood, trust the rest.

The JSON keeps one list in text order; this is how people are shown it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from burdenshare.checking.model import CheckedDocument
from burdenshare.reading.model import Reading, Unaccounted
from burdenshare.report.grids import in_tables

ASIDE = "set aside on purpose (dates, ages, names, other topics)"
NOT_VERIFIED = "proposed, not verified"


@dataclass(frozen=True, slots=True)
class Left:
    """Numbers and passages without a statement: `open` were not understood, `tables` stand in rows of a table (which
    are not read at all), `aside` were understood and set aside on purpose."""

    open: tuple[Unaccounted, ...]
    tables: tuple[Unaccounted, ...]
    aside: tuple[Unaccounted, ...]


def left_over(found: CheckedDocument | Reading) -> Left:
    """The numbers of `found` that ended in no statement, in three lists that each keep the order of the text."""
    tables = tuple(in_tables(found.document.text, found.unaccounted))
    placed = set(tables)
    others = [entry for entry in found.unaccounted if entry not in placed]
    return Left(
        tuple(entry for entry in others if entry.open),
        tables,
        tuple(entry for entry in others if not entry.open),
    )


def by_reason(entries: Sequence[Unaccounted]) -> dict[str, list[str]]:
    """The words of `entries` under their reasons, both in the order in which they first occur."""
    gathered: dict[str, list[str]] = {}
    for entry in entries:
        gathered.setdefault(entry.reason, []).append(entry.text)
    return gathered


def counted(left: Left) -> str:
    """`2 numbers not understood, 12 set aside`: the end of the line that sums a report up."""
    amount = len(left.open) + len(left.tables)
    told = f"{amount} number{'s' * (amount != 1)} not understood"
    return f"{told}, {len(left.aside)} set aside" if left.aside else told
