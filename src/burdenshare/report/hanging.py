"""Lines behind a bullet in a terminal: wrapped under their first word, addresses never cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

LEAST = 10
"""Columns left to the words even where the terminal is narrower than the bullet and its indent."""

_WORD = re.compile(r"\S+\s*")


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


def breaks(line: str, room: int) -> Iterator[int]:
    """Where `line` is broken so that its parts fit `room` columns.

    A word wider than that is folded, unless it is an address: a cut address cannot be copied.
    """
    used = 0
    for found in _WORD.finditer(line):
        width = cell_len(found[0].rstrip())
        if used and used + width > room:
            yield found.start()
            used = 0
        if width <= room or "://" in found[0]:
            used += cell_len(found[0])
            continue
        for at, letter in enumerate(found[0], start=found.start()):
            if used and used + cell_len(letter) > room:
                yield at
                used = 0
            used += cell_len(letter)
