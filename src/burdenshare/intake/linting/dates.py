"""Days that lie in the future or come in the wrong order (those that cannot be read are a matter of form)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from burdenshare.intake.linting.findings import Finding, Severity
from burdenshare.intake.linting.folder import Folder
from burdenshare.intake.rules.form import key_of
from burdenshare.intake.rules.moments import span
from burdenshare.record import schema
from burdenshare.record.tables import PLACE, Row

COMMITMENTS = "commitments/commitments.csv"
RECONSTITUTION = "capabilities/reconstitution.csv"
PRODUCTION = "industry/production.csv"

FACTS = {
    "commitments/events.csv": ("date",),
    COMMITMENTS: ("made_on",),
    "commitments/members.csv": ("joined_on",),
    "people/offices.csv": ("from",),
    "nato/headlines.csv": ("released_on",),
    PRODUCTION: ("stated_on",),
    "capabilities/requirements.csv": ("stated_on",),
    RECONSTITUTION: ("stated_on",),
    "capabilities/holdings.csv": ("as_of",),
    "posture/common_budget.csv": ("agreed_on",),
    "posture/nuclear_warheads.csv": ("stated_on",),
    "posture/troops.csv": ("stated_on",),
    "corrections.csv": ("date",),
}
"""Columns that tell of something that has happened: a fact cannot have a day that is still to come."""


def findings(folder: Folder, today: date) -> Iterator[Finding]:
    """What is wrong with the days of the folder's rows; nothing may have happened after `today`."""
    for path, rows in folder.own.items():
        table = schema.BY_PATH[path]
        for column in table.columns:
            for row in rows if column.type == "moment" else ():
                yield from _reversed(table, row, column.name)
        for name in FACTS.get(path, ()):
            for row in rows:
                meant = span(row[name])
                if meant is not None and meant[0] > today:
                    what = f"{name} is {row[name]}, after {today.isoformat()}"
                    yield _error(table, row, "future", what, "tell it once it has happened")
    yield from _deadlines(folder)
    yield from _horizons(folder)
    yield from _outputs(folder)


def _reversed(table: schema.Table, row: Row, name: str) -> Iterator[Finding]:
    meant = span(row[name])
    if meant is not None and meant[0] > meant[1]:
        yield _error(table, row, "order", f"{name} ends before it begins ({row[name]})", "turn it round")


def _deadlines(folder: Folder) -> Iterator[Finding]:
    """A deadline does not lie before the day the commitment was made."""
    for row in folder.own.get(COMMITMENTS, ()):
        made, due = span(row["made_on"]), span(row["due_by"])
        if made and due and due[1] < made[0]:
            what = f"due by {row['due_by']}, made on {row['made_on']}"
            yield _error(schema.BY_PATH[COMMITMENTS], row, "order", what, "look both up again")


def _horizons(folder: Folder) -> Iterator[Finding]:
    """A horizon is stated from low to high, and for no year that was past."""
    for row in folder.own.get(RECONSTITUTION, ()):
        stated = span(row["stated_on"])
        for low, high in (("horizon_low_years", "horizon_high_years"), ("target_year_low", "target_year_high")):
            if row[low] and row[high] and float(row[low]) > float(row[high]):
                what = f"{low} {row[low]} is above {high} {row[high]}"
                yield _error(schema.BY_PATH[RECONSTITUTION], row, "order", what, "turn them round")
        years = [int(row[name]) for name in ("target_year_low", "target_year_high") if row[name]]
        if stated and years and min(years) < stated[0].year:
            what = f"speaks of {min(years)}, stated in {stated[0].year}"
            yield _error(schema.BY_PATH[RECONSTITUTION], row, "order", what, "look both up again")


def _outputs(folder: Folder) -> Iterator[Finding]:
    """Output is told of a time that has begun; what is to come is a target."""
    for row in folder.own.get(PRODUCTION, ()):
        period, stated = span(row["period"]), span(row["stated_on"])
        if row["measure"] == "output" and period and stated and period[0] > stated[1]:
            what = f"output of {row['period']}, stated on {row['stated_on']}"
            remedy = "is it a target?"
            table = schema.BY_PATH[PRODUCTION]
            yield Finding(Severity.WARNING, "order", table.path, key_of(table, row), what, remedy, row.get(PLACE, ""))


def _error(table: schema.Table, row: Row, rule: str, what: str, remedy: str) -> Finding:
    return Finding(Severity.ERROR, rule, table.path, key_of(table, row), what, remedy, row.get(PLACE, ""))
