"""Quoted passages: double and single marks, several paragraphs, odd numbers of marks, transcript turns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from burdenshare.reading.sentences import Block

_SINGLE = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[(—:]))['‘](?=[\w$€£])(.{3,400}?[\w.,!?%])'(?=[\s.,;:!?)—]|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words at `start`..`end` (without the marks), in block `block`. `opens_block`: a whole-paragraph quote
    that began with its paragraph; `continued`: it goes on in the next block."""

    start: int
    end: int
    block: int
    opens_block: bool = False
    continued: bool = False


def find_quotes(text: str, found_blocks: list[Block]) -> list[Quote]:
    """All quoted passages of the folded text in order, never overlapping."""
    quotes: list[Quote] = []
    for number, block in enumerate(found_blocks):
        doubles = _doubles(text, block, number, found_blocks)
        quotes.extend(doubles)
        quotes.extend(single for single in _singles(text, block, number) if not _inside(single, doubles))
    return sorted(quotes, key=lambda quote: quote.start)


def _doubles(text: str, block: Block, number: int, found_blocks: list[Block]) -> list[Quote]:
    quotes: list[Quote] = []
    opened: int | None = None
    for match in re.finditer(r"[\"“”]", text[block.start : block.end]):
        at = block.start + match.start()
        mark = match.group()
        if mark == '"' and opened is None and _inches(text, at):
            continue
        if opened is None:
            if mark != "”":
                opened = at
        elif mark != "“":
            quotes.append(_quote(text, opened, at, number, block))
            opened = None
    if opened is not None:
        following = found_blocks[number + 1] if number + 1 < len(found_blocks) else None
        goes_on = following is not None and text[following.start : following.end].lstrip()[:1] in '"“'
        if goes_on or _starts_block(text, opened, block):
            quote = _quote(text, opened, block.end, number, block)
            quotes.append(Quote(quote.start, quote.end, number, quote.opens_block, goes_on))
    return quotes


def _quote(text: str, opened: int, closed: int, number: int, block: Block) -> Quote:
    return Quote(opened + 1, closed, number, _starts_block(text, opened, block))


def _starts_block(text: str, at: int, block: Block) -> bool:
    return not text[block.start : at].strip()


def _inches(text: str, at: int) -> bool:
    """A straight mark right behind a digit and before no letter: inches, not speech."""
    return at > 0 and text[at - 1].isdigit() and not text[at + 1 : at + 2].isalpha()


def _singles(text: str, block: Block, number: int) -> list[Quote]:
    return [
        Quote(match.start(1), match.end(1), number, _starts_block(text, match.start(), block))
        for match in _SINGLE.finditer(text, block.start, block.end)
        if " " in match.group(1).strip() and match.group(1).count("'") <= 2
    ]


def _inside(quote: Quote, others: list[Quote]) -> bool:
    return any(other.start <= quote.start < other.end for other in others)
