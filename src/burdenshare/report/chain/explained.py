"""A step of a chain opened: its derivation as a tree of lines, rows of the record with their grade and page."""

from __future__ import annotations

from burdenshare.record import Record
from burdenshare.record.model import Observation
from burdenshare.report import wording
from burdenshare.report.chain.derived import CLOCK, WHOLE, derivation, named_step
from burdenshare.report.citations import citation, opened
from burdenshare.report.clock.derived import explained as of_curve
from burdenshare.report.clock.page import headline_year
from burdenshare.report.explaining import Step, cell_step, cells_of, sources
from burdenshare.report.road.explained import step_of
from burdenshare.road.chain.result import Chain
from burdenshare.road.clock.result import Curve

TABLES = ("industry/", "capabilities/")
"""Tables whose rows are told with their grade and page where they stand."""


def explained(record: Record, made: Chain, name: str) -> Step:
    """The tree of a step by its name. Raises UnknownNameError."""
    asked = named_step(record, made, name)
    feared = {one.feared.value: one for one in made.clock.curves}
    if asked == CLOCK:
        return _clock(made)
    if asked in feared:
        return _curve(made, feared[asked])
    tree = derivation(record, made, asked)
    root = step_of(tree, leaf)
    below = root.below
    if asked == WHOLE:  # the curves as the clock itself opens them
        below = (_clock(made), *below[1:])
    cells = [one for one in cells_of(tree) if not one.table.startswith(TABLES)]
    return Step("chain", root.text, "priced", below=(*below, *sources(cells, (), citation)))


def leaf(row: Observation, note: str) -> Step:
    """A row of the record: what it says, who said it, how good the page is, and where it can be read."""
    if not row.table.startswith(TABLES):
        return cell_step(row, note)
    kind, _, item = row.basis.partition("/")
    what = f"{kind.replace('_', ' ')}, {item}" if item else row.basis
    parts = (f"{what}, {row.period}: {row.printed}", row.release, f"{row.grade.value} page", row.table, note)
    return Step("row", wording.clean("; ".join(filter(None, parts))), address=opened(row.source))


def tree(record: Record, made: Chain) -> Step:
    """The whole chain as one tree."""
    return explained(record, made, WHOLE)


def _clock(made: Chain) -> Step:
    told = "stated horizons: never how likely an attack is"
    return Step("clock", told, below=tuple(_curve(made, one) for one in made.clock.curves))


def _curve(made: Chain, one: Curve) -> Step:
    return of_curve(made.clock, one, headline_year(made.clock, one))
