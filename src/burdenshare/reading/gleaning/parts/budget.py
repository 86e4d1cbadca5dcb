"""Parts of one country's defence budget: equipment, personnel, infrastructure and the rest."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from burdenshare.reading.context import Context
from burdenshare.reading.decades_of_lines import counted_from_its_pledge
from burdenshare.reading.drafts import Draft
from burdenshare.reading.due_years import due_of
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.gleaning.growth.marks import Mark, marks, of_kinds
from burdenshare.reading.gleaning.parts.moving_parts import share_on_the_move
from burdenshare.reading.gleaning.parts.statement import nearest, part_statement, parted
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.other_wholes import asked_beside
from burdenshare.reading.percents import of_gdp
from burdenshare.reading.tables import word_list
from burdenshare.reading.widths import interval

HEADS = ("equipment_share", "personnel_share", "infrastructure_share", "other_share")
SMALL = 6.0
GUIDELINE = 20.0
"""A fifth of the budget for major equipment, agreed in 2014."""
_PURSE = word_list("owned_nouns") | {"total", "money", "outlays", "expenditure", "spending", "budget", "defence"}
_KNOWN = frozenset({"the", "that", "this", "nato"})
_AGREED = frozenset({"agreed", "committed", "pledged"})
_INTO = frozenset({"for", "on", "to", "into", "in", "buys", "is", "was", "goes", "went", "of"})


def budget_part(context: Context, found: list[Mark]) -> Draft | None:
    """`48 % of Hungarian defence spending went on kit`, `the 20 % guideline for equipment`."""
    if of_gdp(context) or not 0 < context.quantity.value.central < 100:
        return None
    found = _with_lead(context, found)
    head = _head(context, found) or _told_head(context, found) or _pointed_head(context)
    if head is None:
        return None
    guideline = _guideline(context, head)
    if guideline is not None:
        return guideline
    if context.quantity.value.central <= SMALL and not _of_budget(context, found) and context.cue_carried("target"):
        return None  # "the additional 1.5 % on infrastructure": of GDP
    whole = _whole(context, found) or _portion_named(context, head)
    told = any(d.measure in HEADS for d in context.earlier) or _lists_the_head(context)
    told = told or bool(share_on_the_move(context, HEADS))
    if not whole and not told:
        return None
    if _other_words(context, found) or (head.kind != "personnel_share" and context.cue("market")):
        return None
    owner = _owner(context)
    if head.first == context.quantity.first and owner is not None and owner.entities[:1] == ("NATO",):
        owner = _one_ally_in_front(context) or owner  # "Croatia is second to last of the alliance, with 9.5 % for it"
    if owner is None or not owner.entities:
        return None
    promise = _foretold(context, head) and not context.cue("estimate") and context.before(1) != ["from"]
    sure = whole and context.cue("defence") and not owner.carried
    rule = f"{head.kind.replace('_', ' ')}, second look"
    return part_statement(context, head.kind, rule, owner, likely=not sure, promise=promise)


def _foretold(context: Context, head: Mark) -> bool:
    """Whether words in front say that the part is still to come; `the share going to equipment` is no such word, for
    the head stands where a verb would."""
    low, high = context.bounds[0], context.quantity.core[0] + 2
    lows = context.parsed.lows
    spans = context.parsed.cues.spans("future", low, high)
    return any(lows[start:end] != ["going", "to"] or not end <= head.first <= end + 2 for start, end in spans)


def _pointed_head(context: Context) -> Mark | None:
    """`As for equipment, Croatia lags, with 9.5 % of the defence budget earmarked for it`: the one head that the
    sentence named in front."""
    behind, first = context.after(_POINTED), context.quantity.first
    if ("for", "it") not in pairwise(behind) and ("on", "it") not in pairwise(behind):
        return None
    named = of_kinds(marks(context.parsed, 0, first), *HEADS)
    return Mark(first, first, named[-1].kind) if len({m.kind for m in named}) == 1 else None


def _one_ally_in_front(context: Context) -> Found | None:
    front = [s for s in context.parsed.subjects if s.last <= context.quantity.first and s.kind == "country"]
    one = front[-1] if front and len({s.entity for s in front}) == 1 else None
    return Found((one.entity,), one.first, one.last) if one and one.entity in context.calendar.allies else None


_POINTED = 8
"""Tokens behind the figure: `of the defence budget earmarked for it`."""


def _with_lead(context: Context, found: list[Mark]) -> list[Mark]:
    """`Equipment: 20.4 % of spending`: the head stands in front of a colon; the clause's marks with those before it."""
    low, high = context.bounds
    tokens = context.parsed.tokens
    return marks(context.parsed, low - 5, high) if low and tokens[low - 1].text == ":" else found


def _told_head(context: Context, found: list[Mark]) -> Mark | None:
    """`and Portugal 20.1 percent`: the head of the figure in front, where this one names none and another owner."""
    told = context.earlier[-1] if context.earlier else None
    first = context.quantity.first
    if told is None and _lists_the_head(context):
        return Mark(first, first, context.topic.measure)
    moving = share_on_the_move(context, HEADS)
    if moving:
        return Mark(first, first, moving)
    if told is None or told.measure not in HEADS or context.cue("gdp"):
        return None
    named = any(
        told.focus[1] <= s.first < first and s.entity in context.calendar.allies for s in context.parsed.subjects
    )
    if context.before(1) == ["from"] and 0 < first - told.focus[1] <= _FROM_WITHIN:
        return Mark(first, first, told.measure)
    return Mark(first, first, told.measure) if named and not of_kinds(found, "thing", "world") else None


_FROM_WITHIN = 5
"""Words between a part and where it stood: `to 34 percent in 2025 from 14 percent in 2014`."""


def _lists_the_head(context: Context) -> bool:
    """`20 per cent should go to equipment. Ten met this: Lithuania (27.65 percent); …`: allies with their shares in
    brackets behind a sentence on the head, each too large to be a share of GDP."""
    q, topic = context.quantity, context.topic
    bracketed = q.first > 1 and context.parsed.tokens[q.first - 1].text == "("
    if _placed_with(context) and topic.block == context.parsed.sentence.block and topic.measure in HEADS:
        return q.value.central > SMALL and not context.cue("gdp")
    owned = any(s.last == q.first - 1 and s.entity in context.calendar.allies for s in context.parsed.subjects)
    fresh = topic.measure in HEADS and context.parsed.sentence.block - topic.block <= 1
    return fresh and bracketed and owned and q.value.central > 2 * SMALL and not context.cue("gdp")


def _placed_with(context: Context) -> bool:
    """`Slovenia is last with 8.7 %`, `Greece comes first, with 45 %`: a place among those listed and its figure."""
    front = [word for word in context.before(4) if word not in (",", "only", "just")]
    named = {s.entity for s in context.parsed.subjects}
    return len(named) == 1 and front[-1:] in (["with"], ["at"]) and bool(_PLACES & set(front))


_PLACES = frozenset({"last", "first", "second", "third", "bottom", "top", "lowest", "highest", "lead", "leads"})


def _head(context: Context, found: list[Mark]) -> Mark | None:
    """The head of spending a figure is of: right behind `for` or `on`, right in front, else the nearest."""
    q, tokens = context.quantity, context.parsed.tokens
    heads = [m for m in of_kinds(found, *HEADS) if not _a_verb(context, m)]
    heads = [m for m in heads if not _is_whole(context, m)]
    heads = [m for m in heads if not any(_crossed(context, m, other) for other in _figures(context))]
    for m in heads:
        gap = [t.low for t in tokens[q.core[1] : m.first]]
        near = len(gap) <= 3 and (not gap or _INTO & set(gap))
        far = gap[:1] == ["of"] and len(gap) <= 10 and gap[-1] in ("into", "on", "to", "for", "towards", "toward")
        if m.first >= q.core[1] and (near or far) and not _parted(gap):
            return None if _of_several(context, m, heads) else m
    for m in heads:
        if 0 <= q.first - m.last <= 1:
            return m
    return nearest(heads, q.first, q.core[1])


def _of_several(context: Context, mark: Mark, heads: list[Mark]) -> bool:
    """`on operations, maintenance and personnel`: one figure for several heads is of none of them."""
    other = [m for m in heads if m.kind != mark.kind and mark.last <= m.first <= mark.last + 4]
    return any(
        {t.low for t in context.parsed.tokens[mark.last : m.first]} <= {",", "and", "&", "maintenance", "military"}
        for m in other
    )


def _is_whole(context: Context, mark: Mark) -> bool:
    """`half of Europe's equipment`, `20 % of the equipment budget`: the figure is a part of the head, not the head."""
    q, tokens = context.quantity, context.parsed.tokens
    gap = [t.low for t in tokens[q.core[1] : mark.first]]
    if mark.first < q.core[1] or gap[:1] != ["of"]:
        return False
    return not any(
        word in ("on", "to", "towards", "toward", "into", "for", "in", "buys", "goes", "went") for word in gap
    )


def _parted(gap: list[str]) -> bool:
    return bool({",", ";", ":", "and"} & set(gap))


def _a_verb(context: Context, mark: Mark) -> bool:
    """`pay 20 per cent`, `pays`: a verb, not the head of pay."""
    words = context.parsed.text(mark.first, mark.last)
    if words not in ("pay", "people", "staff", "operations", "maintenance", "bases", "construction", "the rest"):
        return False
    before = context.parsed.tokens[mark.first - 1].low if mark.first else ""
    return words == "pay" and before in ("to", "will", "should", "must", "they", "we", "allies", "members", "countries")


def _figures(context: Context) -> list[tuple[int, int]]:
    units = ("%", "times")
    return [q.core for q in context.parsed.quantities if q.core != context.quantity.core and q.unit in units]


def _crossed(context: Context, mark: Mark, other: tuple[int, int]) -> bool:
    """Another percentage stands between the head and the figure, and the head does not open the clause."""
    q = context.quantity
    if mark.first >= q.core[1]:
        return q.core[1] <= other[0] < mark.first
    return mark.last <= other[0] < q.first and mark.first - context.bounds[0] > 4


def _guideline(context: Context, head: Mark) -> Draft | None:
    """The fifth for equipment as what allies are meant to spend: a promise of the alliance."""
    q = context.quantity
    if head.kind != "equipment_share" or abs(q.value.central - GUIDELINE) > 1e-6:
        return None
    guides = [m for m in marks(context.parsed, 0, q.core[1] + 9) if m.kind == "guide"]
    agreed = _AGREED & {t.low for t in context.parsed.tokens[: q.first]}
    if not agreed and not asked_beside(context) and not any(abs(m.first - q.first) <= 9 for m in guides):
        return None
    if {"spent", "spends", "went", "was", "accounted"} & set(context.before(4)):
        return None
    if q.comparator in (">", "<") and not _KNOWN & {t.low for t in context.parsed.tokens[q.first : q.core[0]]}:
        return None  # "eight of which set aside more than 20 %": what they do
    due = counted_from_its_pledge(context, due_of(context))
    known = q.number.kind != "fraction" and bool(_KNOWN & {t.low for t in context.parsed.tokens[q.first : q.core[0]]})
    draft = Draft(
        q.first,
        max(q.last, head.last) if head.last - q.last < 8 else q.last,
        (q.first, q.last),
        Kind.PROMISE,
        "equipment_share",
        "equipment guideline, second look",
        ("NATO",),
        "=" if known else q.comparator,
        interval(q.number, "plain") if known else q.value,
        "%",
        modality=Modality.FACT,
    )
    return replace(draft, period=due.value, period_from=due.source) if agreed and due.value else draft


def _whole(context: Context, found: list[Mark]) -> bool:
    """The words name the defence budget the part is of, or carry it over from the figure before."""
    wholes = of_kinds(found, "part_of") or of_kinds(marks(context.parsed, 0, context.quantity.first), "part_of")
    said = any(m.kind == "goes" for m in found)
    if _of_it(context) or (wholes and _allys_total(context, wholes)):
        return True
    defence = context.cue_sentence("defence") or context.defence_topic(1) or context.money_topic(1)
    if wholes and defence:
        return True
    return said and context.cue("defence")


def _portion_named(context: Context, head: Mark) -> bool:
    """`the portion going to equipment, to 34 percent`: a part by its own name, of what else than its ally's budget."""
    front = context.parsed.lows[max(0, head.first - 4) : head.first]
    return front[-2:] in _GOING and bool(_PORTIONS & set(front[:-2])) and head.last <= context.quantity.first


_GOING = (["going", "to"], ["spent", "on"], ["devoted", "to"], ["set", "for"], ["reserved", "for"])
_PORTIONS = frozenset({"portion", "share", "part", "proportion", "slice", "fraction", "percentage"})


def _of_budget(context: Context, found: list[Mark]) -> bool:
    """`of its defence spending` right behind the figure."""
    end = context.quantity.core[1]
    return context.after(1) == ["of"] and any(end < m.first <= end + 6 for m in found if m.kind == "part_of")


def _of_it(context: Context) -> bool:
    """`a third of it for hardware`, behind what is spent on defence."""
    told = bool(context.earlier) and context.earlier[-1].measure in ("share_of_gdp", "expenditure")
    return told and context.after(2) in (["of", "it"], ["of", "that"], ["of", "which"])


def _allys_total(context: Context, wholes: list[Mark]) -> bool:
    """`of Britain's outlays`, `of the British total`: an ally right in front of the sum."""
    return any(
        s.last == m.first for m in wholes for s in context.parsed.subjects if s.entity in context.calendar.allies
    )


def _other_words(context: Context, found: list[Mark]) -> bool:
    """A part of aid, of the world's or of a company's money; a rise; a share of allies."""
    end, tokens = context.quantity.core[1], context.parsed.tokens
    worlds = [m for m in of_kinds(found, "world") if end <= m.first <= end + 6]
    rising = [m for m in of_kinds(found, "rise_noun", "fall_noun", "more", "less") if 0 <= m.first - end <= 1]
    by = context.before(1) == ["by"]
    aid = [m for m in found if m.kind == "help"]
    members = {"allies", "members", "countries", "firms", "companies", "suppliers"} & set(context.after(3))
    if members and any(
        t.possessive and t.low.startswith(("allies", "members", "countries")) for t in tokens[end : end + 3]
    ):
        members = set()  # "20 % of members' defence spending"
    return bool(worlds or rising or aid or members) or by


def _owner(context: Context) -> Found | None:
    """`of Britain's outlays` behind the figure, else whoever is in front."""
    q = context.quantity
    high = context.bounds[1]
    stop = next((c[0] for c in sorted(_figures(context)) if c[0] > q.core[1]), high)
    for s in context.parsed.subjects:
        if q.core[1] <= s.first < min(stop, q.core[1] + 8) and s.entity in context.calendar.allies:
            behind = {t.low for t in context.parsed.tokens[s.last : s.last + 3]}
            if s.possessive and not behind & _PURSE:
                continue  # "what North Macedonia's neighbours spend"
            before = {t.low for t in context.parsed.tokens[q.core[1] : s.first]}
            if before & {"of", "what"} and not parted(context, q.core[1], s.first):
                return Found((s.entity,), s.first, s.last, s.open)
    listed = _adjective(context)
    if listed is not None:
        return listed
    found = context.subject()
    if found is not None or context.foreign_body():
        return found
    left = [s for s in context.parsed.subjects if s.last <= q.first and s.entity in context.calendar.allies]
    if left:
        return Found((left[-1].entity,), left[-1].first, left[-1].last)
    told = [d for d in context.earlier if d.measure in HEADS and d.kind is Kind.FACT]  # the guideline is the alliance's
    if told:
        return Found(told[-1].subject, q.first, q.first, carried=True)
    topic = context.topic
    if topic.country and topic.block >= context.parsed.sentence.block - 1:
        return Found((topic.country,), q.first, q.first, carried=True)
    return None


def _adjective(context: Context) -> Found | None:
    """`48.0 % of Hungarian, 37.5 % of Lithuanian and 11.9 % of Canadian defence spending`."""
    end = context.quantity.core[1]
    if context.after(1) != ["of"]:
        return None
    own = next((s for s in context.parsed.subjects if s.first == end + 1), None)
    return Found((own.entity,), own.first, own.last) if own and own.entity in context.calendar.allies else None
