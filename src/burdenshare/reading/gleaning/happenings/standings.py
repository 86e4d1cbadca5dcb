"""Places among the allies by the words around them: `second only to Poland`, `tops the ranking`, `in last place`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.gleaning.happenings.rankings import Asked, Owner, by_of, none_but, owner_of, when_of, within
from burdenshare.reading.gleaning.happenings.words import hits, holds, ordinal_at, row, trie, words
from burdenshare.reading.model import Interval, Kind
from burdenshare.reading.parse import Parsed

RULE = "place among the allies, by the words around it"
_PLAIN = {"top": 1, "bottom": 1, "second_to": 2, "more_than_any": 1, "spends_most": 1}


@dataclass(frozen=True, slots=True)
class Place:
    """A place told at tokens `first`..`last`, counted from the highest or (`below`) from the lowest. `plain`: its words
    name the alliance or the table by themselves. `back`: the place that was left (`from nineteenth to sixth`)."""

    first: int
    last: int
    value: int
    plain: bool = False
    back: bool = False
    below: bool = False


def standings(parsed: Parsed, calendar: Calendar, topic: Topic) -> list[Draft]:
    """Every place among the allies in one sentence that the strict rule left."""
    if not _may_rank(parsed) or not parsed.tokens or parsed.tokens[-1].text == "?":
        return []
    places = [place for place in _places(parsed) if not _unstated(parsed, place)]
    found = [draft for place in places if (draft := _standing(parsed, calendar, topic, place)) is not None]
    highest = none_but(parsed, calendar, topic)
    if highest is not None:
        draft = _draft(parsed, calendar, topic, Place(highest.first, highest.last, 1, plain=True), highest, scope=True)
        found += [draft] if draft is not None else []
    return [draft for draft in _shared_out(parsed, found) if len(draft.subject) < 2]  # "Poland and Estonia have the …"


def _shared_out(parsed: Parsed, found: list[Draft]) -> list[Draft]:
    """`Poland, Estonia and the United States came first, second and third`: one place each, where they are as many."""
    told = [draft for draft in found if len(draft.subject) == len(found) > 1]
    if len(told) != len(found) or len({draft.subject for draft in told}) != 1:
        return found
    return [replace(draft, subject=(draft.subject[n],)) for n, draft in enumerate(told)]


def _may_rank(parsed: Parsed) -> bool:
    """Whether the sentence holds a word that may give a place: one set look-up for each token."""
    openers = _openers()
    if not openers.isdisjoint(parsed.words):
        return True
    return any(t.kind == "number" and t.text[-1:].isalpha() for t in parsed.tokens)


@cache
def _openers() -> frozenset[str]:
    return words("high") | words("low") | trie(*_PLAIN, "none_than").openers() | _ordinals()


@cache
def _ordinals() -> frozenset[str]:
    return frozenset(row("ordinals")) | {"no", "number"}


def _places(parsed: Parsed) -> Iterator[Place]:
    told = hits(parsed, *_PLAIN)
    for hit in told:
        value = _PLAIN[hit.payload]
        last = hit.last
        if hit.payload == "more_than_any":
            value = 2 if holds(parsed, "excepting", last, last + 7) else 1
        if hit.payload == "second_to":
            value = 2 + _listed_behind(parsed, last)
        yield Place(hit.first, last, value, plain=True, below=hit.payload == "bottom")
    openers = _openers()
    for i, token in enumerate(parsed.tokens):
        if (token.low not in openers and token.kind != "number") or any(h.first <= i < h.last for h in told):
            continue
        if token.low in words("high") or token.low in words("low"):
            yield from _superlative(parsed, i)
        elif (nth := ordinal_at(parsed.tokens, i)) is not None:
            yield from _ordinal(parsed, i, nth)
        elif token.low in ("no", "number") and (numbered := _numbered(parsed, i)) is not None:
            yield numbered


def _listed_behind(parsed: Parsed, last: int) -> int:
    """`behind only Warsaw and Tallinn`: how many more than one stand above."""
    behind = [s for s in parsed.subjects if last <= s.first <= last + 6 and s.names_a_body]
    return sum(parsed.text(a.last, b.first) in ("and", ",", ", and", "and the") for a, b in pairwise(behind))


def _superlative(parsed: Parsed, i: int) -> Iterator[Place]:
    """`the second-largest army`, `the highest defence expenditures among all members`."""
    tokens = parsed.tokens
    at = i - 1 if i and tokens[i - 1].text == "-" else i
    value = ordinal_at(tokens, at - 1) if at else None
    head = i + 1
    while head < len(tokens) and head < i + 6 and tokens[head].low in words("beside"):
        head += 1
    compared = head < len(tokens) and tokens[head].low in words("heads")
    if value is None and i and tokens[i - 1].low in ("a", "an"):
        return  # "already a top NATO spender": one of several
    if not compared and not holds(parsed, "within", i + 1, i + 5) and value is None:
        return
    if not compared and holds(parsed, "of_something_else", i + 1, i + 6):
        return
    last = head + 1 if compared else i + 1
    if tokens[i].low in words("low"):
        yield Place(i if value is None else at - 1, last, value or 1, below=True)
    else:
        yield Place(i if value is None else at - 1, last, value or 1)


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
    if (words("low") | {"bottom"}) & {t.low for t in tokens[i + 1 : i + 5]}:
        return  # "fifth from the bottom"
    place = behind[:1] in (["place"], ["spot"], ["position"])
    alone = not behind or behind[0] in _ENDS or tokens[i + 1].kind == "mark"
    ranked = bool(words("ranking") & set(before)) and (alone or place)
    if not ranked and not (place and before[-1:] in (["in"], ["to"], ["from"])):
        return
    yield Place(i, i + 2 if place else i + 1, value, back=before[-1:] == ["from"])


_ENDS = frozenset({"in", "by", "from", "to", "with", "among", "and", "behind", "out", "on", "overall", "last"})


def _numbered(parsed: Parsed, i: int) -> Place | None:
    """`Estonia, No. 2 in the alliance`."""
    at = i + 2 if i + 1 < len(parsed.tokens) and parsed.tokens[i + 1].text == "." else i + 1
    if at >= len(parsed.tokens) or not parsed.tokens[at].text.isdecimal() or not holds(parsed, "within", at, at + 4):
        return None
    return Place(i, at + 1, int(parsed.tokens[at].text))


def _standing(parsed: Parsed, calendar: Calendar, topic: Topic, place: Place) -> Draft | None:
    if holds(parsed, "gone_by", 0, place.first):
        return None  # "For many years, the United States was at the top": until when is not said
    if "had" in parsed.lows[max(0, place.first - 2) : place.first] and place.plain:
        return None  # "the United States, which had led the ranking": until when is not said
    told = Asked(parsed, calendar, topic, place.first, place.last)
    scope = within(told, plain=place.plain)
    owner = owner_of(told) if scope is not None else None
    return None if owner is None else _draft(parsed, calendar, topic, place, owner, bool(scope))


def _draft(parsed: Parsed, calendar: Calendar, topic: Topic, place: Place, owner: Owner, scope: bool) -> Draft | None:
    told = Asked(parsed, calendar, topic, place.first, place.last)
    by = by_of(told)
    if by is None:
        return None
    period, source = when_of(told, back=place.back)
    first, last = min(owner.first, place.first), max(owner.last, place.last)
    value = Interval(place.value, place.value, central=place.value, kind="count")
    return Draft(
        first,
        last,
        (first if _told_together(parsed, owner, place) else place.first, max(last, place.last)),
        Kind.FACT,
        "rank",
        RULE,
        subject=owner.entities,
        value=value,
        below=place.below,
        period=period,
        period_from=source,
        by=by,
        likely=place.back or not (scope and owner.sure and by == "share_of_gdp"),
        ours=not owner.entities,
    )


def _told_together(parsed: Parsed, owner: Owner, place: Place) -> bool:
    """Whether one voice tells the owner and the place."""
    if parsed.quote_of[owner.first] != parsed.quote_of[place.first]:
        return False
    return not any(
        f.said[0] <= place.first < f.said[1] and not f.said[0] <= owner.first < f.said[1] for f in parsed.frames
    )


def _unstated(parsed: Parsed, place: Place) -> bool:
    """A plan, a denial, one of many, or a place by something that is not compared here."""
    low = max([0, *(start for start in parsed.clause_starts if start <= place.first)])
    front = parsed.tokens[max(low, place.first - 7) : place.first]
    told = {t.low for t in front}
    if told & {"overtaken", "overtook", "overtaking", "passed", "surpassed"}:
        told -= {"to", "become"}
    doubtful = trie("not_stated")
    if any(doubtful.longest(front, i) is not None for i in doubtful.starts(front)) and not (
        {"overtaken", "overtook"} & told
    ):
        return True
    return holds(parsed, "of_something_else", place.first, min(len(parsed.tokens), place.last + 4))
