"""What every chart is made of: the layers of marks over inline values, the axes, the words around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from burdenshare.checking.alliance.model import Mark
from burdenshare.report.charts.model import Plot, Point
from burdenshare.report.charts.placing import wrapped
from burdenshare.report.charts.telling import CORE, subtitle, tip, title
from burdenshare.report.charts.telling import alt as described
from burdenshare.report.charts.themes import FONT, Colours, Frame
from burdenshare.report.citations import citation

Row = dict[str, Any]

SHAPES: dict[Mark, str] = {
    Mark.MEETS: "circle",
    Mark.BELOW: "triangle-down",
    Mark.OPEN: "diamond",
    Mark.OLDER: "square",
}
"""One shape a standing, so that no colour is needed to tell them apart."""

POINT_SIZE = 62.0
"""Square pixels of a sign: large enough that an open one is seen to be open."""


FEW = 40
"""Signs that stand side by side at full size."""


def row_of(point: Point, **more: Any) -> Row:
    """A point as a row of inline values: what is drawn, what a tip tells, and what a page needs to link its source."""
    return {
        "label": point.label,
        "entity": point.entity,
        "period": point.period,
        "value": point.value,
        "estimate": point.estimate,
        "definition": point.definition,
        "release": point.release,
        "published": None if point.released_on is None else point.released_on.isoformat(),
        "sources": list(point.sources),
        "told": "\n".join((tip(point), *(f"source {citation(key).label}" for key in point.sources[:1]))),
        **more,
    }


def sign(point: Point, colours: Colours) -> Row:
    """Shape, edge and filling of a point: open for an estimate, square for another definition than the newest one."""
    shape = SHAPES.get(point.mark, "circle" if point.definition in ("", CORE) else "square")
    edge = {Mark.MEETS: colours.meets, Mark.BELOW: colours.below}.get(point.mark, colours.line)
    if point.mark in (Mark.OPEN, Mark.OLDER):
        edge = colours.open
    return {"shape": shape, "edge": edge, "filling": colours.paper if point.estimate else edge}


def values(rows: Sequence[Row]) -> alt.InlineData:
    """Rows as data that stand in the specification itself: nothing is ever loaded."""
    return alt.InlineData(values=list(rows))


def signs(rows: Sequence[Row], x: alt.X, y: alt.Y) -> alt.Chart:
    """The points, each with its shape, edge and filling, and with what a tip tells."""
    made: alt.Chart = (
        alt.Chart(values(rows))
        .mark_point(size=POINT_SIZE if len(rows) <= FEW else POINT_SIZE / 3, strokeWidth=2, opacity=1, clip=False)
        .encode(
            x=x,
            y=y,
            shape=alt.Shape("shape:N", scale=None, legend=None),
            stroke=alt.Stroke("edge:N", scale=None, legend=None),
            fill=alt.Fill("filling:N", scale=None, legend=None),
            tooltip=alt.Tooltip("told:N"),
            description=alt.Description("told:N"),
        )
    )
    return made


def words(rows: Sequence[Row], x: Any, y: Any, colour: str, **look: Any) -> alt.Chart:
    """Text in the picture, from the field `words`; a line break is a line break."""
    made: alt.Chart = (
        alt.Chart(values(rows))
        .mark_text(**{"color": colour, "lineBreak": "\n", "aria": False, **look})
        .encode(x=x, y=y, text=alt.Text("words:N"))
    )
    return made


def haloed(rows: Sequence[Row], x: Any, y: Any, colours: Colours, *, colour: str = "", **look: Any) -> list[alt.Chart]:
    """Text that stays legible over lines: written twice, first as broad strokes of the paper's own colour."""
    under = words(rows, x, y, colours.paper, **look, stroke=colours.paper, strokeWidth=3, strokeJoin="round")
    return [under, words(rows, x, y, colour or colours.ink, **look)]


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around a picture: its title, the lines of its subtitle, and what is read aloud for it."""

    title: str
    subtitle: tuple[str, ...]
    described: str


def finished(layers: Sequence[alt.Chart], plot: Plot, frame: Frame, colours: Colours, height: int) -> Row:
    """The layers of a chart of the record as one specification, with its own words around them."""
    return framed(layers, Words(title(plot), subtitle(plot), described(plot)), frame, colours, height)


def framed(layers: Sequence[alt.Chart], told: Words, frame: Frame, colours: Colours, height: int) -> Row:
    """The layers as one specification: title, subtitle, description and theme around them, nothing to load."""
    room = frame.width - 16
    lines = [part for one in told.subtitle for part in wrapped(one, room, frame.words)]
    chart = (
        alt.layer(*layers)
        .properties(
            width=frame.width,
            height=height,
            description=told.described,
            background=colours.paper,
            padding=8,
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
            title=alt.TitleParams(
                text=wrapped(told.title, room, frame.title, bold=True),
                subtitle=lines,
                anchor="start",
                frame="bounds",
                offset=18,
            ),
        )
        .configure(**_config(frame, colours))
    )
    made: Row = chart.to_dict()
    return made


def _config(frame: Frame, colours: Colours) -> Row:
    return {
        "font": FONT,
        "view": {"stroke": None},
        "title": {
            "color": colours.ink,
            "fontSize": frame.title,
            "fontWeight": "bold",
            "lineHeight": round(frame.title * 1.25),
            "subtitleColor": colours.quiet,
            "subtitleFontSize": frame.words,
            "subtitleLineHeight": round(frame.words * 1.35),
            "subtitlePadding": 6,
        },
        "axis": {
            "labelColor": colours.quiet,
            "labelFontSize": frame.words,
            "titleColor": colours.quiet,
            "titleFontSize": frame.words,
            "titleFontWeight": "normal",
            "gridColor": colours.rule,
            "domainColor": colours.quiet,
            "tickColor": colours.quiet,
        },
        "text": {"fontSize": frame.words},
    }
