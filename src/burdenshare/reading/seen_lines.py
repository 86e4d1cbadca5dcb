"""Lines that are seen, agreed on or gone by, and whose target a definite one is."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import Context
from burdenshare.reading.tables import word_list


def seen_as_a_line(context: Context) -> bool:
    """`the current 2 % should now be seen as a minimum`, `2 % of GDP should become the lower limit`: what a share is to
    be, and not what anybody spends."""
    behind = context.after(_SEEN_REACH)
    if _opens_a_judgement(context, behind):
        return True
    stop = next((i for i, word in enumerate(behind) if word in (",", ";", ".", "and")), len(behind))
    verb = next((i for i, word in enumerate(behind[:stop]) if word in _SEEN), None)
    if verb is None or not _OUGHT & set(behind[:verb]):
        return False
    rest = behind[verb + 1 : stop]
    return bool(_LINES & set(rest[:4])) and bool({"a", "the", "as", "an", "new"} & set(rest[:2]))


def _opens_a_judgement(context: Context, behind: list[str]) -> bool:
    """`While 2 percent is wholly arbitrary, it at least is a convenient benchmark`: the line that all speak of."""
    if context.quantity.number.value not in _AGREED_ON or behind[:1] not in (["is"], ["was"], ["remains"]):
        return False
    led = context.parsed.lows[context.bounds[0] : context.quantity.first]
    return len(led) <= 1 and any(b in _JUDGED and a not in ("no", "own") for a, b in pairwise(behind) if b != "limit")


_AGREED_ON = (2.0, 3.5, 5.0)
_SEEN_REACH = 14


_SEEN = frozenset({"seen", "regarded", "viewed", "considered", "treated", "understood", "become", "be", "serve"})


_OUGHT = frozenset({"should", "must", "ought", "needs", "has", "is", "would", "will", "can", "cannot"})


_LINES = frozenset(
    {"minimum", "floor", "limit", "baseline", "norm", "standard", "benchmark", "target", "goal", "ceiling"}
)


_JUDGED = _LINES | {"measure", "rule", "yardstick", "threshold", "guideline", "reference"}


_AGREED = word_list("making_participles")


HAVING_MET = frozenset(
    {"reached", "met", "achieved", "attained", "hit", "exceeded", "passed", "surpassed", "fulfilled"}
)


def agreed_level(context: Context) -> bool:
    """`the 2 % level agreed in Wales`, `the agreed-on 2 %`, `the 2 % agreement of 2014`: what was agreed is a
    target, whatever it is called."""
    front = [word for word in context.before(8) if word not in ("-", "on", "upon")]
    if front[-3:-2] and front[-3] in HAVING_MET:
        return False  # "the only members to have already reached the required 2 %": told of those that are there
    if len(front) > 1 and front[-1] in ("agreed", "required", "stipulated") and front[-2] in ("the", "nato's", "their"):
        return True
    behind = context.after(2)
    if behind == ["spending", "level"] and front[-1:] and front[-1] in ("nato's", "alliance's", "the", "agreed"):
        return True  # "that all members should meet NATO's 2 % spending level"
    if behind[:1] == ["agreement"]:
        return True
    return behind[:1] == ["level"] and len(behind) == 2 and behind[1] in _AGREED


def found_wanting(context: Context) -> bool:
    """`Two percent of GDP is not enough`, `2 % (of GDP on defence) is no longer sufficient`: the alliance's line, which
    somebody holds to be too low."""
    if _ENOUGH.isdisjoint(context.parsed.words) or context.quantity.number.value != _LINE:
        return False
    behind = context.after(_WANTING_REACH)
    at = next((i for i, word in enumerate(behind) if word in _ENOUGH), 0)
    return at > 0 and not _TOO_LITTLE.isdisjoint(behind[max(0, at - 3) : at]) and "," not in behind[:at]


_ENOUGH = frozenset({"enough", "sufficient", "adequate"})
_TOO_LITTLE = frozenset({"not", "no", "never", "isn't", "hardly", "longer"})
_LINE = 2.0
_WANTING_REACH = 12
"""Tokens behind a share: `(of GDP on defense spending) is not enough`."""


def definite_target(context: Context) -> bool:
    """`the 5 % target`, `that 2 % mark`: a target spoken of as known."""
    q = context.quantity
    article = context.parsed.tokens[q.core[0] - 1].low if q.core[0] else ""
    named = context.after(1) in (["-"], ["gdp"]) or context.after(2) == ["of", "gdp"]
    reach = 6 if named else 3  # "the alliance's 2%-of-GDP goal", "NATO's 2% of GDP defence spending target"
    noun = any(q.core[1] <= start <= q.core[1] + reach for start, _ in context.parsed.cues.hits.get("target", ()))
    if the_goal_of(context):
        return True
    return (noun or agreed_level(context)) and article in (
        "the",
        "that",
        "this",
        "nato's",
        "alliance's",
        "nato",
        "current",
        "existing",
        "new",
        "old",
        "previous",
    )


def falls_short_of(context: Context) -> bool:
    """`The country still falls short of the 2 per cent goal`: of what all agreed on, whoever falls short of it."""
    at = context.quantity.core[0]
    return context.parsed.lows[max(0, at - 3) : at] == ["short", "of", "the"]


_ONLY_ALL = (3.5, 5.0)
"""Shares that were first spoken of as the whole alliance's."""


def the_goal_of(context: Context) -> bool:
    """`an extension of the deadline for achieving the defence spending goal of five percent`: nobody's own."""
    lows, first = context.parsed.lows, context.quantity.first
    goals = [(a, b) for a, b in context.parsed.cues.spans("target", max(0, first - 4), first) if b < first]
    if context.quantity.number.value not in _ONLY_ALL or not goals or lows[goals[-1][1] : first] != ["of"]:
        return False
    at = goals[-1][0] - 1
    while at > 0 and lows[at] in _GOAL_WORDS and not context.parsed.tokens[at].possessive:
        at -= 1
    return lows[at] == "the" and not context.parsed.tokens[at + 1].possessive


_GOAL_WORDS = frozenset({"defence", "defense", "spending", "new", "military", "expenditure", "nato"})
