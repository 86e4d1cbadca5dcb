"""Whose sum of money it is, and how surely the words say so."""

from __future__ import annotations

from dataclasses import dataclass

from burdenshare.quick import quick
from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Topic
from burdenshare.reading.found_subjects import Found, others_beside
from burdenshare.reading.gleaning.home_purse import at_home
from burdenshare.reading.gleaning.money.purses import by_currency, not_its_money
from burdenshare.reading.gleaning.money.second_owners import antecedent, for_them, group_of_list, of_two
from burdenshare.reading.gleaning.money.words import evidence_of, word_set
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.office_raises import by_who_moved_it
from burdenshare.reading.replacing import replaced
from burdenshare.reading.subjects import subject_of

_FOREIGN = frozenset({"RUS", "CHN", "UKR", "IRN", "PRK", "BLR"})
_OURS = word_set("ours")
_COMPARED = word_set("comparing")
_BACK = word_set("pointing_words")


@quick
@dataclass(frozen=True, slots=True)
class Owner:
    """The owner of a sum. `sure`: named in its clause and the only one there; `ours`: the speaker's own country."""

    found: Found
    sure: bool
    ours: bool = False

    @property
    def entities(self) -> tuple[str, ...]:
        return self.found.entities

    @property
    def foreign(self) -> bool:
        """A country outside the alliance."""
        return bool(self.entities) and all(entity in _FOREIGN for entity in self.entities)


def owner_of(context: Context, *, foreign: bool = True) -> Owner | None:
    """The owner: in the clause, in the sentence, by a pronoun, or by the currency of a single country."""
    q = context.quantity
    ours = context.calendar.bearers | (_FOREIGN if foreign else frozenset())
    if others_beside(context.parsed, q.first):
        return None
    near = (
        for_them(context, ours)
        or of_two(context, context.calendar.allies)
        or beside(context, ours)
        or _right_behind(context, ours)
        or _of_the_budget(context, ours)
    )
    if near is not None:
        return Owner(near, not near.open)
    found = _joint(context, ours)
    if found is None:
        acting = replaced(context.parsed, subjects=[s for s in context.parsed.subjects if _acts(s, context)])
        found = subject_of(acting, q.first, q.core[1], context.bounds, context.topic, ours=ours)
    if found is not None and not_its_money(context, found):
        found = None
    if found is not None and not found.carried:
        first = antecedent(context, found, ours)
        if first is not None:
            return Owner(first, False)
        group = group_of_list(context, found)
        return Owner(group or found, group is not None or _sure(context, found, ours))
    if found is not None:
        return _by_the_office(context) or Owner(found, False)
    if context.parsed.subjects and _foreign_head(context, ours):
        return None
    return (
        _behind(context, ours)
        or _carried(by_currency(context))
        or _by_title(context)
        or _spoken_for(context)
        or _of_the_alliance(context)
        or _by_the_proposer(context)
        or _carried(by_who_moved_it(context))
        or _of_the_ministers_house(context)
        or _at_home(context)
    )


_EXCEPTED = frozenset({"except", "excepting", "besides", "barring", "save"})


def _excepted(subject: SubjectMention, context: Context) -> bool:
    """`more than any other nation except the Americans`."""
    front = context.parsed.tokens[max(0, subject.first - 2) : subject.first]
    return bool(_EXCEPTED & {t.low for t in front})


def _acts(subject: SubjectMention, context: Context) -> bool:
    """Not `Russia's invasion of Ukraine`: a country outside the alliance owns a sum only as the one who spends."""
    if _excepted(subject, context):
        return False
    if subject.entity not in _FOREIGN:
        return True
    tokens = context.parsed.tokens
    before = tokens[subject.first - 1].low if subject.first else ""
    behind = {t.low for t in tokens[subject.last : subject.last + 4]}
    if before == "of" and subject.first > 1 and tokens[subject.first - 2].low in ("that", "those"):
        return True  # "dwarfing that of Ukraine, which stood at $64.7 billion"
    return before not in _TOWARDS and not behind & _WARS


_TOWARDS = word_set("towards")
_WARS = word_set("wars")


def beside(context: Context, ours: frozenset[str]) -> Found | None:
    """`Britain's ($61bn)`, `Luxembourg, $250M`, `North Macedonia on €133 mln`, `China's hit $314bn`."""
    q = context.quantity
    tokens = context.parsed.tokens
    for subject in context.parsed.subjects:
        gap = [t.low for t in tokens[subject.last : q.first]]
        near = subject.last <= q.first and len(gap) <= 2
        own = subject.names_a_body and subject.entity in ours and not _excepted(subject, context)
        abroad = subject.possessive and not gap and subject.entity in _FOREIGN  # "China's $314bn"
        if near and own and (abroad or _bridge(gap, subject.possessive)):
            return Found((subject.entity,), subject.first, subject.last, subject.open)
    return None


_LINKS = word_set("owner_links")
_OWN_LINKS = word_set("possessive_links")


def _bridge(gap: list[str], possessive: bool) -> bool:
    if possessive:
        return bool(gap) and all(word in _LINKS or word in _OWN_LINKS for word in gap)
    return all(word in _LINKS for word in gap)


def _right_behind(context: Context, ours: frozenset[str]) -> Found | None:
    """`€110 in Romania`, `$980bn of it American`: where no other owner stands in front."""
    low, high = context.bounds
    tokens = context.parsed.tokens
    end = context.quantity.core[1]
    if [t.low for t in tokens[end : end + 2]] in (["of", "it"], ["of", "that"], ["of", "which"]):
        near = [s for s in context.parsed.subjects if s.first in (end + 2, end + 3) and s.entity in ours]
        return Found((near[0].entity,), near[0].first, near[0].last) if near else None
    owned = [s for s in context.parsed.subjects if low <= s.first < context.quantity.first and s.entity in ours]
    if any(s.names_a_body and tokens[s.first - 1].low not in _PLACES for s in owned if s.first) or (
        owned and not owned[0].first
    ):
        return None
    for subject in context.parsed.subjects:
        gap = [t.low for t in tokens[end : subject.first]]
        if subject.first >= end and gap in (["in"], ["in", "the"], ["for"], ["for", "the"]) and subject.last <= high:
            body = subject.names_a_body or subject.kind == "demonym"
            return Found((subject.entity,), subject.first, subject.last) if body and subject.entity in ours else None
    return None


def _of_the_budget(context: Context, ours: frozenset[str]) -> Found | None:
    """`Germany's military expenditure jumping to $88 billion`, `the defence budget of Latvia`: next to the word."""
    low, _ = context.bounds
    first = context.quantity.first
    taken = _anothers(context, ours)
    if taken is not None:
        return taken
    cues = evidence_of(context.parsed).cues
    spans = sorted(cues.spans("budget", low, first) + cues.spans("economy", low, first))
    for start, end in reversed(spans):
        for subject in context.parsed.subjects:
            gap = [t.low for t in context.parsed.tokens[subject.last : start]]
            in_front = subject.last <= start and len(gap) <= 2 and not set(gap) & _BREAKS
            of = [t.low for t in context.parsed.tokens[end : subject.first]]
            behind = subject.first >= end and of in _OF and subject.last <= first
            owns = subject.kind not in ("pronoun",) and subject.entity in ours
            if owns and (behind or (in_front and (subject.possessive or subject.kind in _NAMES))):
                return Found((subject.entity,), subject.first, subject.last, subject.open)
    return None


def _anothers(context: Context, ours: frozenset[str]) -> Found | None:
    """`Russia's military expenditure rose to $66bn, China's grew by 7 per cent to $215bn`: a name without its noun owns
    the sum behind its verb; one that no record holds leaves it nobody's."""
    tokens, first = context.parsed.tokens, context.quantity.first
    named = [s for s in context.parsed.subjects if s.last < first and s.kind != "pronoun"]
    if not named or not named[-1].possessive or tokens[named[-1].last].low not in _ELLIPTIC:
        return None
    s = named[-1]
    return Found((s.entity,) if s.entity in ours else (), s.first, s.last, s.open)


_ELLIPTIC = word_set("elliptic_verbs")
_BREAKS = word_set("owner_breaks")
_NAMES = ("adjective", "country", "abbreviation", "group", "phrase", "capital", "metonym", "demonym")
_OF = (["of"], ["of", "the"], ["by"], ["by", "the"], ["in"], ["in", "the"])
_PLACES = word_set("place_words")


def _joint(context: Context, ours: frozenset[str]) -> Found | None:
    """`London, Paris and Berlin together parted with $220 billion`: countries that share one sum."""
    tokens = context.parsed.tokens
    low, _ = context.bounds
    words = {t.low for t in tokens[low : context.quantity.first]}
    if not words & {"together", "jointly", "combined", "between", "collectively"}:
        return None
    front = [s for s in context.parsed.subjects if low <= s.first and s.last <= context.quantity.first]
    bodies = [s for s in front if s.names_a_body and s.entity in ours and len(s.entity) == 3 and s.entity != "EUR"]
    chain = _chain(context, bodies)
    if len(chain) < 2:
        return None
    return Found(tuple(dict.fromkeys(s.entity for s in chain)), chain[0].first, chain[-1].last)


def _chain(context: Context, bodies: list[SubjectMention]) -> list[SubjectMention]:
    """The last list of countries joined by commas and `and`."""
    chain: list[SubjectMention] = []
    for subject in reversed(bodies):
        gap = [t.low for t in context.parsed.tokens[subject.last : chain[0].first]] if chain else ["and"]
        if set(gap) <= {",", "and", "the"}:
            chain.insert(0, subject)
        else:
            break
    return chain


def _sure(context: Context, found: Found, ours: frozenset[str]) -> bool:
    low, high = context.bounds
    if not low <= found.first < high or found.open:
        return False
    others = [
        s
        for s in context.parsed.subjects
        if low <= s.first < min(high, context.quantity.first)
        and s.entity in ours
        and s.entity not in found.entities
        and s.entity != "UKR"
    ]
    return not others


def _foreign_head(context: Context, ours: frozenset[str]) -> bool:
    """The clause is about a country or group that the record does not hold."""
    low, high = context.bounds
    return any(low <= s.first < high and s.entity == "OTHER" for s in context.parsed.subjects)


def _behind(context: Context, ours: frozenset[str]) -> Owner | None:
    """`gives the Estonian forces 2.4 billion`, `poured into the Polish military`: an owner anywhere in the clause."""
    low, high = context.bounds
    tokens = context.parsed.tokens
    inside = [
        s
        for s in context.parsed.subjects
        if low <= s.first < high
        and s.entity not in _FOREIGN
        and s.kind not in ("pronoun", "demonym", "adjective")
        and s.entity in ours
        and s.entity not in ("NATO", "UKR")
        and (tokens[s.first - 1].low if s.first else "") not in _COMPARED
        and not (s.first >= context.quantity.core[1] and tokens[s.first - 1].low in ("and", "while", "but"))
    ]
    if len({s.entity for s in inside}) != 1:
        return None
    subject = inside[0]
    return Owner(Found((subject.entity,), subject.first, subject.last, subject.open), False)


def _by_title(context: Context) -> Owner | None:
    """`…, confirmed the French prime minister`: the country of the only office the sentence names."""
    named = {t.entity for t in context.parsed.titles if t.entity in context.calendar.allies}
    if len(named) != 1 or context.foreign_body():
        return None
    at = context.quantity.first
    return Owner(Found((named.pop(),), at, at, carried=True), False)


def _of_the_alliance(context: Context) -> Owner | None:
    """`The collective outlay is projected to top $1.5 trillion`: the group the text was speaking of."""
    topic, at = context.topic, context.quantity.first
    group = topic.subject if len(topic.subject) == 1 and topic.subject[0] in ("NATO", "EUR_CAN") else ()
    fresh = context.parsed.sentence.block - topic.block <= 1
    if not group or not fresh or not evidence_of(context.parsed).has("joint", *context.bounds):
        return None
    return Owner(Found(group, at, at, carried=True), False)


_PROPOSED = word_set("proposing")


def _by_the_proposer(context: Context) -> Owner | None:
    """`President Biden proposed an $850-billion defense budget`: the country of who proposes its budget."""
    low, first = context.bounds[0], context.quantity.first
    who = [p for p in context.parsed.persons if low <= p.first and p.last <= first]
    if len(who) != 1 or not _PROPOSED & set(context.parsed.lows[who[0].last : first]):
        return None
    served = {context.calendar.serves(name) for name in who[0].candidates} - {""}
    country = served.pop() if len(served) == 1 else ""
    return Owner(Found((country,), first, first, carried=True), False) if country in context.calendar.allies else None


def _of_the_ministers_house(context: Context) -> Owner | None:
    """`Von der Leyen said the Finance Ministry had agreed to 10 billion euros more`: the country of the only minister
    who speaks, where a house of its government stands in the clause and no other country does."""
    low, first = context.bounds[0], context.quantity.first
    served = {context.calendar.serves(name) for p in context.parsed.persons for name in p.candidates} - {""}
    named = [s for s in context.parsed.subjects if s.kind != "pronoun" and s.entity in context.calendar.bearers]
    country = served.pop() if len(served) == 1 and not named and not context.foreign_body() else ""
    housed = not _HOUSES.isdisjoint(context.parsed.lows[low:first])
    found = Found((country,), first, first, carried=True)
    return Owner(found, False) if housed and country in context.calendar.allies else None


_HOUSES = word_set("houses")


def _carried(found: Found | None) -> Owner | None:
    return None if found is None else Owner(found, False)


def _at_home(context: Context) -> Owner | None:
    return _carried(at_home(context))


def _spoken_for(context: Context) -> Owner | None:
    """`it`, `the government`, `we`: the country the text was speaking of."""
    parsed, q, topic = context.parsed, context.quantity, context.topic
    ours = any(t.low in _OURS for t in parsed.tokens)
    if context.foreign_body() or not topic.country:
        return None
    if _several(topic) and any(t.low in _THEY for t in parsed.tokens[: q.first]):
        here = parsed.sentence.block == topic.block
        return Owner(Found(topic.subject, q.first, q.first, carried=True), False) if here else None
    if parsed.sentence.block - topic.block > 2 and not any(t.low in _BACK for t in parsed.tokens[: q.first]):
        return None
    return Owner(Found((topic.country,), q.first, q.first, carried=True), False, ours)


_THEY = frozenset({"they", "their"})


def _several(topic: Topic) -> bool:
    """`European allies and Canada …`: what was spoken of last is more than one country."""
    return bool(topic.subject) and topic.subject != (topic.country,)


def _by_the_office(context: Context) -> Owner | None:
    """`Estonian Prime Minister Kaja Kallas announced 380 million more`, behind a sentence on another country: of two
    the one whose office speaks here."""
    if any(s.kind == "pronoun" and s.last <= context.quantity.first for s in context.parsed.subjects):
        return None
    return _by_title(context)
