"""Figures of what is left when a part is taken away: `excluding pensions`, `without its special fund`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.misplaced.words import words

_LEFT_OUT = words("left_out")
_PARTS = words("parts_left_out")
_MEASURES = frozenset({"share_of_gdp", "expenditure", "expenditure_growth"})
_NEAR = 5
"""Words behind `excluding` within which stands what is left out."""
_FAR = 14
"""Words between a figure and `without` behind it."""


def left_out(context: Context, draft: Draft) -> bool:
    """`Excluding pensions, Belgium spends 1.0 percent of GDP`; not `Excluding the United States, the allies spend`,
    whose group tells it, nor a part that is left out behind another figure."""
    if draft.measure not in _MEASURES or _LEFT_OUT.isdisjoint(context.parsed.words):
        return False
    return parts_out(context)


def parts_out(context: Context) -> bool:
    """Whether the words of the figure's own clause leave out a part of what is spent."""
    lows, q = context.parsed.lows, context.quantity
    others = [o.core[0] for o in context.parsed.quantities if o.unit == q.unit and o.core[0] > q.core[0]]
    for at, low in enumerate(lows):
        if low not in _LEFT_OUT or _PARTS.isdisjoint(lows[at + 1 : at + 1 + _NEAR]):
            continue
        if any(s.first <= at + 2 and at < s.first and s.names_a_body for s in context.parsed.subjects):
            continue  # "without the United States and its aid"
        low_end, high = sorted((at, q.core[0]))
        near = not any(low_end < o < high for o in others)
        if near and ";" not in lows[low_end:high] and (at < q.core[0] or at - q.core[1] <= _FAR):
            return True
    return False


def of_money_on_top(context: Context, draft: Draft) -> bool:
    """`Spain's extra 10.5 billion euros: 35 percent for pay`, `Of the rise in its spending Poland puts 70 percent into
    equipment`: a part of what is added, and not of all that is spent."""
    if draft.measure not in _HEADS or _ON_TOP.isdisjoint(context.parsed.words):
        return False
    front = context.parsed.lows[: context.quantity.first]
    at = next((n for n, low in enumerate(front) if low in _ON_TOP), None)
    if at is None:
        return False
    return "of" in front[max(0, at - _NEAR) : at] or ":" in front[at:]


_HEADS = frozenset({"equipment_share", "personnel_share", "infrastructure_share", "other_share"})
_ON_TOP = words("money_on_top")


def of_pensions_alone(context: Context, draft: Draft) -> bool:
    """`30 percent of its defence budget on pensions`: one of the costs of personnel, and not all of them."""
    told = context.parsed.words
    return draft.measure == "personnel_share" and "pensions" in told and told.isdisjoint(_PEOPLE)


_PEOPLE = frozenset({"personnel", "pay", "salaries", "wages", "staff"})


def would_be(context: Context, draft: Draft) -> bool:
    """`Without its special fund Germany would spend only 1.3 percent`, `But for the war it would be spending 1.5`:
    supposed, and nobody's plan."""
    parsed, first = context.parsed, context.quantity.first
    if draft.measure not in _PROMISED or "would" not in parsed.words:
        return False
    if "would" not in parsed.lows[context.bounds[0] : first]:
        return False
    return (not _LEFT_OUT.isdisjoint(parsed.words) and parts_out(context)) or tuple(parsed.lows[:2]) in _UNREAL


_PROMISED = frozenset({"guideline", "expenditure"})
_UNREAL = frozenset({("but", "for"), ("were", "it"), ("had", "it"), ("if", "not")})
"""Words that open what is against the facts: `But for the war`, `Had it kept to its plan`."""
