"""Every rule of NATO's tables, in the order in which a reader would look."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.nato import (
    counts,
    coverage,
    neighbours,
    quotients,
    ranges,
    rates,
    release,
    revisions,
    sums,
)
from burdenshare.intake.rules.nato.cells import Nato
from burdenshare.intake.rules.tables import Tables

RULES: tuple[Callable[[Nato], Iterator[Fault]], ...] = (
    ranges.faults,
    release.faults,
    coverage.faults,
    sums.faults,
    quotients.faults,
    rates.faults,
    counts.faults,
    revisions.faults,
    neighbours.faults,
)


def faults(tables: Tables, only: frozenset[str] | None = None) -> Iterator[Fault]:
    """Every broken rule of NATO's tables; with `only`, of these releases."""
    nato = Nato(tables, only)
    for rule in RULES:
        yield from rule(nato)
