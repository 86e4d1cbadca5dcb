"""What a place among the allies is of: whose it is, by which measure, in which year, and whether among the allies."""

from __future__ import annotations

from dataclasses import dataclass

from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Topic
from burdenshare.reading.gleaning.happenings.orders import of_help
from burdenshare.reading.gleaning.happenings.scopes import Scope, among_others, scope_at
from burdenshare.reading.gleaning.happenings.words import holds, joined_list, trie, words
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import word_list

NEAR = 2
"""Paragraphs within which a table or figures of shares were spoken of, which a place without the alliance's name
continues."""
_OUTDONE = word_list("outdone_markers") | frozenset({"to", "by", "of", "against", "from", "in", "with", "for"})
_LINKS = frozenset({"is", "was", "are", "were", "comes", "came", "sits", "stands", "remains", "remained", "being"})


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose place it is, where it stands, and whether it stands plainly in the same clause."""

    entities: tuple[str, ...]
    first: int
    last: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A place told at tokens `first`..`last` of a sentence."""

    parsed: Parsed
    calendar: Calendar
    topic: Topic
    first: int
    last: int
    scope: Scope | None = None

    @property
    def allies(self) -> list[SubjectMention]:
        """The allies the sentence names."""
        return [s for s in self.parsed.subjects if s.entity in self.calendar.allies and s.kind != "pronoun"]


def within(told: Asked, *, plain: bool) -> bool | None:
    """True where the words name the alliance as the set, False where the text around leaves no other; None where the
    place is among others (the world, Europe) or among nobody knows whom."""
    parsed, first, last = told.parsed, told.first, told.last
    named = holds(parsed, "within", last - 1, last + 8) or _of_the_alliance(parsed, first)
    front = first - (1 if named else 3)
    near = {t.low for t in parsed.tokens[max(0, front) : first]} | {
        t.low for t in parsed.tokens[last : last + (3 if named else 9)]
    }
    if words("wider") & near:
        return None
    named = named or bool({"member", "ally"} & set(parsed.lows[max(0, first - 4) : first]) and plain)
    if named or any(s.entity == "NATO" and first <= s.last <= last for s in parsed.subjects):
        return True
    about = {"gdp", "defence", "spending"} & parsed.cues.hits.keys() or "%" in {q.unit for q in parsed.quantities}
    allied = any(s.entity == "NATO" and s.names_a_body for s in parsed.subjects)
    if about and (plain or allied or _by_gdp(parsed)):
        return allied
    compared = "spender" in parsed.text(first, last) or "%" in {q.unit for q in parsed.quantities}
    if compared and len({s.entity for s in told.allies}) > 1:
        return False
    block = parsed.sentence.block
    near_by = block - max(told.topic.shares_at, told.topic.money_at) <= NEAR
    return False if near_by and (plain or about) else None


def scope_of(told: Asked, *, plain: bool) -> tuple[Scope, bool] | None:
    """The set a place is in, and whether the words themselves say so; None where it is among others."""
    if among_others(told.parsed, told.first, told.last):
        return None
    named = scope_at(told.parsed, told.first, told.last)
    if named is not None:
        return named, True
    of_aid = {"ukraine", "kyiv"} & told.parsed.words and holds(told.parsed, "by_aid", told.first)
    if of_aid or of_help(told.parsed, told.first, told.last):
        return Scope("NATO", wide=False), True  # "the biggest donor": among all donors, as the tracker counts them
    sure = within(told, plain=plain)
    return None if sure is None else (Scope("NATO", wide=False), sure)


def _by_gdp(parsed: Parsed) -> bool:
    """`ranks eighteenth by proportion of GDP`."""
    return parsed.cues.has("gdp") and bool({t.low for t in parsed.tokens} & _RANKED)


_RANKED = frozenset({"by", "rank", "ranks", "ranked", "only"})


def _of_the_alliance(parsed: Parsed, first: int) -> bool:
    """`the alliance's second-largest army`, `NATO's top spender`."""
    return any(s.entity == "NATO" and s.possessive and 0 <= first - s.last <= 2 for s in parsed.subjects)


def when_of(told: Asked, *, back: bool = False) -> tuple[str, str, bool]:
    """The year of a place, how it was found, and whether the words tell it; of a place left behind the year before, or
    as many as are told. Words of the past without a year are of any."""
    parsed, topic, newest = told.parsed, told.topic, told.calendar.newest_year
    year = next((p.value for p in parsed.periods if p.role == "in" and len(p.value) == 4), "")
    carried = (
        topic.period if topic.period_from in ("explicit", "relative", "carried") and len(topic.period) == 4 else ""
    )
    near = carried if topic.block >= parsed.sentence.block - 1 and not _present(parsed) else ""
    value, source = (year, "explicit") if year else (near, "carried") if near else (str(newest or ""), "now")
    if back and value.isdecimal():
        spans = [q.number.value for q in parsed.quantities if parsed.text(q.core[1], q.core[1] + 1) == "years"]
        return str(int(value) - int(spans[0] if spans else 1)), "relative", False
    low, high = parsed.clause(told.first, max(told.first + 1, told.last))
    past = not words("of_the_past").isdisjoint(parsed.lows[low:high])
    return value, source, bool(year or near) or not past


def _present(parsed: Parsed) -> bool:
    present = word_list("present_verbs")
    return any(t.low in present for t in parsed.tokens)


def owner_of(told: Asked) -> Owner | None:
    """The ally whose place it is: behind `is` or `than`, in front in the clause, earlier in the sentence, or what the
    text was speaking of; without entities where the speaker's own country is meant."""
    parsed, first, last = told.parsed, told.first, told.last
    usable = told.allies
    behind = [s for s in usable if s.first >= last and s.first - last <= 10]
    closing = parsed.lows[last : last + 1] == [","] and "and" in parsed.lows[max(0, first - 4) : first]
    if behind and closing and behind[0].first == last + 1:
        return Owner((behind[0].entity,), first, behind[0].last, sure=True)  # "Slovenia, and, in last place, Spain"
    if behind and _apposed(parsed, last, behind):
        return Owner((behind[0].entity,), first, behind[0].last, sure=True)
    if behind and _links(parsed, last, behind[0].first) and "are" in parsed.lows[last : behind[0].first]:
        return None  # "the five with the lowest spending are Italy, Canada …"
    if behind and _links(parsed, last, behind[0].first):
        return Owner((behind[0].entity,), behind[0].first, behind[0].last, sure=True)
    low, _ = parsed.clause(first, max(first + 1, last))
    whose = next((i for i in range(first - 1, 0, -1) if parsed.tokens[i].low == "whose"), 0)
    front = [s for s in usable if s.last <= first and (not _outdone(parsed, s) or 0 < whose - s.last <= 1)]
    if front:
        nearest = front[-1]
        if _another(told, nearest):
            return None
        listed, start = joined_list(parsed, nearest, told.calendar.allies)
        return Owner(tuple(s.entity for s in listed), start, nearest.last, sure=nearest.first >= low)
    own = next((i for i in range(first) if parsed.text(i, i + 2) in _OURS or parsed.tokens[i].low == "our"), None)
    if own is not None:
        return Owner((), own, own + 1, sure=False)
    pronoun = next((s for s in parsed.subjects if s.kind == "pronoun" and s.last <= first), None)
    if pronoun is None and _tells_more(parsed, first, last):
        return None  # "The alliance's biggest spender set aside 3.5%": who that is, the words do not tell
    if told.topic.country in told.calendar.allies and (pronoun is not None or first <= 3) and not usable:
        return Owner((told.topic.country,), first, last, sure=False)
    return None


def _tells_more(parsed: Parsed, first: int, last: int) -> bool:
    """Whether the words behind a place are a verb, which the place itself is the subject of: not `the biggest spender
    in the alliance`, nor `This was the highest percentage spent`."""
    behind = parsed.tokens[last : last + 1]
    if not _LINKS.isdisjoint(parsed.lows[max(0, first - 2) : first]):
        return False
    return bool(behind) and behind[0].kind == "word" and behind[0].low not in _OUTDONE | _LINKS | _OF_WHAT


_OF_WHAT = frozenset({"among", "amongst", "within", "at", "on", "as", "per", "and", "relative", "than", "for", "after"})


def _apposed(parsed: Parsed, last: int, behind: list[SubjectMention]) -> bool:
    """`Europe's biggest defence spender, Germany, wants …`: one name between commas, and no list."""
    lows, own = parsed.lows, behind[0]
    close = own.first - last - (lows[own.first - 1 : own.first] == ["the"]) == 1 and lows[last] == ","
    ends = lows[own.last : own.last + 1] in ([","], ["."], ["-"], ["–"], ["—"], [":"])
    listed = any(s.first - own.last <= 2 for s in behind[1:])
    return close and ends and not listed and own.names_a_body and not own.possessive


_OURS = ("this country", "our country", "our nation", "this nation")


def _another(told: Asked, nearest: SubjectMention) -> bool:
    """A country outside the alliance, or a group, stands between (`in Europe` only says where)."""
    return any(
        s.entity not in told.calendar.allies and s.entity not in _IDLE and s.names_a_body
        for s in told.parsed.subjects
        if nearest.last <= s.first < told.first
        and not (told.scope is not None and (s.first, s.last) in told.scope.spans)
        and told.parsed.tokens[s.first - 1].low not in _OUTDONE
    )


_IDLE = frozenset({"NATO", "AMBIGUOUS", "PRONOUN"})


def _links(parsed: Parsed, last: int, first: int) -> bool:
    """`in last place is Spain`; nothing else may stand between."""
    between = [t.low for t in parsed.tokens[last:first] if t.low != "the"]
    if bool(between) and between[-1] in _LINKS and "," not in between:
        return True
    described = between[:1] and between[0] in _LINKS and len(between) <= 4 and "," not in between
    return bool(described) and bool({"neighbour", "neighbor", "member", "ally", "newcomer"} & set(between))


def _outdone(parsed: Parsed, subject: SubjectMention) -> bool:
    """`second only to Poland`, `has overtaken Britain`: the one left behind, or one that only qualifies."""
    if not subject.first:
        return False
    at = subject.first - 1
    while at > 0 and parsed.tokens[at].low in ("the", "those", "of"):
        at -= 1
    before = parsed.tokens[at].low
    if before == "with" and parsed.lows[subject.last : subject.last + 1] in _STANDING:
        return False  # "23 members reached it, with Poland in first place"
    return before in _OUTDONE and not (before in ("in", "for") and subject.first <= 1)


_STANDING = (["in"], ["leading"], ["out"], ["ranked"], ["topping"], ["on"])


def _no_one_of(parsed: Parsed) -> int | None:
    """`No other European ally`, `no EU member of the alliance`: where the words deny it of all others of a set."""
    lows = parsed.lows
    for i, low in enumerate(lows[:-2]):
        if low == "no" and words("set_members") & set(lows[i + 1 : i + 5]) and scope_at(parsed, i, i + 3) is not None:
            return i
    return None


_MORE = frozenset({"bigger", "greater", "higher", "larger", "more"})


def none_but(parsed: Parsed, calendar: Calendar, topic: Topic) -> Owner | None:
    """`No ally devotes a larger part to arms than Poland`: the ally behind `than`; `No other member spends so much`:
    the one behind `as`, else the one spoken of."""
    tokens = parsed.tokens
    phrases = trie("none_than")
    opening = next((i for i in phrases.begins(parsed.lows) if phrases.longest(tokens, i) is not None), None)
    opening = _no_one_of(parsed) if opening is None else opening
    if opening is None:
        return None
    more = bool(_MORE & {t.low for t in tokens[opening:]})
    for s in parsed.subjects:
        than = parsed.lows[s.first - 1] if s.first else ""
        if s.first > opening and s.entity in calendar.allies and (than == "as" or (more and than == "than")):
            return Owner((s.entity,), opening, s.last, sure=True)
    spent = {"spend", "spends", "spent", "devotes", "devoted", "invests", "puts"} & set(parsed.lows[opening:])
    much = next((i for i in range(opening, len(tokens)) if trie("so_much").longest(tokens, i) is not None), None)
    other = parsed.lows[opening : opening + 2] == ["no", "other"]
    if other and spent and much is not None and topic.country in calendar.allies:
        return Owner((topic.country,), opening, much + 1, sure=False)
    return None
