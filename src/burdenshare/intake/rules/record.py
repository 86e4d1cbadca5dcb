"""Everything a whole record must satisfy before it is shipped, tables first in form, then in substance."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from burdenshare.intake.rules import aid, currencies, form, known, members, people, releases, sources, stated
from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.macro import all as macro_rules
from burdenshare.intake.rules.nato import all as nato_rules
from burdenshare.intake.rules.tables import Tables
from burdenshare.record import schema
from burdenshare.record.tables import PLACE

SMALL: tuple[Callable[[Tables], Iterator[Fault]], ...] = (
    releases.faults,
    stated.faults,
    people.faults,
    members.faults,
    currencies.faults,
)
"""Rules of tables that are read whole: they hold for all rows together."""


def faults(tables: Tables, *, complete: bool = True) -> Iterator[Fault]:
    """Every broken rule of a record but for the known ones; of one that is wrong in form only that.

    `complete` is False for a record built without the rows of unclear terms.
    """
    broken = list(_form(tables))
    yield from broken
    if not broken:
        yield from known.unexplained(_substance(tables, complete=complete))


def _substance(tables: Tables, *, complete: bool) -> Iterator[Fault]:
    yield from nato_rules.faults(tables)
    yield from macro_rules.faults(tables)
    yield from aid.faults(tables)
    for rule in SMALL:
        yield from rule(tables)
    yield from sources.faults(tables, complete=complete)


def _form(tables: Tables) -> Iterator[Fault]:
    for table in schema.TABLES:
        if table.path != schema.MACRO:
            yield from form.faults(table, tables.rows(table.path))
            continue
        header = tuple(name for name in tables.macro.columns if name != PLACE)
        if header != table.header:
            yield Fault(form.RULE, table.path, (table.name, "header"), f"header {header}, expected {table.header}")
