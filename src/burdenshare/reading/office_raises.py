"""Whose budget is raised or cut where only the minister who does it is named."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.tables import word_list

_MOVING = word_list("budget_moves")
_BUDGETS = frozenset({"budget", "spending", "expenditure", "expenditures", "outlays", "allocation"})


def by_who_moved_it(context: Context) -> Found | None:
    """`Defence Minister Christine Lambrecht has already increased the budget by more than seven percent to 50.3 billion
    euros`: the budget of the one ally that the only person in front serves; an alliance or another ally named beside it
    leaves that open."""
    parsed, first = context.parsed, context.quantity.first
    who = [p for p in parsed.persons if context.bounds[0] <= p.first and p.last <= first]
    served = {context.calendar.serves(name) for p in who for name in p.candidates}
    home = served.pop() if len(served) == 1 else ""
    if home not in context.calendar.allies:
        return None
    lows = parsed.lows
    verb = next((i for i in range(who[-1].last, first) if lows[i] in _MOVING), None)
    if verb is None or _BUDGETS.isdisjoint(lows[verb:first]):
        return None
    titled = {i for t in parsed.titles for i in range(t.first, t.last)}
    others = {s.entity for s in parsed.subjects if s.kind != "pronoun" and s.first not in titled} - {home}
    return None if others & context.calendar.bearers else Found((home,), first, first, carried=True)
