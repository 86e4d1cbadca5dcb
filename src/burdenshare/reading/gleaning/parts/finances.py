"""A state's debt and balance in per cent of GDP, where texts on defence speak of what it can afford."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.gleaning.growth.marks import Mark, of_kinds
from burdenshare.reading.gleaning.growth.sense import turned
from burdenshare.reading.gleaning.parts.statement import part_statement

_MEASURES = {"debt": "gross_debt_share", "deficit": "net_lending_share", "surplus": "net_lending_share"}
BALANCES = tuple(_MEASURES.values())
MAX_DEBT, MAX_BALANCE, LEAST_DEBT = 260.0, 16.0, 5.0
_REACH = 9


def finance_part(context: Context, found: list[Mark]) -> Draft | None:
    """`its public debt at 135 % of GDP`, `a budget deficit of 6.6 percent`, `and its debt at 107 %`."""
    balance = _balance(context, found)
    if balance is None:
        return None
    kind, _ = balance
    value = context.quantity.value.central
    if not (LEAST_DEBT <= value <= MAX_DEBT if kind == "debt" else value <= MAX_BALANCE):
        return None
    owner = _owner(context)
    if owner is None:
        return None
    # a ministry, Eurostat and the Outlook each count another state: the record may support such a figure, no more
    draft = part_statement(context, _MEASURES[kind], "state finances", owner, likely=True)
    told = [d.period for d in context.earlier if d.measure in _MEASURES.values() and d.period_from == "explicit"]
    if told and draft.period_from in ("now", "assumed"):
        draft = replace(draft, period=told[-1], period_from="carried", likely=True)
    if kind == "deficit":
        negative, comparator = turned(context.quantity.value, context.quantity.comparator, True)
        draft = replace(draft, value=negative, comparator=comparator)
    return draft


def _balance(context: Context, found: list[Mark]) -> tuple[str, bool] | None:
    """Which balance the figure is, and whether its word stands in the clause; `France's 112 %` goes on from before."""
    q = context.quantity
    last = max([d.focus[1] for d in context.earlier if d.focus[1] <= q.first], default=0)
    words = [m for m in of_kinds(found, "debt", "deficit", "surplus") if m.first >= last]
    front = [m for m in words if m.last <= q.first and q.first - m.last <= _REACH]
    front = [m for m in front if not context.other_quantity_between(m.last, q.first)]
    if front:
        return None if _no_state(context, found, front[-1]) else (front[-1].kind, True)
    behind = [m for m in words if 0 <= m.first - q.core[1] <= 3]
    if behind and not context.other_quantity_between(q.core[1], behind[0].first):
        return None if _no_state(context, found, behind[0]) else (behind[0].kind, True)
    told = [d for d in context.earlier if d.measure in _MEASURES.values()]
    other = any(context.parsed.cues.has(name, last, q.first) for name in ("spending", "defence"))
    goes_on = bool(told) and not words and not other
    if not goes_on or context.earlier[-1] is not told[-1]:
        return None
    negative = told[-1].value is not None and told[-1].value.central < 0
    return ("debt" if told[-1].measure == "gross_debt_share" else "deficit" if negative else "surplus"), False


def _no_state(context: Context, found: list[Mark], word: Mark) -> bool:
    """Rules, trade balances, interest, and changes of a balance: none of them is what a state's finances are."""
    q = context.quantity
    low, high = min(word.first, q.first) - 3, max(word.last, q.core[1]) + 3
    if any(m.kind == "no_balance" and low <= m.first < high for m in found):
        return True
    return context.before(1) in (["by"], ["below"], ["under"]) or q.role == "from"


def _owner(context: Context) -> Found | None:
    if context.foreign_body():
        return None
    low, _ = context.bounds
    first = context.quantity.first
    stop = max([d.focus[1] for d in context.earlier if d.focus[1] <= first], default=0)
    own = [
        s
        for s in context.parsed.subjects
        if max(low, stop) <= s.first and s.last <= first and s.entity in context.calendar.allies and s.kind != "pronoun"
    ]
    if own:
        return Found((own[-1].entity,), own[-1].first, own[-1].last, own[-1].open)
    found = context.subject()
    if found is None or any(len(entity) != 3 or entity == "EUR" for entity in found.entities):
        told = [d for d in context.earlier if d.measure in _MEASURES.values()]
        return Found(told[-1].subject, first, first, carried=True) if told else None
    return found
