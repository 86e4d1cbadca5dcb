"""A scenario of support in a terminal: what is asked, the price, who pays it, what is not known, what it rests on."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from burdenshare.record import Record
from burdenshare.report import wording
from burdenshare.report.hanging import Hanging
from burdenshare.report.road.terminal import titled
from burdenshare.report.support.scenario_tables import cost_tables
from burdenshare.report.support.scenario_telling import (
    asked_words,
    ground_lines,
    head_rows,
    headline,
    held_words,
    not_known,
    references,
    title,
)
from burdenshare.report.support.terminal import FEW, WIDEST, grid_lines, listed, printed_plain
from burdenshare.road.support.priced import PricedSupport

HEAD = 15
"""Columns of the names at the head."""


def plain_scenario(record: Record, priced: PricedSupport, *, width: int = 100, full: bool = False) -> str:
    """The price without colours, `width` columns wide."""
    return printed_plain(rendered_scenario(record, priced, width=width, full=full), width)


def rendered_scenario(record: Record, priced: PricedSupport, *, width: int = 100, full: bool = False) -> RenderableType:
    """The price as something a rich console prints; `full` leaves no row of a long table out."""
    room = min(width, WIDEST)
    blocks: list[RenderableType] = [*titled(title(priced), room)]
    blocks += [Hanging("", Text(f"as known on {priced.on.isoformat()}", style="dim"))]
    for place, line in enumerate(asked_words(record, priced.scenario)):
        blocks += [Hanging("         " if place else "asked    ", Text(wording.clean(line)))]
    blocks += [Hanging("against  ", Text(held_words(priced))), Text("")]
    blocks += [Hanging("", Text(headline(record, priced), style="bold"))]
    blocks += [Hanging(f"  {name:<{HEAD}}", Text(words)) for name, words in head_rows(record, priced)]
    for one in cost_tables(record, priced):
        blocks += [Text(""), *grid_lines(one, room, None if full or priced.shown else FEW)]
    blocks += listed("Not known", "  ∅ ", not_known(record, priced))
    blocks += listed("What it rests on", "  · ", ground_lines(record, priced))
    blocks += listed("References", "  · ", references(priced))
    return Group(*blocks)
