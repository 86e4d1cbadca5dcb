"""Whether a share that sounds like a target is the level of the year that runs, or of one gone by."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import Context
from burdenshare.reading.due_years import due_of
from burdenshare.reading.tables import word_list


def gone_by_behind(context: Context) -> bool:
    """`with the European allies spending 2 % of GDP as recently as the year 2000`: what once was, no goal."""
    return "as recently as" in context.parsed.text(context.quantity.core[1], context.quantity.core[1] + 9)


_RUNNING = word_list("forecast_verbs")


_PROMISING = word_list("promising_verbs")


NEEDING = frozenset({"need", "needs", "needed", "require", "requires", "required"})


def is_running(context: Context) -> bool:
    """`Poland will spend 4.12 % this year`, `are estimated to spend 2.0 %`: a forecast of the year, not a target."""
    low, _ = context.bounds
    words = {t.low for t in context.parsed.tokens[low : context.quantity.core[0]]}
    found = context.subject()
    reckoned = bool(_RECKONED & context.parsed.words)
    on = context.calendar.on
    if reckoned and found is not None and found.carried and on is not None and not words & _PROMISING:
        return _gone_by(
            context, on.year + 1
        )  # "NATO estimates this ratio will rise to 2.13 percent in 2024", read in 2025
    if not (words & _RUNNING or reckoned or _is_to(context)) or words & _PROMISING or found is None or found.carried:
        return False
    due = due_of(context).value[:4]
    estimated = bool(words & {"estimated"}) and not due and not words & NEEDING
    if on is not None and _gone_by(context, on.year):  # whatever year to come stands further off
        return True
    return on is not None and (due == str(on.year) or estimated)


def _is_to(context: Context) -> bool:
    """`Slovenia is to spend 1.56 % this year`, `expects to spend 2.03 % this year`."""
    front = context.before(_NEAR)
    return any(a in _BEFORE_TO and b == "to" for a, b in pairwise(front))


_NEAR = 5
_BEFORE_TO = frozenset({"is", "are", "expects", "expect", "due"})


def _gone_by(context: Context, running: int) -> bool:
    """`the report indicated that the United States will spend 3.5 % of GDP in 2022`, read in 2024."""
    end = context.quantity.core[1]
    years = [p for p in context.parsed.periods if p.role == "in" and p.source == "explicit" and len(p.value) == 4]
    near = [p for p in years if 0 <= p.first - end <= _OWN_YEAR and int(p.value) < running]
    return any(not context.other_quantity_between(end, p.first) for p in near)


_OWN_YEAR = 6
"""Tokens between a share and its own year: `3.5 percent of GDP on defense in 2022`."""


_RECKONED = frozenset({"estimates", "estimate", "projections", "projection", "forecasts"})
"""`According to NATO's estimates Canada's budget should only reach 1.37 % this year`: reckoned, and no plan."""
