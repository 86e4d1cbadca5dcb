"""A back-test in a terminal: what it says first, then the tables, each no wider than 80 columns."""

from __future__ import annotations

from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Table as Grid
from rich.text import Text

from burdenshare.record import Record
from burdenshare.report.hanging import Hanging
from burdenshare.report.road.backtest_telling import Table, findings, models, tables
from burdenshare.report.terminal import unpadded
from burdenshare.road.backtest import Backtest

WIDEST = 100
WIDEST_HEAD = 9
"""Columns of a head before it wraps: nine figures stand side by side in 80."""


def plain_text(found: Backtest, record: Record, *, width: int = 100) -> str:
    """The back-test without colours, `width` columns wide."""
    stream = StringIO()
    console = Console(file=stream, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(rendered(found, record, width=width), crop=False)
    return unpadded(stream.getvalue())


def rendered(found: Backtest, record: Record, *, width: int = 100) -> RenderableType:
    """The back-test as something a rich console prints."""
    room = min(width, WIDEST)
    blocks: list[RenderableType] = [
        Rule(
            Text("Will it be met? Past forecasts of shares of GDP, held against later releases", style="bold"),
            align="left",
        ),
        Hanging(
            "",
            Text(
                f"record edition {found.edition.isoformat()} · truth: newest release of the whole definition, to "
                f"{found.truth} · {found.draws} draws, seed {found.seed}",
                style="dim",
            ),
        ),
        Text(""),
        *(Hanging("  · ", Text(line)) for line in findings(found, record)),
    ]
    for one in tables(found):
        blocks += [Text(""), Hanging("", Text(one.title, style="bold")), _grid(one, room)]
    blocks += [Text(""), Text("Models, all straying from their course in the same way", style="bold")]
    blocks += [Hanging(f"  {name:<14}", Text(told)) for name, told in models()]
    return Group(*blocks)


def _grid(one: Table, room: int) -> Grid:
    """Figures right under their heads, which wrap at words; the last row of totals is set apart by its word."""
    grid = Grid(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    for at, name in enumerate(one.head):
        longest = max(len(row[at]) for row in one.rows)
        grid.add_column(
            name, justify="left" if at == 0 else "right", vertical="bottom", max_width=max(longest, WIDEST_HEAD)
        )
    for row in one.rows:
        grid.add_row(*row, style="bold" if row[0] == "all" else "")
    return grid
