"""Bars that lie: a row a donor, its name at the left, a bar from nothing, its value behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from burdenshare.report.road.plane import NARROW, Frame

ROW = 22
BAR = 13
TOP = 10


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: a value, and beside it in the same row a second one that is drawn as an outline; words at its end."""

    name: str
    value: float
    words: str
    second: float | None = None


def lying(name: str, title: str, told: str, bars: Sequence[Bar], frame: Frame) -> Markup:
    """The bars as SVG on one scale that begins at nothing, to both sides where a value is below it."""
    ids = f"{name}-{frame.name}"
    height = TOP + ROW * len(bars) + 6
    parts = [
        Markup(
            '<svg class="plot lying {} {}" viewBox="0 0 {} {}" role="img" aria-labelledby="{} {}-d">'
            '<title id="{}">{}</title><desc id="{}-d">{}</desc>'
        ).format(name, frame.name, frame.width, height, ids, ids, ids, title, ids, told)
    ]
    scale = _Scale.of(bars, frame)
    parts.append(
        Markup('<line class="rule" x1="{0:.1f}" x2="{0:.1f}" y1="4" y2="{1}"/>').format(scale.x(0.0), height - 4)
    )
    for at, one in enumerate(bars):
        parts += _row(one, scale, TOP + at * ROW, frame)
    return Markup("\n").join((*parts, Markup("</svg>")))


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float
    left: float
    right: float

    @classmethod
    def of(cls, bars: Sequence[Bar], frame: Frame) -> _Scale:
        every = [value for one in bars for value in (one.value, one.second) if value is not None]
        low, high = min(*every, 0.0), max(*every, 0.0)
        narrow = frame is NARROW
        names, words = (110, 96) if narrow else (190, 110)
        left = names + (words if low < 0 else 0)
        return cls(low, high if high > low else low + 1.0, left, frame.width - words)

    def x(self, value: float) -> float:
        return self.left + (value - self.low) / (self.high - self.low) * (self.right - self.left)


def _row(one: Bar, scale: _Scale, y: float, frame: Frame) -> list[Markup]:
    first, last = sorted((scale.x(0.0), scale.x(one.value)))
    below = one.value < 0
    drawn = [
        Markup('<text class="tick" x="4" y="{:.1f}">{}</text>').format(y + BAR - 2, _short(one.name, frame)),
        Markup('<rect class="strip {}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{}"/>').format(
            "down" if below else "up", first, y, max(last - first, 0.5), BAR
        ),
    ]
    end = last
    if one.second is not None:
        begin, outer = sorted((scale.x(0.0), scale.x(one.second)))
        drawn.append(
            Markup('<rect class="outline" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{}"/>').format(
                begin, y, max(outer - begin, 0.5), BAR
            )
        )
        end = max(last, outer)
    place, anchor = (first - 5, "end") if below else (end + 5, "start")
    drawn.append(
        Markup('<text class="value" x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>').format(
            place, y + BAR - 2, anchor, one.words
        )
    )
    return drawn


def _short(name: str, frame: Frame) -> str:
    most = 17 if frame is NARROW else 28
    return name if len(name) <= most else name[: most - 1] + "…"
