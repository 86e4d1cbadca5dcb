"""Which assumption moves an answer most, as a specification: one bar an assumption, the widest at the top."""

from __future__ import annotations

import altair as alt

from burdenshare.report.charts import layers
from burdenshare.report.charts.layers import Row
from burdenshare.report.charts.placing import wrapped
from burdenshare.report.charts.road_model import Bar, RoadLevers
from burdenshare.report.charts.road_telling import alt as described
from burdenshare.report.charts.road_telling import subtitle, title, told_on
from burdenshare.report.charts.scales import Range, Scale, range_of, scale_of
from burdenshare.report.charts.themes import Colours, Frame

THICK = 12.0
"""Pixels of a bar."""
GAP = 10.0
"""Pixels between a bar and the words of the next one."""


def levers_spec(plot: RoadLevers, frame: Frame, colours: Colours) -> Row:
    """Each assumption named over its bar with both ends and what they lead to: no end is told by a colour alone."""
    heights = [plot.central, *(value for one in plot.bars for value in (one.low, one.high))]
    scale = scale_of(plot.asked, heights)
    ticks = range_of([scale.of(one) for one in heights], from_zero=False)
    words, bars, down = _rows(plot, scale, frame)
    height = round(down)
    x = alt.X("x:Q", scale=alt.Scale(domain=[ticks.low, ticks.high], nice=False, zero=False), axis=_axis(scale, ticks))
    # rows are placed in pixels, since their words take one line or two
    y = alt.Y("y:Q", scale=alt.Scale(domain=[0, height], reverse=True, nice=False), axis=None)
    middle = [{"x": row["x"], "y": row["y"] - 2, "y2": row["y2"] + 2} for row in bars[::2]]
    drawn = [
        *_bars(bars, x, y, colours),
        alt.Chart(layers.values(middle))
        .mark_rule(color=colours.ink, strokeWidth=1.5, aria=False)
        .encode(x=x, y=y, y2=alt.Y2("y2")),
        *layers.haloed(words, alt.value(0), y, colours, align="left", baseline="top", lineHeight=_line(frame)),
    ]
    told = layers.Words(title(plot), subtitle(plot), described(plot))
    return layers.framed(drawn, told, frame, colours, height)


def _rows(plot: RoadLevers, scale: Scale, frame: Frame) -> tuple[list[Row], list[Row], float]:
    words: list[Row] = []
    bars: list[Row] = []
    down = 0.0
    for one in plot.bars:
        lines = wrapped(_told(plot, one), frame.width - 24, frame.words)
        words.append({"y": down, "words": "\n".join(lines)})
        down += len(lines) * _line(frame) + 2
        for end, side in ((one.low, "low"), (one.high, "high")):
            tip = f"{one.name} {one.low_value if side == 'low' else one.high_value}: {told_on(plot, end)}"
            bars.append(
                {
                    "x": scale.of(plot.central),
                    "x2": scale.of(end),
                    "y": down,
                    "y2": down + THICK,
                    "side": side,
                    "told": tip,
                }
            )
        down += THICK + GAP
    return words, bars, down


def _told(plot: RoadLevers, one: Bar) -> str:
    low, high = told_on(plot, one.low), told_on(plot, one.high)
    return f"{one.name}: {one.low_value} → {low}; {one.high_value} → {high}"


def _bars(rows: list[Row], x: alt.X, y: alt.Y, colours: Colours) -> list[alt.Chart]:
    return [
        alt.Chart(layers.values([row for row in rows if row["side"] == side]))
        .mark_rect(color=colour, opacity=0.85)
        .encode(
            x=x,
            x2=alt.X2("x2"),
            y=y,
            y2=alt.Y2("y2"),
            tooltip=alt.Tooltip("told:N"),
            description=alt.Description("told:N"),
        )
        for side, colour in (("low", colours.line), ("high", colours.below))
    ]


def _axis(scale: Scale, ticks: Range) -> alt.Axis:
    name = f"{scale.name} (axis from {ticks.low:g})" if ticks.cut else scale.name
    return alt.Axis(title=name, titleAnchor="start", values=list(ticks.ticks), format=",~f", domain=False, ticks=False)


def _line(frame: Frame) -> int:
    return round(frame.words * 1.3)
