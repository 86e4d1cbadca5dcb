"""Whose figure it is: the mention a quantity belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from burdenshare.quick import quick
from burdenshare.reading.asides import in_aside
from burdenshare.reading.drafts import Topic
from burdenshare.reading.going_on import goes_on
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.parse import Parsed
from burdenshare.reading.regions import lies_there
from burdenshare.reading.tables import word_list

_OWNED = word_list("owned_nouns")
_TARGETS = word_list("target_names")
_OBLIQUE = word_list("oblique_prepositions")
_DETERMINERS = frozenset({"the", "all", "its", "these", "those", "other", "every", "any"})
_RANKED = word_list("superlatives") | word_list("placing_words")
_PLACED = _RANKED | frozenset({"includes", "including", "excluding", "except", "bottom", "top"})


@quick
@dataclass(frozen=True, slots=True)
class Found:
    """The subject of a figure: entities, where it stands, and which readings of the group stay open."""

    entities: tuple[str, ...]
    first: int
    last: int
    open: tuple[str, ...] = ()
    carried: bool = False


def subject_of(
    parsed: Parsed, first: int, last: int, bounds: tuple[int, int], topic: Topic, *, ours: frozenset[str]
) -> Found | None:
    """The subject of the quantity at tokens `first`..`last`: directly in front, then leftwards in the clause and the
    sentence, then to the right, then what the text was speaking of. `ours` may carry the measure."""
    opener = goes_on(parsed, first)
    if opener is not None and _carries(opener, ours):
        return _found(opener, parsed, ours)
    if others_beside(parsed, first):
        return None
    found = (
        _this_figure(parsed, first, bounds[0], topic)
        or _antecedent(parsed, first, ours)
        or _of_the_nation(parsed, first, bounds[0], topic)
        or _of_their_country(parsed, first, ours)
        or _contrasted(parsed, first, ours)
        or _included(parsed, last, ours)
        or _exemplified(parsed, last, ours)
        or _attached(parsed, first, ours)
        or _of_whose_gdp(parsed, last, ours)
        or _spent_by(parsed, last, ours)
        or _inverted(parsed, first, last, ours)
        or _narrowed(parsed, last, bounds[1], ours)
        or _outlays_of(parsed, last, ours)
        or _paid_by(parsed, last, ours)
        or _behind_a_source(parsed, first, topic)
        or _leftwards(parsed, first, bounds[0], ours)
        or _rightwards(parsed, last, bounds[1], ours)
        or _leftwards(parsed, bounds[0], 0, ours)
        or _pronoun(parsed, first, topic)
    )
    found = found and _only_its_rest(parsed, last, _those_told_of(parsed, found, topic), ours)
    return found if found is None or found.entities else None


def _only_its_rest(parsed: Parsed, last: int, found: Found, ours: frozenset[str]) -> Found:
    """`NATO's 11% rise in outlays over the past year from Canada and European allies`: told of the alliance, and then
    of all but the United States."""
    if found.entities != ("NATO",) or found.first >= last:
        return found
    for s in parsed.subjects:
        front = parsed.tokens[s.first - 1].low if s.first else ""
        if s.entity == "EUR_CAN" and s.first > last and front in _SHARED_BY and _carries(s, ours):
            between = [q.core[0] for q in parsed.quantities if last <= q.core[0] < s.first]
            return found if between and not _dates_only(parsed, between, last, s) else _found(s, parsed, ours)
    return found


def _those_told_of(parsed: Parsed, found: Found, topic: Topic) -> Found:
    """`European allies and Canada spent 4.6 % more. Those allies will have invested …`: the group told just before."""
    front = parsed.lows[max(0, found.first - 1) : found.first + 1]
    pointed = found.entities == ("NATO",) and not _THOSE.isdisjoint(front)
    group = topic.subject in (("EUR_CAN",), ("EUR",)) and topic.block >= parsed.sentence.block - 1
    return Found(topic.subject, found.first, found.last, found.open) if pointed and group else found


_THOSE = frozenset({"those", "these"})
_SHARED_BY = frozenset({"by", "from", "among", "across"})
_FIGURES = frozenset({"ratio", "share", "figure", "proportion", "rate", "number", "percentage", "sum"})


def _this_figure(parsed: Parsed, first: int, low: int, topic: Topic) -> Found | None:
    """`NATO estimates this ratio will rise to 2.13 percent`: the figure told before, and whose it was."""
    words = [t.low for t in parsed.tokens[low:first]]
    at = next((i for i, (a, b) in enumerate(pairwise(words)) if a in ("this", "that") and b in _FIGURES), None)
    if at is None or not topic.subject or topic.block < parsed.sentence.block - 1:
        return None
    between = any(low + at + 2 <= s.first < first and s.names_a_body for s in parsed.subjects)
    return None if between else Found(topic.subject, first, first, carried=True)


def _included(parsed: Parsed, last: int, ours: frozenset[str]) -> Found | None:
    """`Other members spending more than 3 percent include Estonia, Norway and Denmark`: the list stands behind."""
    words = [t.low for t in parsed.tokens[last : last + 6]]
    verb = next((last + i for i, word in enumerate(words) if word in ("include", "includes", "included", "are")), None)
    if verb is None or not any(s.first in (verb + 1, verb + 2) and _carries(s, ours) for s in parsed.subjects):
        return None
    behind = [s for s in parsed.subjects if s.first > verb and _carries(s, ours)]
    lists = [_found(s, parsed, ours) for s in behind]
    return max(lists, key=lambda found: len(found.entities)) if lists else None


def _exemplified(parsed: Parsed, last: int, ours: frozenset[str]) -> Found | None:
    """`spent between 1.28 %, like Spain, and 1.81 %, like Croatia`; `ahead with 2.01 % — Italy, Canada, and Albania.`:
    whose figure it is stands right behind it, and nothing else is said of them."""
    lows = parsed.lows[last : last + 3]
    if lows[:2] == [",", "like"]:
        one = next((s for s in parsed.subjects if s.first == last + 2), None)
        closed = one is not None and parsed.lows[one.last : one.last + 1] in ([","], ["."], [")"], [";"])
        return _found(one, parsed, ours) if one is not None and closed and _carries(one, ours) else None
    if lows[:1] not in (["—"], ["–"], ["-"]) or not _apart(parsed, last):
        return None
    listed = [s for s in parsed.subjects if s.first > last]
    rest = {i for s in listed for i in range(s.first, s.last)}
    alone = all(i in rest or parsed.lows[i] in _LISTING for i in range(last + 1, len(parsed.lows)))
    if not alone or not listed or listed[0].first > last + 2 or not all(_carries(s, ours) for s in listed):
        return None
    return Found(tuple(s.entity for s in listed), listed[0].first, listed[-1].last)


_LISTING = frozenset({",", "and", "the", ".", '"', "”"})


def _contrasted(parsed: Parsed, first: int, ours: frozenset[str]) -> Found | None:
    """`Poland spent more than Italy, 4.12 % against 1.49 %`: the number behind `against` is the other's."""
    if not first or parsed.tokens[first - 1].low not in ("against", "versus"):
        return None
    than = [s for s in parsed.subjects if s.last <= first and s.first and parsed.tokens[s.first - 1].low == "than"]
    return _found(than[-1], parsed, ours) if than and _carries(than[-1], ours) else None


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
        if subject.last == at + 1 and _carries(subject, ours) and (bracket or not _oblique(parsed, subject)):
            return _found(subject, parsed, ours)
    return None


TRAILING = frozenset(
    {"lagging", "trailing", "leading", "sitting", "standing", "languishing", "hovering", "coming", "next", "third"}
)


def others_beside(parsed: Parsed, first: int) -> bool:
    """`and India ($86.1 billion)`, `India's $86.1 billion`: a country that no record holds, beside a figure."""
    at = first - (first > 0 and parsed.tokens[first - 1].text in ("(", ":", ",", "—"))
    return any(s.last == at and s.entity == "OTHER" and (at < first or s.possessive) for s in parsed.subjects)


def is_foreign(parsed: Parsed, subject: SubjectMention, ours: frozenset[str]) -> bool:
    """`Russia spends 6.3 %`, `Moscow's military budget`: a country outside the alliance that the figure is about."""
    if (
        subject.entity in ours
        or subject.kind in ("pronoun", "demonym", "adjective")
        or subject.entity in ("AMBIGUOUS", "PRONOUN")
    ):
        return False
    if subject.entity == "UKR" and parsed.cues.has("aid"):
        return False  # the one who is given the aid
    before = parsed.tokens[subject.first - 1].low if subject.first else ""
    if before in ("by", "of") and subject.first > 1 and parsed.tokens[subject.first - 2].low in _OUTLAYS:
        return True  # "Spending by Taiwan grew by 1.8 %"
    if before in (
        "to",
        "for",
        "in",
        "against",
        "with",
        "of",
        "on",
        "from",
        "about",
        "by",
        "into",
        "over",
        "near",
        "and",
        "inside",
    ):
        return False
    return not _qualifies(parsed, subject) and not in_aside(parsed, subject, len(parsed.tokens))


_OUTLAYS = frozenset({"spending", "expenditure", "expenditures", "outlays"})


def _carries(subject: SubjectMention, ours: frozenset[str]) -> bool:
    return subject.names_a_body and subject.entity in ours


def _found(subject: SubjectMention, parsed: Parsed, ours: frozenset[str]) -> Found:
    entities, first = _list_before(parsed, subject, ours)
    return Found(entities, first, subject.last, subject.open)


def _list_before(parsed: Parsed, subject: SubjectMention, ours: frozenset[str]) -> tuple[tuple[str, ...], int]:
    """`Poland, Estonia and Greece`: every ally of a list that ends with this one shares the figure."""
    entities, first = [subject.entity], subject.first
    if subject.open or len(subject.entity) != 3:
        return (subject.entity,), first
    joined = False
    for other in reversed([s for s in parsed.subjects if s.last <= subject.first]):
        gap = [token.low for token in parsed.tokens[other.last : first] if token.low != "the"]
        if gap not in ([","], ["and"], [",", "and"], ["both"]) or not _carries(other, ours) or len(other.entity) != 3:
            break
        joined = joined or "and" in gap
        entities.insert(0, other.entity)
        first = other.first
    return (tuple(entities), first) if joined else ((subject.entity,), subject.first)


def _leftwards(parsed: Parsed, end: int, start: int, ours: frozenset[str]) -> Found | None:
    """The nearest mention on the left that can be a subject; those that only qualify another noun are passed over."""
    weak: Found | None = None
    asides = [(a, b) for a, b in parsed.relatives if b <= end]
    for subject in reversed(parsed.subjects):
        if subject.last > end or subject.first < start or any(a <= subject.first < b for a, b in asides):
            continue  # "Montenegro, which joined NATO in 2017, spends …": the alliance stands in an aside
        if is_foreign(parsed, subject, ours) or _foreign_purse(parsed, subject, ours):
            return Found((), subject.first, subject.last)
        if not _carries(subject, ours):
            continue
        if subject.entity == "CAN" and parsed.lows[max(0, subject.first - 2) : subject.first] == ["(", "and"]:
            return Found(("EUR_CAN",), subject.first, subject.last)  # "the continent's NATO members (and Canada)"
        if in_aside(parsed, subject, end) or a_place(parsed, subject) or _than_any(parsed, subject):
            continue
        if _oblique(parsed, subject) or _qualifies(parsed, subject):
            weak = weak or _found(subject, parsed, ours)
            continue
        return _found(subject, parsed, ours)
    return weak


_BY = frozenset({"by", "of", "among", "across"})


def _outlays_of(parsed: Parsed, last: int, ours: frozenset[str]) -> Found | None:
    """`an 11 percent rise …`, `a rise of 11 percent in defence spending by European members`: right behind the figure
    stands what rose, and right behind that whose it is."""
    lows = parsed.lows
    if lows[last : last + 1] not in (["in"], ["of"]):
        return None
    at = next((i for i in range(last + 1, min(last + 5, len(lows))) if lows[i] in _OUTLAYS), None)
    if at is None or lows[at + 1 : at + 2] == [] or lows[at + 1] not in _BY:
        return None
    owner = next((s for s in parsed.subjects if at + 2 <= s.first <= at + 3), None)
    return _found(owner, parsed, ours) if owner is not None and _carries(owner, ours) else None


_FOREIGN_PURSES = frozenset({"economy", "government", "state"})


def _foreign_purse(parsed: Parsed, subject: SubjectMention, ours: frozenset[str]) -> bool:
    """`although the Russian economy devotes nearly 10 percent of GDP to war`: a nationality and what spends."""
    if subject.kind != "adjective" or subject.entity in ours or subject.entity in ("AMBIGUOUS", "PRONOUN"):
        return False
    front = parsed.lows[max(0, subject.first - 2) : subject.first]
    acts = subject.last < len(parsed.tokens) and parsed.tokens[subject.last].low in _FOREIGN_PURSES
    return acts and not set(front) & _OBLIQUE


_SPENT = word_list("spent_verbs")
_BUDGETS = frozenset({"expenditure", "spending", "outlay"})


def _than_any(parsed: Parsed, subject: SubjectMention) -> bool:
    """`more than any other NATO member`: those it is compared with, never the owner."""
    front = [t.low for t in parsed.tokens[max(0, subject.first - 3) : subject.first]]
    return len(front) > 1 and "than" in front and bool({"any", "other", "all", "every", "most"} & set(front))


def _spent_by(parsed: Parsed, last: int, ours: frozenset[str]) -> Found | None:
    """`the 3.92 % of GDP Poland spent last year`, `the $380bn that Europe was to find`: the owner stands behind."""
    for subject in parsed.subjects:
        before = parsed.tokens[subject.first - 1].low if subject.first else ""
        if before in ("what", "everything", "than", "all"):
            continue
        told = parsed.lows[subject.last : subject.last + 2]
        if subject.first == last and set(told) & _BUDGETS and _carries(subject, ours):
            return _found(subject, parsed, ours)  # "2.29% UK expenditure on defence as a percentage of GDP"
        parted = not _PARTING.isdisjoint(parsed.lows[last : subject.first])
        near = last <= subject.first <= last + 4 and not parted
        if near and subject.last < len(parsed.tokens) and _carries(subject, ours):
            return _found(subject, parsed, ours) if parsed.tokens[subject.last].low in _SPENT else None
    return None


_PARTING = frozenset({",", ";", "and", "while", "whereas", "but", "than"})
"""Behind a figure another clause, or what it is compared with, begins here."""
_GDP = frozenset({"gdp", "output", "economy", "economies"})


def _of_whose_gdp(parsed: Parsed, last: int, ours: frozenset[str]) -> Found | None:
    """`1.5 % of the GDP of European allies went to defence`: the economy's owner stands right behind."""
    words = [t.low for t in parsed.tokens[last : last + 6]]
    if words[:1] == ["of"]:  # "1.3 % of Belgian GDP"
        led = last + 1 + (words[1:2] == ["the"])
        own = next((s for s in parsed.subjects if s.first == led and s.kind == "adjective" and s.entity in ours), None)
        if own is not None and own.entity != "NATO" and (_GDP | {"gross"}) & set(parsed.lows[own.last : own.last + 1]):
            return Found((own.entity,), own.first, own.last)
    at = next((i for i, (a, b) in enumerate(pairwise(words)) if a in _GDP and b == "of"), None)
    if at is None or words[:1] != ["of"]:
        return None
    owner = next((s for s in parsed.subjects if s.first in (last + at + 2, last + at + 3)), None)
    return _found(owner, parsed, ours) if owner is not None and _carries(owner, ours) else None


_TURNED = frozenset({"was", "is", "were", "are", "came", "comes", "stood", "stands", "sat", "sits", "ranks", "ranked"})
_BACKWARDS = frozenset({"at", "with", "on", "behind"})


def _inverted(parsed: Parsed, first: int, last: int, ours: frozenset[str]) -> Found | None:
    """`Lagging behind, at only 1.2 percent of GDP, was Germany`: the owner stands behind a verb behind the figure."""
    if first == 0 or parsed.tokens[first - 1].low not in _BACKWARDS:
        return None
    for subject in parsed.subjects:
        if not last < subject.first <= last + 8 or not _carries(subject, ours):
            continue
        verb = parsed.tokens[subject.first - 1 - (parsed.tokens[subject.first - 1].low == "the")].low
        comma = any(t.text == "," for t in parsed.tokens[last : subject.first])
        return _found(subject, parsed, ours) if verb in _TURNED and comma else None
    return None


def _narrowed(parsed: Parsed, last: int, end: int, ours: frozenset[str]) -> Found | None:
    """`allies spent $700 billion more on the European side`: a phrase right behind that says which part is meant."""
    for subject in parsed.subjects:
        before = parsed.tokens[subject.first - 1].low if subject.first else ""
        if (
            last <= subject.first <= last + 2
            and subject.last <= end
            and before in ("on", "by", "from", "among", "across")
        ):
            return _found(subject, parsed, ours) if _carries(subject, ours) and subject.kind == "phrase" else None
    return None


def _antecedent(parsed: Parsed, first: int, ours: frozenset[str]) -> Found | None:
    """`less than Denmark, which was at 2.37%`: the name right in front of the comma owns what `which` tells."""
    for start, end in parsed.relatives:
        if not start < first < end or parsed.tokens[start].low != "which":
            continue
        if any(start < s.first < first and s.names_a_body for s in parsed.subjects):
            return None
        owner = next((s for s in parsed.subjects if s.last == start - 1 and s.names_a_body), None)
        if owner is not None and len(owner.entity) == 3:
            return _found(owner, parsed, ours) if _carries(owner, ours) else Found((), owner.first, owner.last)
    return None


def _of_the_nation(parsed: Parsed, first: int, low: int, topic: Topic) -> Found | None:
    """`The NATO agreement will see the nation's annual defence budget rise to …`: the country the text is about."""
    near = [s for s in parsed.subjects if low <= s.first and s.last <= first and (s.names_a_body or s.possessive)]
    if not near or near[-1].kind != "pronoun" or not near[-1].possessive or len(near) < 2:
        return None
    said = parsed.tokens[near[-1].last - 1].low in _COUNTRY
    if said and parsed.lows[near[-1].first] == "that" and len(near[-2].entity) == 3 and near[-2].kind == "country":
        return Found((near[-2].entity,), near[-2].first, near[-2].last)  # "Latvia's cabinet agreed that that country's"
    home = topic.home or topic.country
    return Found((home,), near[-1].first, near[-1].last, carried=True) if said and home else None


_THEIR = frozenset({"his", "her", "their"})
_COUNTRY = frozenset({"country", "nation", "government"})


def _of_their_country(parsed: Parsed, first: int, ours: frozenset[str]) -> Found | None:
    """`Danish Prime Minister Mette Frederiksen replied that her country …`: the country of the office."""
    words = parsed.lows[:first]
    at = next((i for i in range(len(words) - 1, 0, -1) if words[i] in _COUNTRY and words[i - 1] in _THEIR), None)
    if at is None or any(at < s.first < first and s.names_a_body for s in parsed.subjects):
        return None
    entities = {t.entity for t in parsed.titles if t.last <= at and t.entity in ours and len(t.entity) == 3}
    return Found((entities.pop(),), at - 1, at + 1) if len(entities) == 1 else None


_MEETINGS = frozenset({"summit", "meeting", "talks", "conference", "gathering", "ministerial", "meet", "met"})


def a_place(parsed: Parsed, subject: SubjectMention) -> bool:
    """`agreed in The Hague`, `the summit in the Netherlands`: where, not who."""
    front = parsed.lows[max(0, subject.first - 4) : subject.first]
    if "in" in front and _MEETINGS & set(front[: front.index("in")]) and subject.entity != "NATO":
        return True
    before = parsed.tokens[subject.first - 1].low if subject.first else ""
    if before == "," and _behind_its_town(parsed, subject):
        return True
    if before == "in" and subject.entity != "NATO" and _a_meetings_place(parsed, subject):
        return True
    return subject.kind in ("capital", "metonym") and before in ("in", "at", "to", "from", "near", "outside")


def _behind_its_town(parsed: Parsed, subject: SubjectMention) -> bool:
    """`released in Vilnius, Lithuania, says`: a country that only tells where its town lies."""
    town = next((s for s in parsed.subjects if s.last == subject.first - 1), None)
    led = parsed.lows[town.first - 1] if town is not None and town.first else ""
    return town is not None and town.entity == subject.entity and town.kind == "capital" and led in ("in", "at", "from")


def _a_meetings_place(parsed: Parsed, subject: SubjectMention) -> bool:
    """`At a meeting of Nordic members in Lithuania, she …`: the place that an opening of a sentence names."""
    opened = parsed.lows[0] in ("at", "during", "after", "following")
    meeting = bool(_MEETINGS & set(parsed.lows[: min(subject.first, 6)]))
    return opened and meeting and parsed.lows[subject.last : subject.last + 1] == [","]


def _oblique(parsed: Parsed, subject: SubjectMention) -> bool:
    at = subject.first - 1
    while at > 0 and parsed.tokens[at].low in _DETERMINERS:
        at -= 1
    before = parsed.tokens[at].low if at >= 0 else ""
    if subject.entity == "NATO" and before in _SIZED:
        before = _in_front_of_its_size(parsed, at)
    if before == "of" and at > 0 and parsed.tokens[at - 1].low == "ahead":
        return True  # "The Union is ahead of the United States, with €80 billion"
    if before == "of" and subject.entity == "NATO" and parsed.tokens[subject.last - 1].kind == "number":
        return True  # "has the largest budget of the 32, close to one trillion dollars"
    if subject.entity in ("NATO", "EUR") and before in ("in", "within", "among", "across"):
        return True
    return before in _OBLIQUE or parsed.tokens[subject.first - 1].low in _OBLIQUE


_SIZED = frozenset({"nation", "member", "country", "strong", "state", "military"})


def _in_front_of_its_size(parsed: Parsed, at: int) -> str:
    """The word in front of `the 32-nation military alliance`."""
    while at > 0 and (
        parsed.lows[at] in _SIZED or parsed.lows[at] in ("-", "the") or parsed.tokens[at].kind == "number"
    ):
        at -= 1
    return parsed.lows[at]


def _qualifies(parsed: Parsed, subject: SubjectMention) -> bool:
    """`Europe's largest economy`, `NATO's deadline`: an owner of a noun that has no purse."""
    front = [t.low for t in parsed.tokens[max(0, subject.first - 4) : subject.first]]
    if "one" in front and "of" in front:
        return True  # "Poland is one of the few NATO countries"
    if subject.entity == "NATO" and {"first", "only", "sole"} & set(front[-2:]) and "became" in front:
        return True  # "Estonia became the first NATO country to commit": what somebody else is
    behind = parsed.tokens[subject.last].low if subject.last < len(parsed.tokens) else ""
    article = {"a", "an"} & {t.low for t in parsed.tokens[max(0, subject.first - 3) : subject.first]}
    if subject.entity in ("NATO", "EUR") and {"a", "an", "the"} & set(front) and front[-1:] and front[-1] in _RANKED:
        return True  # "Germany is the largest European donor"
    if subject.entity in ("NATO", "EUR") and article and not subject.possessive:
        return True  # "Italy is a chronic NATO underspender": what somebody else is
    if subject.entity == "NATO" and behind in _TARGETS:
        return True  # "its NATO commitment": the target's name, not its bearer
    if not subject.possessive:
        return False
    following = _up_to_a_mark(parsed, subject.last)
    if subject.entity == "NATO" and "common" in following[:2]:
        return True  # "pays 16 % of NATO's common budget": a purse of its own, not what the allies spend
    if any(word in _RANKED for word in following):
        return True  # "the alliance's lowest defence spender": a place among them, held by somebody else
    return not any(word in _OWNED for word in following)


def _up_to_a_mark(parsed: Parsed, start: int) -> list[str]:
    """Five words behind a name, and none behind a dash: `Spain's spending – the lowest of all – is …`."""
    near = parsed.tokens[start : start + 5]
    ends = (i for i, t in enumerate(near) if t.text in ("—", "(") or (t.text == "-" and _apart(parsed, start + i)))
    return [t.low for t in near[: next(ends, len(near))]]


def _apart(parsed: Parsed, at: int) -> bool:
    """Whether a dash stands between spaces."""
    return at > 0 and parsed.tokens[at - 1].end < parsed.tokens[at].start


def _rightwards(parsed: Parsed, start: int, end: int, ours: frozenset[str]) -> Found | None:
    """`an 18 % rise in European defence spending`, `the 2 % spent by Canada`."""
    for subject in parsed.subjects:
        between = [q.core[0] for q in parsed.quantities if start <= q.core[0] < subject.first]
        if between and not _dates_only(parsed, between, start, subject):
            break  # behind another number a mention belongs to that one
        opened = subject.first - (2 if parsed.tokens[subject.first - 1].low == "the" else 1)
        if subject.first >= start and any(t.text == "," for t in parsed.tokens[start:opened]):
            break  # of another clause
        if subject.first >= start and "than" in parsed.lows[start : subject.first]:
            break  # "gave more ($138 billion) than the United States": who is compared with
        if subject.first >= start and any(t.low in _PLACED for t in parsed.tokens[start : subject.first]):
            break  # "the lowest across all NATO members", "the total, which includes the United States"
        if subject.first >= start and subject.last <= end and _carries(subject, ours):
            before = parsed.tokens[subject.first - 1].low
            if before in ("by", "in", "for", "of", "from", "across", "among", "the", "that") or subject.possessive:
                return _found(subject, parsed, ours)
            before = parsed.tokens[opened].low
            if before == "," and subject.last < len(parsed.tokens) and parsed.tokens[subject.last].text != ",":
                return _found(subject, parsed, ours)  # "Despite hosting 1.47 million soldiers, Europe lacks …"
    return None


def _dates_only(parsed: Parsed, numbers: list[int], start: int, subject: SubjectMention) -> bool:
    """`rose 4 % in 2019 among European allies`: only the year stands in between, and no comma."""
    parted = any(t.text == "," for t in parsed.tokens[start : subject.first])
    return not parted and all(any(p.first <= at < p.last for p in parsed.periods) for at in numbers)


def _paid_by(parsed: Parsed, last: int, ours: frozenset[str]) -> Found | None:
    """`– about $785 billion – was spent by the United States`: who spent it stands behind a passive verb."""
    lows = parsed.lows[last : last + 10]
    by = next((i for i, word in enumerate(lows) if word == "by" and i and lows[i - 1] in _PAID), None)
    if (
        by is None
        or not _BEING_PAID.issuperset(lows[: by - 1])
        or not {"was", "were", "is", "are", "be"} & set(lows[:by])
    ):
        return None
    start = last + by + 1
    owner = next((s for s in parsed.subjects if start <= s.first <= start + 1), None)
    if owner is not None and owner.entity == "NATO" and owner.kind == "adjective":
        return Found(("NATO",), owner.first, owner.last)
    return _found(owner, parsed, ours) if owner is not None and _carries(owner, ours) else None


_BEING_PAID = frozenset(
    {
        "-",
        "–",
        "—",
        ",",
        "was",
        "were",
        "is",
        "are",
        "more",
        "less",
        "projected",
        "expected",
        "due",
        "to",
        "be",
        "going",
    }
)
_PAID = frozenset({"spent", "paid", "provided", "contributed", "allocated", "invested", "borne", "covered"})


def _behind_a_source(parsed: Parsed, first: int, topic: Topic) -> Found | None:
    """`According to NATO figures, the country will spend`: the source owns nothing, the country told of does."""
    lows = parsed.lows
    if lows[:2] != ["according", "to"] and lows[:1] != ["by"]:
        return None
    comma = next((i for i in range(2, first) if lows[i] == ","), first)
    behind = [s for s in parsed.subjects if comma < s.first < first]
    if not behind or any(s.kind != "pronoun" for s in behind):
        return None
    return _pronoun(parsed, first, topic)


_FOR_NOBODY = frozenset(
    {"expected", "clear", "hoped", "believed", "important", "likely", "unlikely", "unclear", "thought", "understood"}
)


def _pronoun(parsed: Parsed, first: int, topic: Topic) -> Found | None:
    """`it`, `the country`, `its`: the ally the text was speaking of; only where exactly one was."""
    group_said = topic.subject != (topic.country,) and topic.block >= parsed.sentence.block
    if not topic.country or group_said:
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
