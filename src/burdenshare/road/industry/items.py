"""The table of items: which rows of `industry/production.csv` tell of what, and which tell of nothing that is made."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from burdenshare.errors import UnknownNameError
from burdenshare.record.model import Observation
from burdenshare.road.industry.model import Item, Maker, Told
from burdenshare.road.model import Spread

_WORD = re.compile(r"\w+")
LEAST_LETTERS = 3


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
    raise unknown_item(name)


def unknown_item(name: str, own: Iterable[str] = (), *, where: str = "") -> UnknownNameError:
    """That no item is called so: with those whose names hold the word, such as both interceptors of a Patriot, else
    with the nearest in letters, each item once. `own` are items of the user's own table."""
    asked = name.casefold().strip()
    held = {one.id: one for one in items().values()}
    meant = [one for one in held.values() if _tells_of(one, asked)]
    if not meant and len(asked) > 1:
        by_name = {each.casefold(): one.id for one in held.values() for each in (one.id, one.title, *one.also)}
        by_name |= {each.casefold(): each for each in own}
        near = get_close_matches(asked, by_name, n=3, cutoff=0.6)
        ids = dict.fromkeys(by_name[each] for each in near)
        meant = [held[id_] for id_ in ids if id_ in held]
        if len(meant) < len(ids):
            return UnknownNameError("item", name, [*held, *own], where=where)
    return UnknownNameError("item", name, (), where=where, meant={one.id: one.title for one in meant})


def _tells_of(one: Item, asked: str) -> bool:
    """Whether every word that is asked for begins a word of the item's names; two letters say nothing."""
    words = _WORD.findall(" ".join((one.id, one.title, *one.also)).casefold())
    told = [each for each in _WORD.findall(asked) if len(each) >= LEAST_LETTERS]
    return bool(told) and all(any(word.startswith(each) or each == f"{word}s" for word in words) for each in told)


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
