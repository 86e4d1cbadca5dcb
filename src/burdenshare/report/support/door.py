"""Support to Ukraine from Python: who stands where as one day knew it, or what a scenario costs, and its forms."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from burdenshare.errors import InputError
from burdenshare.record import Record
from burdenshare.report.article import held_record
from burdenshare.report.days import past
from burdenshare.report.support import asked
from burdenshare.road.support.model import SupportScenario
from burdenshare.road.support.priced import PricedSupport
from burdenshare.road.support.pricing import priced
from burdenshare.road.support.scenario import SHIPPED
from burdenshare.road.support.standing import Standing, standing

if TYPE_CHECKING:
    import polars as pl
    from rich.console import RenderableType

    from burdenshare.record.model import Derivation
    from burdenshare.report.explaining import Step

PRESENT = SHIPPED[0]
"""The scenario in which nothing is asked."""


@dataclass(frozen=True, slots=True, repr=False)
class SupportReport:
    """Support to Ukraine, ready to be shown: `standing` holds who gave what, or `priced` what a scenario costs."""

    record: Record = field(compare=False)
    standing: Standing | None = None
    priced: PricedSupport | None = None

    def __repr__(self) -> str:
        """What it is, on one line: all its figures would fill a screen."""
        if self.priced is not None:
            one = self.priced
            return f"SupportReport({one.scenario.title!r}, on={one.on}, release={one.book.release.id!r})"
        held = self._standing()
        release = None if held.told is None else held.told.book.release.id
        return f"SupportReport(on={held.on}, release={release!r}, donors={len(held.donors)})"

    def to_dict(self) -> dict[str, Any]:
        """The documented shape (`burdenshare support --schema`): money in euro, every figure with its sources."""
        if self.priced is not None:
            from burdenshare.report.support.scenario_shape import scenario_price_shape

            return scenario_price_shape(self.record, self.priced)
        from burdenshare.report.support.shape import shape

        return shape(self.record, self._standing())

    def to_json(self, *, indent: int | None = 2) -> str:
        """`to_dict()` as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent, allow_nan=False)

    def to_csv(self) -> str:
        """A long table as CSV: one row a donor or group and period, or one a donor, quantity and year of a scenario."""
        from burdenshare.report.support.csv import csv_text

        return csv_text(self.record, self.standing, self.priced)

    def to_polars(self) -> pl.DataFrame:
        """The same as a polars frame; `pandas.DataFrame(report.to_polars().to_dicts())` makes one of pandas."""
        from burdenshare.report.support.frames import frame

        return frame(self.record, self.standing, self.priced)

    def to_text(self, *, width: int = 100, full: bool = False) -> str:
        """The terminal report as plain text; `full` leaves no row of a long table out."""
        if self.priced is not None:
            from burdenshare.report.support.scenario_terminal import plain_scenario

            return plain_scenario(self.record, self.priced, width=width, full=full)
        from burdenshare.report.support.terminal import plain_text

        return plain_text(self.record, self._standing(), width=width, full=full)

    def to_html(self) -> str:
        """One self-contained page without script, with pictures."""
        from burdenshare.report.support.page import page, scenario_page

        if self.priced is not None:
            return scenario_page(self.record, self.priced)
        return page(self.record, self._standing())

    def to_svg(self, picture: str = "") -> str:
        """One of its pictures, alone: `months`, `shares` or `moves`; of a scenario `price`. Raises InputError."""
        from burdenshare.report.support.pictures import alone

        return alone(self.record, self.standing, self.priced, picture)

    def derivation(self, entity: str) -> Derivation:
        """Why the sum, or the price, of a donor or group is what it is, down to the rows."""
        if self.priced is not None:
            from burdenshare.report.support.scenario_derived import cost_derivation

            return cost_derivation(self.record, self.priced, self.entity(entity))
        from burdenshare.report.support.derived import derivation

        return derivation(self.record, self._standing(), self.entity(entity))

    def explain(self, entity: str) -> Step:
        """The same as a tree of lines with its sources, as `burdenshare support --explain` prints it."""
        if self.priced is not None:
            from burdenshare.report.support.scenario_derived import cost_explained

            return cost_explained(self.record, self.priced, self.entity(entity))
        from burdenshare.report.support.derived import explained

        return explained(self.record, self._standing(), self.entity(entity))

    def entity(self, name: str) -> str:
        """The id of a donor or group of this report. Raises InputError where it holds none such."""
        (found,) = asked.entities(self.record, (name,))
        if self.priced is not None:
            return self.priced.cost(found).donor
        if self._standing().given(found) is None:
            raise InputError(f"{name} is not in it", where="donor", remedy="name a donor or group that is shown")
        return found

    def _standing(self) -> Standing:
        if self.standing is None:
            raise InputError("it tells what a scenario costs", remedy="ask without a scenario")
        return self.standing


def rendered(report: SupportReport, *, width: int = 100, full: bool = False) -> RenderableType:
    """The report as something a rich console prints; it must be printed without cropping."""
    if report.priced is not None:
        from burdenshare.report.support.scenario_terminal import rendered_scenario

        return rendered_scenario(report.record, report.priced, width=width, full=full)
    from burdenshare.report.support.terminal import rendered as rendered_standing

    assert report.standing is not None
    return rendered_standing(report.record, report.standing, width=width, full=full)


def support(
    scenario: str | Path | SupportScenario | None = None,
    *,
    donors: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    kind: str | None = None,
    definition: str | None = None,
    release: str | None = None,
    span: str | None = None,
    against: str | None = None,
    give: float | None = None,
    on: date | None = None,
    record: Record | None = None,
) -> SupportReport:
    """Support to Ukraine as known on `on` (the record's edition without it): who gave what, or what a scenario costs.

    `donors` are names, codes and groups to show, all of them without it; `since` and `until` are months (`2025-01`) or
    years; `kind` is `total`, `military`, `financial` or `humanitarian`, `definition` is `allocation`, `commitment` or
    `disbursement`; `release` asks one release alone. `span` and `against` are the later and the earlier months of who
    rose and who fell (`2025-05/2026-04`), of equal length. `scenario` is a shipped name, a file, or a
    `SupportScenario`; with `give` every ally gives that share of GDP a year `since` a month.

    Raises InputError for what cannot be asked, UnknownNameError for a name, NotHeldError where no release out by the
    day holds it.
    """
    held = held_record(record)
    day = held.edition if on is None else past(on, "on", "give a day that has been")
    ids = asked.entities(held, donors)
    order = asked.scenario_of(scenario, give=give, since=since)
    if order is not None:
        asked.refuse_beside(until=until, definition=definition, span=span, against=against)
        if give is None and since is not None:
            raise InputError("a scenario has its own months", where="since", remedy="write them in its file")
        return SupportReport(held, None, priced(held, asked.of_kind(order, kind), day, entities=ids, release=release))
    question = asked.asked_of(definition=definition, kind=kind, since=since, until=until, release=release)
    after, before = asked.spans(span, against)
    return SupportReport(held, standing(held, question, day, entities=ids, after=after, before=before))
