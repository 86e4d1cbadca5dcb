"""A dot plot in letters: an ally's share of GDP on a scale, with the guideline as a line."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from rich.cells import cell_len
from rich.text import Text

from burdenshare.checking.alliance.model import Entry, Mark, Section
from burdenshare.report.alliance.telling import SYMBOLS, share

NAME = 16
"""Columns of an ally's name: North Macedonia is the longest."""
HEAD = 4 + 2 + NAME + 10 + 7
"""Columns before the scale: margin, mark, name, share with its `e`, change."""
LEAST = 12
"""Columns below which a scale tells nothing."""
LEGEND = (
    "● at or above the guideline · ○ below · ◌ one decimal and □ older release: decide nothing · – not known · "
    "e estimate · ± on the year before, in points · ┃ guideline"
)
STYLES = {Mark.MEETS: "bold cyan", Mark.BELOW: "yellow", Mark.OPEN: "dim", Mark.OLDER: "dim", Mark.UNKNOWN: "dim"}
"""Cyan against yellow can be told apart with any colour sight; the shapes differ besides."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From nothing to a little above the highest share or the guideline."""

    top: float
    columns: int
    guideline: float | None

    @classmethod
    def of(cls, section: Section, width: int, beside: int = 0) -> Scale:
        """The scale of a section of shares for a terminal that wide, with some columns kept beside it."""
        highest = max((one.value for one in section.entries if one.value is not None), default=0.0)
        top = max(ceil(max(highest, section.guideline or 0.0) * 2) / 2, 1.0)
        return cls(top, max(width - HEAD - 2 - beside, LEAST), section.guideline)

    def at(self, value: float) -> int:
        """The column of a value."""
        return min(round(value / self.top * (self.columns - 1)), self.columns - 1)

    def head(self) -> str:
        """The numbers over the scale, per cent of GDP."""
        row = [" "] * (self.columns + 4)
        for tick in range(int(self.top) + 1):
            row[self.at(tick)] = str(tick)
        return " " * HEAD + "".join(row).rstrip() + " %"

    def line(self, one: Entry, change: str, cited: str) -> Text:
        """One ally."""
        name = one.label[:NAME] + " " * (NAME - cell_len(one.label[:NAME]))
        line = Text(f"    {SYMBOLS[one.mark]} ", no_wrap=True, overflow="ignore")
        line.stylize(STYLES.get(one.mark, ""))
        line.append(name)
        if one.value is None:
            return line.append(f" {'; '.join(one.notes)}", style="dim")
        line.append(f"{share(one):>7} {'e' if one.estimate else ' '} ")
        line.append(f"{change:>6} ", style="dim")
        dots = ["·" if column % 2 else " " for column in range(self.columns)]
        if self.guideline is not None:
            dots[self.at(self.guideline)] = "┃"
        place = self.at(one.value)
        line.append("".join(dots[:place]), style="dim")
        line.append(SYMBOLS[one.mark], style=STYLES.get(one.mark, ""))
        line.append("".join(dots[place + 1 :]), style="dim")
        return line.append(cited, style="dim")
