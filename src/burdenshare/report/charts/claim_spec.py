"""A checked statement as a specification: the releases in steps, the words as a band, the two days as rules."""

from __future__ import annotations

import math
from dataclasses import replace

import altair as alt

from burdenshare.report.charts import layers, lines
from burdenshare.report.charts.layers import Row
from burdenshare.report.charts.line_specs import ground_of, held_until, rows_over_days, with_days
from burdenshare.report.charts.lines import Ground
from burdenshare.report.charts.model import Claimed, Clock
from burdenshare.report.charts.placing import Box, Room, along, height_of, width_of
from burdenshare.report.charts.scales import Range
from burdenshare.report.charts.telling import long_day
from burdenshare.report.charts.themes import Colours, Frame
from burdenshare.report.marks import mark_of

BAND = 0.28
"""How strongly the band of the words is filled: the line over it and the ground under it stay visible."""


def claim_spec(plot: Claimed, frame: Frame, colours: Colours) -> Row:
    """The value over the releases against what was said, on the day of the text and now."""
    ends = [one for one in (plot.said.low, plot.said.high) if math.isfinite(one)]
    heights = [*(one.value or 0.0 for one in plot.points), *ends]
    ground = ground_of(plot.asked, heights, frame, colours, from_zero=False)
    ground = with_days(ground, plot.points, [one.on for one in plot.clocks])
    ground = replace(ground, range=_with_room(ground.range, frame, len(plot.clocks)))
    rows = rows_over_days(plot.points, ground)
    full, dashed = lines.pieces([*rows, held_until(rows[-1], plot.clocks[-1].on)], steps=True)
    room = lines.room_on(ground, rows, [*full, *dashed])
    for place, clock in enumerate(plot.clocks):
        at = ground.across(clock.on.toordinal())
        room.spots += along((at, _top(place, ground)), (at, ground.frame.height))
        room.boxes.append(_words(clock, place, ground))
    band = _band(plot, ground, room)
    found = lines.labelled(plot.points, rows, ground, room, marked="")
    drawn = [
        *band,
        *_days(plot, ground),
        *lines.line(full, dashed, ground),
        layers.signs(rows, ground.x(), ground.y()),
        *lines.label_layers(found, rows, ground),
    ]
    return layers.finished(drawn, plot, frame, colours, frame.height)


def _with_room(held: Range, frame: Frame, days: int) -> Range:
    """The same ticks on an axis that goes on above them, for the words that name the days."""
    part = min(0.5, (frame.words * 2.6 * days + 8) / frame.height)
    return Range(held.low, held.low + (held.high - held.low) / (1 - part), held.ticks)


def _band(plot: Claimed, ground: Ground, room: Room) -> list[alt.Chart]:
    """What the words allow; an open end runs to the edge, a single value is a line."""
    low = max(ground.scale.of(plot.said.low), ground.range.low) if math.isfinite(plot.said.low) else ground.range.low
    top = ground.range.ticks[-1]
    high = min(ground.scale.of(plot.said.high), top) if math.isfinite(plot.said.high) else top
    colour = ground.colours.said
    edges = [{"y": one} for one in sorted({low, high}) if one not in (ground.range.low, top)]
    band = alt.Chart(layers.values([{"y": low, "y2": high}])).mark_rect(color=colour, opacity=BAND, aria=False)
    rule = alt.Chart(layers.values(edges)).mark_rule(color=colour, strokeWidth=2, aria=False)
    for one in edges:
        room.spots += along((0.0, ground.down(one["y"])), (ground.width, ground.down(one["y"])))
    name = lines.beside(f"said: {plot.words}", high, low, ground, room, ground.colours.ink)
    return [band.encode(y=ground.y(), y2=alt.Y2("y2")), *([rule.encode(y=ground.y())] if edges else []), *name]


def _days(plot: Claimed, ground: Ground) -> list[alt.Chart]:
    """A rule for each clock with its verdict in words; the words stand in rows of their own, and so never touch."""
    made: list[alt.Chart] = []
    size = ground.frame.words
    for place, clock in enumerate(plot.clocks):
        told, top = _told(clock), _top(place, ground)
        inward = _words(clock, place, ground)[0] > ground.across(clock.on.toordinal())
        row = [{"x": clock.on.toordinal(), "words": told}]
        rule = alt.Chart(layers.values(row)).mark_rule(
            color=ground.colours.of(clock.verdict), strokeWidth=2.5, aria=False
        )
        made.append(rule.encode(x=ground.x(), y=alt.value(top), y2=alt.value("height")))
        align, dx = ("left", 6) if inward else ("right", -6)
        made.append(
            layers.words(
                row,
                ground.x(),
                alt.value(top),
                ground.colours.ink,
                align=align,
                baseline="top",
                dx=dx,
                lineHeight=round(size * 1.2),
            )
        )
    return made


def _words(clock: Clock, place: int, ground: Ground) -> Box:
    """The room that the words of a clock take: behind its rule, or before it where they would leave the plot."""
    told, at = _told(clock), ground.across(clock.on.toordinal())
    wide, top = width_of(told, ground.frame.words) + 6, _top(place, ground)
    left = at + 1 if at + wide < ground.width else at - wide
    return left, top, left + wide, top + height_of(told, ground.frame.words)


def _top(place: int, ground: Ground) -> int:
    """Where the words of a clock begin: each clock has two lines of its own, so that they never touch."""
    return round(place * ground.frame.words * 2.6) + 2


def _told(clock: Clock) -> str:
    return f"{clock.name}, {long_day(clock.on)}\n{mark_of(clock.verdict).word}"
