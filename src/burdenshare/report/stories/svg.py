"""The picture of a story: the chart of its target, and its timeline with a lane for each person or issue."""

from __future__ import annotations

from collections.abc import Sequence

from burdenshare.checking.stories.model import Movement, Stories, Story
from burdenshare.record import Record
from burdenshare.report.stories import wording as told
from burdenshare.report.stories.chart import chart_of
from burdenshare.report.stories.drawing import (
    KINDS,
    LINE,
    QUIET,
    RULE,
    lines,
    mark,
    picture,
    rule,
    text,
    wrapped,
)
from burdenshare.report.stories.heads import headline, intro
from burdenshare.report.stories.timeline import Entry, Row, Timeline, timeline_of
from burdenshare.report.stories.views import View

WIDTH = 1160
MARGIN = 20
DAYS = 106
"""Pixels of the column of days."""

PAD = 10
MOST_LINES = 5
MOST_CHARTS = 2
MOST_STORIES = 6


def svg_of(stories: Stories, record: Record, view: View) -> str:
    """All stories of several reports (or the one there is) under each other as one picture."""
    shown = [one for one in stories.stories if len(one.sources) > 1] or list(stories.stories[:1])
    parts: list[str] = []
    y = float(MARGIN)
    for story in shown[:MOST_STORIES]:
        drawn, y = _story(story, record, view, y)
        parts += drawn
    if len(shown) > MOST_STORIES:
        parts.append(text(MARGIN, y + LINE, f"{len(shown) - MOST_STORIES} smaller stories are not drawn", fill=QUIET))
        y += 2 * LINE
    heads = "; ".join(headline(one) for one in shown[:MOST_STORIES])
    about = " ".join(f"{headline(one)}: {intro(one)}." for one in shown[:MOST_STORIES])
    return picture(WIDTH, y + MARGIN, f"Timeline: {heads}", about, parts)


def _story(story: Story, record: Record, view: View, top: float) -> tuple[list[str], float]:
    inner = WIDTH - 2 * MARGIN
    asked = view.person or (told.issue_name(view.issue) if view.issue else "")
    title = f"{headline(story)} — {asked}" if asked else headline(story)
    head = wrapped(title, inner, 2)
    under = wrapped(intro(story), inner, 2)
    parts = [*lines(0, top + 14, head, bold=True), *lines(0, top + 14 + LINE * len(head), under, fill=QUIET)]
    y = top + (len(head) + len(under)) * LINE + 18
    for movement in _charted(story.movements, view):
        names = ", ".join(map(told.names(record), movement.subject))
        panel = chart_of(movement, inner, y, names + (f", {movement.speaker}" if movement.speaker else ""))
        parts += panel.parts
        y = panel.height + 10
    drawn, y = _timeline(timeline_of(story, title, view), inner, y)
    return [f'<g transform="translate({MARGIN} 0)">', *parts, *drawn, "</g>"], y + 20


def _charted(movements: Sequence[Movement], view: View) -> list[Movement]:
    """Targets in per cent that moved: over all speakers, or of the person asked for."""
    if view.issue and view.issue != "spending_target":
        return []
    shares = [one for one in movements if one.measure in ("guideline", "share_of_gdp") and len(one.steps) > 1]
    if view.person:
        shares = [one for one in shares if all(step.telling.speaker == view.person for step in one.steps)]
    else:
        shares = [one for one in shares if not one.speaker]
    return shares[:MOST_CHARTS]


def _timeline(drawn: Timeline, width: float, top: float) -> tuple[list[str], float]:
    if not drawn.rows:
        return lines(0, top + 14, ["No dated event, figure, target or stand to draw."], fill=QUIET), top + 30
    lane = (width - DAYS) / len(drawn.lanes)
    parts, y = _legend(width, top)
    heads = [wrapped(name, lane - PAD, 2) for name in drawn.lanes]
    for at, head in enumerate(heads):
        parts += lines(DAYS + at * lane, y + 12, head, bold=True)
    y += max(map(len, heads)) * LINE + 8
    before: Row | None = None
    for row in drawn.rows:
        parts.append(rule(0, y, width, y, ink=RULE))
        parts.append(text(0, y + 18, row.day.isoformat(), bold=True))
        if before is not None:
            gap = (row.day - before.day).days
            parts.append(text(0, y + 18 + LINE, _later(gap), fill=QUIET))
        heights = [2.0 * LINE]
        for at, cell in enumerate(row.cells):
            marks, height = _cell(cell, DAYS + at * lane, y + 8, lane - PAD)
            parts += marks
            heights.append(height)
        y += max(heights) + 14
        before = row
    parts.append(rule(0, y, width, y, ink=RULE))
    for at in range(len(drawn.lanes)):
        parts.append(rule(DAYS + at * lane - 8, top + 30, DAYS + at * lane - 8, y, ink="#e6e4de"))
    if drawn.left_out:
        left = wrapped(f"Left out: {'; '.join(drawn.left_out)}.", width, 3)
        parts += lines(0, y + 16, left, fill=QUIET)
        y += len(left) * LINE + 6
    return parts, y


def _later(days: int) -> str:
    """How long after the row above: in days, and in years where it is more than one."""
    amount, unit = (round(days / 365.25), "year") if days > 400 else (days, "day")
    return f"{amount} {unit}{'s' * (amount != 1)} later"


def _cell(entries: Sequence[Entry], x: float, y: float, width: float) -> tuple[list[str], float]:
    """Entries under each other, each with its mark in front; returns how high they are."""
    parts: list[str] = []
    height = 0.0
    for entry in entries:
        told_lines = wrapped(entry.words, width - 18, MOST_LINES)
        small = wrapped(entry.small, width - 18, 2) if entry.small else []
        parts.append(mark(entry.kind, x + 6, y + height + 6))
        parts += lines(x + 18, y + height + 10, told_lines)
        parts += lines(x + 18, y + height + 10 + len(told_lines) * LINE, small, fill=QUIET)
        height += (len(told_lines) + len(small)) * LINE + 8
    return parts, height


def _legend(width: float, top: float) -> tuple[list[str], float]:
    """Every mark with its meaning, on one line."""
    parts: list[str] = []
    x = 0.0
    for kind, meaning in KINDS.items():
        parts += [mark(kind, x + 6, top + 10), text(x + 18, top + 14, meaning, fill=QUIET)]
        x += 34 + len(meaning) * 7
    return parts, top + 34
