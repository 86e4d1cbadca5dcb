"""Quarters and halves of a year: what they date is no figure of the whole year."""

from __future__ import annotations

from burdenshare.reading.drafts import Draft
from burdenshare.reading.parse import Parsed, once_here
from burdenshare.reading.period_model import is_year
from burdenshare.reading.replacing import replaced

_DATED = frozenset({"expenditure", "expenditure_change", "expenditure_growth", "military_expenditure", "share_of_gdp"})
"""Measures of a year: of months the record holds none, and nothing is held against them. Aid has months of its own."""
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_MONTHS = {"quarter": 3, "half": 6}


def of_its_quarter(parsed: Parsed, draft: Draft) -> Draft:
    """`German outlays in the second quarter of 2025 were up 31% on the same quarter of 2024`: of these months alone."""
    if draft.measure not in _DATED or not draft.period:
        return draft
    low, high = parsed.clause(*draft.focus)
    named = next((months for at, months in quarters_in(parsed) if low <= at < high), "")
    own = draft.period_from == "explicit" and len(draft.period) == 4 and draft.period not in named
    if not named or own:
        return draft  # "spent 2 % in 2014, the government said in the first half of 2025"
    return replaced(draft, period=named, period_from="explicit", baseline="", baselines=(), likely=True)


@once_here
def quarters_in(parsed: Parsed) -> tuple[tuple[int, str], ...]:
    """(where its words begin, its first and last month) of every part of a year that a sentence names with its year."""
    if parsed.words.isdisjoint(("quarter", "half", "q")):
        return ()
    found = (_named_at(parsed, at) for at in range(len(parsed.lows) - 2))
    return tuple(one for one in found if one is not None)


def _named_at(parsed: Parsed, at: int) -> tuple[int, str] | None:
    """`second quarter of 2025`, `first half of 2024`, `Q2 2025`, `Q2 of 2025`."""
    lows = parsed.lows
    if lows[at] == "q" and lows[at + 1] in ("1", "2", "3", "4"):
        nth, length, behind = int(lows[at + 1]), 3, at + 2
    elif lows[at] in _NTH and lows[at + 1] in _MONTHS:
        length, behind = _MONTHS[lows[at + 1]], at + 2
        nth = min(_NTH[lows[at]], 12 // length)
    else:
        return None
    behind += lows[behind : behind + 1] == ["of"]
    if behind >= len(lows) or not is_year(parsed.tokens[behind]):
        return None
    last = nth * length
    return at, f"{lows[behind]}-{last - length + 1:02d}/{lows[behind]}-{last:02d}"
