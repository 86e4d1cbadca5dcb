"""Figures whose owner stands behind them, though somebody else stands in front: what one is held against."""

from __future__ import annotations

from burdenshare.reading.context import GROUPS, Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.misplaced.words import words
from burdenshare.reading.parse import Parsed

_MEASURES = frozenset({"share_of_gdp", "expenditure", "military_personnel", "aid"})
_AGAINST = words("held_against")
_LEADING = words("leading_to_its_owner")
_REACH = 5
"""Tokens behind a figure, with its unit, within which its own owner begins."""


def of_the_one_behind(context: Context, draft: Draft) -> bool:
    """`spends $876 billion, more than twice the $419 billion of its European allies`, `exceed the $64.3 billion France
    devotes to it`: read as the figure of whoever stands in front."""
    parsed, (first, end) = context.parsed, context.quantity.core
    if draft.measure not in _MEASURES or not _the_one_that(parsed, first):
        return False
    if not any(s.entity in draft.subject and s.last <= context.quantity.first for s in parsed.subjects):
        return False
    for s in parsed.subjects:
        if end <= s.first <= end + _REACH and s.kind != "pronoun" and s.entity not in (*draft.subject, "NATO"):
            return _LEADING.issuperset(parsed.lows[max(end, draft.last) : s.first])
    return False


def _the_one_that(parsed: Parsed, first: int) -> bool:
    """`exceed the $64.3 billion`, `twice the 419 billion`: held against a figure that is pointed at."""
    at = first - 1
    while at > 0 and (parsed.tokens[at].kind != "word" or parsed.lows[at] in _SIGNS):
        at -= 1
    return at > 0 and parsed.lows[at] == "the" and parsed.lows[at - 1] in _AGAINST


_SIGNS = frozenset({"us", "usd", "eur", "about", "around", "some", "roughly"})


def part_of_anothers(context: Context, draft: Draft) -> bool:
    """`Canada's 1.4% is less than half America's 3.4%`: below a half of it, and no bound of the whole."""
    if draft.measure not in _MEASURES or draft.comparator not in ("<", ">", "<=", ">="):
        return False
    between = context.parsed.lows[max(0, context.quantity.first - 3) : context.quantity.core[0]]
    return not _PARTS.isdisjoint(between) and "than" in between


_PARTS = frozenset({"half", "twice", "third", "quarter", "thrice", "double"})


def of_its_economy(context: Context, draft: Draft) -> bool:
    """`America's GDP is 54 percent of the allies' total`: a part of all output, and not of what is spent."""
    if draft.measure != "share_of_total" or _ECONOMY.isdisjoint(context.parsed.words):
        return False
    lows, first = context.parsed.lows, context.quantity.first
    owners = [s for s in context.parsed.subjects if s.entity in draft.subject and s.last <= first and s.possessive]
    return bool(owners) and not _ECONOMY.isdisjoint(lows[owners[-1].last : owners[-1].last + 2])


_ECONOMY = frozenset({"gdp", "economy", "output", "population", "wealth"})


def of_one_member(context: Context, draft: Draft) -> bool:
    """`The alliance's newest member spends 2.14 percent`: one of the group, whom the words do not name."""
    if len(draft.subject) != 1 or draft.subject[0] not in GROUPS or _MEMBER.isdisjoint(context.parsed.words):
        return False
    lows = context.parsed.lows
    own = [s for s in context.parsed.subjects if s.entity in draft.subject and s.last <= context.quantity.first]
    if own and lows[max(0, own[-1].first - 3) : own[-1].first] == ["as", "well", "as"]:
        return True  # "the alliance's only member in Asia as well as Europe"
    return bool(own) and own[-1].possessive and not _MEMBER.isdisjoint(lows[own[-1].last : own[-1].last + _REACH - 1])


_MEMBER = frozenset({"member", "ally", "laggard"})


def told_of_a_place(context: Context, draft: Draft) -> str:
    """`Sofia spends 2.18; in Skopje it was 2.22 percent`: the ally that `in` and `it`, or `for`, tell where another
    was read."""
    lows, first = context.parsed.lows, context.quantity.first
    if context.after(1) in (["in"], ["of"]):
        return _behind_as_another(context, draft)
    if draft.measure not in _MEASURES:
        return ""
    if context.after(1) == ["for"]:
        return _for_one_behind(context, draft)
    if "it" not in context.parsed.words:
        return ""
    for s in context.parsed.subjects:
        told = s.entity in context.calendar.allies and s.entity not in draft.subject and lows[s.first - 1] == "in"
        if told and s.last < first <= s.last + _REACH and lows[s.last] == "it":
            return s.entity
    return ""


def _behind_as_another(context: Context, draft: Draft) -> str:
    """`62 percent of Portugal's defence budget and 64 percent of Italy's`, `2.1% in Germany, 2.0% in Italy`: the ally
    behind the second figure, where the one that was read stands so behind the first."""
    own = context.quantity
    if draft.measure not in (*_MEASURES, *_PARTS_OF_A_BUDGET, "expenditure_growth") or len(draft.subject) != 1:
        return ""
    allies = {s.first: s for s in context.parsed.subjects if s.entity in context.calendar.allies}
    behind = allies.get(own.core[1] + 1)
    if behind is None or behind.entity in draft.subject:
        return ""
    earlier = [q for q in context.parsed.quantities if q.core[1] <= own.first and q.unit == own.unit]
    shown = (_after_of_or_in(context, q.core[1], allies) for q in earlier)
    return behind.entity if any(s is not None and s.entity in draft.subject for s in shown) else ""


def _after_of_or_in(context: Context, end: int, allies: dict[int, SubjectMention]) -> SubjectMention | None:
    """The ally behind `of` or `in` at `end`, or behind `of GDP in`."""
    lows = context.parsed.lows
    end += 2 if lows[end : end + 2] == ["of", "gdp"] else 0
    return allies.get(end + 1) if lows[end : end + 1] in (["in"], ["of"]) else None


_PARTS_OF_A_BUDGET = frozenset({"equipment_share", "personnel_share", "infrastructure_share"})


def _for_one_behind(context: Context, draft: Draft) -> str:
    """`NATO's figures show 1.24 percent for Germany and 3.5 percent for the United States`: the ally behind `for`."""
    end = context.quantity.core[1] + 1
    for s in context.parsed.subjects:
        near = s.first == end or (s.first == end + 1 and context.parsed.lows[end] == "the")
        if near and s.entity in context.calendar.allies and s.names_a_body and not s.possessive:
            return "" if s.entity in draft.subject else s.entity
    return ""


def of_what_another_has(context: Context, draft: Draft) -> bool:
    """`Germany's spending rises 29 percent; Canada's, by contrast, which rose 10 percent last year, 5`: behind a
    semicolon another owner stands for what is told of the first."""
    lows, first = context.parsed.lows, context.quantity.first
    if ";" not in lows[:first] or draft.measure not in (*_MEASURES, "expenditure_growth"):
        return False
    stop = first - 1 - lows[:first][::-1].index(";")
    return any(
        s.possessive and s.entity not in draft.subject and stop < s.first < first and lows[s.last : s.last + 1] == [","]
        for s in context.parsed.subjects
        if s.entity in context.calendar.bearers
    )


def right_behind_its_owner(context: Context, draft: Draft) -> bool:
    """`Germany has fewer than France's 204,000 soldiers`: an owner right in front of the figure, who was not read."""
    if draft.measure not in _MEASURES:
        return False
    first = context.quantity.first
    near = [s for s in context.parsed.subjects if first - 1 <= s.last <= context.quantity.core[0] and s.possessive]
    return any(s.entity in context.calendar.allies and s.entity not in draft.subject for s in near)


def of_the_possessive_beside(context: Context, draft: Draft) -> str:
    """`Sweden's spending leapt 31% and Denmark's by 20%`: the ally whose possessive stands for what is told of the
    first, where that one was read."""
    if draft.measure != "expenditure_growth":
        return ""
    first = context.quantity.first
    near = [s for s in context.parsed.subjects if first - _STEPS <= s.last <= first and s.kind != "pronoun"]
    last = near[-1] if near else None
    if last is None or not last.possessive or last.entity in draft.subject:
        return ""
    return last.entity if last.entity in context.calendar.allies else ""


_STEPS = 2
"""Words between such a possessive and the figure: `rose`, `by`."""


def in_another_place(context: Context, draft: Draft) -> bool:
    """`4.1 percent against 2.1 in Germany`: held against another in the same year, and not against an earlier one."""
    if draft.measure not in _MEASURES or context.before(1) not in (["against"], ["versus"]):
        return False
    end = context.quantity.core[1]
    owner = any(s.first == end + 1 and s.entity in draft.subject for s in context.parsed.subjects)
    return owner and context.parsed.lows[end] in ("in", "for") and draft.period_from not in ("explicit", "now")


def in_one_list(context: Context, draft: Draft) -> bool:
    """`Germany and France, which spend 2.12 and 2.06 percent`: figures joined as their owners are, each of one of
    them, and read as a figure of both."""
    if len(draft.subject) < _SEVERAL or draft.measure not in _MEASURES:
        return False
    lows = context.parsed.lows
    for q in context.parsed.quantities:
        if q.core == context.quantity.core or (
            not q.unit and q.value.central > _MOST and draft.measure != "military_personnel"
        ):
            continue
        first, second = (q, context.quantity) if q.core[0] < context.quantity.core[0] else (context.quantity, q)
        if second.first - first.core[1] == 1 and lows[first.core[1]] == "and" and (first.unit in ("", second.unit)):
            return True
    return False


_SEVERAL = 2
_MOST = 1000.0
"""Above it a bare number in front of `and` is a year."""


def of_one_of_two_regions(context: Context, draft: Draft) -> bool:
    """`Scandinavian and Baltic countries have allocated over 2 percent`: read of the one that the record knows."""
    if draft.subject not in _REGIONS or "and" not in context.parsed.words:
        return False
    lows = context.parsed.lows
    for s in context.parsed.subjects:
        if s.entity not in draft.subject or s.last > context.quantity.first:
            continue
        front, behind = lows[max(0, s.first - 2) : s.first], lows[s.last : s.last + 2]
        if (front[-1:] == ["and"] and front[0] in _PARTS_OF_EUROPE) or (
            behind[:1] == ["and"] and behind[-1] in _PARTS_OF_EUROPE
        ):
            return True
        if lows[s.first + 1 : s.first + 2] == ["and"] and lows[s.first + 2 : s.first + 3] != []:
            return lows[s.first + 2] in _PARTS_OF_EUROPE  # "Baltic and Nordic countries", where the phrase is longer
    return False


_REGIONS = (("BALTIC",), ("NORDIC",))
_PARTS_OF_EUROPE = frozenset(
    {"baltic", "nordic", "scandinavian", "eastern", "central", "western", "southern", "northern", "balkan", "visegrad"}
)
