"""Words of strangers as the fonts of a printed report can show them.

typst brings Libertinus Serif and DejaVu Sans Mono. What neither has a letter for would be an empty box on paper and
nothing for who searches the file, so it is told by its name in brackets.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from burdenshare.report import wording
from burdenshare.report.exports.texts import whole

COVERED = (
    (0x0020, 0x058F),  # Latin, phonetic letters, Greek, Cyrillic, Armenian
    (0x0591, 0x05F4),  # Hebrew
    (0x0600, 0x06FF),  # Arabic
    (0x10A0, 0x10FF),  # Georgian
    (0x1D00, 0x1FFF),  # more of Latin and Greek
    (0x2010, 0x2027),  # dashes, quotation marks, the ellipsis
    (0x202F, 0x205E),  # spaces and marks
    (0x2070, 0x23FF),  # raised figures, currencies, letter-like signs, arrows, signs of mathematics
    (0x2500, 0x27BF),  # boxes, geometric shapes, signs, dingbats
    (0xFB00, 0xFB06),  # ligatures
    (0xFFFC, 0xFFFD),
)
"""Blocks whose characters in use have a letter in one of both fonts."""

_STARTS = [first for first, _ in COVERED]
_LONGEST_NAME = 40
UNBROKEN = 48
"""Characters without a blank that fit a line of the narrowest column; behind them a line may be broken."""

_RUN = re.compile(rf"\S{{{UNBROKEN}}}(?=\S)")
_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def line(text: str, *, breakable: bool = True) -> str:
    """`text` on one line; where `breakable`, one that cannot run over the edge of the paper."""
    plain = shown(wording.clean(text))
    return _broken(plain) if breakable else plain


def prose(text: str) -> str:
    """`text` with its own line ends as `\\n`."""
    plain = wording.UNPRINTABLE.sub("", _ENDS.sub("\n", text))
    return _broken(shown(plain.replace("\t", " ")))


def shown(text: str) -> str:
    """`text` with the name of each character that no font of ours has."""
    if text.isascii():
        return text
    return "".join(one if one == "\n" or _covered(ord(one)) else _named(one) for one in whole(text))


def _covered(code: int) -> bool:
    at = bisect_right(_STARTS, code) - 1
    return at >= 0 and code <= COVERED[at][1]


def _named(one: str) -> str:
    """Its name where that is short and its own (`[shield]`), else its number (`[U+4E2D]`)."""
    if unicodedata.category(one) in ("Mn", "Cf"):  # a variant of the character in front, such as the colour of an emoji
        return ""
    number = f"{ord(one):04X}"
    name = unicodedata.name(one, "")
    return f"[{name.lower()}]" if name and number not in name and len(name) <= _LONGEST_NAME else f"[U+{number}]"


def _broken(text: str) -> str:
    return _RUN.sub(lambda found: f"{found[0]}\u200b", text)
