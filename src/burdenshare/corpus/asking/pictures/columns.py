"""Statements by month, or by quarter or year of a long archive, stacked by how they were judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from burdenshare.corpus.asking.pictures.drawing import LETTER, NARROW, Frame, picture

VERDICTS = ("contradicted", "depends", "close", "supported", "unverifiable")
"""From the ground up: what is refuted stands on the line, where it can be compared."""
HEIGHT, TOP, BOTTOM, LEFT = 250, 30, 24, 44
MOST = 40
"""Columns side by side; more months become quarters, then years."""


def gathered(months: Sequence[Mapping[str, Any]]) -> list[tuple[str, dict[str, int]]]:
    """Columns with their counts by verdict, in order; those in which nothing was said stand between as well."""
    counts = {row["month"]: {name: int(row[name]) for name in VERDICTS} for row in months}
    names = list(_months(min(counts), max(counts)))
    for named in (lambda month: month, _quarter, lambda month: month[:4]):
        found: dict[str, dict[str, int]] = {}
        for month in names:
            held = found.setdefault(named(month), dict.fromkeys(VERDICTS, 0))
            for verdict, count in counts.get(month, {}).items():
                held[verdict] += count
        if len(found) <= MOST:
            break
    return list(found.items())


def _months(first: str, last: str) -> Iterator[str]:
    year, month = int(first[:4]), int(first[5:])
    while f"{year:04}-{month:02}" <= last:
        yield f"{year:04}-{month:02}"
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def _quarter(month: str) -> str:
    return f"{month[:4]} Q{(int(month[5:]) + 2) // 3}"


def columns(months: Sequence[Mapping[str, Any]], frame: Frame) -> Markup:
    """The picture. `months`: rows of the question of that name, at least one."""
    held = gathered(months)
    most = max(sum(counts.values()) for _, counts in held) or 1
    step = _step(most)
    high = -(-most // step) * step
    ground = HEIGHT - BOTTOM
    wide = (frame.width - LEFT - 8) / len(held)
    drawn = [*_legend(frame), *_rules(frame, high, step, ground)]
    every = -(-len(held) // (5 if frame is NARROW else 12))
    for at, (name, counts) in enumerate(held):
        x = LEFT + at * wide
        drawn += _column(x + min(wide * 0.12, 4), wide - 2 * min(wide * 0.12, 4), counts, (ground - TOP) / high, ground)
        if at % every == 0:
            drawn.append(
                Markup('<text class="tick" x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(
                    min(x + wide / 2, frame.width - LETTER * len(name) / 2), HEIGHT - 8, name
                )
            )
    told = "; ".join(f"{name}: {sum(counts.values())}, {counts['contradicted']} contradicted" for name, counts in held)
    return picture("columns", frame, HEIGHT, "Statements by verdict over time", told, drawn)


def _step(most: int) -> int:
    scale = 1
    while True:
        for one in (1, 2, 5):
            if one * scale * 5 >= most:
                return one * scale
        scale *= 10


def _rules(frame: Frame, high: int, step: int, ground: float) -> Iterator[Markup]:
    for value in range(0, high + 1, step):
        y = ground - (ground - TOP) * value / high
        yield Markup('<line class="{}" x1="{}" x2="{}" y1="{:.1f}" y2="{:.1f}"/>').format(
            "grid" if value else "grid zero", LEFT, frame.width - 8, y, y
        )
        yield Markup('<text class="tick" x="{}" y="{:.1f}" text-anchor="end">{:,}</text>').format(
            LEFT - 6, y + 4, value
        )


def _column(x: float, width: float, counts: Mapping[str, int], scale: float, ground: float) -> Iterator[Markup]:
    for verdict in VERDICTS:
        height = counts[verdict] * scale
        if height:
            ground -= height
            yield Markup('<rect class="v-{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
                verdict, x, ground, max(width, 0.6), max(height - 0.6, 0.4)
            )


def _legend(frame: Frame) -> Iterator[Markup]:
    """What each colour means, on two lines where one is too short."""
    x, y = float(LEFT), 10.0
    for verdict in VERDICTS:
        width = 26 + LETTER * len(verdict)
        if x + width > frame.width:
            x, y = float(LEFT), y + 14
        yield Markup('<rect class="v-{}" x="{:.1f}" y="{:.1f}" width="9" height="9"/>').format(verdict, x, y - 8)
        yield Markup('<text class="tick" x="{:.1f}" y="{:.1f}">{}</text>').format(x + 13, y, verdict)
        x += width
