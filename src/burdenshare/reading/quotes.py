"""Quoted passages: double and single marks, several paragraphs, odd numbers of marks, transcript turns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from burdenshare.reading.sentences import Block

_SINGLE = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[(—:]))['‘](?=[\w$€£])(.{3,400}?[\w.,!?%])'(?=[\s.,;:!?)—]|$)", re.DOTALL)


_MARK = re.compile(r"[\"“”]")
_SAID = r"(?:said|says|told|tells|added|adds|warned|argued|noted|wrote|stressed|insisted|explained|stated)"
_ATTRIBUTED = re.compile(rf", (?:(?:[Tt]he|[A-Z])[^,.\"“”]{{1,60}}? {_SAID}|{_SAID} (?:[A-Z]\w+|the \w+))\b")
_LOOSE = re.compile(r"'(?!\w)|(?<!\w)'")
_QUOTED_LINE = re.compile(r"\s*>\s*[^\s—–>-]")


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
        if not doubles:
            quotes.extend(_marked_lines(text, block, number, found_blocks))
        quotes.extend(single for single in _singles(text, block, number) if not _inside(single, doubles))
    return sorted(quotes, key=lambda quote: quote.start)


def _doubles(text: str, block: Block, number: int, found_blocks: list[Block]) -> list[Quote]:
    quotes: list[Quote] = []
    opened: int | None = None
    for match in _MARK.finditer(text, block.start, block.end):
        at = match.start()
        mark = match.group()
        opening = _opening(text, at, block)
        if mark == '"' and opened is None and _inches(text, at):
            continue
        if opened is None:
            if mark != "”" or opening:
                opened = at
        elif mark == '"' and opening and (closed := _never_closed(text, opened, at)):
            quotes.append(_quote(text, opened, closed, number, block))
            opened = at
        elif mark != "“" or not opening:
            quotes.append(_quote(text, opened, at, number, block))
            opened = None
    if opened is not None:
        quotes.extend(_unclosed(text, opened, block, number, found_blocks))
    return quotes


def _unclosed(text: str, opened: int, block: Block, number: int, found_blocks: list[Block]) -> list[Quote]:
    """A mark that never closes: a quote that goes on in the next paragraph, that ends where somebody is named as its
    speaker, or that fills its block or lists its paragraphs up to a closing mark."""
    following = found_blocks[number + 1] if number + 1 < len(found_blocks) else None
    goes_on = following is not None and text[following.start : following.end].lstrip()[:1] in '"“'
    if not goes_on and (closed := _never_closed(text, opened, block.end)):
        return [_quote(text, opened, closed, number, block)]
    inner = [] if goes_on else _up_to_the_close(text, number, found_blocks)
    sentence = text[opened] == "“" and text[max(block.start, opened - 2) : opened] in (". ", ": ")
    if goes_on or inner or sentence or _starts_block(text, opened, block):
        quote = _quote(text, opened, block.end, number, block)
        return [Quote(quote.start, quote.end, number, quote.opens_block, goes_on or bool(inner)), *inner]
    return []


def _up_to_the_close(text: str, number: int, found_blocks: list[Block]) -> list[Quote]:
    """The paragraphs behind one whose mark never closes, up to a closing mark that nothing opened."""
    inner: list[Quote] = []
    for at in range(number + 1, min(len(found_blocks), number + 6)):
        block = found_blocks[at]
        mark = _MARK.search(text, block.start, block.end)
        if mark is None:
            inner.append(Quote(block.start, block.end, at, True, True))
            continue
        if mark.group() == "“" or _opening(text, mark.start(), block):
            return []
        return [*inner, Quote(block.start, mark.start(), at, True, False)]
    return []


def _never_closed(text: str, opened: int, end: int) -> int | None:
    """Where a quote without a closing mark ends: in front of `, Viktor Orbán told state radio`."""
    match = _ATTRIBUTED.search(text, opened, end)
    return match.start() + 1 if match else None


def _opening(text: str, at: int, block: Block) -> bool:
    """A mark behind a space (or at the start) and right before a word opens, whichever way it curls."""
    free = at == block.start or text[at - 1] in " (—-\n"
    return free and (text[at + 1 : at + 2].isalnum() or text[at + 1 : at + 2] in "$€£")


def _quote(text: str, opened: int, closed: int, number: int, block: Block) -> Quote:
    return Quote(opened + 1, closed, number, _starts_block(text, opened, block))


def _starts_block(text: str, at: int, block: Block) -> bool:
    return not text[block.start : at].strip()


def _inches(text: str, at: int) -> bool:
    """A straight mark right behind a digit and before no letter: inches, not speech."""
    return at > 0 and text[at - 1].isdigit() and not text[at + 1 : at + 2].isalpha()


def _singles(text: str, block: Block, number: int) -> list[Quote]:
    if text.find("'", block.start, block.end) < 0 and text.find("‘", block.start, block.end) < 0:
        return []
    whole = _whole_paragraph(text, block, number)
    if whole is not None:
        return [whole]
    return [
        Quote(match.start(1), match.end(1), number, _starts_block(text, match.start(), block))
        for match in _SINGLE.finditer(text, block.start, block.end)
        if " " in match.group(1).strip() and len(_LOOSE.findall(match.group(1))) <= 2
    ]


def _whole_paragraph(text: str, block: Block, number: int) -> Quote | None:
    """`'We face … in NATO's north. …', says the Prime Minister`: several sentences between single marks that open their
    paragraph, up to the mark in front of who said it."""
    opened = _FIRST_SINGLE.match(text, block.start, block.end)
    if opened is None:
        return None
    closed = _SAID_BEHIND.search(text, opened.end() + _LONG, block.end)
    if closed is None or _MARK.search(text, opened.end(), closed.start()):
        return None
    return Quote(opened.end(), closed.start(), number, True)


_FIRST_SINGLE = re.compile(r"\s*['‘](?=[A-Z])")
_SAID_BEHIND = re.compile(
    rf"(?<=[\w.,!?%])['’],?\s+(?:{_SAID}|(?:[Tt]he |[A-Z])[^'’.]{{1,60}}? {_SAID})\b", re.IGNORECASE
)
_LONG = 380
"""Characters behind the opening mark from which `_SINGLE` does not reach the closing one."""


def _marked_lines(text: str, block: Block, number: int, found_blocks: list[Block]) -> list[Quote]:
    """`> Europe spends 1.9 %.`: a line set off as a quotation, unless it names the speaker (`> — Pål Jonson`)."""
    match = _QUOTED_LINE.match(text, block.start, block.end)
    if match is None:
        return []
    following = found_blocks[number + 1] if number + 1 < len(found_blocks) else None
    goes_on = following is not None and _QUOTED_LINE.match(text, following.start, following.end) is not None
    return [Quote(match.end() - 1, block.end, number, True, goes_on)]


def _inside(quote: Quote, others: list[Quote]) -> bool:
    return any(other.start <= quote.start < other.end for other in others)
