"""A chain in a terminal: the answer first, then every step with what it takes from the one before, and the clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.text import Text

from burdenshare.record import Record
from burdenshare.report import unjudged, wording
from burdenshare.report.chain import telling
from burdenshare.report.clock.telling import NOT_SAID, TITLES, ceasefire_words, number_words
from burdenshare.report.hanging import Hanging
from burdenshare.report.industry.telling import draws_words
from burdenshare.report.road.telling import assumption_words
from burdenshare.report.road.terminal import titled
from burdenshare.report.terminal import unpadded
from burdenshare.road.chain.result import Chain
from burdenshare.road.industry.model import MetDraws

HEAD = 14
"""Columns of the names of a step's rows."""
NAME = 26
CELL = 5
"""Columns of a name and of a year in the tables of the clock."""
WIDEST = 120


def plain_text(record: Record, made: Chain, *, width: int = 80, assumptions: bool = False) -> str:
    """The chain without colours, `width` columns wide."""
    stream = StringIO()
    console = Console(file=stream, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(rendered(record, made, width=width, assumptions=assumptions), crop=False)
    return unpadded(stream.getvalue())


def rendered(record: Record, made: Chain, *, width: int = 80, assumptions: bool = False) -> RenderableType:
    """The chain as something a rich console prints; it must be printed without cropping."""
    width = min(width, WIDEST)
    blocks: list[RenderableType] = [*titled(made.asked.title, width), *_opening(made)]
    bodies = {
        "target": _rows(telling.target_rows(record, made)),
        "money": _rows(telling.money_rows(made)),
        "orders": _orders(made),
        "deliveries": _deliveries(made),
        "gap": _gaps(made),
        "clock": _clock(made, width),
    }
    for number, (step, body) in enumerate(bodies.items(), 1):
        blocks += [Text(""), Text(f"{number} {telling.STEPS[step]}", style="bold")]
        if own := telling.own_words(made, step):
            blocks.append(Hanging("  own table     ", Text(own, style="bold cyan")))
        blocks += body
    blocks += [Text(""), *_rests_on(made, whole=assumptions)]
    return Group(*blocks)


def _opening(made: Chain) -> Iterator[RenderableType]:
    names = made.months.named()
    drawn = draws_words(made.draws, made.seed)
    yield Hanging("", Text(f"as known on {made.on.isoformat()} · {names[0]} to {names[-1]} · {drawn}", style="dim"))
    yield Hanging("", Text(telling.headline(made), style="bold"))
    if made.draws:
        words = (
            "the middle of the draws; in brackets what 80 % of them lie within; one draw is one future in every step"
        )
        yield Hanging("", Text(words, style="dim"))
    for note in made.notes:
        yield Hanging("note  ", Text(wording.clean(note)))


def _rows(rows: Iterable[tuple[str, str]]) -> Iterator[RenderableType]:
    for name, words in rows:
        yield Hanging(f"  {name:<{HEAD}}", Text(wording.clean(words)))


def _listed(rows: Iterable[tuple[str, str]]) -> Iterator[RenderableType]:
    for name, words in rows:
        yield Hanging("  · ", Text.assemble((wording.clean(name), "bold"), f": {wording.clean(words)}"))


def _orders(made: Chain) -> Iterator[RenderableType]:
    yield from _listed(telling.order_rows(made))
    if note := telling.price_note(made):
        yield Hanging("  ", Text(note, style="dim"))


def _deliveries(made: Chain) -> Iterator[RenderableType]:
    for one in made.deliveries:
        yield Hanging("  ", Text(wording.clean(one.title), style="bold"))
        for name, words in telling.delivery_rows(made, one):
            yield Hanging(f"    {name:<{HEAD}}", Text(wording.clean(words)))


def _gaps(made: Chain) -> Iterator[RenderableType]:
    for one in made.fillings:
        if isinstance(one.met, MetDraws):
            words = f": {telling.filling_words(one)}"
            mark = f"  {unjudged.mark(one.weak)} "
            yield Hanging(mark, Text.assemble((wording.clean(telling.gap_head(one)), "bold"), words))
            yield Hanging("      ", Text(f"still lacking: {telling.lacking_words(made, one)}"))
            yield Hanging("      ", Text(telling.grade_words(one.met.rows), style="dim"))
    for why, titles in telling.not_told(made):
        yield Hanging("  ∅ ", Text(wording.clean(f"{', '.join(titles)}: {why}")))


def _clock(made: Chain, width: int) -> Iterator[RenderableType]:
    stated = made.clock
    yield Hanging("  ", Text(NOT_SAID, style="bold"))
    yield Hanging("  ", Text(f"cease-fire: {ceasefire_words(stated.scenario.ceasefire)}", style="dim"))
    places = _places(len(stated.years), (width - NAME) // CELL)
    if stated.requirements:
        yield _kept("  How likely a requirement is met by the end of the year, %", "bold")
        yield _line("", [str(stated.years[at]) for at in places], "dim")
        for one in stated.requirements:
            name = f"{f'{unjudged.WEAK} ' if one.weak else ''}{one.title}"
            yield _line(name, telling.cells(one.chance, places))
        if made.together is not None:
            yield _line("all of them together", telling.cells(made.together.chance, places), "bold")
        if any(one.weak for one in stated.requirements):
            yield Hanging("  ", Text(unjudged.KEY, style="dim"))
    yield _kept("  Part of the stated horizons before the end of the year, %", "bold")
    yield _line("", [str(stated.years[at]) for at in places], "dim")
    for curve in stated.curves:
        yield _line(TITLES[curve.feared], telling.cells(curve.share, places))
        yield Hanging("    ", Text(number_words(curve), style="dim"))
    yield Hanging("  ", Text(telling.APART, style="dim"))


def _places(count: int, room: int) -> list[int]:
    """The years that fit, the last always among them: all, or every second, third..."""
    every = max(-(-count // max(room, 1)), 1)
    return list(range((count - 1) % every, count, every))


def _line(name: str, told: Sequence[str], style: str = "") -> Text:
    return _kept(
        f"  {wording.shortened(name, NAME - 3):<{NAME - 2}}" + "".join(f"{one:>{CELL}}" for one in told), style
    )


def _kept(line: str, style: str = "") -> Text:
    return Text(line.rstrip(), style=style, no_wrap=True, overflow="ignore")


def _rests_on(made: Chain, *, whole: bool) -> Iterator[RenderableType]:
    yield Text("What it rests on", style="bold")
    yield Hanging(
        "  · ", Text(f"deliveries: {telling.grade_words(row for one in made.deliveries for row in one.rows())}")
    )
    yield Hanging(
        "  · ", Text(f"requirements: {telling.grade_words(row for one in made.fillings for row in one.gap.rows)}")
    )
    shown = "" if telling.own_horizons(made) else ", each shown by burdenshare clock"
    yield Hanging("  · ", Text(f"clock: {telling.clock_words(made)}{shown}"))
    held = [*made.road.assumptions.values(), *(made.industry.assumptions.values() if made.industry else ())]
    if whole:
        yield Text("Assumptions: what no row tells", style="bold")
    for one in held if whole else ():
        yield Hanging("  · ", Text(f"{wording.measure_name(one.key)} {assumption_words(one, made.base)}; {one.unit}"))
        yield Hanging("      ", Text(wording.clean(f"{one.reference}. {one.reason}"), style="dim"))
    if not whole:
        yield Hanging("  · ", Text(f"{len(held)} assumptions, each with its source and reason: --assumptions"))
    yield Hanging(
        "  · ", Text("each figure down to the cells: --explain NAME, such as a requirement, an item or an ally")
    )
