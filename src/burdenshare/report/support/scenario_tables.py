"""What a scenario of support costs, as tables for the terminal and the page."""

from __future__ import annotations

from collections.abc import Sequence

from burdenshare.record import Record
from burdenshare.record.donors import donor_name
from burdenshare.report.support.lines import Line, Table, sources_of
from burdenshare.report.support.telling import NOTHING, bare, per_cent
from burdenshare.road.support.priced import NOTHING as LITTLE
from burdenshare.road.support.priced import Cost, PricedSupport


def cost_tables(record: Record, priced: PricedSupport) -> tuple[Table, ...]:
    """The price of the year at the head, and what it is in every year."""
    groups, donors = _shown(priced)
    made = (_price(record, priced, groups, donors), _by_year(record, priced, groups, donors))
    return tuple(one for one in made if one.lines)


def cost_lines(record: Record, priced: PricedSupport) -> tuple[tuple[str, ...], ...]:
    """The rows of the first table: name, a year now, asked, more, at other paces, more in dollars, shares of GDP."""
    groups, donors = _shown(priced)
    return tuple(one.cells for one in _price(record, priced, groups, donors).lines)


def _shown(priced: PricedSupport) -> tuple[list[Cost], list[Cost]]:
    """Groups and donors that are told: those asked for, else the usual groups and all that are moved."""
    if not priced.shown:
        return list(priced.groups.values()), list(priced.moved())
    groups = [priced.groups[one] for one in priced.shown if one in priced.groups]
    wanted = {*priced.shown, *(member for one in groups for member in (*one.members, *one.unknown))}
    donors = [one for one in priced.costs.values() if one.donor in wanted]
    return groups, sorted(donors, key=lambda one: -(one.extra[priced.at] or 0.0))


def _price(record: Record, priced: PricedSupport, groups: Sequence[Cost], donors: Sequence[Cost]) -> Table:
    year = priced.year
    return Table(
        "price",
        f"Price in {year} against the present pace, EUR",
        ("", "a year now", f"in {year}", "more", "at other paces", "more, US$", "% of GDP"),
        tuple(_line(record, priced, one) for one in (*groups, *donors)),
        "at other paces: how much more (or less, −) it would be had the pace been that of any other span as long",
    )


def _line(record: Record, priced: PricedSupport, one: Cost) -> Line:
    at = priced.at
    cells = (
        donor_name(record, one.donor),
        "not known" if one.pace is None else bare(one.pace),
        NOTHING if one.asked[at] is None else _bare(one.asked[at]),
        "not known" if one.extra[at] is None else signed(one.extra[at]),
        _ends(one.low[at], one.high[at]),
        NOTHING if one.dollars[at] is None else signed(one.dollars[at]),
        _shares(one, at),
    )
    ground = priced.ground if one.share[at] is not None or one.pace_share is not None else None
    book = None if one.pace is None else priced.book
    return Line(cells, sources_of(one.rows, ground, book), bool(one.members))


def _by_year(record: Record, priced: PricedSupport, groups: Sequence[Cost], donors: Sequence[Cost]) -> Table:
    if len(priced.years) < 2 or not any(one.moves for one in (*groups, *donors)):
        return Table("by-year", "", ("",), ())
    lines = tuple(
        Line(
            (
                donor_name(record, one.donor),
                *("not known" if value is None else signed(value) for value in one.extra),
                _sum(one),
            ),
            sources_of(one.rows, priced.ground, priced.book),
            bool(one.members),
        )
        for one in (*groups, *donors)
    )
    head = ("", *(str(year) for year in priced.years), "added up")
    return Table("by-year", "How much more in each year, EUR", head, lines)


def _sum(one: Cost) -> str:
    held = [value for value in one.extra if value is not None]
    return signed(sum(held)) if len(held) == len(one.extra) else NOTHING


def _shares(one: Cost, at: int) -> str:
    """`0.083 → 0.250`: the pace over GDP of its months, and what is asked over GDP of the year."""
    now, then = one.pace_share, one.share[at]
    if now is None and then is None:
        return NOTHING
    return " → ".join("?" if value is None else per_cent(value) for value in (now, then))


def signed(value: float | None) -> str:
    """A change with its sign: `+109.4 bn`, `−13.13 bn`, `–`."""
    if value is None or abs(value) <= LITTLE:
        return NOTHING
    return f"{'+' if value > 0 else '−'}{bare(abs(value))}"


def _bare(value: float | None) -> str:
    return NOTHING if value is None or abs(value) <= LITTLE else bare(value)


def _ends(low: float | None, high: float | None) -> str:
    if low is None or high is None or abs(high - low) <= LITTLE:
        return ""
    ends = ("0" if abs(one) <= LITTLE else signed(one).removeprefix("+") for one in (low, high))
    return " to ".join(ends)
