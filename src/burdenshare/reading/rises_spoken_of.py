"""Rises to a share that are only spoken of: `is considering raising military spending to 5 % of GDP` tells of no year
what was spent, whoever weighs, backs, rejects or costs it."""

from __future__ import annotations

from datetime import date
from functools import cache

from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.parse import Parsed
from burdenshare.reading.planned_shares import as_plan
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import load_table

_REACH = 12
"""Tokens in front of `to` within which the rise stands."""
_LED = 4
"""Tokens in front of the rise within which somebody tells that it was done, or refuses it."""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("rises_spoken_of")[name]["words"])


@cache
def move_words() -> frozenset[str]:
    """Every word for a rise that is only spoken of: `raising`, `an increase`."""
    return _words("gerunds") | _words("nouns")


def spoken_of(parse: Parsed, draft: Draft, published: date | None) -> Draft:
    """The figure of a rise that no verb tells as done, as a promise that the words around it make; else as it is."""
    if draft.kind is not Kind.FACT:
        return draft
    if draft.measure == "aid":  # "is considering giving Ukraine another 3 billion"
        return _hypothetical(draft) if weighed(parse, draft.focus[0]) else draft
    if draft.measure not in _LED_BY or move_words().isdisjoint(parse.words):
        return draft
    at = _rise_in_front(parse, draft)
    if draft.measure != "share_of_gdp":
        return _only_wished(parse, draft, at)
    if at is None or _was_done(parse, at) or _of_a_year_gone(parse, draft, published):
        return draft
    front = parse.lows[max(0, at - _LED) : at]
    modality = Modality.HYPOTHETICAL
    if not _words("refused").isdisjoint(front):
        modality = Modality.DENIAL
    elif _beside(parse, at) in _words("under_way") and parse.lows[at] in _words("gerunds"):
        modality = Modality.PLEDGE
    told = draft.period_from in ("explicit", "due", "relative")
    plan = as_plan(draft, modality)
    return plan if told else replaced(plan, period="", period_from="")


_LED_BY = {
    "share_of_gdp": ("to",),
    "expenditure": ("to",),
    "equipment_share": ("to",),
    "expenditure_change": ("by", "of"),
    "expenditure_growth": ("by", "of"),
}
"""The measures of a rise, with the words that lead to its figure."""


def _only_wished(parse: Parsed, draft: Draft, at: int | None) -> Draft:
    """`experts recommend raising the budget by 30 billion`, `is considering raising it to 100 billion`: of money and
    parts of a budget a rise is told in too many ways; here a word must say that it is weighed, wished or refused."""
    front = parse.lows[max(0, at - _WISHED_WITHIN) : at] if at is not None else []
    if at is None or _was_done(parse, at) or _wishing().isdisjoint(front):
        return draft
    return _hypothetical(draft)


def _hypothetical(draft: Draft) -> Draft:
    """The same as what somebody thinks of: of no year, and no fact."""
    return replaced(draft, kind=Kind.PROMISE, modality=Modality.HYPOTHETICAL, period="", period_from="", likely=True)


_WISHED_WITHIN = 6
"""Tokens in front of a rise within which somebody weighs, wishes or refuses it."""


@cache
def _wishing() -> frozenset[str]:
    return _words("weighed") | _words("refused") | _words("wished")


def _rise_in_front(parse: Parsed, draft: Draft) -> int | None:
    """The token of the rise that leads to the figure by `to` or `by`; None where a finite verb or a sum stands
    between."""
    lows, to = parse.lows, draft.focus[0] - 1
    if to < 1 or lows[to] not in _LED_BY[draft.measure]:
        return None
    for at in range(to - 1, max(-1, to - 1 - _REACH), -1):
        if lows[at] in _words("finite") or any(q.core[0] <= at < q.core[1] and q.unit != "%" for q in parse.quantities):
            return None
        if lows[at] in _words("gerunds"):
            return at
        if lows[at] in _words("nouns") and _a_noun(lows, at):
            return at
        if lows[at] in (";", ":", ","):
            return None
    return None


def _a_noun(lows: list[str], at: int) -> bool:
    """`an increase`, `a further rise`: not `that will rise`."""
    front = lows[max(0, at - 3) : at]
    return not _DETERMINERS.isdisjoint(front) and _MODALS.isdisjoint(front)


_DETERMINERS = frozenset({"a", "an", "the", "any", "such", "this", "that", "'s", "further", "its", "their"})
_MODALS = frozenset({"will", "would", "could", "may", "might", "should", "must", "can", "to", "shall"})


def _was_done(parse: Parsed, at: int) -> bool:
    """`after raising its spending to 2.1 %`, `saw a rise to 2.1 %`, `has been raising`, `Raising it to 2 %, France`."""
    front = parse.lows[max(0, at - _LED) : at]
    return at <= 1 or not _words("done").isdisjoint(front) or _beside(parse, at) in _words("going_on")


def _beside(parse: Parsed, at: int) -> str:
    """The word right in front of the rise, but for an adverb: `is *gradually* raising`."""
    while at > 1 and (parse.lows[at - 1].endswith("ly") or parse.lows[at - 1] in ("now", "also", "already", "still")):
        at -= 1
    return parse.lows[at - 1] if at else ""


def _of_a_year_gone(parse: Parsed, draft: Draft, published: date | None) -> bool:
    """`an increase to 2.1 % in 2024`, read later."""
    year = draft.period[:4]
    gone = published is not None and year.isdecimal() and int(year) < published.year
    return gone and draft.period_from in ("explicit", "relative")


def weighed(parse: Parsed, first: int) -> bool:
    """`is considering raising it to 5 %`: a share at token `first` on which nobody has decided yet."""
    front = parse.lows[max(0, first - _REACH) : first]
    at = max((i for i, low in enumerate(front) if low in _words("weighed")), default=-1)
    kept = _words("given_up").isdisjoint(front[at + 1 : at + 2])  # "is not considering changing the plan to raise it"
    spoken = at >= 0 and kept and not {",", ";", ":"} & set(front[at:])
    return spoken or _talked_about(front)


def _talked_about(front: list[str]) -> bool:
    """`discussions around a new target of 3 percent`, `talks on whether to spend`; not `talks on trade`."""
    nouns, about = _words("talk"), _words("about")
    at = max((i for i, low in enumerate(front[:-1]) if low in nouns and front[i + 1] in about), default=-1)
    return at >= 0 and _words("settled_on").isdisjoint(front[at:]) and not {",", ";", ":"} & set(front[at:])
