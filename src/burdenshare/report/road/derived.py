"""Why a price is what it is: the tree from an ally's extra spending down to the cells of releases and Outlooks."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.record.model import Derivation, Finding
from burdenshare.record.record import Record
from burdenshare.report.road.prices import price_of
from burdenshare.road.outlook import Economy
from burdenshare.road.result import AllyRoad, Road
from burdenshare.road.roll import SHARE


def derivation(record: Record, road: Road, entity: str, *, deep: bool = True) -> Derivation:
    """The tree behind the central price of an ally, or of a group as the sum of its members'.

    Without `deep` the members of a group are named with their sums alone.
    """
    if entity not in road.groups:
        return _of_ally(record, road, road.allies[entity])
    price = price_of(road, entity)
    members = tuple(_of_ally(record, road, road.allies[one]) for one in road.groups[entity].members)
    if not deep:
        members = tuple(replace(one, inputs=()) for one in members)
    return Derivation(
        f"{record.name(entity)}: extra spending a year",
        price.extra.central,
        price.extra.unit,
        str(price.year),
        formula="the sum of what each member adds",
        inputs=members,
    )


def _of_ally(record: Record, road: Road, one: AllyRoad) -> Derivation:
    price = price_of(road, one.ally)
    at = road.years.index(price.year)
    name, unit, year = record.name(one.ally), price.extra.unit, str(price.year)
    spending, baseline = one.fans["spending"].central[at], one.fans["baseline"].central[at]
    gdp = _gdp(record, road, one, at)
    return Derivation(
        f"{name}: extra spending a year",
        price.extra.central,
        unit,
        year,
        formula="spending with the target - spending without it",
        inputs=(
            _with_target(record, road, one, at, spending, gdp),
            _without(road, one, at, baseline, gdp),
        ),
    )


def _with_target(record: Record, road: Road, one: AllyRoad, at: int, spending: float, gdp: Derivation) -> Derivation:
    """Spending of the target year: its share of a GDP that the extra spending itself raises."""
    unit, year = one.fans["spending"].unit, str(road.years[at])
    share = one.fans["share"].central[at]
    raised = 100 * spending / share if share else gdp.value or 0.0
    references = [held.reference for held in one.course.targets] + [held.reference for held in road.scenario.backfills]
    asked = Derivation(
        "share of GDP with the target",
        share,
        "%",
        year,
        formula=_path_words(road, one),
        inputs=(_start(one),),
        source="; ".join(dict.fromkeys(filter(None, references))),
    )
    effect = Derivation(
        "GDP with the extra spending",
        raised,
        unit,
        year,
        formula="GDP + multiplier x (1 - import share) x extra spending",
        inputs=(gdp, *(_assumed(road, key, at) for key in ("multiplier", "import_share"))),
    )
    return Derivation("spending with the target", spending, unit, year, "share x GDP", (asked, effect))


def _assumed(road: Road, key: str, at: int) -> Derivation:
    held, year = road.assumptions[key], road.years[at]
    return Derivation(key.replace("_", " "), held.at(year).central, "", str(year), source=held.reference)


def _path_words(road: Road, one: AllyRoad) -> str:
    ask = one.course.ask
    if ask is None:
        moved = "; spending without the target and what the backfill moves" if road.scenario.backfills else ""
        return f"spending / GDP{moved or '; no share is asked'}"
    if ask.kind != SHARE:
        return f"spending / GDP; a path of {ask.kind} is asked"
    last = one.course.targets[-1] if one.course.targets else None
    way = "" if last is None else f", {last.shape.value}, to {last.value:g} % by {last.by}"
    return f"the path from the newest share known on the day{way}"


def _without(road: Road, one: AllyRoad, at: int, baseline: float, gdp: Derivation) -> Derivation:
    words = {
        "share": "the newest share known on the day x GDP",
        "real": "spending of the base year, dearer each year by the defence price wedge",
        "plans": "the share planned, as stated on the day x GDP",
    }
    kind = road.scenario.baseline.value
    told_above = replace(gdp, inputs=(), note="worked out above", source=one.economy.source)
    return Derivation(
        "spending without the target",
        baseline,
        one.fans["baseline"].unit,
        str(road.years[at]),
        formula=words[kind],
        inputs=(_start(one), told_above),
    )


def _start(one: AllyRoad) -> Derivation:
    return one.course.start.finding.derivation


def _gdp(record: Record, road: Road, one: AllyRoad, at: int) -> Derivation:
    """GDP of a year at prices of the base year: the base year's own, times the Outlook's growth since."""
    economy, year = one.economy, road.years[at]
    found: Finding | None = record.gdp(one.ally, road.base, as_of=road.on)
    base = () if found is None else (found.derivation,)
    return Derivation(
        "GDP without the target",
        economy.gdp_usd * economy.real[at],
        f"USD of {road.base}",
        str(year),
        formula=f"GDP of {road.base} x real GDP over that of {road.base}",
        inputs=(*base, _index(record, economy, at)),
    )


def _index(record: Record, economy: Economy, at: int) -> Derivation:
    """Real GDP of a year over that of the base year; past the Outlook's horizon each year grows as its last."""
    base, year = economy.years[0], economy.years[at]
    name = "real GDP of {} over that of " + str(base)
    if year <= economy.horizon:
        return _told_index(record, economy, base, year, name.format(year))
    last = economy.horizon
    return Derivation(
        name.format(year),
        economy.real[at],
        "",
        str(year),
        formula=f"that of {last} x growth of {last} for each of {year - last} years more",
        inputs=(
            _told_index(record, economy, base, last, name.format(last)),
            _told_index(record, economy, last - 1, last, f"real GDP of {last} over that of {last - 1}"),
        ),
        source=economy.source,
        note=f"{economy.vintage} ends in {last}",
    )


def _told_index(record: Record, economy: Economy, first: int, last: int, name: str) -> Derivation:
    """Real growth between two years as the Outlook's own nominal GDP and deflator tell it."""
    start = economy.years[0]
    cells = [
        record.cell(measure, economy.ally, year, basis=basis, unit=unit, release=economy.vintage, exact_release=True)
        for measure, basis, unit in (("gdp", "current", "NCU"), ("deflator", "", ""))
        for year in (last, first)
    ]
    return Derivation(
        name,
        economy.real[last - start] / economy.real[first - start],
        "",
        str(last),
        formula="nominal GDP in national currency over that of the first year, over the same of the deflator",
        inputs=tuple(one.derivation for one in cells if one is not None),
        source=economy.source,
        note=economy.vintage,
    )
