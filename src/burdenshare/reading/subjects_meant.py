"""Subjects that a text means without naming them where the figure stands: `it`, `this figure`, `their country`."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.drafts import Topic
from burdenshare.reading.found_subjects import Found, as_found, carries
from burdenshare.reading.parse import Parsed
from burdenshare.reading.regions import lies_there
from burdenshare.reading.tables import word_list

_FIGURE_NOUNS = frozenset({"ratio", "share", "figure", "proportion", "rate", "number", "percentage", "sum"})


def this_figure(parsed: Parsed, first: int, low: int, topic: Topic) -> Found | None:
    """`NATO estimates this ratio will rise to 2.13 percent`: the figure told before, and whose it was."""
    words = [t.low for t in parsed.tokens[low:first]]
    at = next((i for i, (a, b) in enumerate(pairwise(words)) if a in ("this", "that") and b in _FIGURE_NOUNS), None)
    if at is None or not topic.subject or topic.block < parsed.sentence.block - 1:
        return None
    between = any(low + at + 2 <= s.first < first and s.names_a_body for s in parsed.subjects)
    return None if between else Found(topic.subject, first, first, carried=True)


def antecedent(parsed: Parsed, first: int, ours: frozenset[str]) -> Found | None:
    """`less than Denmark, which was at 2.37%`: the name right in front of the comma owns what `which` tells."""
    for start, end in parsed.relatives:
        if not start < first < end or parsed.tokens[start].low != "which":
            continue
        if any(start < s.first < first and s.names_a_body for s in parsed.subjects):
            return None
        owner = next((s for s in parsed.subjects if s.last == start - 1 and s.names_a_body), None)
        if owner is not None and len(owner.entity) == 3:
            return as_found(owner, parsed, ours) if carries(owner, ours) else Found((), owner.first, owner.last)
    return None


def of_the_nation(parsed: Parsed, first: int, low: int, topic: Topic) -> Found | None:
    """`The NATO agreement will see the nation's annual defence budget rise to …`: the country the text is about."""
    near = [s for s in parsed.subjects if low <= s.first and s.last <= first and (s.names_a_body or s.possessive)]
    if not near or near[-1].kind != "pronoun" or not near[-1].possessive or len(near) < 2:
        return None
    said = parsed.tokens[near[-1].last - 1].low in _COUNTRY
    if said and parsed.lows[near[-1].first] == "that" and len(near[-2].entity) == 3 and near[-2].kind == "country":
        return Found((near[-2].entity,), near[-2].first, near[-2].last)  # "Latvia's cabinet agreed that that country's"
    home = topic.home or topic.country or _one_named(parsed, near[-1].first)
    return Found((home,), near[-1].first, near[-1].last, carried=True) if said and home else None


def _one_named(parsed: Parsed, first: int) -> str:
    """`To reach the goals presented to Estonia, the country's budget must rise`: the one country named in front."""
    named = {s.entity for s in parsed.subjects if s.last <= first and s.kind == "country" and s.names_a_body}
    return named.pop() if len(named) == 1 else ""


_THEIR = frozenset({"his", "her", "their"})
_THEIRS = _THEIR | {"whose"}
_NAMED_WITHIN = 7
"""Words between an office and `country`: its holder's name, a comma and `whose`."""


_COUNTRY = frozenset({"country", "nation", "government"})


def of_their_country(parsed: Parsed, first: int, ours: frozenset[str]) -> Found | None:
    """`Danish Prime Minister Mette Frederiksen replied that her country …`: the country of the office; `talks with
    Spanish Prime Minister Pedro Sánchez, whose country …`: of the office right in front, and of no other."""
    if _COUNTRY.isdisjoint(parsed.words):
        return None
    words = parsed.lows[:first]
    at = next((i for i in range(len(words) - 1, 0, -1) if words[i] in _COUNTRY and words[i - 1] in _THEIRS), None)
    if at is None or any(at < s.first < first and s.names_a_body for s in parsed.subjects):
        return None
    if words[at - 1] == "whose":
        offices = [t for t in parsed.titles if t.last <= at and len(t.entity) == 3]
        near = offices[-1] if offices and at - offices[-1].last <= _NAMED_WITHIN else None
        return None if near is None else Found((near.entity,) if near.entity in ours else (), at - 1, at + 1)
    entities = {t.entity for t in parsed.titles if t.last <= at and t.entity in ours and len(t.entity) == 3}
    return Found((entities.pop(),), at - 1, at + 1) if len(entities) == 1 else None


def behind_a_source(parsed: Parsed, first: int, topic: Topic) -> Found | None:
    """`According to NATO figures, the country will spend`: the source owns nothing, the country told of does."""
    lows = parsed.lows
    if lows[:2] != ["according", "to"] and lows[:1] != ["by"]:
        return None
    comma = next((i for i in range(2, first) if lows[i] == ","), first)
    behind = [s for s in parsed.subjects if comma < s.first < first]
    if not behind or any(s.kind != "pronoun" for s in behind):
        return None
    return by_pronoun(parsed, first, topic)


_FOR_NOBODY = frozenset(
    {"expected", "clear", "hoped", "believed", "important", "likely", "unlikely", "unclear", "thought", "understood"}
)


_ONE = (["it"], ["its"])
"""Of several that were counted, none is `it`."""


def by_pronoun(parsed: Parsed, first: int, topic: Topic) -> Found | None:
    """`it`, `the country`, `its`: the ally the text was speaking of; only where exactly one was."""
    group_said = topic.subject != (topic.country,) and topic.block >= parsed.sentence.block
    counted = topic.measure == "allies_at_guideline"  # "Eleven allies reach it, but Canada is not close. It spends …"
    if not topic.country or (group_said and not (counted and parsed.lows[:1] in _ONE)):
        return None
    for subject in parsed.subjects:
        if parsed.quote_of[subject.first] is not None:
            continue  # inside somebody's words the pronoun points elsewhere
        if parsed.lows[subject.first + 1 : subject.first + 2] in (["is"], ["was"]) and _FOR_NOBODY & set(
            parsed.lows[subject.first + 2 : subject.first + 4]
        ):
            continue  # "It is expected that leaders will approve"
        if (
            subject.kind == "pronoun"
            and subject.first <= first + 6
            and parsed.tokens[subject.first].low not in ("we", "our", "they", "their")
            and lies_there(topic.country, parsed.lows[subject.first : subject.last])
        ):
            return Found((topic.country,), subject.first, subject.last, carried=True)
    return None


def of_whom_it_is(parsed: Parsed, first: int, ours: frozenset[str]) -> Found | None:
    """`the US, whose defence spending NATO estimates will reach $845 billion`: whose it is stands in front of `whose`,
    and who reckons it behind."""
    if "whose" not in parsed.words:
        return None
    at = next((i for i in range(first - 1, max(-1, first - _WHOSE_REACH), -1) if parsed.lows[i] == "whose"), None)
    if at is None or any(at < q.core[0] < first for q in parsed.quantities):
        return None
    if word_list("spending_nouns").isdisjoint(parsed.lows[at + 1 : at + 5]) or not _reckoned(parsed, at, first):
        return None
    end = at - 1 if parsed.lows[at - 1 : at] == [","] else at
    owner = next((s for s in parsed.subjects if s.last == end and s.names_a_body), None)
    return as_found(owner, parsed, ours) if owner is not None and carries(owner, ours) else None


def _reckoned(parsed: Parsed, low: int, high: int) -> bool:
    """Whether somebody stands between whose the figure is and the figure, right in front of a verb of reckoning."""
    reckoning = word_list("reckoning_verbs")
    return any(low < s.first and s.last < high and parsed.lows[s.last] in reckoning for s in parsed.subjects)


_WHOSE_REACH = 12
"""Words in front of a figure within which `whose` may open its clause."""
