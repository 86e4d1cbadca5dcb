"""All shares of GDP against the guideline as one picture: plain SVG, labelled, told apart by shape."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from markupsafe import Markup

from burdenshare.checking.alliance.model import Entry, Mark, Section
from burdenshare.report.alliance.telling import share

TOP = 46
ROW = 19
BOTTOM = 14
DOT = 5.2
PUBLISHED = 2.0
"""The threshold of NATO's own counts: drawn beside a higher guideline."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How wide the picture is, with room for names on the left and for numbers on the right."""

    name: str
    width: int
    left: int
    right: int


WIDE = Frame("wide", 760, 138, 100)
NARROW = Frame("narrow", 372, 108, 92)
"""For a telephone: the same letters, a shorter scale."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Per cent of GDP to a place in the picture."""

    top: float
    frame: Frame

    def x(self, value: float) -> float:
        """The place of a value."""
        return self.frame.left + value / self.top * (self.frame.width - self.frame.left - self.frame.right)


def dot_plot(section: Section, frame: Frame = WIDE) -> Markup:
    """The picture; empty where no share is known."""
    known = [one for one in section.entries if one.value is not None]
    if not known:
        return Markup("")
    unknown = [one for one in section.entries if one.value is None]
    highest = max(one.value or 0.0 for one in known)
    axis = Axis(max(ceil(max(highest, section.guideline or 0.0) * 2) / 2, 1.0), frame)
    height = TOP + ROW * (len(known) + len(unknown)) + BOTTOM
    ids = f"plot-{frame.name}"
    parts = [
        Markup('<svg class="plot {}" viewBox="0 0 {} {}" role="img" aria-labelledby="{} {}-d">').format(
            frame.name, frame.width, height, ids, ids
        ),
        Markup('<title id="{}">{}</title>').format(ids, _title(section, known)),
        Markup('<desc id="{}-d">{}</desc>').format(ids, _description(known)),
        *_grid(axis, height),
        *_guidelines(section, axis, height),
        *(_row(one, axis, TOP + ROW * place) for place, one in enumerate((*known, *unknown))),
        Markup("</svg>"),
    ]
    return Markup("\n").join(parts)


def _title(section: Section, known: list[Entry]) -> str:
    against = f" against {section.guideline:g} %" if section.guideline is not None else ""
    return f"Share of GDP of each ally in {known[0].period}{against}, release {section.release}"


def _description(known: list[Entry]) -> str:
    return "; ".join(f"{one.label} {share(one)} %" for one in known)


def _grid(axis: Axis, height: float) -> list[Markup]:
    lines = []
    for tick in range(int(axis.top) + 1):
        x = axis.x(tick)
        lines.append(
            Markup('<line class="grid" x1="{0:.1f}" x2="{0:.1f}" y1="{1}" y2="{2}"/>').format(
                x, TOP - 12, height - BOTTOM
            )
        )
        lines.append(
            Markup('<text class="tick" x="{:.1f}" y="{}" text-anchor="middle">{} %</text>').format(x, TOP - 18, tick)
        )
    return lines


def _guidelines(section: Section, axis: Axis, height: float) -> list[Markup]:
    """The guideline in force as a full line, the 2 % of NATO's counts as a broken one where it is another."""
    levels = [] if section.guideline is None else [(section.guideline, "rule", f"guideline {section.guideline:g} %")]
    if section.guideline != PUBLISHED:
        levels.append((PUBLISHED, "rule older", f"NATO counts {PUBLISHED:g} %"))
    drawn = []
    for level, style, words in levels:
        x = axis.x(level)
        drawn.append(
            Markup('<line class="{}" x1="{:.1f}" x2="{:.1f}" y1="{}" y2="{}"/>').format(
                style, x, x, TOP - 12, height - BOTTOM
            )
        )
        drawn.append(
            Markup('<text class="name {}" x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(
                style, x, TOP - 32, words
            )
        )
    return drawn


def _row(one: Entry, axis: Axis, top: float) -> Markup:
    """Name, line from nothing, dot, and at the right edge the number with its rise or fall."""
    y, frame = top + ROW / 2, axis.frame
    name = Markup('<text class="ally" x="{}" y="{:.1f}" text-anchor="end">{}</text>').format(
        frame.left - 10, y + 4, one.label
    )
    if one.value is None:
        why = "not held" if one.origins or not one.notes else one.notes[0].split(";")[0]
        return name + Markup('<text class="why" x="{}" y="{:.1f}">– {}</text>').format(frame.left + 4, y + 4, why)
    x = axis.x(one.value)
    number = Markup('<text class="value" x="{}" y="{:.1f}" text-anchor="end">{}</text>')
    moved = Markup('<text class="quiet" x="{}" y="{:.1f}" text-anchor="end">{}</text>')
    edge = frame.width - frame.right
    return Markup("").join(
        (
            name,
            Markup('<line class="stem" x1="{}" x2="{:.1f}" y1="{:.1f}" y2="{:.1f}"/>').format(frame.left, x, y, y),
            _dot(one.mark, x, y),
            number.format(edge + 40, y + 4, share(one)),
            Markup('<text class="quiet" x="{}" y="{:.1f}">{}</text>').format(
                edge + 42, y + 4, "e" if one.estimate else ""
            ),
            moved.format(frame.width - 2, y + 4, "" if one.change is None else f"{one.change:+.2f}"),
        )
    )


def _dot(mark: Mark, x: float, y: float) -> Markup:
    """Filled at or above, a ring below, a diamond of one decimal and a square of an older release decide nothing."""
    if mark is Mark.OPEN:
        points = f"{x:.1f},{y - DOT:.1f} {x + DOT:.1f},{y:.1f} {x:.1f},{y + DOT:.1f} {x - DOT:.1f},{y:.1f}"
        return Markup('<polygon class="dot open" points="{}"/>').format(points)
    if mark is Mark.OLDER:
        return Markup('<rect class="dot open" x="{:.1f}" y="{:.1f}" width="{}" height="{}"/>').format(
            x - DOT + 1, y - DOT + 1, 2 * DOT - 2, 2 * DOT - 2
        )
    style = "meets" if mark is Mark.MEETS else "below"
    return Markup('<circle class="dot {}" cx="{:.1f}" cy="{:.1f}" r="{}"/>').format(style, x, y, DOT)
