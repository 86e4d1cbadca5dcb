"""Bars that lie, each of parts with a look of their own: a name at the left, words behind its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from burdenshare.corpus.asking.pictures.drawing import LETTER, Frame, picture, shortened

ROW, BAR, TOP, LINE = 24, 14, 6, 18


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: its name, its parts as (look, length), and the words behind it."""

    name: str
    parts: tuple[tuple[str, float], ...]
    words: str


def bars(kind: str, title: str, rows: Sequence[Bar], frame: Frame, *, above: bool = False) -> Markup:
    """The bars on one scale from nothing; names that are sentences stand `above` theirs."""
    most = max((sum(length for _, length in row.parts) for row in rows), default=0) or 1
    behind = max((len(row.words) for row in rows), default=0) * LETTER + 10
    left = 2 if above else frame.left
    high = ROW + LINE if above else ROW
    scale = max(frame.width - left - behind, 40) / most
    drawn: list[Markup] = []
    for at, row in enumerate(rows):
        y = TOP + at * high + (LINE if above else 0)
        drawn += [_name(row.name, frame, y, above=above), *_parts(row, left, y, scale)]
    told = "; ".join(f"{row.name}: {row.words}" for row in rows)
    return picture(kind, frame, TOP + high * len(rows) + 4, title, told, drawn)


def _name(name: str, frame: Frame, y: float, *, above: bool) -> Markup:
    if above:
        words = shortened(name, frame.width)
        return Markup('<text class="name" x="2" y="{:.1f}">{}</text>').format(y - 6, words)
    room = frame.left - 8
    return Markup('<text class="name" x="{}" y="{:.1f}" text-anchor="end">{}</text>').format(
        room, y + BAR - 3, shortened(name, room)
    )


def _parts(row: Bar, left: float, y: float, scale: float) -> Iterator[Markup]:
    x = float(left)
    for look, length in row.parts:
        if length:
            yield Markup('<rect class="{}" x="{:.1f}" y="{}" width="{:.1f}" height="{}"/>').format(
                look, x, y, max(length * scale - 0.6, 0.6), BAR
            )
        x += length * scale
    yield Markup('<text class="tick" x="{:.1f}" y="{:.1f}">{}</text>').format(x + 6, y + BAR - 3, row.words)
