"""The adversary's clock: years until it could attack or is rebuilt."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Interval, Kind, Modality
from burdenshare.reading.tables import word_list

_AGREEING = word_list("agreeing_verbs")
"""`after Russia's annexation the states agreed to move towards it within ten years`: what allies are to do."""
_STILL_TO_COME = word_list("to_come_words")
_HORIZON_MAX = 25
"""A horizon for an attack or a rearmament is years, not decades."""


def horizon_draft(context: Context) -> Draft | None:
    """`in three to five to seven years`, `within five years` of an adversary's readiness."""
    q = context.quantity
    after = context.after(2)
    if (
        not after
        or after[0] not in ("years", "year")
        or q.value.central > _HORIZON_MAX
        or after[1:] in (["ago"], ["old"], ["earlier"])
    ):
        return None
    if q.value.central <= 1 and _STILL_TO_COME.isdisjoint(context.parsed.lows):
        return None  # "In one year Russia has turned out four million shells": what it took, not what is left
    start, lowest = _counted_up(context)
    lows = context.parsed.lows
    before = lows[max(0, start - 3) : start]
    if not any(word in ("in", "within", "next", "than", "by") for word in before):
        return None
    if how_long(context) or not _AGREEING.isdisjoint(lows[:start]):
        return None
    if {"economy", "economic", "collapse", "recession"} & {t.low for t in context.parsed.tokens}:
        return None
    if not (
        context.cue_sentence("hostile") and (context.cue("hostile") or context.cue_carried("hostile"))
    ) or context.cue_sentence("spending"):
        return None
    if not _adversary(context) or not _told_to_come(context):
        return None
    first = max(0, start - 1)
    value = (
        q.value
        if q.rule in ("range", "below", "at most", "above")
        else Interval(q.number.value, q.number.value, central=q.number.value)
    )
    if lowest < value.low:
        value = Interval(lowest, value.high, central=(lowest + value.high) / 2)
    return Draft(
        first,
        q.core[1] + 1,
        (start, q.core[1] + 1),
        Kind.PROMISE,
        "reconstitution",
        "adversary's clock",
        (_adversary_of(context),),
        q.comparator,
        value,
        "years",
        modality=Modality.FORECAST,
    )


def _told_to_come(context: Context) -> bool:
    """`Russia could attack within five years`: what it would do, and in words of what may come. `The largest attack in
    three years`, `a brigade within two years as a signal to Moscow`, `the past two years` are no horizon."""
    lows, end = context.parsed.lows, context.quantity.core[1]
    if not _PAST.isdisjoint(lows[max(0, context.quantity.first - _BESIDE) : context.quantity.first]):
        return False
    if "since" in lows[end : end + _BESIDE] or _OF_THE_INVASION.intersection(lows[end : end + _FAR]):
        return False
    back = context.previous.words if context.previous is not None else ()
    done = not _ACTS.isdisjoint(context.parsed.words) or not _ACTS.isdisjoint(back)
    return done and not _MAY.isdisjoint(lows)


_PAST = frozenset({"past", "last", "first", "third", "fourth", "for"})
_OF_THE_INVASION = frozenset({"invasion", "annexation"})
_ACTS = word_list("acts_of_an_adversary")
_MAY = word_list("words_of_what_may_come")
_BESIDE, _FAR = 3, 6
"""Tokens beside a horizon within which it is told of the past, or counted from the invasion."""


def how_long(context: Context) -> bool:
    """`to meet this commitment for at least the next four years`: how long something lasts, and not when."""
    lows, at = context.parsed.lows, context.quantity.core[0]
    return lows[max(0, at - 2) : at] == ["the", "next"] and "for" in lows[max(0, at - 5) : at]


_OR = frozenset({",", "or", "perhaps", "maybe", "even", "possibly"})
"""Between the numbers of `three, five, seven years`."""


def _counted_up(context: Context) -> tuple[int, float]:
    """Where `three, five, seven years` begins, and its lowest number."""
    start, lowest = context.quantity.first, context.quantity.number.value
    for q in reversed([q for q in context.parsed.quantities if q.core[1] <= start and not q.unit]):
        between = context.parsed.lows[q.core[1] : start]
        if not between or not set(between) <= _OR or q.number.value >= lowest:
            break
        start, lowest = q.first, q.number.value
    return start, lowest


_ADVERSARIES = ("RUS", "CHN", "PRK", "IRN")


def _adversary(context: Context) -> bool:
    sentences = [context.parsed, *([context.previous] if context.previous is not None else [])]
    return any(
        s.entity in _ADVERSARIES for parsed in sentences for s in parsed.subjects
    ) or "defend ourselves" in context.parsed.text(0, len(context.parsed.tokens))


def _adversary_of(context: Context) -> str:
    """Whose clock it is: the adversary named in the sentence, else in the one before; where none is, the alliance's
    (`we cannot defend ourselves in three to five years`)."""
    tokens = context.parsed.tokens
    acting = (
        s.entity
        for s in context.parsed.subjects
        if s.entity in _ADVERSARIES and (not s.first or tokens[s.first - 1].low not in ("against", "from"))
    )
    named = next(acting, "")
    back = context.previous
    if named or back is None or "ourselves" in context.parsed.words:
        return named or "NATO"
    return next((s.entity for s in back.subjects if s.entity in _ADVERSARIES), "NATO")  # "an attack on the EU"
