"""Why the price of a scenario is what it is: the tree from what a donor adds to its pace and its GDP."""

from __future__ import annotations

from burdenshare.record.aid_books import EURO
from burdenshare.record.donors import donor_name
from burdenshare.record.model import Derivation
from burdenshare.record.months import YEAR
from burdenshare.record.record import Record
from burdenshare.report import wording
from burdenshare.report.citations import citation
from burdenshare.report.explaining import Step, cell_step, cells_of, sources
from burdenshare.report.support.telling import money
from burdenshare.road.support.model import Union
from burdenshare.road.support.priced import Cost, PricedSupport

WITHOUT = "not known"


def cost_derivation(record: Record, priced: PricedSupport, entity: str) -> Derivation:
    """The tree behind a price of the year at the head. Raises InputError for who is not in it."""
    one = priced.cost(entity)
    if one.donor not in priced.groups:
        return _of_donor(record, priced, one)
    held = sorted((priced.costs[member] for member in one.members), key=lambda cost: -(cost.extra[priced.at] or 0.0))
    moved = [cost for cost in held if cost.moves]
    return Derivation(
        f"{donor_name(record, one.donor)}: more a year",
        one.extra[priced.at],
        EURO,
        str(priced.year),
        formula=f"the sum of {len(held)} donors, {len(moved)} of them moved",
        inputs=tuple(_of_donor(record, priced, cost) for cost in moved),
    )


def cost_explained(record: Record, priced: PricedSupport, entity: str) -> Step:
    """The tree as lines, its sources at the end."""
    tree = cost_derivation(record, priced, entity)
    below = (*(_step(one) for one in tree.inputs), *sources(cells_of(tree), (), citation))
    return Step("price", f"{_line(tree)}, as known on {priced.on.isoformat()}", "priced", below=below)


def _of_donor(record: Record, priced: PricedSupport, one: Cost) -> Derivation:
    year = str(priced.year)
    return Derivation(
        f"{donor_name(record, one.donor)}: more a year",
        one.extra[priced.at],
        EURO,
        year,
        formula="what is asked - what is given now",
        inputs=(_asked(record, priced, one), _now(record, priced, one)),
    )


def _asked(record: Record, priced: PricedSupport, one: Cost) -> Derivation:
    """What the scenario makes of it, with the GDP of the year where it is asked a share of it."""
    year, order = priced.year, priced.orders.at(one.donor, f"{priced.year}-12")
    gdp = priced.ground.of_year(one.donor, year)
    inputs: tuple[Derivation, ...] = ()
    formula = "its present pace"
    if order is not None and order.share is None:
        formula = "nothing"
    elif order is not None and gdp is not None:
        least = "" if order.exact else "at least "
        formula = f"{least}{order.share:g} % of GDP"
        inputs = (
            Derivation(
                f"{donor_name(record, one.donor)}: GDP in euro, {priced.ground.vintage}",
                gdp,
                EURO,
                str(year),
                formula="GDP in dollars x euro for a dollar of that Outlook",
                source=priced.ground.source,
            ),
        )
    for sum_ in priced.orders.takeovers:
        if one.donor in sum_.payers:
            whole = money(priced.replaced[sum_.donor])
            formula += f" + its part of {whole} a year that {donor_name(record, sum_.donor)} gave, by {sum_.key}"
    return Derivation("what is asked", one.asked[priced.at], EURO, str(year), formula=formula, inputs=inputs)


def _now(record: Record, priced: PricedSupport, one: Cost) -> Derivation:
    span, months = priced.pace, len(priced.pace)
    rows = tuple(
        Derivation(donor_name(record, row.entity), row.value, row.unit, str(row.period), observation=row)
        for row in sorted(one.rows, key=lambda row: str(row.period))
    )
    note = "" if one.pace is not None else "no row of the tracker tells of it"
    if one.pace is not None and not rows:
        note = "no month of the span has a row: no aid was booked"
    return Derivation(
        "what is given now",
        one.pace,
        EURO,
        str(span),
        formula=f"{_summed(priced, one, len(rows))} in {months} months x {YEAR} / {months}"
        if one.pace is not None
        else "",
        inputs=rows,
        note=note,
    )


def _summed(priced: PricedSupport, one: Cost, rows: int) -> str:
    part = one.donor in priced.book.through and priced.scenario.union is Union.MEMBERS
    return f"the sum of {rows} rows{' and its part of what the EU institutions gave' if part else ''}"


def _step(node: Derivation) -> Step:
    if node.observation is not None:
        return cell_step(node.observation, node.note)
    below = [_step(one) for one in node.inputs]
    if node.source:
        below.append(Step("rests on", citation(node.source).label, address=citation(node.source).address))
    return Step("from", _line(node), below=tuple(below))


def _line(node: Derivation) -> str:
    value = WITHOUT if node.value is None else money(node.value)
    formula = f"   [{node.formula}]" if node.formula else ""
    note = f"; {node.note}" if node.note else ""
    return wording.clean(f"{node.name} {node.period} = {value}{formula}{note}")
