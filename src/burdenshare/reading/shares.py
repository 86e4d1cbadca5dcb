"""Percentages: shares of GDP, guidelines, growth, shares of a total, equipment shares, fractions of allies."""

from __future__ import annotations

import math
from dataclasses import replace

from burdenshare.reading.context import Context, baseline_of, due_of, period_of
from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Interval, Kind, Modality
from burdenshare.reading.subjects import Found
from burdenshare.reading.widths import interval

MAX_SHARE = 12.0
"""No ally has spent more than this share of GDP on defence in the years the record holds; more is another topic."""
_TOPICS = ("poll", "foreign_aid", "state_budget", "economy", "market")
_REASONS = {
    "poll": "another topic: an opinion poll or a vote",
    "foreign_aid": "another topic: development aid",
    "state_budget": "another topic: a share of a state budget",
    "economy": "another topic: the economy or public debt",
    "market": "another topic: prices, shares or trade",
}
_SHARE_MEASURES = frozenset({"share_of_gdp", "guideline", "allies_at_guideline", "fraction_at_guideline"})
_UP_FROM = frozenset({"from", "versus"})


def of_gdp(context: Context) -> bool:
    """`2 % of GDP`, `2.1 per cent of its national output`, `a share of GDP of 2 %`, `2%-of-GDP`."""
    end = context.quantity.core[1]
    for start, _ in context.parsed.cues.hits.get("gdp", ()):
        if end <= start <= end + 6 and not context.other_quantity_between(end, start):
            between = [t.low for t in context.parsed.tokens[end:start]]
            if "of" in between or "gdp" in context.after(2) or "-" in between[:1]:
                return True
    low, _ = context.bounds
    return any(
        low <= start and finish <= context.quantity.core[0] and context.quantity.core[0] - finish <= 8
        for start, finish in context.parsed.cues.hits.get("gdp", ())
    ) and any(word in ("share", "ratio", "proportion", "percentage") for word in context.before(14))


def foreign(context: Context) -> str:
    """The reason why a percentage is of another topic, else empty."""
    end = context.quantity.core[1]
    after = context.after(9)
    if not of_gdp(context):
        for name in _TOPICS:
            if name in ("poll", "market") and context.cue("defence") and context.cue("spending") and not _topic_noun(context, name):
                continue
            if _topic_noun(context, name) or (name in ("poll", "foreign_aid", "state_budget") and context.cue(name)):
                return _REASONS[name]
    elif any(word in ("debt", "deficit", "deficits", "borrowing") for word in context.before(6) + after[2:6]) and not context.cue("defence"):
        return _REASONS["economy"]
    elif context.cue_near("foreign_aid", 8):
        return _REASONS["foreign_aid"]
    if end < len(context.parsed.tokens) and after[:1] == ["interest"]:
        return _REASONS["economy"]
    return ""


def _topic_noun(context: Context, name: str) -> bool:
    return context.cue_near(name, 5)


def share_draft(context: Context) -> Draft | str:
    """The statement a percentage makes, or the reason why it makes none."""
    reason = foreign(context)
    if reason:
        return reason
    for rule in (_threshold, _target, _aid_share, _common_budget, _equipment, _of_total, _growth, _plain_share, _carried_target, _carried_share):
        found = rule(context)
        if found is not None:
            return found
    return "not understood: a percentage without a measure the record holds"


def _threshold(context: Context) -> Draft | str | None:
    """`23 allies spend at least 2 %`: the percentage is the threshold of the count and no statement of its own."""
    value = context.quantity.number.value
    counted = [d for d in context.earlier if d.threshold is not None and d.first <= context.quantity.first]
    if not counted or abs((counted[-1].threshold or 0.0) - value) > 1e-9:
        return None
    if context.cue_near("target", 7) and _target_noun(context):
        return None
    return "@threshold"


def _base(context: Context, measure: str, rule: str, found: Found | None, kind: Kind = Kind.FACT) -> Draft:
    q = context.quantity
    first = min(q.first, found.first) if found and not found.carried else q.first
    last = q.last
    if of_gdp(context):
        ends = [end for start, end in context.parsed.cues.hits["gdp"] if q.core[1] <= start <= q.core[1] + 6]
        last = max([last, *ends[:1]])
    return Draft(
        first,
        last,
        (q.first, q.last),
        kind,
        measure,
        rule,
        subject=found.entities if found else (),
        comparator=q.comparator,
        value=q.value,
        unit="%",
        holes=frozenset({"group"}) if found and found.open else frozenset(),
        modality=context.modality(),
    )


def _target(context: Context) -> Draft | None:
    """`the 2 % target`, `commitment of spending two per cent of GDP`, `Germany plans to spend 3.5 % of GDP by 2029`."""
    near = _target_noun(context)
    share = of_gdp(context)
    value = context.quantity.number.value
    if value > MAX_SHARE or not (near or share or _ellipsis_of_guideline(context)):
        return None
    if _met_or_missed(context) and share and not near:
        return None
    promised = _promised(context)
    if not near and not (share and promised):
        return None
    owner = _owner(context) if (promised or near) else None
    found = owner or Found(("NATO",), context.quantity.first, context.quantity.first)
    if owner is not None and owner.entities[0] in ("NATO", "EUR", "EUR_CAN"):
        found = Found(("NATO",), owner.first, owner.last)
    kind = Kind.PROMISE
    draft = _base(context, "guideline", "target", found if owner is not None and owner.entities[0] not in ("NATO",) else None, kind)
    due = due_of(context)
    draft = _own_value(context, draft)
    first, last = _target_words(context, draft)
    made = _agreed_year(context)
    return replace(
        draft,
        subject=found.entities,
        first=min(draft.first, first),
        last=max(draft.last, last, made[1]),
        period=made[0] or due.value,
        period_from="explicit" if made[0] else due.source,
        modality=Modality.FACT if near and not promised else draft.modality,
        background=_aside(context),
    )


def _target_noun(context: Context) -> bool:
    """A target word close by, not the one of another number."""
    q = context.quantity
    low, high = context.bounds
    for start, end in context.parsed.cues.spans("target", max(low, q.first - 9), min(high, q.core[1] + 7)):
        between = (q.core[1], start) if start >= q.core[1] else (end, q.first)
        if not any(other is not q and between[0] <= other.core[0] < between[1] for other in context.parsed.quantities):
            return True
    return False


def _ellipsis_of_guideline(context: Context) -> bool:
    return context.topic.measure == "guideline" and context.topic.block >= context.parsed.sentence.block - 1


def _promised(context: Context) -> bool:
    """Something ahead: a modal or planning word in front, or a due year."""
    low, _ = context.bounds
    q = context.quantity
    if any(low <= start < q.core[0] for start, _ in context.parsed.cues.hits.get("future", ())):
        return not _past_share(context)
    return any(p.role == "by" and p.first >= low for p in context.parsed.periods) and context.calendar.on is not None


def _past_share(context: Context) -> bool:
    """`spent 2.1 %`: a past verb right in front of the number wins over a modal further off."""
    return any(word in ("spent", "invested", "allocated", "devoted", "was", "were", "stood", "reached", "hit") for word in context.before(4))


_BEFORE_TARGET = frozenset("the current existing present old new nato nato's alliance alliance's longstanding agreed minimum its their".split())


def _own_value(context: Context, draft: Draft) -> Draft:
    """`well above the 2 % target`: the words compare with the target; the target itself is 2, not more."""
    q = context.quantity
    between = [t.low for t in context.parsed.tokens[q.first : q.core[0]]]
    noun_behind = any(q.core[1] <= start <= q.core[1] + 3 for start, _ in context.parsed.cues.hits.get("target", ()))
    determined = bool(between) and between[-1] in _BEFORE_TARGET
    if not (noun_behind and determined and q.rule != "plain"):
        return draft
    start = q.core[0]
    while start > 0 and context.parsed.tokens[start - 1].low in _BEFORE_TARGET - {"the"}:
        start -= 1
    return replace(draft, first=start, focus=(start, draft.focus[1]), comparator="=", value=interval(q.number, "plain"))


_PLANS = frozenset("will would plans plan planned aims aim pledged pledges committed vowed vows promised intends set expected wants to should must is has have".split())


def _owner(context: Context) -> Found | None:
    """Whose target it is: `Britain's 2.5 % target`, `Poland plans to spend`; not the one who merely speaks of it."""
    found = context.subject()
    if found is None or found.carried and not context.cue_before("future"):
        return None
    tokens = context.parsed.tokens
    if found.last > context.quantity.first:
        return found if tokens[found.first - 1].low in ("for", "by") else None
    owner_noun = tokens[found.last - 1].possessive
    following = [t.low for t in tokens[found.last : found.last + 5]]
    if owner_noun or found.carried or found.last == context.quantity.first or any(word in _PLANS for word in following):
        return found
    return None


def _target_words(context: Context, draft: Draft) -> tuple[int, int]:
    low, high = context.bounds
    q = context.quantity
    near = context.parsed.cues.spans("target", max(low, q.first - 9), min(high, q.core[1] + 7))
    if not near:
        return draft.first, draft.last
    start, end = min(near, key=lambda span: min(abs(span[0] - q.core[1]), abs(q.first - span[1])))
    first = min(draft.first, start)
    while first > 0 and context.parsed.tokens[first - 1].low in _BEFORE_TARGET - {"the"}:
        first -= 1
    return first, max(draft.last, end)


_AGREED = frozenset("agreed set made adopted established pledged reached signed decided".split())


def _agreed_year(context: Context) -> tuple[str, int]:
    """`, agreed in 2014`: the year the target was made, and where the words end."""
    for mention in context.parsed.periods:
        before = [t.low for t in context.parsed.tokens[max(0, mention.first - 3) : mention.first]]
        on = context.calendar.on
        past = mention.value[:4].isdecimal() and (on is None or int(mention.value[:4]) <= on.year)
        if mention.first >= context.quantity.core[1] and mention.role == "in" and past and any(w in _AGREED for w in before):
            return mention.value[:4], mention.last
    return "", 0


def _aside(context: Context) -> bool:
    """`…, well above the 2 % target that …`: the outlet's comparison, not the speaker's words."""
    low, _ = context.bounds
    tokens = context.parsed.tokens
    opener = tokens[low].low if low < len(tokens) else ""
    return low > 0 and tokens[low - 1].text == "," and opener in ("well", "far", "up", "compared", "above", "against", "versus", "down", "more", "double")


def _met_or_missed(context: Context) -> bool:
    found = context.subject()
    single = found is not None and all(len(entity) == 3 and entity not in ("EUR",) for entity in found.entities)
    return single and (context.cue("missed") or (context.cue("met") and not context.cue_before("future")))


def _aid_share(context: Context) -> Draft | None:
    if not (context.cue("aid") and of_gdp(context)) or context.cue_near("defence", 3):
        return None
    found = context.subject()
    when = period_of(context)
    draft = _base(context, "aid", "aid share", found)
    return replace(draft, period=when.value, period_from=when.source, note="% of GDP")


def _common_budget(context: Context) -> Draft | None:
    if not context.cue("common_budget") or of_gdp(context):
        return None
    found = context.subject()
    if found is None:
        return None
    when = period_of(context)
    return replace(_base(context, "common_budget_share", "common budget", found), period=when.value, period_from=when.source)


def _equipment(context: Context) -> Draft | None:
    if of_gdp(context) or not (context.cue("equipment") or context.cue("personnel_cost")):
        return None
    if not (context.cue("defence_budget_part") or context.cue("spending")):
        return None
    measure = "equipment_share" if context.cue("equipment") else "personnel_share"
    if _target_noun(context) or context.cue_before("future"):
        return None
    found = context.subject()
    if found is None:
        return None
    when = period_of(context)
    return replace(_base(context, measure, "equipment share", found), period=when.value, period_from=when.source)


def _of_total(context: Context) -> Draft | None:
    if of_gdp(context) or not context.cue("of_total"):
        return None
    end = context.quantity.core[1]
    if not any(end <= start <= end + 8 for start, _ in context.parsed.cues.hits["of_total"]):
        return None
    found = context.subject()
    if found is None or found.entities == ("NATO",):
        found = next((Found((s.entity,), s.first, s.last) for s in context.parsed.subjects if s.entity in context.calendar.bearers and s.entity != "NATO"), None)
    if found is None:
        return None
    when = period_of(context)
    ends = [stop for start, stop in context.parsed.cues.hits["of_total"] if start >= end]
    draft = _base(context, "share_of_total", "share of the total", found)
    return replace(draft, last=max(draft.last, ends[0]), period=when.value, period_from=when.source)


def _growth(context: Context) -> Draft | None:
    """`rose 18 % in real terms`, `a 20 % increase compared to 2023`."""
    q = context.quantity
    if of_gdp(context) or q.role == "from" or q.value.central > 900:
        return None
    up, down = context.cue_near("growth", 5), context.cue_near("decline", 5)
    if not (up or down) or context.before(1) in (["to"], ["at"]) or (context.before(1) == ["from"]):
        return None
    if not (context.cue_sentence("defence") and context.cue_sentence("spending")) and context.topic.measure not in ("expenditure", "expenditure_growth"):
        return None
    if context.cue_near("personnel", 5) or context.cue_near("contract", 4) or (context.cue_near("gdp", 4) and not context.cue("defence")):
        return None
    found = context.subject() or _carried_subject(context)
    if found is None:
        return None
    when = period_of(context, ("in", "now", "to"))
    base = baseline_of(context)
    since = base is not None and base.role == "since"
    value = _negative(q.value) if down and not up else q.value
    promised = context.cue_before("future") and not _past_share(context)
    draft = _base(context, "expenditure_growth", "growth", found, Kind.PROMISE if promised else Kind.FACT)
    baseline = base.value[:4] if base is not None and base.value else ""
    if baseline and when.source in ("now", "assumed") and not since and baseline.isdecimal():
        when = replace(when, value=str(int(baseline) + 1), source="relative")
    span_end = base.last if base is not None and base.first >= q.core[1] else draft.last
    return replace(
        draft,
        last=max(draft.last, span_end, _cue_end(context, "growth" if up else "decline")),
        value=value,
        comparator="=" if q.comparator == "=" else q.comparator,
        period=due_of(context).value if promised else when.value,
        period_from=when.source,
        baseline=baseline,
        baselines=(baseline,) if baseline else (),
        real=True if context.cue_sentence("real") else False if context.cue_sentence("nominal") else None,
        holes=draft.holes | (frozenset({"group"}) if found.open else frozenset()),
    )


def _cue_end(context: Context, name: str) -> int:
    end = context.quantity.core[1]
    return max([stop for start, stop in context.parsed.cues.hits.get(name, ()) if end <= start <= end + 2], default=0)


def _negative(value: Interval) -> Interval:
    return Interval(-value.high, -value.low, value.high_open, value.low_open, -value.central, value.kind)


def _carried_subject(context: Context) -> Found | None:
    topic = context.topic
    if topic.subject and topic.block >= context.parsed.sentence.block - 1:
        return Found(topic.subject, context.quantity.first, context.quantity.first, tuple(topic.holes), carried=True)
    return None


def _plain_share(context: Context) -> Draft | None:
    """`Poland spent 4.12 % of GDP on defence in 2024`, `Canada is below 2 %`."""
    if not of_gdp(context) or context.quantity.number.value > MAX_SHARE:
        return None
    if not (context.cue_carried("defence") or context.topic.measure in _SHARE_MEASURES or context.cue_sentence("target")):
        return None
    found = context.subject() or _carried_subject(context)
    if found is None:
        return None
    return _share_of(context, found, "share of GDP")


def _carried_share(context: Context) -> Draft | None:
    """`Estonia (3.43 %)`, `up from 1.4 % in 2014`: a share of GDP by ellipsis."""
    if context.quantity.number.value > MAX_SHARE or context.cue_near("contract", 4):
        return None
    shared = context.cue_sentence("gdp") or (context.topic.measure == "share_of_gdp" and context.topic.block >= context.parsed.sentence.block - 1)
    if not shared and not (context.topic.measure in _SHARE_MEASURES and context.cue_sentence("spending") and context.topic.block >= context.parsed.sentence.block - 1):
        return None
    found = context.subject() or _carried_subject(context)
    if found is None or not set(found.entities) & (context.calendar.bearers - {"EU"}):
        return None
    return _share_of(context, found, "share of GDP, carried")


def _share_of(context: Context, found: Found, rule: str) -> Draft:
    q = context.quantity
    when = period_of(context)
    value, comparator = q.value, q.comparator
    if context.cue_near("missed", 6) and comparator == "=" and _misses(context):
        value, comparator = Interval(-math.inf, q.value.central, high_open=True, central=q.value.central), "<"
    draft = _base(context, "share_of_gdp", rule, found)
    end = when.mention.last if when.mention is not None and when.mention.first >= q.core[1] else draft.last
    return replace(
        draft,
        last=max(draft.last, end if end - draft.last <= 6 else draft.last),
        value=value,
        comparator=comparator,
        period=when.value,
        period_from=when.source,
        modality=Modality.FACT if draft.modality is Modality.PLEDGE else draft.modality,
    )


def _misses(context: Context) -> bool:
    low = context.bounds[0]
    return any(low <= start and end <= context.quantity.core[0] for start, end in context.parsed.cues.hits.get("missed", ()))


def _carried_target(context: Context) -> Draft | None:
    """`it will be considerably more than the 2 % we were used to`: a guideline by ellipsis."""
    if not _ellipsis_of_guideline(context) or not _promised(context) or context.quantity.number.value > MAX_SHARE:
        return None
    if context.cue_near("growth", 3) or context.cue("market"):
        return None
    draft = _base(context, "guideline", "target, carried", None, Kind.PROMISE)
    due = due_of(context)
    return replace(draft, subject=context.topic.subject or ("NATO",), period=due.value, period_from=due.source)
