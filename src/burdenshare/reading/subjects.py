"""Whose figure it is: the rules by which the mention a quantity belongs to is looked for, in their order."""

from __future__ import annotations

from burdenshare.reading.asides import in_aside
from burdenshare.reading.drafts import Topic
from burdenshare.reading.found_subjects import TRAILING, Found, as_found, carries, is_foreign, others_beside
from burdenshare.reading.going_on import goes_on
from burdenshare.reading.lists_with_others import named_with_others
from burdenshare.reading.mention_places import (
    a_place,
    a_whole,
    apart,
    oblique,
    overtaken,
    owns_what_was_told,
    qualifies,
)
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.parse import Parsed
from burdenshare.reading.subjects_behind import (
    dates_only,
    foreign_purse,
    inverted,
    narrowed,
    of_whose_gdp,
    outlays_of,
    paid_by,
    rightwards,
    spent_by,
    than_any,
)
from burdenshare.reading.subjects_meant import (
    antecedent,
    behind_a_source,
    by_pronoun,
    of_the_nation,
    of_their_country,
    of_whom_it_is,
    this_figure,
)


def subject_of(
    parsed: Parsed, first: int, last: int, bounds: tuple[int, int], topic: Topic, *, ours: frozenset[str]
) -> Found | None:
    """The subject of the quantity at tokens `first`..`last`: directly in front, then leftwards in the clause and the
    sentence, then to the right, then what the text was speaking of. `ours` may carry the measure."""
    opener = goes_on(parsed, first)
    if opener is not None and carries(opener, ours):
        return as_found(opener, parsed, ours)
    if others_beside(parsed, first):
        return None
    found = (
        named_with_others(parsed, first, ours)
        or this_figure(parsed, first, bounds[0], topic)
        or antecedent(parsed, first, ours)
        or of_whom_it_is(parsed, first, ours)
        or of_the_nation(parsed, first, bounds[0], topic)
        or of_their_country(parsed, first, ours)
        or _contrasted(parsed, first, ours)
        or _included(parsed, last, ours)
        or _exemplified(parsed, last, ours)
        or _attached(parsed, first, ours)
        or of_whose_gdp(parsed, last, ours)
        or spent_by(parsed, last, ours)
        or inverted(parsed, first, last, ours)
        or narrowed(parsed, last, bounds[1], ours)
        or outlays_of(parsed, last, ours)
        or paid_by(parsed, last, ours)
        or behind_a_source(parsed, first, topic)
        or _leftwards(parsed, first, bounds[0], ours)
        or rightwards(parsed, last, bounds[1], ours)
        or _leftwards(parsed, bounds[0], 0, ours)
        or by_pronoun(parsed, first, topic)
    )
    found = found and _one_and_no_list(parsed, first, found, ours)
    found = found and _only_its_rest(parsed, last, _those_told_of(parsed, found, topic), ours)
    return found if found is None or found.entities else None


def _one_and_no_list(parsed: Parsed, first: int, found: Found, ours: frozenset[str]) -> Found:
    """`Greece is third after Bulgaria and the US, as it spent 2.28 %`: `it` is the one that opens the sentence, and not
    a list behind it."""
    if len(found.entities) < 2 or found.last >= first or "it" not in parsed.lows[found.last : first]:
        return found
    opener = next((s for s in parsed.subjects if s.kind != "pronoun"), None)
    alone = opener is not None and opener.last <= found.first and len(opener.entity) == 3 and carries(opener, ours)
    if opener is None or not alone or opener.entity in found.entities or opener.possessive:
        return found
    return Found((opener.entity,), opener.first, opener.last, opener.open)


def _only_its_rest(parsed: Parsed, last: int, found: Found, ours: frozenset[str]) -> Found:
    """`NATO's 11% rise in outlays over the past year from Canada and European allies`: told of the alliance, and then
    of all but the United States."""
    if found.entities != ("NATO",):
        return found
    for s in parsed.subjects:
        front = parsed.tokens[s.first - 1].low if s.first else ""
        behind = max(last, found.last)  # "an 11% rise by NATO countries over the past year from Canada and Europe"
        if s.entity == "EUR_CAN" and s.first > behind and front in _SHARED_BY and carries(s, ours):
            between = [q.core[0] for q in parsed.quantities if last <= q.core[0] < s.first]
            return found if between and not dates_only(parsed, between, last, s) else as_found(s, parsed, ours)
    return found


def _those_told_of(parsed: Parsed, found: Found, topic: Topic) -> Found:
    """`European allies and Canada spent 4.6 % more. Those allies will have invested …`: the group told just before."""
    front = parsed.lows[max(0, found.first - 1) : found.first + 1]
    pointed = found.entities == ("NATO",) and not _THOSE.isdisjoint(front)
    group = topic.subject in (("EUR_CAN",), ("EUR",)) and topic.block >= parsed.sentence.block - 1
    return Found(topic.subject, found.first, found.last, found.open) if pointed and group else found


_THOSE = frozenset({"those", "these"})
_SHARED_BY = frozenset({"by", "from", "among", "across"})


def _included(parsed: Parsed, last: int, ours: frozenset[str]) -> Found | None:
    """`Other members spending more than 3 percent include Estonia, Norway and Denmark`: the list stands behind."""
    words = [t.low for t in parsed.tokens[last : last + 6]]
    verb = next((last + i for i, word in enumerate(words) if word in ("include", "includes", "included", "are")), None)
    if verb is None or not any(s.first in (verb + 1, verb + 2) and carries(s, ours) for s in parsed.subjects):
        return None
    behind = [s for s in parsed.subjects if s.first > verb and carries(s, ours)]
    lists = [as_found(s, parsed, ours) for s in behind]
    return max(lists, key=lambda found: len(found.entities)) if lists else None


def _exemplified(parsed: Parsed, last: int, ours: frozenset[str]) -> Found | None:
    """`spent between 1.28 %, like Spain, and 1.81 %, like Croatia`; `ahead with 2.01 % — Italy, Canada, and Albania.`:
    whose figure it is stands right behind it, and nothing else is said of them."""
    lows = parsed.lows[last : last + 3]
    if lows[:2] == [",", "like"]:
        one = next((s for s in parsed.subjects if s.first == last + 2), None)
        closed = one is not None and parsed.lows[one.last : one.last + 1] in ([","], ["."], [")"], [";"])
        return as_found(one, parsed, ours) if one is not None and closed and carries(one, ours) else None
    if lows[:1] not in (["—"], ["–"], ["-"]) or not apart(parsed, last):
        return None
    listed = [s for s in parsed.subjects if s.first > last]
    rest = {i for s in listed for i in range(s.first, s.last)}
    alone = all(i in rest or parsed.lows[i] in _LISTING for i in range(last + 1, len(parsed.lows)))
    if not alone or not listed or listed[0].first > last + 2 or not all(carries(s, ours) for s in listed):
        return None
    return Found(tuple(s.entity for s in listed), listed[0].first, listed[-1].last)


_LISTING = frozenset({",", "and", "the", ".", '"', "”"})


def _contrasted(parsed: Parsed, first: int, ours: frozenset[str]) -> Found | None:
    """`Poland spent more than Italy, 4.12 % against 1.49 %`: the number behind `against` is the other's."""
    if not first or parsed.tokens[first - 1].low not in ("against", "versus"):
        return None
    than = [s for s in parsed.subjects if s.last <= first and s.first and parsed.tokens[s.first - 1].low == "than"]
    return as_found(than[-1], parsed, ours) if than and carries(than[-1], ours) else None


def _attached(parsed: Parsed, first: int, ours: frozenset[str]) -> Found | None:
    """`Poland (4.12 %)`, `Poland at 4.12 %`, `Poland: 4.12 %`, `Poland, 4.12 %`."""
    at = first - 1
    bracket = at >= 0 and parsed.tokens[at].text == "("  # "behind the US ($968 billion)": its own all the same
    if at >= 0 and parsed.tokens[at].text in ("(", ":", ",", "-", "—"):
        at -= 1
    elif at >= 0 and parsed.tokens[at].low in ("at", "with", "on"):
        at -= 1
        if at > 0 and parsed.tokens[at].low in TRAILING:
            at -= 1  # "Canada lagging at 1.37 %", "with Poland leading at 4.7 %"
        if at >= 0 and parsed.tokens[at].text == ",":
            at -= 1
    elif at < 0 or parsed.tokens[at].kind != "word" or parsed.tokens[at].possessive:
        return None
    for subject in parsed.subjects:
        own = bracket or _set_apart(parsed, subject, first)
        if subject.last == at + 1 and carries(subject, ours) and (own or not oblique(parsed, subject)):
            return as_found(subject, parsed, ours)
    return None


def _set_apart(parsed: Parsed, subject: SubjectMention, first: int) -> bool:
    """`are above the line, unlike France, at 1.90, and Germany`, `Compare Spain, with 1.3 %, to Poland, with 4.1 %`: a
    figure apposed to the one who is set apart."""
    lows = parsed.lows
    if "compare" in parsed.words and lows[subject.first - 1] in ("to", "with"):
        return lows[subject.last : first] == [",", "with"]
    return lows[subject.first - 1] in ("unlike", "like") and lows[subject.last : first] in ([",", "at"], [",", "on"])


def _leftwards(parsed: Parsed, end: int, start: int, ours: frozenset[str]) -> Found | None:
    """The nearest mention on the left that can be a subject; those that only qualify another noun are passed over."""
    weak: Found | None = None
    asides = [(a, b) for a, b in parsed.relatives if b <= end]
    for subject in reversed(parsed.subjects):
        if subject.last > end or subject.first < start or any(a <= subject.first < b for a, b in asides):
            continue  # "Montenegro, which joined NATO in 2017, spends …": the alliance stands in an aside
        if is_foreign(parsed, subject, ours) or foreign_purse(parsed, subject, ours):
            return Found((), subject.first, subject.last)
        if not carries(subject, ours):
            continue
        if subject.entity == "CAN" and parsed.lows[max(0, subject.first - 2) : subject.first] == ["(", "and"]:
            return Found(("EUR_CAN",), subject.first, subject.last)  # "the continent's NATO members (and Canada)"
        if in_aside(parsed, subject, end) or a_place(parsed, subject) or than_any(parsed, subject):
            continue
        if owns_what_was_told(parsed, subject) or a_whole(parsed, subject, end):
            continue
        if oblique(parsed, subject) or qualifies(parsed, subject) or overtaken(parsed, subject):
            weak = weak or as_found(subject, parsed, ours)
            continue
        return as_found(subject, parsed, ours)
    if weak is not None and start and _led_past(parsed, weak.first):
        return _leftwards(parsed, end, 0, ours)
    return weak


def _led_past(parsed: Parsed, at: int) -> bool:
    """`The Union — apart from what its members give — is ahead of the United States with €80 billion`: whom another
    is ahead of owns nothing, however far off the other stands."""
    front = parsed.lows[max(0, at - 3) : at]
    front = front[:-1] if front[-1:] == ["the"] else front
    return front[-2:] == ["ahead", "of"]
