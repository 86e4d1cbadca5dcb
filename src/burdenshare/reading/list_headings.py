"""Rows of a list under a heading that names their year: `a list of what was spent in 2023`, `– Poland 3.92%`."""

from __future__ import annotations

from burdenshare.reading.drafts import Draft
from burdenshare.reading.parse import Parsed
from burdenshare.reading.replacing import replaced

_HEADINGS = frozenset({"list", "listed", "ranked", "ranking", "table", "figures", "breakdown", "below", "following"})
_LONGEST_ROW = 12
"""Tokens; a row names an ally and its figure, and little else."""


def heading_year(parsed: Parsed) -> str:
    """The one year that a heading names for the rows below it; empty where it is no heading or names several."""
    if _HEADINGS.isdisjoint(parsed.words):
        return ""
    years = {p.value for p in parsed.periods if p.role == "in" and p.source == "explicit" and len(p.value) == 4}
    return years.pop() if len(years) == 1 else ""


def heading_below(heading: str, parsed: Parsed) -> str:
    """The year of the heading in force behind a sentence: its own, or the one before it, which rows and a remark
    without a year leave in force ("All data come from the alliance")."""
    if is_row(parsed):
        return heading
    own = heading_year(parsed)
    remark = not parsed.quantities and not parsed.periods
    return own or (heading if remark else "")


def is_row(parsed: Parsed) -> bool:
    """Whether a sentence is no more than an ally and a figure, as a row of a list is."""
    words = [token for token in parsed.tokens if token.kind == "word"]
    return len(parsed.tokens) <= _LONGEST_ROW and len(parsed.quantities) == 1 and len(words) <= _LONGEST_ROW // 2


def under(heading: str, parsed: Parsed, draft: Draft) -> Draft:
    """The draft of a row, of the year its heading names where the row itself names none."""
    if not heading or not is_row(parsed) or draft.period_from not in ("now", "assumed", "carried"):
        return draft
    return replaced(draft, period=heading, period_from="explicit")
