"""The industry: a scenario computed for the items it buys, with what one day knew. Reports take all from here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

from burdenshare.errors import InputError, NotHeldError, UnknownNameError
from burdenshare.record.record import Record
from burdenshare.road.industry.assumptions import assumed, packaged, spread_of
from burdenshare.road.industry.bought import bought
from burdenshare.road.industry.chances import Chances
from burdenshare.road.industry.facts import facts, production
from burdenshare.road.industry.items import items
from burdenshare.road.industry.model import Buy, Facts, Level, Line, Maker, Plant, Queue, Told
from burdenshare.road.industry.money import Equipment, equipment
from burdenshare.road.industry.months import Months
from burdenshare.road.industry.prices import Money, worth
from burdenshare.road.industry.result import Industry, ItemRun, Purse
from burdenshare.road.industry.run import Setting, run
from burdenshare.road.model import Assumption, Spread

AHEAD = 10
"""Years shown of a scenario that names none."""
LAST_YEAR = 2060
"""Beyond it nothing that is known today carries any more."""
WORKERS = 2
"""Items computed side by side; numpy lets go of the interpreter in its loops. The answer does not depend on it."""
FEW = 3
"""Assumptions named where that they are today's is said; all are told with their sources elsewhere."""
OWN = "given"
"""The maker of a line whose rate the user gives."""
OWN_TITLE = "makers at the rate that the scenario gives"


def industry(
    record: Record,
    plant: Plant,
    on: date,
    *,
    only: Sequence[str] = (),
    until: int | None = None,
    draws: int = 0,
    seed: int = 1,
    reach: Sequence[float] = (),
    money: Equipment | None = None,
    step: Callable[[int, int], None] | None = None,
) -> Industry:
    """Compute a scenario with what was known on `on`, from the month after it to the end of `until`.

    `only` names the items wanted, all that the scenario buys without it; one that it does not buy is shown as it
    stands. `draws` 0 gives the central run alone; `reach` are outputs a year of which it is told when they are reached;
    `money` is that of the scenario's road where it was worked out before (in the same draws), or a user's own; `step`
    is called with how many items are done, of how many. Raises InputError for what cannot be asked.
    """
    chances = Chances.of(draws, seed)
    months = months_of(plant, on, until)
    buys = [plant.buy(one) for one in (only or [one.item for one in plant.buys])]
    held = assumed(plant.assumptions)
    rows = production(record, on)
    known = {one.item: _facts(one, facts(items()[one.item], rows, spread_of(held, "queue")), months) for one in buys}
    purse = _money(record, plant, buys, on, months, chances, money)
    base = purse.base if purse is not None else _base(record, on)
    setting = Setting(months, base, _spreads(held), purse, _worth(record, buys, base, on))
    made: dict[str, ItemRun] = {}
    lacking = {item: why for item, one in known.items() if (why := one.lacks())}
    asked = [one for one in buys if one.item not in lacking]
    with ThreadPoolExecutor(WORKERS) as pool:
        done = pool.map(lambda buy: run(known[buy.item], buy, setting, chances, reach), asked)
        for at, one in enumerate(done, 1):
            made[one.facts.item.id] = one
            if step is not None:
                step(at, len(asked))
    return Industry(
        plant=plant,
        on=on,
        base=base,
        months=months,
        items=made,
        lacking=lacking,
        purse=_purse(plant, purse),
        assumptions=held,
        bought=bought(rows, record.name),
        draws=draws,
        seed=seed,
        notes=(*hindsight(plant, asked, on, record.edition), *_unpriced(asked, setting), *_notes(made.values())),
    )


def months_of(plant: Plant, on: date, until: int | None) -> Months:
    """The months of a run. Raises InputError for a last year that is past or too far."""
    last = until or plant.until or on.year + AHEAD
    if not on.year < last <= LAST_YEAR:
        raise InputError(f"the last year is {last}", where="until", remedy=f"give {on.year + 1} to {LAST_YEAR}")
    return Months.after(on, last)


def _base(record: Record, on: date) -> int:
    newest = record.newest_release(on)
    return newest.own_year if newest is not None else on.year


def _facts(buy: Buy, known: Facts, months: Months) -> Facts:
    """What is known of an item, with what the scenario gives in its place. Raises UnknownNameError for a maker that
    the item has not."""
    makers = [one.maker.id for one in known.lines]
    for one in buy.makers:
        if one not in makers:
            raise UnknownNameError(f"maker of {buy.item}", one, makers)
    if buy.rate is not None:
        return replace(known, lines=(_given(known, buy.rate, buy.queue, months),))
    lines: tuple[Line, ...] = known.lines
    if buy.makers:
        lines = tuple(_free(one) for one in lines if one.maker.id in buy.makers)
    if buy.queue is not None:
        queue = Queue(buy.queue.spread, buy.queue.unit, (), buy.queue.reference)
        lines = tuple(replace(one, queue=queue) for one in lines)
    return replace(known, lines=lines)


def _free(line: Line) -> Line:
    """A line that is asked for by name: it is computed even where it lies within another."""
    return replace(line, maker=replace(line.maker, within=""))


def _given(known: Facts, rate: Told, queue: Told | None, months: Months) -> Line:
    """The line of a rate that the user gives: no plan, nothing waits unless that is given too."""
    level = Level(rate.spread, months.begin(), False, ())
    waits = Queue(queue.spread, queue.unit, (), queue.reference) if queue else Queue(Spread(0, 0, 0), "months", (), "")
    rows = tuple(one for line in known.lines for one in line.rows)
    shown = tuple(replace(one, use="shown", reason="the scenario gives a rate of its own") for one in rows)
    return Line(Maker(OWN, OWN_TITLE, (), (), rate.reference), level, None, waits, shown)


def _spreads(held: Mapping[str, Assumption]) -> dict[str, Spread]:
    return {key: spread_of(dict(held), key) for key in held if key != "queue"}


def _money(
    record: Record,
    plant: Plant,
    buys: Iterable[Buy],
    on: date,
    months: Months,
    chances: Chances,
    given: Equipment | None,
) -> Equipment | None:
    if not any(one.share is not None for one in buys):
        return None
    if given is not None:
        return given
    if plant.source is None:
        raise InputError(
            "a part of the equipment money is spent and no road says how much there is",
            where=plant.name,
            remedy='name one: road = "core-by-2035"',
        )
    return equipment(record, plant.source, on, months.years()[-1], chances)


def _worth(record: Record, buys: Iterable[Buy], base: int, on: date) -> dict[tuple[str, int], Money]:
    """What every currency and year of a price or a sum is worth."""
    wanted: set[tuple[str, int]] = set()
    for one in buys:
        told = one.price or items()[one.item].price
        if told is not None:
            wanted.add((told.unit, told.year))
        if one.money is not None:
            wanted.add((one.currency, 0))
            if told is None:
                raise InputError(
                    f"a sum is spent on {one.item} and no price is known",
                    where=one.item,
                    remedy="give a price of one, or order units",
                )
        if one.share is not None and told is None:
            raise InputError(
                f"a share is spent on {one.item} and no price is known",
                where=one.item,
                remedy="give a price of one, or order units",
            )
    return dict(_found(record, wanted, base, on, needed={key for one in buys for key in _spent(one)}))


def _spent(buy: Buy) -> Iterator[tuple[str, int]]:
    """The currencies and years without which nothing can be ordered: money is spent."""
    told = buy.price or items()[buy.item].price
    if told is not None and (buy.money is not None or buy.share is not None):
        yield told.unit, told.year
    if buy.money is not None:
        yield buy.currency, 0


def _found(
    record: Record, wanted: Iterable[tuple[str, int]], base: int, on: date, *, needed: Collection[tuple[str, int]]
) -> Iterator[tuple[tuple[str, int], Money]]:
    """What can be told in dollars of the base year; where no money is spent, units are ordered without a cost."""
    for key in wanted:
        try:
            yield key, worth(record, *key, base, on)
        except NotHeldError:
            if key in needed:
                raise


def hindsight(plant: Plant, buys: Iterable[Buy], on: date, edition: date) -> Iterator[str]:
    """That what no row gives was read and measured later than a day before the edition knew."""
    if on >= edition:
        return
    prices = [
        f"the price of {items()[one.item].title} is of {told.year}"
        for one in buys
        if one.price is None and (told := items()[one.item].price) is not None and told.year > on.year
    ]
    own = {one.key for one in plant.assumptions}
    others = [one.replace("_", " ") for one in packaged() if one not in own]
    held = f"{', '.join(others)}" if len(others) <= FEW else f"{', '.join(others[:FEW])} and {len(others) - FEW} more"
    late = [f"{held} rest on pages and rows of later than {on.isoformat()}"] if others else []
    if told_of := [*prices, *late]:
        yield f"assumptions are today's: {'; '.join(told_of)}"


def _unpriced(buys: Iterable[Buy], setting: Setting) -> Iterator[str]:
    """What is ordered in units of which that day cannot tell the cost."""
    for one in buys:
        told = one.price or items()[one.item].price
        if told is not None and one.orders() and (told.unit, told.year) not in setting.worth:
            yield (
                f"{items()[one.item].title}: its price is of {told.year}, and nothing known on that day brings it to "
                f"{setting.base}: no cost is told"
            )


def _purse(plant: Plant, money: Equipment | None) -> Purse | None:
    if money is None:
        return None
    sums = {year: float(sum_[0]) for year, sum_ in zip(money.years, money.central, strict=True)}
    if money.given or plant.source is None:
        return Purse(money.given, (), OWN, money.base, sums, ())
    source = plant.source
    return Purse(source.road.title, tuple(money.shares), source.of, money.base, sums, money.without)


def _notes(runs: Iterable[ItemRun]) -> Iterable[str]:
    for one in runs:
        rows = one.facts.rows()
        if rows and all(row.grade.value == "secondary" for row in rows):
            yield f"{one.facts.item.title}: every row it rests on is of a secondary source"
