"""Whose people and things they are: demonyms, possessives, heads, pronouns."""

from __future__ import annotations

from dataclasses import dataclass

from burdenshare.quick import quick
from burdenshare.reading.context import Context
from burdenshare.reading.gleaning.things.counted import Look, Thing
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.parse import Parsed
from burdenshare.reading.subjects import subject_of

OTHERS = frozenset({"RUS", "UKR", "CHN", "PRK", "IRN", "BLR"})
"""Countries outside the alliance whose forces and arms the record also knows."""
_NO_ONE = ("PRONOUN", "OTHER", "AMBIGUOUS")
_FILLERS = frozenset(
    {"(", ":", ",", "with", "at", "has", "had", "'s", "from", "another", "some", "about", "only", "s", "-"}
)
_ADJECTIVES = frozenset(
    {"regular", "new", "standing", "own", "active", "entire", "whole", "total", "armed", "full", "nuclear"}
)
_SOURCES = frozenset({"table", "tables", "figures", "data", "estimate", "estimates", "count", "statistics", "report"})
_OURS = frozenset({"we", "our"})
_PLACED_BY = frozenset(
    {
        "in",
        "between",
        "among",
        "to",
        "at",
        "from",
        "near",
        "into",
        "for",
        "across",
        "on",
        "against",
        "inside",
        "with",
        "than",
        "without",
        "deter",
        "counter",
        "face",
        "fight",
        "defeat",
        "match",
        "outgun",
    }
)


@quick
@dataclass(frozen=True, slots=True)
class Owner:
    """The owner of a figure; `sure` where it stands in the figure's own clause and can be no other's."""

    entities: tuple[str, ...]
    first: int
    sure: bool = True
    open: bool = False
    ours: bool = False


def bearers(context: Context) -> frozenset[str]:
    """Everyone whose forces may be counted."""
    return context.calendar.bearers | OTHERS


def a_body(context: Context, mention: SubjectMention) -> bool:
    """Whether a mention of any kind (also `Turkish`, `Americans`) names someone whose forces may be counted."""
    return mention.entity in bearers(context)


def owner_of(look: Look, thing: Thing) -> Owner | None:
    """The owner by the nearest words: between number and noun, attached, the head noun's, the clause's subject."""
    context = look.context
    if _others_between(context, thing):
        return None
    near = _between(context, thing) or _of_them(context) or _in_turn(context) or _attached(context)
    if near is not None or thing.carried is not None:
        return near or _continued(context, thing)
    return (
        _counted_in(context, thing)
        or _head(look, thing)
        or _of_its_own(context, thing)
        or _subject(context)
        or _stands_for(context)
        or _before_person(context)
        or _profile(context)
    )


def _in_turn(context: Context) -> Owner | None:
    """`America and Russia …, the former 5,170 and the latter 5,420`: the pair named first, in its order."""
    word = context.before(1)
    if word not in (["former"], ["latter"]):
        return None
    named = [s for s in context.parsed.subjects if s.last < context.quantity.first and a_body(context, s)]
    if len({s.entity for s in named}) != 2:
        return None
    return Owner((named[0 if word == ["former"] else -1].entity,), context.quantity.first, sure=False)


def _continued(context: Context, thing: Thing) -> Owner | None:
    """A second figure: of a new subject between the two, else of the owner of the first."""
    assert thing.carried is not None
    first = context.quantity.first
    for s in reversed(context.parsed.subjects):
        front = context.parsed.tokens[s.first - 1].low if s.first else ""
        if not thing.carried.last <= s.first < s.last <= first or not a_body(context, s):
            continue
        behind = context.parsed.tokens[s.last].low if s.last < len(context.parsed.tokens) else ""
        if s.possessive and behind in _SOURCES:
            continue  # "NATO's table for Spain says 117,400"
        if front == "for" and behind in ("says", "shows", "gives", "has", "puts"):
            return Owner((s.entity,), first, sure=False)
        if front not in _PLACED_BY | {"of", "without"} and s.kind != "adjective":
            return _listed(context, s)
    return Owner(thing.carried.subject, first, sure=False) if thing.carried.subject else None


def _profile(context: Context) -> Owner | None:
    """`Key numbers for Romania … Troops: 71,000`: the country the text was speaking of."""
    labelled = context.quantity.first > 0 and context.parsed.tokens[context.quantity.first - 1].text == ":"
    named = labelled and context.topic.country and len(context.parsed.tokens) <= 8
    return Owner((context.topic.country,), context.quantity.first, sure=False) if named else None


def _others_between(context: Context, thing: Thing) -> bool:
    return thing.behind and any(
        s.entity in ("OTHER", "AMBIGUOUS") and context.quantity.core[1] <= s.first < thing.last
        for s in context.parsed.subjects
    )


def _between(context: Context, thing: Thing) -> Owner | None:
    """`100,000 US troops`, `94,000 Russian soldiers`, `800 of its own`."""
    if not thing.behind:
        return None
    start = context.quantity.core[1]
    for s in context.parsed.subjects:
        if start <= s.first and s.last <= thing.last and a_body(context, s):
            return Owner((s.entity,), context.quantity.first, open=bool(s.open))
    words = {t.low for t in context.parsed.tokens[start : thing.first]}
    return Owner(("NATO",), context.quantity.first, sure=False) if words & {"allied", "nato"} else None


def _of_them(context: Context) -> Owner | None:
    """`1.35 million of them American`, `300,000 of which are German`."""
    after = context.after(2)
    if after[:1] != ["of"] or after[1:] not in (["them"], ["these"], ["which"], ["whom"], ["those"]):
        return None
    end = context.quantity.core[1]
    near = next((s for s in context.parsed.subjects if end + 2 <= s.first <= end + 4 and a_body(context, s)), None)
    if near is None or context.parsed.tokens[near.first - 1].low in _PLACED_BY:
        return None
    return Owner((near.entity,), context.quantity.first, sure=False)


def _attached(context: Context) -> Owner | None:
    """`Britain 225`, `Britain's 225`, `Poland's, with 216,000`, `those from Belgium 300`."""
    tokens, at = context.parsed.tokens, context.quantity.first
    steps = 0
    while at and steps < 3 and tokens[at - 1].low in _FILLERS:
        at, steps = at - 1, steps + 1
    for s in context.parsed.subjects:
        if s.last == at and a_body(context, s) and (s.names_a_body or s.possessive):
            led = s.first - 1 if s.first > 1 and tokens[s.first - 1].low == "the" else s.first
            before = tokens[led - 1].low if led else ""
            those = before == "from" and s.first > 1 and tokens[s.first - 2].low == "those"
            aside = before in _PLACED_BY and not those and not (before in ("against", "than") and s.possessive)
            return None if aside else _listed(context, s)
    return None


def _listed(context: Context, last: SubjectMention) -> Owner:
    """`America and Europe together manage`: those of a list share the figure."""
    entities, first = [last.entity], last.first
    for s in reversed([s for s in context.parsed.subjects if s.last <= last.first]):
        gap = [t.low for t in context.parsed.tokens[s.last : first] if t.low != "the"]
        if gap not in (["and"], [","], [",", "and"]) or not a_body(context, s):
            break
        if gap == [","] and "and" not in [t.low for t in context.parsed.tokens[first : last.first]]:
            break
        entities.insert(0, s.entity)
        first = s.first
    return Owner(tuple(dict.fromkeys(entities)), first, open=bool(last.open) and len(entities) == 1)


def _counted_in(context: Context, thing: Thing) -> Owner | None:
    """`The number of soldiers in the UK was 143,600`: the country whose soldiers are counted."""
    lows = context.parsed.lows
    if thing.behind or lows[thing.first - 2 : thing.first] != ["number", "of"]:
        return None
    at = thing.last + 1 + (lows[thing.last + 1 : thing.last + 2] == ["the"])
    if lows[thing.last : thing.last + 1] != ["in"]:
        return None
    near = next((s for s in context.parsed.subjects if s.first == at and s.last <= context.quantity.first), None)
    known = near is not None and near.entity in context.calendar.allies and near.names_a_body
    return Owner((near.entity,), near.first, sure=False) if near is not None and known else None


def _of_its_own(context: Context, thing: Thing) -> Owner | None:
    """`Turkey increased its troop count from 455,900`: the one body that the sentence names in front of `its`."""
    parsed = context.parsed
    at = thing.first - 1
    while at > 0 and parsed.lows[at] in _NUMBERS_OF:
        at -= 1
    if thing.behind or parsed.lows[at : at + 1] != ["its"]:
        return None
    front = [s for s in parsed.subjects if s.last <= at and a_body(context, s)]
    owner = front[0] if front else None
    named = owner is not None and owner.names_a_body and owner.first <= _OPENING and not owner.possessive
    alone = owner is not None and {s.entity for s in front if s.names_a_body} == {owner.entity}
    return Owner((owner.entity,), owner.first, sure=False) if owner is not None and named and alone else None


_NUMBERS_OF = frozenset({"number", "of", "the", "total", "active", "armed"})
_OPENING = 2


def _head(look: Look, thing: Thing) -> Owner | None:
    """`Britain's regular army has shrunk to`, `French soldiers in Romania numbered`, `Moscow's factories`."""
    context = look.context
    tokens, low = context.parsed.tokens, context.bounds[0]
    end = context.quantity.first
    heads = [thing.first] if not thing.behind and thing.carried is None else []
    heads += [start for start, last in look.marks.get("army", ()) if low <= start and last <= end]
    heads += [start for start, _ in look.marks.get("producing_place", ()) if low <= start < end]
    for head in sorted(set(heads), reverse=True):
        at = head
        while at > low and tokens[at - 1].low in _ADJECTIVES:
            at -= 1
        owner = next((s for s in context.parsed.subjects if s.first < head and s.last in (at, head + 1)), None)
        before = tokens[owner.first - 1].low if owner is not None and owner.first else ""
        if owner is not None and a_body(context, owner) and before not in _PLACED_BY:
            return _listed(context, owner)
    return None


def _subject(context: Context) -> Owner | None:
    """The subject by the rules of the strict readers, with the adversaries among those who may be meant."""
    q = context.quantity
    found = subject_of(context.parsed, q.first, q.core[1], context.bounds, context.topic, ours=bearers(context))
    if found is None or found.carried or _we_between(context, found.last):
        return None
    inside = context.bounds[0] <= found.first < context.bounds[1]
    at = found.first - 1
    while at > 0 and context.parsed.tokens[at].low in ("its", "the", "nato", "their"):
        at -= 1
    placed = at >= 0 and context.parsed.tokens[at].low in _PLACED_BY
    group = _group_of(context, found.first)
    if group is not None:
        return Owner((group.entity,), group.first, inside)
    entities = found.entities if found.first < q.first else _listed_on(context, found.entities, found.last)
    named = next((s for s in context.parsed.subjects if s.first == found.first and s.last == found.last), None)
    if named is not None and entities == (named.entity,) and named.names_a_body and not placed:
        entities = _listed(context, named).entities  # "The EU and the UK must add 300,000": a group in the list
    return None if placed else Owner(entities, found.first, inside, bool(found.open))


def _we_between(context: Context, last: int) -> bool:
    """`Whatever NATO decides, we will need 40,000 soldiers`: inside a quote `we` are the speaker's."""
    parsed = context.parsed
    words = range(last, context.quantity.first)
    return any(parsed.tokens[i].low == "we" and parsed.quote_of[i] is not None for i in words)


def _group_of(context: Context, first: int) -> SubjectMention | None:
    """`The E3 of Britain, France and Germany`: the group is meant, and the list only says who is in it."""
    tokens = context.parsed.tokens
    for s in context.parsed.subjects:
        between = tokens[s.last + 1 : first] if s.last < first <= s.last + 8 else []
        opened = s.last < first and tokens[s.last].low == "of" and a_body(context, s)
        if opened and all(t.capital or t.low in (",", "and", "the") for t in between):
            return s
    return None


def _listed_on(context: Context, entities: tuple[str, ...], end: int) -> tuple[str, ...]:
    """`Montenegro's and Luxembourg's active strength`: the list goes on behind its first name."""
    for s in context.parsed.subjects:
        gap = [t.low for t in context.parsed.tokens[end : s.first]] if s.first >= end else []
        if gap in (["and"], [","], [",", "and"]) and a_body(context, s) and s.possessive:
            entities, end = (*entities, s.entity), s.last
    return entities


def _stands_for(context: Context) -> Owner | None:
    """`it`, `its army`, `his country`: the country this sentence or the one before speaks of; `our`: the speaker's."""
    parsed, q = context.parsed, context.quantity
    pronouns = [s for s in parsed.subjects if s.kind == "pronoun" and s.last <= q.first + 1]
    if not pronouns and _the_forces(context):
        return _of_the_country(context)
    owned = q.first > 1 and parsed.tokens[q.first - 1].possessive and parsed.tokens[q.first - 2].low == "the"
    if not pronouns and owned:
        return _of_the_country(context)
    if not pronouns:
        return None
    word = pronouns[-1]
    ours = parsed.tokens[word.first].low in _OURS
    here = _antecedent(context, parsed, word.first)
    if here is not None and not (ours and parsed.quote_of[word.first] is not None):
        return Owner((here.entity,), word.first, sure=False, ours=ours)
    if ours:
        return Owner((), word.first, sure=False, ours=True)
    back = context.previous
    before = _antecedent(context, back, len(back.tokens)) if back is not None else None
    if before is not None:
        return Owner((before.entity,), word.first, sure=False, ours=_speaks_of_itself(back))
    if context.topic.country:
        return Owner((context.topic.country,), word.first, sure=False)
    return Owner((), word.first, sure=False, ours=True) if _speaks_of_itself(back) else None


def _the_forces(context: Context) -> bool:
    """`Currently, the armed forces number 216,000 soldiers`: those of the country that the sentence before names."""
    lows, first = context.parsed.lows, context.quantity.first
    front = lows[max(0, first - 5) : first]
    return any(front[i : i + len(words)] == words for words in _FORCES for i in range(len(front)))


_FORCES = (["the", "armed", "forces"], ["the", "army"], ["the", "military"])


def _of_the_country(context: Context) -> Owner | None:
    """`The newcomer's 2,000 soldiers`: the one country the sentence before named."""
    back = context.previous
    named = {s.entity for s in back.subjects if s.entity in context.calendar.allies} if back is not None else set()
    return Owner((named.pop(),), context.quantity.first - 1, sure=False) if len(named) == 1 else None


def _speaks_of_itself(parsed: Parsed | None) -> bool:
    return parsed is not None and any(t.low == "our" for t in parsed.tokens)


def _antecedent(context: Context, parsed: Parsed, end: int) -> SubjectMention | None:
    named = [s for s in parsed.subjects if s.last <= end and a_body(context, s)]
    free = [s for s in named if s.first == 0 or parsed.tokens[s.first - 1].low not in _PLACED_BY]
    if not free or len({s.entity for s in free if len(s.entity) == 3}) > 2:
        return None
    return free[0]


def _before_person(context: Context) -> Owner | None:
    """`Britain's Ben Wallace says the army of 76,000`: the country of the one who opens the sentence."""
    named = [s for s in context.parsed.subjects if s.last <= context.quantity.first and a_body(context, s)]
    opening = [s for s in named if s.first <= 1 and (s.possessive or s.kind in ("country", "metonym", "capital"))]
    first = context.parsed.tokens[0].low
    return Owner((opening[0].entity,), opening[0].first, sure=False) if opening and first not in _PLACED_BY else None
