"""How figures moved: a line for what a speaker told of one matter, a dot a day, the words over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from burdenshare.corpus.asking.pictures.drawing import LETTER, NARROW, Days, Frame, picture, shortened

ROW, TOP = 52, 6
SIGNS = {"up": "↑ ", "down": "↓ ", "firmer": "→ ", "vaguer": "~ "}


def moved(lines: Mapping[tuple[str, str], Sequence[Mapping[str, Any]]], frame: Frame) -> Markup:
    """The picture: by (speaker, matter in words) the rows of the question of that name."""
    bottom = TOP + ROW * len(lines)
    days = Days.of(frame, (row["day"] for rows in lines.values() for row in rows))
    drawn = [*days.scale(TOP, bottom)]
    told = []
    for at, ((speaker, matter), rows) in enumerate(lines.items()):
        y = TOP + ROW * at + 34
        drawn += _names(speaker, matter, y, frame)
        drawn.append(
            Markup('<line class="thread" x1="{:.1f}" x2="{:.1f}" y1="{:.1f}" y2="{:.1f}"/>').format(
                days.x(rows[0]["day"]), days.x(rows[-1]["day"]), y, y
            )
        )
        drawn += _dots(rows, days, y, frame)
        told.append(f"{speaker}, {matter}: " + ", ".join(f"{row['day']} {row['words']}" for row in rows))
    return picture("moved", frame, bottom + 22, "How figures moved", "; ".join(told), drawn)


def _names(speaker: str, matter: str, y: float, frame: Frame) -> list[Markup]:
    room = frame.left - 12
    name = '<text class="{}" x="{}" y="{:.1f}" text-anchor="end">{}</text>'
    return [
        Markup(name).format("name", room, y - 3, shortened(speaker, room)),
        Markup(name).format("tick", room, y + 11, shortened(matter, room)),
    ]


def _dots(rows: Sequence[Mapping[str, Any]], days: Days, y: float, frame: Frame) -> list[Markup]:
    """Dots, and the words of those that moved where they have room; all words are in the table beneath."""
    drawn: list[Markup] = []
    free = -1e9
    for row in rows:
        x = days.x(row["day"])
        still = row["moved"] in ("same", "beside")
        drawn.append(
            Markup('<circle class="dot {}" cx="{:.1f}" cy="{:.1f}" r="4.5"/>').format(
                "again" if still else "first", x, y
            )
        )
        words = SIGNS.get(row["moved"], "") + shortened(row["words"], 96 if frame is NARROW else 130)
        half = len(words) * LETTER / 2
        centre = min(max(x, frame.left + half - 6), frame.width - half - 2)
        if not still and centre - half > free:
            drawn.append(
                Markup('<text class="tick" x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>').format(
                    centre, y - 11, words
                )
            )
            free = centre + half + 4
    return drawn
