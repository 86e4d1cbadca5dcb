"""The alliance on a day, from Python: the view, what changed against another day, and its three forms."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from burdenshare.checking.alliance.changes import compared
from burdenshare.checking.alliance.model import Compared, View
from burdenshare.checking.alliance.view import FOUNDED, view_of
from burdenshare.errors import DateError, UnknownNameError
from burdenshare.reading.model import Document, Reading
from burdenshare.record import Record
from burdenshare.report.article import held_record, read
from burdenshare.report.days import past


@dataclass(frozen=True, slots=True)
class Alliance:
    """What was known of the alliance on a day, ready to be shown. `compared` is None without another day."""

    view: View
    compared: Compared | None = None

    def to_dict(self, *, parts: Collection[str] = ()) -> dict[str, Any]:
        """The documented shape (`burdenshare alliance --schema`), values in base units; `parts`: these alone."""
        from burdenshare.report.alliance.shape import view_shape

        return view_shape(self.view, self.compared, self.known_parts(parts))

    def to_json(self, *, indent: int | None = 2) -> str:
        """`to_dict()` as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent, allow_nan=False)

    def to_text(self, *, width: int = 100, full: bool = False, parts: Collection[str] = ()) -> str:
        """The terminal view as plain text; `full` lists every entry, `parts` are the sections to show (all)."""
        from burdenshare.report.alliance.terminal import plain_text

        return plain_text(self.view, self.compared, width=width, full=full, parts=self.known_parts(parts))

    def to_html(self) -> str:
        """One self-contained page without script, with a dot plot of all shares."""
        from burdenshare.report.alliance.page import page_of

        return page_of(self.view, self.compared)

    def known_parts(self, parts: Collection[str]) -> tuple[str, ...]:
        """`parts` as ids of sections. Raises UnknownNameError with the nearest."""
        known = [one.id for one in self.view.sections]
        for part in parts:
            if part not in known:
                raise UnknownNameError("part of the alliance", part, known, where="part")
        return tuple(parts)


def alliance(
    *,
    on: date | None = None,
    compare: date | None = None,
    articles: Sequence[str | Document] = (),
    record: Record | None = None,
) -> Alliance:
    """The alliance as known on `on` (the record's edition without it), and what changed against the day `compare`.

    `articles` (texts or documents) add the stands they report, by the day they were taken. Raises DateError for a day
    before the treaty or in the future; a day after the edition shows the edition and says so.
    """
    held = held_record(record)
    days = [None if day is None else day_known(day, where) for day, where in ((on, "on"), (compare, "compare"))]
    readings: list[Reading] = [read(one, record=held) for one in articles]
    view = view_of(held, days[0], readings)
    if days[1] is None:
        return Alliance(view)
    return Alliance(view, compared(view, view_of(held, days[1], readings)))


def day_known(day: date, where: str) -> date:
    """`day`, if there was an alliance on it, and if it has been. Raises DateError naming `where`."""
    if isinstance(day, date) and day < FOUNDED:
        raise DateError(
            f"{day.isoformat()} is before the North Atlantic Treaty was signed ({FOUNDED.isoformat()})",
            where=where,
            remedy="there was no alliance to show: give a later day",
        )
    return past(day, where, "give a day that has been")
