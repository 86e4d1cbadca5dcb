"""The chain from Python: a scenario of all its steps computed as one day knew it, and its forms."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from burdenshare.errors import InputError
from burdenshare.record import Record
from burdenshare.report.article import held_record
from burdenshare.report.days import past
from burdenshare.report.industry.door import with_names
from burdenshare.report.road.door import named
from burdenshare.road.chain.chain import chain as computed
from burdenshare.road.chain.model import Linked, Part
from burdenshare.road.chain.result import Chain
from burdenshare.road.chain.scenario import SHIPPED, load_chain
from burdenshare.road.faults import Faults

if TYPE_CHECKING:
    import polars as pl

    from burdenshare.record.model import Derivation
    from burdenshare.report.explaining import Step

DRAWS = 2000
"""Draws unless said otherwise: months at the ends of the intervals then move by about one."""


@dataclass(frozen=True, slots=True, repr=False)
class ChainReport:
    """The whole chain, ready to be shown: `chain` holds every value of every step."""

    chain: Chain
    record: Record = field(compare=False)

    def __repr__(self) -> str:
        """What it is, on one line."""
        one = self.chain
        return f"ChainReport({one.asked.title!r}, on={one.on}, items={len(one.deliveries)}, draws={one.draws})"

    def to_dict(self) -> dict[str, Any]:
        """The documented shape (`burdenshare chain --schema`): every step, and one tree down to the cells."""
        from burdenshare.report.chain.shape import shape

        return shape(self.chain, record=self.record)

    def to_json(self, *, indent: int | None = 2) -> str:
        """`to_dict()` as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent, allow_nan=False)

    def to_csv(self) -> str:
        """The long table as CSV: one row a step, name, quantity and month or year."""
        from burdenshare.report.chain.csv import csv_text

        return csv_text(self.chain)

    def to_polars(self) -> pl.DataFrame:
        """The same as a polars frame."""
        from burdenshare.report.chain.csv import frame

        return frame(self.chain)

    def to_text(self, *, width: int = 100, assumptions: bool = False) -> str:
        """The terminal report as plain text; `assumptions` tells each with all its sources."""
        from burdenshare.report.chain.terminal import plain_text

        return plain_text(self.record, self.chain, width=width, assumptions=assumptions)

    def to_html(self) -> str:
        """One self-contained page without script, with the pictures of every step."""
        from burdenshare.report.chain.page import page

        return page(self.chain, record=self.record)

    def to_svg(self) -> str:
        """One picture that stands alone: spending and money, what is lacking of each requirement and how likely it is
        met, and the stairs of stated horizons on the same years."""
        from burdenshare.report.chain.pictures import picture

        return picture(self.record, self.chain)

    def derivation(self, name: str = "chain") -> Derivation:
        """Why a step is what it is, from the clock back to the cells of the record: the whole `chain`, or a part of it
        by the name of a requirement, an item, an ally, `money`, `clock`, or what is feared."""
        from burdenshare.report.chain.derived import derivation

        return derivation(self.record, self.chain, name)

    def explain(self, name: str = "chain") -> Step:
        """The same as a tree of lines with its sources, as `burdenshare chain --explain` prints it."""
        from burdenshare.report.chain.explained import explained

        return explained(self.record, self.chain, name)


def chain(
    scenario: str | Path | Linked = SHIPPED[0],
    *,
    on: date | None = None,
    until: int | None = None,
    draws: int = DRAWS,
    seed: int = 1,
    record: Record | None = None,
    step: Callable[[int, int], None] | None = None,
) -> ChainReport:
    """The whole chain of a scenario as known on `on` (the record's edition): target, money, orders, deliveries, gap,
    and the clock of stated horizons beside it, in one set of draws.

    `scenario` is a shipped name, a file (with its tables beside it), or a `Linked`; `until` is the last year; `draws` 0
    gives the central run alone; `step` is called with how many items are done, of how many. Raises InputError for what
    cannot be asked, DateError for a day before the first releases, NotHeldError where the record lacks what it takes.
    """
    held = held_record(record)
    day = held.edition if on is None else past(on, "on", "give a day that has been")
    if draws < 0:
        raise InputError(f"{draws} draws", where="draws", remedy="give 0 for the central run alone, or more")
    given = scenario if isinstance(scenario, Linked) else load_chain(str(scenario))
    asked = named_chain(held, given)
    return ChainReport(computed(held, asked, day, until=until, draws=draws, seed=seed, step=step), held)


def named_chain(record: Record, given: Linked) -> Linked:
    """The scenario with ids for the names of its allies. Raises UnknownNameError with the nearest."""
    faults = Faults()
    table = given.tables[Part.SHARES].file if Part.SHARES in given.tables else ""
    road = faults.of(given.road, named, record, given.road, table)
    source = given.plant.source
    assert source is not None
    bare = replace(given.plant, source=replace(source, road=replace(given.road, targets=(), backfills=())))
    plant = faults.of(bare, with_names, record, bare)  # its road is this one: a name of it is told once
    faults.refuse()
    assert plant.source is not None
    return replace(given, road=road, plant=replace(plant, source=replace(plant.source, road=road)))
