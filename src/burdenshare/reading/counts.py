"""Counts and fractions of allies at or below the guideline."""

from __future__ import annotations

from burdenshare.reading.alliance_size import (
    are_founders,
    founders_draft,
    is_membership,
    is_qualified,
    membership_draft,
    whole_of,
)
from burdenshare.reading.context import Context
from burdenshare.reading.count_statement import guideline_count, points_back
from burdenshare.reading.count_verbs import QUANTIFIERS, committed, denied_by, each_of, meets, met_by, missed_by, misses
from burdenshare.reading.counts_continued import (
    carries_count,
    counted_group,
    elliptic,
    foretold,
    met_by_number,
    of_the_line_told,
    risen_from,
)
from burdenshare.reading.drafts import Draft
from burdenshare.reading.listed_asides import counted_before_a_list, past_the_list
from burdenshare.reading.member_nouns import Noun, member_noun
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import word_list

OTHER_GUIDELINE = "a count of allies at the guideline for equipment, which the record does not hold"


def _at_another_guideline(context: Context) -> bool:
    """`20 per cent should go to equipment. This target was met by 10 countries`: not the share of GDP."""
    topic = context.topic
    fresh = topic.measure == "equipment_share" and context.parsed.sentence.block - topic.block <= 1
    small = any(q.unit == "%" and q.number.value <= 6 for q in context.parsed.quantities)
    return fresh and context.cue_sentence("target") and not small and not context.cue_sentence("gdp")


def count_draft(context: Context) -> Draft | str:
    """The statement a plain number or a fraction of allies makes, or the reason why it makes none."""
    refused = _no_count(context)
    if refused:
        return refused
    context = past_the_list(context)
    noun = member_noun(context)
    whole = _whole(context, noun)
    if whole is not None:
        return whole
    passive = met_by(context)
    denied = (passive and denied_by(context)) or missed_by(context)
    met, missed = (passive and not denied) or meets(context), denied or (not passive and misses(context))
    if context.before(2) == ["all", "but"]:
        met, missed = missed, met  # "all but nine allies met it": nine did not
    if noun is not None and are_founders(context):
        return founders_draft(context, noun)
    if noun is None:
        return _without_noun(context, met, missed, by=passive and not denied)
    if each_of(context):
        return membership_draft(context, noun) if is_membership(context, noun) else "the whole of which a part is told"
    if (met or missed) and _about_guideline(context):
        return guideline_count(context, noun, missed)
    if context.quantity.number.kind == "fraction" and points_back(context):
        return guideline_count(context, noun, False)
    if is_membership(context, noun):
        return membership_draft(context, noun)
    risen = risen_from(context, noun)
    if risen is not None:
        return risen
    return "not understood: a number of countries without a measure the record holds"


def _no_count(context: Context) -> str:
    """Why a number is no count by the words around it alone; empty where it may be one."""
    if _counted_within(context):
        return "some of those counted before, named in an aside"
    if context.before(1)[-1:] and context.before(1)[-1] in _PARTIAL:
        return "part of a list named before, not a count of all"
    if context.quantity.number.value == 1 and context.after(1) == ["of"] and context.quantity.unit == "":
        return "@next"
    if context.quantity.number.value == 1 and context.before(1) == ["the"] and context.after(1) in _POINTING:
        return "not understood: one that is pointed at"  # "the government before and the one that took office"
    if context.quantity.number.value == 1 and context.before(1) == ["not"]:
        return "not understood: not one"
    if counted_before_a_list(context):
        return "the whole of which a part was counted"
    if context.before(2) == ["out", "of"] and not whole_of(context):
        return "the whole of which a part was counted"  # "only five (a list) out of 28 countries met it"
    return OTHER_GUIDELINE if _at_another_guideline(context) else ""


def _counted_within(context: Context) -> bool:
    """`23 of the 32 members, including the two newest, met it`, `ten allies, among them the three Baltic states`: some
    of those who were counted before, and no count of its own."""
    front = [word for word in context.before(4) if word not in _LEADING]
    return front[-1:] == ["including"] or front[-2:] == ["among", "them"]


_LEADING = frozenset({"the", "all", "its", "nato's"})
_POINTING = (["that"], ["which"], ["who"], ["in"], ["of"])


def _whole(context: Context, noun: Noun | None) -> Draft | str | None:
    """What a number is that counts no part of the allies: the whole of a count, or members of something else."""
    if noun is None:
        return "the whole of which a part was counted" if whole_of(context) else None
    if noun.group == "OTHER":
        return "another topic: members of another body"
    if "of" in context.before(3) and (QUANTIFIERS | {"none"}) & set(context.before(4)):
        return "the whole of which a part is told"  # "most of the 28 allies have yet to meet it"
    if _number_of(context):
        return "the whole of which a part is told"
    if _those_named(context):
        return "those named before, not a count of all"
    if whole_of(context):
        if not is_membership(context, noun):
            return "the whole of which a part was counted"
        return replaced(membership_draft(context, noun), holes=frozenset({"denominator"}))
    if context.parsed.lows[context.quantity.core[1]] == "-" and _strong(context):
        return membership_draft(context, noun) if is_membership(context, noun) else "the size of a body"
    if is_qualified(context, noun):
        return "not understood: a number of countries qualified by another clause"
    if context.cue("common_budget") and not context.cue_sentence("gdp"):
        return "not understood: shares of NATO's common budget, not of GDP"
    return membership_draft(context, noun) if _of_which(context, noun) and is_membership(context, noun) else None


def _number_of(context: Context) -> bool:
    """`the number of NATO's 28 members that met it: 5`, `a majority of the 32 allies`: the size of the whole."""
    first = context.quantity.first
    led = first > 0 and (
        context.parsed.tokens[first - 1].possessive or context.parsed.lows[first - 1] in ("the", "its")
    )
    front = context.parsed.lows[max(0, first - 5) : first]
    at = next((i for i in range(len(front) - 1) if front[i] in _TALLIES and front[i + 1] == "of"), None)
    return led and at is not None


_TALLIES = frozenset({"number", "share", "proportion", "majority", "minority", "percentage", "tally", "handful"})


def _those_named(context: Context) -> bool:
    """`Poland, Lithuania and Latvia spend most. The three countries already meet it`: the very ones just named."""
    back, count = context.previous, context.quantity.number.value
    if context.before(1) not in (["the"], ["these"], ["those"]) or back is None or not 2 <= count <= _FEW:
        return False
    named = {s.entity for s in back.subjects if s.entity in context.calendar.allies and s.kind != "pronoun"}
    return len(named) == count and context.parsed.sentence.block <= back.sentence.block + 1


_FEW = 6


def _without_noun(context: Context, met: bool, missed: bool, *, by: bool) -> Draft | str:
    """A bare number: it counts the allies spoken of before, or nothing that is known here. `by`: `was met by 23`."""
    bare = Noun(context.quantity.core[1], counted_group(context), False)
    carried = carries_count(context)
    if committed(context):
        return "@next"
    if context.after(1) in (["do"], ["did"], ["have"]) and carried:
        return guideline_count(context, bare, missed)
    continued = of_the_line_told(context) or elliptic(context) or foretold(context)
    if continued is None and by and _about_guideline(context):
        continued = met_by_number(context)
    if continued is not None:
        return continued
    return guideline_count(context, bare, missed) if (met or missed) and carried else "@next"


def _strong(context: Context) -> bool:
    """`eight countries in the 32-strong club`, `members of the 32-nation bloc`: a size, whatever is counted."""
    if context.before(2) not in (["in", "the"], ["of", "the"], ["of", "a"]):
        return False
    end = context.quantity.core[1]
    return context.parsed.lows[end + 1 : end + 2][:1] in (["strong"], ["nation"], ["member"], ["country"], ["state"])


def _of_which(context: Context, noun: Noun) -> bool:
    """`NATO has 32 members, of which 22 …`: the whole."""
    return [t.low for t in context.parsed.tokens[noun.last : noun.last + 3]] in (
        [",", "of", "which"],
        [",", "of", "whom"],
    )


def _about_guideline(context: Context) -> bool:
    """The verb's object is the guideline: a percentage or a target word in the sentence, or carried."""
    percent = any(q.unit == "%" and 1 <= q.number.value <= 6 for q in context.parsed.quantities)
    block = context.parsed.sentence.block
    carried = context.topic.counted_at >= block - 1 or (
        context.topic.measure == "guideline" and context.topic.block >= block - 1
    )
    return percent or context.cue_sentence("target") or carried


_PARTIAL = word_list("partial_counts")
