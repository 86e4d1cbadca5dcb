"""Percentages of another whole than the GDP: aid to Ukraine, NATO's budgets, parts of defence, all allies' spending."""

from __future__ import annotations

from burdenshare.reading.aid_told_on import moves_from, would_move_to
from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.due_years import due_of
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.heads_of_figures import head_of, heads_told
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.percents import of_gdp, percent_base
from burdenshare.reading.period_choice import period_of
from burdenshare.reading.receivers import givers_behind
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import word_list
from burdenshare.reading.target_nouns import has_target_noun

_NEGATIONS = frozenset({"not", "never", "isn't", "aren't", "doesn't", "don't", "didn't", "won't", "cannot", "nor"})


def aid_share_rule(context: Context) -> Draft | None:
    told = any(draft.measure == "aid" and draft.unit == "%" for draft in context.earlier)
    if not ((context.cue("aid") or told) and of_gdp(context)) or context.cue_near("defence", 3) or _on_defence(context):
        return None
    if aid_set_apart(context):
        return None
    found = givers_behind(context) or context.subject()
    if found is None:
        return None
    ahead = context.cue_before("future") and not {"committed", "given", "gave"} & set(context.before(8))
    ahead = ahead or would_move_to(context)
    when = due_of(context) if ahead else period_of(context)
    draft = percent_base(context, "aid", "aid share", found)
    if moves_from(context):
        return replaced(draft, period="", period_from="", modality=Modality.FACT, likely=True, note="% of GDP")
    kind = Kind.PROMISE if ahead else Kind.FACT
    return replaced(draft, kind=kind, period=when.value, period_from=when.source, note="% of GDP")


def aid_set_apart(context: Context) -> bool:
    """`Excluding aid to Ukraine, Norway spends 2.0 % of GDP`, `including aid … ; excluding it, 1.7 %`: what is spent,
    with or without the aid."""
    lows, end = context.parsed.lows, context.quantity.core[1]
    for start, _ in context.parsed.cues.spans("aid", end, context.bounds[1]):
        if not _TAKEN_IN.isdisjoint(lows[max(end, start - 2) : start]):
            return True  # "raised its share to 2.4 percent by counting aid to Ukraine"
    return not _SET_APART.isdisjoint(context.parsed.words) and any(
        not _SET_APART.isdisjoint(lows[max(0, start - 3) : start])
        for start, _ in context.parsed.cues.spans("aid", 0, context.quantity.first)
    )


_TAKEN_IN = frozenset({"counting", "excluding", "without"})
_SET_APART = frozenset({"excluding", "including", "without", "disregarding", "minus", "discounting"})


def _on_defence(context: Context) -> bool:
    """`has given Ukraine 2.2 % of its GDP and spends 3.4 % of GDP on its own defence`: the purpose stands behind."""
    behind = context.after(8)
    at = next((i for i, word in enumerate(behind) if word in ("on", "for")), 0)
    return bool(at) and bool({"defence", "defense", "military", "army"} & set(behind[at : at + 4]))


def common_budget_rule(context: Context) -> Draft | None:
    if _NEGATIONS & set(context.before(4)) or context.quantity.value.central > LARGEST_KEY:
        return None  # "does not pay 90 % of NATO's budget"; "and two-thirds of all allied spending"
    if context.cue_after("of_total", 6):
        return None
    that = context.after(3)[-2:] == ["that", "budget"] and context.topic.common_at >= context.parsed.sentence.block - 1
    carried = not that and not context.cue("common_budget") and _paid_into_it(context)
    if not (context.cue("common_budget") or that or carried) or of_gdp(context):
        return None
    found = context.subject()
    if carried and found is None:
        return None
    if found is None or found.entities == ("NATO",):
        return None  # a member's part: of the alliance itself none can be said
    when = period_of(context)
    draft = percent_base(context, "common_budget_share", "common budget", found)
    return replaced(draft, period=when.value, period_from=when.source, likely=draft.likely or carried or found.carried)


TOO_MUCH = "not understood: more than any member has paid of NATO's common budget; all that allies spend may be meant"


def too_much_of_the_budget(context: Context) -> str:
    """`The United States pays 70 percent of NATO's budget`: one reading is wrong and the other about right, and the
    words do not say which."""
    part = context.quantity.number.kind == "fraction"
    percent = context.quantity.value.central * (100 if part else 1)
    said = (part or context.quantity.unit == "%") and percent > LARGEST_KEY
    return TOO_MUCH if said and context.cue("common_budget") else ""


_PAYING = word_list("paying_in")
_OTHER_PURSES = frozenset({"gdp", "spends", "spending", "spent", "defence", "defense", "military", "rose", "growth"})
_PAID_REACH = 4
_THAT = frozenset({"that", "it", "budget", "funding", "costs", "total"})


def _paid_into_it(context: Context) -> bool:
    """`NATO's budget is paid by all. Germany pays 14.65 percent`: a part of the budget that the text told just before,
    where nothing else is spoken of."""
    parsed = context.parsed
    if context.topic.common_at < parsed.sentence.block - 1 or not _OTHER_PURSES.isdisjoint(parsed.words):
        return False
    if context.after(1) == ["of"] and _THAT.isdisjoint(context.after(3)):
        return False  # "contributes 10 percent of the troops"
    told = any(draft.measure == "common_budget_share" for draft in context.earlier)
    return told or not _PAYING.isdisjoint([*context.before(_PAID_REACH), *context.after(1)])


def equipment_rule(context: Context) -> Draft | None:
    if of_gdp(context) or not (context.cue("equipment") or context.cue("personnel_cost")):
        return None
    if not (context.cue("defence_budget_part") or context.cue("spending")):
        return None
    if _things_wanted(context):
        return None
    measure = _which_part(context)
    if not measure or context.before(1) == ["by"] or _of_the_head_itself(context):
        return None
    if has_target_noun(context) or context.cue_before("future") or asked_beside(context) or _a_line(context):
        return None
    found = context.subject()
    if found is None or (found.entities == ("NATO",) and {"should", "be"} & set(context.after(8))):
        return None  # "agreed that 20% of defence expenditure should go towards equipment"
    when = period_of(context)
    return replaced(
        percent_base(context, measure, "equipment share", found), period=when.value, period_from=when.source
    )


def asked_beside(context: Context) -> bool:
    """`NATO wants each member to spend 2 %, with at least 20 % going towards new equipment`: asked with the share in
    front of it."""
    led = [low for low in context.before(4) if low not in ("at", "least", "a", "minimum", "of")][-1:] == ["with"]
    return led and context.cue_sentence("demand") and any(d.kind is Kind.PROMISE for d in context.earlier)


def _things_wanted(context: Context) -> bool:
    """`2.1 per cent will be enough to maintain all the personnel, equipment and infrastructure`: what it is for."""
    lows = context.parsed.lows
    return any(
        lows[first - 1] in (",", "and") and not _WANTED_TOO.isdisjoint(lows[max(0, first - 3) : last + 3])
        for first, last in context.parsed.cues.spans("equipment", context.quantity.core[1], context.bounds[1])
    )


_WANTED_TOO = frozenset({"personnel", "infrastructure", "troops", "people", "soldiers", "training"})


_PEOPLE = frozenset({"personnel", "salaries", "pay", "wages"})
_HEADS = (("equipment", "equipment_share"), ("personnel_cost", "personnel_share"))


def _which_part(context: Context) -> str:
    """`5 percent for equipment, spend 78 percent on personnel`: the head right behind the figure, else the one in the
    clause; empty where it is of a head without a measure."""
    own = head_of(context) if heads_told(context) else None
    if own is not None:
        return own
    if not _PEOPLE.isdisjoint(context.after(3)) and context.after(1) in (["to"], ["goes"], ["went"], ["on"], ["for"]):
        return "personnel_share"  # "of which 18 percent goes to equipment and 48 percent to personnel"
    if not (context.cue("equipment") and context.cue("personnel_cost")):
        return next(measure for cue, measure in _HEADS if context.cue(cue))
    end, cues = context.quantity.core[1], context.parsed.cues
    behind = [(start, measure) for cue, measure in _HEADS for start, _ in cues.spans(cue, end, end + 12)]
    return min(behind)[1] if behind else _HEADS[0][1]


def _of_the_head_itself(context: Context) -> bool:
    """`20 % of its equipment budget`, `half of the new equipment`: the head is the whole, not the part."""
    after = context.after(6)
    at = after.index("equipment") if "equipment" in after else 0
    return after[:1] == ["of"] and at > 0 and not {"on", "to", "into", "for", "in"} & set(after[:at])


def procurement_rule(context: Context) -> Draft | None:
    """`half of all procurement to be European: 50 per cent by 2030`: a target for buying, not for spending."""
    if not context.cue_sentence("procurement") or of_gdp(context) or _a_head_behind(context):
        return None
    if _of_the_next_part(context):
        return None
    owner = next((s for s in context.parsed.subjects if s.entity in ("EU", *context.calendar.bearers)), None)
    if owner is None:
        return None
    found = Found((owner.entity,), context.quantity.first, context.quantity.first)
    due = due_of(context)
    if _accounts_for(context) and not context.cue_before("future"):
        return None
    kind = Kind.PROMISE if due.value or context.cue_before("future") else Kind.FACT
    draft = percent_base(context, "procurement_share", "procurement share", found, kind)
    if _fifth_for_equipment(context):
        return replaced(draft, measure="equipment_share", kind=Kind.PROMISE, subject=("NATO",), modality=Modality.FACT)
    return replaced(draft, period=due.value, period_from=due.source)


def _accounts_for(context: Context) -> bool:
    """`equipment procurement accounting for 29.3 percent of total defence spending in 2024`, `above NATO's threshold of
    20 percent`: a part of what is spent, or the line it is held against, and no target for buying."""
    front = context.before(3)
    counted = not _COUNTED.isdisjoint(front)
    held = _a_line(context) and any(
        q.unit == "%" and q.last <= context.quantity.first for q in context.parsed.quantities
    )
    return counted or (held and not _COUNTED.isdisjoint(context.parsed.lows[: context.quantity.first]))


def _a_line(context: Context) -> bool:
    """`the NATO threshold of 20 percent`, `the 20 percent benchmark`: a line, whoever stands above it."""
    return not _LINES.isdisjoint([*context.before(2), *context.after(2)])


_LINES = frozenset({"benchmark", "guideline", "minimum", "requirement", "target", "threshold"})
_COUNTED = frozenset({"accounted", "accounting", "accounts", "represented", "represents", "made", "makes", "making"})


def _fifth_for_equipment(context: Context) -> bool:
    """`NATO has established that at least 20 % of defence spending must go to procurement`: the guideline for
    equipment, by another name."""
    asked = not _ASKED.isdisjoint(context.after(_ASKED_WITHIN))
    return context.quantity.number.value == _FIFTH and context.after(1) == ["of"] and asked and context.allied()


_FIFTH = 20.0
"""The part of the budget that the allies agreed in 2014 to spend on major equipment, in per cent."""
_ASKED = frozenset({"must", "should", "ought"})
_ASKED_WITHIN = 6


def _of_the_next_part(context: Context) -> bool:
    """`43.9 percent is reserved for salaries, 29.3 percent for equipment procurement`: the buying is the next one's."""
    end = context.quantity.core[1]
    others = [o.core[0] for o in context.parsed.quantities if o.unit == "%" and o.core[0] >= end]
    bought = context.parsed.cues.spans("procurement", 0, len(context.parsed.lows))
    apart = all(start > end and "with" in context.parsed.lows[end:start] for start, _ in bought)
    if others and bought and apart:
        return True  # "with a budget of 2.22 percent ranks 11th, with procurement accounting for 29.3 percent"
    return bool(others) and all(start > others[0] for start, _ in bought)


def _a_head_behind(context: Context) -> bool:
    """`42.8% personnel costs, 25.7% procurement, 1.9% for infrastructure`: a part of a budget by its own name."""
    end = context.quantity.core[1]
    led = end + (context.parsed.lows[end : end + 1] in (["for"], ["on"], ["in"]))
    return not _HEAD_NAMES.isdisjoint(context.parsed.lows[led : led + 1])


_HEAD_NAMES = frozenset({"personnel", "operations", "infrastructure", "procurement", "equipment", "maintenance", "pay"})


def _placed_behind(context: Context, subject: SubjectMention) -> bool:
    """`…, compared to $140 billion (16 %) in the U.S.`: where another figure is, not whose this one is."""
    words = {t.low for t in context.parsed.tokens[max(0, subject.first - 2) : subject.first]}
    return subject.first > context.quantity.core[1] and "in" in words


def of_total_rule(context: Context) -> Draft | None:
    if of_gdp(context) or not (context.cue("of_total") or _whole_cost(context)) or not _of_spending(context):
        return None
    end = context.quantity.core[1]
    if of_what_another_spends(context) or context.cue("aid") or {"contracts", "contract"} & context.parsed.words:
        return None  # "4.6 of 10.5 billion in aid, 43.8 % of the total"
    behind = any(end <= start <= end + 8 for start, _ in context.parsed.cues.hits.get("of_total", ()))
    if not behind and not _whole_cost(context) and not _share_is(context):
        return None
    if _own_budget(context, end) or _budget_in_front(context):
        return None
    found = context.subject()
    if _SUBSETS & {t.low for t in context.parsed.tokens} or "r & d" in context.parsed.text(0, end):
        return None  # "R&D represents 4.5 % of total defence spending": a part of the money, not a payer's
    stop = next((b for a, b in context.parsed.cues.hits.get("of_total", ()) if a >= end), end)
    if {"manpower", "personnel", "troops", "soldiers", "force", "forces", "army", "capabilities"} & {
        t.low for t in context.parsed.tokens[end : stop + 4]
    }:
        return None  # a share of the forces, not of the money
    if found is not None and found.first > end and context.parsed.tokens[found.first - 1].low in ("in", "the"):
        return None  # "This represents 4.5 % of total spending, compared to 16 % in the U.S."
    if found is None or found.entities == ("NATO",) or _share_is(context):
        found = next(
            (
                Found((s.entity,), s.first, s.last)
                for s in context.parsed.subjects
                if s.entity in context.calendar.bearers and s.entity != "NATO" and not _placed_behind(context, s)
            ),
            None,
        )
    back = _of_the_sum_before(context) if found is None else None
    found = found or back
    if found is None:
        return None
    when = period_of(context, ("in", "now", "by", "ago"))
    ends = [stop for start, stop in context.parsed.cues.hits.get("of_total", ()) if start >= end] or [end]
    draft = percent_base(context, "share_of_total", "share of the total", found)
    draft = replaced(draft, last=max(draft.last, ends[0]), period=when.value, period_from=when.source)
    return replaced(draft, likely=True) if back is not None else draft


def _of_the_sum_before(context: Context) -> Found | None:
    """`Last year the United States spent $686 billion on defense. It's also 67 percent of NATO defense spending.`"""
    topic, lows, at = context.topic, context.parsed.lows, context.quantity.first
    points = lows[:1] in (["that"], ["this"], ["it"]) and _LINKS.issuperset(lows[1:at])
    one = topic.subject[0] if len(topic.subject) == 1 else ""
    fresh = topic.measure in ("expenditure", "share_of_gdp") and topic.block == context.parsed.sentence.block
    return Found((one,), at, at, carried=True) if points and fresh and one in context.calendar.allies else None


_LINKS = word_list("echoing_links")


def of_what_another_spends(context: Context) -> bool:
    """`less than half of what the US spent`: a ratio of two, and no share of a whole."""
    end = context.quantity.core[1]
    if context.parsed.lows[end : end + 2] != ["of", "what"]:
        return False
    owner = next((s for s in context.parsed.subjects if end + 2 <= s.first <= end + 4), None)
    return owner is not None and owner.entity not in ("NATO", "EUR_CAN", "EUR")


def _own_budget(context: Context, end: int) -> bool:
    """`pays 16 percent of NATO's military budget`: a small part of a budget is of the alliance's own."""
    return context.quantity.value.central <= _LARGEST_KEY and "budget" in context.parsed.lows[end : end + 7]


_LARGEST_KEY = 30.0
"""No member has paid more than a quarter of NATO's own budgets."""
_SUBSETS = frozenset({"r&d", "research", "procurement", "equipment", "pensions", "infrastructure", "operations"})


def _share_is(context: Context) -> bool:
    """`The US share of NATO spending is 70 percent`: the total stands in front."""
    low, first = context.bounds[0], context.quantity.first
    for start, stop in context.parsed.cues.spans("of_total", low, first):
        linked = [t.low for t in context.parsed.tokens[stop:first]]
        verb = {"is", "was", "stands", "stood", "at", "amounts", "makes"} & set(linked)
        if context.parsed.tokens[start - 1].low == "share" and len(linked) <= 6 and verb:
            return True
    return False


_COSTS = word_list("whole_costs")


def _whole_cost(context: Context) -> bool:
    """`pays 90 percent of the cost of NATO`: of what all allies spend. Nobody says so of the small common budget."""
    words = " ".join(context.after(5))
    cost = words.startswith(tuple(_COSTS))
    ended = len(context.after(5)) < 3 or context.after(3)[-1:] in ([","], ["."]) or "cost" in words
    return cost and ended and context.cue("spending") and context.quantity.number.value >= LEAST_OF_WHOLE


def _budget_in_front(context: Context) -> bool:
    """`Of NATO's common budget the United States provides 22 percent of the total`: the whole is told in front."""
    told = context.parsed.cues.has("common_budget", 0, context.quantity.first)
    return told and context.quantity.value.central <= LARGEST_KEY


LARGEST_KEY = 35.0
"""No member's part of NATO's common budget has been larger, not even in its first years."""
LEAST_OF_WHOLE = 40.0
"""Shares of NATO's common budget have been a quarter at most; a larger one speaks of all allied spending."""


def _of_spending(context: Context) -> bool:
    """The total is one of defence spending, not of a market or a league."""
    return context.cue_carried("spending") or context.cue_carried("defence") or context.money_topic()
