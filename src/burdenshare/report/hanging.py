"""Lines behind a bullet in a terminal: wrapped under their first word, addresses never cut."""

from __future__ import annotations

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

LEAST = 10
"""Columns left to the words even where the terminal is narrower than the bullet and its indent."""


class Hanging:
    """`line` behind `lead`; further lines stand under the first one.

    A word wider than the terminal is folded, unless the line holds an address: a cut address cannot be copied.
    """

    def __init__(self, lead: str, line: Text) -> None:
        self.lead = lead
        self.line = line

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """One text a line; the console must print without cropping."""
        room = max(options.max_width - len(self.lead), LEAST)
        overflow: str = "ignore" if "://" in self.line.plain else "fold"
        for number, part in enumerate(self.line.wrap(console, room, overflow=overflow)):  # type: ignore[arg-type]
            whole = Text(" " * len(self.lead) if number else self.lead, no_wrap=True, overflow="ignore")
            whole.append_text(part)
            yield whole
