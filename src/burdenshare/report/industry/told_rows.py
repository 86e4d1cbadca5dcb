"""A row of the record as a line of a table: what it tells, as it was printed, who said it, how good its page is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from burdenshare.record.model import Observation
from burdenshare.report import wording
from burdenshare.report.citations import opened
from burdenshare.road.industry.model import Row

KINDS = {"backlog": "orders", "lead_time": "lead time"}
"""What measures are called where their own name says less."""
USES = {"level": "what is made", "plan": "the planned rise", "queue": "what waits"}
"""What a row carries, by the model's word for it."""
REQUIRED = "the gap"
_YEAR = re.compile(r"\b20\d\d\b")


@dataclass(frozen=True, slots=True)
class ToldRow:
    """A row in words; `address` is empty where its page cannot be opened, `source` then names it."""

    what: str
    period: str
    figure: str
    said_by: str
    use: str
    grade: str
    address: str
    source: str


def told_row(one: Row) -> ToldRow:
    """A row of a maker: what it is used for, or why it is only shown."""
    return told_observation(one.row, USES.get(one.use) or f"shown only: {one.reason}")


def told_observation(row: Observation, use: str = "") -> ToldRow:
    """A row of the record in words."""
    kind, _, item = row.basis.partition("/")
    what = f"{KINDS.get(kind, kind)} · {item}" if item else row.basis
    said = row.release
    if row.released_on is not None and not _YEAR.search(said):
        said = f"{said}, {row.released_on.isoformat()}"
    return ToldRow(
        what=wording.clean(what),
        period=str(row.period),
        figure=wording.clean(row.printed),
        said_by=wording.clean(said),
        use=wording.clean(use),
        grade=row.grade.value,
        address=opened(row.source),
        source=row.source,
    )
