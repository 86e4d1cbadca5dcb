"""Surnames that are countries: `Portuguese Prime Minister Luís Montenegro` speaks of Portugal, and so does the
`Montenegro` of the sentences behind it."""

from __future__ import annotations

from collections.abc import Sequence

from burdenshare.reading.mentions import SubjectMention, TitleMention
from burdenshare.reading.parse import Parsed
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import word_list
from burdenshare.reading.tokens import Token

GIVEN_NAMES = 2
"""Words between a title and a surname: `Foreign Minister José Manuel Israel`."""
_PLACED = word_list("placing_prepositions")


def without_surnames(parsed: list[Parsed]) -> list[Parsed]:
    """The sentences without the countries that are only somebody's surname."""
    told: set[str] = set()
    found = []
    for sentence in parsed:
        told |= _surnames_of(sentence)
        kept = [s for s in sentence.subjects if not _surname(s, sentence.titles, sentence.tokens, told)]
        kept = [s for s in kept if not _pressing(s, sentence.tokens)]
        found.append(sentence if len(kept) == len(sentence.subjects) else replaced(sentence, subjects=kept))
    return found


def _surnames_of(sentence: Parsed) -> set[str]:
    """The last words of the full names in a sentence: `Luis Montenegro` is a person before he is a title's holder."""
    ends = (p for p in sentence.persons if p.last - p.first > 1)
    return {sentence.lows[p.last - 1] for p in ends}


def _surname(subject: SubjectMention, titles: Sequence[TitleMention], tokens: Sequence[Token], told: set[str]) -> bool:
    if subject.kind != "country" or subject.last - subject.first != 1:
        return False
    word = tokens[subject.first].low
    if any(_behind(title, subject.first, tokens) for title in titles):
        told.add(word)
        return True
    before = tokens[subject.first - 1].low if subject.first else ""
    return word in told and before not in _PLACED


def _pressing(subject: SubjectMention, tokens: Sequence[Token]) -> bool:
    """`under U.S. pressure, the goal is 5 %`: who presses is not whose goal it is."""
    front = tokens[subject.first - 1].low if subject.first else ""
    behind = tokens[subject.last : subject.last + 1]
    return front in _UNDER and bool(behind) and behind[0].low in _PRESSURE


_UNDER = frozenset({"under", "amid", "after", "despite", "following", "by", "from", "heavy", "intense"})
_PRESSURE = word_list("pressing_nouns")


def _behind(title: TitleMention, first: int, tokens: Sequence[Token]) -> bool:
    """Whether only given names stand between a title and the word: `Prime Minister Luiz Montenegro`."""
    between = tokens[title.last : first]
    return 0 < len(between) <= GIVEN_NAMES and all(t.kind == "word" and t.capital and not t.possessive for t in between)
