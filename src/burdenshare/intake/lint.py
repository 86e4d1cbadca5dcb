"""The linter of the tables that people write and mend: what `burdenshare data lint` runs.

Errors must be mended, warnings are probably slips, notes are weak points that stand. The packaged tables have no errors
(a test says so); what they have of the others is listed by the same command.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from burdenshare.intake.linting import dates, grades, links, offices, twins
from burdenshare.intake.linting.findings import Finding, Group, Severity, grouped, of_fault
from burdenshare.intake.linting.folder import Folder, read
from burdenshare.intake.rules import currencies, members, people, sources, stated
from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.tables import Tables
from burdenshare.record.tables import PACKAGED

__all__ = ["Finding", "Group", "Severity", "grouped", "lint"]

RULES: tuple[Callable[[Tables], Iterator[Fault]], ...] = (
    people.faults,
    members.faults,
    currencies.faults,
    stated.faults,
)
"""Rules of the record for the tables that are linted; statistics are held against theirs by the build and on import."""


def lint(folder: Path | None = None, *, today: date, held: Tables | None = None) -> tuple[Finding, ...]:
    """What the linter finds in the tables of `folder` (the packaged ones where none is given), the gravest first.

    `today` is the last day on which anything can have happened; `held` stands for the packaged record as context.
    Raises InputError where the folder holds no table of the record.
    """
    given = read(PACKAGED if folder is None else folder, held)
    found = [*given.broken, *_faults(given)]
    found += dates.findings(given, today)
    found += offices.findings(given, today)
    found += links.findings(given)
    found += twins.findings(given)
    found += grades.findings(given)
    order = list(Severity)
    return tuple(sorted(dict.fromkeys(found), key=lambda one: order.index(one.severity)))


def _faults(given: Folder) -> Iterator[Finding]:
    """Broken rules of the record, as far as the folder's own rows break them."""
    for rule in RULES:
        for fault in rule(given.tables):
            if fault.table in given.own if given.whole else fault.place:
                yield of_fault(fault)
    unsourced = sources.faults(given.tables) if given.whole else sources.of_delivery(given.tables, given.own)
    yield from (of_fault(fault) for fault in unsourced)
