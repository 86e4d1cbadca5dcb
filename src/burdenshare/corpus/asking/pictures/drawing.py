"""What all pictures of the page are made of: a frame, its head, days across, words that fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

LETTER = 6.4
"""Pixels of a letter, on the wide side."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture for a screen or for a telephone: its name in the style, its width, the room for names at its left and
    for words at its right, in pixels."""

    name: str
    width: int
    left: int
    right: int


WIDE = Frame("wide", 760, 176, 64)
NARROW = Frame("narrow", 372, 108, 44)


@dataclass(frozen=True, slots=True)
class Days:
    """Days across a frame."""

    frame: Frame
    first: date
    last: date

    @classmethod
    def of(cls, frame: Frame, days: Iterable[date]) -> Days:
        """From the first to the last of `days`, at least a week."""
        every = sorted(days)
        return cls(frame, every[0], max(every[-1], every[0] + timedelta(days=7)))

    def x(self, day: date) -> float:
        """The place of a day."""
        part = (day - self.first).days / (self.last - self.first).days
        return self.frame.left + part * (self.frame.width - self.frame.left - self.frame.right)

    def scale(self, top: float, bottom: float) -> Iterator[Markup]:
        """A line and its day, a few of them: years over several, else months, else days."""
        for day, words in _marks(self.first, self.last, 4 if self.frame is NARROW else 9):
            x = self.x(day)
            yield Markup('<line class="grid" x1="{0:.1f}" x2="{0:.1f}" y1="{1:.1f}" y2="{2:.1f}"/>').format(
                x, top, bottom
            )
            yield Markup('<text class="tick" x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>').format(
                x, bottom + 15, words
            )


def _marks(first: date, last: date, most: int) -> Sequence[tuple[date, str]]:
    """The first days of years or months between two days, or some days; never more than `most`."""
    months = [
        date(year, month, 1)
        for year in range(first.year, last.year + 1)
        for month in range(1, 13)
        if first <= date(year, month, 1) <= last
    ]
    years = [one for one in months if one.month == 1]
    if len(years) >= most // 2 and len(years) > 1:
        every = -(-len(years) // most)
        return [(one, str(one.year)) for one in years[::every]]
    if len(months) >= 2:
        every = -(-len(months) // most)
        return [
            (one, f"{one:%b %Y}" if at == 0 or one.month <= every else f"{one:%b}")
            for at, one in enumerate(months[::every])
        ]
    span = (last - first).days
    every = -(-(span + 1) // max(most // 2, 1))  # a whole day is twice as long as the name of a month
    found = [first + timedelta(days=at) for at in range(0, span + 1, every)]
    return [(one, one.isoformat()) for one in found]


def picture(kind: str, frame: Frame, height: float, title: str, told: str, parts: Iterable[Markup]) -> Markup:
    """An SVG with its title and its description for who does not see it. `kind` is its name in the style, and with the
    frame's the only one of the page."""
    name = f"{kind}-{frame.name}"
    look = kind.rstrip("0123456789")
    head = Markup(
        '<svg class="plot {} {}" viewBox="0 0 {} {:.0f}" role="img" aria-labelledby="{} {}-d">'
        '<title id="{}">{}</title><desc id="{}-d">{}</desc>'
    ).format(look, frame.name, frame.width, height, name, name, name, title, name, told)
    return Markup("\n").join((head, *parts, Markup("</svg>")))


def shortened(words: str, room: float) -> str:
    """Words cut to what fits `room` pixels."""
    most = max(int(room / LETTER), 3)
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
