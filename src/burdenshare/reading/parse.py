"""One sentence with everything found in it: the value all later steps read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import Any, TypeVar

from burdenshare.quick import quick
from burdenshare.reading.blocs_by_size import blocs_by_size
from burdenshare.reading.clauses import clause_starts, relative_clauses
from burdenshare.reading.dateline_places import without_dateline
from burdenshare.reading.frames import Frame, Parts, find_frames
from burdenshare.reading.joined_groups import joined_groups, with_short_names
from burdenshare.reading.lexicon import Lexicon
from burdenshare.reading.meeting_places import without_hosts
from burdenshare.reading.mentions import (
    Cues,
    PersonMention,
    SubjectMention,
    TitleMention,
    find_cues,
    find_persons,
    find_subjects,
    find_titles,
)
from burdenshare.reading.missing_helpers import without_missing_helpers
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.periods import find_periods
from burdenshare.reading.quantities import Quantity, quantities
from burdenshare.reading.quotes import Quote
from burdenshare.reading.sentences import Sentence
from burdenshare.reading.tables import word_list
from burdenshare.reading.tokens import Token, tokenize


@quick
@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence of the folded text with its tokens and mentions; `quote_of[i]` is the quote token `i` stands in."""

    sentence: Sentence
    tokens: list[Token]
    subjects: list[SubjectMention]
    titles: list[TitleMention]
    persons: list[PersonMention]
    cues: Cues
    periods: list[PeriodMention]
    quantities: list[Quantity]
    frames: list[Frame]
    quote_of: list[int | None]
    clause_starts: list[int]
    lows: list[str]  # the case-folded words of the tokens
    words: frozenset[str]  # the same as a set: what a family of rules is skipped by
    relatives: list[tuple[int, int]]  # token ranges of its relative clauses
    told: dict[object, Any] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )  # by rule: the answers of `once_here`

    def clause(self, first: int, last: int) -> tuple[int, int]:
        """Token range of the clause around tokens `first`..`last`."""
        low = bisect_right(self.clause_starts, first)
        high = bisect_left(self.clause_starts, last)
        start = self.clause_starts[low - 1] if low else 0
        end = self.clause_starts[high] if high < len(self.clause_starts) else len(self.tokens)
        return start, end

    def start(self, token: int) -> int:
        """Folded offset where token `token` starts."""
        return self.tokens[token].start

    def end(self, last: int) -> int:
        """Folded offset where the token before `last` ends."""
        return self.tokens[last - 1].end

    def text(self, first: int, last: int) -> str:
        """The case-folded words of tokens `first`..`last`, joined by spaces."""
        return " ".join(self.lows[first:last])


_T = TypeVar("_T")
_NOT_ASKED = object()


def once_here(rule: Callable[[Parsed], _T]) -> Callable[[Parsed], _T]:
    """A pure question about a sentence, answered once and kept with it: each of its figures asks the same.

    What it gives is shared, so it is only to be read.
    """

    @wraps(rule)
    def asked(parsed: Parsed) -> _T:
        held: Any = parsed.told.get(rule, _NOT_ASKED)
        if held is _NOT_ASKED:
            held = parsed.told[rule] = rule(parsed)
        answer: _T = held
        return answer

    return asked


def parse_sentence(text: str, sentence: Sentence, lexicon: Lexicon, quotes: list[Quote], on: date | None) -> Parsed:
    """Find every mention in one sentence of the folded text."""
    tokens = tokenize(text, sentence.start, sentence.end)
    lows = [token.low for token in tokens]
    begins = lexicon.begins(lows)
    named = find_subjects(lexicon, tokens, begins.subjects)
    named = without_hosts(named, tokens)
    subjects = joined_groups(with_short_names(without_dateline(named, tokens), tokens), tokens)
    titles = find_titles(lexicon, tokens, subjects, begins.titles)
    persons = [p for p in find_persons(lexicon, tokens, titles, begins.persons) if not _a_country_too(p, named)]
    subjects = [s for s in subjects if not _part_of_name(s, persons)] if persons else subjects
    if persons:
        _hide_names(persons, tokens, lows)
    quote_of = _quotes_by_token(tokens, quotes)
    words = frozenset(lows)
    frames = find_frames(Parts(tokens, persons, titles, subjects, [quote is not None for quote in quote_of]))
    return Parsed(
        sentence,
        tokens,
        without_missing_helpers(blocs_by_size(subjects, tokens), lows, tokens),
        titles,
        persons,
        find_cues(lexicon, tokens, begins.cues),
        find_periods(tokens, on),
        quantities(tokens, lows),
        frames,
        quote_of,
        clause_starts(tokens, subjects),
        lows,
        words,
        relative_clauses(tokens, words),
    )


def _a_country_too(person: PersonMention, subjects: list[SubjectMention]) -> bool:
    """`Montenegro`, `The Hague`: a surname that is a country's name, unless a title stands beside it, or part of a
    capital's (`in The Hague, the British prime minister`), is the place."""
    if person.full:
        return False
    if any(s.kind == "capital" and s.first < person.first and person.last <= s.last for s in subjects):
        return True
    at = (person.first, person.last)
    return person.title is None and any(s.kind == "country" and (s.first, s.last) == at for s in subjects)


def _hide_names(persons: list[PersonMention], tokens: list[Token], lows: list[str]) -> None:
    """The `Mark` of Mark Rutte is no mark that anybody reaches: as a name it is not to be found among words."""
    for person in persons:
        for at in range(person.first, person.last):
            if lows[at] in _LIKE_WORDS and tokens[at].capital:
                tokens[at].low = lows[at] = tokens[at].text


_LIKE_WORDS = word_list("names_like_words")


def _part_of_name(subject: SubjectMention, persons: list[PersonMention]) -> bool:
    return any(person.first <= subject.first and subject.last <= person.last for person in persons)


def _quotes_by_token(tokens: list[Token], quotes: list[Quote]) -> list[int | None]:
    found: list[int | None] = [None] * len(tokens)
    if not tokens or not quotes:
        return found
    low = bisect_left(quotes, tokens[0].start, key=lambda quote: quote.end)
    for number in range(low, len(quotes)):
        quote = quotes[number]
        if quote.start >= tokens[-1].end:
            break
        for i, token in enumerate(tokens):
            if quote.start <= token.start and token.end <= quote.end:
                found[i] = number
    return found
