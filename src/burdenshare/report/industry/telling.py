"""What of an item is told, and in which words: the same for the terminal and the page."""

from __future__ import annotations

from collections.abc import Iterator

from burdenshare.report import wording
from burdenshare.report.citations import opened
from burdenshare.road.fans import Fan
from burdenshare.road.industry.bought import Bought
from burdenshare.road.industry.industry import OWN
from burdenshare.road.industry.model import Buy, Line, Row, Told
from burdenshare.road.industry.months import YEAR, Months, named
from burdenshare.road.industry.result import Industry, ItemRun, Ledger, Purse, Sum, When
from burdenshare.road.model import Spread

MILLION = 1e6
SMALL = 100
"""From here on a number of things is told whole."""
STEPS = {"first": "the first", "half": "half", "nine tenths": "nine tenths", "all": "all of it"}
TITLES = {
    "capacity": "What can be made a month",
    "output": "What is made a month",
    "waiting": "What waits",
    "queue": "The queue, in months of output",
    "ordered": "Ordered, added up",
    "delivered": "Delivered, added up",
    "held": "What is held",
}
"""What each quantity is called over its picture."""
DRAWN = ("output", "capacity", "waiting", "delivered")
"""Quantities that have a picture, in order; what nothing is ordered of has no deliveries."""


def count(value: float, unit: str = "") -> str:
    """A number of things: whole from a hundred on, else with one decimal; `USD` as money."""
    if unit.startswith("USD"):
        return wording.money(value, "USD") if abs(value) >= MILLION else f"USD {wording.number(value, 0)}"
    return wording.with_unit(wording.number(value, 0 if abs(value) >= SMALL else 1), unit)


def shown(fan: Fan) -> Fan:
    """A fan as it is told: the middle of the draws where there are any, else the central run. What is not known lies
    often to one side of its central value, so that the run with all of them can lie beside most of the draws."""
    if fan.quantiles is None:
        return fan
    return Fan(fan.unit, tuple(fan.median(at) for at in range(len(fan.central))), None, fan.quantiles)


def sum_words(one: Sum) -> str:
    """A figure, of draws their middle with the ends of 80 % of them."""
    head = count(one.central if one.middle is None else one.middle, one.unit)
    if one.low is None or one.high is None or abs(one.high - one.low) <= 1e-6 * abs(one.high):
        return head
    low, high = (count(end, one.unit).removeprefix("USD ") for end in (one.low, one.high))
    unit = "" if one.unit.startswith("USD") else f" {one.unit}"
    return f"{head} ({low.removesuffix(unit)} to {high.removesuffix(unit)})"


def fan_words(fan: Fan, at: int) -> str:
    """A month of a fan with the ends of its 80 %."""
    ends = fan.interval(80, at)
    return sum_words(Sum(fan.unit, fan.central[at]) if ends is None else Sum(fan.unit, 0.0, fan.median(at), *ends))


def when_words(one: When, months: Months) -> str:
    """A moment: the month by which half of the draws are there (without draws, the central run is), and those by which
    a tenth and nine tenths are."""
    horizon, first = months.named()[-1], months.named()[0]
    if one.chance is None:
        return named(one.central) if one.central is not None else f"not by {horizon}"
    if one.early is None:
        return f"not by {horizon}" if not one.chance else f"by {horizon} in {chance_words(one.chance)} of the draws"
    head = named(one.middle) if one.middle is not None else f"after {horizon}"
    late = named(one.late) if one.late is not None else f"after {horizon}"
    if late == first:
        return f"from {first} on"
    tail = "" if one.chance >= 1 else f"; {chance_words(one.chance)} of the draws by {horizon}"
    return f"{head} ({named(one.early)} to {late}{tail})"


def chance_words(part: float) -> str:
    """A part of the draws in whole per cent."""
    return (
        "none" if part == 0 else "under 1 %" if part < 0.01 else "over 99 %" if part > 0.99 else f"{100 * part:.0f} %"
    )


def draws_words(draws: int, seed: int) -> str:
    """How often was drawn."""
    return f"{draws:,} draw{'' if draws == 1 else 's'}, seed {seed}" if draws else "no draws: the central run alone"


# What is asked -------------------------------------------------------------------------------------------------------


NO_FACTOR = "that is drawn and rises: no factor of these middles"
"""Why a price as it was told, times units, is not the sum beside them."""


def ordered_words(one: ItemRun, purse: Purse | None, *, whole: bool = True) -> str:
    """What is ordered, from whom and with which money; `whole`: with a word on the price, else it stands elsewhere."""
    buy, unit = one.buy, one.facts.item.unit
    if not buy.orders() or one.ordered is None:
        return "nothing beside what others order: the makers as they stand"
    whom = " and ".join(line.maker.title for line in one.facts.lines if line.maker.id in one.lines)
    parts = [f"{sum_words(one.ordered)} from {whom}, {_placed(buy, one.months)}"]
    if buy.share is not None and purse is not None:
        parts.append(f"{_spread(buy.share)} % of {_part_words(purse)}")
    if buy.money is not None:
        parts.append(f"{wording.money(buy.money.central, buy.currency)} in all")
    if one.cost is not None:
        parts.append(f"{sum_words(one.cost)}, prices of {one.cost.unit[-4:]}")
    if one.price is not None:
        parts.append(_price_words(one.price, drawn=one.ordered.middle is not None, whole=whole))
    return "; ".join(parts).replace(f" {unit} {unit}", f" {unit}")


def _price_words(price: Spread, *, drawn: bool, whole: bool) -> str:
    """The price as it was told, before any draw: beside middles of draws it must not look like a factor of them."""
    low, central, high = (count(each, "USD") for each in (price.low, price.central, price.high))
    span = (
        f" (lowest {low.removeprefix('USD ')}, highest {high.removeprefix('USD ')})" if price.low != price.high else ""
    )
    if not whole:
        return f"one costs, as told, {central}{span}"
    rises = f"; {NO_FACTOR}" if span and drawn else ", and rises"
    return f"one costs, as told, {central}{span}{rises}"


def _part_words(purse: Purse) -> str:
    """What a share is a share of."""
    if purse.of == OWN:
        return f"the money of {purse.road}"
    whole = f"the equipment part of {'extra ' if purse.of == 'extra' else ''}spending"
    return f"{whole}: {purse.road}" if purse.road else whole


def _placed(buy: Buy, months: Months) -> str:
    if buy.yearly:
        return "year by year as the table says"
    if buy.first is None and buy.last is None:
        return "year by year" if buy.share is not None else f"within twelve months from {months.named()[0]}"
    last = buy.last or buy.first
    return f"from {buy.first or months.year} to {last}" if buy.first != last else f"in {buy.first}"


def _spread(one: Spread) -> str:
    if one.low == one.high:
        return wording.number(one.central)
    return f"{wording.number(one.central)} ({wording.number(one.low)} to {wording.number(one.high)})"


# What comes of it ----------------------------------------------------------------------------------------------------


def headline(one: ItemRun, made: Industry) -> str:
    """The answer in one sentence."""
    months, title = one.months, one.facts.item.title
    last = months.named()[-1]
    if not one.buy.orders():
        first, yearly = (YEAR * shown(one.fans["output"]).central[at] for at in (0, -1))
        unit = one.facts.item.unit
        then = f"{count(yearly, unit)} a year at the end of {months.years()[-1]}"
        return f"{title}: {count(first, unit)} a year as it stands, {then}."
    half, every = (
        each.central if each.chance is None else each.middle for each in (one.delivered[1], one.delivered[-1])
    )
    if every is not None:
        begun = f", half of it by {named(half)}" if half is not None else ""
        return f"{title}: all that is ordered is there by {named(every)}{begun}."
    here, ordered = (shown(one.fans[name]).central[-1] for name in ("delivered", "ordered"))
    part = 100 * here / ordered if ordered else 0.0
    return f"{title}: {part:.0f} % of what is ordered is there by {last}, {count(here, one.facts.item.unit)}."


def head_rows(one: ItemRun) -> Iterator[tuple[str, str]]:
    """The figures under the headline, each under its name."""
    for each in one.delivered:
        yield STEPS[each.what], when_words(each, one.months)
    for each in one.reached:
        verb = "is made" if each.what == "output" else "can be made"
        yield verb, f"{count(each.value, one.facts.item.unit)} a year: {when_words(each, one.months)}"
    queue = one.fans["queue"]
    ends = [at for at in (0, 3 * YEAR - 1, 6 * YEAR - 1) if at < one.months.count]
    names = one.months.named()
    yield "queue", "; ".join(f"{fan_words(queue, at)} in {names[at]}" for at in ends)


def ledger_words(one: Ledger, unit: str) -> str:
    """The books at the horizon in one line."""
    return (
        f"central run: {count(one.waited)} waited and {count(one.ordered)} {unit} are ordered by all: "
        f"{count(one.delivered)} are delivered, {count(one.waits)} wait, {count(one.withdrawn)} are withdrawn"
    )


def bought_words(one: Bought) -> str:
    """A share of trade with its definition."""
    goal = "goal: " if one.goal else ""
    return f"{goal}{one.who}, {one.what}, {one.period}: {wording.number(one.value)} {one.of}"


# What it rests on ----------------------------------------------------------------------------------------------------


def line_words(line: Line, unit: str, width: int = 1000) -> Iterator[str]:
    """What is known of a maker's line, in a few words each, a source in at most `width` letters."""
    if line.level is not None:
        what = "a stated capacity, of which a part comes out" if line.level.of_capacity else "made"
        yield f"{_rate(line.level.rate, unit)} ({what}, around {named(line.level.since)})"
    if line.plan is not None:
        yield f"planned: {_rate(line.plan.level, unit)} by {named(line.plan.due)}"
    if line.queue.reference or line.queue.rows:
        counted = unit if line.queue.unit == "units" else "months"
        where = "" if line.queue.rows else f" ({wording.shortened(line.queue.reference, width)})"
        yield f"waiting: {_spread(line.queue.spread)} {counted}{where}"
    if line.lacks:
        yield line.lacks


def _rate(one: Spread, unit: str) -> str:
    if one.low == one.high:
        return f"{count(one.central)} {unit} a month"
    return f"{count(one.central)} ({count(one.low)} to {count(one.high)}) {unit} a month"


def row_words(one: Row) -> str:
    """A row as it was told: what, of when, the figure as printed, by whom, how good the page is."""
    row = one.row
    kind, _, item = row.basis.partition("/")
    kind = {"backlog": "orders", "lead_time": "lead time"}.get(kind, kind)
    shown = "" if one.use != "shown" else f" [shown only: {one.reason}]"
    return f"{kind}, {row.period}: {row.printed} · {item} · {row.release} · {row.grade.value}{shown}"


def address(row: Row) -> str:
    """Where a row can be read."""
    return opened(row.row.source)


def told_words(one: Told) -> str:
    """A value that no row holds."""
    year = f" of {one.year}" if one.year else ""
    return f"{_spread(one.spread)} {one.unit}{year}; {one.reference}"


def purse_words(one: Purse) -> list[str]:
    """The money behind the orders."""
    last = max(one.money)
    head = (
        f"equipment money of {len(one.allies)} allies ({'extra spending' if one.of == 'extra' else 'all spending'}, "
        f"{one.road}): {wording.money(one.money[last], 'USD')} in {last}, prices of {one.base}"
    )
    if not one.without:
        return [head]
    return [head, f"left out, since no release tells their equipment share: {', '.join(one.without)}"]
