"""Sentences read a second time on their own: the same rules, the same day, and nothing of the text around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from burdenshare.reading.documents.furniture import blanked
from burdenshare.reading.folding import fold
from burdenshare.reading.model import Document, Reading, Span, Statement
from burdenshare.reading.quotes import find_quotes
from burdenshare.reading.read import Facts, read
from burdenshare.reading.sentences import blocks, sentences

MOST_WINDOW = 4000
"""Characters read again for one proposal: a few long sentences. What needs more is no statement."""


class Windows:
    """The sentences of one document, each run of them read again at most once."""

    def __init__(self, document: Document, record: Facts) -> None:
        document = replace(document, text=blanked(document.text, document.furniture), furniture=())
        folded = fold(document.text)
        found = sentences(folded.text)
        self._document = document
        self._record = record
        self._spans = [folded.given(one.start, one.end) for one in found]
        self._blocks = [one.block for one in found]
        self._quotes = [folded.given(one.start, one.end) for one in find_quotes(folded.text, blocks(folded.text))]
        self._read: dict[tuple[int, int], tuple[Statement, ...] | None] = {}

    def statements(self, span: Span) -> tuple[Statement, ...] | None:
        """What the rules read in the whole sentences around `span`, with offsets into the document.

        None where they cannot be read as they stand: no sentence there, too long, or, cut out of the text, they would
        fall into other sentences or bear another day, and so might mean something else.
        """
        run = self._run(span)
        if run is None:
            return None
        if run not in self._read:
            self._read[run] = self._again(*run)
        return self._read[run]

    def _run(self, span: Span) -> tuple[int, int] | None:
        """The sentences that `span` touches, and those of every quotation that reaches beyond them."""
        first, last = self._touched(span)
        for _ in self._quotes:
            if first >= last:
                return None
            low, high = self._spans[first].start, self._spans[last - 1].end
            if high - low > MOST_WINDOW:
                return None
            reach = [one for one in self._quotes if one.start < high and low < one.end]
            low, high = min([low, *(q.start for q in reach)]), max([high, *(q.end for q in reach)])
            wider = self._touched(Span(low, high))
            if wider == (first, last):
                break
            first, last = wider
        return (first, last) if first < last else None

    def _touched(self, span: Span) -> tuple[int, int]:
        first = bisect_right(self._spans, span.start, key=lambda one: one.end)
        return first, bisect_left(self._spans, span.end, key=lambda one: one.start)

    def _again(self, first: int, last: int) -> tuple[Statement, ...] | None:
        start, end = self._spans[first].start, self._spans[last - 1].end
        if end - start > MOST_WINDOW:
            return None
        whole = self._document
        alone = replace(whole, text=self._joined(first, last))
        folded = fold(alone.text)
        cut = [folded.given(one.start, one.end) for one in sentences(folded.text)]
        if [_moved(one, start) for one in cut] != self._spans[first:last]:
            return None
        reading: Reading = read(alone, self._record)
        if reading.document.published != whole.published:
            return None
        return tuple(_placed(one, start, whole.text) for one in reading.statements)

    def _joined(self, first: int, last: int) -> str:
        """The sentences with the line breaks inside a block as blanks: they were none to the first reading either."""
        text, pieces = self._document.text, []
        for number in range(first, last):
            span = self._spans[number]
            pieces.append(_one_line(text[span.start : span.end]))
            if number + 1 < last:
                gap = text[span.end : self._spans[number + 1].start]
                pieces.append(_one_line(gap) if self._blocks[number] == self._blocks[number + 1] else gap)
        return "".join(pieces)


def _one_line(text: str) -> str:
    return text.replace("\n", " ").replace("\r", " ")


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _placed(statement: Statement, by: int, text: str) -> Statement:
    """`statement` of a window, where it stands in the document; its words are those of the document."""
    span, focus = _moved(statement.span, by), _moved(statement.focus, by)
    return replace(
        statement, span=span, focus=focus, text=text[span.start : span.end], words=text[focus.start : focus.end]
    )
