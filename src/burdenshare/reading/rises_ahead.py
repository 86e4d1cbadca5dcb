"""Whether a share is told of as ahead: planned, needed, announced as a rise; or as behind."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import Context, once
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.running_targets import NEEDING
from burdenshare.reading.tables import word_list
from burdenshare.reading.vague_times import took_years
from burdenshare.reading.years_of_next_clauses import led_in

_LIFTS = word_list("lifting_verbs")


@once
def speaks_of_ahead(context: Context) -> bool:
    """Something ahead: a modal or planning word in front, or a due year."""
    if past_share(context) or _alone_in_spending(context):
        return False
    low, _ = context.bounds
    q = context.quantity
    if took_years(context.parsed, q.first):
        return False
    if context.before(1) == ["to"] and _LIFTS & {t.low for t in context.parsed.tokens[low : q.first]}:
        return True  # a headline's present: "Norway lifts defence spending to 3 percent"
    if _announced_rise(context) or _needed_rise(context) or _decided(context):
        return True
    if _would_be_needed(context) or _a_task(context):
        return True
    asides = [(a, b) for a, b in context.parsed.relatives if not a <= q.core[0] < b]
    ahead = [start for start, _ in context.parsed.cues.hits.get("future", ()) if low <= start < q.core[0]]
    if any(not any(a <= start < b for a, b in asides) for start in ahead):
        return not past_share(context)
    due = [p for p in context.parsed.periods if p.role == "by" and p.first >= low and not _of_what_follows(context, p)]
    due = [p for p in due if not any(a <= p.first < b for a, b in asides)]  # "which plans 3 % by 2030, is at 2.2 %"
    parted = {t.text for p in due[:1] for t in context.parsed.tokens[q.core[1] : p.first]} & {";"}
    return bool(due) and not parted and context.calendar.on is not None


def _of_what_follows(context: Context, due: PeriodMention) -> bool:
    """`has spending of over 4 % of GDP and next year will move to 4.7 %`: a year that a joint leads in behind the
    figure is that of the next one."""
    end = context.quantity.core[1]
    if due.first < end or not led_in(context.parsed, due, end):
        return False
    return any(o.unit == "%" and o.first >= due.last for o in context.parsed.quantities)


_ANNOUNCED = word_list("announcing_a_rise")


_RISES = word_list("rises_announced")


def _needed_rise(context: Context) -> bool:
    """`stressed the necessity of escalating this figure to 5 %`, `set out a path to increasing spending to 2.5 %`: what
    ought to be, not what is spent."""
    front = context.before(9)
    need = next((i for i in range(len(front) - 1, -1, -1) if front[i] in _NEEDED_THINGS), None)
    if front[-1:] != ["to"] or need is None or front[need + 1 : need + 2] not in (["of"], ["for"], ["to"]):
        return False
    verb = front[need + 2] if need + 2 < len(front) else ""
    return verb.endswith("ing") or front[need + 1] == "to"


_NEEDED_THINGS = word_list("ways_to_a_share")


def _announced_rise(context: Context) -> bool:
    """`has announced a rise to 3.5 per cent`, `with plans to elevate this to 4.7 %`: decided, not spent."""
    front = context.before(9)
    front = front[:-2] if front[-2:] == ["at", "least"] else front
    if front[-1:] != ["to"]:
        return False
    front = front[:-1]
    rise = next((i for i in range(len(front) - 1, -1, -1) if front[i] in _RISES), None)
    return rise is not None and bool(_ANNOUNCED & set(front[max(0, rise - 5) : rise]))


def _decided(context: Context) -> bool:
    """`The parliament decides to gradually raise spending to 2.5 %`: an adverb parts the words of the plan."""
    lows = context.parsed.lows[context.bounds[0] : context.quantity.first]
    for i in range(len(lows) - 3):
        plan = lows[i] in _DECIDING and lows[i + 1] == "to" and lows[i + 2].endswith("ly")
        if plan and lows[i + 3] in _RAISING and lows[-1:] == ["to"]:
            return True
    return False


_DECIDING = word_list("planning_verbs") | {"decides", "decided", "agrees", "agreed", "opts", "opted", "votes", "voted"}
_RAISING = frozenset({"raise", "increase", "boost", "lift", "hike", "bring", "take", "ramp"})


def _would_be_needed(context: Context) -> bool:
    """`a rise to at least 3 % of national income would be necessary`: what ought to be."""
    behind = context.after(9)
    at = next((i for i, pair in enumerate(pairwise(behind)) if pair in (("would", "be"), ("will", "be"))), None)
    return (
        at is not None and {",", ";", "."}.isdisjoint(behind[:at]) and not _NEEDED.isdisjoint(behind[at + 2 : at + 4])
    )


def _a_task(context: Context) -> bool:
    """`it faces an even greater challenge: reaching 5 % of GDP`: what is still to be done."""
    front = context.before(6)
    if front[-1:] == [] or front[-1] not in ("reaching", "meeting", "achieving", "attaining", "hitting"):
        return False
    return not _TASKS.isdisjoint(front[:-1])


_NEEDED = frozenset({"necessary", "needed", "required", "essential", "enough", "sufficient", "desirable"})
_TASKS = frozenset({"challenge", "task", "ambition", "prospect", "chance", "difficulty", "hurdle", "problem"})


def _alone_in_spending(context: Context) -> bool:
    """`the only ally to spend more than 4 %`, `one of three to reach 2 %`: done, not planned."""
    front = context.before(8)
    if "to" not in front or NEEDING & set(front):
        return False  # "would only need to spend 2.1 %"
    if any(a in _MODALS and b == "only" for a, b in pairwise(front)):
        return False  # "would only commit to spending 2.1 %"
    return bool({"only", "sole", "first"} & set(front[: front.index("to") + 1]))


_MODALS = frozenset({"can", "could", "may", "might", "shall", "should", "will", "would"})


@once
def past_share(context: Context) -> bool:
    """`spent 2.1 %`: a past verb right in front of the number wins over a modal further off."""
    if {"will", "would", "to", "could", "should"} & set(context.before(4)):
        return False
    if {"ensure", "guarantee"} & set(context.before(6)):
        return False  # "that they would ensure defence spending reached 2 %"
    return any(
        word in ("spent", "invested", "allocated", "devoted", "was", "were", "stood", "reached", "hit")
        for word in context.before(4)
    )


def to_be_spent(context: Context) -> bool:
    """`More than three percent of Denmark's GDP will be spent on defence`: told behind it as what is to come."""
    behind = context.after(10)
    at = next((i for i, pair in enumerate(pairwise(behind)) if pair == ("will", "be")), None)
    if at is None or {",", ";", "and", "."} & set(behind[:at]):
        return False
    return not _SPENT.isdisjoint(behind[at + 2 : at + 4])


_SPENT = frozenset({"allocated", "spent", "devoted", "earmarked", "invested"})
