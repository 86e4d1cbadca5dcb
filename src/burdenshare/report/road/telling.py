"""What of a road is told, and in which words: the same for the terminal and the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from burdenshare.record import Record
from burdenshare.report import wording
from burdenshare.report.road.names import name_of
from burdenshare.report.road.prices import CENT, Figure, Price, price_of
from burdenshare.road.model import Assumption, Backfill, Baseline, Measure, Scenario, Shape, Spread, Target
from burdenshare.road.result import Met, Past, Road

NOTHING = "nothing"

HELD = {
    Baseline.SHARE: "each ally holds the newest share of GDP known on the day",
    Baseline.REAL: "each ally goes on buying what it buys in the base year",
    Baseline.PLANS: "each ally follows its own plans as stated on the day",
}
"""What a price is held against, by the baseline."""

WAYS = {
    Shape.LINEAR: "in even steps",
    Shape.FRONT: "the larger steps first",
    Shape.BACK: "the larger steps last",
    Shape.STEP: "all at once in its year",
    Shape.CUSTOM: "through",
}

ASKED = {
    Measure.SHARE: "{value:g} % of GDP by {by}",
    Measure.MONEY: "{money} a year by {by}",
    Measure.GROWTH: "{value:+g} % a year in real terms until {by}",
    Measure.EQUIPMENT: "{value:g} % of expenditure on equipment by {by}",
    Measure.RELATED: "{value:g} % of GDP on the wider part by {by}",
}

CURRENCIES = {"USD": "USD {}", "constant USD": "USD {} at prices of the base year", "NCU": "{} in national currency"}

_CONSTANT = re.compile(r"([A-Z]{3}) of (\d{4})")


def value_words(value: float, unit: str) -> str:
    """A value of a road with its unit: `USD 503.8 bn`, `2.35 %`; the year of its prices is told once, elsewhere."""
    if found := _CONSTANT.fullmatch(unit):
        return wording.money(value, found[1])
    return wording.amount(value, "%" if unit == "% of GDP" else unit)


def span_words(figure: Figure) -> str:
    """The interval of a figure: `464.4 bn to 547.4 bn`; empty without draws or without width."""
    if figure.low is None or figure.high is None or figure.low == figure.high:
        return ""
    low, high = (value_words(one, figure.unit) for one in (figure.low, figure.high))
    if low == high:
        return ""
    return f"{_bare(low, figure.unit)} to {_bare(high, figure.unit)}"


def _bare(words: str, unit: str) -> str:
    return words.removeprefix(f"{unit[:3]} ").removesuffix(" %")


def figure_words(figure: Figure, more: str = "") -> str:
    """A figure with its interval in brackets; `more` stands behind the figure (`a year`)."""
    if figure.central == 0 and not span_words(figure) and "%" not in figure.unit:
        return NOTHING
    span = span_words(figure)
    head = " ".join(filter(None, (value_words(figure.central, figure.unit), more)))
    return f"{head} ({span})" if span else head


def points_words(figure: Figure) -> str:
    """What is added to a share, in points with its sign: `+1.38 points (0.69 to 2.15)`."""
    head = f"{figure.central:+.2f} points"
    if figure.low is None or figure.high is None or figure.low == figure.high:
        return head
    return f"{head} ({figure.low:.2f} to {figure.high:.2f})"


def headed(road: Road) -> str:
    """The group or ally whose price stands at the head: the first that the scenario moves."""
    every = (*road.groups, *road.allies)
    if not road.groups:
        return every[0]
    return next((one for one in road.groups if price_of(road, one).extra.central), every[0])


def headline(record: Record, road: Road) -> str:
    """The price in one sentence."""
    price = price_of(road, headed(road))
    who = name_of(record, price.entity)
    if price.equipment is not None and not price.extra.central:
        moved = wording.money(price.equipment, "USD")
        return f"{who}: {moved} of spending moved to equipment in {price.year}, at prices of {road.base}."
    if not price.extra.central:
        return f"{who}: nothing more than without a target; what is spent grows with the economy."
    more = "more" if price.extra.central > 0 else "less"
    sum_ = value_words(abs(price.extra.central), price.extra.unit)
    total = value_words(abs(price.total.central), price.total.unit)
    return (
        f"{who}: {sum_} {more} in {price.year} than without it, {total} added up from {road.base + 1} to "
        f"{road.years[-1]}, at prices of {road.base}."
    )


def head_rows(road: Road, price: Price) -> Iterator[tuple[str, str]]:
    """The figures under the headline, each under its name."""
    base, year = road.base, price.year
    yield (
        f"extra in {year}",
        figure_words(price.extra, "a year") + (f", prices of {base}" if price.extra.central else ""),
    )
    if price.equipment is not None:
        yield "to equipment", f"{wording.money(price.equipment, 'USD')} within what is spent, prices of {base}"
    if price.extra.central or price.extra_usd.central:
        yield f"in {year} dollars", figure_words(price.extra_usd)
        if price.extra_ncu is not None and price.extra_ncu.unit != "USD":
            yield f"in {price.extra_ncu.unit}", figure_words(price.extra_ncu)
        yield "added up", f"{figure_words(price.total)}, {base + 1} to {road.years[-1]}, prices of {base}"
    yield "share of GDP", f"{wording.number(price.start)} % to {figure_words(price.share)}"
    if price.per_head and abs(price.per_head) >= CENT:
        yield "per head", f"USD {wording.number(price.per_head, 0)} in {year}, prices of {base}"
    if price.debt_added is not None and price.debt_added.central:
        yield "debt", f"{points_words(price.debt_added)} of GDP by {year}"
    if price.pooled is not None:
        pooled = wording.money(price.pooled, "USD") if price.pooled else NOTHING
        yield "as one group", f"{pooled} in {year}: who stands above the target offsets who stands below"


# What is asked -------------------------------------------------------------------------------------------------------


def target_words(record: Record, one: Target) -> str:
    """A target in words: `3.5 % of GDP by 2035 of Germany, the larger steps first`."""
    money = CURRENCIES.get(one.unit, "{}").format(wording.money(one.value, "").strip())
    said = ASKED[one.measure].format(value=one.value, by=one.by, money=money)
    who = "" if one.allies == ("NATO",) else f" of {', '.join(name_of(record, each) for each in one.allies)}"
    parts = [f"{said}{who}"]
    if one.shape is Shape.CUSTOM:
        parts.append("through " + ", ".join(f"{value:g} in {year}" for year, value in one.points))
    elif one.shape is not Shape.LINEAR:
        parts.append(WAYS[one.shape])
    if one.since is not None:
        parts.append(f"from {one.since} on")
    if one.exact:
        parts.append("also for who stands above it")
    return ", ".join(parts)


def backfill_words(record: Record, one: Backfill) -> str:
    """A backfill in words."""
    part = f"{100 * one.fraction * one.part:.3g} % of its expenditure"
    payers = ", ".join(name_of(record, each) for each in one.allies)
    return f"{record.name(one.ally)} takes {part} away by {one.by}; {payers} add as much, divided by {one.key.upper()}"


def asked_words(record: Record, scenario: Scenario) -> list[str]:
    """Everything that a scenario asks, a line each."""
    lines = [target_words(record, one) for one in scenario.targets]
    lines += [backfill_words(record, one) for one in scenario.backfills]
    if scenario.follow_plans:
        lines.append("each ally's own plan as stated on the day")
    return lines or ["nothing: what is spent is held"]


# Will it be met? -----------------------------------------------------------------------------------------------------

LIKELY_AT, DOUBTFUL_AT = 0.8, 0.2
"""Chances from which an ally is told as likely to meet a target, and to which as unlikely."""


def met_lines(record: Record, one: Met) -> list[str]:
    """How likely a share is met: how many are expected to, who is likely to, who is not."""
    fewest, most = one.between()
    who = len(one.chance)
    spread = f"{fewest} to {most}" if fewest != most else str(fewest)
    lines = []
    if who > 1:
        lines.append(
            f"{one.value:g} % by {one.by}: {spread} of {who} allies in 80 % of futures, {one.expected():.1f} expected"
        )
    by_chance = sorted(one.chance.items(), key=lambda held: -held[1])
    kinds = {
        "likely": [held for held in by_chance if held[1] >= LIKELY_AT],
        "open": [held for held in by_chance if DOUBTFUL_AT < held[1] < LIKELY_AT],
        "unlikely": [held for held in by_chance if held[1] <= DOUBTFUL_AT],
    }
    for kind, held in kinds.items():
        if held:
            named = ", ".join(f"{record.name(ally)} {_chance(chance)}" for ally, chance in held)
            lines.append(f"{kind}: {named}" if who > 1 else f"{one.value:g} % by {one.by}: {kind}, {named}")
    return lines


def _chance(part: float) -> str:
    """A chance in whole per cent; never nothing or all, since futures are drawn."""
    return "under 1 %" if part < 0.01 else "over 99 %" if part > 0.99 else f"{100 * part:.0f} %"


MET_FROM = (
    "the forecast of shares: history, commitments and the alliance's trend as known on the day; the scenario's own "
    "path does not move it, and `burdenshare backtest` tells how such forecasts came true"
)


# What it rests on ----------------------------------------------------------------------------------------------------


def past_words(past: Past) -> list[str]:
    """On which past errors the intervals rest."""
    years = [one[4:8] for one in past.vintages]
    counts = ", ".join(str(one) for one in past.counts)
    growth = sum(past.mean_growth) / len(past.mean_growth)
    prices = sum(past.mean_prices) / len(past.mean_prices)
    left = " (centred: left out of the draws)" if past.centred else " (kept in the draws)"
    lines = [
        f"errors of {len(past.vintages)} April Outlooks ({years[0]} to {years[-1]}) drawn whole; of years 0 to "
        f"{len(past.counts) - 1} ahead {counts} of them are known",
        f"on average real growth came out {growth:+.1f} points a year against them, prices {prices:+.1f}{left}",
    ]
    if past.without:
        lines.append(f"without the errors about {' and '.join(str(one) for one in past.without)}")
    return lines


def ground_lines(road: Road) -> list[str]:
    """What the central run rests on: the release, the Outlook, and what was done with them."""
    release = f"shares: release {road.starts.release} ({road.starts.definition} expenditure)"
    return [release, *(one for one in road.notes if road.related is None or "wider" not in one)]


def spread_words(one: Spread) -> str:
    """`0.8 (0.5 to 1.5)`, or one number where it is known."""
    return f"{one.central:g}" if one.low == one.high else f"{one.central:g} ({one.low:g} to {one.high:g})"


def assumption_words(one: Assumption, base: int) -> str:
    """An assumption with its values from year to year: `0.8 (0.5 to 1.5); 1 from 2030 on`."""
    first = spread_words(one.at(base))
    later = [f"{spread_words(spread)} from {since} on" for since, spread in one.values if since > base]
    return "; ".join((first, *later))


def missing(record: Record, road: Road) -> list[str]:
    """What is not known: allies without data, and the wider part of The Hague."""
    lines = [
        f"{record.name(one)}: "
        + ("no armed forces, so no defence expenditure is recorded" if one == "ISL" else "no data of it is held")
        + "; left out, not counted as nothing"
        for one in road.without
    ]
    if road.related is not None:
        whole = wording.money(sum(road.related.money.values()), "USD")
        year = f"{road.related.by} (prices of {road.base})"
        lines.append(
            f"the wider {road.related.share:g} % of GDP is {whole} in all in {year}: no release counts what is spent "
            "on it today, so how much of it would be new is not known"
        )
    return lines


def ally_notes(record: Record, road: Road) -> list[str]:
    """Remarks on single allies; those that several share are told once."""
    shared: dict[str, list[str]] = {}
    for ally, one in road.allies.items():
        for note in one.notes:
            shared.setdefault(note, []).append(record.name(ally))
    return [f"{', '.join(names)}: {note}" for note, names in shared.items()]
