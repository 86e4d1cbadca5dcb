"""The back-test of the industry: as text, and as JSON (`backtest.schema.json`)."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from itertools import groupby
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.text import Text

from burdenshare._version import __version__
from burdenshare.record import Record
from burdenshare.report import wording
from burdenshare.report.hanging import Hanging
from burdenshare.report.industry.csv import settled
from burdenshare.report.industry.shape import FORMAT, row_shape, spread_shape
from burdenshare.report.industry.telling import draws_words
from burdenshare.report.road.terminal import titled
from burdenshare.report.terminal import unpadded
from burdenshare.road.industry.backtest import METHODS, Backtest, Foreseen

TITLE = "155 mm shells of the United States: foreseen, and what came"


def plain_text(found: Backtest, *, width: int = 100) -> str:
    """The back-test without colours."""
    stream = StringIO()
    console = Console(file=stream, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(rendered(found, width=width), crop=False)
    return unpadded(stream.getvalue())


def rendered(found: Backtest, *, width: int = 100) -> RenderableType:
    """The back-test as something a rich console prints."""
    blocks: list[RenderableType] = [*titled(TITLE, width)]
    blocks.append(Hanging("", Text(f"rounds a month · {draws_words(found.draws, found.seed)}", style="dim")))
    for origin in found.origins:
        blocks += [Text(""), Text(f"Known on {origin.on.isoformat()}", style="bold")]
        for row in origin.known:
            told = f"{row.basis.partition('/')[0]}, {row.period}: {row.printed} · {row.release}"
            blocks.append(Hanging("  · ", Text(wording.clean(told), style="dim")))
        mine = [one for one in found.foreseen if one.origin == origin.on]
        blocks += [Hanging("  ", Text(line)) for line in _months(mine)]
    blocks += [Text("")]
    blocks += [Hanging(f"  {name:<7}", Text(told, style="dim")) for name, told in METHODS.items()]
    blocks.append(Hanging("  ", Text(f"of others: {stretch_words(found)}", style="dim")))
    return Group(*blocks)


def stretch_words(found: Backtest) -> str:
    """What the model takes of other makers' plans."""
    stretch = found.origins[0].stretch
    return (
        f"a plan takes {stretch.low:g} to {stretch.high:.1f} times as long as planned; measured since then, since on "
        "the day itself no plan had met its outcome"
    )


def _months(every: list[Foreseen]) -> Iterator[str]:
    for month, same in groupby(every, key=lambda one: (one.month, one.truth)):
        yield f"{month[0]}: {month[1]:,.0f} came"
        for one in same:
            span = "" if one.low is None or one.high is None else f" ({one.low:,.0f} to {one.high:,.0f})"
            yield f"  {one.method:<7}{one.central:>9,.0f}{span}  error {wording.signed(one.error)} %"


def shape(found: Backtest, record: Record) -> dict[str, Any]:
    """Every forecast with its error."""
    return {
        "kind": "industry_backtest",
        "format": FORMAT,
        "versions": {"code": __version__, "record": record.version},
        "edition": record.edition.isoformat(),
        "unit": "rounds/month",
        "methods": [{"method": name, "told": told} for name, told in METHODS.items()],
        "origins": [
            {
                "on": one.on.isoformat(),
                "known": [row_shape(row) for row in one.known],
                "stretch": spread_shape(one.stretch),
                "growth": spread_shape(one.growth),
            }
            for one in found.origins
        ],
        "foreseen": [
            {
                "origin": one.origin.isoformat(),
                "method": one.method,
                "month": one.month,
                "central": settled(one.central),
                "low": None if one.low is None else settled(one.low),
                "high": None if one.high is None else settled(one.high),
                "came": settled(one.truth),
                "error": settled(one.error),
                "covered": one.covered,
                "row": row_shape(one.came),
            }
            for one in found.foreseen
        ],
        "draws": found.draws,
        "seed": found.seed,
    }
