"""Figures told with a verb that stands for another: `as Poland did with 3 percent`."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.misplaced.words import words
from burdenshare.reading.tables import load_table

_DOING = words("doing_the_same")
_LEADS = frozenset({"with", "for", "at", "by"})


def told_by_the_alliance(context: Context, draft: Draft) -> bool:
    """`SIPRI says 3.8; according to NATO it was 3.26 percent`, `NATO's figures show 1.24 percent for Germany`: who
    tells the figure, and not whose it is."""
    if draft.measure != "share_of_gdp" or draft.subject != ("NATO",):
        return False
    lows, first = context.parsed.lows, context.quantity.first
    own = [s for s in context.parsed.subjects if s.entity == "NATO" and s.last <= first]
    if not own:
        return False
    if own[-1].possessive:
        behind = lows[own[-1].last : own[-1].last + 3]
        return not _FIGURES.isdisjoint(behind) and not _SHOWING.isdisjoint(lows[own[-1].last : first])
    return lows[own[-1].first - 2 : own[-1].first] == ["according", "to"] or lows[own[-1].last] in _TELLING


_FIGURES = frozenset({"figures", "data", "estimates", "numbers", "statistics", "tables", "report"})
_SHOWING = frozenset({"show", "shows", "showed", "put", "puts", "give", "gives"})
_TELLING = frozenset({"says", "said", "puts", "put", "estimates", "estimated", "reckons", "gives", "calculates"})


def behind_a_modal(context: Context, draft: Draft) -> bool:
    """`Lithuania should, according to its minister, spend 3.5 percent`: a modal in front of an aside, read as what is
    spent."""
    if draft.measure != "share_of_gdp":
        return False
    front = context.before(2)
    if front not in ([",", "spend"], [",", "allocate"], [",", "devote"], [",", "invest"]):
        return False
    return any(a in _MODALS and b == "," for a, b in pairwise(context.parsed.lows[: context.quantity.first - 1]))


_MODALS = frozenset({"should", "must", "would", "could", "will", "may", "might", "shall", "ought", "to"})


def stands_at(context: Context, draft: Draft) -> bool:
    """`Norway, which presented a plan to raise spending to 3 percent by 2030, is at 2.20 percent`: a level, read as a
    plan by the words of an aside; not `the target is at 2 percent`, nor `will be at 2.5 percent`."""
    if draft.measure != "guideline":
        return False
    front = context.before(2)
    return front[-1:] == ["at"] and front[0] in _STANDS and not context.cue_sentence("target")


_STANDS = frozenset({"is", "are", "stands", "stood", "sits", "was"})


def budgeted(context: Context, draft: Draft) -> bool:
    """`Lithuania budgets 5.38, Latvia 4.91`: what a country's own budget sets aside, and not what NATO counts."""
    return draft.measure in _SPENT and not _BUDGETED.isdisjoint(context.before(1))


_SPENT = frozenset({"share_of_gdp", "expenditure"})
_BUDGETED = frozenset({"budgets", "budgeted", "announces", "announced"})


def short_by(context: Context, draft: Draft) -> bool:
    """`fell 10 percent short of the target`: how far it was from a line, read as the line."""
    behind = context.after(2)
    if behind == ["to", "gdp"]:
        return True  # "adds 0.5 percent to GDP"
    return draft.measure in ("guideline", "share_of_gdp") and behind[:1] == ["short"]


def would_do_something(context: Context, draft: Draft) -> bool:
    """`5 percent would shoot the economy in the lungs`: what a share would do, which nobody spends."""
    behind = context.after(_TO_ITS_VERB)
    own = behind[2:] if behind[:2] == ["of", "gdp"] else behind
    return draft.measure == "share_of_gdp" and own[:1] in (["would"], ["could"])


_TO_ITS_VERB = 3


def moved_by(context: Context, draft: Draft) -> bool:
    """`Germany's share of GDP for defence rose by 10 percent`: by how much a share moved, read as the share."""
    if draft.measure == "expenditure_growth" and "share" in context.parsed.words:
        return "share" in context.before(_REACH) and context.before(1) == ["by"]
    return draft.measure == "share_of_gdp" and context.before(1) == ["by"]


def nearly_done(context: Context, draft: Draft) -> bool:
    """`spending nearly rose by 10 percent`, `nearly spends 2 percent`: it did not."""
    front = context.before(3)
    return any(a in ("nearly", "almost") for a in front[:-1]) and draft.measure in (*_SPENT, "expenditure_growth")


def beside_defence(context: Context, draft: Draft) -> bool:
    """`spends 4 percent on defence and roads`, `0.2 percent of GDP on defence research`: more than defence, or less."""
    if draft.measure not in (*_SPENT, "aid") or _BESIDE.isdisjoint(context.parsed.words):
        return False
    behind = context.after(_REACH)
    at = next((n for n, low in enumerate(behind) if low in ("defence", "defense", "military")), None)
    nearby = behind[at + 1 : at + 3] if at is not None else []
    return not _BESIDE.isdisjoint(nearby[1:] if nearby[:1] == ["and"] else nearby[:1])


_BESIDE = frozenset(load_table("promise_doubts")["beside_defence"]["words"])
_REACH = 12
"""Tokens behind a figure within which `on defence` stands."""


def a_level_reached(context: Context, draft: Draft) -> bool:
    """`Spain reaches 2 percent this year, raising outlays to 33.1 billion`: a level, read as growth."""
    return draft.measure == "expenditure_growth" and not _REACHING.isdisjoint(context.before(2))


_REACHING = frozenset({"reach", "reaches", "reaching", "meet", "meets", "meeting", "hit", "hits", "hitting"})


def found_somewhere(context: Context, draft: Draft) -> bool:
    """`Sánchez found 10.5 billion euros so that Spain reaches 2 percent`: money on top, read as all that is spent."""
    if draft.measure != "expenditure" or _FINDING.isdisjoint(context.parsed.words):
        return False
    return not _FINDING.isdisjoint(context.before(2))


_FINDING = words("finding_money")


def asked_of_others(context: Context, draft: Draft) -> bool:
    """`Estonia wants every country to give 0.25 percent of GDP`: what it asks of all, read as what it will give."""
    if draft.measure != "aid" or _ALL.isdisjoint(context.parsed.words):
        return False
    front = context.parsed.lows[context.bounds[0] : context.quantity.first]
    at = next((n for n, low in enumerate(front) if low in _ALL), len(front))
    return not _ASKING.isdisjoint(front[:at]) and "to" in front[at:]


_ALL = frozenset(
    {"all", "every", "each", "others", "everyone", "everybody", "countries", "members", "allies", "partners"}
)
_ASKING = frozenset({"wants", "wanted", "asks", "asked", "urges", "urged", "expects", "calls", "called", "on", "for"})


def as_another_did(context: Context, draft: Draft) -> bool:
    """`The Netherlands has written 2 percent into law, as Poland did with 3 percent in 2022`: a share in a law, which
    nobody may have spent."""
    if draft.measure != "share_of_gdp" or _DOING.isdisjoint(context.parsed.words):
        return False
    front = context.before(2)
    return len(front) == len(("did", "with")) and front[0] in _DOING and front[1] in _LEADS
