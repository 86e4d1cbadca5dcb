"""What adds up: members to the printed totals, the United States to the difference of the two, categories to 100."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.nato.cells import GROUPS, WITHOUT_USA, Cell, Held, Nato, fault
from burdenshare.record.nato_cells import TABLE

SUMMED = ("expenditure", "gdp", "military_personnel")
CATEGORIES = ("equipment_share", "personnel_share", "infrastructure_share", "other_share")

TENTH = 0.1
"""Part of the last digit that NATO prints by which full cells may miss a sum: totals are formulas over the cells."""
PRINTED_DIGIT = {"expenditure": 1e6, "gdp": 1e6, "military_personnel": 100.0}
"""The last digit that NATO prints of what is summed: whole millions of dollars, tenths of a thousand persons."""

DEVIATIONS = 3.3
"""Rounding errors of n cells add up as chance has it, not at their worst: 3.3 standard deviations are passed by one sum
in a thousand. All n at their worst would hide a slip of 15 million dollars among 31 allies."""

HUNDRED = 0.01
"""Points by which four full category shares may miss 100: they do by 0.005 at most (Lithuania 2012 in 2019-06)."""


def faults(nato: Nato) -> Iterator[Fault]:
    """Sums of the judged releases that do not hold."""
    yield from categories(nato)
    yield from totals(nato)


def categories(nato: Nato) -> Iterator[Fault]:
    """The four category shares sum to 100 wherever all four are held."""
    found: dict[tuple[str, str, int], dict[str, Held]] = defaultdict(dict)
    for cell, held in nato.of_judged():
        if cell.measure in CATEGORIES:
            found[cell.release, cell.ally, cell.year][cell.measure] = held
    for (release, ally, year), parts in found.items():
        total = sum(one.value for one in parts.values())
        slack = HUNDRED + sum(one.half for one in parts.values())
        if len(parts) == len(CATEGORIES) and abs(total - 100) > slack:
            places = ", ".join(one.place for one in parts.values() if one.place)
            what = f"the category shares sum to {total:.3f}, not 100"
            yield Fault("categories", TABLE, (release, ally, str(year)), what, places)


def totals(nato: Nato) -> Iterator[Fault]:
    """Members sum to the printed total of the alliance and of Europe and Canada, by day of accession."""
    for cell, printed in nato.of_judged():
        if cell.ally not in GROUPS or cell.measure not in SUMMED:
            continue
        parts = _parts(nato, cell)
        if None not in parts:
            yield from _missed(cell, printed, [one for one in parts if one is not None], "members sum to")
        elif cell.ally != WITHOUT_USA:
            pair = [nato.cells.get(cell._replace(ally=one)) for one in (WITHOUT_USA, "USA")]
            if None not in pair:
                whole = [one for one in pair if one is not None]
                yield from _missed(cell, printed, whole, "Europe and Canada and the United States sum to")


def _parts(nato: Nato, cell: Cell) -> list[Held | None]:
    wanted = nato.members(cell.year, armed=cell.measure != "gdp")
    allies = [ally for ally in wanted if cell.ally != WITHOUT_USA or ally != "USA"]
    return [nato.cells.get(cell._replace(ally=ally)) for ally in allies]


def _missed(cell: Cell, printed: Held, parts: Sequence[Held], words: str) -> Iterator[Fault]:
    total = sum(one.value for one in parts)
    if abs(total - printed.value) > slack_of(cell.measure, printed, parts):
        apart = (total - printed.value) / printed.scale
        what = f"{words} {total / printed.scale:.1f}, printed {printed.printed} ({apart:+.1f})"
        yield fault("sums", cell, printed, what)


def slack_of(measure: str, printed: Held, parts: Sequence[Held]) -> float:
    """By how much cells of this precision may miss their total, in base units."""
    worst = sum(one.half for one in parts)
    likely = DEVIATIONS * math.sqrt(sum(one.half**2 for one in parts) / 3)
    return min(worst, likely) + printed.half + TENTH * PRINTED_DIGIT[measure]
