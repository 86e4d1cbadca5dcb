"""Who printed a claim on which day: a line an outlet in the order in which they took it up, a dot a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from math import sqrt
from typing import Any

from markupsafe import Markup

from burdenshare.corpus.asking.pictures.drawing import Days, Frame, picture, shortened

ROW, TOP = 26, 8
MOST = 14
"""Outlets that have a line of their own; the others share one."""
REST = "others"
UNKNOWN = "outlet unknown"


def spread(number: int, title: str, rows: Sequence[Mapping[str, Any]], frame: Frame) -> Markup:
    """The picture. `rows`: those of the question of that name, at least one; `number`: its place on the page."""
    lines = _lines(rows)
    bottom = TOP + ROW * len(lines)
    days = Days.of(frame, (row["day"] for row in rows))
    drawn = [*days.scale(TOP, bottom)]
    for at, (outlet, prints) in enumerate(lines.items()):
        y = TOP + ROW * at + ROW / 2
        first, last = min(prints), max(prints)
        drawn.append(
            Markup('<text class="name" x="{}" y="{:.1f}" text-anchor="end">{}</text>').format(
                frame.left - 12, y + 4, shortened(outlet, frame.left - 12)
            )
        )
        drawn.append(
            Markup('<line class="thread" x1="{:.1f}" x2="{:.1f}" y1="{:.1f}" y2="{:.1f}"/>').format(
                days.x(first), days.x(last), y, y
            )
        )
        drawn += [_dot(days.x(day), y, count, day == first) for day, count in sorted(prints.items())]
        drawn.append(
            Markup('<text class="tick" x="{:.1f}" y="{:.1f}" text-anchor="end">{}</text>').format(
                frame.width - 4, y + 4, f"{sum(prints.values()):,}×"
            )
        )
    told = "; ".join(f"{name}: {sum(held.values())} from {min(held)} to {max(held)}" for name, held in lines.items())
    return picture(f"spread{number}", frame, bottom + 22, title, told, drawn)


def _lines(rows: Sequence[Mapping[str, Any]]) -> dict[str, dict[date, int]]:
    """Prints by day of each outlet, in the order in which they took it up; late ones together."""
    found: dict[str, dict[date, int]] = {}
    names = list(dict.fromkeys(row["outlet"] or UNKNOWN for row in rows))
    own = frozenset(names if len(names) <= MOST else names[: MOST - 1])
    for row in rows:
        name = row["outlet"] or UNKNOWN
        held = found.setdefault(name if name in own else f"{len(names) - MOST + 1} {REST}", {})
        held[row["day"]] = held.get(row["day"], 0) + row["prints"]
    return found


def _dot(x: float, y: float, count: int, first: bool) -> Markup:
    """A day's prints; the first of an outlet is filled."""
    return Markup('<circle class="dot {}" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"><title>{}</title></circle>').format(
        "first" if first else "again", x, y, min(4.0 * sqrt(count), 11.0), f"{count} on that day"
    )
