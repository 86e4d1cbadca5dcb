"""Blocks (paragraphs, headings, list items) and the sentences in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from burdenshare.quick import quick
from burdenshare.reading.tables import load_table

MAX_SENTENCE = 1500  # characters; longer runs without a full stop are cut at a space so that reading stays linear
_END = re.compile(r"[.!?…]+[\"”'’)\]]*(?=\s|$)|[.!?…]+[\"”](?=\S)|(?<=[a-z]{3})\.(?=[A-Z][a-z])")
_ABBREVIATION = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]$")
_MARKS_BEHIND = re.compile(r"\W+$")
_LAST_WORD = re.compile(r"(?:[A-Za-z]\.){2,}$|[^\W\d_]+$|\d+$")
_NEXT = re.compile(r"\s*[\"“‘'(\[]*(\S+)")
_BULLET = re.compile(r"\s*(?:[-*•·▪◦>#|]|\d+[.)])\s")
_BLANK = re.compile(r"\n[ ]*\n")


@quick
@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the folded text: `text[start:end]`; `block` counts the blocks from 0."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item: `text[start:end]`, no blank line inside."""

    start: int
    end: int


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_table("sentences").items()}


def blocks(text: str) -> list[Block]:
    """Split at line breaks, and join lines that a layout broke in the middle of a sentence."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    wrapped = _hard_wrapped(text, lines)
    found: list[Block] = []
    for start, end in lines:
        if not text[start:end].strip():
            continue
        if found and _goes_on(text, found[-1], start, end, wrapped):
            found[-1] = Block(found[-1].start, end)
        else:
            found.append(Block(start, end))
    return found


def _hard_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Most lines are of one column's length and stop anywhere: the layout broke them, not the writer."""
    long = [(s, e) for s, e in lines if e - s >= 45]
    if len(long) < 4 or max(e - s for s, e in long) > 110:
        return False
    open_ended = sum(1 for s, e in long if text[s:e].rstrip()[-1:] not in ".!?:;\"”'")
    return open_ended >= 0.6 * len(long)


def _goes_on(text: str, block: Block, start: int, end: int, wrapped: bool) -> bool:
    between = text[block.end : start]
    if between.count("\n") != 1 or _BULLET.match(text, start, end):
        return False
    before = text[block.start : block.end].rstrip()
    if before[-1:] in '.!?:;…”"|':
        return False
    first = text[start:end].lstrip()[:1]
    if first.islower() or wrapped:
        return True
    word = _LAST_WORD.search(before)
    return bool(word) and word.group().casefold() in _lists()["line_goes_on"]  # type: ignore[union-attr]


def sentences(text: str) -> list[Sentence]:
    """All sentences in order; they cover every block, trimmed of white space."""
    found: list[Sentence] = []
    for number, block in enumerate(blocks(text)):
        start = block.start
        for match in _END.finditer(text, block.start, block.end):
            if match.start() < start or not _ends_here(text, match, block):
                continue
            found.extend(_cut(text, start, match.end(), number))
            start = match.end()
        found.extend(_cut(text, start, block.end, number))
    return found


def _ends_here(text: str, match: re.Match[str], block: Block) -> bool:
    following = _NEXT.match(text, match.end(), block.end)
    if following is None:
        return True
    word = following.group(1)
    if not match.group().startswith(".") or len(match.group().rstrip("\"”'’)]")) > 1:
        return not word[:1].islower()
    return not word[:1].islower() and _full_stop_ends(text, match.start(), word)


def _full_stop_ends(text: str, at: int, following: str) -> bool:
    lists = _lists()
    window = text[max(0, at - 12) : at]
    abbreviation = _ABBREVIATION.search(window)
    last = abbreviation.group() + "." if abbreviation else ""
    if not last:
        word = _LAST_WORD.search(window)
        last = word.group() if word else ""
    low = last.casefold()
    next_low = _MARKS_BEHIND.sub("", following).casefold()
    if low in lists["before_number"] and following[:1].isdigit():
        return False
    if low in lists["never_ends"] or (len(low) == 1 and low.isalpha() and last.isupper()):
        return False
    if low in lists["ends_before_opener"]:
        return next_low in lists["openers"]
    return True


def _cut(text: str, start: int, end: int, block: int) -> list[Sentence]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    pieces: list[Sentence] = []
    while end - start > MAX_SENTENCE:
        space = text.rfind(" ", start + MAX_SENTENCE // 2, start + MAX_SENTENCE)
        cut = space if space > start else start + MAX_SENTENCE
        pieces.append(Sentence(start, cut, block))
        start = cut
    if end > start:
        pieces.append(Sentence(start, end, block))
    return pieces
