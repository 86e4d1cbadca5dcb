"""The chain computed: target, money, orders, deliveries, gap and clock, each from the one before, in the same draws."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import numpy as np

from burdenshare.errors import InputError, NotHeldError
from burdenshare.record.record import Record
from burdenshare.road.chain.model import Linked, Part, Yearly
from burdenshare.road.chain.own import Came, came, own_money
from burdenshare.road.chain.result import Chain, Delivery, Filling, Purchase
from burdenshare.road.clock.clock import clock
from burdenshare.road.clock.met import MetCurve, together
from burdenshare.road.course import members_of
from burdenshare.road.fans import Fan, bands, fan
from burdenshare.road.faults import refuse
from burdenshare.road.industry.chances import Chances
from burdenshare.road.industry.industry import industry, months_of
from burdenshare.road.industry.items import items
from burdenshare.road.industry.model import Array, MetDraws
from burdenshare.road.industry.money import Equipment, equipment
from burdenshare.road.industry.months import YEAR, Months
from burdenshare.road.industry.reached import sum_of
from burdenshare.road.industry.result import Industry
from burdenshare.road.requirements.gaps import gaps
from burdenshare.road.requirements.met import Filled, Gained, filled, gained
from burdenshare.road.road import road


def chain(
    record: Record,
    asked: Linked,
    on: date,
    *,
    until: int | None = None,
    draws: int = 0,
    seed: int = 1,
    step: Callable[[int, int], None] | None = None,
) -> Chain:
    """Compute a scenario of the whole chain with what was known on `on`, to the end of `until`.

    `draws` 0 gives the central run alone; `step` is called with how many items are done, of how many. Raises
    InputError for what cannot be asked, NotHeldError where the record lacks what it takes.
    """
    chances = Chances.of(draws, seed)
    months = months_of(asked.plant, on, until)
    last = months.years()[-1]
    source = asked.plant.source
    assert source is not None
    refuse([*_twice(record, asked, on), *_outside(asked, months)])
    with _of_table(asked, Part.SHARES):
        priced = road(record, asked.road, on, allies=source.allies, until=last)
    with _of_table(asked, Part.MONEY):
        money, no_money = _money(record, asked, on, last, chances, priced.base)
    made = _industry(record, asked, on, until, chances, money, step)
    own = came(asked, months, chances)
    fillings = tuple(_fillings(record, asked, on, made, own, months, chances))
    met = [one.met for one in fillings if isinstance(one.met, MetDraws)]
    stated = clock(record, replace(asked.clock, until=asked.clock.until or last), on, met)
    return Chain(
        asked=asked,
        on=on,
        base=priced.base,
        months=months,
        road=priced,
        purse=None if money is None else _purchase(money, made, months),
        no_money=no_money,
        industry=made,
        deliveries=tuple(_deliveries(made, asked.deliveries, own, bool(draws))),
        fillings=fillings,
        clock=stated,
        together=_together(met, stated.years),
        draws=draws,
        seed=seed,
        notes=tuple(_notes(asked, months, made)),
    )


@contextmanager
def _of_table(asked: Linked, part: Part) -> Iterator[None]:
    """Faults of a step name the table of one's own that it rests on, or the scenario's file."""
    try:
        yield
    except (InputError, NotHeldError) as fault:
        file = asked.tables[part].file if part in asked.tables else asked.file
        if file:
            fault.where = f"{file}, {fault.where}" if fault.where else file
            fault.args = (fault.line(),)
        raise


def _twice(record: Record, asked: Linked, on: date) -> Iterator[InputError]:
    """A table of shares names an ally once, by whatever name or group."""
    table = asked.tables.get(Part.SHARES)
    if table is None:
        return
    told = Counter(ally for one in asked.road.targets if one.exact for ally in members_of(record, one.allies, on))
    for ally, count in told.items():
        if count > 1:
            what = f"{record.name(ally)} has two paths, by two names or by a group"
            yield InputError(what, where=table.file, remedy="keep one")


def _outside(asked: Linked, months: Months) -> Iterator[InputError]:
    """Years of a table before the first month of the run are faults; an order or delivery of the past is none."""
    first = months.year
    told = {
        Part.ORDERS: [(one.item, one.yearly) for one in asked.plant.buys if one.yearly],
        Part.DELIVERIES: [(one.item, one.years) for one in asked.deliveries.values()],
        Part.MONEY: [("money", asked.money.years)] if asked.money is not None else [],
    }
    for part, held in told.items():
        for name, years in held:
            past = next((year for year, _ in years if year < first), None)
            if past is not None and part is not Part.MONEY:
                yield InputError(
                    f"{name} in {past}, before the run begins in {months.named()[0]}",
                    where=asked.tables[part].file,
                    remedy=f"give years from {first} on",
                )
            elif not any(first <= year <= months.years()[-1] for year, _ in years):
                yield InputError(
                    f"no year of {name} lies within {first} to {months.years()[-1]}",
                    where=asked.tables[part].file,
                    remedy="give years of the run, or another until",
                )


def _money(
    record: Record, asked: Linked, on: date, last: int, chances: Chances, base: int
) -> tuple[Equipment | None, str]:
    """The equipment money, or why none can be told."""
    if asked.money is not None:
        return own_money(record, asked.money, asked.tables[Part.MONEY].file, on, (base, last), chances), ""
    assert asked.plant.source is not None
    try:
        return equipment(record, asked.plant.source, on, last, chances), ""
    except NotHeldError as fault:
        return None, fault.what


def _industry(
    record: Record,
    asked: Linked,
    on: date,
    until: int | None,
    chances: Chances,
    money: Equipment | None,
    step: Callable[[int, int], None] | None,
) -> Industry | None:
    """The industry of what no table delivers; None where nothing is left to compute."""
    wanted = [one.item for one in asked.plant.buys if one.item not in asked.deliveries]
    if not wanted:
        return None
    return industry(
        record,
        asked.plant,
        on,
        only=wanted,
        until=until,
        draws=chances.count,
        seed=chances.seed,
        money=money,
        step=step,
    )


def _deliveries(
    made: Industry | None, told: Mapping[str, Yearly], own: Mapping[str, Came], drawn: bool
) -> Iterator[Delivery]:
    for item, run in ({} if made is None else made.items).items():
        if run.buy.orders():
            known = run.facts.item
            yield Delivery(item, known.title, known.unit, run.fans["delivered"], run, None)
    for item, one in told.items():
        title = items()[item].title if item in items() else item
        added = own[item]
        spread = bands(list(added.added)) if drawn else None
        yield Delivery(item, title, one.unit, fan(one.unit, list(added.middle_added[:, 0]), spread), None, one)


def _fillings(
    record: Record,
    asked: Linked,
    on: date,
    made: Industry | None,
    own: Mapping[str, Came],
    months: Months,
    chances: Chances,
) -> Iterator[Filling]:
    """Every requirement, in the order in which it is told."""
    there = gained(made)
    middle = (
        {item: np.array(made.items[item].fans["held"].central) - there[item].held for item in there} if made else {}
    )
    for item, one in own.items():
        held = asked.plant.buy(item).held
        there[item] = Gained(item, one.held, held, (), ())
        middle[item] = one.middle_held[:, 0] - held
    for gap in asked.requirements if asked.requirements is not None else gaps(record, on):
        found = filled(record, gap, there, months, chances, on)
        if not isinstance(found, Filled):
            yield Filling(gap, None, found)
            continue
        lacking = np.maximum(found.met.needed - found.units, 0.0)
        whole = np.sum([middle[item] for item in found.met.items], axis=0)
        central = list(np.maximum(gap.units.central - whole, 0.0))
        told = fan(gap.unit, central, bands(list(lacking)) if chances.count else None)
        yield Filling(gap, told, found.met)


def _purchase(money: Equipment, made: Industry | None, months: Months) -> Purchase:
    unit = f"USD of {money.base}"
    drawn = money.draws.shape[1] > 1
    runs = {} if made is None else made.items
    return Purchase(
        years=money.years,
        equipment=_yearly(unit, money.central, money.draws, drawn),
        out_of=None if money.given else _yearly(unit, money.out_of_central, money.out_of, drawn),
        whole=sum_of(unit, _over(money, money.central, months), [_over(money, money.draws, months)] if drawn else []),
        costs={item: one.cost for item, one in runs.items() if one.cost is not None},
        allies=money.shares,
        without=money.without,
        given=money.given,
    )


def _yearly(unit: str, central: Array, many: Array, drawn: bool) -> Fan:
    return fan(unit, list(central[:, 0]), bands(list(many)) if drawn else None)


def _over(money: Equipment, sums: Array, months: Months) -> Array:
    """All money over the months of the run: of the first year the part that is left."""
    years = months.years()
    parts = np.array([years.count(year) / YEAR for year in money.years])
    whole: Array = np.maximum(sums, 0.0).T @ parts
    return whole


def _together(met: Sequence[MetDraws], years: Sequence[int]) -> MetCurve | None:
    return together(met, years) if len(met) > 1 else None


def _notes(asked: Linked, months: Months, made: Industry | None) -> Iterator[str]:
    """What a reader must know of what tables replace."""
    shares = any(one.share is not None for one in asked.plant.buys)
    for part, table in asked.tables.items():
        if part is Part.MONEY and not shares:
            yield f"{table.file} brings no order: nothing is bought for a share of the money"
        if part is Part.MONEY and asked.money is not None:
            told = {year for year, _ in asked.money.years}
            lost = [year for year in dict.fromkeys(months.years()) if year not in told]
            if lost:
                yield f"{table.file} tells nothing of {_spans(lost)}: no money then"
    both = [one.item for one in asked.plant.buys if one.item in asked.deliveries and one.orders()]
    if both:
        yield f"orders of {', '.join(both)} count nothing: {asked.tables[Part.DELIVERIES].file} tells what is delivered"
    if made is not None:
        yield from made.notes


def _spans(years: Sequence[int]) -> str:
    """Years as people tell them: `2026, 2031 to 2038`."""
    found: list[list[int]] = []
    for year in years:
        if found and year == found[-1][-1] + 1:
            found[-1].append(year)
        else:
            found.append([year])
    return ", ".join(f"{one[0]} to {one[-1]}" if len(one) > 1 else str(one[0]) for one in found)
