"""Text that was broken on its way, where what stood there is certain: UTF-8 read as another encoding, a number cut in
two, rules of a style sheet between sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

Mend = tuple[int, int, str]
"""(start, end, what stood there) of a piece of a text."""


def mends(text: str) -> Iterator[Mend]:
    """Every piece of `text` that is certainly broken, each kind in the order of the text."""
    if any(first in text for first in _FIRST):
        for match in _MISREAD.finditer(text):
            written = _as_written(match.group())
            if written is not None:
                yield match.start(), match.end(), written
    for match in _CUT.finditer(text):
        if _in_a_number(text, match.start()):
            yield *match.span(1), ""


def without_styles(text: str) -> str:
    """`text` with the rules of style sheets blanked, character for character."""
    return _STYLES.sub(lambda match: " " * len(match.group()), text) if "{" in text else text


def _behind() -> dict[str, int]:
    """By character: the byte behind a first one that was read as it, as Windows-1252 or as Latin-1."""
    found: dict[str, int] = {}
    for byte in range(0x80, 0xC0):
        found[chr(byte)] = byte
        found[bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte))] = byte
    return found


_FIRST = "\u00c2\u00c3\u00c4\u00c5\u00e2"
"""How the first bytes of Europe's letters, marks and currencies look when UTF-8 is read as Windows-1252."""
_BEHIND = _behind()
_BYTES = _BEHIND | {first: ord(first) for first in _FIRST}
_ANY = "".join(map(re.escape, _BEHIND))
_CLOSING = "\u00e2\u20ac"
_MISREAD = re.compile(f"\u00e2[{_ANY}]{{2}}|[\u00c2-\u00c5][{_ANY}]|{_CLOSING}")
"""`â€œ`, `â‚¬`, `Ã©`; of a closing quotation mark the third character is often lost (`â€`), for it is no letter."""
_CUT = re.compile(r"\.(\s+)(?=\d\d ?(?:%|per ?cent) of (?:its |their |the )?(?:GDP|gross|national|output))")
"""`spent 1.` and `96 percent of GDP` in the paragraph behind it: no ally spends 96 percent."""
_STYLES = re.compile(r"(?<![\w-])[.#]?[\w-]{0,60}\{[^{}\n]{0,400}:[^{}\n]{0,400}\}")
"""`.box{width:100%;margin:2%}`"""


def _in_a_number(text: str, at: int) -> bool:
    """A single digit stands in front of the point, and in front of it a word of the running sentence: `on April 4. 64
    percent of GDP` is two sentences."""
    words = text[max(0, at - _WORD) : at].split()
    return len(words) > 1 and len(words[-1]) == 1 and words[-1].isdigit() and words[-2][:1].islower()


_WORD = 20
"""Characters in which the digit and the word in front of it stand."""


def _as_written(misread: str) -> str | None:
    """The one character that stood there; None where these are no bytes of one."""
    if misread == _CLOSING:
        return "\u201d"
    try:
        return bytes(_BYTES[char] for char in misread).decode("utf-8")
    except UnicodeDecodeError:
        return None
