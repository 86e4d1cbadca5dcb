"""Guidelines and targets: the 2 % target, what an ally plans to spend, the parts of the 5 %."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import Context, once
from burdenshare.reading.demanded_shares import demanded_share
from burdenshare.reading.drafts import Draft
from burdenshare.reading.due_years import due_of
from burdenshare.reading.found_subjects import TRAILING, Found
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.percents import MAX_SHARE, MIN_SHARE, of_gdp, percent_base
from burdenshare.reading.period_choice import When, agreement_year
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.replacing import replaced
from burdenshare.reading.standing_targets import standing_target, whose_target
from burdenshare.reading.tables import word_list
from burdenshare.reading.target_owners import (
    agreed_level,
    bloc_of_allies,
    definite_target,
    of_nobody_known,
    of_our_gdp,
    seen_as_a_line,
    some_of_them,
    somebody_elses,
    speaks_of_us,
    target_owner,
    welcomed,
)
from burdenshare.reading.target_parts import how_parted, part_note
from burdenshare.reading.told_done import told_as_done
from burdenshare.reading.vague_times import took_years
from burdenshare.reading.widths import interval


def target_rule(context: Context) -> Draft | None:
    """`the 2 % target`, `commitment of spending two per cent of GDP`, `Germany plans to spend 3.5 % of GDP by 2029`."""
    if stands_from(context):
        return None  # "to lift spending from 2.3 % to 2.5 %": the first is where it stands
    if context.after(1) in (["more"], ["less"]) and not of_gdp(context):
        return None  # "will spend 2 percent more": a rise
    wished = demanded_share(context)
    if wished is not None:
        return wished
    if welcomed(context):
        return None
    near = has_target_noun(context)
    share = of_gdp(context)
    value = context.quantity.number.value
    promised = speaks_of_ahead(context)
    carried = (promised or bool(set(context.after(3)) & _JUDGED)) and _by_ellipsis(context)
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
        or _gone_by_behind(context)
        or _but_one(context)
        or how_parted(context)
    ):
        return None
    if _met_or_missed(context) and share and not near and not promised:
        return None
    if not near and not (share and promised) and not carried:
        return None
    standing = standing_target(context)
    done = near and told_as_done(context)
    owner = target_owner(context) if standing is None else whose_target(context, standing)
    owner = None if done else owner  # "Norway had met the 2 per cent mark": the mark is the alliance's
    if owner is not None and owner.entities == ("NATO",) and of_our_gdp(context):
        owner = None
    ours = owner is None and speaks_of_us(context)
    if owner is None and not ours and standing is None and somebody_elses(context, near):
        return None
    found = owner or Found(("NATO",), context.quantity.first, context.quantity.first)
    nobodys = (ours and _at_home(context)) or (owner is None and standing is None and of_nobody_known(context))
    if owner is not None and (owner.entities[0] in ("NATO", "EUR", "EUR_CAN") or bloc_of_allies(context, owner)):
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
    draft = _own_value(context, draft)
    first, last = _target_words(context, draft)
    made = _agreed_year(context)
    missed = context.cue("missed") and owner is None and not _by_then(context, due)
    own = due if not missed and due.value[:4].isdecimal() and _ahead_of(due.value, context) else When("", "")
    if made[0] and due.mention is not None and due.mention.role == "by" and due.value[:4] > made[0]:
        made, own = ("", made[1]), due  # "agreed in 2014 to reach 2 % by 2024", read when that year had passed
    if made[0] and ours and own.value[:4] > made[0] and _REACHING & set(context.before(4)):
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


_JUDGED = frozenset({"enough", "sufficient", "start", "minimum"})
"""Behind a share these say what it ought to be: `2 % is a start`."""


def _at_home(context: Context) -> bool:
    """`Our purpose in the government is to reach 2 % of GDP`: a country speaks, and where nothing tells which one, it
    is not the alliance."""
    low = context.bounds[0]
    return not _COUNTRYS.isdisjoint(context.parsed.lows[low : context.quantity.first])


_COUNTRYS = frozenset({"government", "budget", "country", "parliament", "cabinet", "nation"})


def _gone_by_behind(context: Context) -> bool:
    """`with the European allies spending 2 % of GDP as recently as the year 2000`: what once was, no goal."""
    return "as recently as" in context.parsed.text(context.quantity.core[1], context.quantity.core[1] + 9)


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


_REACHING = word_list("reaching_verbs")
_LEFT_OUT = word_list("leaving_a_target")
_LEVELS = word_list("level_verbs")
_STANDING = frozenset({"the", "its", "their", "a", "current", "present", "today's", "now", "currently"})


def stands_from(context: Context) -> bool:
    """`from the current 3.7 % to 5 %`, `to 2 % from 0.95 % now`, `so far less than 2 %`: where it stands, no target."""
    if seen_as_a_line(context):
        return False  # "the current 2 % should be seen as a minimum"
    if definite_target(context) and not _LEFT_OUT.isdisjoint(context.before(5)):
        return False  # "an opt-out from the 5 % goal"
    if context.quantity.rule == "range" and "from" in context.before(1):
        return False  # "ought to lie somewhere from 3 to 3.5 per cent"
    front = [word for word in context.before(4) if word not in _STANDING]
    so_far = context.before(1) == ["so"] or context.before(2) == ["so", "far"] or context.before(2) == ["at", "present"]
    return front[-1:] == ["from"] or context.quantity.role == "from" or so_far or _spent_now(context)


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


def _allied(context: Context) -> bool:
    """Whether the sentence or the text around it speaks of defence or the alliance: banks have a 2 % target too."""
    if context.cue_sentence("defence") or any(s.entity in ("NATO", "EUR_CAN") for s in context.parsed.subjects):
        return True
    if any(context.cue_near(name, 9) for name in ("market", "economy", "foreign_aid", "other_spending")):
        return False
    return context.share_topic(8) or context.defence_topic(8)


_LIFTS = word_list("lifting_verbs")
_RUNNING = word_list("forecast_verbs")
_PROMISING = word_list("promising_verbs")
_NEEDING = frozenset({"need", "needs", "needed", "require", "requires", "required"})


def is_running(context: Context) -> bool:
    """`Poland will spend 4.12 % this year`, `are estimated to spend 2.0 %`: a forecast of the year, not a target."""
    low, _ = context.bounds
    words = {t.low for t in context.parsed.tokens[low : context.quantity.core[0]]}
    found = context.subject()
    reckoned = bool(_RECKONED & context.parsed.words)
    if not (words & _RUNNING or reckoned) or words & _PROMISING or found is None or found.carried:
        return False
    due = due_of(context).value[:4]
    on = context.calendar.on
    estimated = bool(words & {"estimated"}) and not due and not words & _NEEDING
    if not due and on is not None and _gone_by(context, on.year):
        return True
    return on is not None and (due == str(on.year) or estimated)


def _gone_by(context: Context, running: int) -> bool:
    """`the report indicated that the United States will spend 3.5 % of GDP in 2022`, read in 2024."""
    end = context.quantity.core[1]
    years = [p for p in context.parsed.periods if p.role == "in" and p.source == "explicit" and len(p.value) == 4]
    return any(0 <= p.first - end <= _OWN_YEAR and int(p.value) < running for p in years)


_OWN_YEAR = 6
"""Tokens between a share and its own year: `3.5 percent of GDP on defense in 2022`."""
_RECKONED = frozenset({"estimates", "estimate", "projections", "projection", "forecasts"})
"""`According to NATO's estimates Canada's budget should only reach 1.37 % this year`: reckoned, and no plan."""


def _start_of_pair(context: Context) -> int:
    """Where `from 2 percent to 5 percent` starts, else where the quantity does."""
    q = context.quantity
    if q.role != "to" and context.before(1) != ["to"]:
        return q.first
    before = [other for other in context.parsed.quantities if other.core[1] <= q.first and other.unit in ("%", "")]
    near = before and q.first - before[-1].core[1] <= 6
    opened = near and before[-1].first > 0 and context.parsed.tokens[before[-1].first - 1].low == "from"
    return before[-1].first - 1 if opened else q.first


def has_target_noun(context: Context) -> bool:
    """A target word close by, not the one of another number."""
    q = context.quantity
    low, high = context.bounds
    if _spends(context) and not definite_target(context):
        return False
    if standing_target(context) is not None or agreed_level(context) or seen_as_a_line(context):
        return True
    asides = [(a, b) for a, b in context.parsed.relatives if not a <= q.core[0] < b]
    pair = _start_of_pair(context)
    for start, end in context.parsed.cues.spans("target", max(low, pair - 9), min(high, q.core[1] + 7)):
        if end <= pair < q.first and pair - end <= 2:
            return True  # "raising the spending target from 2 to 5 percent of GDP"
        if any(a <= start < b for a, b in asides):
            continue
        if context.parsed.tokens[start].low in _LINES and q.number.value not in GUIDELINES:
            continue  # "above the 4-percent mark": a line somebody drew, no guideline
        between = (q.core[1], start) if start >= q.core[1] else (end, q.first)
        if not any(other is not q and between[0] <= other.core[0] < between[1] for other in context.parsed.quantities):
            return True
    return False


_MEANT = word_list("share_meant")


def _by_ellipsis(context: Context) -> bool:
    """`Germany will reach 3.5 per cent by 2029`, where the text speaks of shares of GDP and of nothing else."""
    said = context.cue_sentence("defence") and context.cue_sentence("spending")
    if not (said or context.share_topic() or context.defence_topic()) or context.quantity.number.value > 6:
        return False
    if context.after(1) == ["of"] or context.before(1) == ["by"]:
        return False
    if any(context.cue_sentence(name) for name in ("poll", "market", "economy", "foreign_aid", "aid", "equipment")):
        return False
    low, high = context.bounds
    lows = context.parsed.lows
    meant = not _MEANT.isdisjoint(lows[low:high]) or _pointed_back(context, lows[low : context.quantity.first])
    return meant and not (context.cue_near("growth", 3) and "to" not in context.before(2))


def _pointed_back(context: Context, front: list[str]) -> bool:
    """`Denmark spends 2.4 % of GDP. With the fund this percentage is expected to exceed 3 %`: the share told last."""
    if context.topic.measure != "share_of_gdp" or context.parsed.sentence.block > context.topic.block + 1:
        return False
    return any(a in _POINTING and b in _SHARES for a, b in pairwise(front))


_POINTING = frozenset({"this", "that", "the"})
_SHARES = frozenset({"percentage", "share", "figure", "proportion", "ratio"})
_LINES = word_list("line_nouns")
GUIDELINES = (2.0, 3.5, 5.0)
"""Shares of GDP the alliance has agreed on; only these are guidelines when called a mark or a threshold."""


def _spends(context: Context) -> bool:
    """`the U.S. spends just under 3.6 %`: one ally's verb right in front of the number."""
    verb = context.before(2)[-1:] in (["spends"], ["spent"], ["spend"]) or context.before(3)[-2:-1] in (
        ["spends"],
        ["spent"],
    )
    found = context.subject() if verb else None
    return found is not None and len(found.entities[0]) == 3 and found.entities[0] != "EUR"


def _ellipsis_of_guideline(context: Context) -> bool:
    return context.topic.measure == "guideline" and context.topic.block >= context.parsed.sentence.block - 1


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
    if _announced_rise(context) or _needed_rise(context):
        return True
    asides = [(a, b) for a, b in context.parsed.relatives if not a <= q.core[0] < b]
    ahead = [start for start, _ in context.parsed.cues.hits.get("future", ()) if low <= start < q.core[0]]
    if any(not any(a <= start < b for a, b in asides) for start in ahead):
        return not past_share(context)
    due = [p for p in context.parsed.periods if p.role == "by" and p.first >= low]
    parted = {t.text for p in due[:1] for t in context.parsed.tokens[q.core[1] : p.first]} & {";"}
    return bool(due) and not parted and context.calendar.on is not None


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


_NEEDED_THINGS = frozenset(
    {"necessity", "need", "importance", "urgency", "path", "pathway", "route", "roadmap", "timetable"}
)
"""In front of `to raising it to N %`: what ought to be, or the way there."""


def _announced_rise(context: Context) -> bool:
    """`has announced a rise to 3.5 per cent`, `with plans to elevate this to 4.7 %`: decided, not spent."""
    front = context.before(9)
    front = front[:-2] if front[-2:] == ["at", "least"] else front
    if front[-1:] != ["to"]:
        return False
    front = front[:-1]
    rise = next((i for i in range(len(front) - 1, -1, -1) if front[i] in _RISES), None)
    return rise is not None and bool(_ANNOUNCED & set(front[max(0, rise - 5) : rise]))


def _alone_in_spending(context: Context) -> bool:
    """`the only ally to spend more than 4 %`, `one of three to reach 2 %`: done, not planned."""
    front = context.before(8)
    if "to" not in front or _NEEDING & set(front):
        return False  # "would only need to spend 2.1 %"
    return bool({"only", "sole", "first"} & set(front[: front.index("to") + 1]))


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


_BEFORE_TARGET = word_list("target_determiners")


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
    return pointed and context.share_topic() and bool(_AGREEING & set(context.before(8)))


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
    if _asked_abroad(context):
        return None
    known = _the_known_share(context)
    told = _ellipsis_of_guideline(context) and ahead and context.quantity.number.value <= MAX_SHARE
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
        if (found and found.entities[0] in ("NATO", "EUR", "EUR_CAN")) or _another_ally_here(context)
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
