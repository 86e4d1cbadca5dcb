"""The clock in a terminal: curves year by year, every statement below its own, what stays out, what moves them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.text import Text

from burdenshare.report import wording
from burdenshare.report.clock.telling import (
    MEANT,
    NOT_SAID,
    TITLES,
    apart_words,
    ceasefire_words,
    curve_words,
    ends_words,
    ground_lines,
    known_words,
    lever_words,
    number_words,
    orders_words,
    outside,
    per_cent,
    said_words,
    span_words,
    speaker_words,
    weight_words,
    when,
)
from burdenshare.report.hanging import Hanging
from burdenshare.report.road.terminal import titled
from burdenshare.report.terminal import unpadded
from burdenshare.report.unjudged import NO_VERDICT, mark, weak_words
from burdenshare.road.clock.result import Curve, Placed, ReadinessClock
from burdenshare.road.clock.sensitivity import Lever

WIDEST = 120
NAME = 26
"""Columns of what is feared, and of a requirement."""
CELL = 8
"""Columns of a year: `100–100` and a blank."""
STRIP = 2
"""Columns of a year in a statement's line."""
MOST_LEVERS = 4
"""Levers told of each curve; the page and JSON have all."""
INSIDE, NOTHING = "━", "·"


def plain_text(made: ReadinessClock, levers: Sequence[Lever] = (), *, width: int = 100) -> str:
    """The clock without colours, `width` columns wide."""
    stream = StringIO()
    console = Console(file=stream, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(rendered(made, levers, width=width), crop=False)
    return unpadded(stream.getvalue())


def rendered(made: ReadinessClock, levers: Sequence[Lever] = (), *, width: int = 100) -> RenderableType:
    """The clock as something a rich console prints; it must be printed without cropping."""
    width = min(width, WIDEST)
    blocks: list[RenderableType] = [*titled(f"Stated horizons: {made.scenario.title}", width)]
    blocks.append(Hanging("", Text(f"as known on {made.on.isoformat()} · {known_words(made)}", style="dim")))
    blocks.append(Hanging("", Text(f"cease-fire: {ceasefire_words(made.scenario.ceasefire)}", style="dim")))
    blocks += [Hanging("", Text(NOT_SAID, style="bold")), Text("")]
    blocks += [*_curves(made, width)]
    if made.requirements:
        blocks += [Text(""), *_requirements(made, width)]
    blocks.append(Text(""))
    blocks += [Hanging("  · ", Text(curve_words(one, made.years))) for one in made.curves]
    for one in made.curves:
        blocks += [Text(""), *_statements(made, one, width)]
    for words, held in outside(made):
        blocks += [Text(""), Text(words, style="bold"), *(_apart(each) for each in held)]
    if levers:
        blocks += [Text(""), Text("What moves the curves most", style="bold"), *_levers(made, levers)]
    blocks += [Text(""), Text("What it rests on", style="bold")]
    blocks += [Hanging("  · ", Text(wording.clean(line))) for line in ground_lines(made)]
    return Group(*blocks)


def _shown(made: ReadinessClock, width: int) -> tuple[int, ...]:
    """The years that fit beside the names."""
    return made.years[: max((width - NAME) // CELL, 1)]


def _curves(made: ReadinessClock, width: int) -> Iterator[RenderableType]:
    years = _shown(made, width)
    yield Text("Part of the stated horizons before the end of the year, %", style="bold")
    yield _kept(" " * NAME + "".join(f"{year:>{CELL}}" for year in years), "dim")
    for one in made.curves:
        cells = "".join(f"{per_cent(one.share[at]):>{CELL}}" for at in range(len(years)))
        yield _kept(f"{TITLES[one.feared]:<{NAME}}{cells}", "bold")
        ends = "".join(f"{ends_words(one, at):>{CELL}}" for at in range(len(years)))
        yield _kept(f"  {number_words(one):<{NAME - 2}}{ends}", "dim")
    yield Hanging("  ", Text("below a curve: with any one of its statements left out", style="dim"))
    if len(years) < len(made.years):
        yield Hanging("  ", Text(f"to {made.years[-1]}: --csv, --json, or a wider terminal", style="dim"))


def _requirements(made: ReadinessClock, width: int) -> Iterator[RenderableType]:
    years = _shown(made, width)
    yield Text("Beside it: how likely a requirement is met by the end of the year, %", style="bold")
    yield _kept(" " * NAME + "".join(f"{year:>{CELL}}" for year in years), "dim")
    for one in made.requirements:
        cells = [one.chance[at] for at in range(len(years))]
        told = "".join(f"{'–' if cell is None else per_cent(cell):>{CELL}}" for cell in cells)
        name = f"{mark(one.weak)} {one.title}" if one.weak else one.title
        yield _kept(f"{wording.shortened(name, NAME - 1):<{NAME}}{told}")
        yield Hanging("  ", Text(f"{one.draws:,} draws; not by {one.horizon:g}: {per_cent(one.never)} %", style="dim"))
        if one.weak:
            yield Hanging("  ", Text(f"{NO_VERDICT}: {weak_words(one.weak)}", style="dim"))
        if one.orders:
            yield Hanging("  ", Text(orders_words(one), style="dim"))
    yield Hanging("  ", Text("two kinds of curves: nothing adds them up or multiplies them", style="dim"))


def _statements(made: ReadinessClock, curve: Curve, width: int) -> Iterator[RenderableType]:
    strip = STRIP * len(made.years)
    yield Hanging("", Text.assemble((TITLES[curve.feared], "bold"), (f" ({MEANT[curve.feared]})", "dim")))
    for one in curve.drawn:
        yield Hanging(f"  {_strip(made, one)}  ", _line(one))
    first, last = made.years[0], made.years[-1]
    yield _kept(f"  {first!s:<{strip - 4}}{last}" if strip >= 9 else f"  {first}", "dim")


def _strip(made: ReadinessClock, one: Placed) -> str:
    """The span on the years of the curves; what lies before them is not drawn."""
    assert one.span is not None
    marks = []
    for at in range(STRIP * len(made.years)):
        begun = made.years[0] + at / STRIP
        marks.append(INSIDE if one.span.low < begun + 1 / STRIP and one.span.end > begun else NOTHING)
    return "".join(marks)


def _line(one: Placed) -> Text:
    held = one.statement
    line = Text(f"{speaker_words(held)}, {when(held.said.stated_on)}: {said_words(held)}")
    if held.condition:
        line.append(f", if {held.condition}")
    assert one.span is not None
    line.append(f"; {span_words(one.span)}; weight {weight_words(one)}", style="dim")
    line.append(f" [{held.key}]", style="dim")
    return line


def _apart(one: Placed) -> RenderableType:
    held = one.statement
    line = Text(f"{speaker_words(held)}, {when(held.said.stated_on)}: {apart_words(one)}")
    line.append(f"; {wording.clean(held.reason)} [{held.key}]", style="dim")
    return Hanging("  ∅ ", line)


def _levers(made: ReadinessClock, levers: Sequence[Lever]) -> Iterator[RenderableType]:
    for feared, held in groupby(levers, key=lambda one: one.feared):
        yield Text(f"  {TITLES[feared]}")
        for one in list(held)[:MOST_LEVERS]:
            yield Hanging("    · ", Text(lever_words(made, one)))


def _kept(line: str, style: str = "") -> Text:
    return Text(line.rstrip(), style=style, no_wrap=True, overflow="ignore")
