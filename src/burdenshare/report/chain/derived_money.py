"""Why the money of a chain is what it is: ally by ally, down to the cells of shares, equipment and GDP."""

from __future__ import annotations

from collections.abc import Iterator

from burdenshare.record import Record
from burdenshare.record.model import Derivation
from burdenshare.report.road.derived import derivation as of_road
from burdenshare.report.road.prices import target_year
from burdenshare.road.chain.result import Chain

ABOVE = "each ally down to the cells under money"
"""Where the money of allies is opened that are told with their sums alone."""


def money(record: Record, made: Chain, *, deep: bool) -> Derivation:
    """Equipment money of the target's year, ally by ally; with `deep` each down to the cells of its share and GDP."""
    purse = made.purse
    if purse is None:
        return Derivation("equipment money: not told", None, "", note=made.no_money)
    unit = purse.equipment.unit
    if purse.given:
        assert made.asked.money is not None
        told = dict(zip(purse.years, purse.equipment.central, strict=True))
        years = tuple(
            Derivation(f"money of {year}", told[year], unit, str(year))
            for year, _ in made.asked.money.years
            if year in told
        )
        sources = "; ".join(made.asked.money.sources)
        return Derivation(
            "equipment money", sum(told.values()), unit, "", f"as {purse.given} says", years, source=sources
        )
    year = target_year(made.road)
    members = tuple(_of_ally(record, made, ally, part, year, deep=deep) for ally, part in purse.allies.items())
    return Derivation(
        f"equipment money in {year}",
        purse.equipment.central[purse.years.index(year)],
        unit,
        str(year),
        formula="the sum over the allies of spending x equipment share",
        inputs=members if deep else tuple(one for one in members if one.value),
        note="" if deep else ABOVE,
    )


def _of_ally(record: Record, made: Chain, ally: str, part: float, year: int, *, deep: bool) -> Derivation:
    source = made.asked.plant.source
    assert source is not None
    one = made.road.allies[ally]
    at = made.road.years.index(year)
    path = one.course.equipment
    held = part if path is None else path[at]
    given = source.equipment
    if given is not None:
        held = given.central
    of = "extra" if source.of == "extra" else "spending"
    spent = one.fans[of].central[at]
    name = f"{record.name(ally)}: equipment money"
    if not deep:
        return Derivation(name, spent * held / 100, one.fans[of].unit, str(year))
    road = of_road(record, made.road, ally)
    if of == "spending":
        road = road.inputs[0]
    return Derivation(
        name,
        spent * held / 100,
        one.fans[of].unit,
        str(year),
        formula="spending x equipment share",
        inputs=(road, *_equipment_share(record, made, ally, held)),
    )


def _equipment_share(record: Record, made: Chain, ally: str, held: float) -> Iterator[Derivation]:
    source = made.asked.plant.source
    assert source is not None
    if source.equipment is not None:
        yield Derivation("equipment share", held, "%", source="the scenario's own: equipment")
        return
    start = made.road.allies[ally].course.start
    found = record.cell("equipment_share", ally, start.year, as_of=made.on)
    if found is not None:
        yield found.derivation


def target(record: Record, made: Chain) -> Derivation:
    """What is asked of the allies together, each with its sum."""
    year = target_year(made.road)
    at = made.road.years.index(year)
    members = tuple(of_road(record, made.road, ally) for ally in made.road.allies)
    whole = sum(one.fans["extra"].central[at] for one in made.road.allies.values())
    unit = next(iter(made.road.allies.values())).fans["extra"].unit
    return Derivation("extra spending a year", whole, unit, str(year), "the sum of what each ally adds", members)
