"""All shares of GDP against the guideline as one picture: plain SVG, labelled, told apart by shape."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from markupsafe import Markup

from burdenshare.checking.alliance.model import Entry, Mark, Section

WIDTH = 760
LEFT = 138
RIGHT = 92
TOP = 46
ROW = 19
BOTTOM = 14
DOT = 5.2
PUBLISHED = 2.0
"""The threshold of NATO's own counts: drawn beside a higher guideline."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Per cent of GDP to a place in the picture."""

    top: float

    def x(self, value: float) -> float:
        """The place of a value."""
        return LEFT + value / self.top * (WIDTH - LEFT - RIGHT)


def dot_plot(section: Section) -> Markup:
    """The picture; empty where no share is known."""
    known = [one for one in section.entries if one.value is not None]
    if not known:
        return Markup("")
    unknown = [one for one in section.entries if one.value is None]
    highest = max(one.value or 0.0 for one in known)
    axis = Axis(max(ceil(max(highest, section.guideline or 0.0) * 2) / 2, 1.0))
    height = TOP + ROW * (len(known) + len(unknown)) + BOTTOM
    parts = [
        Markup('<svg class="plot" viewBox="0 0 {} {}" role="img" aria-labelledby="plot-title plot-desc">').format(
            WIDTH, height
        ),
        Markup('<title id="plot-title">{}</title>').format(_title(section, known)),
        Markup('<desc id="plot-desc">{}</desc>').format(_description(known)),
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
    return "; ".join(f"{one.label} {one.value:.2f} %" for one in known)


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
        levels.append((PUBLISHED, "rule older", f"{PUBLISHED:g} %"))
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
    """Name, line from nothing, dot, number with its rise or fall."""
    y = top + ROW / 2
    name = Markup('<text class="ally" x="{}" y="{:.1f}" text-anchor="end">{}</text>').format(
        LEFT - 10, y + 4, one.label
    )
    if one.value is None:
        why = "; ".join(one.notes) or "not known"
        return name + Markup('<text class="why" x="{}" y="{:.1f}">– {}</text>').format(LEFT + 4, y + 4, why)
    x = axis.x(one.value)
    change = "" if one.change is None else f" {one.change:+.2f}"
    estimate = "e" if one.estimate else ""
    return Markup("").join(
        (
            name,
            Markup('<line class="stem" x1="{}" x2="{:.1f}" y1="{:.1f}" y2="{:.1f}"/>').format(LEFT, x, y, y),
            _dot(one.mark, x, y),
            Markup('<text class="value" x="{:.1f}" y="{:.1f}">{}<tspan class="quiet">{}{}</tspan></text>').format(
                x + 10, y + 4, f"{one.value:.2f}", estimate, change
            ),
        )
    )


def _dot(mark: Mark, x: float, y: float) -> Markup:
    """Filled at or above, a ring below, a diamond where one decimal decides nothing."""
    if mark is Mark.OPEN:
        points = f"{x:.1f},{y - DOT:.1f} {x + DOT:.1f},{y:.1f} {x:.1f},{y + DOT:.1f} {x - DOT:.1f},{y:.1f}"
        return Markup('<polygon class="dot open" points="{}"/>').format(points)
    style = "meets" if mark is Mark.MEETS else "below"
    return Markup('<circle class="dot {}" cx="{:.1f}" cy="{:.1f}" r="{}"/>').format(style, x, y, DOT)
