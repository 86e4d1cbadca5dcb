"""Shares that were foreseen and not spent: `compared to a budget envisaged at 2.28 % of GDP`, `2.5 % planned`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.planned_shares import as_plan
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import word_list

_FORESEEN = word_list("foreseeing_participles")
_ECONOMY = frozenset({"of", "its", "the", "gdp", "initially", "originally", "first", "earlier", "previously", "as"})
"""Between a share and the participle behind it: `2.5 % of GDP originally planned`."""
_REACH = 8
_SPENDING = frozenset({"spending", "expenditure", "expenditures", "outlays", "budget"})
_REACHING = frozenset({"reaching", "at", "of", "amounting", "equalling"})
_AT = frozenset({"at", "of", "to", "as"})


def only_foreseen(context: Context, draft: Draft) -> Draft:
    """The share as a plan, where a participle of foreseeing leads to it, or stands right behind it."""
    if draft.kind is Kind.FACT and draft.measure == "share_of_gdp" and _kept_for_years(context):
        return _undated(as_plan(draft, Modality.PLEDGE))
    if draft.kind is not Kind.FACT or draft.measure != "share_of_gdp" or _FORESEEN.isdisjoint(context.parsed.words):
        return draft
    if "supposed" in context.before(_REACH) and "to" in context.before(_REACH):
        return _undated(as_plan(draft, Modality.DEMAND))  # "they are supposed to be paying 2 percent"
    if _led_to(context) or _named_behind(context) or _set_as_a_target(context):
        return _undated(as_plan(draft, Modality.FORECAST))
    return draft


def _kept_for_years(context: Context) -> bool:
    """`decided to keep defence spending as low as 1.25 % of GDP for the next five years`: what is to be spent."""
    front, behind = context.before(_KEPT_WITHIN), context.after(_KEPT_WITHIN)
    at = next((i for i, low in enumerate(front) if low in _KEEPING and front[i - 1 : i] == ["to"]), None)
    ahead = next((i for i, low in enumerate(behind) if behind[i : i + 3] in _AHEAD), None)
    return at is not None and ahead is not None


_KEPT_WITHIN = 10
_KEEPING = frozenset({"keep", "hold", "maintain", "cap", "freeze", "limit"})
_AHEAD = (["for", "the", "next"], ["over", "the", "next"], ["in", "the", "coming"], ["for", "the", "coming"])


def _undated(plan: Draft) -> Draft:
    """A plan is of no year that only today gave its share."""
    return replaced(plan, period="", period_from="") if plan.period_from in ("now", "assumed") else plan


def _led_to(context: Context) -> bool:
    front = context.before(3)
    if front[:1] and front[0] in _FORESEEN and front[1:2] and front[1] in _SPENDING and front[-1] in _REACHING:
        return True  # "with the budgeted expenditure reaching only 1 %"
    return len(front) >= 2 and front[-2] in _FORESEEN and front[-1] in _AT


def _named_behind(context: Context) -> bool:
    for word in context.after(_REACH):
        if word in _FORESEEN:
            return True
        if word not in _ECONOMY:
            return False
    return False


def _set_as_a_target(context: Context) -> bool:
    """`will meet the new target, with a provisional estimate set at 3.5 %`: how high the target is put."""
    first = context.quantity.first
    return context.before(2) == ["set", "at"] and context.parsed.cues.has("target", context.bounds[0], first)
