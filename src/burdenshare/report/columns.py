"""How wide the columns of a table are in a window: words stay whole, figures keep their unit, heads give way first."""

from __future__ import annotations

import re
from collections.abc import Sequence

GAP = 1
"""Columns between two columns of a table."""
WIDEST_HEAD = 13
"""Columns of a head before it wraps."""
FEWEST = 2
"""Columns that always stay: the name, and what is told of it."""
_BREAK = re.compile(r" (?!(?:bn|tn|m|k|%|[a-z]|times)(?=\W|$))")
"""Where a cell may go on in the next line: not between a figure and its unit (`115.4 bn`) or its mark (`1.26 i`)."""


def fitted(head: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> tuple[int, ...]:
    """The width of each column, together no wider than `room`; fewer than `head` where the last ones find no room."""
    told = [max((len(row[at]) for row in rows), default=0) for at in range(len(head))]
    least = [max(map(_longest, (name, *(row[at] for row in rows)))) for at, name in enumerate(head)]
    kept = len(head)
    while kept > FEWEST and sum(least[:kept]) + GAP * (kept - 1) > room:
        kept -= 1
    widths = [_usual(name, longest) for name, longest in zip(head[:kept], told, strict=False)]
    while sum(widths) + GAP * (kept - 1) > room:
        of_heads = [at for at, width in enumerate(widths) if width > max(told[at], least[at])]
        loose = of_heads or [at for at, width in enumerate(widths) if width > least[at]]
        if not loose:
            break  # a name wider than the window: it is folded
        widths[max(loose, key=lambda at: widths[at])] -= 1
    return tuple(widths)


def wrapped(text: str, width: int) -> list[str]:
    """A cell in lines of `width` columns, broken between words alone."""
    lines: list[str] = []
    for piece in _BREAK.split(text):
        if lines and len(lines[-1]) + 1 + len(piece) <= width:
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    return lines


def _usual(name: str, longest: int) -> int:
    """The width a column takes where there is room: of its longest cell, or of the lines a longer head wraps to."""
    return max(longest, *map(len, wrapped(name, max(longest, WIDEST_HEAD, _longest(name)))))


def _longest(text: str) -> int:
    return max(map(len, _BREAK.split(text)))
