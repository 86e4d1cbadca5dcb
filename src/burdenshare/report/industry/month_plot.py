"""A quantity month by month as a picture: plain SVG, the intervals as bands, the middle of the draws as a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from burdenshare.report import wording
from burdenshare.report.industry import telling
from burdenshare.report.industry.telling import TITLES, count, shown
from burdenshare.report.road.fan_plot import ALONE, BANDS
from burdenshare.report.road.plane import NARROW, WIDE, Frame, Plane
from burdenshare.road.fans import Fan
from burdenshare.road.industry.items import items
from burdenshare.road.industry.months import YEAR
from burdenshare.road.industry.result import Industry, ItemRun


@dataclass(frozen=True, slots=True)
class Picture:
    """A fan over months (decimal years), and a level to reach drawn as a line across it, None where there is none."""

    id: str
    title: str
    fan: Fan
    months: tuple[float, ...]
    level: float | None = None


def pictures(one: ItemRun) -> list[Picture]:
    """The pictures of an item: output, capacity with the planned level, what waits, and what is delivered."""
    names = ["output", "capacity", "waiting", *(("delivered",) if one.buy.orders() else ())]
    goals = {each.what: each.value / YEAR for each in one.reached}
    ends = one.months.ends()
    return [
        Picture(f"{one.facts.item.id}-{name}", TITLES[name], shown(one.fans[name]), ends, goals.get(name))
        for name in names
    ]


def both(one: Picture) -> Markup:
    """Wide for a screen, narrow for a telephone; the style of the page shows one of them."""
    return month_plot(one, WIDE) + month_plot(one, NARROW)


def month_plot(one: Picture, frame: Frame = WIDE) -> Markup:
    """The picture in a frame."""
    ids = f"months-{one.id}-{frame.name}"
    parts = [
        Markup('<svg class="plot fan {}" viewBox="0 0 {} {}" role="img" aria-labelledby="{} {}-d">').format(
            frame.name, frame.width, frame.height, ids, ids
        ),
        Markup('<title id="{}">{}</title>').format(ids, one.title),
        Markup('<desc id="{}-d">{}</desc>').format(ids, described(one)),
        *_drawn(one, frame),
        Markup("</svg>"),
    ]
    return Markup("\n").join(parts)


SCALE = 74
"""Room for the words of the scale: things are counted in millions, one by one."""
HEAD, TITLE = 60, 30
"""Height of what stands above all pictures, and above each of them."""


def picture(made: Industry) -> str:
    """All pictures of all items below each other, as one SVG that stands alone, with its own colours."""
    told = [(one, each) for one in made.items.values() for each in pictures(one)]
    top, drawn = HEAD, []
    for one, each in told:
        name = Markup('<text class="head" x="16" y="18">{}: {} ({})</text>').format(
            one.facts.item.title, each.title.lower(), each.fan.unit
        )
        plot = Markup('<g transform="translate(0 {})">{}</g>').format(TITLE, Markup("\n").join(_drawn(each, WIDE)))
        drawn.append(Markup('<g transform="translate(0 {})">{}{}</g>').format(top, name, plot))
        top += TITLE + WIDE.height
    lacking = [f"{items()[item].title}: not enough in the record" for item in made.lacking]
    for line in lacking:
        drawn.append(Markup('<text x="16" y="{}">{}</text>').format(top + 18, line))
        top += TITLE
    known = f"as known on {made.on.isoformat()} · {telling.draws_words(made.draws, made.seed)}"
    head = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img" '
        'aria-labelledby="industry industry-d"><title id="industry">{2}</title><desc id="industry-d">{3}</desc>'
        '<text class="head" x="16" y="22">{4}</text><text class="tick" x="16" y="40">{5}</text>'
    ).format(
        WIDE.width,
        top + 10,
        made.plant.title,
        "; ".join([*(f"{one.facts.item.title}, {each.title}: {described(each)}" for one, each in told), *lacking]),
        wording.shortened(made.plant.title, 100),
        known,
    )
    return str(Markup("\n").join([head, *drawn, Markup(f"{ALONE}</svg>")]))


def _drawn(one: Picture, frame: Frame) -> list[Markup]:
    """What stands in a frame."""
    years = range(int(one.months[0] - 1 / YEAR), int(one.months[-1]) + 1)
    roomy = replace(frame, left=max(frame.left, SCALE))
    plane = Plane.of(roomy, tuple(years), _values(one), one.fan.unit)
    run = plane.path(zip(one.months, one.fan.central, strict=True))
    line = Markup('<polyline class="run main" points="{}"/>').format(run)
    return [*plane.grid(), *_bands(plane, one), *_level(plane, one), line, _end(plane, one)]


def described(one: Picture) -> str:
    """The picture in words: where the line begins and ends, and how sure that is."""
    fan = one.fan
    words = f"middle: {count(fan.central[0], fan.unit)} at first, {count(fan.central[-1], fan.unit)} at the end"
    ends = fan.interval(80, len(fan.central) - 1)
    if ends is not None:
        words += f" (80 % of the draws: {count(ends[0])} to {count(ends[1])})"
    return words if one.level is None else f"{words}; the line across: {count(one.level, fan.unit)}"


def _values(one: Picture) -> list[float]:
    found = [*one.fan.central, *([] if one.level is None else [one.level])]
    return found + [value for row in one.fan.quantiles or () for value in (row[0], row[-1])]


def _bands(plane: Plane, one: Picture) -> Sequence[Markup]:
    if one.fan.quantiles is None:
        return ()
    drawn = []
    for per_cent in BANDS:
        ends = [found for at in range(len(one.months)) if (found := one.fan.interval(per_cent, at)) is not None]
        upper = [(moment, end[1]) for moment, end in zip(one.months, ends, strict=True)]
        lower = [(moment, end[0]) for moment, end in zip(one.months, ends, strict=True)][::-1]
        drawn.append(
            Markup('<polygon class="band b{}" points="{} {}"/>').format(per_cent, plane.path(upper), plane.path(lower))
        )
    return drawn


def _level(plane: Plane, one: Picture) -> Sequence[Markup]:
    if one.level is None:
        return ()
    across = plane.path([(one.months[0], one.level), (one.months[-1], one.level)])
    return (Markup('<polyline class="run bare" points="{}"/>').format(across),)


def _end(plane: Plane, one: Picture) -> Markup:
    x, y = plane.x(one.months[-1]) + 6, plane.y(one.fan.central[-1]) + 4
    return Markup('<text class="end main" x="{:.1f}" y="{:.1f}">{}</text>').format(x, y, count(one.fan.central[-1]))
