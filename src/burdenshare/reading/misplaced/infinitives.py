"""Figures behind `to spend` that are no plan of what is to come: `claims to spend`, `used to spend`, `was told to
spend`."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.misplaced.words import words
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.period_choice import period_of
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import load_table, word_list

_SPENDING = frozenset({"spend", "invest", "devote", "allocate", "pay", "put"})
_RISING = frozenset({"rise", "grow", "increase", "climb", "fall", "shrink", "jump", "go"})
_OF_NOW = words("said_of_now")
_GONE = words("no_longer_or_never")
_ONCE = words("once_asked_or_planned")
_WAS = frozenset({"was", "were", "been", "had"})
_SHARES = frozenset({"guideline", "expenditure"})
_RISES = frozenset({"expenditure_growth", "expenditure_change"})
_FRONT = 6


def _verb_in_front(context: Context, draft: Draft) -> list[str]:
    """The words in front of `to spend` or `to rise by`; none where neither stands in front of the figure."""
    if "to" not in context.parsed.words:
        return []
    front = context.before(_FRONT)
    if draft.measure in _RISES and front[-1:] == ["by"] and front[-2:-1] != [] and front[-2] in _RISING:
        front = front[:-1]
    elif front[-1:] == [] or front[-1] not in _SPENDING:
        return []
    return front[:-2] if front[-2:-1] == ["to"] else []


def said_of_now(context: Context, draft: Draft) -> Draft:
    """`Spain claims to spend 2 percent`, `is believed to spend`: told of now, and no promise."""
    front = _verb_in_front(context, draft) if draft.measure in _SHARES else []
    if front[-1:] == [] or front[-1] not in _OF_NOW:
        return draft
    return _now(context, draft)


def spends_now(context: Context, draft: Draft) -> Draft:
    """`Spain, having promised 2 percent by 2029, spends 1.9 percent`: a level, behind a promise with a year."""
    front = context.before(2)
    if draft.measure == "expenditure" and front[-1:] in (["spent"], ["spends"]) and _TO_COME.isdisjoint(front):
        return _now(context, draft)  # "spent 90 billion and will spend 100 billion next year"
    if draft.measure != "guideline" or {"spends", "spent"}.isdisjoint(front):
        return draft
    if _ASKING_WHY & set(_pairs(context)):
        return _now(context, draft)  # "Trump asked why Germany spends only 1.1 percent"
    if context.parsed.lows[0] in _ASKED:
        return _now(context, draft)  # "Asked by Scholz, Tusk said Poland spends 3.9 percent"
    promised = any(q.unit == "%" and q.core[1] < context.quantity.first for q in context.parsed.quantities)
    if not promised or not any(p.first < context.quantity.first and p.role == "by" for p in context.parsed.periods):
        return draft
    return replaced(_now(context, draft), period="")


_TO_COME = frozenset({"be", "being", "have", "to", "get"})


def _pairs(context: Context) -> list[tuple[str, str]]:
    return list(pairwise(context.parsed.lows[: context.quantity.first]))


_ASKING_WHY = frozenset((verb, word) for verb in ("asked", "asks", "wondered", "wonders") for word in ("why", "how"))


def gone_by_then(context: Context, draft: Draft) -> Draft:
    """`Spain's defence spending had fallen to 0.92 percent by 2014`: done by a year gone by, and no plan."""
    on, year = context.calendar.on, draft.period[:4]
    if draft.measure != "guideline" or _FALLEN.isdisjoint(context.parsed.words) or context.before(1) != ["to"]:
        return draft
    front = context.before(_FRONT)
    if _FALLEN.isdisjoint(front) or _WAS.isdisjoint(front) or not {"will", "would", "to be"}.isdisjoint(front):
        return draft
    if year.isdecimal() and on is not None and int(year) >= on.year:
        return draft
    behind = context.quantity.core[1]
    told = [p for p in context.parsed.periods if p.first >= behind and p.value[:4].isdecimal()]
    if not told or on is None or int(told[0].value[:4]) >= on.year:
        return draft
    done = replaced(draft, kind=Kind.FACT, measure="share_of_gdp", modality=Modality.FACT, likely=True)
    return replaced(done, period=told[0].value[:4], period_from="explicit")


_FALLEN = frozenset({"cut", "fallen", "dropped", "shrunk", "slipped", "risen", "grown", "climbed", "raised", "reduced"})
_ASKED = frozenset({"asked", "challenged", "pressed", "questioned"})
"""Words that open a sentence with what somebody was asked before he or she spoke."""


def _now(context: Context, draft: Draft) -> Draft:
    when = period_of(context)
    measure = "share_of_gdp" if draft.measure == "guideline" else draft.measure
    now = replaced(draft, kind=Kind.FACT, measure=measure, modality=Modality.FACT, likely=True)
    return replaced(now, period=when.value, period_from=when.source)


def willing_to(context: Context, draft: Draft) -> Draft:
    """`is prepared to comply with a defence budget of 2 percent`, `is ready to meet a share of 3 percent`: what is to
    come, and no share of now."""
    if draft.measure != "share_of_gdp" or draft.period_from in ("explicit", "due"):
        return draft
    front = context.before(_TO_AN_INFINITIVE)
    if not any(a in _WILLING and b == "to" for a, b in pairwise(front)) or not _TURNING.isdisjoint(front):
        return draft
    ahead = replaced(draft, kind=Kind.PROMISE, measure="guideline", modality=Modality.PLEDGE, likely=True)
    return replaced(ahead, period="", period_from="")


_TO_AN_INFINITIVE = 9
"""Tokens in front of a figure within which the infinitive stands whose object it is."""
_WILLING = frozenset(load_table("promise_doubts")["of_his_own"]["words"])
_TURNING = frozenset({"but", "though", "although", "while", "having", ";", "spends", "spent", "spending"})


def denied_by_somebody(context: Context, draft: Draft) -> bool:
    """`Scholz denied Tusk's claim that Germany spends 1.3 percent`, `Neither Tusk nor Scholz said that it spends`."""
    told = context.parsed.words
    front = context.parsed.lows[: context.quantity.first]
    if front[:1] == ["neither"] and "nor" in front:
        return not word_list("saying_verbs").isdisjoint(front[front.index("nor") :])
    if _DENYING.isdisjoint(told) or _CLAIMS.isdisjoint(told):
        return False
    claim = next((n for n, low in enumerate(front) if low in _CLAIMS), len(front))
    return not _DENYING.isdisjoint(front[max(0, claim - _FRONT) : claim]) and "that" in front[claim : claim + 2]


_DENYING = words("denying_a_claim")
_CLAIMS = frozenset({"claim", "claims", "assertion", "allegation", "charge", "suggestion", "report", "reports", "idea"})


def no_longer(context: Context, draft: Draft) -> bool:
    """`Spain used to spend 2 percent`, `failed to spend`: neither now nor ever to be."""
    front = _verb_in_front(context, draft)
    if front[-1:] == ["used"]:
        return draft.measure == "expenditure"
    return front[-1:] != [] and front[-1] in _GONE


def once_planned(context: Context, draft: Draft) -> bool:
    """`Germany was told to spend 90 billion`, `was to rise by 10 percent in 2023`: what once was to be."""
    front = _verb_in_front(context, draft)
    if front[-1:] in (["was"], ["were"]):
        year, on = draft.period[:4], context.calendar.on
        return on is not None and year.isdecimal() and int(year) < on.year
    return front[-1:] != [] and front[-1] in _ONCE and not _WAS.isdisjoint(front[:-1])
