"""What divides: shares of GDP, growth, deflators and heads follow from the levels of the same release."""

from __future__ import annotations

from collections.abc import Iterator

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.intervals import Interval, gap, middle, quotient, whole
from burdenshare.intake.rules.nato.cells import CURRENT, GROUPS, NCU, USD, Cell, Held, Nato, fault

HALF_DIGIT = 0.005
"""Points by which a full cell may miss its quotient: half of the last digit that NATO prints of shares and changes."""
DEFLATOR_SLACK = 1e-4
"""Fraction by which two deflators of one ally and year, both from full cells, may differ."""
HEADS_SLACK = 1e-6
"""Fraction by which heads from two quotients of full cells may differ."""
MOST_APART = 0.08
"""Fraction by which NATO's heads (expenditure by expenditure per head) may differ from the Outlook's population: who
lives abroad or overseas is counted differently (North Macedonia 6.5 %, France 4.2 %)."""


def faults(nato: Nato) -> Iterator[Fault]:
    """Quotients of the judged releases that do not hold."""
    for cell, held in nato.of_judged():
        if cell.measure == "share_of_gdp":
            yield from share(nato, cell, held)
        elif cell.measure == "real_change":
            yield from growth(nato, cell, held)
        elif cell.measure == "gdp" and cell.basis == CURRENT:
            yield from deflator(nato, cell, held)
        elif cell.measure in ("expenditure_per_capita", "gdp_per_capita"):
            yield from per_head(nato, cell, held)


def share(nato: Nato, cell: Cell, held: Held) -> Iterator[Fault]:
    """A share is expenditure by GDP at the release's constant prices, and what is spent by what is earned per head."""
    for basis in nato.constant_bases(cell.release):
        level = _level(nato, cell, "expenditure", basis), _level(nato, cell, "gdp", basis)
        head = _level(nato, cell, "expenditure_per_capita", basis), _level(nato, cell, "gdp_per_capita", basis)
        for pair, words in ((level, "expenditure over GDP"), (head, "the quotient per head")):
            found = _quotient(*pair, 100.0)
            if found and gap(whole(held), found) > HALF_DIGIT:
                what = f"share {held.value:.4f}, {words} {middle(found):.4f}{_hard_rounded(held, found)}"
                yield fault("quotients", cell, held, what)
                return


def _hard_rounded(held: Held, found: Interval) -> str:
    rounded = held.half == 0 and held.value == round(held.value, 1) and abs(held.value - middle(found)) < 0.05
    return " (stored rounded?)" if rounded else ""


def growth(nato: Nato, cell: Cell, held: Held) -> Iterator[Fault]:
    """The real change is that of expenditure at the release's constant prices, in dollars as in national currency."""
    for basis in nato.constant_bases(cell.release):
        for unit in (USD, NCU):
            level = Cell(cell.release, cell.ally, cell.year, "expenditure", basis, unit)
            found = _quotient(nato.cells.get(level), nato.cells.get(level._replace(year=cell.year - 1)), 100.0)
            if found and gap(whole(held), (found[0] - 100, found[1] - 100)) > HALF_DIGIT:
                what = f"real change {held.value:.3f} %, expenditure in {unit} grew by {middle(found) - 100:.3f} %"
                yield fault("growth", cell, held, what)
                return


def deflator(nato: Nato, cell: Cell, held: Held) -> Iterator[Fault]:
    """GDP at current by GDP at constant prices is the same as of expenditure; groups mix the deflators of many."""
    for basis in nato.constant_bases(cell.release) if cell.ally not in GROUPS else ():
        one = _quotient(held, _level(nato, cell, "gdp", basis))
        other = _quotient(_level(nato, cell, "expenditure", CURRENT), _level(nato, cell, "expenditure", basis))
        if one and other and gap(one, other) > DEFLATOR_SLACK * other[0]:
            what = f"GDP rose by {middle(one):.4f} from constant to current prices, expenditure by {middle(other):.4f}"
            yield fault("deflators", cell, held, what)


def per_head(nato: Nato, cell: Cell, held: Held) -> Iterator[Fault]:
    """Sums by sums per head are the same heads of expenditure as of GDP, and near those of the Outlook."""
    outlook = nato.outlook(cell.release)
    persons = outlook.population.get((cell.ally, cell.year)) if outlook else None
    whole, other = ("expenditure", "gdp") if cell.measure == "expenditure_per_capita" else ("gdp", "expenditure")
    found = _quotient(_level(nato, cell, whole, cell.basis), held)
    also = _quotient(_level(nato, cell, other, cell.basis), _level(nato, cell, f"{other}_per_capita", cell.basis))
    if found is None:
        return
    heads = f"{whole} by {cell.measure} is {middle(found) / 1e6:.4f} million heads"
    if also and gap(found, also) > HEADS_SLACK * also[0]:
        yield fault("heads", cell, held, f"{heads}, {other} by {other}_per_capita {middle(also) / 1e6:.4f}")
    elif persons and gap(found, (persons * (1 - MOST_APART), persons * (1 + MOST_APART))) > 0:
        yield fault("heads", cell, held, f"{heads}, the Outlook has {persons / 1e6:.4f}")


def _level(nato: Nato, cell: Cell, measure: str, basis: str) -> Held | None:
    return nato.cells.get(Cell(cell.release, cell.ally, cell.year, measure, basis, USD))


def _quotient(over: Held | None, under: Held | None, factor: float = 1.0) -> Interval | None:
    return quotient(over, under, factor) if over and under else None
