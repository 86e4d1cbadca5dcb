"""The crosswalk: what every row of the requirements is, and which production items fill a gap."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any


class Kind(StrEnum):
    """What a requirement counts."""

    ADDITIONAL = "additional"  # so much more than now
    TOTAL = "total"  # so many in all, with what there was before
    ANNUAL = "annual"  # so many made a year


class Other(StrEnum):
    """What a row is that requires no units."""

    MONEY = "money"
    CONTEXT = "context"
    MULTIPLE = "multiple"
    AID = "aid"
    RUSSIA = "russia"
    UKRAINE = "ukraine"
    BELARUS = "belarus"


@dataclass(frozen=True, slots=True)
class Feed:
    """A production item that fills a gap, the makers that count (all without), and why."""

    item: str
    makers: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Required:
    """A requirement: its row by scenario and item, of a total the row of what there was `before`, what feeds it, or
    why nothing does."""

    id: str
    title: str
    kind: Kind
    scenario: str
    item: str
    before: str
    reason: str
    feeds: tuple[Feed, ...]
    lacks: str

    def rows(self) -> tuple[str, ...]:
        """The items of its rows, its own first."""
        return (self.item, self.before) if self.before else (self.item,)


@dataclass(frozen=True, slots=True)
class Aside:
    """Rows that require no units, and why."""

    kind: Other
    scenario: str
    items: tuple[str, ...]
    reason: str


@cache
def _table() -> dict[str, Any]:
    text = files("burdenshare.road.requirements").joinpath("crosswalk.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def requirements() -> dict[str, Required]:
    """Every requirement by its id, in the order of the table."""
    return {row["id"]: _required(row) for row in _table()["requirement"]}


@cache
def asides() -> tuple[Aside, ...]:
    """The rows that require no units."""
    return tuple(
        Aside(Other(row["kind"]), row["scenario"], tuple(row["items"]), row["reason"]) for row in _table()["other"]
    )


def _required(row: Mapping[str, Any]) -> Required:
    return Required(
        id=row["id"],
        title=row["title"],
        kind=Kind(row["kind"]),
        scenario=row["scenario"],
        item=row["item"],
        before=row.get("before", ""),
        reason=row["reason"],
        feeds=tuple(Feed(one["item"], tuple(one.get("makers", ())), one["reason"]) for one in row.get("feed", ())),
        lacks=row.get("lacks", ""),
    )
