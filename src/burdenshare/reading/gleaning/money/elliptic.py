"""Sums that lean on their surroundings: alone in front of a colon, or without the scale and currency told before."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.money.words import word_set
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.widths import interval

_CLOSING = word_set("elliptic_closing")
_OPENING = word_set("elliptic_opening")
_SPREAD = 60.0
"""How many times larger or smaller a sum without its scale may be than the one it continues."""
_MEASURES = frozenset({"expenditure", "expenditure_change", "aid", "military_expenditure", "gdp"})


def joined(context: Context) -> Context:
    """`Almost €66 billion: that is what …`, `Spending was flat in 2021: ISK 2.4 bn`: a sum that stands alone on one
    side of a colon or a dash is read with the words on the other side."""
    low, high = context.bounds
    tokens, q = context.parsed.tokens, context.quantity
    words = [t for t in tokens[low : q.first] if t.kind != "mark"]
    behind = [t for t in tokens[q.core[1] : high] if t.kind != "mark" and t.low not in _FILLERS]
    starts = context.parsed.clause_starts
    if not words and not behind and high < len(tokens) and tokens[high - 1].text in (":", "—"):
        starts = [i for i in starts if i != high]
    elif not words and low and tokens[low - 1].text in (":", "—", "-"):
        starts = [i for i in starts if i != low]
    if len(starts) == len(context.parsed.clause_starts):
        return context
    return replace(context, parsed=replace(context.parsed, clause_starts=starts))


_FILLERS = frozenset({"more", "extra", "each", "less", "or", "so"})


def completed(context: Context) -> Context | None:
    """`Germany committed 17.1 billion euros; Oslo, 3.3`: the sum with the scale and currency of the one before it."""
    q = context.quantity
    told = _told(context)
    if told is None or not _bare(context):
        return None
    scale = next((s for s in (1e12, 1e9, 1e6) if abs(told.value.central) >= s), 0.0) if told.value else 0.0
    value = q.number.value * scale
    if not scale or told.value is None:
        return None
    if not abs(told.value.central) / _SPREAD <= value <= abs(told.value.central) * _SPREAD:
        return None
    number = replace(q.number, value=value, step=q.number.step * scale, scale=scale)
    whole: Quantity = replace(q, number=number, unit=told.unit, value=interval(number, q.rule))
    return replace(context, quantity=whole)


def _told(context: Context) -> Draft | None:
    """The sum of this sentence right in front, with no figure of another kind in between."""
    if not context.earlier:
        return None
    last = context.earlier[-1]
    return last if last.measure in _MEASURES and len(last.unit) == 3 and last.value is not None else None


def _bare(context: Context) -> bool:
    """A number in digits that nothing behind it counts, behind an owner or a word that takes up the sum."""
    q, tokens = context.quantity, context.parsed.tokens
    if q.unit or q.number.scale != 1.0 or not q.number.digits or q.rule == "range" or q.number.value < 1:
        return False
    if any(p.first < q.core[1] and q.core[0] < p.last for p in context.parsed.periods):
        return False
    behind = tokens[q.core[1]] if q.core[1] < len(tokens) else None
    if behind is not None and behind.low not in _CLOSING:
        return False
    front = context.before(2)
    owned = any(s.last in (q.first, q.first - 1) and s.kind != "pronoun" for s in context.parsed.subjects)
    return bool(set(front[-1:]) & _OPENING) or (owned and (not front or front[-1] != "of"))
