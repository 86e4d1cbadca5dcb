"""The items as a list: what the record tells of each, and how many rows; and the shipped scenarios."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from burdenshare._version import __version__
from burdenshare.errors import BurdenshareError
from burdenshare.record import Record
from burdenshare.report import wording
from burdenshare.report.article import held_record
from burdenshare.report.hanging import Hanging
from burdenshare.report.industry.door import with_names
from burdenshare.report.industry.shape import FORMAT, facts_shape
from burdenshare.road.industry.assumptions import packaged
from burdenshare.road.industry.facts import facts, production
from burdenshare.road.industry.industry import industry
from burdenshare.road.industry.items import items, left
from burdenshare.road.industry.model import Facts, Plant
from burdenshare.road.industry.scenario import SHIPPED, load_plant

NEXT = (
    ("burdenshare industry 155mm", "what is made as it stands, how long the queue is"),
    ("burdenshare industry 155mm --units 1,000,000", "when an order would be there"),
    ("burdenshare industry caesar --money EUR 2bn --price 'EUR 5m-8m'", "what a sum buys, and when"),
    ("burdenshare industry 155mm --scenario hague-equipment", "fed by a spending path"),
    ("burdenshare industry requirements", "what is required, and when it would be met"),
)


def known(on: date | None = None, record: Record | None = None) -> tuple[Facts, ...]:
    """What a day knew of every item."""
    held = held_record(record)
    rows = production(held, on or held.edition)
    standing = packaged()["queue"].at(0)
    return tuple(facts(one, rows, standing) for one in items().values())


def list_shape(on: date | None = None, record: Record | None = None) -> dict[str, Any]:
    """The list as JSON (`items.schema.json`)."""
    held = held_record(record)
    return {
        "kind": "items",
        "format": FORMAT,
        "versions": {"code": __version__, "record": held.version},
        "edition": held.edition.isoformat(),
        "on": (on or held.edition).isoformat(),
        "items": [{**facts_shape(one), "rows": len(one.rows()), "lacks": one.lacks()} for one in known(on, held)],
        "left": [
            {"producer": one.producer, "row": one.row, "measure": one.measure, "reason": one.reason} for one in left()
        ],
        "scenarios": [{"name": name, "title": load_plant(name).title} for name in SHIPPED],
    }


def rendered_list(on: date | None = None, record: Record | None = None) -> RenderableType:
    """The items, each with what is known of it, the scenarios, and what to do next."""
    width = max(map(len, items())) + 2
    blocks: list[RenderableType] = [Text("Items the record can feed", style="bold")]
    every = known(on, record)
    blocks += [_row(one, width) for one in every if not one.lacks()]
    blocks += [Text(""), Text("Not enough in the record", style="bold")]
    blocks += [
        Hanging(f"  {one.item.id:<{width}}", Text(f"{one.item.title}: {one.lacks()}")) for one in every if one.lacks()
    ]
    blocks += [Text(""), Text("Shipped scenarios", style="bold"), *_scenarios()]
    blocks += [Text(""), Text("Try this", style="bold")]
    for command, told in NEXT:
        blocks += [Text(f"  {command}", style="bold"), Text(f"      {told}")]
    return Group(*blocks)


def _row(one: Facts, width: int) -> RenderableType:
    makers = ", ".join(line.maker.title for line in one.whole())
    count = len(one.rows())
    told = f"{one.item.title} · {makers} · {count} row{'s' if count != 1 else ''}"
    return Hanging(f"  {one.item.id:<{width}}", Text(told))


def _scenarios() -> Iterator[RenderableType]:
    width = max(map(len, SHIPPED)) + 2
    yield from (Hanging(f"  {name:<{width}}", Text(load_plant(name).title)) for name in SHIPPED)


def checked(file: str) -> tuple[list[str], str]:
    """Every fault of a scenario file of the industry as one line each; or, where it has none, what it asks."""
    held = held_record(None)
    try:
        plant = with_names(held, load_plant(file))
        wanted = [one.item for one in plant.buys] or list(items())[:1]
        made = industry(held, plant, held.edition, only=wanted)
    except BurdenshareError as fault:
        lines = [one.line() for one in fault.each]
        return [one if file in one else f"{file}: {one}" for one in lines], ""
    lacking = [f"{items()[item].title}: not enough in the record" for item in made.lacking]
    return [], f"fine: {wording.clean('; '.join([plant.title, *asked_of(plant), *lacking]))}"


def asked_of(plant: Plant) -> Iterator[str]:
    """What a scenario buys, item by item."""
    for one in plant.buys:
        if one.yearly:
            whole = sum(spread.central for _, spread in one.yearly)
            yield f"{wording.number(whole)} {items()[one.item].unit} of {one.item} by its table"
        elif one.units is not None:
            yield f"{wording.number(one.units.central)} {items()[one.item].unit} of {one.item}"
        elif one.money is not None:
            yield f"{wording.money(one.money.central, one.currency)} on {one.item}"
        elif one.share is not None:
            yield f"{one.share.central:g} % of the equipment money on {one.item}"
        else:
            yield f"{one.item} as it stands"
