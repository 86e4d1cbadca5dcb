"""Why a chain is what it is: one tree from the clock over gap, deliveries, orders and money to the cells.

Values are those of the central run, except the chance of a requirement, which is counted over the draws.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import replace

from burdenshare.errors import BurdenshareError, UnknownNameError
from burdenshare.record import Record
from burdenshare.record.model import Derivation, Observation
from burdenshare.report.chain.derived_money import ABOVE, money, target
from burdenshare.report.clock.derived import derivation as of_curve
from burdenshare.report.clock.page import headline_year
from burdenshare.report.names import entity_of
from burdenshare.report.road.derived import derivation as of_road
from burdenshare.report.unjudged import NO_VERDICT, weak_words
from burdenshare.road.chain.model import Part
from burdenshare.road.chain.result import Chain, Delivery, Filling
from burdenshare.road.clock.result import Curve
from burdenshare.road.industry.industry import OWN
from burdenshare.road.industry.items import item_of
from burdenshare.road.industry.model import Line, MetDraws, Row, Told
from burdenshare.road.industry.months import named
from burdenshare.road.industry.result import ItemRun
from burdenshare.road.model import Assumption, Spread

CLOCK, MONEY, TARGET, WHOLE = "clock", "money", "target", "chain"
"""Names of steps that can be opened, beside requirements, items, allies and things feared."""
MANY = 100
"""From here on a number of things is told whole."""
USES = {"level": "what is made", "plan": "what is planned", "queue": "what waits"}


def names(made: Chain) -> Mapping[str, Callable[[Record], Derivation]]:
    """Everything that can be opened, by name, in the order of the chain from its end."""
    found: dict[str, Callable[[Record], Derivation]] = {
        WHOLE: lambda record: _whole(record, made),
        CLOCK: lambda record: _clock(made),
    }
    for curve in made.clock.curves:
        found[curve.feared.value] = lambda record, curve=curve: _curve(made, curve)  # type: ignore[misc]
    for one in made.fillings:
        found[one.gap.required.id] = lambda record, one=one: _filling(record, made, one)  # type: ignore[misc]
    for each in made.deliveries:
        found.setdefault(each.item, lambda record, each=each: _delivery(record, made, each))  # type: ignore[misc]
    found[MONEY] = lambda record: money(record, made, deep=True)
    found[TARGET] = lambda record: target(record, made)
    for ally in made.road.allies:
        found[ally] = lambda record, ally=ally: of_road(record, made.road, ally)  # type: ignore[misc]
    return found


def derivation(record: Record, made: Chain, name: str) -> Derivation:
    """The tree of a step by its name, or of the whole. Raises UnknownNameError."""
    return names(made)[named_step(record, made, name)](record)


def named_step(record: Record, made: Chain, name: str) -> str:
    """The name of a step as it is known: written otherwise, another name of an item, or that of an ally.

    Raises UnknownNameError with the nearest.
    """
    known: Collection[str] = names(made)
    told = name.strip()
    tried = (told, told.casefold().replace(" ", "-"), told.casefold().replace(" ", "_").replace("-", "_"))
    found = next((one for one in tried if one in known), "")
    if found:
        return found
    with suppress(BurdenshareError):
        if (found := item_of(told).id) in known:
            return found
    with suppress(BurdenshareError):
        if (found := entity_of(record, told)) in known:
            return found
    raise UnknownNameError("step of the chain", told, known, where="explain")


def _whole(record: Record, made: Chain) -> Derivation:
    """Everything once: the clock, then what is met beside it, each requirement over its items; then the money."""
    return Derivation(
        made.asked.title,
        None,
        "",
        formula="the clock, and beside it each requirement: what is delivered, held against what is required",
        inputs=(
            _clock(made),
            *(_filling(record, made, one) for one in made.fillings),
            money(record, made, deep=True),
        ),
        note="two kinds of curves: nothing adds them up or multiplies them",
    )


def _clock(made: Chain) -> Derivation:
    return Derivation(
        "stated horizons",
        None,
        "",
        formula="one curve for each thing feared, made of dated statements",
        inputs=tuple(_curve(made, one) for one in made.clock.curves),
        note="never how likely an attack is",
    )


def _curve(made: Chain, one: Curve) -> Derivation:
    return of_curve(made.clock, one, headline_year(made.clock, one))


# Gap -----------------------------------------------------------------------------------------------------------------


def _filling(record: Record, made: Chain, one: Filling) -> Derivation:
    """A requirement: how likely it is met by the end, what is required, what is delivered of each item."""
    required, last = one.gap.required, made.months.named()[-1]
    needed = Derivation(
        "what is required",
        one.gap.units.central,
        one.gap.unit,
        formula="planned less what there was before" if len(one.gap.rows) > 1 else "",
        inputs=tuple(_row(row) for row in one.gap.rows),
        source="" if one.gap.rows else required.reason,
        note=required.reason if one.gap.rows else "",
    )
    if not isinstance(one.met, MetDraws):
        return Derivation(f"{required.title}: not told", None, "", inputs=(needed,), note=one.met.reason)
    fed = [each for each in made.deliveries if each.item in one.met.items]
    weak = f"{NO_VERDICT}: {weak_words(one.weak)}" if one.weak else ""
    return Derivation(
        f"{required.title}: met by the end of {last}",
        100 * one.met.chance(one.met.horizon),
        "% of the draws" if made.draws else "%",
        last,
        formula="the part of the draws in which what is gained reaches what is required",
        inputs=(needed, *(_delivery(record, made, each) for each in fed)),
        note=weak,
    )


def _row(row: Observation) -> Derivation:
    return Derivation(row.basis or row.measure, row.value, row.unit, str(row.period), observation=row)


# Deliveries and orders -----------------------------------------------------------------------------------------------


def _delivery(record: Record, made: Chain, one: Delivery) -> Derivation:
    last = made.months.named()[-1]
    name = f"{one.title}: delivered by the end of {last}"
    value = _counted(one.fan.central[-1])
    if one.run is None:
        assert one.own is not None
        file = made.asked.tables[Part.DELIVERIES].file
        years = tuple(
            Derivation(f"delivered in {year}", spread.central, one.unit, str(year)) for year, spread in one.own.years
        )
        told = "; ".join(one.own.sources)
        return Derivation(name, value, one.unit, last, f"the sum of the years of {file}", years, source=told)
    makers = [line for line in one.run.facts.lines if line.maker.id in one.run.lines]
    return Derivation(
        name,
        value,
        one.unit,
        last,
        formula="what the makers turn out of our orders, the oldest of all orders first",
        inputs=(_orders(record, made, one.run), *(_line(line, one.unit) for line in makers), _assumed(made)),
    )


def _counted(value: float) -> float:
    """A number of things without parts of one, where there are many."""
    return float(round(value)) if value >= MANY else round(value, 1)


def _orders(record: Record, made: Chain, run: ItemRun) -> Derivation:
    buy, unit, last = run.buy, run.facts.item.unit, made.months.named()[-1]
    name, value = f"ordered by the end of {last}", _counted(run.fans["ordered"].central[-1])
    if buy.yearly:
        years = tuple(Derivation(f"ordered in {year}", one.central, unit, str(year)) for year, one in buy.yearly)
        file = made.asked.tables[Part.ORDERS].file
        return Derivation(name, value, unit, last, f"the sum of the years of {file}", years, source=buy.reference)
    price = buy.price or run.facts.item.price
    if buy.units is not None or price is None:
        return Derivation(name, value, unit, last, "as the scenario orders", source=buy.reference)
    one = _told("price of one", price, run.price, made.base)
    if buy.share is not None:
        part = Derivation("part of the money", buy.share.central, "%", source=buy.reference)
        told = replace(money(record, made, deep=False), note=ABOVE)
        return Derivation(name, value, unit, last, "part x money / price, month by month", (part, told, one))
    assert buy.money is not None
    spent = Derivation("spent in all", buy.money.central, buy.currency, source=buy.reference)
    return Derivation(name, value, unit, last, "sum / price, month by month", (spent, one))


def _told(name: str, told: Told, spread: Spread | None, base: int) -> Derivation:
    held = told.spread if spread is None else spread
    unit = told.unit if spread is None else f"USD of {base}"
    return Derivation(name, held.central, unit, source=told.reference, note=told.reason)


def _line(line: Line, unit: str) -> Derivation:
    """A maker: what it makes, plans and has waiting, each with the rows that tell it."""
    assert line.level is not None
    parts = [
        Derivation(
            "a stated capacity, of which a part comes out" if line.level.of_capacity else USES["level"],
            line.level.rate.central,
            f"{unit} a month",
            named(line.level.since),
            inputs=_rows(line, "level"),
            source="" if line.maker.id != OWN else line.maker.reason,
        )
    ]
    if line.plan is not None:
        parts.append(
            Derivation(
                USES["plan"],
                line.plan.level.central,
                f"{unit} a month",
                named(line.plan.due),
                inputs=_rows(line, "plan"),
            )
        )
    waits = "months of output" if line.queue.unit == "months" else unit
    parts.append(
        Derivation(
            USES["queue"], line.queue.spread.central, waits, inputs=_rows(line, "queue"), source=line.queue.reference
        )
    )
    return Derivation(line.maker.title, None, "", inputs=tuple(parts), note=line.maker.reason)


def _rows(line: Line, use: str) -> tuple[Derivation, ...]:
    def told(one: Row) -> Derivation:
        return replace(_row(one.row), note="" if one.use != "shown" else one.reason)

    return tuple(told(one) for one in line.rows if one.use == use)


def _assumed(made: Chain) -> Derivation:
    """The assumptions of the industry, which hold for every item."""
    held = {} if made.industry is None else made.industry.assumptions
    return Derivation(
        "assumptions: what no row tells", None, "", inputs=tuple(_assumption(one, made.base) for one in held.values())
    )


def _assumption(one: Assumption, year: int) -> Derivation:
    return Derivation(one.key.replace("_", " "), one.at(year).central, "", source=one.reference, note=one.unit)
