"""What a finished run tells."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from burdenshare.corpus.manifest import Manifest
from burdenshare.corpus.model import Fate
from burdenshare.corpus.planning import Plan
from burdenshare.report.wording import clean, counted

MOST_PASSED = 5
MEANT = {
    Fate.READ: ("read and judged", "read and judged"),
    Fate.COPY: ("copy of a text that was read", "copies of a text that was read"),
    Fate.OTHER: ("on another subject", "on other subjects"),
    Fate.UNREAD: ("no English article, or broken", "no English articles, or broken"),
    Fate.QUARANTINED: (
        "set aside: it crashed a worker, took too long or too much memory",
        "set aside: they crashed a worker, took too long or too much memory",
    ),
}
"""What became of one document, and of several."""


def meant(fate: Fate, count: int) -> str:
    """What became of so many documents."""
    return MEANT[fate][count != 1]


def fate_line(fate: Fate, count: int) -> str:
    """The same with their number before it."""
    return f"{count:,} {meant(fate, count)}"


def finished_lines(found: Manifest, place: str, plan: Plan) -> list[str]:
    """The data set in lines: nothing that was there is missing from the sum."""
    rows = found.rows
    lines = [
        f"{place}: {', '.join(counted(rows[f'{one}s'], one) for one in ('document', 'statement', 'verdict'))}",
        *(f"  {fate_line(one, found.fates[one])}" for one in Fate if found.fates.get(one)),
        f"  made by burdenshare {found.code} with record {found.record}, edition {found.edition}",
    ]
    if found.fates.get(Fate.QUARANTINED) or found.fates.get(Fate.UNREAD):
        lines.append("  the table documents tells of each where it lies, and why")
    if plan.passed:
        told = ", ".join(clean(one) for one in plan.passed[:MOST_PASSED])
        more = f" and {len(plan.passed) - MOST_PASSED} more" if len(plan.passed) > MOST_PASSED else ""
        lines.append(f"  passed over by their names: {told}{more}")
    lines += [f"  {clean(one)}" for one in plan.remarks]
    return lines


def finished_shape(found: Manifest, place: str, plan: Plan) -> dict[str, Any]:
    """The same for JSON: the manifest, where it lies, what was passed over, and what to know of the sources."""
    return {"place": place, **asdict(found), "passed_over": list(plan.passed), "remarks": list(plan.remarks)}
