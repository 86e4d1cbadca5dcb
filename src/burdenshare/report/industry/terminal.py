"""Items in a terminal: the answer first, then pictures in letters, what is bought in Europe, the rows it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.text import Text

from burdenshare.report import wording
from burdenshare.report.hanging import Hanging
from burdenshare.report.industry import telling
from burdenshare.report.road import letters
from burdenshare.report.road.telling import assumption_words
from burdenshare.report.road.terminal import SOURCE, WIDEST, titled
from burdenshare.report.terminal import unpadded
from burdenshare.road.fans import Fan
from burdenshare.road.industry.items import items
from burdenshare.road.industry.model import Line
from burdenshare.road.industry.months import YEAR
from burdenshare.road.industry.result import Industry, ItemRun

HEAD = 19
"""Columns of the names at the head."""
LEGEND = letters.LEGEND.replace("central run", "middle of the draws")
SHORT = 40
"""Letters of a source where not all of it is asked for."""
FEW = 2
"""Items up to which each has its pictures and rows."""


def plain_text(made: Industry, *, width: int = 100, assumptions: bool = False) -> str:
    """The items without colours, `width` columns wide."""
    stream = StringIO()
    console = Console(file=stream, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(rendered(made, width=width, assumptions=assumptions), crop=False)
    return unpadded(stream.getvalue())


def rendered(made: Industry, *, width: int = 100, assumptions: bool = False) -> RenderableType:
    """The items as something a rich console prints; it must be printed without cropping."""
    width = min(width, WIDEST)
    blocks: list[RenderableType] = [*_opening(made, width)]
    for one in made.items.values():
        blocks += [Text(""), *_item(one, made, width, whole=len(made.items) <= FEW, rows=assumptions)]
    if made.lacking:
        blocks += [Text(""), Text("Not enough in the record", style="bold")]
        blocks += [
            Hanging("  ∅ ", Text(wording.clean(f"{items()[item].title}: {why}"))) for item, why in made.lacking.items()
        ]
    if made.items:
        blocks += [Text(""), *_rests_on(made, assumptions)]
    return Group(*blocks)


def _opening(made: Industry, width: int) -> Iterator[RenderableType]:
    yield from titled(made.plant.title, width)
    drawn = telling.draws_words(made.draws, made.seed)
    names = made.months.named()
    yield Hanging("", Text(f"as known on {made.on.isoformat()} · {names[0]} to {names[-1]} · {drawn}", style="dim"))
    if made.purse is not None:
        for place, line in enumerate(telling.purse_words(made.purse)):
            yield Hanging("         " if place else "money    ", Text(wording.clean(line)))
    for note in made.notes:
        yield Hanging("note     ", Text(wording.clean(note)))


def _item(one: ItemRun, made: Industry, width: int, *, whole: bool, rows: bool) -> Iterator[RenderableType]:
    yield Hanging("", Text(telling.headline(one, made), style="bold"))
    yield Hanging(f"  {'ordered':<{HEAD}}", Text(wording.clean(telling.ordered_words(one, made.purse))))
    for name, words in telling.head_rows(one):
        yield Hanging(f"  {name:<{HEAD}}", Text(words))
    yield Hanging(f"  {'books':<{HEAD}}", Text(telling.ledger_words(one.ledger, one.facts.item.unit)))
    if one.fans["output"].quantiles is not None:
        yield Hanging("  ", Text("the middle of the draws; in brackets what 80 % of them lie within", style="dim"))
    if whole:
        yield Text("")
        yield from _pictures(one, width)
        yield Text("")
        yield Text("What the record tells of its makers", style="bold")
        for line in one.facts.lines:
            yield from _line(line, one, rows=rows)


def _pictures(one: ItemRun, width: int) -> Iterator[RenderableType]:
    """Output, and what is delivered where anything is ordered: the Decembers of the run."""
    shown = ("output", "delivered") if one.buy.orders() else ("output", "queue")
    places = [at for at, name in enumerate(one.months.named()) if name.endswith("-12")]
    years = tuple(one.months.years()[at] for at in places)
    for place, quantity in enumerate(shown):
        fan = _decembers(telling.shown(one.fans[quantity]), places)
        if place:
            yield Text("")
        yield Text(f"{telling.TITLES[quantity]}, at the end of each year", style="bold")
        words = [telling.count(value, fan.unit) for value in fan.central]
        yield from letters.lines(fan, years, width - 2, words)
    if one.fans["output"].quantiles is not None:
        yield Hanging("", Text(LEGEND, style="dim"))


def _decembers(fan: Fan, places: list[int]) -> Fan:
    rows = None if fan.quantiles is None else tuple(fan.quantiles[at] for at in places)
    return Fan(fan.unit, tuple(fan.central[at] for at in places), None, rows)


def _line(line: Line, one: ItemRun, *, rows: bool) -> Iterator[RenderableType]:
    """A maker with the rows that its numbers are of; the others where all rows are asked for."""
    beside = f" (within {line.maker.within}: shown, not added)" if line.maker.within else ""
    if line.maker.id not in one.lines and not beside:
        beside = " (nothing is ordered from it)"
    told = "; ".join(telling.line_words(line, one.facts.item.unit, 1000 if rows else SHORT))
    yield Hanging("  ", Text(wording.clean(f"{line.maker.title}{beside}: {told}")))
    for row in line.rows:
        if rows or row.use != "shown":
            style = "dim" if row.use == "shown" else ""
            yield Hanging("    · ", Text(wording.clean(telling.row_words(row)), style=style))
    more = 0 if rows else sum(row.use == "shown" for row in line.rows)
    if more:
        yield Hanging("      ", Text(f"{more} more row{'s' if more > 1 else ''}: --assumptions", style="dim"))


def _rests_on(made: Industry, whole: bool) -> Iterator[RenderableType]:
    yield Text("What is bought in Europe: shares that differ in what they count", style="bold")
    for share in made.bought:
        yield Hanging(
            "  · ",
            Text(wording.clean(f"{telling.bought_words(share)} · {share.row.release} · {share.row.grade.value}")),
        )
    prices = [(one.facts.item, one.buy.price or one.facts.item.price) for one in made.items.values()]
    if any(told is not None for _, told in prices):
        yield Text("Prices: no row of the record tells one", style="bold")
        for item, told in prices:
            if told is not None:
                line = f"{item.title}: {telling.told_words(told)}"
                yield Hanging("  · ", Text(wording.clean(line if whole else wording.shortened(line, SOURCE + YEAR))))
    yield Text("Assumptions: what no row tells", style="bold")
    own = {one.key for one in made.plant.assumptions}
    for one in made.assumptions.values():
        head = f"{wording.measure_name(one.key)} {assumption_words(one, 0)}"
        told_of = Text.assemble((head, ""), (" (the scenario's own)" if one.key in own else "", "bold"))
        told_of.append(f"; {one.unit if whole else wording.shortened(one.unit, SOURCE)}", style="dim")
        yield Hanging("  · ", told_of)
        if whole:
            yield Hanging("      ", Text(wording.clean(f"{one.reference}. {one.reason}"), style="dim"))
    if not whole:
        yield Hanging("  ", Text("each with its reason and all sources, and all rows: --assumptions", style="dim"))
