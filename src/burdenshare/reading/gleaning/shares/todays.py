"""Shares that the words in front of them call today's: levels, and no targets, whatever is planned around them."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.shares.plans import GROUPS
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import word_list

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
    owned = front == ["today"] and parsed.tokens[context.quantity.first - 1].possessive
    end = context.quantity.core[1]
    if draft.comparator == "between" or context.pair() is not None or not _whose(context):
        return draft
    if not (owned or TODAYS & set(front)) or not _AIMS.isdisjoint(parsed.lows[end : end + _NEAR]):
        return draft
    return as_it_stands(context, draft)


def _whose(context: Context) -> bool:
    """`its current 1 percent`, `from the present 1.01 percent`; `to the existing 2 percent` is a line that stands."""
    front = context.before(3)
    return front[-1:] == ["currently"] or front[-2:-1] != ["the"] or front[:1] == ["from"]


def as_it_stands(context: Context, draft: Draft) -> Draft:
    """A target's figure as the level of the newest year."""
    quantity, newest = context.quantity, str(context.calendar.newest_year or "")
    fact = replaced(draft, kind=Kind.FACT, measure="share_of_gdp", modality=Modality.FACT, rule="share that stands")
    return replaced(fact, period=newest, period_from="now", comparator=quantity.comparator, value=quantity.value)
