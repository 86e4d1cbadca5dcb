"""All members of a group as a dot plot: names on the left, values on the right, the threshold through them."""

from __future__ import annotations

from math import ceil

import altair as alt

from burdenshare.checking.alliance.model import Mark
from burdenshare.report.charts import layers
from burdenshare.report.charts.layers import Row
from burdenshare.report.charts.model import Allies, Point
from burdenshare.report.charts.placing import width_of
from burdenshare.report.charts.telling import value_of
from burdenshare.report.charts.themes import Colours, Frame
from burdenshare.report.wording import number

HEAD = " "
"""The name of the empty row above the first, in which the threshold is named."""


def dot_spec(plot: Allies, frame: Frame, colours: Colours) -> Row:
    """The members from the highest to the lowest, each with a line from nothing and its value at the right edge."""
    known = [one for one in plot.points if one.value is not None]
    top = max(ceil(max((one.value or 0.0 for one in known), default=0.0) * 2) / 2, plot.threshold * 1.25)
    names = [HEAD, *(one.label for one in plot.points)]
    plain = frame.width - 16 - max(width_of(one, frame.words) for one in names)
    column = width_of("12.34 % e", frame.words) + 10
    end = top * plain / (plain - column)
    axis = alt.Axis(
        title="per cent of GDP" if plot.asked.measure == "share_of_gdp" else "per cent",
        titleAnchor="start",
        values=[one for one in range(int(top) + 1) if top < 10 or one % 5 == 0],
        format=",~f",
        domain=False,
        ticks=False,
        orient="bottom",
    )
    x = alt.X("value:Q", scale=alt.Scale(domain=[0, end], nice=False), axis=axis)
    y = alt.Y("label:N", sort=names, scale=alt.Scale(domain=names), axis=_names(colours, frame))
    rows = [layers.row_of(one, **layers.sign(one, colours)) for one in known]
    texts = [{"label": one.label, "words": _value(one)} for one in plot.points]
    marks = [{"label": one.label, "words": "e"} for one in known if one.estimate]
    drawn = [
        *_threshold(plot, x, y, colours),
        alt.Chart(layers.values(rows))
        .mark_rule(color=colours.rule, strokeWidth=2, aria=False)
        .encode(x=x, x2=alt.X2Datum(0), y=y),
        layers.signs(rows, x, y),
        *layers.haloed(texts, alt.value("width"), y, colours, align="right", baseline="middle", dx=-10),
        layers.words(marks, alt.value("width"), y, colours.quiet, align="right", baseline="middle"),
    ]
    return layers.finished(drawn, plot, frame, colours, frame.row * len(names))


def _value(point: Point) -> str:
    """Two decimals in a column, as NATO prints them; what was printed with one keeps it."""
    if point.value is None or point.mark is Mark.OPEN:
        return value_of(point)
    return f"{point.value:.2f} %"


def _names(colours: Colours, frame: Frame) -> alt.Axis:
    return alt.Axis(
        title=None,
        domain=False,
        ticks=False,
        labelColor=colours.ink,
        labelFontSize=frame.words,
        labelLimit=400,
        labelOverlap=False,
        labelPadding=6,
    )


def _threshold(plot: Allies, x: alt.X, y: alt.Y, colours: Colours) -> list[alt.Chart]:
    """The line that was to be reached, with how many stand on either side of it."""
    met = str(plot.met_low) if plot.met_low == plot.met_high else f"{plot.met_low} to {plot.met_high}"
    row = [{"value": plot.threshold, "label": HEAD, "words": f"{number(plot.threshold)} %: {met} reach it"}]
    rule = alt.Chart(layers.values(row)).mark_rule(color=colours.ink, strokeWidth=1.5, aria=False).encode(x=x)
    return [rule, layers.words(row, x, y, colours.ink, align="left", baseline="middle", dx=5, fontWeight="bold")]
