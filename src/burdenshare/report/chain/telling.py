"""What of a chain is told step by step, and in which words: the same for the terminal and the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from burdenshare.record import Record
from burdenshare.record.model import Observation
from burdenshare.report import wording
from burdenshare.report.clock.telling import per_cent
from burdenshare.report.industry.requirements_telling import filled_words, gap_words
from burdenshare.report.industry.telling import count, fan_words, ordered_words, sum_words, when_words
from burdenshare.report.road.prices import price_of
from burdenshare.report.road.telling import HELD, asked_words, figure_words, headed
from burdenshare.report.unjudged import beside_words
from burdenshare.road.chain.model import Part, Table
from burdenshare.road.chain.result import Chain, Delivery, Filling
from burdenshare.road.fans import Fan
from burdenshare.road.industry.industry import OWN
from burdenshare.road.industry.model import MetDraws, NotFed

STEPS = {
    "target": "What is asked",
    "money": "What it brings in money",
    "orders": "What is ordered",
    "deliveries": "What is delivered",
    "gap": "What is required, and when it is filled",
    "clock": "Beside it: the clock of stated horizons",
}
"""The steps of the chain, in order."""
REPLACES = {
    Part.SHARES: "target",
    Part.MONEY: "money",
    Part.ORDERS: "orders",
    Part.DELIVERIES: "deliveries",
    Part.REQUIREMENTS: "gap",
    Part.HORIZONS: "clock",
}
"""The step in which each table stands."""
APART = "two kinds of curves on the same years: nothing adds them up or multiplies them"
LIKELY = 0.5
"""The part of the draws from which a requirement is told as filled."""


def own_words(made: Chain, step: str) -> str:
    """What a step rests on a table of one's own for; empty where it does not."""
    held = [table for part, table in made.asked.tables.items() if REPLACES[part] == step]
    return "; ".join(table_words(one) for one in held)


def table_words(one: Table) -> str:
    """A table: its file, how many rows, where they say they are from."""
    rows = f"{one.rows} row{'' if one.rows == 1 else 's'}"
    release = f", release {one.release}" if one.release else ""
    return wording.clean(f"{one.file} ({rows}{release}): {'; '.join(one.sources)}")


def headline(made: Chain) -> str:
    """The answer in one sentence: how many requirements are filled by the end, of how many that can be told."""
    told = [one for one in made.fillings if isinstance(one.met, MetDraws)]
    firm = [one for one in told if not one.weak]
    last = made.months.named()[-1]
    if not told:
        return f"Nothing that is delivered by {last} can be held against a requirement."
    likely = [one for one in firm if _chance(one) >= LIKELY]
    whole = f"{len(made.fillings)} requirement{'' if len(made.fillings) == 1 else 's'}"
    by = "in most draws" if made.draws else "in the central run"
    parts = [f"Of {whole} {len(firm)} can be judged, {len(likely)} filled by {last} {by}"]
    if not firm:
        parts = [f"Of {whole} none can be judged"]
    if beside := len(told) - len(firm):
        parts.append(beside_words(beside))
    if lost := len(made.fillings) - len(told):
        parts.append(f"of {lost} nothing can be told")
    return "; ".join(parts) + "."


def _chance(one: Filling) -> float:
    return one.met.chance(one.met.horizon) if isinstance(one.met, MetDraws) else 0.0


# Target and money ----------------------------------------------------------------------------------------------------


def target_rows(record: Record, made: Chain) -> Iterator[tuple[str, str]]:
    """What is asked, against what, and what it adds in the target's year."""
    scenario = made.asked.road
    own = [one for one in scenario.targets if one.exact]
    if Part.SHARES in made.asked.tables:
        paths = ", ".join(f"{record.name(one.allies[0])} {one.value:g} % in {one.by}" for one in own)
        yield "asked", f"the paths of {made.asked.tables[Part.SHARES].file}: {paths}"
    else:
        yield "asked", "; ".join(asked_words(record, scenario))
    yield "without it", HELD[scenario.baseline]
    price = price_of(made.road, headed(made.road))
    extra = figure_words(price.extra, "a year")
    yield f"extra in {price.year}", f"{extra}, prices of {made.base}, central run"


def money_rows(made: Chain) -> Iterator[tuple[str, str]]:
    """The equipment money of the years, in all, and what the orders cost of it."""
    purse = made.purse
    if purse is None:
        yield "lacking", f"not enough in the record: {made.no_money}"
        return
    at = len(purse.years) - 1 if purse.given else _target_place(made)
    out_of = ""
    if purse.out_of is not None and made.asked.plant.source is not None:
        what = "extra spending" if made.asked.plant.source.of == "extra" else "spending"
        allies = f"{len(purse.allies)} all{'y' if len(purse.allies) == 1 else 'ies'}"
        out_of = f", out of {fan_words(purse.out_of, at)} of {what} of {allies}"
    if purse.given:
        held = [year for year, sum_ in zip(purse.years, purse.equipment.central, strict=True) if sum_]
        at = purse.years.index(held[-1]) if held else at
    yield f"in {purse.years[at]}", f"{fan_words(purse.equipment, at)} for equipment{out_of}, prices of {made.base}"
    names = made.months.named()
    yield "in all", f"{sum_words(purse.whole)} from {names[0]} to {names[-1]}"
    if purse.costs:
        yield "the orders", cost_words(made)
    if purse.without:
        yield "left out", f"no release tells the equipment share of {', '.join(purse.without)}"


def _target_place(made: Chain) -> int:
    assert made.purse is not None
    year = price_of(made.road, headed(made.road)).year
    return made.purse.years.index(year)


def cost_words(made: Chain) -> str:
    """What the orders cost together beside the money there is, central run: no order is cut for want of money."""
    assert made.purse is not None
    cost = sum(one.central for one in made.purse.costs.values())
    whole = made.purse.whole.central
    unit = made.purse.whole.unit
    if whole <= 0:
        return f"cost {count(cost, unit)} together (central run); there is no money for them"
    part = 100 * cost / whole
    told = "under 1" if part < 1 else wording.number(part, 0)
    tail = ": more than there is, and no order is cut for it" if part > 100 else ""
    return f"cost {count(cost, unit)} together, {told} % of it (central run){tail}"


def price_note(made: Chain) -> str:
    """What a reader must know of the prices beside the orders; empty where none is told."""
    if all(one.run is None or one.run.price is None for one in made.deliveries):
        return ""
    how = "drawn, and rises from the year it was told" if made.draws else "rises from the year it was told"
    middles = "; the figures beside it are middles of the draws, of which it is no factor" if made.draws else ""
    return f"What one costs is {how}{middles}."


# Orders and deliveries -----------------------------------------------------------------------------------------------


def order_rows(made: Chain) -> Iterator[tuple[str, str]]:
    """What is ordered of each item; of what a table delivers nothing need be."""
    purse = None if made.industry is None else made.industry.purse
    if purse is not None and purse.of != OWN:
        purse = replace(purse, road="")  # the scenario is this one: its title stands above
    for one in made.deliveries:
        if one.run is not None:
            yield one.title, ordered_words(one.run, purse, whole=False)
        else:
            yield one.title, "no order: a table tells what is delivered"
    if made.industry is not None:
        for item, why in made.industry.lacking.items():
            yield item, f"not enough in the record: {why}"


def delivery_rows(made: Chain, one: Delivery) -> Iterator[tuple[str, str]]:
    """What is delivered by some ends of years, when half and all of what is ordered are there, and on how many rows."""
    names = made.months.named()
    places = [at for at, name in enumerate(names) if name.endswith("-12")]
    few = [at for at in (places[len(places) // 3], places[2 * len(places) // 3], places[-1]) if at < len(names)]
    yield "by", "; ".join(f"{names[at]} {fan_words(one.fan, at)}" for at in dict.fromkeys(few))
    if one.run is not None:
        steps = [
            f"{each.what} {when_words(each, made.months)}" for each in one.run.delivered if each.what in ("half", "all")
        ]
        yield "of the orders", "; ".join(steps)
        yield "rests on", grade_words(one.rows())
    elif one.own is not None:
        yield "rests on", f"a table of one's own: {'; '.join(one.own.sources)}"


def grade_words(rows: Iterable[Observation]) -> str:
    """How many rows of the record, by grade; that they are all below press is said."""
    held = list(dict.fromkeys(rows))
    if not held:
        return "no row of the record"
    return grade_counts(row.grade.value for row in held)


def grade_counts(grades: Iterable[str]) -> str:
    """The same of grades alone."""
    counts = Counter(grades)
    told = ", ".join(f"{number} {grade}" for grade, number in sorted(counts.items()))
    alone = ": rows below press alone" if set(counts) == {"secondary"} else ""
    whole = sum(counts.values())
    return f"{whole} row{'' if whole == 1 else 's'} of the record ({told}){alone}"


def end_words(one: Delivery) -> str:
    """What is delivered of an item by the end."""
    return fan_words(one.fan, len(one.fan.central) - 1)


# Gap -----------------------------------------------------------------------------------------------------------------


def filling_words(one: Filling) -> str:
    """A requirement and when it is met; where it rests on rows below press alone, that no verdict is drawn."""
    assert isinstance(one.met, MetDraws)
    return filled_words(one.met)


def lacking_words(made: Chain, one: Filling) -> str:
    """What is still lacking at some ends of years."""
    assert one.lacking is not None
    names = made.months.named()
    places = [at for at, name in enumerate(names) if name.endswith("-12")]
    few = dict.fromkeys((places[len(places) // 3], places[2 * len(places) // 3], places[-1]))
    return "; ".join(f"{fan_words(settled(one.lacking), at)} in {names[at]}" for at in few)


def settled(fan: Fan) -> Fan:
    """A fan without the digits that arithmetic alone makes: less than a millionth of a thing is nothing."""

    def plain(values: Sequence[float]) -> tuple[float, ...]:
        return tuple(0.0 if abs(value) < 1e-6 else value for value in values)

    mean = None if fan.mean is None else plain(fan.mean)
    ranks = None if fan.quantiles is None else tuple(plain(row) for row in fan.quantiles)
    return Fan(fan.unit, plain(fan.central), mean, ranks)


def not_told(made: Chain) -> Iterator[tuple[str, list[str]]]:
    """The requirements that nothing fills, under why."""
    held: dict[str, list[str]] = {}
    for one in made.fillings:
        if isinstance(one.met, NotFed):
            held.setdefault(one.met.reason, []).append(one.gap.required.title)
    yield from held.items()


def gap_head(one: Filling) -> str:
    """A requirement as a gap."""
    return gap_words(one.gap)


# Clock ---------------------------------------------------------------------------------------------------------------


def together_words(made: Chain) -> str:
    """How likely all requirements that are fed are met, inside the draws."""
    one = made.together
    if one is None:
        return ""
    known = [(year, part) for year, part in zip(made.clock.years, one.chance, strict=True) if part is not None]
    if not known:
        return ""
    year, part = known[-1]
    fed = sum(isinstance(each.met, MetDraws) for each in made.fillings)
    return f"all {fed} that can be told are met by the end of {year} in {per_cent(part)} % of the same draws"


def own_horizons(made: Chain) -> bool:
    """Whether a table of one's own tells the dated statements: those of the record count nothing then."""
    return Part.HORIZONS in made.asked.tables


def clock_words(made: Chain) -> str:
    """How many dated statements the clock rests on."""
    if not own_horizons(made):
        return f"{len(made.clock.statements)} dated statements"
    table = made.asked.tables[Part.HORIZONS]
    told = f"{table.rows} dated statement{'' if table.rows == 1 else 's'} of {table.file}"
    return f"{told}; those of the record count nothing"


def cells(curve: Sequence[float | None], places: Sequence[int]) -> list[str]:
    """Parts of a curve at some places, in whole per cent; beyond its years a dash."""
    return ["–" if (value := curve[at]) is None else per_cent(value) for at in places]
