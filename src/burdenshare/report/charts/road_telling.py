"""What a chart of a road says in words: its title is the finding, its description tells the values."""

from __future__ import annotations

from burdenshare.report.charts.road_model import Bar, RoadFan, RoadLevers, RoadParts, RoadPlot, Series
from burdenshare.report.charts.telling import long_day, together
from burdenshare.report.wording import money, number

NAMES = ("A", "B")
"""What the scenario and the one it is held against are called in a picture; their signs differ too, so that no colour
alone tells them apart."""


def title(plot: RoadPlot) -> str:
    """The finding in one sentence; the spaces inside a value do not break."""
    if isinstance(plot, RoadFan):
        return _fan_title(plot)
    if isinstance(plot, RoadParts):
        moved = (f"{one.name} {together(told_on(plot, one.central[-1]))}" for one in plot.parts)
        return f"Of all spending in {plot.years[-1]}: {', '.join(moved)}"
    first = plot.bars[0] if plot.bars else None
    if first is None:
        return "No assumption moves this answer"
    return f"{first.name.capitalize()} moves it most: {_between(plot, first)}"


def subtitle(plot: RoadPlot) -> tuple[str, ...]:
    """The terms a reader must know: the quantity, the scenario, the day, what bands and lines are."""
    ran = plot.ran
    if isinstance(plot, RoadLevers):
        still = f"moves nothing: {', '.join(plot.still)}" if plot.still else ""
        ends = "blue: the first of the two settings, orange: the second; all others central"
        return tuple(
            filter(None, (f"{plot.asked.name}, {plot.asked.title}; {ran.scenario}", _known(plot), ends, still))
        )
    compared = isinstance(plot, RoadFan) and plot.other is not None
    lines = [plot.asked.title if compared else f"{plot.asked.title}; {ran.scenario}", _known(plot)]
    if isinstance(plot, RoadFan) and plot.other is not None:
        lines += [f"{NAMES[0]} (circles): {ran.scenario}", f"{NAMES[1]} (triangles): {ran.against}"]
    if bands := _bands(plot):
        lines.append(bands)
    if isinstance(plot, RoadFan) and plot.without is not None:
        lines.append("dotted: without the target")
    return tuple(lines)


def alt(plot: RoadPlot) -> str:
    """The chart for someone who does not see it: a pure function of its values."""
    if isinstance(plot, RoadLevers):
        parts = [f"Bar chart of {plot.asked.title}, {plot.asked.name}, {plot.ran.scenario}", _known(plot)]
        parts.append(f"with central assumptions {told_on(plot, plot.central)}")
        parts += [f"{one.name}: {_between(plot, one)}" for one in plot.bars]
        parts += [f"no difference: {', '.join(plot.still)}"] if plot.still else []
    elif isinstance(plot, RoadParts):
        parts = [f"Line chart by year: {plot.asked.title}, {plot.ran.scenario}", _known(plot)]
        parts += [_series_told(plot, one, one.name) for one in plot.parts]
    else:
        parts = [f"Fan chart by year: {plot.asked.name}, {plot.asked.title}", _known(plot)]
        parts.append(_series_told(plot, plot.one, plot.ran.scenario))
        if plot.other is not None:
            parts.append(_series_told(plot, plot.other, plot.ran.against))
        parts += [one.words for one in plot.levels]
    return ". ".join(f"{one[0].upper()}{one[1:]}" for one in parts if one) + "."


def told_on(plot: RoadPlot, value: float) -> str:
    """A value with its unit: `USD 48.7 bn`, `2.1 %`."""
    return money(value, plot.asked.unit) if plot.asked.unit == "USD" else f"{number(value)} %"


def tip(plot: RoadFan | RoadParts, series: Series, at: int) -> str:
    """What is told of one year when it is pointed at, a fact a line."""
    head = f"{series.name or plot.asked.name}, {plot.years[at]}"
    lines = [f"{head}: central {told_on(plot, series.central[at])}"]
    if series.quantiles is not None:
        lines.append(f"median {told_on(plot, series.median(at))}")
        for share in (80, 95):
            low, high = series.ends(share, at) or (0.0, 0.0)
            lines.append(f"{share} %: {told_on(plot, low)} to {told_on(plot, high)}")
    return "\n".join(lines)


def _fan_title(plot: RoadFan) -> str:
    last, year, who = len(plot.years) - 1, plot.years[-1], plot.asked.name
    value = together(told_on(plot, plot.one.central[last]))
    if plot.quantity == "extra":
        head = f"{who}: {value} more in {year} than without the target"
    elif plot.quantity == "debt_added":
        head = f"{who}: {value} of GDP of debt added by {year}"
    elif plot.quantity == "share":
        head = f"{who}: {value} of GDP in {year}, from {together(told_on(plot, plot.one.central[0]))}"
    else:
        head = f"{who}: {value} in {year}, from {together(told_on(plot, plot.one.central[0]))} in {plot.years[0]}"
    ends = plot.one.ends(80, last)
    if ends is None:
        return head
    low, high = (together(told_on(plot, one)) for one in ends)
    return f"{head}, {together('80 %')} of draws {low} to {high}"


def _series_told(plot: RoadFan | RoadParts, series: Series, name: str) -> str:
    last = len(plot.years) - 1
    told = (
        f"{name}: {told_on(plot, series.central[0])} in {plot.years[0]}, "
        f"{told_on(plot, series.central[last])} in {plot.years[last]} in the central run"
    )
    ends = series.ends(80, last)
    if ends is None:
        return told
    low, high = (told_on(plot, one) for one in ends)
    return f"{told}, median {told_on(plot, series.median(last))}, 80 % of draws {low} to {high}"


def _between(plot: RoadLevers, bar: Bar) -> str:
    low, high = told_on(plot, bar.low), told_on(plot, bar.high)
    return f"{together(low)} ({bar.low_value}) to {together(high)} ({bar.high_value})"


def _known(plot: RoadPlot) -> str:
    economy = f"; economy of {plot.ran.economy}" if plot.ran.economy else ""
    return f"as known on {long_day(plot.asked.known_on)}{economy}"


def _bands(plot: RoadFan | RoadParts) -> str:
    held = plot.parts if isinstance(plot, RoadParts) else (plot.one,)
    if all(one.quantiles is None for one in held):
        return ""
    which = "band: 80 %" if isinstance(plot, RoadParts) or plot.other is not None else "bands: 50, 80 and 95 %"
    return f"{which} of {plot.ran.draws:,} draws; line: the central run; dashed: the median"
