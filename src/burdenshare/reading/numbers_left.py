"""The numbers of a text that made no statement, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator

from burdenshare.reading.documents.furniture import FIGURE
from burdenshare.reading.folding import Folded
from burdenshare.reading.model import Document, Kind, Unaccounted
from burdenshare.reading.parse import Parsed
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.sheets import Sheet


def unaccounted(folded: Folded, document: Document, parsed: list[Parsed], sheet: Sheet) -> tuple[Unaccounted, ...]:
    text = document.text
    used: dict[int, list[tuple[int, int]]] = {}
    told: dict[int, list[tuple[int, int]]] = {}
    for number, draft in sheet.drafts:
        if draft.kind is not Kind.POSITION:
            used.setdefault(number, []).append((draft.first, draft.last))
        if draft.value is not None:
            told.setdefault(number, []).append(draft.focus)
    found: list[Unaccounted] = []
    for number, quantity, reason in sheet.reasons:
        low, high = quantity.core
        if any(first <= low and high <= last for first, last in used.get(number, ())) and reason in (
            "a date",
            "a duration or an age",
        ):
            continue
        if any(first <= low and high <= last for first, last in told.get(number, ())):
            continue
        if _idle_word(parsed[number], quantity):
            continue
        span = folded.given(parsed[number].start(low), parsed[number].end(high))
        found.append(Unaccounted(span, text[span.start : span.end], reason))
    for sentence in sheet.foreign:
        span = folded.given(sentence.start, sentence.end)
        found.append(Unaccounted(span, text[span.start : span.end], "not English"))
    found.extend(_furniture(document))
    return tuple(sorted(found, key=lambda item: item.span))


def _furniture(document: Document) -> Iterator[Unaccounted]:
    """The lines left out as furniture of a page that hold a figure: a reader shall see that they were."""
    for span in document.furniture:
        line = document.text[span.start : span.end]
        if FIGURE.search(line):
            yield Unaccounted(span, line, "furniture of the page, not the article's")


def _idle_word(parse: Parsed, quantity: Quantity) -> bool:
    """`one`, `half` and `double` in running words are no figures."""
    return (
        not quantity.number.digits
        and quantity.unit == ""
        and quantity.number.value in (0, 1, 0.5)
        and quantity.number.scale == 1.0
    )
