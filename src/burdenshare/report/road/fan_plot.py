"""A fan as a picture: plain SVG, the intervals as bands, the central run as a line, its end labelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from burdenshare.errors import UnknownNameError
from burdenshare.record import Record
from burdenshare.report.road.names import name_of
from burdenshare.report.road.plane import NARROW, WIDE, Frame, Plane, spread_apart
from burdenshare.report.road.telling import value_words
from burdenshare.road.fans import Fan
from burdenshare.road.result import Road

BANDS = (95, 80, 50)
TITLES = {
    "spending": "Spending with and without the target",
    "extra": "Extra spending a year",
    "spending_usd": "Spending in dollars of each year",
    "extra_usd": "Extra spending in dollars of each year",
    "extra_ncu": "Extra spending in national currency of each year",
    "share": "Share of GDP",
    "debt_added": "Debt added, points of GDP",
    "debt": "Debt, per cent of GDP",
    "baseline": "Spending without the target",
}
"""What each quantity is called over its picture."""


@dataclass(frozen=True, slots=True)
class Line:
    """One fan of a picture: what its end is called, and the look of its line (`main`, `other`, `bare`)."""

    name: str
    fan: Fan
    look: str = "main"


@dataclass(frozen=True, slots=True)
class Picture:
    """Fans on one plane, under a title; `id` tells it from the other pictures of its page."""

    id: str
    title: str
    lines: tuple[Line, ...]
    years: tuple[int, ...]


def picture_of(record: Record, road: Road, entity: str, quantity: str = "spending") -> Picture:
    """The picture of a quantity of an ally or group; of spending, what is spent without the target beside it.

    Raises UnknownNameError for a quantity that is not told of it year by year.
    """
    fans = (road.groups[entity] if entity in road.groups else road.allies[entity]).fans
    known = [name for name in fans if name in TITLES]
    if quantity not in known:
        raise UnknownNameError("quantity of a road", quantity, known)
    lines = [Line("with it" if quantity == "spending" else "", fans[quantity])]
    if quantity == "spending" and any(fans["extra"].central):
        lines.append(Line("without", fans["baseline"], "bare"))
    title = f"{name_of(record, entity)}: {TITLES[quantity].lower()}"
    return Picture(f"{entity}-{quantity}".lower().replace("_", "-"), title, tuple(lines), road.years)


def picture(record: Record, road: Road, entity: str, quantity: str) -> str:
    """The same as one SVG that stands alone, with its own colours."""
    drawn = fan_plot(picture_of(record, road, entity, quantity))
    return (
        str(drawn).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1).replace("</svg>", f"{ALONE}</svg>")
    )


ALONE = """<style>
svg { font: 12px system-ui, sans-serif; background: #fbfaf7; } text { fill: #1d1d1f; } .tick { fill: #63636a; }
.grid { stroke: #dcd9d0; } .grid.zero { stroke: #8a8a90; }
.band { fill: #0072b2; fill-opacity: 0.16; } .run { fill: none; stroke: #0072b2; stroke-width: 2.2; }
.run.bare { stroke: #63636a; stroke-dasharray: 5 4; } .end { fill: #0072b2; } .bare.end { fill: #63636a; }
</style>"""
"""The look of a picture that stands in no page."""


def fan_plot(one: Picture, frame: Frame = WIDE) -> Markup:
    """The picture in a frame."""
    plane = Plane.of(frame, one.years, _values(one.lines), one.lines[0].fan.unit)
    ids = f"fan-{one.id}-{frame.name}"
    parts = [
        Markup('<svg class="plot fan {}" viewBox="0 0 {} {}" role="img" aria-labelledby="{} {}-d">').format(
            frame.name, frame.width, frame.height, ids, ids
        ),
        Markup('<title id="{}">{}</title>').format(ids, one.title),
        Markup('<desc id="{}-d">{}</desc>').format(ids, described(one)),
        *plane.grid(),
        *(band for line in one.lines for band in _bands(plane, line)),
        *(_run(plane, line) for line in one.lines),
        *_ends(plane, one.lines),
        Markup("</svg>"),
    ]
    return Markup("\n").join(parts)


def both(one: Picture) -> Markup:
    """Wide for a screen, narrow for a telephone; the style of the page shows one of them."""
    return fan_plot(one, WIDE) + fan_plot(one, NARROW)


def described(one: Picture) -> str:
    """The picture in words: where each line begins and ends, and how sure that is."""
    told = []
    for line in one.lines:
        fan = line.fan
        words = f"{line.name or 'central run'}: {value_words(fan.central[0], fan.unit)} in {one.years[0]}, "
        words += f"{value_words(fan.central[-1], fan.unit)} in {one.years[-1]}"
        ends = fan.interval(80, len(fan.central) - 1)
        if ends is not None and line.look != "bare":
            words += f" (80 % of the draws: {value_words(ends[0], fan.unit)} to {value_words(ends[1], fan.unit)})"
        told.append(words)
    return "; ".join(told)


def _values(lines: Sequence[Line]) -> list[float]:
    found = [value for line in lines for value in line.fan.central]
    found += [value for line in lines for row in line.fan.quantiles or () for value in (row[0], row[-1])]
    return found


def _bands(plane: Plane, line: Line) -> list[Markup]:
    """The intervals of 95, 80 and 50 %, laid over each other: the darker, the more draws."""
    drawn = []
    shown = BANDS if line.look == "main" else ()
    for per_cent in shown:
        ends = [line.fan.interval(per_cent, at) for at in range(len(plane.years))]
        known = [(year, one) for year, one in zip(plane.years, ends, strict=True) if one is not None]
        if not known:
            continue
        upper = [(year, one[1]) for year, one in known]
        lower = [(year, one[0]) for year, one in reversed(known)]
        drawn.append(
            Markup('<polygon class="band b{}" points="{} {}"/>').format(per_cent, plane.path(upper), plane.path(lower))
        )
    return drawn


def _run(plane: Plane, line: Line) -> Markup:
    places = zip(plane.years, line.fan.central, strict=True)
    return Markup('<polyline class="run {}" points="{}"/>').format(line.look, plane.path(places))


def _ends(plane: Plane, lines: Sequence[Line]) -> list[Markup]:
    """The last value of each line at its end, told apart where they are near."""
    places = spread_apart([plane.y(line.fan.central[-1]) for line in lines], 26 if plane.frame is NARROW else 14)
    x = plane.x(plane.years[-1]) + 6
    drawn = []
    for line, y in zip(lines, places, strict=True):
        value = value_words(line.fan.central[-1], line.fan.unit).removeprefix(f"{line.fan.unit[:3]} ")
        if plane.frame is NARROW and line.name:
            words = Markup('{}<tspan x="{:.1f}" dy="12">{}</tspan>').format(value, x, line.name)
        else:
            words = Markup("{}").format(f"{value} {line.name}".strip())
        drawn.append(Markup('<text class="end {}" x="{:.1f}" y="{:.1f}">{}</text>').format(line.look, x, y + 4, words))
    return drawn
