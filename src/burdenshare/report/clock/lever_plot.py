"""What moves a curve, as bars: each lever from the least to the most it takes the curve to, the widest on top."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from burdenshare.report.clock.plane import NARROW, WIDE, Frame
from burdenshare.report.clock.telling import TITLES, lever_name, lever_words, per_cent
from burdenshare.road.clock.result import ReadinessClock
from burdenshare.road.clock.sensitivity import Lever

ROW = 40
MOST = 8
"""Bars of a curve; what moves it less stands in the table alone."""
EDGE = 44


def lever_plots(made: ReadinessClock, levers: Sequence[Lever]) -> Markup:
    """Wide for a screen, narrow for a telephone; the style of the page shows one of them."""
    return lever_plot(made, levers, WIDE) + lever_plot(made, levers, NARROW)


def lever_plot(made: ReadinessClock, levers: Sequence[Lever], frame: Frame = WIDE) -> Markup:
    """The levers of one curve."""
    shown = levers[:MOST]
    if not shown:
        return Markup("")
    feared = shown[0].feared
    ids = f"levers-{feared.value.replace('_', '-')}-{frame.name}"
    told = "; ".join(lever_words(made, one) for one in shown)
    parts = [
        Markup(
            '<svg class="plot tornado {}" viewBox="0 0 {} {}" role="img" aria-labelledby="{} {}-d">'
            '<title id="{}">{}</title><desc id="{}-d">{}</desc>'
        ).format(
            frame.name,
            frame.width,
            ROW * len(shown) + 6,
            ids,
            ids,
            ids,
            f"{TITLES[feared]}: what moves the curve, in the year in which it moves it most",
            ids,
            told,
        )
    ]
    for at, one in enumerate(shown):
        parts += _bar(made, one, frame, at * ROW)
    return Markup("\n").join((*parts, Markup("</svg>")))


def _bar(made: ReadinessClock, one: Lever, frame: Frame, top: int) -> list[Markup]:
    every = (one.share, *one.values.values())
    low, high = min(every), max(every)

    def x(share: float) -> float:
        return EDGE + share * (frame.width - 2 * EDGE)

    name = f"{lever_name(made, one)}, by the end of {one.year}"
    return [
        Markup('<text class="name" x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(
            frame.width / 2, top + 13, name if frame.beside else name[:52]
        ),
        Markup('<rect class="lever" x="{:.1f}" y="{}" width="{:.1f}" height="12"/>').format(
            x(low), top + 19, max(x(high) - x(low), 1.0)
        ),
        Markup('<line class="rule" x1="{0:.1f}" x2="{0:.1f}" y1="{1}" y2="{2}"/>').format(
            x(one.share), top + 17, top + 33
        ),
        Markup('<text class="tick" x="{:.1f}" y="{}" text-anchor="end">{}</text>').format(
            x(low) - 5, top + 29, f"{per_cent(low)} %"
        ),
        Markup('<text class="tick" x="{:.1f}" y="{}">{}</text>').format(x(high) + 5, top + 29, f"{per_cent(high)} %"),
    ]
