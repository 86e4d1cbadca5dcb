"""Shares that the words in front of them call today's: levels, and no targets, whatever is planned around them."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.shares.plans import GROUPS
from burdenshare.reading.growth_years import this_year
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import word_list
from burdenshare.reading.target_nouns import GUIDELINES

TODAYS = frozenset({"current", "present", "existing", "currently"})
_AIMS = word_list("aim_nouns")
_NEAR = 6
"""Tokens behind the figure among which what it is may stand: `the current 2 % of GDP guideline`."""


def todays(context: Context, draft: Draft) -> Draft:
    """`doubling its current 1 percent or so`, `from today's 1.1 percent of GDP`: where an ally stands, and not what it
    promises; the alliance's own share of today is a target more often than not."""
    if draft.measure != "guideline" or draft.unit != "%" or set(draft.subject) & GROUPS or not draft.subject:
        return draft
    parsed, front = context.parsed, context.before(1)
    if _estimated(context, draft):
        return as_estimated(context, draft)
    owned = front == ["today"] and parsed.tokens[context.quantity.first - 1].possessive
    end = context.quantity.core[1]
    if draft.comparator == "between" or context.pair() is not None or not _whose(context):
        return draft
    if not (owned or TODAYS & set(front)) or not _AIMS.isdisjoint(parsed.lows[end : end + _NEAR]):
        return draft
    return as_it_stands(context, draft)


def _estimated(context: Context, draft: Draft) -> bool:
    """`23 members hit the target this year, while Canada is projected to spend 1.33 %`: what one ally comes to in the
    year that is running, by an estimate, and no line that anybody drew."""
    if (
        context.quantity.number.value in GUIDELINES
        or len(draft.subject) != 1
        or _ESTIMATING.isdisjoint(context.parsed.words)
    ):
        return False
    front = [word for word in context.before(6) if word not in _SOFT]
    if front[-1:] not in (["spend"], ["reach"], ["at"]) or _ESTIMATING.isdisjoint(front):
        return False
    years = {p.value[:4] for p in context.parsed.periods if p.value[:4].isdecimal()}
    return years == {this_year(context)}


_ESTIMATING = frozenset({"projected", "estimated", "forecast", "reckoned"})
_SOFT = frozenset({"just", "only", "about", "some", "around", "barely"})


def as_estimated(context: Context, draft: Draft) -> Draft:
    """A target's figure as the estimate of the running year."""
    fact = replaced(draft, kind=Kind.FACT, measure="share_of_gdp", modality=Modality.FORECAST)
    return replaced(fact, rule="share that is estimated", period=this_year(context), period_from="relative")


def _whose(context: Context) -> bool:
    """`its current 1 percent`, `from the present 1.01 percent`; `to the existing 2 percent` is a line that stands."""
    front = context.before(3)
    return front[-1:] == ["currently"] or front[-2:-1] != ["the"] or front[:1] == ["from"]


def as_it_stands(context: Context, draft: Draft) -> Draft:
    """A target's figure as the level of the newest year."""
    quantity, newest = context.quantity, str(context.calendar.newest_year or "")
    fact = replaced(draft, kind=Kind.FACT, measure="share_of_gdp", modality=Modality.FACT, rule="share that stands")
    return replaced(fact, period=newest, period_from="now", comparator=quantity.comparator, value=quantity.value)
