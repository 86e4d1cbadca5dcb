"""The lines of PDF pages put together again: running heads out, broken words and paragraphs whole.

A PDF knows where letters stand, not what a paragraph is. The text is cleaned first and what comes out is the text that
is shown, so offsets point into it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from burdenshare.reading.tables import load_table

RUNNING = 3
"""A first or last line that stands on so many pages, numbers aside, is a running head and no text."""

EDGE = 2
"""Lines at the top and at the bottom of a page among which running heads are looked for."""

FULL = 0.8
"""A line this long, against the longest near it, was broken by the margin; a shorter one ends a paragraph."""

NEAR = 3
"""Lines above and below that show how wide the column is."""

NARROWEST = 25
"""Characters of a column below which lines are a table or a list and are left alone."""

MOST_NUMBERS = 0.4
"""Share of words that are numbers from which on a line is a row of a table and joins no other."""

KEPT = frozenset(
    [
        "long",
        "short",
        "medium",
        "mid",
        "non",
        "well",
        "co",
        "pre",
        "post",
        "anti",
        "ex",
        "self",
        "high",
        "low",
        "so",
        "cross",
        "multi",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "decade",
        "all",
        "by",
    ]
)
"""Words whose hyphen is part of the word when a line breaks behind it; so is that of every number word."""

_BROKEN = re.compile("([^\\W_]+)[\x02\ufffe]([^\\W_]+)?")
_MARK = "\x02\ufffe"  # what PDFium puts for a hyphen and the line break behind it
_ENDS = '.!?:;…”"'
_MARKS = re.compile("[\x02\ufffe]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_NUMBERS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:page\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE
)
_BULLET = re.compile(r"[-*•·▪◦–—]\s|\(?\d{1,2}[.)]\s|\([a-z]\)\s")
_SPACES = re.compile(r"[ \t\xa0]+")


def text_of(pages: Sequence[str]) -> str:
    """One text of the texts of pages: a paragraph a line, with a blank line between."""
    lined = [[line for raw in page.splitlines() if (line := _SPACES.sub(" ", raw).strip())] for page in pages]
    running = _running(lined)
    paragraphs: list[str] = []
    before, full = "", False
    for lines in lined:
        kept = _inner(lines, running)
        for at, line in enumerate(kept):
            if before and not _BULLET.match(line) and not _row(line) and (full or _goes_on(before, line)):
                paragraphs[-1] += line if before[-1] in _MARK else f" {line}"
            else:
                paragraphs.append(line)
            before, full = line, _full(kept, at)
    return _clean("\n\n".join(paragraphs) + "\n" if paragraphs else "")


def _full(lines: Sequence[str], at: int) -> bool:
    """Whether the margin broke this line: it is about as long as the longest near it."""
    width = max(map(len, lines[max(0, at - NEAR) : at + NEAR + 1]))
    return width >= NARROWEST and len(lines[at]) >= FULL * width and not _row(lines[at])


def _goes_on(before: str, line: str) -> bool:
    """Whether a sentence that a line left open goes on below it, whatever the width of the column."""
    return before[-1] in _MARK or (line[0].islower() and before[-1] not in _ENDS and not _row(before))


def _inner(lines: Sequence[str], running: frozenset[str]) -> list[str]:
    """The lines of a page without its running heads and its number."""
    last = len(lines) - 1
    return [
        line
        for at, line in enumerate(lines)
        if not (
            (at < EDGE or at > last - EDGE)
            and (_masked(line) in running or (len(lines) > 1 and _PAGE_NUMBER.fullmatch(line)))
        )
    ]


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    counted: Counter[str] = Counter()
    for lines in pages:
        if len(lines) > 2 * EDGE:
            counted.update({_masked(line) for line in (*lines[:EDGE], *lines[-EDGE:])})
    return frozenset(line for line, count in counted.items() if count >= max(RUNNING, len(pages) // 3))


def _masked(line: str) -> str:
    return _NUMBERS.sub("0", line.casefold())


def _row(line: str) -> bool:
    """Whether a line is a row of numbers, or has no words at all."""
    words = line.split()
    return not any(map(str.isalpha, line)) or (
        len(words) > 2 and sum(word[:1].isdigit() for word in words) >= MOST_NUMBERS * len(words)
    )


def _clean(text: str) -> str:
    """Words broken at the end of a line are one word again, unless the hyphen is their own."""
    if not _MARKS.search(text):
        return _CONTROL.sub("", text)
    known = Counter(_WORD.findall(_MARKS.sub(" ", text).casefold()))

    def mended(found: re.Match[str]) -> str:
        head, tail = found[1], found[2] or ""
        together, apart = known.get(f"{head}{tail}".casefold(), 0), known.get(f"{head}-{tail}".casefold(), 0)
        if tail and together != apart:
            own = apart > together
        else:
            own = not tail or head.isdigit() or not tail[0].islower() or head.casefold() in KEPT | _number_words()
        return f"{head}-{tail}" if own else f"{head}{tail}"

    return _CONTROL.sub("", _BROKEN.sub(mended, text))


@cache
def _number_words() -> frozenset[str]:
    numbers = load_table("numbers")
    return frozenset({*numbers["units"], *numbers["tens"]})
