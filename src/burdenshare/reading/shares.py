"""Percentages: shares of GDP, guidelines, growth, shares of a total, equipment shares, fractions of allies."""

from __future__ import annotations

import math
from itertools import pairwise

from burdenshare.reading.allocations import allocation_rule
from burdenshare.reading.context import Context
from burdenshare.reading.count_lines import THRESHOLDS
from burdenshare.reading.drafts import Draft
from burdenshare.reading.economies import economy_draft, tells_the_economy
from burdenshare.reading.extremes import of_one_in_the_group, whose_extreme
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.group_levels import spends_it
from burdenshare.reading.growth import carried_subject, growth_rule
from burdenshare.reading.held_against import is_held_against
from burdenshare.reading.levels_now import is_own_share, stands_from
from burdenshare.reading.lines_met import met_line
from burdenshare.reading.listed_asides import counted_with_a_colon, told_of_only_some
from burdenshare.reading.model import Interval, Kind, Modality
from burdenshare.reading.opinions import OPINION, of_an_opinion
from burdenshare.reading.other_wholes import (
    aid_share_rule,
    common_budget_rule,
    equipment_rule,
    of_total_rule,
    procurement_rule,
    too_much_of_the_budget,
)
from burdenshare.reading.pairs_foreseen import foreseen_too
from burdenshare.reading.percents import MAX_SHARE, held_to_be_right, held_unlikely, of_gdp, percent_base
from burdenshare.reading.period_choice import When, period_of
from burdenshare.reading.planned_shares import as_plan
from burdenshare.reading.praised_for import praised_for
from burdenshare.reading.replacing import replaced
from burdenshare.reading.rises_ahead import speaks_of_ahead, to_be_spent
from burdenshare.reading.running_targets import is_running
from burdenshare.reading.shares_denied import SPOKEN_OF, not_stated, only_supposed, unpaired
from burdenshare.reading.shares_foreign import REASONS, foreign
from burdenshare.reading.shares_of_parts import of_a_part
from burdenshare.reading.standing_at import stands_at
from burdenshare.reading.standing_targets import standing_target
from burdenshare.reading.tables import load_table, word_list
from burdenshare.reading.target_nouns import GUIDELINES, has_target_noun
from burdenshare.reading.target_parts import part_of_target_rule, related_part, split_goal
from burdenshare.reading.targets import carried_target_rule, target_rule
from burdenshare.reading.vague_times import took_years
from burdenshare.reading.whose_economies import of_theirs
from burdenshare.reading.widths import interval
from burdenshare.reading.yearly_lists import in_a_row_of_years


def share_draft(context: Context) -> Draft | str:
    """The statement a percentage makes, or the reason why it makes none."""
    economy = economy_draft(context)
    if economy is not None:
        return economy
    if tells_the_economy(context):
        return REASONS["economy"]
    if of_an_opinion(context):
        return OPINION
    related = related_part(context)
    if related is not None:
        return related
    listed = in_a_row_of_years(context)
    if listed is not None:
        return listed
    reason = foreign(context) or unpaired(context) or not_stated(context) or of_a_part(context)
    if reason:
        return reason
    if held_unlikely(context):
        return "a possibility, not a statement"
    if standing_target(context) is not None:
        return target_rule(context) or SPOKEN_OF
    if took_years(context.parsed, context.quantity.first):
        return "not understood: what it took years to come to"
    for rule in (
        _threshold,
        target_rule,
        aid_share_rule,
        common_budget_rule,
        procurement_rule,
        equipment_rule,
        of_total_rule,
        growth_rule,
        _plain_share,
        carried_target_rule,
        allocation_rule,
        part_of_target_rule,
        _carried_share,
    ):
        found = rule(context)
        if found is not None:
            return "a bare supposition, not a statement" if only_supposed(context, found) else found
    return too_much_of_the_budget(context) or "not understood: a percentage without a measure the record holds"


def _threshold(context: Context) -> Draft | str | None:
    """`23 allies spend at least 2 %`: the percentage is the threshold of the count and no statement of its own."""
    value = context.quantity.number.value
    counted = [d for d in context.earlier if d.threshold is not None and d.first <= context.quantity.first]
    if not counted or abs((counted[-1].threshold or 0.0) - value) > 1e-9:
        return None
    raised = context.before(1) == ["to"] and bool(_TAKING & set(context.before(6)))  # "pledged to raise it to 5 %"
    own = _in_brackets_of_an_ally(context) or _of_an_ally_behind(context, counted[-1].last)
    if (context.cue_near("target", 7) and has_target_noun(context)) or raised or own:
        return None
    return "@threshold"


def _of_an_ally_behind(context: Context, end: int) -> bool:
    """`the five already meeting it, and Latvia will join them, spending 2 %`: an ally behind the words of the count."""
    first = context.quantity.first
    named = any(end <= s.first < first and s.entity in context.calendar.allies for s in context.parsed.subjects)
    return named and context.cue_near("spending", 4)


def _in_brackets_of_an_ally(context: Context) -> bool:
    """`Britain (2.1) and Estonia (2.0) meet it`: the ally's own share, as large as the threshold by chance."""
    at = context.quantity.first
    if context.before(1) in (["("], ["at"], ["with"]):
        at -= 1
    if context.before(1) != ["("] and not any(d.measure == "share_of_gdp" for d in context.earlier):
        return False  # "with Poland at 4.7% and Denmark 3.5%" goes on with a row of shares
    return any(s.last == at and s.entity in context.calendar.allies for s in context.parsed.subjects)


def _planned(context: Context) -> bool:
    """Something ahead that is neither the running year nor a share given in brackets behind its ally."""
    ahead = (speaks_of_ahead(context) and not is_running(context)) or to_be_spent(context)
    return ahead and not is_own_share(context) and not stands_from(context)


_RISES = word_list("rise_nouns")
_TAKING = word_list("taking_verbs")


def _rise_to(context: Context) -> bool:
    """`without a rapid increase in spending to 5 % of GDP`: what might be, where no past verb says that it was."""
    front = context.before(8)
    past = any(t.low in _PAST for t in context.parsed.tokens[context.bounds[0] : context.bounds[1]])
    return front[-1:] == ["to"] and bool((_RISES | _TAKING) & set(front)) and not past


_PAST = word_list("past_verbs")


def _a_stand(context: Context) -> bool:
    """`repeated that 2.1 per cent was enough`: what somebody wants, not what is spent."""
    wished = context.before(2) == ["to", "have"]  # "efforts to have 2 % of GDP allocated for defence"
    if held_to_be_right(context) or _an_idea_judged(context) or _in_a_plan(context):
        return True
    compared = {"different", "differently"} & set(context.after(8)) or "measurement" in context.before(3)
    own = "current" in context.before(5) and "spending" in context.before(3)  # "its current spending of 2 % is enough"
    return wished or bool(compared) or (bool({"enough", "sufficient"} & set(context.after(4))) and not own)


def _in_a_plan(context: Context) -> bool:
    """`the cabinet's decision includes 3.5 % of GDP for core defence`: what a plan holds, and nobody spends yet."""
    front = context.parsed.lows[: context.quantity.first]
    at = next((i for i, low in enumerate(front) if low in _HOLDING), 0)
    return not _PLANS.isdisjoint(front[:at]) and _SPENDING.isdisjoint(front[at:])


_HOLDING = frozenset({"includes", "contains", "comprises", "covers", "foresees", "envisages", "involves"})
_PLANS = frozenset(
    {
        "accord",
        "agreement",
        "deal",
        "decision",
        "draft",
        "package",
        "plan",
        "plans",
        "proposal",
        "resolution",
        "strategy",
    }
)


def _an_idea_judged(context: Context) -> bool:
    """`a defence budget of 2 % of GDP is not realistic`: a height somebody judges, and nobody's."""
    front = context.before(_IDEA_REACH)
    at = max((i for i, word in enumerate(front) if word in ("a", "an")), default=-1)
    if at < 0 or front[-1:] != ["of"] or len(front) - at > _IDEA_REACH:
        return False
    behind = context.after(_JUDGED_REACH)
    verb = next((i for i, word in enumerate(behind) if word in ("is", "was", "would", "seems")), None)
    return verb is not None and not _JUDGED.isdisjoint(behind[verb:]) and {",", ";"}.isdisjoint(behind[:verb])


_IDEA_REACH = 5
"""Tokens in front of a share that hold its noun and article: `a national defence budget of`."""
_JUDGED_REACH = 9
_JUDGED = frozenset(word for row in ("held_wrong", "feasible") for word in load_table("promise_doubts")[row]["words"])


def _a_goal(context: Context) -> bool:
    """`aims to spend more, with a target of 3 % of GDP`: a goal, where nobody is said to have come up to it."""
    front = context.before(2)
    if front[1:] != ["of"] or front[0] not in _GOALS:
        return False
    return _COME_UP.isdisjoint(context.parsed.lows[context.bounds[0] : context.quantity.first])


_GOALS = word_list("aims_agreed_on")
_COME_UP = (
    word_list("meeting_target")
    | word_list("met_verbs")
    | word_list("passing_verbs")
    | {"above", "below", "beyond", "over", "under", "short", "at"}
)


def _echo_of_a_plan(context: Context) -> bool:
    """`… will spend 4.8 billion in 2026. That is equal to 5.38 % of GDP`: of the plan's year, whichever it was."""
    opener = [t.low for t in context.parsed.tokens[: min(context.quantity.core[0], 9)]]
    at = next((i for i, word in enumerate(opener) if word in ("that", "this", "it")), len(opener))
    echo = bool({"equal", "corresponds", "amounts", "equivalent", "represents"} & set(opener[at : at + 4]))
    return echo and context.previous is not None and context.previous.cues.has("future")


def _share_of_the_plan(context: Context) -> Draft | None:
    """`… a record 200 billion zloty in 2026. This represents more than 4.8 % of GDP`: foreseen for the plan's year."""
    topic, on, at = context.topic, context.calendar.on, context.quantity.first
    told = context.previous.periods if context.previous is not None else []
    ahead = {p.value for p in told if len(p.value) == 4 and p.value.isdecimal() and on and int(p.value) >= on.year}
    if topic.measure != "expenditure" or len(topic.subject) != 1 or len(ahead) != 1:
        return None
    draft = _share_of(context, Found(topic.subject, at, at, carried=True), "share of GDP")
    if on is not None and ahead == {str(on.year)}:  # "In 2024 they will invest 380 billion. This amounts to 2 %"
        foretold = replaced(draft, modality=Modality.FORECAST, likely=True)
        return replaced(foretold, period=ahead.pop(), period_from="carried")
    plan = as_plan(draft, Modality.FORECAST)
    return replaced(plan, period=ahead.pop(), period_from="due")


def _plain_share(context: Context) -> Draft | None:
    """`Poland spent 4.12 % of GDP on defence in 2024`, `Canada is below 2 %`."""
    if not of_gdp(context) or context.quantity.number.value > MAX_SHARE:
        return None
    if not (
        context.cue_carried("defence")
        or context.share_topic()
        or context.defence_topic()
        or context.cue_sentence("target")
        or _bare_spending(context)
        or context.allied()
    ):
        return None
    if (context.cue_sentence("aid") and not context.cue("defence")) or context.aid_topic():
        return None
    if _echo_of_a_plan(context):
        return _share_of_the_plan(context)
    if split_goal(context) or _planned(context) or _rise_to(context) or _a_stand(context) or _a_goal(context):
        return None  # a plan that no rule of targets understood is no recorded share
    found = praised_for(context) or context.subject() or stands_at(context) or carried_subject(context)
    if found is not None and of_theirs(context, found.entities, found.last):
        return None
    if found is not None and of_one_in_the_group(context, found):
        found = whose_extreme(context, found)
    if found is None:
        return _of_the_country(context)
    if not _group_target(context, found):
        return _share_of(context, found, "share of GDP")
    return replaced(_share_of(context, found, "share of GDP"), likely=True) if spends_it(context, found) else None


def _of_the_country(context: Context) -> Draft | None:
    """`At present, 1.1 % of GDP is allocated for defence`, in a text that speaks of one country: likely its own."""
    country, lows = context.topic.country, context.parsed.lows
    named = any(s.kind != "pronoun" for s in context.parsed.subjects)
    told = not _ALLOCATED.isdisjoint(lows[context.quantity.core[1] : context.quantity.core[1] + 9])
    if not country or named or not told or context.quantity.number.value in GUIDELINES:
        return None
    if not context.cue("defence") or context.cue_before("future") or context.modality() is not Modality.FACT:
        return None
    at = context.quantity.first
    return replaced(_share_of(context, Found((country,), at, at, carried=True), "share of GDP"), likely=True)


_ALLOCATED = frozenset({"allocated", "spent", "devoted", "earmarked", "goes", "invested", "allotted", "assigned"})


def _bare_spending(context: Context) -> bool:
    """`Canada spends 1.37 percent of GDP.`: an ally, the verb, a share of the size of defence and no other object."""
    found = context.subject()
    verb = {"spend", "spends", "spent"} & set(context.before(2))
    behind = context.parsed.cues.hits.get("gdp", ())
    end = next((stop for start, stop in behind if start >= context.quantity.core[1]), context.quantity.core[1])
    object_said = context.parsed.tokens[end].low in ("on", "for", "in") if end < len(context.parsed.tokens) else False
    dated = any(p.first == end for p in context.parsed.periods)
    other = context.previous is not None and any(context.previous.cues.has(n) for n in ("other_spending", "economy"))
    return bool(verb) and found is not None and not found.carried and not (object_said and not dated) and not other


OWN_YEAR = 8
"""Tokens behind a share within which a year is its own: `from 3.26 % of its gross domestic product in 2023`."""
_STATED = word_list("stated_level")


def _group_target(context: Context, found: Found) -> bool:
    """A round guideline number beside the whole alliance is a target unless the words state a level."""
    if found.entities[0] not in ("NATO", "EUR", "EUR_CAN") or context.quantity.number.value not in THRESHOLDS:
        return False
    low, high = context.bounds
    return not any(t.low in _STATED for t in context.parsed.tokens[low:high])


def _carried_share(context: Context) -> Draft | None:
    """`Estonia (3.43 %)`, `Spain trailed at 1.24 per cent`, `up from 1.4 % in 2014`: a share of GDP by ellipsis."""
    q = context.quantity
    if context.after(2) in (["more", "than"], ["less", "than"], ["higher", "than"], ["lower", "than"]):
        return None  # "5 % of GDP, which is 3.7 % more than the current outlay": a difference
    if q.number.value > 6.5 or context.after(1) == ["of"] or not (context.share_topic() or context.cue_sentence("gdp")):
        return None
    if (context.cue_sentence("aid") and not context.cue("defence")) or context.aid_topic():
        return None
    if any(context.cue_sentence(name) for name in ("poll", "market", "economy", "foreign_aid")) or context.cue_near(
        "contract", 4
    ):
        return None
    rising = context.cue_near("growth", 2) or context.cue_near("decline", 2)
    if rising and not any(word in ("to", "from", "at") for word in context.before(2)):
        return None
    if (context.foreign_body() and context.subject() is None) or _planned(context) or _a_stand(context):
        return None
    if not (context.cue_carried("defence") or context.share_topic() or context.defence_topic()):
        return None  # a share of GDP, of what the text does not say
    found = context.subject() or stands_at(context) or (carried_subject(context) if _follows(context) else None)
    if found is None or "EU" in found.entities or _group_target(context, found):
        return None
    return foreseen_too(context, _share_of(context, found, "share of GDP, carried"))


def _follows(context: Context) -> bool:
    """`up from 1.48 per cent in 2022`, `In 2014 it was 1.16 per cent`: the subject was said right before."""
    words = [t.low for t in context.parsed.tokens[: context.quantity.core[0]]]
    return bool(context.earlier) or any(word in ("it", "that", "from") for word in words[-6:])


_REQUIRED = word_list("target_determiners") | {"required", "agreed", "already"}
_REACHING = frozenset({"reach", "reached", "reaches", "hit", "hits", "met", "meet", "meets"})


_LINE_TOLD = {"passed": ("above", ">"), "nearly": ("nearly", "~")}
_LEVELS = word_list("level_verbs")
_SPENDING = frozenset({"spending", "spends", "spent", "devoting", "devotes", "devoted", "allocated", "allocating"})


def _share_of(context: Context, found: Found, rule: str) -> Draft:
    q = context.quantity
    level = context.before(2)[:1] != [] and context.before(2)[0] in _LEVELS and context.before(1) == ["at"]
    when = period_of(context, ("in", "now", "ago")) if level else period_of(context)  # "sits at 1.5 percent"
    told = of_the_sum_in_front(context)
    when = When(told.period, told.period_from) if told is not None else when
    value, comparator = q.value, q.comparator
    front = [word for word in context.before(4) if word not in _REQUIRED]
    line = met_line(context)
    reached = (
        bool(_REACHING & set(front[-2:]))
        or line == "met"
        or counted_with_a_colon(context)
        or told_of_only_some(context)
    )
    if reached and comparator == "=" and q.number.value in GUIDELINES:
        value, comparator = (
            Interval(q.value.central if q.number.step >= 1 else q.value.low, math.inf, central=q.value.central),
            ">=",
        )  # "reached 2 percent" and more
    elif comparator == "=" and line in _LINE_TOLD:
        value, comparator = interval(q.number, _LINE_TOLD[line][0]), _LINE_TOLD[line][1]
    verb = bool(set(context.before(1)) & _SPENDING)
    stated = context.before(1)[-1:] in (["with"], ["at"], ["on"]) or (
        verb and context.before(2)[:1] != ["of"]
    )  # "falls short with 1.98 %": the share itself
    stated = (
        stated or context.before(1) == ["("] or is_own_share(context)
    )  # "below the line are Spain (1.24 %) and Italy (1.49 %)"
    if context.cue_near("missed", 6) and comparator == "=" and not stated and _misses(context):
        value, comparator = Interval(-math.inf, q.value.central, high_open=True, central=q.value.central), "<"
    if comparator == "=" and ("close", "to") in pairwise(context.before(5)):
        value, comparator = interval(q.number, "nearly"), "~"  # "comes close to spending 2 %"
    compared = is_held_against(context)
    guessed = False
    own = when.mention is not None and 0 <= when.mention.first - q.core[1] <= OWN_YEAR
    if compared and "from" in (*context.before(2), q.role) and not own:
        year = when.value if when.value.isdecimal() else ""
        when = replaced(when, value=str(int(year) - 1) if year else "", source="assumed")  # "to 4.12 % from 3.26 %"
        guessed = True
    draft = replaced(percent_base(context, "share_of_gdp", rule, found), comparison=compared, likely=guessed)
    end = when.mention.last if when.mention is not None and when.mention.first >= q.core[1] else draft.last
    return replaced(
        draft,
        last=max(draft.last, end if end - draft.last <= 6 else draft.last),
        value=value,
        comparator=comparator,
        period=when.value,
        period_from=when.source,
        modality=_told(context, draft),
    )


def of_the_sum_in_front(context: Context) -> Draft | None:
    """`a budget of 274 million euros, i.e. 1.85 % of GDP, and in 2024 it will`: a share that says a sum again is of the
    sum's own time."""
    lows, first = context.parsed.lows, context.quantity.first
    last = next((d for d in reversed(context.earlier) if d.measure == "expenditure"), None)
    ahead = last is not None and last.kind is Kind.PROMISE and "equivalent" not in lows[last.focus[1] : first]
    if last is None or ahead or not last.period or not 0 < first - last.focus[1] <= 6:
        return None
    between = [word for word in lows[last.focus[1] : first] if word not in (",", "(", ".", "about", "around", "some")]
    return (
        last
        if between
        in (
            ["which", "is", "equivalent", "to"],
            ["which", "is", "equal", "to"],
            ["i.e"],
            ["i.e."],
            ["ie"],
            ["or"],
            ["i", "e"],
            ["equivalent", "to"],
            ["equal", "to"],
        )
        else None
    )


def _told(context: Context, draft: Draft) -> Modality:
    """`will spend 1.57 % this year` foretells; a pledge beside a figure of the past makes it no pledge."""
    if stands_from(context):
        return Modality.FACT
    if draft.modality is Modality.PLEDGE:
        return Modality.FORECAST if is_running(context) else Modality.FACT
    return draft.modality


def _misses(context: Context) -> bool:
    low = context.bounds[0]
    return any(
        low <= start and end <= context.quantity.core[0] for start, end in context.parsed.cues.hits.get("missed", ())
    )
