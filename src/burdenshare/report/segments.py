"""Overlapping and nested statements laid over a text: the text cut into pieces, each knowing what covers it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from burdenshare.reading.model import Span


@dataclass(frozen=True, slots=True)
class Overlay:
    """What one statement covers: its words and, within or beside them, the words to mark."""

    span: Span
    focus: Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same statements throughout.

    `top` is the index of the overlay it opens: the narrowest marked one, else the narrowest covering one; None where
    the text is bare. `marked` tells whether it belongs to that one's focus. `ends` lists the overlays whose marker
    stands behind it. `remark` is the index of a number not accounted for, `sums` the indices of the sums inside
    the text that end here.
    """

    text: str
    top: int | None = None
    marked: bool = False
    ends: tuple[int, ...] = ()
    remark: int | None = None
    sums: tuple[int, ...] = ()


def pieces(
    text: str, overlays: Sequence[Overlay], remarks: Sequence[Span] = (), sums: Sequence[Span] = ()
) -> list[Piece]:
    """Cut `text` at every edge of `overlays` and `remarks`, and behind `sums`; joined, the pieces are `text` again."""
    size = len(text)
    spans = [_within(overlay.span, size) for overlay in overlays]
    focuses = [_within(overlay.focus, size) for overlay in overlays]
    asides = [_within(span, size) for span in remarks]
    ends: dict[int, list[int]] = {}
    for index, (span, focus) in enumerate(zip(spans, focuses, strict=True)):
        ends.setdefault(focus.end if focus.end > focus.start else span.end, []).append(index)
    summed: dict[int, list[int]] = {}
    for index, span in enumerate(sums):
        summed.setdefault(_within(span, size).end, []).append(index)
    edges = sorted(
        {0, size, *(edge for span in (*spans, *focuses, *asides) for edge in (span.start, span.end)), *ends, *summed}
    )
    layers = zip(*(_narrowest(one, edges) for one in (focuses, spans, asides)), strict=True)
    found = []
    for (start, end), (marked, around, aside) in zip(pairwise(edges), layers, strict=True):
        top = around if marked is None else marked
        remark = aside if top is None else None
        behind = tuple(ends.get(end, ())), remark, tuple(summed.get(end, ()))
        found.append(Piece(text[start:end], top, marked is not None, *behind))
    if 0 in ends:
        found.insert(0, Piece("", ends=tuple(ends[0])))
    return found


def _within(span: Span, size: int) -> Span:
    start = min(max(span.start, 0), size)
    return Span(start, min(max(span.end, start), size))


def _narrowest(spans: Sequence[Span], edges: Sequence[int]) -> list[int | None]:
    """For every stretch between two neighbouring `edges`, the narrowest of `spans` that covers it.

    One sweep with a heap, since a long text can hold thousands of numbers; `edges` hold every edge of `spans`.
    """
    waiting = sorted((span.start, index) for index, span in enumerate(spans) if span.start < span.end)
    waiting.reverse()
    open_: list[tuple[int, int]] = []
    found: list[int | None] = []
    for start in edges[:-1]:
        while waiting and waiting[-1][0] <= start:
            _, index = waiting.pop()
            heappush(open_, (spans[index].end - spans[index].start, index))
        while open_ and spans[open_[0][1]].end <= start:
            heappop(open_)
        found.append(open_[0][1] if open_ else None)
    return found
