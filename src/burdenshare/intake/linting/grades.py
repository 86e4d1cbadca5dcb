"""Rows that rest on weak ground: secondary pages, people seen last on some day, addresses that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from burdenshare.intake.linting.findings import Finding, Severity
from burdenshare.intake.linting.folder import Folder
from burdenshare.intake.rules.form import key_of
from burdenshare.record import schema
from burdenshare.record.tables import PLACE

WEAK = {"secondary": "a summary, reprint or aggregator", "D": "the end is but the last day somebody was seen in office"}
"""Grades that are weak, and why."""
ADDRESSES = ("source_url", "source")
ADDRESS = re.compile(r"https?://\S+\.\S+|github:[\w.-]+/[\w.-]+|[\w.-]+/[\w.-]+@[0-9a-f]+")
"""What an address looks like: of a page, or of a file in a public repository."""
WITH_ADDRESS = (
    "commitments/commitments.csv",
    "commitments/events.csv",
    "commitments/members.csv",
    "people/offices.csv",
    "nato/headlines.csv",
    "industry/production.csv",
    "capabilities/requirements.csv",
    "capabilities/reconstitution.csv",
    "capabilities/holdings.csv",
    "posture/common_budget.csv",
    "posture/nuclear_warheads.csv",
    "posture/troops.csv",
)


def findings(folder: Folder) -> Iterator[Finding]:
    """Weak rows of the folder's tables."""
    for path, rows in folder.own.items():
        table = schema.BY_PATH[path]
        column = next((name for name in ADDRESSES if name in table.header), "")
        for row in rows:
            why = WEAK.get(row.get("grade", ""))
            if why:
                what = f"grade {row['grade']}: {why}"
                remedy = "find a better page"
                yield Finding(Severity.NOTE, "weak grade", path, key_of(table, row), what, remedy, row.get(PLACE, ""))
            if path in WITH_ADDRESS and not ADDRESS.search(row[column]):
                what = f"{column} is '{row[column]}', which is no address"
                remedy = "give the address of the page on which it was read"
                yield Finding(
                    Severity.WARNING, "no address", path, key_of(table, row), what, remedy, row.get(PLACE, "")
                )
