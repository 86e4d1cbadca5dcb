"""Numbers of countries or for each of them, read as a figure of the whole they are in."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import GROUPS, Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.misplaced.words import words

_WHO_DO = words("counted_who_do")
_EACH = words("each_of_them")
_NEAR = 4
"""Tokens behind a number of troops within which `each` is said of it."""


def counted_in_front(context: Context, draft: Draft) -> bool:
    """`Of the countries that are in the EU, 16 spend at least 2 percent of GDP`: the line that so many of them stand
    at, read as the share of the group."""
    if draft.measure != "share_of_gdp" or len(draft.subject) != 1 or draft.subject[0] not in GROUPS:
        return False
    lows, first = context.parsed.lows, context.quantity.first
    owner = max((s.last for s in context.parsed.subjects if s.entity in draft.subject and s.last <= first), default=-1)
    return any(
        (owner <= q.first and q.core[1] < first and not q.unit and q.number.value > 1 and lows[q.core[1]] in _WHO_DO)
        or (owner > q.core[1] and lows[q.core[1]] in _COUNTRIES and q.first <= _OPENING)
        for q in context.parsed.quantities
        if not any(p.first <= q.core[0] < p.last for p in context.parsed.periods)
    )


_COUNTRIES = frozenset({"allies", "countries", "governments", "members", "nations", "states"})
_OPENING = 1
"""Tokens that open a sentence: `Eighteen countries on the eastern flank meet the target`."""


def some_of_a_group(context: Context, draft: Draft) -> bool:
    """`Some Baltic states spend 3 percent`, `Sixteen EU states spend 2 percent`: not the group; `the three Baltic
    states` are all of it."""
    if draft.measure not in _SPENT or len(draft.subject) != 1 or draft.subject[0] not in GROUPS:
        return False
    lows, first = context.parsed.lows, context.quantity.first
    own = [s for s in context.parsed.subjects if s.entity in draft.subject and s.first > 0 and s.last <= first]
    if not own:
        return False
    at = own[-1].first
    if lows[at - 1] in _SOME or _quantified(lows, at) or _a_part_of_them(lows[own[-1].last : first]):
        return True
    dated = {p.last for p in context.parsed.periods}
    number = next((q for q in context.parsed.quantities if q.core[1] == at and not q.unit and at not in dated), None)
    if number is not None and number.number.value == _SIZES_OF.get(draft.subject[0]):
        return False
    return number is not None and _WHOLLY.isdisjoint(lows[max(0, number.first - 2) : number.first])


def _quantified(lows: list[str], at: int) -> bool:
    """`Many member states of the EU`, `A majority of EU members`: a word for how many opens the phrase of the group."""
    while at > 0 and lows[at - 1] in _BETWEEN:
        at -= 1
    return at > 0 and lows[at - 1] in _HOW_MANY


def _a_part_of_them(behind: list[str]) -> bool:
    """`The EU's eastern members`: those of the group that an adjective picks out."""
    return len(behind) > 1 and behind[0] in _SOME and behind[1] in _MEMBERS


_HOW_MANY = words("how_many")
_BETWEEN = words("between_number_and_group")
_MEMBERS = _COUNTRIES | {"member", "economies", "capitals"}
_SPENT = frozenset({"share_of_gdp", "expenditure", "expenditure_growth"})
_SIZES_OF = {"BALTIC": 3, "NORDIC": 5, "B9": 9, "V4": 4, "E3": 3, "E5": 5, "G7": 7, "NB8": 8}
"""How many there are in groups whose number never changed."""
_SOME = words("some_of_them")
_WHOLLY = frozenset({"the", "all", "its", "both"})


def of_some_only(context: Context, draft: Draft) -> bool:
    """`23 of the EU's 27 belong to NATO, and 16 of these 23 spend 2 %`: a count among some of the allies."""
    if draft.measure != "allies_at_guideline" or context.after(1) != ["of"]:
        return False
    end = context.quantity.core[1]
    whole = next((q for q in context.parsed.quantities if end < q.core[0] <= end + _WHOLE and not q.unit), None)
    pointed = whole is not None and not _POINTING.isdisjoint(context.parsed.lows[end : whole.core[0]])
    return whole is not None and pointed and whole.number.value not in _SIZES


_POINTING = frozenset({"these", "those"})
_WHOLE = 3
_SIZES = frozenset({12, 14, 15, 16, 19, 26, 28, 29, 30, 31, 32})
"""How many members the alliance has had."""


def do_the_same(context: Context, draft: Draft) -> bool:
    """`Of the 31, 20 fell short that year, and of the 32 nine do this year`: what they do stands in front, and whether
    they meet it or miss it hangs on that."""
    if draft.measure != "allies_at_guideline" or context.after(1) not in (["do"], ["did"]) or draft.below:
        return False
    front = [one for one in context.earlier if one.measure == draft.measure and one.below]
    if not front:
        return False
    verb = context.parsed.lows[front[-1].focus[0] : context.quantity.first]
    return _NEGATED.isdisjoint(verb)


_NEGATED = frozenset({"not", "n't", "don't", "didn't", "never"})


def at_two_lines(context: Context, draft: Draft) -> bool:
    """`The 20 percent guideline for equipment, agreed like the 2 percent one, is met by 30 allies`: which of the two
    lines they meet, the order of the words tells, and no count of the record may refute it."""
    if draft.measure not in ("allies_at_guideline", "fraction_at_guideline") or "equipment" not in context.parsed.words:
        return False
    return any(q.unit == "%" and q.number.value == _EQUIPMENT for q in context.parsed.quantities)


_EQUIPMENT = 20.0
"""Per cent of the defence budget that allies are to spend on equipment."""


def in_days_to_come(context: Context, draft: Draft) -> bool:
    """`Germany is to station 5,000 soldiers in Lithuania by 2027`: none of now."""
    if draft.measure not in ("troops", "military_personnel"):
        return False
    front = context.before(_AHEAD)
    if not _NEEDING.isdisjoint(front[-2:]):
        return True  # "The US needs 80,000 troops in Europe, a study says"
    return "will" in front or any(a in ("is", "are", "plans", "due") and b == "to" for a, b in pairwise(front))


_NEEDING = frozenset({"need", "needs", "wants", "demands", "requires", "proposes", "suggests"})
_AHEAD = 5


def already_there(context: Context, draft: Draft) -> bool:
    """`Three allies already meet the new 3.5 percent line for 2035`: the year is the line's, and they are there now."""
    if draft.measure != "allies_at_guideline" or "already" not in context.parsed.words:
        return False
    end = context.quantity.core[1]
    return "already" in context.parsed.lows[context.quantity.first : end + _ASIDE]


_ASIDE = 12
"""Tokens behind a count within which `already` is said of it, beyond a list of who they are."""


def of_the_budget(context: Context, draft: Draft) -> bool:
    """`Russia spends 7 percent of GDP on defence, a third of its budget`: of what a state spends, not of GDP."""
    if draft.measure not in ("military_expenditure", "share_of_gdp") or draft.unit != "%":
        return False
    behind = context.after(_WHOLE + 1)
    return behind[:1] == ["of"] and "budget" in behind and "gdp" not in behind


def for_each(context: Context, draft: Draft) -> bool:
    """`sent around 1,000 troops each to Estonia, Latvia and Lithuania`: no number of them all."""
    if draft.measure != "troops":
        return False
    end = context.quantity.core[1]
    return not _EACH.isdisjoint(context.parsed.lows[end : end + _NEAR])
