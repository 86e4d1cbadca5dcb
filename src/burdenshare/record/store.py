"""Everything the record holds, opened once and then only read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from burdenshare.record import aid, dated, groups, headlines, measures, nato_cells, people, releases, stated, tables
from burdenshare.record.aid_books import Books
from burdenshare.record.index import Index, Key
from burdenshare.record.layers import Layer, standing
from burdenshare.record.macro import Macro
from burdenshare.record.measures import Measure, Measures
from burdenshare.record.model import Observation

T = TypeVar("T")
MOST_ANSWERS = 1 << 16
"""Answers that are kept: nine in ten say that nothing is held, the others take some 3 kB each. An archive on the
subject asks some 40,000 different questions."""
_NOT_ASKED: Any = object()


class Shelves(Protocol):
    """What answers look-ups: an `Index`, or the vintages of `Macro`."""

    def latest(self, key: Key, day: date) -> Observation | None: ...
    def at(self, key: Key, release: str) -> Observation | None: ...
    def shelf(self, key: Key) -> tuple[Observation, ...]: ...


class Lazy(Generic[T]):
    """A value made when it is first asked for: a command that needs one cell must not pay for every table."""

    __slots__ = ("_make", "_value")

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._value: T | None = None

    def __call__(self) -> T:
        if self._value is None:
            self._value = self._make()
        return self._value


@dataclass(frozen=True, slots=True)
class Store:
    """The parts of the record. `shelves` maps a publisher to what it holds."""

    edition: date
    version: str
    measures: Measures
    groups: groups.Groups
    releases: releases.Releases
    people: Lazy[people.People]
    calendar: Lazy[dated.Calendar]
    nato: Index
    spoken: tuple[Observation, ...]
    aid: Lazy[Index]
    aid_books: Lazy[Books]
    macro: Lazy[Macro]
    stated: Mapping[str, Lazy[Index]]
    answered: dict[object, Any] = field(init=False, repr=False, compare=False, default_factory=dict)
    """Answers of `once`."""

    def shelves(self, measure: str, publisher: str) -> Shelves:
        """Where one publisher's values of a measure stand."""
        if publisher == releases.NATO:
            return self.nato
        if publisher == aid.PUBLISHER:
            return self.aid()
        if publisher == stated.PUBLISHER:
            return self.stated[stated.BY_MEASURE[measure]]()
        return self.macro()

    def tabled(self, measure: Measure) -> tuple[Index, ...]:
        """The indexes that list a measure: all but the macroeconomic vintages, of which there are too many to list."""
        indexes: dict[str, Callable[[], Index]] = {releases.NATO: lambda: self.nato, aid.PUBLISHER: self.aid}
        if measure.id in stated.BY_MEASURE:
            indexes[stated.PUBLISHER] = self.stated[stated.BY_MEASURE[measure.id]]
        return tuple(indexes[who]() for who in measure.publishers if who in indexes)

    def once(self, question: object, answer: Callable[[], T]) -> T:
        """An answer that the tables alone decide, kept: texts of other days ask the same.

        `question` holds all that it depends on; of a day only what was out by then (`Releases.step`).
        """
        found = self.answered.get(question, _NOT_ASKED)
        if found is _NOT_ASKED:
            if len(self.answered) >= MOST_ANSWERS:
                self.answered.clear()  # an archive must not grow it
            found = self.answered[question] = answer()
        held: T = found
        return held

    def sight(self, as_of: date | None) -> date:
        """The last day whose publications a question may see; *now* also sees what has no day."""
        return date.max if as_of is None or as_of >= self.edition else as_of


def open_store(root: Path | None = None, layers: Sequence[Layer] | None = None) -> Store:
    """Open the packaged record with the layers of this process, or with those given; or the record below `root`.

    Every table's hash is verified. Raises RecordError.
    """
    over = layers if layers is not None else standing() if root is None else ()
    for name in tables.table_names(root=root):
        tables.verify(name, root=root)

    def read(name: str) -> list[tables.Row]:
        return tables.rows(name, root=root, layers=over)

    places = read("people/places.csv")
    grouped = groups.build_groups(
        read("commitments/members.csv"), read("people/groups.csv"), read("currencies.csv"), places
    )
    released = releases.build_releases(read("nato/releases.csv"))
    sources = read("sources.csv")
    lines = headlines.read(read(headlines.TABLE), released)
    widths = _of_precision(sources, "full"), _of_precision(sources, "printed", IMPORTED)
    cells = nato_cells.observations(read(nato_cells.TABLE), _grades(sources, "source="), released, grouped, *widths)
    tracked = Lazy(lambda: Index(aid.observations(read(aid.TABLE), _grades(sources, "release="), released)))
    return Store(
        edition=tables.edition(root=root, layers=over),
        version=tables.record_version(root=root, layers=over),
        measures=measures.declared(),
        groups=grouped,
        releases=released,
        people=Lazy(
            lambda: people.build_people(
                read("people/offices.csv"), read("people/aliases.csv"), read("people/titles.csv"), places
            )
        ),
        calendar=Lazy(
            lambda: dated.build_calendar(
                read("commitments/events.csv"),
                read("commitments/commitments.csv"),
                read("capabilities/reconstitution.csv"),
            )
        ),
        nato=Index([*cells, *lines.printed]),
        spoken=lines.spoken,
        aid=tracked,
        aid_books=Lazy(lambda: Books(tracked())),
        macro=Lazy(lambda: Macro(tables.macro_path(root=root), grouped, tables.macro_layers(root=root, layers=over))),
        stated={one.table: _stated(one, read) for one in stated.TABLES},
    )


def _stated(declared: stated.Stated, read: Callable[[str], list[tables.Row]]) -> Lazy[Index]:
    return Lazy(lambda: Index(stated.observations(declared, read(declared.table))))


IMPORTED = "import-"
"""How the source keys of imported files begin: their digits are kept as they were printed."""


def _of_precision(sources: list[tables.Row], precision: str, prefix: str = "") -> frozenset[str]:
    """The sources of a precision whose keys begin so."""
    return frozenset(
        row["source"] for row in sources if row["precision"] == precision and row["source"].startswith(prefix)
    )


def _grades(sources: list[tables.Row], prefix: str) -> dict[str, str]:
    """Source key (or release) to grade, from the patterns of `sources.csv`."""
    return {row["pattern"].removeprefix(prefix): row["grade"] for row in sources if row["pattern"].startswith(prefix)}
