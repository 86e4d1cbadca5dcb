"""The table of items: which rows of `industry/production.csv` tell of what, and which tell of nothing that is made."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from burdenshare.errors import UnknownNameError
from burdenshare.record.model import Observation
from burdenshare.road.industry.model import Item, Maker, Told
from burdenshare.road.model import Spread


@dataclass(frozen=True, slots=True)
class Left:
    """Rows that no item uses, and why: of a producer (`RUS*`: all that begin so), an item's name, a measure."""

    producer: str
    row: str
    measure: str
    reason: str

    def holds(self, one: Observation) -> bool:
        """Whether a row is one of these."""
        measure, _, name = one.basis.partition("/")
        begins = self.producer.endswith("*") and one.entity.startswith(self.producer[:-1])
        return (
            (not self.producer or begins or one.entity == self.producer)
            and self.row in ("", name)
            and self.measure in ("", measure)
        )


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("burdenshare.road.industry").joinpath("items.toml").read_text(encoding="utf-8"))


@cache
def items() -> dict[str, Item]:
    """Every item by its id, in the order of the table."""
    return {row["id"]: _item(row) for row in _table()["item"]}


@cache
def left() -> tuple[Left, ...]:
    """The rows that no item uses."""
    return tuple(
        Left(row.get("producer", ""), row.get("row", ""), row.get("measure", ""), row["reason"])
        for row in _table()["left"]
    )


@cache
def said() -> dict[str, str]:
    """What words of a period or of a speaker mean as a date, where the table's column is none."""
    return {row["words"]: row["means"] for row in _table()["said"]}


def item_of(name: str) -> Item:
    """An item by its id or by another of its names. Raises UnknownNameError with the nearest."""
    asked = name.casefold().strip()
    for one in items().values():
        if asked in (one.id, one.title.casefold(), *(each.casefold() for each in one.also)):
            return one
    known = [each for one in items().values() for each in (one.id, *one.also)]
    raise UnknownNameError("item", name, known if len(asked) > 1 else items())


def of_maker(one: Observation, maker: Maker) -> bool:
    """Whether a row tells of this maker's line."""
    return one.entity in maker.producers and one.basis.partition("/")[2] in maker.rows


def _item(row: Mapping[str, Any]) -> Item:
    return Item(
        id=row["id"],
        title=row["title"],
        unit=row["unit"],
        also=tuple(row["also"]),
        makers=tuple(_maker(one) for one in row["maker"]),
        price=_told(row["price"], "currency") if "price" in row else None,
        queue=_told(row["queue"], "unit") if "queue" in row else None,
    )


def _maker(row: Mapping[str, Any]) -> Maker:
    return Maker(
        row["id"], row["title"], tuple(row["producers"]), tuple(row["rows"]), row["reason"], row.get("within", "")
    )


def _told(row: Mapping[str, Any], unit: str) -> Told:
    spread = Spread(float(row["low"]), float(row["central"]), float(row["high"]))
    return Told(spread, row[unit], row["reference"], row["reason"], row.get("year", 0))
