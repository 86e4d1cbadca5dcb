"""The record as one read-only value: ask it, and it answers with findings that name their source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from burdenshare.errors import NotHeldError
from burdenshare.record import aid_sums, answers, bands, cells, money
from burdenshare.record.aid import PUBLISHER as KIEL
from burdenshare.record.aid_books import Book, Definition, Kind
from burdenshare.record.answers import Wanted
from burdenshare.record.computed import Computed
from burdenshare.record.derived import Question
from burdenshare.record.index import Index
from burdenshare.record.layers import Layer
from burdenshare.record.macro import Table
from burdenshare.record.model import (
    Band,
    Finding,
    Observation,
    Period,
    Release,
)
from burdenshare.record.registry import REGISTRY
from burdenshare.record.releases import NATO, shelf_day
from burdenshare.record.store import Store, open_store
from burdenshare.record.turning import counted, turn

WHOLE = "whole"
CORE = "core"
"""What a NATO release counts: the whole of defence expenditure, or (since July 2026) its core."""


class Record(Computed):
    """Everything known, read-only. `as_of`: the last day whose publications count; None means the edition (*now*).

    Values come as `Finding`; None means that the record does not hold the answer. Names it does not know raise
    UnknownNameError with the nearest it has.
    """

    __slots__ = ("_bands", "_pairs", "_turns", "_years", "kept")

    _pairs: dict[str, tuple[bands.Pair, ...]]
    _bands: dict[tuple[str, str, str, date], Band]
    _turns: dict[tuple[date, bool], date]
    _years: dict[tuple[date, str, str], int | None]
    kept: dict[object, Callable[..., Any]]
    """What those who ask keep here of what they were told, by question, so that it goes with the record."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        object.__setattr__(self, "_pairs", {})
        object.__setattr__(self, "_bands", {})
        object.__setattr__(self, "_turns", {})
        object.__setattr__(self, "_years", {})
        object.__setattr__(self, "kept", {})

    def __repr__(self) -> str:
        return f"Record(edition={self.edition}, version={self.version!r})"

    @property
    def edition(self) -> date:
        """The newest day the record speaks for."""
        return self._store.edition

    @property
    def version(self) -> str:
        """Changes whenever any table changes."""
        return self._store.version

    @property
    def index(self) -> Index:
        """NATO's cells and printed aggregates, for look-ups by key a million times a second."""
        return self._store.nato

    # releases

    def releases(self, publisher: str = NATO) -> tuple[Release, ...]:
        """Releases of a publisher, oldest first, undated ones last."""
        return self._store.releases.of(publisher)

    def release(self, name: str) -> Release:
        """The release called `2024-06` or `June 2024`. Raises UnknownNameError."""
        return self._store.releases.find(name)

    def turn(self, day: date, measure: str | None = None) -> date:
        """The newest day by which something came out that `day` knows of: what either is asked, the other answers.

        `measure`: of that measure alone, so that what was told of other kinds of things since does not count.
        """
        asked = day, counted(measure)
        found = self._turns.get(asked)
        if found is None:
            if len(self._turns) >= _MOST_DAYS:
                self._turns.clear()
            found = self._turns[asked] = turn(self._store, day, measure)
        return found

    def newest_release(self, as_of: date, publisher: str = NATO) -> Release | None:
        """The newest release out by that day."""
        return self._store.releases.newest(publisher, self._store.sight(as_of))

    def last_whole_release(self, as_of: date) -> Release | None:
        """The newest NATO release out by that day that counts the whole of defence expenditure."""
        held = self._store.releases.visible(NATO, self._store.sight(as_of))
        return next((one for one in held if one.definition == WHOLE), None)

    def newest_year(self, as_of: date, measure: str = "share_of_gdp", entity: str = "NATO") -> int | None:
        """The newest year of which the newest release of the day speaks: its own.

        Its own year must be held for the entity (or counted over the group); else the newest year that is.
        """
        asked = (as_of, measure, entity)
        if asked not in self._years:
            if len(self._years) >= _MOST_DAYS:
                self._years.clear()  # an archive of many days must not grow it
            self._years[asked] = self._newest_year(as_of, measure, entity)
        return self._years[asked]

    def _newest_year(self, as_of: date, measure: str, entity: str) -> int | None:
        newest = self.newest_release(as_of)
        if newest is None:
            return None
        for year in range(newest.own_year, newest.own_year - 10, -1):
            if self._speaks(newest, measure, entity, year):
                return year
        return newest.own_year

    # aid to Ukraine

    def aid_releases(self, as_of: date) -> tuple[Release, ...]:
        """The tracker's releases that are tables of donors, out by that day, newest first."""
        books, seen = self._store.aid_books(), self._store.releases.visible(KIEL, self._store.sight(as_of))
        return tuple(one for one in seen if books.of(one, Definition.ALLOCATION, Kind.TOTAL) is not None)

    def aid_book(self, release: Release, definition: Definition, kind: Kind) -> Book:
        """What one of them holds of a definition and kind of aid, by donor. Raises NotHeldError for another release."""
        found = self._store.aid_books().of(release, definition, kind)
        if found is None:
            raise NotHeldError(f"{release.title} is no table of donors", where="release")
        return found

    def aid_spans(self, donor: str, as_of: date | None = None) -> tuple[Period, ...]:
        """The spans of the whole war of which releases out by that day tell what a donor, or a group, gave."""
        held = self._store.releases.visible(KIEL, self._store.sight(as_of))
        return tuple(dict.fromkeys(aid_sums.spans(self._store.aid_books(), held, donor)))

    # values

    def cell(
        self,
        measure: str,
        entity: str,
        period: Period,
        *,
        basis: str = "",
        unit: str = "",
        as_of: date | None = None,
        release: str | None = None,
        exact_release: bool = False,
    ) -> Finding | None:
        """One cell by the rule of single cells (semantics §3).

        `basis`: `current`, `constant` (the release's own base year), `constant_2021`, `unnamed` (printed without a
        basis: evidence for neither), or a variant of the tables of stated figures. `unit`: a currency, or `NCU` for
        the entity's own. `release` answers alone with `exact_release`; else it and those before it.
        """
        asked = cells.ask(
            self._store,
            measure,
            entity,
            period,
            basis=basis,
            unit=unit,
            as_of=as_of,
            release=release,
            exact=exact_release,
        )
        return cells.cell(self._store, asked)

    def cells_by_release(
        self, measure: str, entity: str, period: Period, *, basis: str = "", unit: str = "", as_of: date | None = None
    ) -> tuple[Finding, ...]:
        """The cell in every release that holds it, newest first."""
        asked = cells.ask(self._store, measure, entity, period, basis=basis, unit=unit, as_of=as_of)
        return cells.by_release(self._store, asked)

    def observations(
        self,
        measure: str,
        entity: str | None = None,
        period: Period | None = None,
        *,
        basis: str | None = None,
        as_of: date | None = None,
    ) -> tuple[Observation, ...]:
        """Observations that fit all that is given, newest first (undated ones first of all, for *now* only).

        For stated figures `basis` names the variant, whole or by its beginning: `output/` (production), `stockpile`
        (warheads), `troops_stationed@` (troops), `allocation/military` (aid). Macroeconomic vintages are not listed
        here: ask `cells_by_release`.
        """
        day = self._store.sight(as_of)
        found: dict[Observation, None] = {}
        for index in self._store.tabled(self._store.measures.find(measure)):
            rows = index.of_measure(measure)
            own = rows if entity is None else [one for one in rows if one.entity == entity]
            found |= dict.fromkeys([one for one in own if _fits(one, entity, period, basis, day)])
        return tuple(sorted(found, key=lambda one: shelf_day(one.released_on), reverse=True))

    def spoken(
        self, measure: str, entity: str, period: Period | None = None, on: date | None = None
    ) -> tuple[Observation, ...]:
        """Figures said by a person or read on another day than a release's, by `on`: shown beside, never evidence."""
        return tuple(
            one
            for one in self._store.spoken
            if one.measure == measure
            and one.entity == entity
            and (period is None or one.period == period)
            and (on is None or shelf_day(one.released_on) <= on)
        )

    def value(
        self,
        entity: str,
        measure: str,
        period: Period,
        *,
        as_of: date | None = None,
        release: str | None = None,
        basis: str = "",
        unit: str = "",
        threshold: float = 2.0,
        baseline: int | None = None,
    ) -> Finding:
        """Any declared measure, whether cell, formula or count. `entity` may be a code or a name.

        Raises UnknownNameError (with suggestions), NotHeldError, or InputError where a baseline or a group is missing.
        """
        wanted = self._wanted(entity, measure, period, as_of, release, basis, unit, threshold, baseline)
        return answers.value(self._store, wanted)

    def history(
        self,
        entity: str,
        measure: str,
        period: Period,
        *,
        as_of: date | None = None,
        basis: str = "",
        unit: str = "",
        threshold: float = 2.0,
        baseline: int | None = None,
    ) -> tuple[Finding, ...]:
        """The same in every release that can answer, newest first. Raises as `value` does."""
        wanted = self._wanted(entity, measure, period, as_of, None, basis, unit, threshold, baseline)
        return answers.history(self._store, wanted)

    def unrounded_share(self, entity: str, year: int, release: str) -> Finding | None:
        """Expenditure over GDP of one release: the second reading where NATO stored a rounded share."""
        return money.unrounded_share(self._store, entity, year, self.release(release))

    def gdp(self, entity: str, year: int, *, as_of: date | None = None) -> Finding | None:
        """GDP at current prices in dollars, by the rule of prices (semantics §7)."""
        return money.gdp(self._store, entity, year, as_of)

    def rate(self, entity: str, year: int, *, as_of: date | None = None) -> Finding | None:
        """National currency units for one US dollar, period average of one vintage."""
        return money.rate(self._store, entity, year, as_of)

    def vintage(self, indicator: str, release: str) -> Table:
        """All that one macroeconomic vintage holds of an indicator (`gdp_ncu`, `deflator`), by entity and year."""
        return self._store.macro().table(indicator, release)

    def band(self, measure: str, entity: str, *, age: str, as_of: date) -> Band:
        """The revision band (semantics §5). `age`: `newest` (a release's own year or the one before) or `older`."""
        newest = self.newest_release(as_of)
        key = (measure, entity, age, (newest.released_on if newest else None) or as_of)
        if key not in self._bands:
            if measure not in self._pairs:
                self._pairs[measure] = bands.pairs_of(self._store, measure)
            self._bands[key] = bands.band(self._store, self._pairs[measure], entity, age, as_of)
        return bands.told(self._bands[key], as_of)

    def definition_break(
        self, measure: str, entity: str, period: Period, *, as_of: date | None = None, basis: str = "", unit: str = ""
    ) -> tuple[Finding, Finding] | None:
        """The answering release's finding and the last whole release's, where the first counts core expenditure."""
        core = self.cell(measure, entity, period, basis=basis, unit=unit, as_of=as_of)
        last = self.last_whole_release(as_of or self.edition)
        if core is None or core.release.definition != CORE or last is None:
            return None
        whole = self.cell(measure, entity, period, basis=basis, unit=unit, as_of=as_of, release=last.id)
        return (core, whole) if whole is not None else None

    # inside

    def _wanted(
        self,
        entity: str,
        measure: str,
        period: Period,
        as_of: date | None,
        release: str | None,
        basis: str,
        unit: str,
        threshold: float,
        baseline: int | None,
    ) -> Wanted:
        declared = self.measure(measure)
        return Wanted(self.entity(entity), declared, period, as_of, release, basis, unit, threshold, baseline)

    def _speaks(self, release: Release, measure: str, entity: str, year: int) -> bool:
        if measure in REGISTRY:
            question = Question(entity, year, baseline=year - 1)
            return REGISTRY[measure].rule(self._store, release, question) is not None
        asked = replace(cells.ask(self._store, measure, entity, year), release=release, exact=True)
        return cells.in_release(self._store, release, asked) is not None


_MOST_DAYS = 4096
"""Answers kept of questions that every text asks anew: ten years of days."""


def load_record(root: Path | None = None, *, layers: Sequence[Layer] | None = None) -> Record:
    """Load the packaged record with the user's imported layers, or the one below `root`, which has none.

    `layers` names those to lay instead; `()` is the packaged record alone. Raises RecordError naming what is damaged.
    """
    return Record(open_store(root, layers))


def _fits(one: Observation, entity: str | None, period: Period | None, basis: str | None, day: date) -> bool:
    return (
        (entity is None or one.entity == entity)
        and (period is None or one.period == period)
        and (basis is None or one.basis.startswith(basis))
        and shelf_day(one.released_on) <= day
    )
