"""Charts of one value after another: the line with its signs, direct labels, levels, and the axes under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import altair as alt

from burdenshare.report.charts import layers
from burdenshare.report.charts.layers import Row
from burdenshare.report.charts.model import Level, Point
from burdenshare.report.charts.placing import INWARD, Label, Placed, Room, along, around, height_of, placed, width_of
from burdenshare.report.charts.scales import Range, Scale
from burdenshare.report.charts.themes import Colours, Frame
from burdenshare.report.wording import DIGITS, number

MARGIN = 16
"""Padding of a chart, both sides together, in pixels."""

EPOCH = date(1970, 1, 1).toordinal()
"""The day from which Vega counts its milliseconds."""

MOST_LABELLED = 16
"""Points up to which each has a label; of more, the ends, the highest, the lowest and the marked one have."""

MONTHS = (1, 3, 6, 12, 24, 60)
"""Months between two ticks of an axis of days, the fewest that leave room for their names."""

PLACES = (0.0, 1.0, 0.12, 0.25, 0.4, 0.55, 0.7, 0.85)
"""Where along a level its name is tried, in parts of the width: at both ends first."""

_TICKED: Row = {"grid": False, "tickSize": 4}


@dataclass(frozen=True, slots=True)
class Ground:
    """The plot a line is drawn on: its axes, and where a value falls on it in pixels.

    `places` are the points' places on the axis below, as numbers (years, or days of the calendar).
    """

    frame: Frame
    colours: Colours
    scale: Scale
    range: Range
    low: float
    high: float
    days: bool

    @property
    def width(self) -> float:
        """About how wide the plot is: the frame less its padding and the labels of the axis on the left."""
        ticks = max((width_of(f"{one:,g}", self.frame.words) for one in self.range.ticks), default=0)
        return self.frame.width - MARGIN - ticks - 12

    def across(self, place: float) -> float:
        """Pixels from the left of the plot."""
        return (place - self.low) / (self.high - self.low) * self.width

    def down(self, value: float) -> float:
        """Pixels from the top of the plot, of a value on the axis."""
        return (self.range.high - value) / (self.range.high - self.range.low) * self.frame.height

    def x(self) -> alt.X:
        """The axis below: years, or days counted as `date.toordinal` does.

        Days are numbers here and not moments, so that no time zone moves them and no two layers read them differently.
        """
        axis = self._day_axis() if self.days else alt.Axis(title=None, format="d", values=self._years(), **_TICKED)
        return alt.X("x:Q", scale=alt.Scale(domain=[self.low, self.high], nice=False, zero=False), axis=axis)

    def y(self) -> alt.Y:
        """The axis on the left, its unit written above it."""
        axis = alt.Axis(
            title=self.name,
            titleAngle=0,
            titleAlign="left",
            titleAnchor="start",
            titleBaseline="bottom",
            titleX=-self._left(),
            titleY=-8,
            values=list(self.range.ticks),
            format=",~f",
            domain=False,
            ticks=False,
        )
        scale = alt.Scale(domain=[self.range.low, self.range.high], nice=False, zero=False)
        return alt.Y("y:Q", scale=scale, axis=axis)

    @property
    def name(self) -> str:
        """The unit, and where the axis begins if not at nothing: what is cut off must be told."""
        return f"{self.scale.name} (axis from {number(self.range.low)})" if self.range.cut else self.scale.name

    def _left(self) -> float:
        return self.frame.width - MARGIN - self.width

    def _years(self) -> list[int]:
        """Years that find room side by side, counted back from the last."""
        first, last = round(self.low + 0.5), round(self.high - 0.5)
        fit = max(1, int(self.width / (self.frame.words * 3.2)))
        step = next((one for one in (1, 2, 5, 10, 20) if (last - first) / one < fit), 50)
        return sorted(range(last, first - 1, -step))

    def _day_axis(self) -> alt.Axis:
        """Ticks on New Year's days, or on the first of months where there are too few of those."""
        first, last = date.fromordinal(round(self.low)), date.fromordinal(round(self.high))
        fit = max(2, int(self.width / (self.frame.words * 5)))
        found = {months: _starts(first, last, months) for months in MONTHS}
        months = next((one for one in MONTHS if len(found[one]) <= fit), MONTHS[-1])
        shown = "%Y" if months % 12 == 0 else "%b %Y"
        day = f"utcFormat((datum.value - {EPOCH}) * 86400000, '{shown}')"
        return alt.Axis(title=None, values=[one.toordinal() for one in found[months]], labelExpr=day, **_TICKED)


def _starts(first: date, last: date, months: int) -> list[date]:
    """The first days of every so many months between two days, counted from New Year."""
    years = range(first.year, last.year + 1)
    starts = [date(year, month, 1) for year in years for month in range(1, 13) if (year * 12 + month - 1) % months == 0]
    return [one for one in starts if first <= one <= last]


def pieces(rows: Sequence[Row], *, steps: bool) -> tuple[list[Row], list[Row]]:
    """The line from point to point in straight pieces, full and dashed ones.

    It is broken where what is counted changes. Over years it is dashed on its way to an estimate; over days it goes in
    steps, for a value holds until the next is out, and is dashed as long as an estimate holds.
    """
    full: list[Row] = []
    dashed: list[Row] = []
    for one, two in pairwise(rows):
        same = one["definition"] == two["definition"]
        if steps:
            (dashed if one["estimate"] else full).append(_piece(one, two, level=True))
        if same:
            corner = {**one, "x": two["x"]} if steps else one
            (dashed if two["estimate"] else full).append(_piece(corner, two, level=False))
    return full, dashed


def _piece(one: Row, two: Row, *, level: bool) -> Row:
    end = one["y"] if level else two["y"]
    return {"x": one["x"], "y": one["y"], "x2": two["x"], "y2": end}


def line(full: Sequence[Row], dashed: Sequence[Row], ground: Ground) -> list[alt.Chart]:
    """The pieces of a line drawn."""
    return [
        alt.Chart(layers.values(held))
        .mark_rule(color=ground.colours.line, strokeWidth=2, strokeCap="round", strokeDash=dash, aria=False)
        .encode(x=ground.x(), y=ground.y(), x2=alt.X2("x2"), y2=alt.Y2("y2"))
        for held, dash in ((full, [1, 0]), (dashed, [5, 4]))
        if held
    ]


def room_on(ground: Ground, rows: Sequence[Row], drawn: Sequence[Row]) -> Room:
    """The room that the signs of `rows` and the pieces `drawn` leave on the ground."""
    room = Room(ground.width, ground.frame.height)
    for one in rows:
        room.spots += around(spot(ground, one))
    for one in drawn:
        start = ground.across(one["x"]), ground.down(one["y"])
        room.spots += along(start, (ground.across(one["x2"]), ground.down(one["y2"])))
    return room


def spot(ground: Ground, row: Row) -> tuple[float, float]:
    """Where a row falls on the plot, in pixels."""
    return ground.across(row["x"]), ground.down(row["y"])


def labelled(points: Sequence[Point], rows: Sequence[Row], ground: Ground, room: Room, *, marked: str) -> list[Placed]:
    """Direct labels that find room: the last, the first, the marked, the ends of the range, then the rest.

    Over days a label names its release too; over years the axis does.
    """
    heights = [row["y"] for row in rows]
    ranks = {heights.index(min(heights)): 4, heights.index(max(heights)): 3}
    ranks |= {at: 2 for at, one in enumerate(points) if marked and one.label == marked}
    ranks |= {0: 1, len(rows) - 1: 0}
    found = []
    for at, (point, row) in enumerate(zip(points, rows, strict=True)):
        if at not in ranks and len(rows) > MOST_LABELLED:
            continue
        value = short(point, ground.scale)
        words = f"{point.label}\n{value}" if ground.days else value
        found.append(Label(*spot(ground, row), words, ranks.get(at, 5 + at), at))
    return placed(found, room, ground.frame.words)


def short(point: Point, scale: Scale) -> str:
    """A value as its label writes it: in the axis's unit, which the axis names; shares keep their sign."""
    held = point.value or 0.0
    if len(point.unit) == 3 and point.unit.isupper():
        held = float(f"{held:.{DIGITS}g}")
    value = number(scale.of(held))
    return f"{value}{' %' if point.unit == '%' else ''}{' e' if point.estimate else ''}".replace("-", "−")


def label_layers(found: Sequence[Placed], rows: Sequence[Row], ground: Ground) -> list[alt.Chart]:
    """The labels as layers of text, one for each way that words stand beside their point."""
    made = []
    height = round(ground.frame.words * 1.2)
    for above, align in dict.fromkeys((one.above, one.align) for one in found):
        kept = [one.label for one in found if (one.above, one.align) == (above, align)]
        texts = [{"x": rows[one.at]["x"], "y": rows[one.at]["y"], "words": one.words} for one in kept]
        more = height * max(one.words.count("\n") for one in kept)
        made += layers.haloed(
            texts,
            ground.x(),
            ground.y(),
            ground.colours,
            align=align,
            baseline="bottom" if above else "top",
            dy=-8 - more if above else 9,
            dx={"left": -INWARD, "center": 0, "right": INWARD}[align],
            lineHeight=height,
        )
    return made


def levels(told: Sequence[Level], ground: Ground, room: Room) -> list[alt.Chart]:
    """Levels to hold the values against, each named where its words touch nothing."""
    made: list[alt.Chart] = []
    for level in told:
        height = ground.scale.of(level.value)
        rule = alt.Chart(layers.values([{"y": height}])).mark_rule(
            color=ground.colours.quiet, strokeWidth=1.5, strokeDash=[2, 3], aria=False
        )
        made.append(rule.encode(y=ground.y()))
        made += beside(level.words, height, height, ground, room, ground.colours.quiet)
    return made


def beside(words: str, high: float, low: float, ground: Ground, room: Room, colour: str) -> list[alt.Chart]:
    """The name of a level or band where it touches nothing: over its upper edge or under its lower one."""
    size = ground.frame.words
    wide, tall = width_of(words, size), height_of(words, size)
    tries = []
    for value, above in ((high, True), (low, False)):
        top = ground.down(value) - tall - 2 if above else ground.down(value) + 3
        for part in PLACES:
            left = 2 + (ground.width - wide - 4) * part
            tries.append((value, above, (left, top, left + wide, top + tall)))
    value, above, box = next((one for one in tries if one[2][1] >= 0 and room.free(one[2])), tries[0])
    room.boxes.append(box)
    return layers.haloed(
        [{"y": value, "words": words}],
        alt.value(round(box[0])),
        ground.y(),
        ground.colours,
        colour=colour,
        align="left",
        baseline="bottom" if above else "top",
        dy=-3 if above else 4,
    )
