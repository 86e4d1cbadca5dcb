"""The places a sentence tells: `the third-largest army`, `ranks seventh`, `number two`, `in the top five`, `more than
any other ally`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from burdenshare.reading.gleaning.happenings.words import hits, holds, ordinal_at, row, trie, words
from burdenshare.reading.numbers import number_at
from burdenshare.reading.others_held import comparing
from burdenshare.reading.parse import Parsed

PLAIN = {"top": 1, "bottom": 1, "second_to": 2, "more_than_any": 1, "spends_most": 1, "spends_least": 1}
"""Rows of phrases that name the alliance or the table by themselves, with the place each tells."""
COMPARED_WITHIN = 14
"""Words a comparison with all others spans at most, from `more` to `than`."""
LONGEST_TOP = 15
"""Of a `top ten` and the like: more are no place."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place told at tokens `first`..`last`, counted from the highest or (`below`) from the lowest. `plain`: its words
    name the alliance or the table by themselves. `back`: the place that was left (`from nineteenth to sixth`).
    `reach`: it is told as one of the first so many (`in the top five`)."""

    first: int
    last: int
    value: int
    plain: bool = False
    back: bool = False
    below: bool = False
    reach: bool = False


def may_rank(parsed: Parsed) -> bool:
    """Whether the sentence holds what a place is told by: a word that gives one by itself, the rarest word of a phrase
    that does, an ordinal in digits, or a comparison with any other."""
    held = parsed.words
    if not _givers().isdisjoint(held) or any(trie(name).may_stand(held) for name in (*PLAIN, "none_than")):
        return True
    return not held.isdisjoint(_NONE_ABOVE) or any(t.kind == "number" and t.text[-1:].isalpha() for t in parsed.tokens)


_NONE_ABOVE = ("any", "every")
"""What stands behind the `than` of a comparison with all others."""


@cache
def _givers() -> frozenset[str]:
    return words("high") | words("low") | _ordinals()


@cache
def _openers() -> frozenset[str]:
    return _givers() | trie(*PLAIN, "none_than").openers()


@cache
def _ordinals() -> frozenset[str]:
    return frozenset(row("ordinals")) | {"no", "number"}


def places(parsed: Parsed) -> Iterator[Place]:
    """Every place of a sentence, whosever it is."""
    several = [*_first_so_many(parsed), *_above_all_others(parsed)]
    yield from several
    told = [hit for hit in hits(parsed, *PLAIN) if not any(p.first <= hit.first < p.last for p in several)]
    told = [hit for hit in told if hit.payload != "bottom" or parsed.lows[hit.last : hit.last + 1] not in _SPANS]
    told = [hit for hit in told if hit.payload != "spends_least" or _of_one(parsed, hit.first, hit.last)]
    for hit in told:
        value = PLAIN[hit.payload]
        last = hit.last
        if hit.payload == "more_than_any" and words("of_a_growth") & set(
            parsed.lows[max(0, hit.first - 6) : hit.first]
        ):
            continue
        if hit.payload == "more_than_any":
            value = 2 if holds(parsed, "excepting", last, last + 7) else 1
        if hit.payload == "second_to":
            value = 2 + _listed_behind(parsed, last)
        first, below = hit.first, hit.payload in ("bottom", "spends_least")
        if hit.payload in ("spends_most", "spends_least"):
            head = _head_of_clause(parsed, hit.first)
            if head is not None:
                first, value = head
        yield Place(first, last, value, plain=True, below=below)
    openers = _openers()
    taken = [(hit.first, hit.last) for hit in told] + [(place.first, place.last) for place in several]
    for i, token in enumerate(parsed.tokens):
        if (token.low not in openers and token.kind != "number") or any(a <= i < b for a, b in taken):
            continue
        if token.low in words("high") or token.low in words("low"):
            yield from _superlative(parsed, i)
        elif (nth := ordinal_at(parsed.tokens, i)) is not None:
            yield from _ordinal(parsed, i, nth)
        elif token.low in ("no", "number") and (numbered := _numbered(parsed, i)) is not None:
            yield numbered


CLAUSE_WITHIN = 22
"""Words from the noun of a place to the clause that says by what it is: `the 16th member of NATO (of 29) that invests
most`."""
_ONE_MEMBER = frozenset({"ally", "member", "country", "nation", "state"})
_CLAUSE_LINKS = frozenset({"that", "which", "who", "to", "will", "would"})


def _of_one(parsed: Parsed, verb: int, last: int) -> bool:
    """`Luxembourg spends the least`, `the country that invests the least`; not `those who spend the least`, nor `spends
    the least on ammunition`."""
    if parsed.lows[last : last + 1] == ["on"] and _DEFENCE.isdisjoint(parsed.lows[last + 1 : last + 4]):
        return False
    if _head_of_clause(parsed, verb) is not None:
        return True
    return parsed.lows[verb] in ("spends", "devotes", "invests", "allocates") and any(
        s.last == verb for s in parsed.subjects
    )


_SPANS = (["year"], ["month"], ["week"], ["autumn"], ["summer"], ["spring"], ["winter"], ["decade"])
"""Behind `ranked last` these make it a time: `ranked last year among the biggest spenders`."""
_DEFENCE = frozenset({"defence", "defense", "military", "armed", "army"})


def _head_of_clause(parsed: Parsed, verb: int) -> tuple[int, int] | None:
    """Where `the seventh country of the alliance that will invest` begins, and the place it tells; None without one."""
    lows = parsed.lows
    if verb and lows[verb - 1] == ",":  # "the country that, proportionally, allocates the least"
        verb = next((i for i in range(verb - 2, max(0, verb - 5), -1) if lows[i] == ","), verb)
    if lows[verb] != "to" and (not verb or lows[verb - 1] not in _CLAUSE_LINKS):
        return None
    for n in range(verb - 1, max(0, verb - CLAUSE_WITHIN), -1):
        if lows[n] not in _ONE_MEMBER:
            continue
        at = next((i for i in range(n - 1, max(-1, n - 4), -1) if ordinal_at(parsed.tokens, i) is not None), None)
        if at is not None:
            return at, ordinal_at(parsed.tokens, at) or 1
        article = next((i for i in range(n - 1, max(-1, n - 4), -1) if lows[i] == "the"), None)
        return (article, 1) if article is not None else None
    return None


def _first_so_many(parsed: Parsed) -> Iterator[Place]:
    """`in the top five`, `among NATO's bottom three spenders`: one of the first or last so many."""
    lows = parsed.lows
    for i, low in enumerate(lows):
        if low not in ("top", "bottom") or i + 1 >= len(lows):
            continue
        number = number_at(parsed.tokens, i + 1)
        front = range(i - 1, max(-1, i - 5), -1)
        lead = next((n for n in front if lows[n] in words("of_the_first")), None)
        if number is None or lead is None or not 2 <= number.value <= LONGEST_TOP:
            continue
        head = next((n for n in range(number.last, min(len(lows), number.last + 4)) if lows[n] in words("heads")), None)
        last = number.last if head is None else head + 1
        yield Place(lead, last, int(number.value), plain=True, below=low == "bottom", reach=True)


def _above_all_others(parsed: Parsed) -> Iterator[Place]:
    """`spends a larger slice of its economy than any other European ally`: the first place among those named."""
    lows = parsed.lows
    for i, low in enumerate(lows[:-1]):
        if low != "than" or lows[i + 1] not in _NONE_ABOVE:
            continue
        noun = next((n for n in range(i + 2, min(len(lows), i + 7)) if lows[n] in words("set_members")), None)
        more = next((n for n in range(i - 1, max(-1, i - COMPARED_WITHIN), -1) if lows[n] in _comparing()), None)
        if noun is None or more is None or comparing("together") & set(lows[noun : noun + 4]):
            continue
        if words("of_a_growth") & set(lows[max(0, more - 3) : more]):
            continue  # "rose more in dollars than any other ally's"
        spared = 2 if _one_excepted(parsed, noun) else 1
        yield Place(more, noun + 1, spared, plain=True, below=lows[more] in comparing("less"))


_EXCEPTED_WITHIN = 7
"""Words from `any other nation` to what is excepted (`any other nation in the alliance except the Americans`)."""


def _one_excepted(parsed: Parsed, noun: int) -> bool:
    """Whether somebody is excepted behind the noun; not `except in wartime`."""
    stop = min(len(parsed.lows), noun + _EXCEPTED_WITHIN)
    at = next((n for n in range(noun, stop) if trie("excepting").longest(parsed.tokens, n) is not None), None)
    return at is not None and any(at < s.first <= at + 3 and s.kind != "pronoun" for s in parsed.subjects)


def _comparing() -> frozenset[str]:
    return comparing("more") | comparing("less")


def _listed_behind(parsed: Parsed, last: int) -> int:
    """`behind only Warsaw and Tallinn`, `the US with 1.3 million and Turkey with 481,000`: how many more than one stand
    above."""
    behind = [s for s in parsed.subjects if last <= s.first <= last + 12 and s.names_a_body]
    return sum(1 for a, b in pairwise(behind) if _next_of_a_list(parsed, a.last, b.first))


def _next_of_a_list(parsed: Parsed, first: int, last: int) -> bool:
    """Whether nothing but a joint, or a figure of its own and a joint, stands between two names."""
    if parsed.lows[first : first + 1] in (["with"], ["at"], ["("]):
        own = next((q for q in parsed.quantities if first < q.first <= first + 2 and q.core[1] < last), None)
        first = own.core[1] if own is not None else first
        first += parsed.lows[first : first + 1] == [")"]
    return parsed.text(first, last) in ("and", ",", ", and", "and the")


def _superlative(parsed: Parsed, i: int) -> Iterator[Place]:
    """`the second-largest army`, `the highest defence expenditures among all members`."""
    tokens = parsed.tokens
    at = i - 1 if i and tokens[i - 1].text == "-" else i
    value = ordinal_at(tokens, at - 1) if at else None
    head = i + 1
    while head < len(tokens) and head < i + 6 and tokens[head].low in words("beside"):
        head += 1
    compared = head < len(tokens) and tokens[head].low in words("heads")
    if not compared and tokens[head - 1].low == "military":
        head, compared = head - 1, True  # "the largest military in the alliance"
    if value is None and (one_of_several(parsed, i) or (compared and tokens[head].low in words("plural_heads"))):
        return  # "already a top NATO spender", "among Europe's biggest spenders"
    if not compared and not holds(parsed, "within", i + 1, i + 5) and value is None:
        return
    if not compared and holds(parsed, "of_something_else", i + 1, i + 6):
        return
    last = head + 1 if compared else i + 1
    outranked = _outranked_by(parsed, last) if value is None else 0
    value = 1 + outranked if outranked else value
    if tokens[i].low in words("low"):
        yield Place(i if value is None else at - 1, last, value or 1, below=True)
    else:
        yield Place(i if value is None else at - 1, last, value or 1)


def one_of_several(parsed: Parsed, i: int) -> bool:
    """`a top spender`, `among Europe's biggest`, `one of the alliance's largest`: no first place."""
    lows = parsed.lows
    if i and lows[i - 1] in ("a", "an"):
        return True
    owner = next((s for s in parsed.subjects if s.last == i and s.possessive), None)
    at = (owner.first if owner is not None else i) - 1
    while at > 0 and lows[at] == "the":
        at -= 1
    return at >= 0 and owner is not None and lows[at] in ("among", "amongst", "of")


def _outranked_by(parsed: Parsed, last: int) -> int:
    """`the largest forces after Türkiye`, `the biggest spender bar America and Germany`: how many stand above."""
    lows = parsed.lows
    for n in range(last, min(len(lows) - 1, last + 8)):
        if lows[n] in (",", ";") and lows[n + 1] not in words("outranked"):
            return 0
        if lows[n] in words("outranked"):
            at = n + 1
            while at < len(lows) and lows[at] in ("only", "the", "from", "for"):
                at += 1
            named = [s for s in parsed.subjects if s.first == at and not s.possessive]
            return 1 + _listed_behind(parsed, named[0].first) if named and len(named[0].entity) == 3 else 0
    return 0


def _ordinal(parsed: Parsed, i: int, value: int) -> Iterator[Place]:
    """`dropped to seventh`, `ranks a lowly eighteenth`, `sixth place`: no superlative behind."""
    tokens = parsed.tokens
    behind = [t.low for t in tokens[i + 1 : i + 4]]
    if {*behind[:2]} & (words("high") | words("low")):
        return
    before = [t.low for t in tokens[max(0, i - 4) : i]]
    if i > 1 and ordinal_at(tokens, i - 2) is not None:
        before = [t.low for t in tokens[max(0, i - 6) : i]]  # "came first, second and third"
    if before[-1:] in (["a"], ["one"]):
        return  # "a third of the Netherlands'"
    if (words("low") | {"bottom", "last"}) & {t.low for t in tokens[i + 1 : i + 5]}:
        return  # "fifth from the bottom"
    place = behind[:1] in (["place"], ["spot"], ["position"])
    alone = not behind or behind[0] in _ENDS or tokens[i + 1].kind == "mark"
    if before[-1:] == ["the"] and behind[:1] in (["is"], ["was"]) and _names_an_ally(parsed, i + 2):
        yield Place(i, i + 1, value)  # "Poland has the largest share, the second is Estonia"
        return
    ranked = bool(words("ranking") & set(before)) and (alone or place)
    if not ranked and not (place and before[-1:] in (["in"], ["to"], ["from"])):
        return
    yield Place(i, i + 2 if place else i + 1, value, back=before[-1:] == ["from"])


def _names_an_ally(parsed: Parsed, at: int) -> bool:
    """Whether a country stands at token `at`, over an article."""
    at += parsed.lows[at : at + 1] == ["the"]
    return any(s.first == at and len(s.entity) == 3 and s.entity != "EUR" for s in parsed.subjects)


_ENDS = frozenset({"in", "by", "from", "to", "with", "among", "and", "behind", "out", "on", "overall", "last"})


def _numbered(parsed: Parsed, i: int) -> Place | None:
    """`Estonia, No. 2 in the alliance`."""
    at = i + 2 if i + 1 < len(parsed.tokens) and parsed.tokens[i + 1].text == "." else i + 1
    number = number_at(parsed.tokens, at) if at < len(parsed.tokens) else None
    if number is None or not 1 <= number.value <= 32 or number.value != int(number.value):
        return None
    owned = any(s.possessive and s.last == i and s.entity in _SETS for s in parsed.subjects)
    if not owned and not holds(parsed, "within", number.last - 1, number.last + 4):
        return None
    return Place(i, number.last, int(number.value))


_SETS = frozenset({"NATO", "EUR", "EU"})
