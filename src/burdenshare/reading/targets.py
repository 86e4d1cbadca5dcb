"""Guidelines and targets: the 2 % target, what an ally plans to spend, the parts of the 5 %."""

from __future__ import annotations

from burdenshare.reading.beside_lines import share_beside
from burdenshare.reading.context import Context
from burdenshare.reading.count_times import year_of_those_counted
from burdenshare.reading.decades_of_lines import counted_from_its_pledge
from burdenshare.reading.demanded_shares import demanded_share
from burdenshare.reading.drafts import Draft
from burdenshare.reading.due_years import due_of
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.levels_now import REACHING, is_own_share, stands_from
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.percents import MAX_SHARE, MIN_SHARE, of_gdp, percent_base
from burdenshare.reading.period_choice import When
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.replacing import replaced
from burdenshare.reading.rises_ahead import past_share, speaks_of_ahead
from burdenshare.reading.running_targets import gone_by_behind, is_running
from burdenshare.reading.seen_lines import falls_short_of, found_wanting
from burdenshare.reading.speaking_of_us import by_their_rules, of_our_gdp, speaks_of_us
from burdenshare.reading.standing_targets import standing_target, whose_target
from burdenshare.reading.tables import word_list
from burdenshare.reading.target_nouns import GUIDELINES, by_ellipsis, ellipsis_of_guideline, has_target_noun
from burdenshare.reading.target_owners import (
    bloc_of_allies,
    of_nobody_known,
    some_of_them,
    somebody_elses,
    target_owner,
    welcomed,
)
from burdenshare.reading.target_parts import how_parted, part_note
from burdenshare.reading.told_done import told_as_done, was_raised_to
from burdenshare.reading.widths import interval
from burdenshare.reading.years_of_agreements import agreement_year


def target_rule(context: Context) -> Draft | None:
    """`the 2 % target`, `commitment of spending two per cent of GDP`, `Germany plans to spend 3.5 % of GDP by 2029`."""
    if stands_from(context):
        return None  # "to lift spending from 2.3 % to 2.5 %": the first is where it stands
    if context.after(1) in (["more"], ["less"]) and not of_gdp(context):
        return None  # "will spend 2 percent more": a rise
    if context.before(1) == ["by"] and of_gdp(context) and not _RAISED.isdisjoint(context.before(_RAISED_REACH)):
        return None  # "to raise defense spending by 1.5% of GDP": how much more, and no target
    wished = demanded_share(context)
    if wished is not None:
        return wished
    if welcomed(context) or was_raised_to(context) or share_beside(context):
        return None
    near = has_target_noun(context)
    share = of_gdp(context)
    value = context.quantity.number.value
    promised = speaks_of_ahead(context)
    carried = (promised or bool(set(context.after(3)) & _JUDGED)) and by_ellipsis(context)
    if (
        not MIN_SHARE <= value <= MAX_SHARE
        or not (near or share or carried)
        or is_own_share(context)
        or not _allied(context)
    ):
        return None
    if not near and is_running(context):
        return None
    if (
        _told_of_a_sum(context)
        or _fulfilled_by(context)
        or gone_by_behind(context)
        or _but_one(context)
        or how_parted(context)
    ):
        return None
    if _met_or_missed(context) and share and not near and not promised:
        return None
    if not near and not (share and (promised or found_wanting(context))) and not carried:
        return None
    standing = standing_target(context)
    short = near and falls_short_of(context)
    done = short or (near and told_as_done(context))
    owner = target_owner(context) if standing is None else whose_target(context, standing)
    owner = None if done else owner  # "Norway had met the 2 per cent mark": the mark is the alliance's
    if owner is not None and owner.entities == ("NATO",) and of_our_gdp(context):
        owner = None
    ours = owner is None and not short and speaks_of_us(context)
    if owner is None and not ours and standing is None and somebody_elses(context, near):
        return None
    found = owner or Found(("NATO",), context.quantity.first, context.quantity.first)
    unowned = owner is None and standing is None and not short
    nobodys = (ours and _at_home(context)) or (unowned and of_nobody_known(context))
    if owner is not None and (_of_all(context, owner, near) or bloc_of_allies(context, owner)):
        found = Found(("NATO",), owner.first, owner.last)
    kind = Kind.PROMISE
    draft = percent_base(
        context,
        "guideline",
        "target",
        found if owner is not None and owner.entities[0] not in ("NATO",) else None,
        kind,
    )
    due = When("", "") if done else due_of(context)
    if found.entities == ("NATO",):
        due = When("", "") if due.mention is not None and year_of_those_counted(context, due.mention) else due
        due = counted_from_its_pledge(context, due)
    draft = _own_value(context, draft)
    first, last = _target_words(context, draft)
    made = _agreed_year(context)
    missed = context.cue("missed") and owner is None and not _by_then(context, due)
    own = due if not missed and due.value[:4].isdecimal() and _ahead_of(due.value, context) else When("", "")
    if made[0] and due.mention is not None and due.mention.role == "by" and due.value[:4] > made[0]:
        made, own = ("", made[1]), due  # "agreed in 2014 to reach 2 % by 2024", read when that year had passed
    if made[0] and ours and own.value[:4] > made[0] and REACHING & set(context.before(4)):
        made = ("", made[1])  # "we will reach the target set in 2014 as early as this year"
    return replaced(
        draft,
        subject=() if nobodys else found.entities,
        first=min(draft.first, first),
        last=max(draft.last, last, made[1]),
        period=made[0] or own.value,
        period_from="explicit" if made[0] else own.source,
        modality=Modality.FACT if near and not promised else draft.modality,
        background=_aside(context),
        ours=ours,
        note=part_note(context),
    )


_ALL = ("NATO", "EUR", "EUR_CAN")


def _of_all(context: Context, owner: Found, near: bool) -> bool:
    """Whether the line of a group is all allies': `Europe falls short of the 2 % target`, and not `European countries
    must raise spending to 4 %`, which is what Europe alone is to do."""
    if owner.entities[0] not in _ALL:
        return False
    return owner.entities == ("NATO",) or owner.carried or near


_RAISED = word_list("growing_verbs") | {
    "raise",
    "raises",
    "raising",
    "increase",
    "increases",
    "increasing",
    "boost",
    "lift",
}
_RAISED_REACH = 6
"""Tokens in front of a share: `raise their defense spending by`."""
_JUDGED = frozenset({"enough", "sufficient", "start", "minimum"})
"""Behind a share these say what it ought to be: `2 % is a start`."""


def _at_home(context: Context) -> bool:
    """`Our purpose in the government is to reach 2 % of GDP`: a country speaks, and where nothing tells which one, it
    is not the alliance."""
    low = context.bounds[0]
    return not _COUNTRYS.isdisjoint(context.parsed.lows[low : context.quantity.first])


_COUNTRYS = frozenset({"government", "budget", "country", "parliament", "cabinet", "nation"})


def _told_of_a_sum(context: Context) -> bool:
    """`to fulfil the objective with a sum equalling 3.57 % of its GDP`: what is spent, beside the goal it meets."""
    if not _EQUAL.isdisjoint(context.before(1)) and not context.cue_before("future"):
        return True
    lows, first = context.parsed.lows, context.quantity.first
    sums = [d for d in context.earlier if d.measure == "expenditure" and d.kind is Kind.FACT]
    return bool(sums) and lows[sums[-1].focus[1] : first] in ([","], [",", "just"], [",", "only"])


_EQUAL = frozenset({"equalling", "equaling", "totalling", "totaling"})


def _but_one(context: Context) -> bool:
    """`all NATO countries except the United States should spend 5 %`: neither the target of the one who is left out nor
    that of the whole alliance."""
    found = context.subject()
    if found is None or found.carried or found.last > context.quantity.first:
        return False
    front = context.parsed.lows[max(0, found.first - 3) : found.first]
    front = front[:-1] if front[-1:] == ["the"] else front
    return len(found.entities[0]) == 3 and bool(front) and front[-1] in word_list("excepting")


def _fulfilled_by(context: Context) -> bool:
    """`has fulfilled its commitment by allocating 2 % of GDP`: what it did, told beside what it had promised."""
    front = context.before(3)
    if len(front) < 2 or front[-2:-1] != ["by"] or front[-1] not in _DOING:
        return False
    stop = context.quantity.first - 2
    return context.parsed.cues.has("met", max(0, stop - 8), stop) and not context.cue_before("future")


_DOING = frozenset({"allocating", "spending", "devoting", "investing", "committing", "setting"})


def _by_then(context: Context, due: When) -> bool:
    """`Under the plan members would raise budgets to 3.5 % by 2032`: due, though a word of missing stands in front."""
    mention = due.mention
    if mention is None or mention.role != "by" or not speaks_of_ahead(context):
        return False
    parsed, q = context.parsed, context.quantity
    if mention.first <= 1 and not parsed.cues.has("missed", 0, q.core[1]):
        return True  # "By 2024 the cabinet aims to reach 1.66 %, which still falls short of the goal"
    return mention.first >= q.core[1] and parsed.lows[mention.first] not in ("until", "till")


def _allied(context: Context) -> bool:
    """Whether the sentence or the text around it speaks of defence or the alliance: banks have a 2 % target too."""
    if context.cue_sentence("defence") or any(s.entity in ("NATO", "EUR_CAN") for s in context.parsed.subjects):
        return True
    if any(context.cue_near(name, 9) for name in ("market", "economy", "foreign_aid", "other_spending")):
        return False
    return context.share_topic(8) or context.defence_topic(8)


_BEFORE_TARGET = word_list("target_determiners")


def _own_value(context: Context, draft: Draft) -> Draft:
    """`well above the 2 % target`: the words compare with the target; the target itself is 2, not more."""
    q = context.quantity
    between = [t.low for t in context.parsed.tokens[q.first : q.core[0]]]
    if between[:1] == ["beyond"] and q.first == 0:  # "Beyond the 2.5 % target, he pledged 3 %": besides it
        return replaced(
            draft, first=q.core[0], focus=(q.core[0], draft.focus[1]), comparator="=", value=interval(q.number, "plain")
        )
    noun_behind = any(q.core[1] <= start <= q.core[1] + 3 for start, _ in context.parsed.cues.hits.get("target", ()))
    determined = bool(between) and between[-1] in _BEFORE_TARGET
    if not (noun_behind and determined and q.rule != "plain"):
        return draft
    start = q.core[0]
    while start > 0 and context.parsed.tokens[start - 1].low in _BEFORE_TARGET - {"the"}:
        start -= 1
    return replaced(
        draft, first=start, focus=(start, draft.focus[1]), comparator="=", value=interval(q.number, "plain")
    )


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


def _ahead_of(due: str, context: Context) -> bool:
    """A due year is one to come, or this one; a past year beside a target is when something was agreed or met."""
    on = context.calendar.on
    return on is None or int(due.split("/")[-1][:4]) >= on.year


def _agreed_year(context: Context) -> tuple[str, int]:
    """`, agreed in 2014`: the year the target was made, and where the words end."""
    for mention in context.parsed.periods:
        on = context.calendar.on
        past = mention.value[:4].isdecimal() and (on is None or int(mention.value[:4]) < on.year)
        behind = mention.first >= context.quantity.core[1] and agreement_year(context.parsed, mention)
        if behind and _another_share_between(context, mention.first):
            continue  # "5 percent by 2035, more than double the 2 percent set at the Wales summit in 2014"
        if (
            mention.role == "in"
            and mention.source == "explicit"
            and past
            and (behind or _committed_then(context, mention))
        ):
            return mention.value[:4], mention.last if behind else 0
    return "", 0


def _another_share_between(context: Context, first: int) -> bool:
    return any(q.unit == "%" and context.quantity.core[1] <= q.core[0] < first for q in context.parsed.quantities)


def _committed_then(context: Context, mention: PeriodMention) -> bool:
    """`In 2014, leaders committed to move toward 2 %`: the year opens the sentence and an agreeing verb follows it."""
    between = [t.low for t in context.parsed.tokens[mention.last : context.quantity.first]]
    verbs = {"committed", "agreed", "pledged", "decided", "promised", "vowed"}
    return mention.first <= 2 and bool(verbs & set(between)) and not {"will", "would"} & set(between)


def _aside(context: Context) -> bool:
    """`…, well above the 2 % target that …`: the outlet's comparison, not the speaker's words."""
    low, _ = context.bounds
    tokens = context.parsed.tokens
    opener = tokens[low].low if low < len(tokens) else ""
    return (
        low > 0
        and tokens[low - 1].text == ","
        and opener in ("well", "far", "up", "compared", "above", "against", "versus", "down", "more", "double")
    )


def _met_or_missed(context: Context) -> bool:
    found = context.subject()
    single = found is not None and all(len(entity) == 3 and entity not in ("EUR",) for entity in found.entities)
    return single and (context.cue("missed") or (context.cue("met") and not context.cue_before("future")))


def _of_a_sum(context: Context) -> bool:
    """`55.6 billion euros (1.44 percent)`: what the sum comes to, and no target of its own."""
    at = context.quantity.first - 1
    return context.before(1) == ["("] and any(q.last == at and len(q.unit) == 3 for q in context.parsed.quantities)


def _asked_abroad(context: Context) -> bool:
    """`has called on Australia to increase this to about 3.5 %`: what a country outside the alliance is to do."""
    parsed, first = context.parsed, context.quantity.first
    return any(
        (len(s.entity) == 3 or s.entity == "OTHER")
        and s.entity not in context.calendar.bearers
        and s.names_a_body
        and context.bounds[0] <= s.first < first
        and parsed.lows[s.last : s.last + 1] == ["to"]
        for s in parsed.subjects
    )


def _another_ally_here(context: Context) -> bool:
    """`Washington expects 5 percent. Italy's minister called 3.5 percent realistic`: whom the text spoke of before
    does not own what is said in a sentence that names another."""
    named = {s.entity for s in context.parsed.subjects if s.entity in context.calendar.allies}
    return bool(named) and len(context.topic.subject) == 1 and context.topic.subject[0] not in named


def _the_known_share(context: Context) -> bool:
    """`“We decided collectively to go to this 5 %”`, in a text that told of it some paragraphs before."""
    pointed = context.before(1) in (["this"], ["that"]) and context.quantity.number.value in GUIDELINES
    if not pointed or not context.share_topic():
        return False
    return bool(_AGREEING & set(context.before(8))) or _opens_pointing(context)


def _opens_pointing(context: Context) -> bool:
    """`Allies will spend 5 percent. That 5 percent is a wish of Trump`: a sentence that opens by pointing at the line
    told last, and says what it is."""
    front = [low for low in context.parsed.lows[: context.quantity.first - 1] if low not in _MARKS]
    same = context.topic.threshold == context.quantity.number.value and context.topic.measure == "guideline"
    behind = context.after(2)
    is_said = behind[:1] in (["is"], ["was"], ["remains"]) or behind in (["figure", "is"], ["figure", "was"])
    return not front and same and is_said


_MARKS = frozenset({'"', "“", "”", "'", "‘"})


_AGREEING = frozenset({"decided", "agreed", "committed", "collectively", "together"})


def _who_plans(context: Context) -> tuple[str, ...]:
    """`Estonia has reached this and plans to exceed the 3-percent mark soon`: the one ally that opens the sentence."""
    parsed, first = context.parsed, context.quantity.first
    named = [s for s in parsed.subjects if s.kind != "pronoun" and s.first < first]
    if len(named) != 1 or named[0].first or named[0].entity not in context.calendar.allies or named[0].possessive:
        return ()
    return (named[0].entity,) if not _PLANNING.isdisjoint(parsed.lows[named[0].last : first]) else ()


_PLANNING = word_list("planning_verbs")


def carried_target_rule(context: Context) -> Draft | None:
    """`it will be considerably more than the 2 % we were used to`: a guideline by ellipsis."""
    if context.foreign_body() or is_own_share(context) or stands_from(context) or _of_a_sum(context):
        return None
    if {"current", "currently"} & set(context.before(6)) and "target" not in context.parsed.cues.hits:
        return None  # "a leap from the current budget of just over 2 percent"
    ahead = (
        speaks_of_ahead(context)
        or (context.cue("future") and not past_share(context))
        or bool(set(context.after(4)) & {"meant", "enough", "sufficient"})
    )
    if context.before(1) == ["by"]:
        return None  # "will be cutting its budget by 2.5 percent": how much less, and no target
    if _asked_abroad(context) or (context.after(1) in (["more"], ["less"]) and context.after(3)[1:2] != ["or"]):
        return None  # "will spend 3 % more on defence compared to last year": a rise
    known = _the_known_share(context)
    ahead = ahead or known
    told = ellipsis_of_guideline(context) and ahead and context.quantity.number.value <= MAX_SHARE
    if not (told or known) or context.cue_after("growth", 3) or context.cue("market"):
        return None
    draft = percent_base(context, "guideline", "target, carried", None, Kind.PROMISE)
    due = due_of(context)
    if known:
        return replaced(draft, subject=("NATO",), period=due.value, period_from=due.source, likely=True)
    found = context.subject()
    owner = target_owner(context)
    subject = (
        owner.entities
        if owner
        else _who_plans(context) or ("NATO",)
        if (found and found.entities[0] in _ALL and not by_their_rules(context, found.first))
        or _another_ally_here(context)
        else context.topic.subject
    )
    ours = owner is None and found is None and speaks_of_us(context) and not some_of_them(context)
    return replaced(
        draft,
        subject=subject or ("NATO",),
        period=due.value,
        period_from=due.source,
        note=part_note(context),
        ours=ours,
    )
