"""Sums that are no year's: of a day, and of plans over several years."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.money.changes import moved
from burdenshare.reading.gleaning.money.drafts import promised, sum_draft
from burdenshare.reading.gleaning.money.levels import level, weight_of
from burdenshare.reading.gleaning.money.owners import owner_of
from burdenshare.reading.gleaning.money.times import due_year
from burdenshare.reading.gleaning.money.words import Evidence
from burdenshare.reading.model import Interval
from burdenshare.reading.numbers import number_at
from burdenshare.reading.tables import load_table

_LONGEST = 20
"""Years a plan for defence may run."""


def of_a_part(context: Context, evidence: Evidence) -> Draft | None:
    """`well over $2 billion a day on its armed forces`, as what that makes in a year."""
    times = _times_a_year(context)
    draft = level(_yearly(context, times), evidence) if times else None
    return replace(draft, rule="level by the day", likely=True, holes=draft.holes | {"budget"}) if draft else None


def _times_a_year(context: Context) -> float:
    """365 where `a day` stands right behind the sum, else 0."""
    rates: dict[str, float] = load_table("glean_sums")["rates"]["times"]
    after = context.after(3)
    return next((rates[words] for n in (2, 3) if (words := " ".join(after[:n])) in rates), 0.0)


def _yearly(context: Context, times: float) -> Context:
    q, value = context.quantity, context.quantity.value
    spread = 0.05 if value.low == value.high else 0.0
    low, high = value.low * times * (1 - spread), value.high * times * (1 + spread)
    scaled = Interval(low, high, value.low_open, value.high_open, value.central * times, value.kind)
    number = replace(q.number, value=q.number.value * times, step=q.number.step * times)
    return replace(context, quantity=replace(q, value=scaled, number=number))


def plan_over_years(context: Context, evidence: Evidence) -> Draft | None:
    """`Canada's blueprint foresees CAD 8.1 billion over five years`: what a plan sums up, counted from now."""
    on = context.calendar.on
    years, last = _years_behind(context)
    if on is None or not years or not evidence.has("ahead", context.bounds[0], context.quantity.first):
        return None
    owner = owner_of(context, foreign=False) if weight_of(context, evidence) >= 2 else None
    if owner is None or len(owner.entities) != 1 or any(moved(context, evidence)):
        return None
    draft = sum_draft(context, owner, "expenditure", "plan over years", sure=False)
    due = due_year(context, evidence)
    end = due.value if due.value.isdecimal() and due.mention is not None and due.mention.last <= last else ""
    span = f"{on.year}/{end or on.year + years}"
    return replace(promised(draft, span, "relative"), likely=True, holes=draft.holes | {"cumulative", "budget"})


def _years_behind(context: Context) -> tuple[int, int]:
    """(N, end) of `over N years`, `across the next N years`, right behind the sum; (0, 0) where there is none."""
    tokens, end = context.parsed.tokens, context.quantity.core[1]
    at = next((i for i in range(end, min(len(tokens), end + 5)) if tokens[i].low in ("over", "across")), end)
    if any(t.text in (",", ";") or t.low == "and" for t in tokens[end:at]):
        return 0, 0
    while at < len(tokens) and tokens[at].low in ("over", "across", "through", "the", "next", "coming", "following"):
        at += 1
    if at == end or at >= len(tokens):
        return 0, 0
    if tokens[at].low in ("decade",) or context.parsed.text(at, at + 2) == "a decade":
        return 10, at + 1
    number = number_at(tokens, at)
    if number is None or number.last >= len(tokens) or tokens[number.last].low != "years":
        return 0, 0
    return (round(number.value), number.last + 1) if 2 <= number.value <= _LONGEST else (0, 0)
