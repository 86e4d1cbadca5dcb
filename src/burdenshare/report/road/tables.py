"""The tables of a road in a terminal: prices of groups and allies, and which assumption moves them most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from burdenshare.record import Record
from burdenshare.report import wording
from burdenshare.report.hanging import Hanging
from burdenshare.report.road.comparing import Comparison, Pair
from burdenshare.report.road.names import name_of
from burdenshare.report.road.prices import Price, price_of
from burdenshare.report.road.telling import HELD, asked_words, span_words, value_words
from burdenshare.road.result import Road
from burdenshare.road.sensitivity import Lever

NAME = 18
"""Columns of a name and a blank: Europe and Canada is the longest."""
WIDE = 98
"""Columns from which a table has room for the interval of each sum."""
SPAN = 19
SAME = 1e-9
"""A part of the sum below which an assumption does not move it."""
LEAST_DEBT = 0.005
"""Points of GDP below which a debt shows as nothing."""


def prices_table(record: Record, road: Road, width: int) -> Iterator[RenderableType]:
    """A line a group, then a line an ally, the dearest first."""
    every = [price_of(road, one) for one in road.groups]
    allies = sorted((price_of(road, one) for one in road.allies), key=lambda one: -one.extra.central)
    wide = width >= WIDE and road.draws > 0
    year = (every or allies)[0].year
    yield Text(f"Price in {year}, prices of {road.base}; national currency of {year}", style="bold")
    yield _line(("", "% of GDP", "met", "extra", "80 %", "national", "added up", "head", "debt"), wide, style="dim")
    for one in every:
        yield _price(name_of(record, one.entity), one, wide, style="bold")
    for one in allies:
        yield _price(record.name(one.entity), one, wide)
    told = f"extra: US$ in {year} · met: first year at the target · head: US$ each · debt: added, points of GDP"
    yield Hanging("  ", Text(f"{told} · added up: {road.base + 1} to {road.years[-1]}", style="dim"))


def _price(name: str, one: Price, wide: bool, style: str = "") -> Text:
    nothing = not one.extra.central
    share = f"{one.start:.2f} → {one.share.central:.2f}"
    return _line(
        (
            name,
            share,
            str(one.reached or "–"),
            "–" if nothing else _dollars(one.extra.central),
            "" if nothing else span_words(one.extra),
            "" if one.extra_ncu is None or one.extra_ncu.unit == "USD" or nothing else _own(one),
            "–" if not one.total.central else _dollars(one.total.central),
            "–" if one.per_head is None or nothing else wording.number(one.per_head, 0),
            "–"
            if one.debt_added is None or abs(one.debt_added.central) < LEAST_DEBT
            else f"{one.debt_added.central:+.2f}",
        ),
        wide,
        style,
    )


def _debt(one: Price) -> str:
    added = 0.0 if one.debt_added is None else one.debt_added.central
    return f"{added:+.2f}" if abs(added) >= LEAST_DEBT else "–"


def _dollars(value: float) -> str:
    return wording.money(value, "").strip()


def _own(one: Price) -> str:
    assert one.extra_ncu is not None
    return value_words(one.extra_ncu.central, one.extra_ncu.unit)


def _line(cells: Sequence[str], wide: bool, style: str = "") -> Text:
    name, share, reached, extra, span, national, total, head, debt = cells
    shown = name if len(name) <= NAME - 1 else name[: NAME - 2] + "…"
    middle = f" {span:>{SPAN}}" if wide else ""
    text = f"{shown:<{NAME}}{share:<11}{reached:>5} {extra:>9}{middle} {national:>12} {total:>9} {head:>5} {debt:>6}"
    return Text(text.rstrip(), style=style, no_wrap=True, overflow="ignore")


def levers_table(levers: Sequence[Lever], road: Road) -> Iterator[RenderableType]:
    """Each assumption taken to both ends: what the sum over all years becomes."""
    unit = f"USD of {road.base}"
    yield Text("What moves the answer most: extra spending added up, each taken to its ends", style="bold")
    for one in levers:
        moved = one.swing > abs(one.central.extra) * SAME
        low, high = (f"{value_words(end.extra, unit)} " if moved else "" for end in (one.low, one.high))
        ends = (
            f"{low}({one.low_value}) to {high}({one.high_value})"
            if moved
            else f"only the debt ({one.low_value} to {one.high_value})"
        )
        debts = [f"{end.debt:+.2f}" for end in (one.low, one.high) if end.debt is not None]
        if not moved and len(set(debts)) < 2:
            ends, debts = f"nothing here ({one.low_value} to {one.high_value})", []
        line = Text(ends)
        if debts:
            line.append(f"; debt {' to '.join(debts)} points", style="dim")
        yield Hanging(f"  {wording.measure_name(one.key):<16}", line)
    yield Hanging("  ", Text(f"central: {value_words(levers[0].central.extra, unit)}", style="dim"))


# Two scenarios -------------------------------------------------------------------------------------------------------


def comparison_table(record: Record, one: Comparison) -> Iterator[RenderableType]:
    """Two scenarios side by side: a line a group and an ally, the largest difference first."""
    first, second = one.first.scenario, one.second.scenario
    for mark, scenario in (("A", first), ("B", second)):
        asked = [line for line in asked_words(record, scenario) if line != scenario.title]
        yield Hanging(f"{mark}  ", Text(": ".join(filter(None, (scenario.title, "; ".join(asked)))), style="bold"))
        yield Hanging("   ", Text(f"without: {HELD[scenario.baseline]}", style="dim"))
    yield Text("")
    base = one.first.base
    yield Text(f"Extra spending in {one.year} and added up from {base + 1}, prices of {base}, US$", style="bold")
    yield _row(("", "A % GDP", "B % GDP", f"A {one.year}", f"B {one.year}", "B − A", "added up", "debt"), style="dim")
    for pair in one.groups:
        yield _pair(name_of(record, pair.entity), pair, style="bold")
    for pair in sorted(one.allies, key=lambda each: -abs(each.extra)):
        yield _pair(record.name(pair.entity), pair)
    yield Hanging("  ", Text("B − A, added up and debt (points of GDP): how much more B is, central runs", style="dim"))


def _pair(name: str, one: Pair, style: str = "") -> Text:
    debt = one.debt
    return _row(
        (
            name,
            f"{one.first.share.central:.2f}",
            f"{one.second.share.central:.2f}",
            _dollars(one.first.extra.central) if one.first.extra.central else "–",
            _dollars(one.second.extra.central) if one.second.extra.central else "–",
            _signed(one.extra),
            _signed(one.total),
            "–" if debt is None else f"{debt:+.2f}",
        ),
        style,
    )


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else ''}{_dollars(value)}" if value else "–"


def _row(cells: Sequence[str], style: str = "") -> Text:
    name, share, other, extra, after, more, total, debt = cells
    shown = name if len(name) <= NAME - 1 else name[: NAME - 2] + "…"
    text = f"{shown:<{NAME}}{share:>7} {other:>7} {extra:>9} {after:>9} {more:>9} {total:>9} {debt:>5}"
    return Text(text.rstrip(), style=style, no_wrap=True, overflow="ignore")
