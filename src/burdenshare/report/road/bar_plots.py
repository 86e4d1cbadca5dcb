"""Two pictures of bars: which part of the burden each carries, and which assumption moves the answer most."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from burdenshare.record import Record
from burdenshare.report import wording
from burdenshare.report.road.names import name_of
from burdenshare.report.road.plane import NARROW, WIDE, Frame
from burdenshare.report.road.telling import value_words
from burdenshare.road.result import Road
from burdenshare.road.sensitivity import Lever

BAR = 30
ROW = 46
LEVER = 44
LEFT = 4


def burden_plot(record: Record, road: Road, frame: Frame = WIDE) -> Markup:
    """All spending as one bar, now and in the target year, divided as it is carried."""
    last = road.years[-1]
    ids = f"burden-{frame.name}"
    height = 2 * ROW + 22
    told = "; ".join(
        f"{name_of(record, part)} {fan.central[0]:.1f} % in {road.base}, {fan.central[-1]:.1f} % in {last}"
        for part, fan in road.burden.items()
    )
    parts = [_head("burden", ids, frame, height, f"Parts of all spending, {road.base} and {last}", told)]
    for row, at in enumerate((0, len(road.years) - 1)):
        parts += _bar(record, road, frame, at, row)
    return Markup("\n").join((*parts, Markup("</svg>")))


def _bar(record: Record, road: Road, frame: Frame, at: int, row: int) -> list[Markup]:
    left, room = 44, frame.width - 48
    y = 22 + row * ROW
    drawn = [Markup('<text class="tick" x="{}" y="{}">{}</text>').format(LEFT, y + BAR / 2 + 4, road.years[at])]
    begun = 0.0
    for part, fan in road.burden.items():
        share = fan.central[at]
        x, width = left + begun / 100 * room, share / 100 * room
        name = name_of(record, part)
        drawn.append(
            Markup('<rect class="part p-{}" x="{:.1f}" y="{}" width="{:.1f}" height="{}"/>').format(
                part.lower(), x, y, max(width - 1.5, 0.5), BAR
            )
        )
        if width > 60:
            words = f"{name} {share:.1f} %" if width > 150 else f"{share:.1f} %"
            drawn.append(
                Markup('<text class="inside p-{}" x="{:.1f}" y="{}">{}</text>').format(
                    part.lower(), x + 7, y + BAR / 2 + 4, words
                )
            )
        elif not row:
            drawn.append(
                Markup('<text class="tick" x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(
                    x + width / 2, y - 6, name
                )
            )
        begun += share
    return drawn


def tornado_plot(levers: Sequence[Lever], base: int, frame: Frame = WIDE) -> Markup:
    """Each assumption as a bar from one of its ends to the other, the one that moves the sum most on top."""
    moving = [one for one in levers if one.swing > abs(one.central.extra) * LEAST]
    if not moving:
        return Markup("")
    ids = f"tornado-{frame.name}"
    unit = f"USD of {base}"
    every = [end.extra for one in moving for end in (one.low, one.central, one.high)]
    low, high = min(every), max(every)
    left, right = (14, 14) if frame is NARROW else (90, 90)
    room = frame.width - left - right

    def x(value: float) -> float:
        return left + (value - low) / (high - low) * room

    height = 18 + LEVER * len(moving)
    told = "; ".join(
        f"{_name(one)} from {value_words(one.low.extra, unit)} to {value_words(one.high.extra, unit)}" for one in moving
    )
    parts = [_head("tornado", ids, frame, height, "Extra spending added up, each assumption taken to its ends", told)]
    middle = x(moving[0].central.extra)
    parts.append(Markup('<line class="rule" x1="{0:.1f}" x2="{0:.1f}" y1="4" y2="{1}"/>').format(middle, height - 4))
    for row, one in enumerate(moving):
        parts += _lever(one, x, 10 + row * LEVER, frame, unit)
    return Markup("\n").join((*parts, Markup("</svg>")))


LEAST = 1e-9
"""A part of the sum below which an assumption moves nothing of it: those move only the debt."""


def _lever(one: Lever, x: object, y: float, frame: Frame, unit: str) -> list[Markup]:
    assert callable(x)
    first, last = sorted((x(one.low.extra), x(one.high.extra)))
    ends = sorted(((one.low.extra, one.low_value), (one.high.extra, one.high_value)))
    drawn = [
        Markup('<rect class="lever" x="{:.1f}" y="{}" width="{:.1f}" height="14"/>').format(
            first, y + 14, max(last - first, 1.0)
        ),
        Markup('<text class="name" x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(
            frame.width / 2, y + 9, _name(one)
        ),
    ]
    words = [f"{value_words(value, unit).removeprefix('USD ')}" for value, _ in ends]
    places = ((first, "end", -5), (last, "start", 5))
    for (place, anchor, shift), word in zip(places, words, strict=True):
        inside = frame is NARROW
        drawn.append(
            Markup('<text class="tick" x="{:.1f}" y="{}" text-anchor="{}">{}</text>').format(
                min(max(place, 40), frame.width - 40) if inside else place + shift,
                y + (38 if inside else 25),
                "middle" if inside else anchor,
                word,
            )
        )
    return drawn


def _name(one: Lever) -> str:
    return f"{wording.measure_name(one.key)}: {one.low_value} … {one.high_value}"


def _head(look: str, ids: str, frame: Frame, height: float, title: str, told: str) -> Markup:
    return Markup(
        '<svg class="plot {} {}" viewBox="0 0 {} {}" role="img" aria-labelledby="{} {}-d">'
        '<title id="{}">{}</title><desc id="{}-d">{}</desc>'
    ).format(look, frame.name, frame.width, height, ids, ids, ids, title, ids, told)
