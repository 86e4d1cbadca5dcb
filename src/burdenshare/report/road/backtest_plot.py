"""A back-test as a picture: how far off each model is, and how often its intervals hold, by years ahead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from markupsafe import Markup

from burdenshare.report.road.backtest_telling import SHORT
from burdenshare.road.backtest import AIM, Backtest
from burdenshare.road.share_models import PLAIN, Model

HEIGHT, TOP, BOTTOM = 300, 44, 44
LEFT, RIGHT = 46, 104
"""Room for numbers on the left and for the names of the lines on the right."""
APART = 15
"""Pixels between two names at the end of lines."""
MARK = 4.2

Points = list[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class Panel:
    """One drawing: its words, and the values of each model by years ahead, in the order in which they are drawn."""

    name: str
    title: str
    unit: str
    top: float
    step: float
    lines: tuple[tuple[Model, Points], ...]
    aim: tuple[float, float] | None = None


def panels(found: Backtest) -> tuple[Panel, ...]:
    """The two drawings: CRPS, and coverage of the 80 % intervals."""
    shown = (*PLAIN, found.shipped)
    crps: list[tuple[Model, Points]] = []
    covered: list[tuple[Model, Points]] = []
    for model in shown:
        got = [(one, found.pooled(model, horizon=one)) for one in found.horizons]
        crps.append((model, [(one, score.crps) for one, score in got if score is not None]))
        covered.append((model, [(one, score.covered[1]) for one, score in got if score is not None]))
    highest = max(value for _, points in crps for _, value in points)
    return (
        Panel("crps", "Mean CRPS, points of GDP", "", ceil(highest * 5) / 5, 0.2, tuple(crps)),
        Panel("covered", "Truths inside the 80 % interval", "%", 1.0, 0.25, tuple(covered), AIM),
    )


def picture(one: Panel, width: int) -> Markup:
    """One drawing as SVG; every figure in it stands in its description too."""
    frame = _Frame(one.top, max(at for _, points in one.lines for at, _ in points), width)
    parts = [
        Markup('<svg class="plot" viewBox="0 0 {} {}" role="img" aria-labelledby="p-{} p-{}-d">').format(
            width, HEIGHT, one.name, one.name
        ),
        Markup('<title id="p-{}">{}, by years ahead</title>').format(one.name, one.title),
        Markup('<desc id="p-{}-d">{}</desc>').format(one.name, _description(one)),
        Markup('<text class="head" x="0" y="16">{}</text>').format(one.title),
        *_axes(one, frame),
        *_lines(one, frame),
        Markup("</svg>"),
    ]
    return Markup("\n").join(parts)


@dataclass(frozen=True, slots=True)
class _Frame:
    top: float
    last: int
    width: int

    def x(self, ahead: int) -> float:
        return LEFT + 12 + (ahead - 1) / max(self.last - 1, 1) * (self.width - LEFT - RIGHT - 24)

    def y(self, value: float) -> float:
        return HEIGHT - BOTTOM - value / self.top * (HEIGHT - TOP - BOTTOM)


def _axes(one: Panel, frame: _Frame) -> Iterator[Markup]:
    right = frame.width - RIGHT
    if one.aim is not None:
        high, low = frame.y(one.aim[1]), frame.y(one.aim[0])
        yield Markup('<rect class="aim" x="{}" y="{:.1f}" width="{}" height="{:.1f}"/>').format(
            LEFT, high, right - LEFT, low - high
        )
    for tick in range(round(one.top / one.step) + 1):
        y = frame.y(tick * one.step)
        yield Markup('<line class="grid" x1="{}" x2="{}" y1="{:.1f}" y2="{:.1f}"/>').format(LEFT, right, y, y)
        yield Markup('<text class="tick" x="{}" y="{:.1f}" text-anchor="end">{}</text>').format(
            LEFT - 6, y + 4, _value(one, tick * one.step)
        )
    for ahead in range(1, frame.last + 1):
        yield Markup('<text class="tick" x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(
            frame.x(ahead), HEIGHT - BOTTOM + 18, ahead
        )
    yield Markup('<text class="tick" x="{}" y="{}" text-anchor="middle">years ahead</text>').format(
        (LEFT + right) / 2, HEIGHT - 8
    )


def _lines(one: Panel, frame: _Frame) -> Iterator[Markup]:
    ends = sorted((frame.y(points[-1][1]), model) for model, points in one.lines if points)
    places: dict[Model, float] = {}
    for y, model in ends:
        places[model] = max(y, max(places.values(), default=-APART) + APART)
    for model, points in one.lines:
        style = "own" if model not in PLAIN else f"plain p{PLAIN.index(model)}"
        path = " ".join(f"{frame.x(at):.1f},{frame.y(value):.1f}" for at, value in points)
        yield Markup('<polyline class="{}" points="{}"/>').format(style, path)
        for at, value in points:
            yield _mark(model, style, frame.x(at), frame.y(value))
        yield Markup('<text class="name {}" x="{}" y="{:.1f}">{}</text>').format(
            style, frame.width - RIGHT + 6, places[model] + 4, SHORT[model]
        )


def _mark(model: Model, style: str, x: float, y: float) -> Markup:
    """A shape a model, so that no colour is needed to tell them apart."""
    if model not in PLAIN:
        return Markup('<circle class="{}" cx="{:.1f}" cy="{:.1f}" r="{}"/>').format(style, x, y, MARK)
    if model is Model.LAST:
        return Markup('<rect class="{}" x="{:.1f}" y="{:.1f}" width="{}" height="{}"/>').format(
            style, x - MARK + 1, y - MARK + 1, 2 * MARK - 2, 2 * MARK - 2
        )
    down = -1 if model is Model.DRIFT else 1
    corners = f"{x:.1f},{y + down * MARK:.1f} {x - MARK:.1f},{y - down * MARK:.1f} {x + MARK:.1f},{y - down * MARK:.1f}"
    return Markup('<polygon class="{}" points="{}"/>').format(style, corners)


def _description(one: Panel) -> str:
    return "; ".join(
        f"{SHORT[model]}: {', '.join(f'{at} years {_exact(one, value)}' for at, value in points)}"
        for model, points in one.lines
    )


def _value(one: Panel, value: float) -> str:
    return f"{100 * value:.0f} %" if one.unit else f"{value:.1f}"


def _exact(one: Panel, value: float) -> str:
    return f"{100 * value:.1f} %" if one.unit else f"{value:.3f}"
