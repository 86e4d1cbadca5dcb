"""Who governs an ally is known without gaps, and who is secretary general."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from burdenshare.intake.linting.findings import Finding, Severity
from burdenshare.intake.linting.folder import Folder
from burdenshare.intake.rules.people import OFFICES
from burdenshare.record.days import days_meant
from burdenshare.record.groups import UNARMED
from burdenshare.record.people import LAST_SEEN_GRADE
from burdenshare.record.tables import PLACE, Row

GOVERNING = ("head_of_government", "foreign_minister", "defence_minister")
ALLIANCE = ("secretary_general", "NATO")
LONGEST_GAP = 60
"""Days that an office may stand empty between two governments; more is a gap in what was read."""
SINCE = date(2014, 1, 1)
"""From when on the table is meant to be complete."""
RULE = "gap"


def findings(folder: Folder, today: date) -> Iterator[Finding]:
    """Gaps in the offices that texts name most, up to `today`."""
    if OFFICES not in folder.own:
        return
    terms: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in folder.tables.rows(OFFICES):
        terms[row["office"], row["entity"]].append(row)
    allies = [row["ally"] for row in folder.tables.rows("commitments/members.csv")]
    posts = [(office, ally) for ally in allies for office in GOVERNING if not _none_there(office, ally)]
    for post in (*posts, ALLIANCE):
        yield from _gaps(post, terms.get(post, []), today)


def _none_there(office: str, ally: str) -> bool:
    return office == "defence_minister" and ally in UNARMED


def _gaps(post: tuple[str, str], held: Sequence[Row], today: date) -> Iterator[Finding]:
    """Stretches longer than `LONGEST_GAP` without a holder, at the precision read."""
    since, before = SINCE, None
    for row in sorted(held, key=lambda one: one["from"]):
        start, end = days_meant(row["from"]), days_meant(row["to"])
        if start and (start[0] - since).days > LONGEST_GAP:
            yield _found(post, before, since, start[0], row)
        since, before = (end[1] if end else date.max), row
    if since < today and (today - since).days > LONGEST_GAP:
        yield _found(post, before, since, None, None)


def _found(post: tuple[str, str], before: Row | None, since: date, until: date | None, after: Row | None) -> Finding:
    seen = before is not None and before["grade"] == LAST_SEEN_GRADE
    words = "nobody is known" if not seen else f"{before['person'] if before else ''} was seen last, then nobody"
    span = f"from {since.isoformat()} to {until.isoformat()}" if until else f"since {since.isoformat()}"
    place = (after or before or {}).get(PLACE, "")
    remedy = "add who held it, with a source (CONTRIBUTING.md)"
    return Finding(Severity.NOTE, RULE, OFFICES, post, f"{words} {span}", remedy, place)
