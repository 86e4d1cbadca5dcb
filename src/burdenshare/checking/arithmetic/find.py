"""All arithmetic of one text: sentences that hold a cue are looked at once, and each family draws from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from burdenshare.checking.arithmetic.ages import ages
from burdenshare.checking.arithmetic.changes import changes
from burdenshare.checking.arithmetic.complements import complements
from burdenshare.checking.arithmetic.conversions import Pair, conversions, pairs
from burdenshare.checking.arithmetic.drawn import Drawn
from burdenshare.checking.arithmetic.figures import Line, line_of
from burdenshare.checking.arithmetic.listings import NOUNS, listings
from burdenshare.checking.arithmetic.making import Text, of_listing, of_two, settled
from burdenshare.checking.arithmetic.members import RULE as SIZES
from burdenshare.checking.arithmetic.members import sizes_apart
from burdenshare.checking.arithmetic.model import Arithmetic, ArithmeticKind
from burdenshare.checking.arithmetic.ratios import ratios
from burdenshare.checking.arithmetic.rows import Row, of_family, rows
from burdenshare.checking.arithmetic.signs import Places, worth
from burdenshare.checking.arithmetic.sums import sums
from burdenshare.checking.arithmetic.twice import MEASURES, told_twice
from burdenshare.checking.arithmetic.twice import RULE as TWICE
from burdenshare.reading.documents.furniture import blanked
from burdenshare.reading.folding import fold
from burdenshare.reading.lexicon import lexicon_of
from burdenshare.reading.model import INFERRED, Reading, Span
from burdenshare.reading.read import NOTHING_TO_READ
from burdenshare.record.record import Record

_TALLY = {ArithmeticKind.CHANGE: changes, ArithmeticKind.RATIO: ratios, ArithmeticKind.SUM: sums}


def arithmetic_of(reading: Reading, record: Record) -> tuple[Arithmetic, ...]:
    """Every sum inside the text that works out or does not, in text order; nothing where the words leave it open.

    The text itself is the evidence; the record is asked for names of countries, and for the members of the day, which
    are shown beside a finding and decide nothing. A text that was not read gives nothing.
    """
    if any(one.reason == NOTHING_TO_READ for one in reading.unaccounted):
        return ()
    document = reading.document
    folded = fold(blanked(document.text, document.furniture))
    text, places = Text(reading, folded), Places(folded.text)
    found = [*_of_sentences(text, places, record), *_of_statements(text, places, record)]
    found.sort(key=lambda one: (one.span, one.kind, one.rule))
    return tuple(replace(one, id=f"a{number}") for number, one in enumerate(_once(found), 1))


def _once(found: list[Arithmetic]) -> list[Arithmetic]:
    """Each set of figures once, by the row that could judge it best."""
    best: dict[tuple[object, ...], Arithmetic] = {}
    for one in found:
        key = (one.kind, tuple(sorted(part.span for part in one.parts)))
        best.setdefault(key, one)
    return list(best.values())


_FEWEST = 2
"""Figures a sentence must hold to be told of a part and its whole, and statements to be told twice."""


def _of_sentences(text: Text, places: Places, record: Record) -> Iterator[Arithmetic]:
    converted: list[Pair] = []
    for sentence, behind in sorted(worth(places), key=lambda pair: pair[0].start):
        here = line_of(places.text, sentence)
        following = line_of(places.text, behind) if behind is not None and _tells_a_rest(here) else None
        yield from _of_line(text, here, following, converted)
        if NOUNS & here.words:
            for listing in listings(here, lexicon_of(record)):
                made = of_listing(listing, text, here.words)
                if made is not None:
                    yield made
    for rule in of_family(ArithmeticKind.CONVERSION):
        for drawn in conversions(rule.name, converted):
            made = settled(drawn, text, frozenset())
            if made is not None:
                yield made


def _tells_a_rest(line: Line) -> bool:
    """Whether the next sentence may tell the rest of a part: `23 of the 32 …. The other nine …`."""
    return "of" in line.words and len(line.figures) >= _FEWEST


def _of_line(text: Text, line: Line, following: Line | None, converted: list[Pair]) -> Iterator[Arithmetic]:
    words = line.words if following is None else line.words | following.words
    for row in rows():
        if (words if row.rest is not None else line.words).isdisjoint(row.cues):
            continue
        for drawn in _drawn(text, row, line, following, converted):
            made = settled(drawn, text, line.words)
            if made is not None:
                yield made


def _drawn(text: Text, row: Row, line: Line, following: Line | None, converted: list[Pair]) -> Iterator[Drawn]:
    if row.family is ArithmeticKind.COMPLEMENT:
        yield from complements(row, line, following)
    elif row.family is ArithmeticKind.AGE:
        day = text.reading.document.published
        known = day is not None and text.reading.document.published_from != INFERRED
        yield from ages(row, line, day.year if day is not None and known else None)
    elif row.family is ArithmeticKind.CONVERSION:
        converted.extend(pairs(row, line))
    else:
        yield from _TALLY[row.family](row, line)


def _of_statements(text: Text, places: Places, record: Record) -> Iterator[Arithmetic]:
    """What two statements of the text tell of one thing."""
    statements = text.reading.statements
    if sum(one.measure in _TWICE_TOLD for one in statements) < _FEWEST:
        return

    def around(span: Span) -> str:
        return places.sentence(text.folded_at(span.start))

    for first, second in sizes_apart(statements, around):
        why = "the text gives the alliance two sizes of one day"
        yield of_two(ArithmeticKind.MEMBERS, SIZES, first, second, why, _of_the_day(text, record))
    for first, second in told_twice(statements, around):
        why = "the text tells one thing twice, and the figures do not meet"
        yield of_two(ArithmeticKind.TWICE, TWICE, first, second, why)


_TWICE_TOLD = MEASURES | {"members"}


def _of_the_day(text: Text, record: Record) -> tuple[str, ...]:
    day = text.reading.document.published
    if day is None:
        return ()
    return (f"on record: NATO had {len(record.members('NATO', day))} members on {day.isoformat()}",)
