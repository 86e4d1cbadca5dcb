"""What the lines of words so far say of the figures below them. What a block says goes before what its table says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from burdenshare.intake.nato.headings import Heading, heading_of
from burdenshare.intake.nato.labels import Title
from burdenshare.intake.nato.lines import Words, Years


@dataclass(frozen=True, slots=True)
class Standing:
    """`title`: the known title in force; `headed`: its line, known or not; `core`: it speaks of core expenditure;
    `unknown`: the last line that was not understood, kept for what an error tells; `closed`: figures are left out
    until a heading is understood again; `begun`: a block or figures have begun, so that a line not understood may be a
    heading."""

    title: Title | None = None
    headed: Words | None = None
    core: bool = False
    measure: str = ""
    unit: str = ""
    basis: str = ""
    table_unit: str = ""
    table_basis: str = ""
    unknown: Words | None = None
    closed: bool = False
    begun: bool = False
    years: Years | None = None

    @property
    def unit_named(self) -> str:
        """The unit that the block names, else the table's; empty where neither does."""
        return self.unit or self.table_unit

    @property
    def basis_named(self) -> str:
        """The price basis that the block names, else the table's; empty where neither does."""
        return self.basis or self.table_basis


def after(standing: Standing, line: Words) -> Standing:
    """What stands after one more line of words."""
    heading = heading_of(line.text)
    if heading.note:
        return standing
    block = standing.title is not None and heading.measure in standing.title.blocks
    if heading.numbered or (heading.title is not None and not block):
        return _titled(heading, line)
    if heading.unknown or (heading.measure and not block):
        headed = standing.headed if standing.title is not None else line
        return replace(standing, unknown=line, closed=standing.closed or standing.begun, headed=headed)
    known = replace(standing, unknown=None if standing.closed else standing.unknown, closed=False)
    if block:
        return replace(known, measure=heading.measure, unit=heading.unit, basis=heading.basis, begun=True)
    if heading.unit:
        known = replace(known, table_unit=heading.unit, unit="")
    return replace(known, table_basis=heading.basis, basis="") if heading.basis else known


def _titled(heading: Heading, line: Words) -> Standing:
    """A new table: nothing of the one before holds."""
    measure = heading.title.measure if heading.title is not None else ""
    return Standing(heading.title, line, heading.core, measure, table_unit=heading.unit, table_basis=heading.basis)
