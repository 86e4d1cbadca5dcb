"""An announced number against the names that follow: `three countries – Poland, Estonia and Latvia`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from burdenshare.checking.arithmetic.figures import Figure, Line
from burdenshare.checking.arithmetic.language import word_set
from burdenshare.reading.lexicon import Lexicon
from burdenshare.reading.mentions import SubjectMention, find_subjects
from burdenshare.reading.tokens import Token

RULE = "n countries: names"
NOUNS = word_set("nouns")
_OPENS = frozenset({":", "-", "—", "(", ","})
_OF_OTHERS = frozenset({"of", "than"})
"""In front of the number: `four of NATO Europe's 26 members – Estonia, …` announces four."""
_NAMELY = frozenset({"namely", "i.e."})
_JOINS = frozenset({",", "and", "&", "the", ";", "plus"})
_ENDS = frozenset({".", ")", ";", "-", "—", "!", "?", "”", '"'})
LONGEST = 33
"""Names in the longest list: the whole alliance and one more."""
_OTHERS = re.compile(
    r"\b(?:including|includes|such as|among|like|for example|for instance|e\.g\.|notably|especially|particularly"
    r"|others?|more|etc|led by|mainly|mostly|at least|out of|of the|except|but|not)\b"
)
"""Words beside which a list need not be whole."""


@dataclass(frozen=True, slots=True)
class Listing:
    """An announced number and the names behind it, as spans of the folded text; `ends` whether the list closes."""

    figure: Figure
    names: tuple[tuple[int, int], ...]
    ends: bool


def listings(line: Line, lexicon: Lexicon) -> Iterator[Listing]:
    """Every number of countries in the sentence with the list of their names right behind it."""
    if not NOUNS & line.words:
        return
    subjects: list[SubjectMention] | None = None
    for figure in line.of("N"):
        opened = _opened(line, figure)
        if opened is None:
            continue
        if subjects is None:
            lows = [token.low for token in line.tokens]
            subjects = find_subjects(lexicon, line.tokens, lexicon.begins(lows).subjects)
        listing = _listing(line, figure, opened, subjects)
        if listing is not None:
            yield listing


def _opened(line: Line, figure: Figure) -> tuple[int, bool] | None:
    """The token where a list may begin behind the figure and its noun, and whether a mark opens it."""
    tokens = line.tokens
    at = next((i for i, token in enumerate(tokens) if token.start >= figure.end), len(tokens))
    front = {token.low for token in tokens[max(0, at - 6) : at - 1]}
    if not figure.exact or figure.value < 2 or not front.isdisjoint(_OF_OTHERS):
        return None
    for i in range(at, min(at + 4, len(tokens))):
        if tokens[i].kind != "word":
            return None
        if tokens[i].low in NOUNS:
            return _behind_noun(tokens, i + 1)
    return None


def _behind_noun(tokens: list[Token], at: int) -> tuple[int, bool] | None:
    marked = False
    if at < len(tokens) and tokens[at].text in _OPENS:
        marked = tokens[at].text != ","
        at += 1
    if at < len(tokens) and tokens[at].low in _NAMELY:
        marked, at = True, at + 1
        if at < len(tokens) and tokens[at].text in (",", ":"):
            at += 1
    return (at, marked) if at < len(tokens) else None


def _listing(line: Line, figure: Figure, opened: tuple[int, bool], subjects: list[SubjectMention]) -> Listing | None:
    tokens, (at, marked) = line.tokens, opened
    begins = {one.first: one for one in subjects if _names_a_country(one) and not one.possessive}
    names: list[tuple[int, int]] = []
    joined = last_and = False
    while at < len(tokens) and len(names) <= LONGEST:
        one = begins.get(at)
        if one is not None and (not names or joined):
            names.append((tokens[one.first].start, tokens[one.last - 1].end))
            at, joined = one.last, False
        elif tokens[at].low in _JOINS and names:
            named, joined = not joined, True
            if last_and and named and tokens[at].low in (",", ";"):
                at += 1
                break  # behind the last name
            last_and = tokens[at].low in ("and", "&", "plus") or (last_and and tokens[at].low == "the")
            at += 1
            if len(names) > 1 and tokens[at - 1].low == "," and _closed(tokens, at, begins):
                break
        elif tokens[at].low == "the" and not names:
            at += 1
        else:
            break
    if len(names) < 2 or not last_and or (joined and not _is_end(tokens, at)):
        return None
    if _OTHERS.search(" ".join(token.low for token in tokens[opened[0] - 3 : at + 2])):
        return None
    comma = tokens[opened[0] - 1].text == ","  # "the three Baltic countries, Britain and Croatia": a list goes on
    return Listing(figure, tuple(names), _is_end(tokens, at) if marked else not joined and not comma)


def _names_a_country(one: SubjectMention) -> bool:
    """Whether it is one country by name: `Greece`, `the UK`, `South Korea`; not `NATO`, and not a group."""
    return one.kind in ("country", "name", "place") or (one.kind == "abbreviation" and len(one.entity) == 3)


def _closed(tokens: list[Token], at: int, begins: dict[int, SubjectMention]) -> bool:
    return at < len(tokens) and at not in begins and tokens[at].low not in _JOINS


def _is_end(tokens: list[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].text in _ENDS or tokens[at - 1].text in (",", ";")
