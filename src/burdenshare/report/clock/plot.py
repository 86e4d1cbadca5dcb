"""The clock as a picture: a stair of shares for each thing feared, and every statement as a line on the same years.

Nothing hangs on a colour: a line's width is its weight, a broken one stands under a condition, a notch marks where a
cease-fire is supposed, and each is named with its day, its words and where it was read.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from burdenshare.report import wording
from burdenshare.report.citations import opened
from burdenshare.report.clock.plane import NARROW, WIDE, Frame, Plane
from burdenshare.report.clock.telling import (
    NOT_SAID,
    TITLES,
    curve_words,
    met_words,
    number_words,
    said_words,
    span_words,
    speaker_words,
    weight_words,
    when,
    who,
)
from burdenshare.report.unjudged import NO_VERDICT
from burdenshare.road.clock.met import MetCurve
from burdenshare.road.clock.model import CountsFrom
from burdenshare.road.clock.result import Curve, Placed, ReadinessClock

THINNEST, THICKEST = 2.0, 7.0
LETTER = 6.1
"""Pixels of a letter of eleven, on average: words that would run into the years are cut."""
BOLD = 7.7
"""The same of the bold thirteen of titles."""
GAP = 26
WEIGHT = 28
"""Pixels that a weight needs behind its line."""
FOOT = 30

ALONE = """<style>
svg { font: 12px system-ui, sans-serif; background: #fbfaf7; } text { fill: #1d1d1f; } .tick, .quiet { fill: #63636a; }
.head { font-weight: 600; font-size: 13px; } .row, .quiet { font-size: 11px; }
.grid { stroke: #dcd9d0; } .grid.zero { stroke: #8a8a90; }
.ends { fill: #0072b2; fill-opacity: 0.14; } .stair { fill: none; stroke: #0072b2; stroke-width: 2.2; }
.stair.met { stroke: #a85400; stroke-dasharray: 7 4; }
.span { stroke: #0072b2; } .span.on-condition { stroke-dasharray: 5 3; }
.notch { stroke: #1d1d1f; stroke-width: 1.6; }
</style>"""
"""The look of a picture that stands in no page."""


def picture(made: ReadinessClock) -> str:
    """All curves, and the requirements beside them, as one SVG that stands alone, with its own colours."""
    plane = Plane(WIDE, made.years)
    panels = [(_curve_parts(plane, made, one), height_of(one, WIDE)) for one in made.curves]
    panels += [(_met_parts(plane, one), plane.bottom) for one in made.requirements]
    top, drawn = 2 * GAP, []
    for parts, height in panels:
        drawn.append(Markup('<g transform="translate(0 {})">{}</g>').format(top, Markup("\n").join(parts)))
        top += height + GAP
    head = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img" '
        'aria-labelledby="clock clock-d"><title id="clock">{2}</title><desc id="clock-d">{3}</desc>'
        '<text class="head" x="8" y="18">{2}</text><text class="quiet" x="8" y="36">{4}</text>'
    ).format(
        WIDE.width,
        top + FOOT,
        f"Stated horizons: {made.scenario.title}, as known on {made.on.isoformat()}",
        " ".join((NOT_SAID, *(curve_described(made, one) for one in made.curves), *_met_told(made))),
        NOT_SAID,
    )
    foot = Markup('<text class="quiet" x="8" y="{}">{}</text>').format(top + 6, KEY)
    return str(Markup("\n").join((head, *drawn, foot, Markup(f"{ALONE}</svg>"))))


KEY = (
    "stair: the part before the end of the year; shade: with any one statement left out; beside a line and as its "
    "width: its weight; broken: on a condition; upright: the cease-fire"
)
"""What the marks mean."""


def curve_plot(made: ReadinessClock, one: Curve, frame: Frame = WIDE) -> Markup:
    """One curve with its statements, in a frame."""
    plane = Plane(frame, made.years)
    title = f"{TITLES[one.feared]}: part of the stated horizons before the end of each year"
    return _svg(
        f"clock-{one.feared.value.replace('_', '-')}",
        frame,
        height_of(one, frame),
        title,
        curve_described(made, one),
        _curve_parts(plane, made, one),
    )


def stair_plot(made: ReadinessClock, one: Curve, frame: Frame = WIDE) -> Markup:
    """The curve alone, for a picture that has no room for its statements: they are told in words."""
    plane = Plane(frame, made.years)
    title = f"{TITLES[one.feared]}: part of the stated horizons before the end of each year"
    name = f"stair-{one.feared.value.replace('_', '-')}"
    return _svg(name, frame, plane.bottom, title, curve_described(made, one), _stair_parts(plane, one))


def met_plot(made: ReadinessClock, one: MetCurve, frame: Frame = WIDE) -> Markup:
    """How likely a requirement is met, on the same years."""
    plane = Plane(frame, made.years)
    title = f"{one.title}: how likely it is met by the end of each year"
    name = f"clock-met-{made.requirements.index(one)}"
    return _svg(name, frame, plane.bottom, title, met_words(one, made.years), _met_parts(plane, one))


def both(made: ReadinessClock, one: Curve) -> Markup:
    """Wide for a screen, narrow for a telephone; the style of the page shows one of them."""
    return curve_plot(made, one, WIDE) + curve_plot(made, one, NARROW)


def both_met(made: ReadinessClock, one: MetCurve) -> Markup:
    """The same of a requirement."""
    return met_plot(made, one, WIDE) + met_plot(made, one, NARROW)


def curve_described(made: ReadinessClock, one: Curve) -> str:
    """The picture in words: the curve, then every statement with its span."""
    told = "; ".join(
        f"{speaker_words(each.statement)}, {when(each.statement.said.stated_on)}: {said_words(each.statement)}, "
        f"{span_words(each.span)}, weight {weight_words(each)}"
        for each in one.drawn
        if each.span is not None
    )
    return f"{curve_words(one, made.years)}. Statements: {told}."


def height_of(one: Curve, frame: Frame) -> int:
    """The height of a curve with its statements."""
    return Plane(frame, (0,)).bottom + frame.row * len(one.drawn) + 6


def _met_told(made: ReadinessClock) -> list[str]:
    return [f"{met_words(one, made.years)}." for one in made.requirements]


def _svg(name: str, frame: Frame, height: int, title: str, told: str, parts: Sequence[Markup]) -> Markup:
    ids = f"{name}-{frame.name}"
    head = Markup(
        '<svg class="plot clock {}" viewBox="0 0 {} {}" role="img" aria-labelledby="{} {}-d">'
        '<title id="{}">{}</title><desc id="{}-d">{}</desc>'
    ).format(frame.name, frame.width, height, ids, ids, ids, title, ids, told)
    return Markup("\n").join((head, *parts, Markup("</svg>")))


def _curve_parts(plane: Plane, made: ReadinessClock, one: Curve) -> list[Markup]:
    parts = _stair_parts(plane, one)
    for at, each in enumerate(one.drawn):
        parts += _row(plane, made, each, plane.bottom + at * plane.frame.row)
    return parts


def _stair_parts(plane: Plane, one: Curve) -> list[Markup]:
    shares = list(zip(plane.years, one.share, strict=True))
    parts = [_head(plane, TITLES[one.feared], number_words(one)), *plane.grid()]
    if one.low is not None and one.high is not None:
        upper = plane.steps(list(zip(plane.years, one.high, strict=True)))
        lower = plane.steps(list(zip(plane.years, one.low, strict=True)))
        back = " ".join(reversed(lower.split()))
        parts.append(Markup('<polygon class="ends" points="{} {}"/>').format(upper, back))
    parts.append(Markup('<polyline class="stair" points="{}"/>').format(plane.steps(shares)))
    return parts


def _met_parts(plane: Plane, one: MetCurve) -> list[Markup]:
    known = [(year, chance) for year, chance in zip(plane.years, one.chance, strict=True) if chance is not None]
    stair = Markup('<polyline class="stair met" points="{}"/>').format(plane.steps(known))
    weak = f" ({NO_VERDICT})" if one.weak else ""
    return [_head(plane, one.title, f"how likely it is met{weak}; {one.draws:,} draws"), *plane.grid(), stair]


def _head(plane: Plane, title: str, told: str) -> Markup:
    if plane.frame.beside:
        return Markup(
            '<text class="head" x="8" y="{y1}">{title}</text><text class="quiet" x="8" y="{y2}">{told}</text>'
        ).format(
            y1=plane.y(1) + 4,
            y2=plane.y(1) + 20,
            title=_cut(title, (plane.frame.left - 50) * LETTER / BOLD),
            told=_cut(told, plane.frame.left - 50),
        )
    return Markup('<text class="head" x="8" y="12">{}</text><text class="quiet" x="8" y="26">{}</text>').format(
        _cut(title, (plane.frame.width - 60) * LETTER / BOLD), told
    )


def _row(plane: Plane, made: ReadinessClock, one: Placed, top: int) -> list[Markup]:
    """One statement: its words, and its span as a line as wide as its weight."""
    frame, held, span = plane.frame, one.statement, one.span
    assert span is not None
    host = _host(opened(held.said.source))
    told, day = f"{said_words(held)} · {host}", when(held.said.stated_on)
    room = (frame.left if frame.beside else frame.width) - 14
    first = f"{_cut(who(held), room - LETTER * (len(day) + 2))}, {day}"
    words = Markup('<text class="row" x="8" y="{}">{}</text><text class="quiet" x="8" y="{}">{}</text>').format(
        top + 11, first, top + 24, _cut(told, room)
    )
    y = top + (13 if frame.beside else 35)
    drawn = [words, _line(plane, one, y)]
    supposed = made.scenario.ceasefire
    if held.counts_from is CountsFrom.CEASE_FIRE and supposed is not None:
        x = plane.x(supposed.first.year + (supposed.first.timetuple().tm_yday - 1) / 365)
        drawn.append(
            Markup('<line class="notch" x1="{0:.1f}" x2="{0:.1f}" y1="{1}" y2="{2}"/>').format(x, y - 7, y + 7)
        )
    return drawn


def _line(plane: Plane, one: Placed, y: float) -> Markup:
    assert one.span is not None
    first, last = plane.x(one.span.low), plane.x(one.span.end)
    width = min(THINNEST + (THICKEST - THINNEST) * one.weight, THICKEST + 3)
    look = "span on-condition" if one.statement.condition else "span"
    if last - first < 1:  # wholly before the years shown, or after them: a mark at the edge
        last = first + 3
    line = Markup('<line class="{}" x1="{:.1f}" x2="{:.1f}" y1="{}" y2="{}" stroke-width="{:.1f}"/>').format(
        look, first, last, y, y, width
    )
    behind = last + WEIGHT < plane.frame.width
    place, anchor = (last + 5, "start") if behind else (first - 5, "end")
    told = Markup('<text class="quiet" x="{:.1f}" y="{}" text-anchor="{}">{}</text>').format(
        place, y + 4, anchor, weight_words(one)
    )
    return line + told


def _host(address: str) -> str:
    """Where it was read, short enough to stand beside it."""
    return address.partition("://")[2].partition("/")[0].removeprefix("www.") or "no page"


def _cut(text: str, room: float) -> str:
    return wording.shortened(text, int(room / LETTER))
