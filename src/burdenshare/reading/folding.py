"""Fold a text for reading while every offset still points into the text as given.

Curly quotes, odd dashes and odd spaces become one kind each; zero-width characters vanish and combining marks join
their letter; what was broken on the way (`broken_text`) reads as it was written. What is folded away is remembered, so
that a span of the folded text maps back exactly.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from burdenshare.reading.broken_text import Mend, mends, without_styles
from burdenshare.reading.model import Span

_ONE_TO_ONE = {
    "\u201a": "‘",
    "\u201b": "'",
    "\u2019": "'",
    "\u02bc": "'",
    "\u00b4": "'",
    "`": "'",
    "\u201e": "“",
    "\u201f": "“",
    "\u00ab": "“",
    "\u00bb": "”",
    "\uff02": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2212": "-",
    "\u2015": "—",
    "\uff05": "%",
    "\ufe6a": "%",
    "\u2028": "\n",
    "\u2029": "\n",
    "\u0085": "\n",
    "\x0b": " ",
    "\x0c": "\n",
    "\r": " ",
    "\t": " ",
    **{chr(code): " " for code in (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)},
}
_VANISH = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_COMBINING = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_ODD = re.compile(f"[{_VANISH}{_COMBINING}]")
_FOLDED_AWAY = re.compile(f"[{_VANISH}]|[^{_VANISH}][{_COMBINING}]+", re.DOTALL)
"""A character that vanishes, or a letter with its combining marks."""


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded `text`; `shifts` are (folded offset, given offset) at every place where the distance changes;
    `joined` are the folded characters that stand for several given ones."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]
    length: int
    joined: frozenset[int] = frozenset()

    def given(self, start: int, end: int) -> Span:
        """The span of the text as given that the folded `start`..`end` came from."""
        if len(self.starts) == 1 and not self.shifts[0]:
            return Span(start, max(start, end))  # nothing was folded away
        if end <= start:
            at = self._at(start)
            return Span(at, at)
        last = self._at(end - 1)
        following = self._at(end) if end < len(self.text) else self.length
        return Span(self._at(start), max(last + 1, following if end - 1 in self.joined else last + 1))

    def _at(self, offset: int) -> int:
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]


_ABROAD = re.compile(
    '(?P<low>[\u201e\u201f])(?P<a>[^\u201e\u201f\u201c\u201d"\n]{1,600})[\u201c\u201d"]'
    "|(?P<in>\u00bb)(?P<b>[^\u00ab\u00bb\n]{1,600})\u00ab"
)
"""Quotations in the German manner: the closing mark is what opens one in English."""


def _plain(text: str) -> str:
    """One kind of each mark; quotations opened in another language's manner are closed where that language does."""
    if "\u201e" in text or "\u201f" in text or -1 < text.find("\u00bb") < text.find("\u00ab"):
        text = _ABROAD.sub(lambda m: f"\u201c{m.group('a') or m.group('b')}\u201d", text)
    for odd, common in _ONE_TO_ONE.items():  # twenty times as fast as `translate`: most stand in no text
        if odd in text:
            text = text.replace(odd, common)
    return text


@lru_cache(maxsize=2)
def fold(text: str) -> Folded:
    """Fold `text`; the cost is one pass, and a second only where characters vanish, combine or are mended. The last
    texts are kept: one that was read is looked through again for its sums."""
    text = without_styles(text)
    changes = _changes(text)
    if not changes:
        return Folded(_plain(text), (0,), (0,), len(text))
    pieces: list[str] = []
    starts, shifts = [0], [0]
    joined: set[int] = set()
    length = 0
    for position, piece, single in _kept(text, changes):
        if position - length != shifts[-1]:
            starts.append(length)
            shifts.append(position - length)
        pieces.append(piece)
        length += len(piece)
        if single:
            joined.add(length - 1)
    if len(text) - length != shifts[-1]:
        starts.append(length)
        shifts.append(len(text) - length)
    return Folded(_plain("".join(pieces)), tuple(starts), tuple(shifts), len(text), frozenset(joined))


def _changes(text: str) -> list[Mend]:
    """Every piece that is folded to another length, in order and apart from each other."""
    found = list(mends(text))
    if _ODD.search(text):
        for match in _FOLDED_AWAY.finditer(text):
            start, end = match.span()
            found.append((start, end, unicodedata.normalize("NFC", match.group())[:1] if end > start + 1 else ""))
    found.sort()
    return [change for n, change in enumerate(found) if not n or found[n - 1][1] <= change[0]]


def _kept(text: str, changes: list[Mend]) -> Iterator[tuple[int, str, bool]]:
    """(place in `text`, characters kept of it, whether they are one for several): runs as they stand, and what each
    change leaves."""
    position = 0
    for start, end, left in changes:
        if start > position:
            yield position, text[position:start], False
        if left:
            yield start, left, True
        position = end
    if position < len(text):
        yield position, text[position:], False
