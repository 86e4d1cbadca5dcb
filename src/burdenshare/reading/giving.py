"""Help to Ukraine in money, by the strict rules: whose, of which year, given or to come."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.aid_spans import counted_to
from burdenshare.reading.aid_told_on import (
    brought_to,
    moves_from,
    next_in_rank,
    part_of_the_sum,
    told_again,
    would_move_to,
)
from burdenshare.reading.context import Context
from burdenshare.reading.conversions import end_behind
from burdenshare.reading.drafts import Draft
from burdenshare.reading.due_years import due_of
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.gifts import (
    a_package_of_it,
    another_gift,
    for_itself,
    kinds_of_help_behind,
    of_a_programme,
    spent_on_it,
    told_behind_its_name,
)
from burdenshare.reading.given_before import told_apart
from burdenshare.reading.kinds_told import heading_end
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.period_choice import When, period_of
from burdenshare.reading.receivers import HELPED_ELSEWHERE, helps_another
from burdenshare.reading.replacing import replaced
from burdenshare.reading.sum_bases import carried_owner, sum_base
from burdenshare.reading.tables import load_table, word_list
from burdenshare.reading.tokens import Token

_RULE = "aid to Ukraine"
DENIED = "not understood: a sum that is denied"
DIFFERENCE = "not understood: a difference between two amounts of aid"
PART = "not understood: a part of a sum of aid"


def _of_the_purse(context: Context) -> Found | None:
    """`That is on top of £3 billion each year for Ukraine`: money that only one country spends."""
    entity = load_table("glean_sums")["single_purse"]["currencies"].get(context.quantity.unit)
    named = any(s.names_a_body and s.entity in context.calendar.bearers for s in context.parsed.subjects)
    at = context.quantity.first
    return None if entity is None or named else Found((entity,), at, at, carried=True)


def _says_nato(context: Context) -> bool:
    return any("nato" in t.low or t.low == "alliance" for t in context.parsed.tokens)


def is_aid(context: Context) -> bool:
    if part_of_the_sum(context) or next_in_rank(context):
        return True
    told = any(draft.rule == _RULE for draft in context.earlier)
    fresh = context.topic.measure == "aid" and context.parsed.sentence.block - context.topic.block <= 2
    giving = bool(_GIVING & {*context.before(5), *context.after(4)})
    fresh = fresh or _spoken_of_last(context)
    of_it = bool({"including", "which"} & set(context.before(3))) and context.cue_sentence("aid")
    if (fresh and giving and not context.cue_sentence("defence")) or of_it or told_again(context):
        return True
    if giving and context.parsed.cues.has("aid", 0, heading_end(context.parsed, context.quantity.first)):
        return True
    if _a_part_of_it(context) or another_gift(context) or for_itself(context):
        return told and not for_itself(context)
    announced = not _ANNOUNCED.isdisjoint(context.before(3))
    if ((giving or announced) and _for_its_forces(context)) or _to_strengthen_it(context):
        return True
    if spent_on_it(context):
        return True
    if (giving and a_package_of_it(context)) or told_behind_its_name(context) or kinds_of_help_behind(context):
        return True
    near = context.cue_near("aid", 9) or (context.cue("aid") and not context.cue("defence"))
    return told or near


_GIVING = word_list("giving_words")


def _spoken_of_last(context: Context) -> bool:
    """`Kyiv's backers have committed 400 billion euros. The EU gave 138 billion`: of help, though no figure told so
    before; not where the text has turned to what is spent at home since."""
    topic, block = context.topic, context.parsed.sentence.block
    return context.aid_topic() and block - topic.aid_at <= 1 and topic.aid_at >= topic.money_at


def _a_part_of_it(context: Context) -> bool:
    """`raised it to NOK 180 billion, of which 85 is for Ukraine`: only the part behind is help."""
    lows, end = context.parsed.lows, context.quantity.core[1]
    of_which = next((i for i in range(end, min(end + 4, len(lows) - 1)) if lows[i : i + 2] == ["of", "which"]), None)
    return of_which is not None and not context.parsed.cues.has("aid", context.bounds[0], of_which)


def _for_its_forces(context: Context) -> bool:
    """`has allocated €1.5 billion to pay for weapons for the Ukrainian armed forces`: who gets it stands behind."""
    lows, end = context.parsed.lows, context.quantity.core[1]
    for s in context.parsed.subjects:
        towards = {"to", "for"} & set(lows[max(end, s.first - 2) : s.first])
        between = {"spending", "budget", ";"} & set(lows[end : s.first])
        if s.entity == "UKR" and s.first >= end and towards and not between:
            return not context.other_quantity_between(end, s.first)
    return False


_ANNOUNCED = frozenset({"announced", "announces", "unveiled", "unveils"})
_STRENGTHENING = word_list("strengthening_verbs")


def _to_strengthen_it(context: Context) -> bool:
    """`Norway will spend 2 billion kroner to strengthen Ukraine's army`: whom the money makes stronger."""
    lows, end = context.parsed.lows, end_behind(context.parsed, context.quantity)
    return any(
        s.entity == "UKR"
        and s.first - 2 >= end
        and lows[s.first - 2] == "to"
        and lows[s.first - 1] in _STRENGTHENING
        and not context.other_quantity_between(end, s.first)
        for s in context.parsed.subjects
    )


def _behind_brackets(context: Context) -> list[Token]:
    """The two tokens behind the sum, and behind its conversion in brackets."""
    tokens, at = context.parsed.tokens, context.quantity.core[1]
    inside = any(t.text == "(" for t in tokens[max(0, context.quantity.first - 2) : context.quantity.first])
    if inside or (tokens[at : at + 1] and tokens[at].text == "("):
        at = next((i + 1 for i in range(at, min(at + 9, len(tokens))) if tokens[i].text == ")"), at)
    return tokens[at : at + 2]


def _difference(context: Context) -> bool:
    """`Europe's aid exceeds that of the United States by 23 billion`, `the gap has grown to 23 billion`."""
    words = {t.low for t in context.parsed.tokens}
    behind = [t.low for t in _behind_brackets(context)]
    if behind[:1] == ["less"] or behind[:2] == ["more", "than"]:
        return True  # "the US allocated 23 billion (26 billion dollars) less"
    if context.before(1)[-1:] == ["by"] and (_GROWING & set(context.before(8)) or words & _EXCEEDING):
        return True
    if _by_so_much(context) or _opened_as_one(context):
        return True
    near = {*context.before(8), *context.after(3)}
    return bool(words & {"gap", "lead"} or near & {"difference"}) or behind[:1] in (
        ["increase"],
        ["rise"],
        ["boost"],
        ["drop"],
    )


def _receives(context: Context, found: Found) -> bool:
    """`$20 billion for Ukraine and US allies in the region and $8.5 billion to …`: who is helped along with Ukraine."""
    lows = context.parsed.lows
    if found.carried or found.first < 2:
        return False
    kyiv = next((s for s in context.parsed.subjects if s.entity == "UKR" and s.last == found.first - 1), None)
    return kyiv is not None and lows[kyiv.last] == "and" and lows[kyiv.first - 1] in ("for", "to")


def _opened_as_one(context: Context) -> bool:
    """`The difference between what Europe made available and what the United States allocated has grown to 23 billion`:
    the sentence is on how far two are apart."""
    lows, first = context.parsed.lows, context.quantity.first
    at = next((i for i in range(first) if lows[i : i + 2] in (["difference", "between"], ["disparity", "between"])), -1)
    return at >= 0 and not any(at < q.core[0] < first and len(q.unit) == 3 for q in context.parsed.quantities)


def _by_so_much(context: Context) -> bool:
    """`has given Ukraine more than the United States, by about 23 billion`: how much more, and no sum of aid."""
    lows, first = context.parsed.lows, context.quantity.first
    front = lows[max(0, first - 14) : first]
    return front[-1:] == ["by"] and "than" in front and bool({"more", "less", "fewer"} & set(front))


_GROWING = word_list("growing_verbs")
_EXCEEDING = frozenset({"exceeds", "exceeded", "exceed", "overtook", "surpassed", "outstripped"})


def aid_draft(context: Context) -> Draft | str:
    if _difference(context):
        return DIFFERENCE
    if part_of_the_sum(context) or _of_that_whole(context):
        return PART  # "€20 billion out of €42 billion": the whole, whoever gave it
    if helps_another(context):
        return HELPED_ELSEWHERE
    if bought_for_oneself(context):
        return "another topic: a contract, fund or price"
    if context.before(1) == ["not"]:
        return DENIED
    near = (
        _vowed_by(context)
        or of_a_programme(context)
        or _given_by(context)
        or _owned(context)
        or _donors(context)
        or _in_front(context)
        or _helper(context)
    )
    found = near or _by_its_leader(context) or carried_owner(context) or _same_donor(context) or _of_the_purse(context)
    if found is not None and _receives(context, found):
        return "not understood: whose aid it is"
    if found is None and {"leaders", "allies", "alliance"} & set(context.parsed.lows[: context.quantity.first]):
        found = Found(("NATO",), context.quantity.first, context.quantity.first)
    if found is None:
        return "not understood: whose aid it is"
    if found.entities == ("NATO",) and {"EU"} & {s.entity for s in context.parsed.subjects} and not _says_nato(context):
        found = replaced(found, entities=("EU",), open=())  # "the EU and its member states have committed"
    when = _own_time(context, _aid_year(context))
    span = counted_to(context)
    if span is not None and (span.source == "explicit" or when.source not in ("explicit", "relative")):
        counted = sum_base(context, "aid", _RULE, found)
        return replace(
            counted,
            kind=Kind.FACT,
            modality=Modality.FACT if counted.modality is Modality.FORECAST else counted.modality,
            likely=near is None and found.carried,
            period=span.value,
            period_from=span.source,
        )
    on, year = context.calendar.on, when.value[:4]
    later = on is not None and when.source == "explicit" and year.isdecimal() and int(year) > on.year
    ahead = (_aid_to_come(context) and not _gone_by(context, when) and not brought_to(context)) or _next_year(context)
    ahead = ahead or later or would_move_to(context)
    if ahead and moves_from(context):
        return replace(sum_base(context, "aid", _RULE, found), modality=Modality.FACT, likely=True)
    draft = sum_base(context, "aid", _RULE, found)
    doubtful = (near is None and found.carried) or len(when.value) > 4 or next_in_rank(context)
    draft = replace(draft, likely=doubtful)
    if ahead:
        due = due_of(context)
        when = due if due.value and due.mention is not None else when
    # "since 2022" is the whole of what was given: the sources' own sums, which begin there.
    running = any(t.low == "since" for t in context.parsed.tokens)
    fits = len(when.value) in (4, 7, 9, 15)
    dated = (when.source == "explicit" or (when.source in ("relative", "due") and fits)) and not running
    return replace(
        draft,
        kind=Kind.PROMISE if ahead else Kind.FACT,
        period=when.value if dated else "",
        period_from=when.source if dated else "",
    )


def _of_that_whole(context: Context) -> bool:
    """`20 billion out of €42 billion`, `out of the promised €144 billion`."""
    front = context.before(5)
    at = next((i for i in range(len(front) - 2, -1, -1) if front[i : i + 2] == ["out", "of"]), None)
    return at is not None and all(low in _OF_A_WHOLE for low in front[at + 2 :])


_OF_A_WHOLE = frozenset(
    {"a", "the", "total", "overall", "some", "promised", "pledged", "committed", "announced", "allocated", "planned"}
)


def _own_time(context: Context, when: When) -> When:
    """`committed 14 billion, of which 5.4 billion came in 2025`: what stands behind is the time of the part alone."""
    if when.mention is None or when.mention.first < context.quantity.core[1]:
        return when
    between = context.parsed.lows[context.quantity.core[1] : when.mention.first]
    part = "which" in between or "including" in between
    later = any(context.quantity.core[1] <= q.first < when.mention.first for q in context.parsed.quantities)
    return When("", "") if part and later else when


def _given_by(context: Context) -> Found | None:
    """`€16bn in military aid from the five Nordic allies, €5.4bn from London`: the giver stands behind."""
    tokens, end = context.parsed.tokens, context.quantity.core[1]
    # "€89.9 billion to Ukraine, against 67 billion from Europe": the next sum has a giver of its own
    sums = [q.first for q in context.parsed.quantities if q.first >= end and (len(q.unit) == 3 or q.number.scale > 1)]
    stop = min([*sums, end + 10, len(tokens)])
    for s in context.parsed.subjects:
        front = {t.low for t in tokens[max(end, s.first - 3) : s.first]}
        if end <= s.first < stop and s.entity in context.calendar.bearers and "from" in front and s.names_a_body:
            return Found((s.entity,), s.first, s.last, s.open)
    return None


def bought_for_oneself(context: Context) -> bool:
    """`Germany, which helps Ukraine, signed a deal with a maker worth €8 billion`: bought, and for nobody's help."""
    low, first = context.bounds[0], context.quantity.first
    front = [t.low for t in context.parsed.tokens[max(low, first - 8) : first]]
    ends = [i for i, word in enumerate(front) if word in (";", ":")]
    near = set(front[ends[-1] + 1 if ends else 0 :])
    behind = context.parsed.tokens[first : context.quantity.core[1] + 8]
    given = near & _GIVING or any(t.low in ("ukraine", "kyiv", "ukrainian", "aid", "assistance") for t in behind)
    return context.before(1) == ["worth"] and bool(near & _BOUGHT_WORDS) and not given


_BOUGHT_WORDS = word_list("bought_for_oneself")


def _donors(context: Context) -> Found | None:
    """`European donors had allocated €90 billion`: a nationality with a noun of giving in front of the sum."""
    lows, first = context.parsed.lows, context.quantity.first
    for s in reversed(context.parsed.subjects):
        if s.last < first and s.kind in ("adjective", "demonym") and s.entity in context.calendar.bearers:
            apart = any(q.core[0] > s.last and q.core[1] <= first for q in context.parsed.quantities)
            if lows[s.last : s.last + 1] and lows[s.last] in word_list("donor_nouns") and not apart:
                return Found((s.entity,), s.first, s.last)
    return None


def _in_front(context: Context) -> Found | None:
    """The subject of the clause; one that stands behind the sum only where it is led in as the giver."""
    found = context.subject()
    if found is None or found.carried or found.first < context.quantity.core[1]:
        return found
    led = {"from", "by", "of"} & set(context.parsed.lows[max(0, found.first - 2) : found.first])
    return found if led else None


def _owned(context: Context) -> Found | None:
    """`and Norway's support programme worth €6.6 billion`, `by Germany worth €619 million`: the name nearest in front
    of the sum, behind the sum before it, where a possessive or `by` makes it the giver."""
    tokens, first = context.parsed.tokens, context.quantity.first
    if context.before(1) not in (["worth"], ["of"]):
        return None
    ends = [q.core[1] for q in context.parsed.quantities if q.core[1] <= first and len(q.unit) == 3]
    low = max([*ends, first - _OWNED_REACH, 0])
    near = [s for s in context.parsed.subjects if low <= s.first and s.last < first and s.names_a_body]
    if not near or near[-1].entity not in context.calendar.bearers:
        return None
    s = near[-1]
    giver = s.possessive or (tokens[s.first - 1].low in ("by", "from", "of") and s.last == first - 1)
    return Found((s.entity,), s.first, s.last, s.open) if giver else None


def _vowed_by(context: Context) -> Found | None:
    """`At the NATO summit he reaffirmed Britain's commitment to giving at least £3 billion a year`: whose vow it is."""
    lows, first = context.parsed.lows, context.quantity.first
    for s in reversed(context.parsed.subjects):
        near = s.possessive and s.last < first <= s.last + _OWNED_REACH and s.entity in context.calendar.bearers
        if near and lows[s.last] in _VOWS and lows[s.last + 1] in ("to", "of") and s.names_a_body:
            apart = context.other_quantity_between(s.last, first)
            return None if apart else Found((s.entity,), s.first, s.last, s.open)
    return None


_VOWS = frozenset({"commitment", "pledge", "promise", "offer", "vow", "plan", "decision"})


def _by_its_leader(context: Context) -> Found | None:
    """`President Biden has used the authority to send $24.9 billion to Ukraine`: the country of who governs it."""
    low, first = context.bounds[0], context.quantity.first
    for person in reversed([p for p in context.parsed.persons if low <= p.first and p.last <= first]):
        homes = {context.calendar.serves(name) for name in person.candidates}
        home = homes.pop() if len(homes) == 1 else ""
        return Found((home,), first, first, carried=True) if home in context.calendar.allies else None
    return None


def _same_donor(context: Context) -> Found | None:
    """`The aid comprises security assistance ($18.3 billion), …`: parts in brackets, right behind the whole of a donor
    whom the text named last."""
    topic, at = context.topic, context.quantity.first
    fresh = topic.measure == "aid" and context.parsed.sentence.block - topic.block <= 1
    named = any(s.names_a_body and s.entity != "UKR" for s in context.parsed.subjects)
    if not fresh or named or context.before(1) != ["("] or not topic.subject:
        return None
    return Found(topic.subject, at, at, tuple(topic.holes), carried=True)


_OWNED_REACH = 9
"""Tokens between a giver and the sum of its programme."""


def _next_year(context: Context) -> bool:
    """`has committed to providing €8.3 billion for the coming year`: a year to come, so none of it has been given."""
    due, on = due_of(context), context.calendar.on
    told = due.mention is not None and due.mention.source == "relative" and due.value.isdecimal()
    if due.mention is not None and told_apart(context, due.mention.last):
        return False
    return told and on is not None and int(due.value) > on.year


def _helper(context: Context) -> Found | None:
    """`Polish help for Ukraine`: a nationality right in front of the help owns it."""
    tokens = context.parsed.tokens
    for s in context.parsed.subjects:
        people = s.kind in ("adjective", "demonym") and s.entity in context.calendar.bearers
        if people and _HELP & {t.low for t in tokens[s.last : s.last + 3]}:
            return Found((s.entity,), s.first, s.last)
    return None


_HELP = word_list("help_nouns")


def opening_time(context: Context) -> When | None:
    """`In January and February Britain allocated €360m, Germany €450m`: the time at the head of a list is that of all
    its sums; months without a year are the last ones gone by."""
    on, tokens = context.calendar.on, context.parsed.tokens
    sums = [q.first for q in context.parsed.quantities if len(q.unit) == 3]
    heads = [p for p in context.parsed.periods if p.role == "in" and p.last <= min(sums, default=0)]
    if on is None or not heads or (heads[0].first and tokens[heads[0].first - 1].text not in _LIST_OPENERS):
        return None
    if any(heads[-1].last <= p.first <= context.quantity.core[1] + 2 for p in context.parsed.periods):
        return None  # "in 2024 Norway gave 27 billion, and 85 billion for 2025"
    year = heads[-1].value[:4] if heads[-1].value[:4].isdecimal() else ""
    months = [p.value[-2:] for p in heads if len(p.value) == 7 or p.value.startswith("--")]
    if len(months) != len(heads) or not all(month.isdecimal() for month in months):
        return (
            When(year, heads[-1].source, heads[-1]) if year and len(heads) == 1 and len(heads[0].value) == 4 else None
        )
    year = year or str(on.year - (int(months[-1]) > on.month))
    span = dict.fromkeys(f"{year}-{month}" for month in (months[0], months[-1]))
    return When("/".join(span), "relative", heads[-1])


_LIST_OPENERS = (":", ";", "—", ",", '"', "“")
"""What stands in front of the time at the head of a list."""


def _aid_year(context: Context) -> When:
    """The year of help: also `committed to Ukraine in 2025`, where the committing is what the year dates."""
    opened = opening_time(context)
    if opened is not None:
        return opened
    when = period_of(context, ("in", "since", "to", "from"))
    if when.source in ("explicit", "relative"):
        return when
    low, high = context.bounds
    years = [p for p in context.parsed.periods if p.role == "in" and p.source == "explicit" and len(p.value) == 4]
    near = [p for p in years if low <= p.first < high]
    return When(near[0].value, "explicit", near[0]) if len(near) == 1 else when


def _gone_by(context: Context, when: When) -> bool:
    """`pledged €3.3 billion in 2024`, read later: what was pledged in a year gone by stands in the books."""
    on = context.calendar.on
    told = when.source in ("explicit", "relative") and when.value[:4].isdecimal()
    dated = when.mention is not None and when.mention.role == "in"
    return told and dated and on is not None and int(when.value[:4]) < on.year


def _aid_to_come(context: Context) -> bool:
    """`will give`, `pledged`; but what a donor `committed` stands in the books."""
    end = context.quantity.core[0] + 2
    spans = context.parsed.cues.spans("future", context.bounds[0], end)
    if spans and told_apart(context, spans[-1][1]):
        return False
    words = {context.parsed.text(first, last) for first, last in spans}
    behind = context.parsed.text(context.quantity.core[1], context.bounds[1])
    late = "within the next" in behind or behind.startswith(_STILL_DUE)
    return late or bool(words - {"committed", "commitments", "commitment"})


_STILL_DUE = (", is due to", ", are due to", ", is to be", ", will be", "is due to be", "will be", "is to be")
"""Behind a sum of help: it has not been given yet."""
