"""Titles whose own words give them to another house or land than the one the text speaks of."""

from __future__ import annotations

from burdenshare.reading.mentions import TitleMention
from burdenshare.reading.speaking_parts import Parts, Source, words_of
from burdenshare.reading.tables import word_list

_CALLED = frozenset({"boss", "chief", "head", "leader"})


def _of_something_less(parts: Parts, title: TitleMention) -> bool:
    """`NATO's head of defence investment`, `the alliance's chief of staff`: who leads a part, and not the whole."""
    tokens, last = parts.tokens, title.last
    return tokens[last - 1].low in _CALLED and last + 1 < len(tokens) and tokens[last].low == "of"


_REACH = 6
"""Tokens behind a title within which the name of its house ends."""


def of_another_house(parts: Parts, title: TitleMention) -> Source | None:
    """`Macron's defence minister`, `the president of the Bundesbank`, `the Bavarian premier`: no holder of the
    office in the country that the text speaks of."""
    tokens, first, last = parts.tokens, title.first, title.last
    if title.entity and not _of_something_less(parts, title):
        return None
    if first < 1 and not title.entity:
        return None
    owner = next((p for p in parts.persons if p.last == first and tokens[first - 1].possessive), None)
    if owner is not None:
        return Source(owner.first, last, "phrase", words=words_of(parts, owner.first, last))
    if last < len(tokens) - 1 and tokens[last].low in ("of", "for", "at"):
        stop = next((i for i in range(last, len(tokens)) if tokens[i].kind == "mark" or i - last >= _REACH), last + 1)
        said = next((i for i in range(last, stop) if tokens[i].low in _SAYING), stop)
        return Source(first, last, "phrase", words=words_of(parts, first, said))
    front = tokens[first - 1]
    named = front.capital and front.kind == "word" and first > 1 and front.low not in _BEFORE_A_TITLE
    known = any(s.first < first <= s.last for s in parts.subjects) or any(p.last == first for p in parts.persons)
    if named and not known and not front.possessive and front.low.endswith(("an", "ian", "ish", "ese")):
        return Source(first - 1, last, "phrase", words=words_of(parts, first - 1, last))
    return None


_SAYING = word_list("saying_verbs")
_BEFORE_A_TITLE = frozenset({"the", "a", "an", "then", "than"})
