"""Fans over the years as specifications: bands, the median and the central run, named at their right ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import altair as alt

from burdenshare.report.charts import layers
from burdenshare.report.charts.layers import Row
from burdenshare.report.charts.line_specs import ground_of
from burdenshare.report.charts.lines import Ground
from burdenshare.report.charts.model import Level
from burdenshare.report.charts.placing import width_of
from burdenshare.report.charts.road_model import RoadFan, RoadParts, Series
from burdenshare.report.charts.road_telling import NAMES, subtitle, tip, title
from burdenshare.report.charts.road_telling import alt as described
from burdenshare.report.charts.themes import Colours, Frame
from burdenshare.report.wording import number

BANDS = ((95, 0.14), (80, 0.2), (50, 0.28))
"""Intervals from the widest, and how strongly each is filled: where they lie on each other they add up."""

SIGN_SIZE = 26.0
"""Square pixels of the sign of a year: it carries the tip and leaves the band in sight."""

LOOKS = (("line", "circle"), ("below", "triangle-down"), ("open", "square"))
"""Colour and shape of the first line, the second, the third: each is told by its shape as well."""


BEFORE = 0.02
"""Part of the years by which the axis begins before the first: a sign on the edge would cover its number."""


@dataclass(frozen=True, slots=True)
class Line:
    """One series as it is drawn: its look, the bands it shows, and the words at its end."""

    series: Series
    look: tuple[str, str]
    bands: tuple[tuple[int, float], ...]
    words: str
    ends: bool = False


def fan_spec(plot: RoadFan, frame: Frame, colours: Colours) -> Row:
    """One quantity with its bands, beside the same of another scenario where one is compared."""
    last = len(plot.years) - 1
    if plot.other is None:
        held = [Line(plot.one, LOOKS[0], BANDS, "central " if plot.one.quantiles else "", ends=True)]
    else:
        held = [
            Line(one, look, BANDS[1:2], f"{name} ")
            for one, look, name in zip((plot.one, plot.other), LOOKS, NAMES, strict=False)
        ]
    heights = [value for one in held for value in _heights(one)]
    heights += [*(one.value for one in plot.levels), *(plot.without or ())]
    ground = _ground(plot, heights, held, frame, colours)
    drawn = [*_levels(plot.levels, ground, plot), *_without(plot, ground)]
    for one in reversed(held):
        drawn += _line(plot, one, ground)
    drawn += _labels(held, last, ground, plot.years[-1])
    return _finished(drawn, plot, frame, colours)


def parts_spec(plot: RoadParts, frame: Frame, colours: Colours) -> Row:
    """The parts of the whole, each a line with its band of 80 %."""
    looks = (LOOKS[0], LOOKS[2], LOOKS[1])  # the smallest part in the quietest colour
    held = [Line(one, look, BANDS[1:2], f"{one.name} ") for one, look in zip(plot.parts, looks, strict=False)]
    ground = _ground(plot, [value for one in held for value in _heights(one)], held, frame, colours)
    drawn = [layer for one in held for layer in _line(plot, one, ground)]
    drawn += _labels(held, len(plot.years) - 1, ground, plot.years[-1])
    return _finished(drawn, plot, frame, colours)


def _heights(line: Line) -> list[float]:
    widest = line.bands[0][0]
    found = list(line.series.central)
    for at in range(len(line.series.central)):
        found += line.series.ends(widest, at) or ()
    return found


def _ground(
    plot: RoadFan | RoadParts, heights: Sequence[float], held: Sequence[Line], frame: Frame, colours: Colours
) -> Ground:
    """The axes, with a column at the right for the words at the ends of the lines."""
    ground = ground_of(plot.asked, heights, frame, colours, from_zero=True)
    words = [_at_end(one, one.series.central[-1], ground) for one in held]
    column = max(width_of(one, frame.words) for one in words) + 14
    first, last = plot.years[0], plot.years[-1]
    plain = max(ground.width - column, ground.width / 2)
    low = first - BEFORE * (last - first)
    return replace(ground, low=low, high=low + (last - low) * ground.width / plain)


def _x(ground: Ground, years: Sequence[int]) -> alt.X:
    """Years that find room side by side, counted back from the last; none in the column of words."""
    part = (years[-1] - ground.low) / (ground.high - ground.low)
    fit = max(2, int(ground.width * part / (ground.frame.words * 3.2)))
    step = next((one for one in (1, 2, 5, 10, 20) if (years[-1] - years[0]) / one < fit), 50)
    axis = alt.Axis(
        title=None,
        format="d",
        values=sorted(range(years[-1], years[0] - 1, -step)),
        grid=False,
        tickSize=4,
        domain=False,
    )
    return alt.X("x:Q", scale=alt.Scale(domain=[ground.low, ground.high], nice=False, zero=False), axis=axis)


def _line(plot: RoadFan | RoadParts, line: Line, ground: Ground) -> list[alt.Chart]:
    series, years, y = line.series, plot.years, ground.y()
    x, colour = _x(ground, years), str(getattr(ground.colours, line.look[0]))
    made: list[alt.Chart] = []
    for share, strength in line.bands if series.quantiles is not None else ():
        area = alt.Chart(layers.values(_band(series, share, years, ground))).mark_area(
            color=colour, opacity=strength, aria=False
        )
        made.append(area.encode(x=x, y=y, y2=alt.Y2("y2")))
    central: list[Row] = [{"x": year, "y": ground.scale.of(series.central[at])} for at, year in enumerate(years)]
    made.append(_stroke(central, x, y, colour, [1, 0], 2.0))
    if series.quantiles is not None:
        median = [{"x": year, "y": ground.scale.of(series.median(at))} for at, year in enumerate(years)]
        made.append(_stroke(median, x, y, ground.colours.ink, [5, 4], 1.25))
    signs = [
        {**row, "shape": line.look[1], "edge": colour, "filling": colour, "told": tip(plot, series, at)}
        for at, row in enumerate(central)
    ]
    made.append(layers.signs(signs, x, y).mark_point(size=SIGN_SIZE, strokeWidth=1, opacity=1, clip=False))
    return made


def _band(series: Series, share: int, years: Sequence[int], ground: Ground) -> list[Row]:
    rows: list[Row] = []
    for at, year in enumerate(years):
        low, high = series.ends(share, at) or (0.0, 0.0)
        rows.append({"x": year, "y": ground.scale.of(low), "y2": ground.scale.of(high)})
    return rows


def _stroke(rows: Sequence[Row], x: alt.X, y: alt.Y, colour: str, dash: list[int], wide: float) -> alt.Chart:
    made: alt.Chart = (
        alt.Chart(layers.values(rows))
        .mark_line(color=colour, strokeWidth=wide, strokeDash=dash, strokeCap="butt", aria=False)
        .encode(x=x, y=y)
    )
    return made


def _levels(levels: Sequence[Level], ground: Ground, plot: RoadFan) -> list[alt.Chart]:
    """What is asked for, as lines with their names at the left, where the paths are still far off."""
    made: list[alt.Chart] = []
    for one in levels:
        row = [{"y": ground.scale.of(one.value), "words": one.words}]
        rule = alt.Chart(layers.values(row)).mark_rule(color=ground.colours.said, strokeWidth=1.5, aria=False)
        made.append(rule.encode(y=ground.y()))
        made += layers.haloed(row, alt.value(4), ground.y(), ground.colours, align="left", baseline="bottom", dy=-4)
    return made


def _without(plot: RoadFan, ground: Ground) -> list[alt.Chart]:
    if plot.without is None:
        return []
    rows = [{"x": year, "y": ground.scale.of(value)} for year, value in zip(plot.years, plot.without, strict=True)]
    return [_stroke(rows, _x(ground, plot.years), ground.y(), ground.colours.quiet, [1, 3], 2.0)]


def _at_end(line: Line, value: float, ground: Ground) -> str:
    sign = " %" if ground.scale.per == 1.0 else ""
    return f"{line.words}{number(ground.scale.of(float(f'{value:.4g}')))}{sign}"


def _labels(held: Sequence[Line], last: int, ground: Ground, year: int) -> list[alt.Chart]:
    """Words at the right ends: each central run, of a single fan also the ends of its 80 %; none on another."""
    found = []
    for one in held:
        found.append((one.series.central[last], _at_end(one, one.series.central[last], ground), True))
        if one.ends and (ends := one.series.ends(80, last)) is not None:
            found += [(end, _at_end(replace(one, words="80 %: "), end, ground), False) for end in ends]
    size = ground.frame.words
    places = apart([ground.down(ground.scale.of(value)) for value, _, _ in found], size * 1.25, ground.frame.height)
    made: list[alt.Chart] = []
    for (_, words, bold), down in zip(found, places, strict=True):
        colour = ground.colours.ink if bold else ground.colours.quiet
        made += layers.haloed(
            [{"x": year, "words": words}],
            alt.X("x:Q"),
            alt.value(round(down)),
            ground.colours,
            colour=colour,
            align="left",
            baseline="middle",
            dx=8,
            fontWeight="bold" if bold else "normal",
        )
    return made


def apart(places: Sequence[float], gap: float, height: float) -> list[float]:
    """Places in pixels moved as little as it takes to stand `gap` apart, from the top down, within `height`."""
    order = sorted(range(len(places)), key=lambda at: places[at])
    moved = list(places)
    for before, at in pairwise(order):
        moved[at] = max(moved[at], moved[before] + gap)
    ceiling = height
    for at in reversed(order):
        moved[at] = min(moved[at], ceiling)
        ceiling = moved[at] - gap
    return moved


def _finished(drawn: Sequence[alt.Chart], plot: RoadFan | RoadParts, frame: Frame, colours: Colours) -> Row:
    words = layers.Words(title(plot), subtitle(plot), described(plot))
    return layers.framed(drawn, words, frame, colours, frame.height)
