"""Values over years, and one value over the releases, as specifications."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from burdenshare.report.charts import layers, lines
from burdenshare.report.charts.layers import Row
from burdenshare.report.charts.lines import Ground
from burdenshare.report.charts.model import Asked, Level, Point, Releases, Years
from burdenshare.report.charts.scales import Range, range_of, scale_of, whole
from burdenshare.report.charts.themes import Colours, Frame

WHOLE_NUMBERS = frozenset({"allies", "rank", "warheads"})
"""Units of which there are no parts."""

NEAR = 1.5
"""A level is drawn beside revisions where it lies within so many of their spreads: farther off, it flattens them."""

REACH = 1.7
"""A level is drawn over the years where it is not farther up than this many times the highest value."""

LEAST_SPREAD = 0.02
"""The spread that revisions are taken to have at the least, in parts of the value: a value never revised is a flat line
in the middle, and not noise blown up."""


def year_spec(plot: Years, frame: Frame, colours: Colours) -> Row:
    """Values over the years, from nothing upwards, with the levels to hold them against."""
    places = [int(one.period) for one in plot.points]
    heights = [one.value or 0.0 for one in plot.points]
    seen = [one for one in plot.levels if one.value <= REACH * max(heights)]
    ground = ground_of(plot.asked, [*heights, *(one.value for one in seen)], frame, colours, from_zero=True)
    ground = replace(ground, low=min(places) - 0.5, high=max(places) + 0.5)
    rows = [
        layers.row_of(one, x=place, y=ground.scale.of(one.value or 0.0), **layers.sign(one, colours))
        for one, place in zip(plot.points, places, strict=True)
    ]
    full, dashed = lines.pieces(rows, steps=False)
    room = lines.room_on(ground, rows, [*full, *dashed])
    named = lines.levels(seen, ground, room)
    found = lines.labelled(plot.points, rows, ground, room, marked=plot.marked)
    drawn = [
        *named,
        *lines.line(full, dashed, ground),
        layers.signs(rows, ground.x(), ground.y()),
        *lines.label_layers(found, rows, ground),
    ]
    return layers.finished(drawn, plot, frame, colours, frame.height)


def release_spec(plot: Releases, frame: Frame, colours: Colours) -> Row:
    """One value over the days of its releases, in steps: each holds until the next one is out."""
    heights = [one.value or 0.0 for one in plot.points]
    seen = near(plot.levels, heights)
    ground = ground_of(plot.asked, [*heights, *(one.value for one in seen)], frame, colours, from_zero=False)
    ground = with_days(ground, plot.points, [plot.asked.known_on])
    rows = rows_over_days(plot.points, ground)
    full, dashed = lines.pieces([*rows, held_until(rows[-1], plot.asked.known_on)], steps=True)
    room = lines.room_on(ground, rows, [*full, *dashed])
    named = lines.levels(seen, ground, room)
    found = lines.labelled(plot.points, rows, ground, room, marked="")
    drawn = [
        *named,
        *lines.line(full, dashed, ground),
        layers.signs(rows, ground.x(), ground.y()),
        *lines.label_layers(found, rows, ground),
    ]
    return layers.finished(drawn, plot, frame, colours, frame.height)


def ground_of(asked: Asked, heights: Sequence[float], frame: Frame, colours: Colours, *, from_zero: bool) -> Ground:
    """The axes for values in base units; what lies below is set by the caller."""
    scale = scale_of(asked, heights)
    told = [scale.of(one) for one in heights]
    if not from_zero:
        middle = (max(told) + min(told)) / 2
        room = abs(middle) * LEAST_SPREAD / 2
        told += [middle - room, middle + room]
    held = range_of(told, from_zero=from_zero)
    return Ground(frame, colours, scale, whole_if(asked, held), 0.0, 1.0, days=False)


def whole_if(asked: Asked, held: Range) -> Range:
    """Ticks at whole numbers where the unit has no parts."""
    return whole(held) if asked.unit in WHOLE_NUMBERS else held


def near(levels: Sequence[Level], heights: Sequence[float]) -> list[Level]:
    """The levels that the values come close to, and those that are meant."""
    low, high = min(heights), max(heights)
    reach = NEAR * max(high - low, LEAST_SPREAD * abs(high))
    return [one for one in levels if one.meant or low - reach <= one.value <= high + reach]


def with_days(ground: Ground, points: Sequence[Point], days: Sequence[date]) -> Ground:
    """The ground over the days of the releases and over `days`, with a little room on both sides."""
    shown = [one.released_on.toordinal() for one in points if one.released_on] + [one.toordinal() for one in days]
    room = max(20.0, (max(shown) - min(shown)) * 0.04)
    return replace(ground, low=min(shown) - room, high=max(shown) + room, days=True)


def rows_over_days(points: Sequence[Point], ground: Ground) -> list[Row]:
    """Points of dated releases as rows."""
    made = []
    for one in points:
        assert one.released_on is not None  # releases without a day are left out where the values are gathered
        more = layers.sign(one, ground.colours)
        place = one.released_on.toordinal()
        made.append(layers.row_of(one, x=place, y=ground.scale.of(one.value or 0.0), **more))
    return made


def held_until(row: Row, day: date) -> Row:
    """Where the line ends: the newest value, on the last day that is asked about."""
    return {**row, "x": day.toordinal()}
