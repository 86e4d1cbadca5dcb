"""Rises counted from a day that no word dates: `has risen 60 per cent since the coalition took over`."""

from __future__ import annotations

from burdenshare.reading.baseline_years import nothing_like_it
from burdenshare.reading.drafts import Draft
from burdenshare.reading.parse import Parsed

_RISES = frozenset({"expenditure_growth", "expenditure_change"})
_BEHIND = 12
"""Tokens behind a rise within which `since` still tells from when it is counted."""
_STOPS = frozenset({",", ";", ":", ".", "–", "—", "(", ")"})


def since_untold(parse: Parsed, draft: Draft) -> bool:
    """Whether a rise runs from a day that the words name by what happened then, and that no rule dates.

    Held against the year before, it would be refuted by a figure nobody spoke of. Not `the largest rise since the Cold
    War`, which tells how long nothing was as large.
    """
    if draft.measure not in _RISES or (draft.baselines and draft.measure == "expenditure_growth"):
        return False
    if draft.measure == "expenditure_change" and not _of_the_year_before(parse, draft):
        return False
    if "since" not in parse.words:
        return False
    return _opened(parse, draft) or _behind(parse, draft)


def _of_the_year_before(parse: Parsed, draft: Draft) -> bool:
    """A change that is held against the year before it for want of another; not one `since 2015`."""
    year = draft.period[:4]
    if any(p.role == "since" and p.value[:4] == draft.baseline for p in parse.periods):
        return False
    return year.isdecimal() and draft.baseline == str(int(year) - 1)


def _opened(parse: Parsed, draft: Draft) -> bool:
    """`Since taking office, Tusk has raised spending by 60 per cent`."""
    low, _ = parse.clause(*draft.focus)
    at = next((i for i in (0, 1, low, low + 1) if parse.lows[i : i + 1] == ["since"]), None)
    if at is None or at >= draft.focus[0] or ";" in parse.lows[at : draft.focus[0]]:
        return False
    first = min((q.first for q in parse.quantities if q.first > at), default=draft.focus[0])
    return first >= draft.focus[0]  # "Since he took office spending has reached 2 % and risen by 60": of the first one


def _behind(parse: Parsed, draft: Draft) -> bool:
    """`has risen 60 per cent in real terms since the end of the Cold War`."""
    end = draft.focus[1]
    near = parse.lows[end : end + _BEHIND]
    if "since" not in near:
        return False
    between = near[: near.index("since")]
    further = any(end <= q.core[0] < end + len(between) for q in parse.quantities)
    return _STOPS.isdisjoint(between) and not further and not nothing_like_it(between)
