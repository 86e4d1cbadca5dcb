"""Shares beside a target that are levels: where an ally stands, what it spends now, what is its own."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.found_subjects import TRAILING
from burdenshare.reading.held_against import goes_on_with_it
from burdenshare.reading.seen_lines import definite_target, seen_as_a_line
from burdenshare.reading.tables import word_list

REACHING = word_list("reaching_verbs")


_LEFT_OUT = word_list("leaving_a_target")


_LEVELS = word_list("level_verbs")


_STANDING = frozenset({"the", "its", "their", "a", "current", "present", "today's", "now", "currently"}) | frozenset(
    {"last", "previous", "year"}  # "an increase from last year's 2.4 %"
)


def stands_from(context: Context) -> bool:
    """`from the current 3.7 % to 5 %`, `to 2 % from 0.95 % now`, `so far less than 2 %`: where it stands, no target."""
    if seen_as_a_line(context):
        return False  # "the current 2 % should be seen as a minimum"
    if definite_target(context) and not _LEFT_OUT.isdisjoint(context.before(5)):
        return False  # "an opt-out from the 5 % goal"
    if context.quantity.rule == "range" and "from" in context.before(1):
        return False  # "ought to lie somewhere from 3 to 3.5 per cent"
    bare = context.before(1) == ["current"] and context.before(2)[:1] != ["the"]  # "the current 5 % spending demand"
    if bare and "spending" in context.after(4) and not context.cue_after("target", 4):
        return True  # "states that current 2 % GDP defence spending meets the goals"
    front = [word for word in context.before(4) if word not in _STANDING]
    so_far = context.before(1) == ["so"] or context.before(2) == ["so", "far"] or context.before(2) == ["at", "present"]
    told = so_far or _spent_now(context) or _is_so_much(context)
    return front[-1:] == ["from"] or context.quantity.role == "from" or told or goes_on_with_it(context)


def _is_so_much(context: Context) -> bool:
    """`Britain's defence budget is 2.3 percent of GDP, and will rise to 2.5 percent`: what it is, whatever will be; not
    `the goal for defence spending is 2.3 percent`, `defence spending is to be`."""
    low, first = context.bounds[0], context.quantity.first
    front = context.parsed.lows[low:first]
    if front[-1:] not in (["is"], ["stands"], ["was"]) or _SPENDING.isdisjoint(front):
        return False
    return word_list("aim_nouns").isdisjoint(front) and not context.cue_before("target")


_SPENDING = frozenset({"spending", "budget", "expenditure", "outlays"})
_NOW = word_list("now_words")


def _spent_now(context: Context) -> bool:
    """`Portugal, which currently allocates just 1.55 %, has pledged`: a present verb with its `now` right in front."""
    words = [word for word in context.before(3) if word not in _SOFT][-2:]
    return len(words) == 2 and words[0] in _NOW and (words[1] in _SPENDS or words[1] == "at")


_SPENDS = word_list("spending_verbs_present") | {"spend", "allocate", "devote", "invest"}


_SOFT = frozenset({"only", "just", "merely", "a", "mere"})


def is_own_share(context: Context) -> bool:
    """`Latvia (2.03 %) … are expected to achieve the goal`: the number in brackets is the ally's share."""
    q = context.quantity
    bracket = q.first > 0 and context.parsed.tokens[q.first - 1].text == "("
    if bracket:
        return any(s.last == q.first - 1 for s in context.parsed.subjects)
    at = q.first - 1
    if context.before(1) not in (["with"], ["at"], ["on"]) or q.number.step >= 1:
        return False
    behind = context.parsed.tokens[at - 1]
    at -= behind.text == "," or behind.low in _LEVELS or behind.low in TRAILING
    return any(
        s.last == at and s.entity in context.calendar.allies for s in context.parsed.subjects
    )  # "Italy, with 1.49 %,"
