"""Every rule of macroeconomic vintages."""

from __future__ import annotations

from collections.abc import Iterator

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.macro import coverage, form, identities, projections, revisions
from burdenshare.intake.rules.macro.vintage import Vintages
from burdenshare.intake.rules.tables import Tables


def faults(tables: Tables, only: frozenset[str] | None = None) -> Iterator[Fault]:
    """Every broken rule of the vintages; with `only`, of these."""
    vintages = Vintages(tables.macro, only)
    yield from form.faults(vintages)
    yield from coverage.faults(vintages)
    yield from identities.faults(tables, vintages)
    yield from revisions.faults(tables, vintages)
    yield from projections.faults(vintages)
