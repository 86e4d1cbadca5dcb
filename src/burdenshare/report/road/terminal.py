"""A road in a terminal: the price first, then groups, allies and burden, what is not known, what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from burdenshare.record import Record
from burdenshare.report import wording
from burdenshare.report.hanging import Hanging
from burdenshare.report.road import letters, tables
from burdenshare.report.road.names import name_of
from burdenshare.report.road.prices import figure_of, price_of
from burdenshare.report.road.telling import (
    HELD,
    MET_FROM,
    ally_notes,
    asked_words,
    assumption_words,
    ground_lines,
    head_rows,
    headed,
    headline,
    met_lines,
    missing,
    past_words,
    span_words,
    value_words,
)
from burdenshare.report.terminal import unpadded
from burdenshare.road.result import Road
from burdenshare.road.sensitivity import Lever

HEAD = 17
"""Columns of the names at the head."""
WIDEST = 120
FEW = 3
"""Allies up to which each has a picture of its own."""
SOURCE = 90
"""Characters of an assumption's source that are shown; `--assumptions` shows it whole."""


def plain_text(
    record: Record, road: Road, levers: Sequence[Lever] = (), *, width: int = 100, assumptions: bool = False
) -> str:
    """The road without colours, `width` columns wide."""
    stream = StringIO()
    console = Console(file=stream, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(rendered(record, road, levers, width=width, assumptions=assumptions), crop=False)
    return unpadded(stream.getvalue())


def rendered(
    record: Record, road: Road, levers: Sequence[Lever] = (), *, width: int = 100, assumptions: bool = False
) -> RenderableType:
    """The road as something a rich console prints; it must be printed without cropping."""
    width = min(width, WIDEST)
    blocks: list[RenderableType] = [*opening(record, road, width)]
    blocks += [Text(""), *_head(record, road)]
    blocks += [Text(""), *_pictures(record, road, width)]
    blocks += [Text(""), *tables.prices_table(record, road, width)]
    if road.burden:
        blocks += [Text(""), *_burden(record, road)]
    if levers:
        blocks += [Text(""), *tables.levers_table(levers, road)]
    if road.met:
        blocks += [Text(""), Text("Will it be met?", style="bold")]
        blocks += [Hanging("  · ", Text(line)) for one in road.met for line in met_lines(record, one)]
        blocks += [Hanging("  ", Text(MET_FROM.replace("`", ""), style="dim"))]
    if lines := missing(record, road):
        blocks += [Text(""), Text("Not known", style="bold")]
        blocks += [Hanging("  ∅ ", Text(wording.clean(line))) for line in lines]
    blocks += [Text(""), *_rests_on(record, road, assumptions)]
    return Group(*blocks)


def opening(record: Record, road: Road, width: int) -> Iterator[RenderableType]:
    """The title, what is asked, and what it is held against."""
    yield from titled(road.scenario.title, width)
    drawn = f"{road.draws:,} draws, seed {road.seed}" if road.draws else "no draws: the central run alone"
    yield Hanging("", Text(f"as known on {road.on.isoformat()} · base year {road.base} · {drawn}", style="dim"))
    for place, line in enumerate(asked_words(record, road.scenario)):
        yield Hanging("         " if place else "asked    ", Text(wording.clean(line)))
    yield Hanging("without  ", Text(HELD[road.scenario.baseline]))


def titled(title: str, width: int) -> Iterator[RenderableType]:
    """A title with a rule behind it, or above the rule where it is long."""
    words = Text(wording.clean(title), style="bold")
    if len(words) > width - 4:
        yield Hanging("", words)
        yield Rule()
    else:
        yield Rule(words, align="left")


def _head(record: Record, road: Road) -> Iterator[RenderableType]:
    price = price_of(road, headed(road))
    yield Hanging("", Text(headline(record, road), style="bold"))
    for name, words in head_rows(road, price):
        yield Hanging(f"  {name:<{HEAD}}", Text(words))
    if road.draws:
        yield Hanging("  ", Text("in brackets: what 80 % of the draws lie within", style="dim"))


def _pictures(record: Record, road: Road, width: int) -> Iterator[RenderableType]:
    """The fan of extra spending: of what stands at the head, and of each ally where there are few."""
    head = headed(road)
    shown = [head, *(ally for ally in road.allies if len(road.allies) <= FEW and ally != head)]
    for place, entity in enumerate(shown):
        fans = (road.groups[entity] if entity in road.groups else road.allies[entity]).fans
        fan = fans["extra"] if any(fans["extra"].central) else fans["spending"]
        what = "extra spending" if fan is fans["extra"] else "spending"
        if place:
            yield Text("")
        title = f"{name_of(record, entity)}: {what} a year, prices of {road.base}"
        yield Text(title, style="bold")
        words = [value_words(figure_of(fan, at).central, fan.unit) for at in range(len(road.years))]
        yield from letters.lines(fan, road.years, width - 2, words)
    if road.draws:
        yield Hanging("", Text(letters.LEGEND, style="dim"))


def _burden(record: Record, road: Road) -> Iterator[RenderableType]:
    yield Text("Burden: parts of all spending, at prices of the year", style="bold")
    at = road.years.index(price_of(road, headed(road)).year)
    for part, fan in road.burden.items():
        after = figure_of(fan, at)
        span = f"  ({span_words(after)})" if span_words(after) else ""
        line = f"{fan.central[0]:5.1f} % in {road.base} → {after.central:5.1f} % in {road.years[at]}{span}"
        yield Text(f"  {name_of(record, part):<16}{line}", no_wrap=True, overflow="ignore")


def _rests_on(record: Record, road: Road, whole: bool) -> Iterator[RenderableType]:
    yield Text("What it rests on", style="bold")
    lines = ground_lines(road)
    if road.past is not None:
        lines += past_words(road.past)
    lines += ally_notes(record, road)
    yield from (Hanging("  · ", Text(wording.clean(line))) for line in lines)
    yield Text("Assumptions: what no statistic gives", style="bold")
    own = {one.key for one in road.scenario.assumptions}
    for one in road.assumptions.values():
        head = f"{wording.measure_name(one.key)} {assumption_words(one, road.base)}"
        line = Text.assemble((head, ""), (" (the scenario's own)" if one.key in own else "", "bold"))
        if whole:
            line.append(f"; {one.unit}", style="dim")
            yield Hanging("  · ", line)
            yield Hanging("      ", Text(wording.clean(one.reference), style="dim"))
            if one.reason:
                yield Hanging("      ", Text(wording.clean(one.reason), style="dim"))
            continue
        line.append(f"; {wording.shortened(one.reference, SOURCE)}", style="dim")
        yield Hanging("  · ", line)
    if not whole:
        yield Hanging("  ", Text("each with its unit, reason and all sources: --assumptions", style="dim"))
