"""Shares told year by year in one row: `in 2023 and 2024 this will rise to 1.4 % and 1.5 %, respectively`."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.percents import MAX_SHARE, percent_base
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.replacing import replaced

_SIGN = "respectively"
_GAPS = ([","], ["and"], [",", "and"])


def in_a_row_of_years(context: Context) -> Draft | None:
    """The share of one year of such a row, where as many years as shares stand in it and the owner is told; None where
    the sentence has no such row."""
    parsed, q = context.parsed, context.quantity
    if _SIGN not in parsed.words or q.unit != "%" or q.value.central > MAX_SHARE:
        return None
    shares = [o for o in parsed.quantities if o.unit == "%"]
    run = [o for n, o in enumerate(shares) if n and _joined(parsed.lows[shares[n - 1].core[1] : o.core[0]])]
    heads = [o for n, o in enumerate(shares[:-1]) if _joined(parsed.lows[o.core[1] : shares[n + 1].core[0]])]
    row = sorted({id(o): o for o in (*heads, *run)}.values(), key=lambda o: o.core[0])
    years = _years(context)
    at = next((n for n, o in enumerate(row) if o.core == q.core), None)
    if at is None or len(row) < 2 or len(row) != len(years) or years[0].first > row[0].core[0]:
        return None
    on, told = context.calendar.on, context.earlier[-1] if context.earlier else None
    if on is None or not _of_a_share(context, told):
        return None
    found = context.subject() or (Found(told.subject, q.first, q.first, carried=True) if told is not None else None)
    if found is None or not all(one in context.calendar.bearers for one in found.entities):
        return None
    year = years[at].value
    draft = replaced(percent_base(context, "share_of_gdp", "row of years", found), period=year, period_from="explicit")
    if int(year) > on.year:
        draft = replaced(draft, kind=Kind.PROMISE, measure="guideline", modality=Modality.FORECAST, period_from="due")
    return replaced(draft, likely=True)


def _joined(gap: list[str]) -> bool:
    return gap in _GAPS


def _years(context: Context) -> list[PeriodMention]:
    """The years of the row: those that stand side by side."""
    told = [p for p in context.parsed.periods if p.source == "explicit" and len(p.value) == 4 and p.value.isdecimal()]
    beside = {n for n, (a, b) in enumerate(pairwise(told)) if _joined(context.parsed.lows[a.last : b.first])}
    return [p for n, p in enumerate(told) if n in beside or n - 1 in beside]


def _of_a_share(context: Context, told: Draft | None) -> bool:
    """Whether it is a share of GDP that the row tells."""
    if told is not None:
        return told.measure in ("share_of_gdp", "guideline")
    return context.cue_sentence("gdp") and context.cue_sentence("defence")
