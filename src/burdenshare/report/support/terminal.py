"""Support in a terminal: the head, the tables, what is not known, what it rests on; none wider than the window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from burdenshare.record import Record
from burdenshare.report import wording
from burdenshare.report.columns import fitted, wrapped
from burdenshare.report.hanging import Hanging
from burdenshare.report.road.terminal import titled
from burdenshare.report.support.lines import Table
from burdenshare.report.support.tables import tables
from burdenshare.report.support.telling import ground_lines, headline, known_on, lacks, title
from burdenshare.report.terminal import unpadded
from burdenshare.road.support.standing import Standing

WIDEST = 110
FEW = 14
"""Rows of a table up to which nothing is left out; of longer ones the terminal shows so many, and says so."""


def plain_text(record: Record, standing: Standing, *, width: int = 100, full: bool = False) -> str:
    """The view without colours, `width` columns wide."""
    return printed_plain(rendered(record, standing, width=width, full=full), width)


def printed_plain(lines: RenderableType, width: int) -> str:
    """What a console of that width prints, without colours."""
    stream = StringIO()
    console = Console(file=stream, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(lines, crop=False)
    return unpadded(stream.getvalue())


def rendered(record: Record, standing: Standing, *, width: int = 100, full: bool = False) -> RenderableType:
    """The view as something a rich console prints; `full` leaves no row of a long table out."""
    room = min(width, WIDEST)
    blocks: list[RenderableType] = [*titled(title(standing), room)]
    blocks += [Hanging("", Text(known_on(standing), style="dim"))]
    blocks += [Hanging("", Text(wording.clean(headline(record, standing)), style="bold"))]
    for one in tables(record, standing, full=full):
        blocks += [Text(""), *grid_lines(one, room, None if full or standing.shown else FEW)]
    blocks += listed("Not known", "  ∅ ", lacks(record, standing))
    blocks += listed("What it rests on", "  · ", ground_lines(record, standing))
    return Group(*blocks)


def grid_lines(one: Table, room: int, most: int | None = None) -> Iterator[RenderableType]:
    """A table `room` columns wide with its title and note; of a longer one `most` rows, and how many were left out. No
    word and no figure is broken: columns for which there is no room are left out from the right, and named."""
    yield Hanging("", Text(one.title, style="bold"))
    shown = one.lines if most is None or len(one.lines) <= most else one.lines[:most]
    widths = fitted(one.head, [line.cells for line in shown], room)
    grid = Grid(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    for at, width in enumerate(widths):
        name = "\n".join(wrapped(one.head[at], width))
        grid.add_column(name, justify="left" if at in one.words else "right", vertical="bottom", width=width)
    for line in shown:
        cells = ["\n".join(wrapped(cell, width)) for cell, width in zip(line.cells, widths, strict=False)]
        grid.add_row(*cells, style="bold" if line.strong else "")
    yield grid
    left = len(one.lines) - len(shown)
    if left:
        yield Hanging("  ", Text(f"and {left} more: --full, --csv", style="dim"))
    if narrow := one.head[len(widths) :]:
        yield Hanging("  ", Text(f"no room here for {', '.join(narrow)}: a wider window, --csv", style="dim"))
    if one.note:
        yield Hanging("  ", Text(one.note, style="dim"))


def listed(name: str, lead: str, lines: Iterable[str]) -> list[RenderableType]:
    """A list of sentences under its name; nothing where there is none."""
    held = [Hanging(lead, Text(wording.clean(line))) for line in lines]
    return [Text(""), Text(name, style="bold"), *held] if held else []
