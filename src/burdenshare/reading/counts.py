"""Counts and fractions of allies at or below the guideline."""

from __future__ import annotations

import itertools

from burdenshare.reading.alliance_size import ARMED, is_membership, is_qualified, membership_draft, whole_of
from burdenshare.reading.context import GROUPS, Context, When, period_of
from burdenshare.reading.drafts import Draft
from burdenshare.reading.led_groups import led_group
from burdenshare.reading.member_nouns import Noun, member_noun
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.periods import PeriodMention
from burdenshare.reading.quantities import Quantity, as_count
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import word_list
from burdenshare.reading.widths import interval

THRESHOLDS = (1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0)
"""Shares of GDP that have been guidelines, pledges or proposals; `(1.86 per cent)` behind an ally is its own share."""


OTHER_GUIDELINE = "a count of allies at the guideline for equipment, which the record does not hold"


def _at_another_guideline(context: Context) -> bool:
    """`20 per cent should go to equipment. This target was met by 10 countries`: not the share of GDP."""
    topic = context.topic
    fresh = topic.measure == "equipment_share" and context.parsed.sentence.block - topic.block <= 1
    small = any(q.unit == "%" and q.number.value <= 6 for q in context.parsed.quantities)
    return fresh and context.cue_sentence("target") and not small and not context.cue_sentence("gdp")


def count_draft(context: Context) -> Draft | str:
    """The statement a plain number or a fraction of allies makes, or the reason why it makes none."""
    if context.before(1)[-1:] and context.before(1)[-1] in _PARTIAL:
        return "part of a list named before, not a count of all"
    if context.quantity.number.value == 1 and context.after(1) == ["of"] and context.quantity.unit == "":
        return "@next"
    if context.quantity.number.value == 1 and context.before(1) == ["not"]:
        return "not understood: not one"
    if _at_another_guideline(context):
        return OTHER_GUIDELINE
    noun = member_noun(context)
    if noun is not None and noun.group == "OTHER":
        return "another topic: members of another body"
    if noun is None and whole_of(context):
        return "the whole of which a part was counted"
    if noun is not None and "of" in context.before(3) and _QUANTIFIERS & set(context.before(4)):
        return "the whole of which a part is told"  # "most of the 28 allies have yet to meet it"
    if noun is not None and whole_of(context):
        if not is_membership(context, noun):
            return "the whole of which a part was counted"
        return replaced(membership_draft(context, noun), holes=frozenset({"denominator"}))
    if noun is not None and is_qualified(context, noun):
        return "not understood: a number of countries qualified by another clause"
    if noun is not None and context.cue_sentence("common_budget") and not context.cue_sentence("gdp"):
        return "not understood: shares of NATO's common budget, not of GDP"
    if noun is not None and _of_which(context, noun) and is_membership(context, noun):
        return membership_draft(context, noun)
    passive = _met_by(context)
    denied = (passive and _denied_by(context)) or _missed_by(context)
    met, missed = (passive and not denied) or _meets(context), denied or (not passive and _misses(context))
    if context.before(2) == ["all", "but"]:
        met, missed = missed, met  # "all but nine allies met it": nine did not
    if noun is not None and _each_of(context):
        return membership_draft(context, noun) if is_membership(context, noun) else "the whole of which a part is told"
    if noun is not None and (met or missed) and _about_guideline(context):
        return _guideline_count(context, noun, missed)
    if noun is None and context.after(1) in (["do"], ["did"], ["have"]) and _carries_count(context):
        return _guideline_count(context, Noun(context.quantity.core[1], _counted_group(context), False), missed)
    elliptic = _elliptic(context) if noun is None else None
    if elliptic is not None:
        return elliptic
    if noun is None and (met or missed) and _carries_count(context):
        return _guideline_count(context, Noun(context.quantity.core[1], _counted_group(context), False), missed)
    if noun is not None and context.quantity.number.kind == "fraction" and _points_back(context):
        return _guideline_count(context, noun, False)
    if noun is not None and is_membership(context, noun):
        return membership_draft(context, noun)
    if noun is not None:
        return "not understood: a number of countries without a measure the record holds"
    return "@next"


def _of_which(context: Context, noun: Noun) -> bool:
    """`NATO has 32 members, of which 22 …`: the whole."""
    return [t.low for t in context.parsed.tokens[noun.last : noun.last + 3]] in (
        [",", "of", "which"],
        [",", "of", "whom"],
    )


_QUANTIFIERS = frozenset({"most", "majority", "many", "some", "few", "several"})


def _meets(context: Context) -> bool:
    """A verb of meeting behind the count, or `who met the target` in front of it."""
    if _URGING & set(context.before(4)) and "to" in context.after(6):
        return False  # "has urged all 32 members to devote more funds"
    return _verb_of(context, "met")


_URGING = frozenset({"urged", "urges", "asked", "told", "pressed", "pushed", "called", "ordered", "begged"})


def _misses(context: Context) -> bool:
    return _verb_of(context, "missed")


def _verb_of(context: Context, name: str) -> bool:
    """The class stands behind the quantity in its clause; the nearest of met and missed decides."""
    _, high = context.bounds
    end = context.quantity.core[1]
    if name == "met" and _spends_threshold(context):
        return True
    spans = [
        s
        for s in context.parsed.cues.hits.get(name, ())
        if end <= s[0] and s[1] <= max(high, end + 14) and not _another_count(context, end, s[0])
    ]
    if spans and name == "met":
        missed = [s for s in context.parsed.cues.hits.get("missed", ()) if end <= s[0] <= spans[0][0]]
        return not missed
    if spans:
        met = [s for s in context.parsed.cues.hits.get("met", ()) if end <= s[0] < spans[0][0]]
        return not met
    return False


def _met_by(context: Context) -> bool:
    """`the objective was met by seven out of 30 countries`: the verb stands in front, whatever is compared behind."""
    low, _ = context.bounds
    front = context.parsed.cues.spans("met", low, context.quantity.first)
    by = context.before(1) == ["by"] or context.before(2)[:1] == ["by"]
    return by and any(context.quantity.first - end <= 3 for _, end in front)


def _missed_by(context: Context) -> bool:
    """`the goal is still missed by nine allies`."""
    front = context.parsed.cues.spans("missed", context.bounds[0], context.quantity.first)
    return context.before(1) == ["by"] and any(context.quantity.first - end <= 2 for _, end in front)


def _denied_by(context: Context) -> bool:
    """`the guideline is not met by eight members`."""
    front = [t.low for t in context.parsed.tokens[max(0, context.quantity.first - 8) : context.quantity.first]]
    return any(word in ("not", "isn't", "wasn't", "never", "unmet", "missed") or word.endswith("n't") for word in front)


def _each_of(context: Context) -> bool:
    """`each of its 30 members should spend`: all of them, told by their number."""
    front = context.before(4)
    return "of" in front and ("each" in front or ("every" in front and "one" in front))


_SPENDING = word_list("threshold_verbs")


def _spends_threshold(context: Context) -> bool:
    """`Twenty-three allies will spend two percent or more`: spending a guideline's share is meeting it."""
    tokens, end = context.parsed.tokens, context.quantity.core[1]
    for percent in context.parsed.quantities:
        if percent.unit != "%" or percent.number.value not in THRESHOLDS or not 0 < percent.first - end <= 14:
            continue
        gap = [t.low for t in tokens[end : percent.first]]
        if not _another_count(context, end, percent.first):
            spend = bool(_SPENDING & set(gap[-4:]))
            below = percent.rule in ("below", "at most", "nearly")
            denied = _NOT_SPENT & set(gap)
            return spend and not below and not denied
    return False


def _another_count(context: Context, first: int, last: int) -> bool:
    """Another count of allies stands in between and takes the verb, unless it is the `of 32` of this one."""
    between = [t.low for t in context.parsed.tokens[first:last]]
    if any(a in ("that", "and", "but", "while") and b in _QUANTIFIERS for a, b in itertools.pairwise(between)):
        return True  # "the plans of 14 countries and finds that many are failing"
    for other in context.parsed.quantities:
        if other is context.quantity or not first <= other.core[0] < last or other.unit:
            continue
        if "of" in [t.low for t in context.parsed.tokens[first : other.core[0]]][:3]:
            continue
        year = other.number.value
        if not 1900 <= year <= 2100:
            return True
    return False


def _about_guideline(context: Context) -> bool:
    """The verb's object is the guideline: a percentage or a target word in the sentence, or carried."""
    percent = any(q.unit == "%" and 1 <= q.number.value <= 6 for q in context.parsed.quantities)
    block = context.parsed.sentence.block
    carried = context.topic.counted_at >= block - 1 or (
        context.topic.measure == "guideline" and context.topic.block >= block - 1
    )
    return percent or context.cue_sentence("target") or carried


def _carries_count(context: Context) -> bool:
    """`…, but a third still do not`; `nine did not`: the noun was said before."""
    earlier = [d for d in context.earlier if d.measure in ("allies_at_guideline", "fraction_at_guideline")]
    near = context.topic.counted_at >= context.parsed.sentence.block - 1
    after = context.after(3)
    verb_follows = _verb_is_next(after)
    whole = context.before(1) == [","] and any(d.measure == "members" for d in context.earlier)
    return (
        bool(earlier or near or whole)
        and verb_follows
        and context.quantity.unit == ""
        and (whole or bool(context.topic.subject))
    )


_BEFORE_VERB = word_list("between_count_and_verb")
_CARRYING = word_list("count_verbs")


def _counted_group(context: Context) -> str:
    """Whose members a bare number counts: those of the text, else the alliance's (`Of NATO's 32 members, 31 …`)."""
    here = [d.subject[0] for d in context.earlier if d.measure == "members" and d.subject]
    told = here[-1] if here else context.topic.subject[0] if context.topic.subject else "NATO"
    return told if told in GROUPS else "NATO"  # "Out of 32 NATO members, at least 24 …", behind a Czech figure


def _verb_is_next(after: list[str]) -> bool:
    """Nothing but an adverb stands between the number and its verb: "F-16 jets, reached" counts no allies."""
    first = next((word for word in after if word not in _BEFORE_VERB), "")
    return first in _CARRYING


_NOT_SPENT = word_list("not_spending_yet")


_PARTIAL = word_list("partial_counts")


_LEADS = word_list("count_leads")


def _elliptic(context: Context) -> Draft | None:
    """`up from seven in 2022`, `with just three in 2014`, `there were 28`, `only three are above 3.5 %`."""
    q = context.quantity
    if (
        q.unit
        or q.number.kind != "cardinal"
        or q.number.value > 32
        or q.number.value != int(q.number.value)
        or q.rule not in ("plain", "about")
    ):
        return None
    fresh = context.topic.counted_at >= context.parsed.sentence.block - 1 or (
        context.topic.counted_at >= context.parsed.sentence.block - 3
        and context.cue_sentence("target")
        and context.cue_sentence("met")
    )
    above = (
        _verb_of(context, "met")
        and context.cue_sentence("target" if not _percent_behind(context) else "met")
        and _percent_behind(context)
    )
    whole = any(d.measure == "members" for d in context.earlier)
    if not fresh and not (above and (whole or context.share_topic(1))):
        return None
    front = context.before(3) + [t.low for t in context.parsed.tokens[q.first : q.core[0]]]
    going_on = front[-1:] == ["and"] and bool(context.earlier) and context.earlier[-1].comparison
    led = bool(front) and (front[-1] in _LEADS or going_on)
    behind = context.after(2)
    dated = any(0 <= p.first - q.core[1] <= 1 and p.role in ("in", "now") for p in context.parsed.periods)
    ends = not behind or behind[0] in (".", ",", ";", "announced", "reported", "expected", "counted")
    if not ((led and (dated or ends)) or (above and led)):
        return None
    group = context.topic.subject[0] if fresh and context.topic.subject else "NATO"
    told = behind[:1] and behind[0] in ("announced", "reported", "expected", "estimated", "counted")
    draft = _guideline_count(context, Noun(q.core[1], group, False), context.cue_before("missed") and not above)
    near = next((p for p in context.parsed.periods if 0 <= p.first - q.core[1] <= 1 and p.role == "in"), None)
    if told:
        draft = replaced(draft, holes=draft.holes | {"release"})
    same = [d for d in context.earlier if d.measure == "allies_at_guideline"]
    dated_in_front = [
        p for p in context.parsed.periods if context.bounds[0] <= p.first and p.last <= q.first and p.role == "in"
    ]
    if (
        near is None
        and dated_in_front
        and len(dated_in_front[-1].value) == 4
        and context.before(1)[-1:] not in (["from"], ["than"])
    ):
        told_then = dated_in_front[-1]  # "last year it was 22"
        draft = replaced(draft, period=told_then.value, period_from=told_then.source)
    elif near is None and same:
        draft = replaced(draft, period=same[-1].period, period_from=same[-1].period_from)
    if near is not None:
        draft = replaced(draft, period=near.value, period_from=near.source, last=max(q.core[1], near.last))
    draft = replaced(
        draft,
        comparison=(bool(front) and front[-1] in ("from", "than", "with", "against"))
        or "from" in front
        or "with" in front
        or "against" in front,
    )
    return replaced(
        draft,
        last=draft.last if above else max(q.core[1], near.last if near else 0),
        rule="allies at the guideline, carried",
    )


def _percent_behind(context: Context) -> bool:
    return any(
        p.unit == "%" and 0 < p.core[0] - context.quantity.core[1] <= 14 and 1 <= p.number.value <= 6
        for p in context.parsed.quantities
    )


def _guideline_count(context: Context, noun: Noun, missed: bool) -> Draft:
    q = context.quantity
    fraction = q.number.kind == "fraction"
    counted = q if fraction else as_count(_said_exactly(context, q))
    when = period_of(context, ("in", "now", "by", "to", "ago"))
    if when.source in ("now", "assumed", "carried") and _ahead(context) and context.calendar.on is not None:
        when = When(str(context.calendar.on.year), "relative")
    untold = when.mention is None and _on_track(context)
    last = max(noun.last, _verb_end(context, "missed" if missed else "met"))
    threshold = _threshold_of(context)
    armed = [t.low for t in context.parsed.tokens[noun.last : noun.last + 2]] in ARMED
    ahead = context.modality()
    year = int(when.value[:4]) if when.value[:4].isdecimal() else None
    on = context.calendar.on
    future = when.source == "explicit" and year is not None and on is not None and year > on.year
    if future and when.mention is not None and not _plans(context, when.mention, last):
        when, future = When(str(context.calendar.newest_year or ""), "now"), False
    modality = (
        ahead
        if ahead in (Modality.FORECAST, Modality.ESTIMATE, Modality.HYPOTHETICAL, Modality.DENIAL)
        else Modality.FACT
    )
    return Draft(
        q.first,
        max(last, threshold[1]),
        (q.first, min(noun.last, q.last + 8)),
        Kind.PROMISE if future else Kind.FACT,
        "fraction_at_guideline" if fraction else "allies_at_guideline",
        "allies at the guideline",
        subject=(_group_of(context, noun),),
        comparator=counted.comparator,
        value=counted.value,
        unit="fraction" if fraction else "allies",
        period=when.value,
        period_from=when.source,
        threshold=threshold[0],
        below=missed,
        denominator="armed" if armed else "",
        holes=(frozenset({"denominator"}) if (fraction or missed) and not armed else frozenset())
        | context.holes_of_source(),
        modality=modality,
        likely=untold or _until_lately(context),
    )


def _group_of(context: Context, noun: Noun) -> str:
    """Whose members are counted: `Among the Nordics, four`, `three Baltic states`, else those of the noun."""
    if noun.group not in ("", "NATO"):
        return noun.group
    end = context.quantity.core[1]
    inside = (s for s in context.parsed.subjects if end <= s.first < noun.last and s.entity in _PARTS_OF_NATO)
    named = next((s.entity for s in inside), "")
    return named or led_group(context.parsed, context.quantity.first) or noun.group or "NATO"


_PARTS_OF_NATO = frozenset({"BALTIC", "NORDIC", "B9", "NB8", "V4"})


def _on_track(context: Context) -> bool:
    """`15 of the 29 are on track to meet it`: by a year that is not said."""
    behind = [t.low for t in context.parsed.tokens[context.quantity.core[1] : context.quantity.core[1] + 14]]
    return any(a == "on" and b in ("track", "course") for a, b in itertools.pairwise(behind))


def _until_lately(context: Context) -> bool:
    """`Until recently, only three allies spent more`: when that was is not said."""
    words = [t.low for t in context.parsed.tokens[context.bounds[0] : context.quantity.first]]
    return "until" in words or "hitherto" in words or "previously" in words


def _plans(context: Context, mention: PeriodMention, last: int) -> bool:
    """Whether a year to come is that of the count: told in its clause, or with a word of the future in it."""
    low, high = context.bounds
    end = context.quantity.core[1]
    return (
        end <= mention.first < high
        or low <= mention.first <= low + 1
        or context.parsed.cues.has("future", context.quantity.core[1], last)
    )


def _said_exactly(context: Context, q: Quantity) -> Quantity:
    """`an estimated 18 of the 31`: an estimate, but of a count that is told to the unit."""
    between = {t.low for t in context.parsed.tokens[q.first : q.core[0]]}
    if q.rule != "about" or "estimated" not in between:
        return q
    return replaced(q, rule="plain", comparator="=", value=interval(q.number, "plain"))


def _ahead(context: Context) -> bool:
    """`18 allies to hit the target`, `are projected to meet`: of this year, not of the newest one held."""
    end = context.quantity.core[1]
    words = [t.low for t in context.parsed.tokens[end : end + 14]]
    infinitive = any(
        a == "to" and b in ("hit", "meet", "reach", "achieve", "spend", "exceed", "surpass")
        for a, b in itertools.pairwise(words)
    )
    return (
        infinitive
        or any(w in ("will", "projected", "expected", "forecast") for w in words)
        or context.cue_before("forecast")
    )


def _verb_end(context: Context, name: str) -> int:
    end = context.quantity.core[1]
    return min((stop for start, stop in context.parsed.cues.hits.get(name, ()) if start >= end), default=end)


def _threshold_of(context: Context) -> tuple[float, int]:
    """The percentage the count speaks of, and where its words end; the guideline of the day where none is said."""
    end = context.quantity.core[1]
    said = [
        q
        for q in context.parsed.quantities
        if q.unit == "%" and q.number.value in THRESHOLDS and not _bracketed(context, q)
    ]
    behind = [q for q in said if q.core[0] >= end]
    if behind:
        return behind[0].number.value, behind[0].last
    front = said
    if front:
        return front[-1].number.value, end
    carried = context.topic.threshold if context.topic.block >= context.parsed.sentence.block - 1 else None
    if (
        carried not in THRESHOLDS
        or carried == _WHOLE_OF_2025
        or {"old", "previous", "former"} & {t.low for t in context.parsed.tokens[end : end + 8]}
    ):
        carried = None  # nobody is counted against the 5 %, and "the old guideline" is the 2 %
    return carried if carried is not None else context.calendar.guideline, end


_WHOLE_OF_2025 = 5.0


def _bracketed(context: Context, quantity: Quantity) -> bool:
    before = context.parsed.tokens[quantity.first - 1].text if quantity.first else ""
    return before in ("(", ":")


def _points_back(context: Context) -> bool:
    """`That is a third of the membership`: the count of the sentence before, said as a fraction."""
    opener = [t.low for t in context.parsed.tokens[: context.quantity.first]]
    fresh = context.topic.counted_at >= context.parsed.sentence.block - 1
    return fresh and opener[:1] in (["that"], ["this"]) and len(opener) <= 4 and "is" in opener
