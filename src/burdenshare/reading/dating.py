"""The day of a text that names none: from the offices and events it speaks of, and only where they leave no choice.

A day is inferred where every day that fits lies in one calendar year and meets the same newest release: then *then*
and "last year" have one answer, whichever of those days is the right one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from burdenshare.reading.parse import Parsed
from burdenshare.reading.speakers import Cast
from burdenshare.record.model import Event, Release

Window = tuple[date, date]
EARLIEST = date(2014, 1, 1)
"""The tables of offices and events begin here; nothing earlier can be inferred."""


class Dated(Protocol):
    """What inference needs of the record."""

    @property
    def edition(self) -> date: ...
    def newest_release(self, as_of: date, publisher: str = "nato") -> Release | None: ...
    def events(
        self, kind: str | None = None, place: str | None = None, between: tuple[date, date] | None = None
    ) -> tuple[Event, ...]: ...


@dataclass(frozen=True, slots=True)
class Inferred:
    """An inferred day, the window it stands for, and the words of the text that fixed it."""

    day: date
    window: Window
    because: str


def infer_day(parsed: list[Parsed], record: Dated, cast: Cast) -> Inferred | None:
    """The day of an undated text, or None where offices and events leave more than one answer open."""
    windows: list[Window] = [(EARLIEST, record.edition)]
    because: list[str] = []
    for parse in parsed:
        cast.meet(parse)
        for words, held in [*_held(parse, cast), *_ahead(parse, record)]:
            narrowed = _meet(windows, held)
            if narrowed and narrowed != windows:
                windows = narrowed
                because.append(words)
    windows = _not_before(windows, _latest_day(parsed, record.edition))
    if len(windows) != 1 or not because or not _one_answer(windows[0], record):
        return None
    first, last = windows[0]
    return Inferred(first + (last - first) / 2, (first, last), "; ".join(dict.fromkeys(because)))


def _held(parse: Parsed, cast: Cast) -> list[tuple[str, list[Window]]]:
    """For each titled person of the sentence, the windows in which he or she held that office."""
    found: list[tuple[str, list[Window]]] = []
    for person in parse.persons:
        title = person.title
        if title is None or title.former or title.then or not title.office:
            continue
        name = cast.identify(person)
        tenures = [
            t
            for t in cast.people.tenures(person=name, office=title.office)
            if title.entity in ("", t.entity) and t.grade != "D"
        ]
        if name and tenures:
            held = [(t.from_, (t.to or date.max) - timedelta(days=1)) for t in tenures]
            found.append((f"{title.words} {name}", held))
    return found


def _ahead(parse: Parsed, record: Dated) -> list[tuple[str, list[Window]]]:
    """`ahead of the summit in The Hague`: a day in the year before it."""
    if not parse.cues.has("summit_ahead"):
        return []
    found: list[tuple[str, list[Window]]] = []
    for subject in parse.subjects:
        if subject.kind != "capital":
            continue
        place = " ".join(token.text for token in parse.tokens[subject.first : subject.last])
        summits = record.events(kind="nato_summit", place=place)
        if len(summits) == 1:
            last = summits[0].last
            found.append((f"before {summits[0].name}", [(last - timedelta(days=365), last)]))
    return found


def _meet(left: list[Window], right: list[Window]) -> list[Window]:
    """The days that lie in a window of both."""
    return [(max(a, c), min(b, d)) for a, b in left for c, d in right if max(a, c) <= min(b, d)]


def _latest_day(parsed: list[Parsed], edition: date) -> date | None:
    """The latest full day that the text tells in the past tense: it was written on that day or later."""
    days = [
        p.value
        for parse in parsed
        if not parse.cues.has("future")
        for p in parse.periods
        if len(p.value) == 10 and p.source == "explicit" and p.role == "in" and p.value <= edition.isoformat()
    ]
    return date.fromisoformat(max(days)) if days else None


def _not_before(windows: list[Window], day: date | None) -> list[Window]:
    if day is None:
        return windows
    return [(max(first, day), last) for first, last in windows if last >= day]


def _one_answer(window: Window, record: Dated) -> bool:
    first, last = window
    return first.year == last.year and record.newest_release(first) == record.newest_release(last)
