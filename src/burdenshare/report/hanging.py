"""Lines behind a bullet in a terminal: wrapped under their first word, addresses never cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

LEAST = 10
"""Columns left to the words even where the terminal is narrower than the bullet and its indent."""

LAST_COLUMN = 20
"""Columns of the terminal that the last column of a line needs, to be worth wrapping under."""

_COLUMN = re.compile(r"(?<=\S) {2,}(?=\S)")

_WORD = re.compile(r"\S+\s*")

_VERDICT = "supported|close|depends|contradicted|unverifiable"
_UNIT = rf"(?:%|bn|tn|m|[bmtr]+illion|percentage points?|points?|allies|ally|{_VERDICT}|[A-Z]{{3}})(?![\w-])"
_WHOLE = re.compile(rf"(?:[✔≈◐✘?$–→] )?(?:[A-Z]{{3}} )?[-+]?\d[\d.,]*(?: {_UNIT})*\S*\s*|[✔≈◐✘?$–→] \S+\s*|\S+\s*")
"""What stays on one line where it fits: a word, a figure with its unit or currency, a sign with the word it marks."""


class Hanging:
    """`line` behind `lead`; further lines stand under the first one. The console must print without cropping."""

    def __init__(self, lead: str, line: Text) -> None:
        self.lead = lead
        self.line = line

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """One text a line."""
        room = max(options.max_width - len(self.lead), LEAST)
        for number, part in enumerate(self.line.divide(breaks(self.line.plain, room))):
            part.rstrip()
            whole = Text(" " * len(self.lead) if number else self.lead, no_wrap=True, overflow="ignore")
            whole.append_text(part)
            yield whole


def hung(line: str, width: int) -> Hanging:
    """A line of columns: one too wide for the terminal goes on under its last column, or under its first."""
    ends = [found.end() for found in _COLUMN.finditer(line)] if cell_len(line) > width else []
    fitting = [end for end in (ends[-1:] + ends[:1]) if width - end >= LAST_COLUMN]
    lead = line[: fitting[0]] if fitting else line[: len(line) - len(line.lstrip())]
    return Hanging(lead, Text(line.removeprefix(lead)))


def breaks(line: str, room: int) -> Iterator[int]:
    """Where `line` is broken so that its parts fit `room` columns.

    A word wider than that is folded, unless it is an address: a cut address cannot be copied.
    """
    used = 0
    for start, word in _pieces(line, room):
        width = cell_len(word.rstrip())
        if used and used + width > room:
            yield start
            used = 0
        if width <= room or "://" in word:
            used += cell_len(word)
            continue
        for at, letter in enumerate(word, start=start):
            if used and used + cell_len(letter) > room:
                yield at
                used = 0
            used += cell_len(letter)


def _pieces(line: str, room: int) -> Iterator[tuple[int, str]]:
    """Where each piece that should stay together begins, and the piece; its words where it is wider than the room."""
    for found in _WHOLE.finditer(line):
        if cell_len(found[0].rstrip()) <= room:
            yield found.start(), found[0]
            continue
        yield from ((found.start() + one.start(), one[0]) for one in _WORD.finditer(found[0]))
