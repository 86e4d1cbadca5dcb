"""How a target moved, as a small chart: days to the right at their true distance, per cent of GDP upwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import isinf

from burdenshare.checking.agreement import said_number
from burdenshare.checking.stories.model import Movement
from burdenshare.checking.stories.movement import meant
from burdenshare.record.model import Commitment
from burdenshare.report import wording
from burdenshare.report.stories import wording as told
from burdenshare.report.stories.drawing import COLOURS, INK, LINE, QUIET, RULE, lines, mark, rimmed, rule, text, wrapped

HEIGHT = 190
LEFT, RIGHT = 60, 60
MOST_STEPS = 16
APART = 17
"""Pixels between two numbers that stand beside marks."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Drawn parts and how high they are."""

    parts: tuple[str, ...]
    height: float


def chart_of(movement: Movement, width: float, top: float, name: str) -> Panel:
    """The chart with its key. Floors ("more than 3 %") bear an arrow upwards, decisions are open diamonds, what is in
    force is a line; every mark has a number that the key explains."""
    steps = movement.steps[:MOST_STEPS]
    made = [one for one in movement.decisions if one.comparator == ">=" and one.made_first is not None]
    days = [one.telling.told_on for one in steps if one.telling.told_on is not None]
    days += [one.made_first for one in made if one.made_first is not None]
    values = [said_number(meant(one.telling)) for one in steps] + [one.value for one in (*made, *movement.in_force)]
    frame = _Frame(min(days), max(days), max(6.0, *values) if max(values) <= 10 else max(values) * 1.1, width, top + 30)
    parts = [text(0, top + 14, f"How the target moved: {name}", bold=True), *_axes(frame)]
    for held in movement.in_force:
        at = frame.y(held.value)
        parts += [rule(LEFT, at, width - RIGHT, at, dashed=True, ink=INK, wide=1.5)]
        parts += [text(width - RIGHT + 6, at + 4, f"{held.value:g} %", fill=QUIET)]
    key: list[str] = []
    spots: list[tuple[float, float, str, bool]] = []
    for number, step in enumerate(steps, start=1):
        value = meant(step.telling)
        x, y = frame.x(step.telling.told_on or frame.first), frame.y(said_number(value))
        spots.append((x, y, str(number), isinf(value.high)))
        shift = "" if step.shift in told.UNMOVED else f" ({told.SHIFTS[step.shift]})"
        who = step.telling.speaker or "the report itself"
        key.append(f"{number}  {wording.day(step.telling.told_on)} {who}: {told.short_words(step.telling, 40)}{shift}")
    parts += _marks(spots, decided=False)
    parts += _marks([_decided(frame, one, chr(ord("A") + at)) for at, one in enumerate(made[:8])], decided=True)
    for at, one in enumerate(made[:8]):
        due = f" by {one.due_by}" if one.due_by else ""
        key.append(f"{chr(ord('A') + at)}  {one.made_on} decided: at least {one.value:g} %{due} ({one.made_at})")
    if len(movement.steps) > len(steps):
        key.append(f"{len(movement.steps) - len(steps)} later steps are not drawn")
    return _with_key(parts, key, frame, width)


@dataclass(frozen=True, slots=True)
class _Frame:
    first: date
    last: date
    highest: float
    width: float
    top: float

    def x(self, day: date) -> float:
        """Where a day stands."""
        whole = max((self.last - self.first).days, 1)
        return LEFT + 14 + (day - self.first).days / whole * (self.width - LEFT - RIGHT - 40)

    def y(self, value: float) -> float:
        """Where a share stands."""
        return self.top + HEIGHT - min(value, self.highest) / self.highest * HEIGHT


def _axes(frame: _Frame) -> list[str]:
    parts = []
    step = 1 if frame.highest <= 8 else max(round(frame.highest / 6), 1)
    for value in range(0, int(frame.highest) + 1, step):
        at = frame.y(value)
        parts += [
            rule(LEFT, at, frame.width - RIGHT, at),
            text(LEFT - 8, at + 4, f"{value} %", fill=QUIET, anchor="end"),
        ]
    base = frame.y(0)
    ends = [(frame.first, "start"), (frame.last, "end")] if frame.first != frame.last else [(frame.first, "start")]
    return [
        *parts,
        *(text(frame.x(day), base + LINE + 2, day.isoformat(), fill=QUIET, anchor=side) for day, side in ends),
    ]


def _decided(frame: _Frame, one: Commitment, letter: str) -> tuple[float, float, str, bool]:
    return frame.x(one.made_first or frame.first), frame.y(one.value), letter, False


def _marks(spots: Sequence[tuple[float, float, str, bool]], *, decided: bool) -> list[str]:
    """Marks with their numbers; marks that would lie on each other are one, with all their numbers. A decision is a
    wide open diamond with its letter on the left, so that a target may stand in it with its number on the right."""
    merged: list[tuple[float, float, list[str], bool]] = []
    for x, y, label, floor in spots:
        near = next(
            (one for one in merged if abs(one[0] - x) < APART and abs(one[1] - y) < APART and one[3] == floor), None
        )
        if near is None:
            merged.append((x, y, [label], floor))
        else:
            near[2].append(label)
    parts = []
    told_at: list[tuple[float, float]] = []
    for x, y, labels, floor in merged:
        low = y + 4
        while any(abs(one - x) < 2 * APART and abs(other - low) < LINE for one, other in told_at):
            low += LINE  # a floor and a plain target of one day and share
        told_at.append((x, low))
        if floor:
            parts.append(rule(x, y - 6, x, y - 26, ink=COLOURS["target"], wide=1.5))
            parts.append(f'<path d="M{x:.1f} {y - 30:.1f}l4 7h-8z" fill="{COLOURS["target"]}"/>')
        if decided:
            parts.append(
                f'<path d="M{x:.1f} {y - 11:.1f}l11 11l-11 11l-11 -11z" fill="none" stroke="{INK}" stroke-width="2"/>'
            )
            parts.append(rimmed(x - 14, low, ", ".join(labels), "end"))
        else:
            parts += [mark("target", x, y), rimmed(x + 14, low, ", ".join(labels))]
    return parts


def _with_key(parts: list[str], key: list[str], frame: _Frame, width: float) -> Panel:
    """The key in two columns under the chart."""
    column = (width - 20) / 2
    y = frame.top + HEIGHT + 3 * LINE
    half = (len(key) + 1) // 2
    heights = [0.0, 0.0]
    for at, line in enumerate(key):
        side = 0 if at < half else 1
        told_lines = wrapped(line, column - 10, 2)
        parts += lines(side * (column + 20), y + heights[side], told_lines)
        heights[side] += len(told_lines) * LINE + 2
    parts.append(rule(0, y + max(heights), width, y + max(heights), ink=RULE))
    return Panel(tuple(parts), y + max(heights) + 8)
