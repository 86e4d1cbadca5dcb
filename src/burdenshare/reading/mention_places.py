"""How a mention stands in its sentence: as a place, led in by a preposition, as what qualifies another noun."""

from __future__ import annotations

from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import word_list

_OWNED = word_list("owned_nouns")


_TARGETS = word_list("target_names")


OBLIQUE = word_list("oblique_prepositions")


_DETERMINERS = frozenset({"the", "all", "its", "these", "those", "other", "every", "any"})


RANKED = word_list("superlatives") | word_list("placing_words")


_MEETINGS = word_list("meeting_nouns") | {"meet", "met"}


def a_place(parsed: Parsed, subject: SubjectMention) -> bool:
    """`agreed in The Hague`, `the summit in the Netherlands`: where, not who (`at a conference in London that Macedonia
    would …`: who)."""
    front = parsed.lows[max(0, subject.first - 4) : subject.first]
    if (
        "in" in front
        and "that" not in front[front.index("in") :]
        and _MEETINGS & set(front[: front.index("in")])
        and subject.entity != "NATO"
    ):
        return True
    before = parsed.tokens[subject.first - 1].low if subject.first else ""
    if subject.kind == "capital" and _a_named_summit(parsed, subject, before):
        return True
    if before == "and" and subject.kind == "capital" and _where_they_met(parsed, subject):
        return True
    if before == "," and _behind_its_town(parsed, subject):
        return True
    if before == "in" and subject.entity != "NATO" and _a_meetings_place(parsed, subject):
        return True
    return subject.kind in ("capital", "metonym") and before in ("in", "at", "to", "from", "near", "outside")


def _a_named_summit(parsed: Parsed, subject: SubjectMention, before: str) -> bool:
    """`the summit of The Hague`, `NATO's summit on The Hague`: the town that a meeting is named by."""
    return before in ("of", "on") and not _MEETINGS.isdisjoint(parsed.lows[max(0, subject.first - 3) : subject.first])


def _where_they_met(parsed: Parsed, subject: SubjectMention) -> bool:
    """`the summits in Vilnius in 2023 and Washington in 2024`."""
    behind = parsed.tokens[subject.last : subject.last + 2]
    dated = len(behind) == 2 and behind[0].low == "in" and behind[1].text.isdecimal()
    return dated and not _MEETINGS.isdisjoint(parsed.lows[: subject.first])


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


def oblique(parsed: Parsed, subject: SubjectMention) -> bool:
    at = subject.first - 1
    while at > 0 and parsed.tokens[at].low in _DETERMINERS:
        at -= 1
    before = parsed.tokens[at].low if at >= 0 else ""
    if subject.entity == "NATO" and before in _SIZED:
        before = _in_front_of_its_size(parsed, at)
    if before == "only" and at > 0 and parsed.lows[at - 1] in OBLIQUE:
        return True  # "Estonia is behind only Poland at 3.43 percent"
    if before == "as" and parsed.lows[at - 2 : at] == ["as", "well"]:
        return True  # "the only member in Asia as well as Europe", "Germany, as well as Poland, spends"
    if before == "of" and at > 0 and parsed.tokens[at - 1].low == "ahead":
        return True  # "The Union is ahead of the United States, with €80 billion"
    if before in ("on", "upon") and at > 0 and parsed.lows[at - 1] in _LEANING:
        return True  # "Canada is too reliant on the United States, he said as he vowed to spend 2 %"
    if before == "of" and subject.entity == "NATO" and parsed.tokens[subject.last - 1].kind == "number":
        return True  # "has the largest budget of the 32, close to one trillion dollars"
    if subject.entity in ("NATO", "EUR") and before in ("in", "within", "among", "across"):
        return True
    return before in OBLIQUE or parsed.tokens[subject.first - 1].low in OBLIQUE


_OVERTAKING = word_list("overtaking_verbs")
_LEANING = word_list("leaning_on")


def overtaken(parsed: Parsed, subject: SubjectMention) -> bool:
    """`The US outspends Germany and France together and accounts for`: whom somebody outdoes, or a list."""
    if _OVERTAKING.isdisjoint(parsed.words):
        return False
    listed = {s.last: s.first for s in parsed.subjects}
    at = subject.first - 1
    while at > 0 and (parsed.lows[at] in ("the", "and", ",", "both") or at + 1 in listed):
        at = listed[at + 1] - 1 if at + 1 in listed else at - 1
    return at > 0 and parsed.lows[at] in _OVERTAKING


_SIZED = frozenset({"nation", "member", "country", "strong", "state", "military"})


def _in_front_of_its_size(parsed: Parsed, at: int) -> str:
    """The word in front of `the 32-nation military alliance`."""
    while at > 0 and (
        parsed.lows[at] in _SIZED or parsed.lows[at] in ("-", "the") or parsed.tokens[at].kind == "number"
    ):
        at -= 1
    return parsed.lows[at]


def owns_what_was_told(parsed: Parsed, subject: SubjectMention) -> bool:
    """`Italy, with an economy three times the size of Poland's, spends`: the owner of what is not told again."""
    return subject.possessive and parsed.lows[subject.last : subject.last + 1] in ([","], [";"], ["."], [")"])


def a_whole(parsed: Parsed, subject: SubjectMention, end: int) -> bool:
    """`The U.S. finances 75 percent of NATO expenditures with a budget of $585 billion`: what the part in front is of,
    where `with` leads back to whose part it is."""
    if subject.entity not in _WHOLES or "with" not in parsed.words or "with" not in parsed.lows[subject.last : end]:
        return False
    lows = parsed.lows[max(0, subject.first - 3) : subject.first]
    lows = lows[:-1] if lows[-1:] in (["the"], ["all"]) else lows
    at = subject.first - (1 if lows[-1:] == ["of"] else 2)
    part = any(q.core[1] == at and (q.unit == "%" or q.number.kind == "fraction") for q in parsed.quantities)
    return part and lows[-1:] == ["of"] and not _PURSES.isdisjoint(parsed.lows[subject.last : subject.last + 5])


_WHOLES = frozenset({"NATO", "EUR", "EUR_CAN"})
_PURSES = word_list("spending_nouns") | {"expenditures", "budget", "budgets"}


def qualifies(parsed: Parsed, subject: SubjectMention) -> bool:
    """`Europe's largest economy`, `NATO's deadline`: an owner of a noun that has no purse."""
    front = [t.low for t in parsed.tokens[max(0, subject.first - 4) : subject.first]]
    if "one" in front and "of" in front:
        return True  # "Poland is one of the few NATO countries"
    if (front[-2:] == ["of", "the"] or front[-1:] == ["of"]) and not _MEMBERSHIPS.isdisjoint(front) and "," in front:
        return True  # "Italy, host of the G7 in 2024, spent": what somebody else is there
    if subject.entity == "NATO" and {"first", "only", "sole"} & set(front[-2:]) and "became" in front:
        return True  # "Estonia became the first NATO country to commit": what somebody else is
    behind = parsed.tokens[subject.last].low if subject.last < len(parsed.tokens) else ""
    article = {"a", "an"} & {t.low for t in parsed.tokens[max(0, subject.first - 3) : subject.first]}
    if subject.entity in ("NATO", "EUR") and {"a", "an", "the"} & set(front) and front[-1:] and front[-1] in RANKED:
        return True  # "Germany is the largest European donor"
    if subject.entity in ("NATO", "EUR", "EUR_CAN") and _ranked_among(parsed, subject):
        return True  # "Croatia is last in spending of all NATO member states"
    if subject.entity in ("NATO", "EUR") and article and not subject.possessive:
        return True  # "Italy is a chronic NATO underspender": what somebody else is
    if subject.entity == "NATO" and behind in _TARGETS:
        return True  # "its NATO commitment": the target's name, not its bearer
    if not subject.possessive:
        return False
    following = _up_to_a_mark(parsed, subject.last)
    if subject.entity == "NATO" and "common" in following[:2]:
        return True  # "pays 16 % of NATO's common budget": a purse of its own, not what the allies spend
    if any(word in RANKED for word in following):
        return True  # "the alliance's lowest defence spender": a place among them, held by somebody else
    return not any(word in _OWNED for word in following)


def _ranked_among(parsed: Parsed, subject: SubjectMention) -> bool:
    """Whether a group stands behind `of` or `among`, and in front of that somebody is `last`, `first` or `lowest`."""
    front = parsed.lows[max(0, subject.first - _AMONG) : subject.first]
    led = next((n for n in range(len(front) - 1, -1, -1) if front[n] in ("of", "among", "amongst")), None)
    return led is not None and len(front) - led <= _ALL_THE and not _PLACES.isdisjoint(front[:led])


_AMONG = 8
"""Tokens in front of a group among which the place of somebody is named."""
_ALL_THE = 3
_PLACES = RANKED | {"last", "first", "second", "third", "bottom", "top"}
_MEMBERSHIPS = word_list("memberships")


def _up_to_a_mark(parsed: Parsed, start: int) -> list[str]:
    """Five words behind a name, and none behind a dash: `Spain's spending – the lowest of all – is …`."""
    near = parsed.tokens[start : start + 5]
    ends = (i for i, t in enumerate(near) if t.text in ("—", "(") or (t.text == "-" and apart(parsed, start + i)))
    return [t.low for t in near[: next(ends, len(near))]]


def apart(parsed: Parsed, at: int) -> bool:
    """Whether a dash stands between spaces."""
    return at > 0 and parsed.tokens[at - 1].end < parsed.tokens[at].start
