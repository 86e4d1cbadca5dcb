"""A fan drawn in letters: a line a year, the intervals as shades on one scale, the central run as a dot."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text

from burdenshare.road.fans import Fan

SHADES = ((95, "░"), (80, "▒"), (50, "▓"))
"""Widest first: the narrower interval is drawn over it."""
CENTRAL = "●"
LEGEND = "░ 95 %  ▒ 80 %  ▓ 50 % of the draws  ● central run"
LEAST = 16


@dataclass(frozen=True, slots=True)
class Scale:
    """Values to columns."""

    low: float
    high: float
    columns: int

    @classmethod
    def of(cls, fan: Fan, columns: int) -> Scale:
        """The scale that all of a fan fits on, from nothing where it is near."""
        values = list(fan.central)
        for row in fan.quantiles or ():
            values += [row[0], row[-1]]
        low, high = min(values), max(values)
        low = min(low, 0.0) if low <= high / 2 else low
        return cls(low, high if high > low else low + 1, max(columns, LEAST))

    def at(self, value: float) -> int:
        """The column of a value."""
        return round((value - self.low) / (self.high - self.low) * (self.columns - 1))


def lines(fan: Fan, years: tuple[int, ...], columns: int, words: list[str]) -> list[Text]:
    """One line a year: the year, the central value in `words`, its place on the scale."""
    width = max(map(len, words))
    scale = Scale.of(fan, columns - width - 8)
    made = []
    for at, year in enumerate(years):
        row = [" "] * scale.columns
        for per_cent, shade in SHADES:
            ends = fan.interval(per_cent, at)
            if ends is not None and ends[0] < ends[1]:
                first, last = scale.at(ends[0]), scale.at(ends[1])
                row[first : last + 1] = shade * (last - first + 1)
        row[scale.at(fan.central[at])] = CENTRAL
        line = Text(f"{year}  {words[at]:>{width}}  ", no_wrap=True, overflow="ignore")
        for letter in "".join(row).rstrip():
            line.append(letter, style="bold cyan" if letter == CENTRAL else "dim" if letter != " " else "")
        made.append(line)
    return made
