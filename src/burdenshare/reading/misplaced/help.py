"""Help for Ukraine that nobody gave, or that is no sum of what somebody gave so far."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.misplaced.words import words
from burdenshare.reading.model import Kind

_WITHHELD = words("withheld")
_EACH_YEAR = frozenset({("a", "year"), ("each", "year"), ("every", "year"), ("per", "year"), ("a", "month")})
_MOVED = words("help_that_moved")
_OTHERS = frozenset({"israel", "taiwan", "moldova", "gaza", "syria", "georgia"})
_PARTIES = frozenset({"opposition", "party", "parties", "greens", "conservatives", "coalition"})
_SUMMITS = frozenset({"declaration", "communique", "communiqué", "summit"})
"""Behind a capital these make it the alliance's: `Washington's declaration pledges 40 billion euros`."""
_FRONT = 4
_BEHIND = 8


def withheld(context: Context, draft: Draft) -> bool:
    """`Hungary blocked 50 billion euros for Ukraine`: given by nobody."""
    return draft.measure == "aid" and not _WITHHELD.isdisjoint(context.before(_FRONT))


def made_up_for(context: Context, draft: Draft) -> bool:
    """`that EU states replace US aid with 0.25 percent of their GDP`: what stands in for the help of the one named."""
    if draft.measure != "aid" or _STANDING_IN.isdisjoint(context.parsed.words):
        return False
    lows, first = context.parsed.lows, context.quantity.first
    at = next((i for i in range(first - 1, max(0, first - 3 * _FRONT), -1) if lows[i] in _STANDING_IN), None)
    return at is not None and any(
        s.entity in draft.subject and at < s.first <= at + _FRONT and not _HELP.isdisjoint(lows[s.last : s.last + 2])
        for s in context.parsed.subjects
    )


_STANDING_IN = words("standing_in_for")
_HELP = frozenset({"aid", "assistance", "help", "support", "contribution", "contributions", "share", "funding"})


def spent_on_defence(context: Context, draft: Draft) -> bool:
    """`spends 90 billion euros on defence, not counting aid to Ukraine`: what it spends itself, read as help."""
    behind = context.after(_NEAR)
    return draft.measure == "aid" and behind[:1] in (["on"], ["for"]) and not _DEFENCE.isdisjoint(behind)


_NEAR = 3
_DEFENCE = frozenset({"defence", "defense"})


def no_sum_so_far(context: Context, draft: Draft) -> bool:
    """`gives Ukraine 10 billion euros a year`, `cut its aid to 4 billion`, `61 billion for Ukraine, Israel and Taiwan`:
    none of all that it gave until now."""
    if draft.measure != "aid":
        return False
    front, behind = context.before(2 * _BEHIND), context.after(_BEHIND)
    if draft.kind is Kind.PROMISE:
        return not _PARTIES.isdisjoint(front) or not _SUMMITS.isdisjoint(front)
    if any(pair in _EACH_YEAR for pair in pairwise(behind)) or not _OTHERS.isdisjoint(context.parsed.words):
        return True
    if front[-1:] == ["to"] and not _MOVED.isdisjoint(front):
        return True
    if draft.unit == "%" and not {"promised", "pledged", "promises", "pledges"}.isdisjoint(front[-2:]):
        return True
    return ("defence" in front[-_BEHIND:] and "and" in front[-_BEHIND:]) or _until_a_year_to_come(context)


def _until_a_year_to_come(context: Context) -> bool:
    """`50 billion euros for Ukraine until 2027`, `10 billion in 2023 and 2024`: of years to come, or of two."""
    on, end = context.calendar.on, context.quantity.core[1]
    years = [p for p in context.parsed.periods if end <= p.first <= end + _BEHIND and p.value[-4:].isdecimal()]
    ahead = on is not None and any(int(p.value[-4:]) > on.year for p in years)
    two = any(b.first - a.last == 1 and context.parsed.lows[a.last] == "and" for a, b in pairwise(years))
    return ahead or two


def given_to_ukraine(context: Context, draft: Draft) -> bool:
    """`Estonia has given 1.4% of its GDP in military aid to Ukraine, Denmark 2.2%`, `Kiel data put Lithuania third with
    1.8%`: help, read as a share for defence where nothing in the sentence tells of any."""
    if draft.measure != "share_of_gdp" or not _DEFENCE.isdisjoint(context.parsed.words):
        return False
    front = context.parsed.lows[: context.quantity.first]
    if "kiel" in front:
        return True
    helped = any(s.entity == "UKR" and s.first < context.quantity.first for s in context.parsed.subjects)
    return helped and not _HELPING.isdisjoint(front)


_DEFENCE = words("own_defence")
_HELPING = words("helping")
