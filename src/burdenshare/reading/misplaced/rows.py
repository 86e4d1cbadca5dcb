"""Figures told in rows: two of one owner, or with a year of their own in a bracket."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.years_beside import in_anothers_bracket


def two_in_a_row(context: Context, draft: Draft) -> bool:
    """`Poland 3.26, 4.12; Estonia 3.04, 3.43`: two figures of one owner, whose years stand in a heading that was not
    understood."""
    q, lows = context.quantity, context.parsed.lows
    if draft.measure != "share_of_gdp" or q.number.step >= 1 or context.pair() is not None:
        return False
    for first, second in ((q, None), (None, q)):
        for other in context.parsed.quantities:
            a, b = (first or other), (second or other)
            if a.core == b.core or b.number.step >= 1 or a.unit not in ("", "%") or b.unit not in ("", "%"):
                continue
            side_by_side = b.first - a.core[1] == 1 and lows[a.core[1]] == ","
            if side_by_side and any(s.last == a.first for s in context.parsed.subjects):
                return True
    return False


def labelled_otherwise(context: Context, draft: Draft) -> bool:
    """`Poland spends 4.1 percent (SIPRI: 4.2)`, `(world: 2.5)`: a label that is no year and not the owner in front."""
    lows, first = context.parsed.lows, context.quantity.first
    if (
        draft.measure != "share_of_gdp"
        or lows[first - 1 : first] != [":"]
        or "(" not in lows[max(0, first - 4) : first]
    ):
        return False
    label = first - 2
    dated = any(p.first <= label < p.last for p in context.parsed.periods)
    return not dated and not any(s.first <= label < s.last for s in context.parsed.subjects)


def year_in_a_bracket(context: Context, draft: Draft) -> bool:
    """`Poland 4.12 (2023: 3.26), Estonia 3.43 (3.04)`: the year in a bracket is that of the figures in brackets."""
    if draft.measure != "share_of_gdp" or "(" not in context.parsed.words or not draft.period:
        return False
    mine = [p for p in context.parsed.periods if p.value == draft.period]
    return bool(mine) and all(in_anothers_bracket(context.parsed, p, context.quantity) for p in mine)
