"""Who may speak in a sentence: persons, titles, bodies, pronouns, and names and phrases the record does not know.

A speaker is looked for by where the words end (`Lars Holm said`); by where they begin in `sources_behind.py`.
"""

from __future__ import annotations

from burdenshare.reading.mentions import TitleMention
from burdenshare.reading.other_houses import of_another_house
from burdenshare.reading.speaking_parts import Parts, Source, words_of
from burdenshare.reading.tables import word_list
from burdenshare.reading.tokens import Token
from burdenshare.reading.voice_words import speech_words, voice_words

__all__ = [
    "Parts",
    "Source",
    "institution_ending",
    "name_ending",
    "person_or_title_ending",
    "source_ending_at",
    "words_of",
]

_PRONOUNS = word_list("speaking_pronouns")
LONGEST = 6
"""Words a speaker without a name may have in front of its head."""


def source_ending_at(parts: Parts, end: int) -> Source | None:
    """The speaker whose words end right before token `end`."""
    end = _before_the_day(parts, end)
    known = person_or_title_ending(parts, end)
    if known is not None:
        return known
    token = parts.tokens[end - 1]
    if token.low in _PRONOUNS:
        return Source(end - 1, end, "pronoun", words=token.text)
    institution = institution_ending(parts, end)
    if institution is not None:
        return institution
    for subject in parts.subjects:
        if subject.kind == "capital" and subject.last == end and _a_place(parts, subject.first):
            return None  # "at a press conference in Berlin"
        alone = subject.kind == "adjective" and subject.first > 0 and parts.tokens[subject.first - 1].low == "the"
        if subject.last == end and (people := _people_there(parts, subject.first)) is not None:
            return Source(people, end, "phrase", words=words_of(parts, people, end))
        if subject.last == end and (alone or subject.kind not in ("adjective", "pronoun")):
            return Source(subject.first, end, "body", body=subject, words=words_of(parts, subject.first, end))
    if end > 1 and parts.tokens[end - 2].low == "using":
        return None  # "NATO's estimates, using data …, project": what they are made from speaks for nobody
    if token.low in voice_words("heads"):
        return _phrase(parts, end)
    return name_ending(parts, end)


def _before_the_day(parts: Parts, end: int) -> int:
    """`The State Defence Council on Tuesday suggested`: the day is no part of the name in front of it."""
    named = end > _DAY and parts.tokens[end - 1].low in _WEEKDAYS and parts.tokens[end - 2].low == "on"
    return end - 2 if named and parts.tokens[end - 3].kind == "word" else end


_DAY = 2
"""Tokens of a day behind a name: `on Tuesday`."""
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def _people_there(parts: Parts, first: int) -> int | None:
    """Where the people begin who are named in front of a country that is only where they live or come from: `guests
    from Spain`, `volunteers in Poland`. Those who may speak for it (`officials in Poland`) are not meant."""
    at = first - 1
    if at >= 1 and parts.tokens[at].low == "the":
        at -= 1
    if at < 1 or parts.tokens[at].low not in ("from", "in", "across"):
        return None
    noun = parts.tokens[at - 1]
    plural = noun.kind == "word" and noun.low.endswith("s") and (not noun.capital or at == 1)
    known = noun.low in voice_words("heads") or noun.low in voice_words("papers") or noun.low in _PRONOUNS
    if not plural or known or noun.low.removesuffix("s") in voice_words("callings"):
        return None
    return at - 1


def person_or_title_ending(parts: Parts, end: int) -> Source | None:
    """The known person, or the title (a phrase, where it is of another office), that ends right before token `end`."""
    return _person_ending(parts, end) or _title_ending(parts, end)


def _person_ending(parts: Parts, end: int) -> Source | None:
    for person in parts.persons:
        title = person.title
        if person.last == end:
            first = min(person.first, title.first) if title and title.first < person.first else person.first
            return Source(first, end, "person", person=person, title=title, words=words_of(parts, first, end))
        if title is not None and title.last == end and title.first >= person.last:
            words = words_of(parts, person.first, person.last)
            return Source(person.first, end, "person", person=person, title=title, words=words)
    return None


def _title_ending(parts: Parts, end: int) -> Source | None:
    for title in parts.titles:
        last = title.last + 2 if title.then and _elect(parts, title) else title.last
        if last == end:
            unnamed = _adjoined(parts, title.first)
            if unnamed:
                return _phrase(parts, end)
            if any(person.first == title.last for person in parts.persons):
                return None  # "President Duda's successor"
            elsewhere = of_another_house(parts, title)
            if elsewhere is not None:
                return elsewhere
            return Source(title.first, end, "title", title=title, words=words_of(parts, title.first, end))
    return None


def _adjoined(parts: Parts, first: int) -> bool:
    """`the deputy prime minister`, `a finance minister`: another office than the title's."""
    return first > 0 and parts.tokens[first - 1].low in ("deputy", "finance", "shadow", "assistant", "under")


def _elect(parts: Parts, title: TitleMention) -> bool:
    behind = [token.low for token in parts.tokens[title.last : title.last + 2]]
    return behind in (["-", "elect"], ["-", "designate"])


_TIMES = frozenset({"year", "day", "week", "month", "moment"})


def _phrase(parts: Parts, end: int) -> Source | None:
    """`a senior NATO official`, `the finance ministry`: back to the determiner; a paper speaks for the body before."""
    first = end - 1
    stops = voice_words("phrase_stops")
    determined = False
    while first > 0 and (end - first < LONGEST or parts.tokens[first].low in voice_words("callings")):
        token = parts.tokens[first - 1]
        if token.low in voice_words("determiners") and not token.possessive:
            if _serving(parts, first - 2):
                first -= 3  # the calling in front of `of the`, however long the body's name is
                continue
            determined = True
            break
        joint = (
            token.low in ("of", "for") and first > 1 and parts.tokens[first - 2].capital and parts.tokens[first].capital
        ) or _serving(parts, first - 1)
        if joint and end - first < LONGEST - 1:
            first -= 1
            continue
        if token.text != "-" and (token.kind == "mark" or token.low in stops or parts.quoted[first - 1]):
            break
        first -= 1
    if determined and parts.tokens[first - 1].low in ("his", "her", "its", "their"):
        first -= 1
    if first == end - 1 and not determined and parts.tokens[first].low == parts.tokens[first].text and first > 0:
        plural = parts.tokens[first].low.endswith("s") or parts.tokens[first].low in ("data", "research")
        if not plural and not (
            parts.tokens[first - 1].text == "," and end >= len(parts.tokens) - 2
        ):  # ", minister says"
            return None
    if determined and first < end - 1 and parts.tokens[first].low in _TIMES:
        return None  # "in 2014, the year NATO leaders pledged to spend it, Germany spent 1.2 %"
    words = words_of(parts, first, end)
    head = parts.tokens[end - 1].low
    house = institution_ending(parts, end - 1) if head in voice_words("papers") and end - 1 > first else None
    if house is not None and house.first >= first:
        return Source(first, end, "phrase", words=house.words)  # "a CFR article"
    for subject in parts.subjects:
        inside = first <= subject.first and subject.last <= end - 1
        if inside and subject.kind != "pronoun" and (head in voice_words("papers") or subject.entity != "NATO"):
            return Source(first, end, "body", body=subject, words=words)
    return Source(first, end, "phrase", words=words)


def _serving(parts: Parts, at: int) -> bool:
    """`the head of Danish military intelligence`, `the chief of the security service`: an `of` that joins a person's
    calling to the body behind it."""
    if at < 1 or parts.tokens[at].low != "of":
        return False
    return parts.tokens[at - 1].low in voice_words("callings") and not parts.tokens[at - 1].capital


def institution_ending(parts: Parts, end: int) -> Source | None:
    """`the Kiel Institute`, `Congressional Budget Office`, `SIPRI`: a run of capitals with an institution's word."""
    last = parts.tokens[end - 1]
    if end < 1 or last.kind not in ("word", "abbr") or not last.capital or any(p.last == end for p in parts.persons):
        return None
    first = end - 1
    joints = voice_words("parts_of_names")
    while first > 0 and end - first < 9:
        token = parts.tokens[first - 1]
        named = token.kind == "word" and token.capital and token.low not in voice_words("determiners")
        if token.possessive or parts.quoted[first - 1] or not (named or token.low in joints):
            break
        if token.text in speech_words("not_speakers") and token.text not in ("Defence", "Defense"):
            break
        first -= 1
    while first < end - 1 and not (parts.tokens[first].capital and parts.tokens[first].kind != "mark"):
        first += 1
    first = _within_one_name(parts, first, end)
    tokens = parts.tokens[first:end]
    if not tokens:
        return None
    known = tokens[-1].low in voice_words("acronyms")
    head = any(t.low in voice_words("institutions") and t.capital for t in tokens) and len(tokens) > 1
    if not (known or head) or any(p.first < end and first < p.last for p in parts.persons):
        return None
    if known and not head:
        first = end - 1
    if any(s.first == first and s.last == end for s in parts.subjects) or _holds_a_name(tokens):
        return None
    return Source(first, end, "phrase", words=words_of(parts, first, end))


def _holds_a_name(tokens: list[Token]) -> bool:
    """`House Speaker Mike Johnson`, `Senate Majority Leader Chuck Schumer`: a calling of the house, and a name."""
    heads = voice_words("institutions")
    at = next((i for i in range(len(tokens) - 2, 0, -1) if tokens[i].low in voice_words("callings")), None)
    behind = tokens[at + 1 :] if at is not None else []
    return 2 <= len(behind) <= 4 and all(t.capital and t.low not in heads for t in behind)


def _within_one_name(parts: Parts, first: int, end: int) -> int:
    """Where the name starts: `of` joins it only behind an institution's word (`Bank of England`)."""
    heads = voice_words("institutions")
    seen = False
    for i in range(first, end):
        token = parts.tokens[i]
        seen = seen or token.low in heads
        if not seen and token.kind == "word" and not token.capital:
            first = i + 1
    return min(first, end - 1)


def name_ending(parts: Parts, end: int) -> Source | None:
    """An unknown name: capitalised words in a row (with `von`, `de`) that are no places and no openers."""
    tokens = parts.tokens
    first = end
    if (
        end + 1 < len(tokens)
        and tokens[end].text == "."
        and tokens[end - 1].end == tokens[end].start == tokens[end + 1].start - 1
    ):
        return None  # a domain name
    while first > 0 and first > end - 6:
        token = tokens[first - 1]
        particle = first < end and token.low in voice_words("particles") and not token.capital
        initial = token.text == "." and first < end and first > 1 and len(tokens[first - 2].text) == 1
        hyphen = token.text == "-" and first < end and first > 1 and tokens[first - 2].capital
        if particle or initial or hyphen:
            first -= 1
            continue
        if token.kind != "word" or not token.capital or token.text in speech_words("not_speakers") or token.possessive:
            break
        first -= 1
    titles = speech_words("name_titles") | voice_words("name_titles")
    ranks = [i for i in range(first, end - 2) if tokens[i].low in titles]
    first = ranks[-1] + 1 if ranks else first
    while first < end and (tokens[first].low in titles or tokens[first].kind == "mark" or not tokens[first].capital):
        first += 1
    if first == end or any(subject.first < end and first < subject.last for subject in parts.subjects):
        return None
    if _a_place(parts, first):
        return None
    return Source(first, end, "name", words=words_of(parts, first, end))


def _a_place(parts: Parts, first: int) -> bool:
    """`in The Hague`, `at Davos`: behind these words a capitalised one is where something was said."""
    at = first - 1
    if at > 0 and parts.tokens[at].low == "the":
        at -= 1
    return at >= 0 and parts.tokens[at].low in voice_words("stage_places")
