"""Sums that an ally shares with a country outside the alliance: `Britain and Japan spent $110 billion`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.mention_places import OBLIQUE
from burdenshare.reading.mentions import SubjectMention

_SUMS = frozenset({"aid", "expenditure", "expenditure_change", "extra_expenditure", "military_personnel", "troops"})
_JOINTS = frozenset({",", "and", "the", "&"})
_ONE_BY_ONE = frozenset({"each", "apiece", "respectively"})


def shared_with_an_outsider(context: Context, draft: Draft) -> bool:
    """`Britain, Canada and Japan pledged a combined 1 billion euros`: a sum of a list that holds a country outside is
    no figure of the allies in it. A share of GDP may be each one's own."""
    if draft.measure not in _SUMS or draft.unit == "%" or not _ONE_BY_ONE.isdisjoint(context.parsed.words):
        return False
    named = [s for s in context.parsed.subjects if s.last <= context.quantity.first and s.kind != "pronoun"]
    return any(
        s.entity in draft.subject and any(_outside(context, other) for other in _listed_with(context, named, at))
        for at, s in enumerate(named)
    )


def _outside(context: Context, mention: SubjectMention) -> bool:
    land = len(mention.entity) == 3 or mention.entity == "OTHER"
    return land and mention.names_a_body and mention.entity not in context.calendar.bearers


def _listed_with(context: Context, named: list[SubjectMention], at: int) -> list[SubjectMention]:
    """Whoever stands in one list with the mention at `at`; a list is joined by `and`."""
    low = high = at
    while low and _joined(context, named[low - 1], named[low]):
        low -= 1
    while high + 1 < len(named) and _joined(context, named[high], named[high + 1]):
        high += 1
    lows = context.parsed.lows
    between, front = lows[named[low].last : named[high].first], lows[max(0, named[low].first - 2) : named[low].first]
    parted = high - low < _THREE and "," in between  # "is close to Japan, and Britain has given"
    led_in = not _LEADING_IN.isdisjoint(front[:-1] if front[-1:] == ["the"] else front[-1:])
    return named[low : high + 1] if not parted and not led_in and not {"and", "&"}.isdisjoint(between) else []


_THREE = 2
"""Steps from the first to the last of a list of three."""
_LEADING_IN = OBLIQUE | {"about", "at", "between", "by", "for", "from", "in", "of", "on", "over"}


def _joined(context: Context, front: SubjectMention, behind: SubjectMention) -> bool:
    gap = context.parsed.lows[front.last : behind.first]
    return bool(gap) and _JOINTS.issuperset(gap) and gap != ["the"]
