"""The clock from Python: stated horizons as one day knew them, requirements beside them, and their forms."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.record import Record
from burdenshare.report.article import held_record
from burdenshare.report.clock.requirements import drawn
from burdenshare.report.days import past
from burdenshare.road.clock.clock import clock as computed
from burdenshare.road.clock.met import MetDraws
from burdenshare.road.clock.model import ClockScenario, Feared
from burdenshare.road.clock.result import Curve, ReadinessClock
from burdenshare.road.clock.scenario import USUAL, asked, load_clock
from burdenshare.road.clock.sensitivity import Lever, levers

if TYPE_CHECKING:
    import polars as pl

    from burdenshare.record.model import Derivation
    from burdenshare.report.explaining import Step


@dataclass(frozen=True, slots=True, repr=False)
class ClockReport:
    """Stated horizons, ready to be shown: `clock` holds every curve and statement, `levers` what moves the curves."""

    clock: ReadinessClock
    record: Record = field(compare=False)
    levers: tuple[Lever, ...] = ()

    def __repr__(self) -> str:
        """What it is, on one line."""
        made = self.clock
        return f"ClockReport({made.scenario.title!r}, on={made.on}, statements={len(made.statements)})"

    def to_dict(self) -> dict[str, Any]:
        """The documented shape (`burdenshare clock --schema`): shares from 0 to 1, years as decimals."""
        from burdenshare.report.clock.shape import shape

        return shape(self.clock, self.levers, record=self.record)

    def to_json(self, *, indent: int | None = 2) -> str:
        """`to_dict()` as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent, allow_nan=False)

    def to_csv(self) -> str:
        """The long table as CSV: one row a year of a curve, of a statement, of a requirement."""
        from burdenshare.report.clock.csv import csv_text

        return csv_text(self.clock)

    def to_polars(self) -> pl.DataFrame:
        """The same as a polars frame."""
        from burdenshare.report.clock.frames import frame

        return frame(self.clock)

    def to_text(self, *, width: int = 100) -> str:
        """The terminal report as plain text."""
        from burdenshare.report.clock.terminal import plain_text

        return plain_text(self.clock, self.levers, width=width)

    def to_html(self) -> str:
        """One self-contained page without script, with pictures."""
        from burdenshare.report.clock.page import page

        return page(self.clock, self.levers, record=self.record)

    def to_svg(self) -> str:
        """The curves with every statement as a line below them: one picture that stands alone."""
        from burdenshare.report.clock.plot import picture

        return picture(self.clock)

    def derivation(self, feared: str, year: int) -> Derivation:
        """Why a curve is what it is in a year: every statement with its weight and the part of its span."""
        from burdenshare.report.clock.derived import derivation

        return derivation(self.clock, self.curve(feared), year)

    def explain(self, feared: str, year: int) -> Step:
        """The same as a tree of lines with sources, as `burdenshare clock --explain` prints it."""
        from burdenshare.report.clock.derived import explained

        return explained(self.clock, self.curve(feared), year)

    def explained(self, told: str) -> Step:
        """The same of `attack_on_ally:2029`, or of the year before whose end half of the curve falls."""
        from burdenshare.report.clock.page import headline_year

        name, _, year = told.replace("-", "_").partition(":")
        if year and not (year.isascii() and year.isdigit() and len(year) == len("2029")):
            raise InputError(f"'{year}' is no year", where="explain", remedy="write attack_on_ally:2029")
        curve = self.curve(name.strip())
        return self.explain(curve.feared.value, int(year) if year else headline_year(self.clock, curve))

    def curve(self, feared: str) -> Curve:
        """A curve by what is feared. Raises UnknownNameError, and InputError where nothing of it is drawn."""
        known = [one.value for one in Feared]
        if feared not in known:
            raise UnknownNameError("thing feared", feared, known)
        found = self.clock.curve(Feared(feared))
        if found is None:
            held = ", ".join(one.feared.value for one in self.clock.curves)
            raise InputError(
                f"no statement on {feared} is drawn", where="explain", remedy=f"there are curves of {held}"
            )
        return found


def clock(
    scenario: str | Path | ClockScenario | None = None,
    *,
    on: date | None = None,
    weights: str | Path | None = None,
    without: Collection[str] = (),
    ceasefire: str | date | None = None,
    until: int | None = None,
    requirements: Sequence[MetDraws | str] = (),
    record: Record | None = None,
) -> ClockReport:
    """What had been said by `on` (the record's edition without it) on when the adversary could be ready.

    `scenario` is a shipped name, a file, or a `ClockScenario`; `weights` a file of weights laid over its own; `without`
    are keys of statements that shall count nothing; `ceasefire` is the day ("2026-12-31"), or the time
    ("2026-12/2027-06"), from which the statements count that begin with one; `until` the last year shown;
    `requirements`, by their names or as draws, stand beside the curves, never in them.
    Raises InputError and UnknownNameError for what cannot be asked, DateError for a day out of bounds, NotHeldError for
    a day by which nothing had been said.
    """
    held = held_record(record)
    day = held.edition if on is None else past(on, "on", "give a day that has been")
    given = scenario if isinstance(scenario, ClockScenario) else load_clock(str(scenario or USUAL))
    told = ceasefire.isoformat() if isinstance(ceasefire, date) else ceasefire
    file = None if weights is None else str(weights)
    scenario_asked = asked(given, weights_file=file, without=without, ceasefire=told, until=until)
    beside = [each for one in requirements for each in (drawn([one], held, day) if isinstance(one, str) else [one])]
    made = computed(held, scenario_asked, day, beside)
    return ClockReport(made, held, levers(held, made))
