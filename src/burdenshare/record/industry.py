"""Makers, items and voices of the arms industry: ids for the rows of `industry/production.csv`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from burdenshare.record.model import Observation

DECLARED = Path(__file__).with_name("industry.toml")
KINDS = ("output", "capacity", "target", "backlog", "procurement_share")
"""Kinds a statement can name. They are never compared with each other; lead times are not asked for."""


@dataclass(frozen=True, slots=True)
class Named:
    """The table's own names for a maker or an item, and those of a wider or narrower one."""

    same: frozenset[str]
    near: frozenset[str]


@lru_cache(maxsize=1)
def _declared() -> dict[str, Any]:
    return tomllib.loads(DECLARED.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def makers() -> dict[str, Named]:
    """Every maker by its id: a firm's name, an ally's code, a group."""
    rows = _declared()["maker"]
    return {row["id"]: Named(frozenset(row["producers"]), frozenset(row.get("within", ()))) for row in rows}


@lru_cache(maxsize=1)
def items() -> dict[str, Named]:
    """Every item by its id."""
    return {row["id"]: Named(frozenset(row["rows"]), frozenset(row.get("near", ()))) for row in _declared()["item"]}


def is_evidence(one: Observation) -> bool:
    """Whether a body told it of itself or an institute counted it; what a person said is no evidence."""
    who = one.release
    for row in _declared()["voice"]:
        for name in row["begins"]:
            rest = who.removeprefix(name)
            if rest != who and (rest[:1] in (",", "/", ":", ";") or rest.startswith(_BEHIND_A_BODY)):
                return True
    return False


_BEHIND_A_BODY = (" via ", " (", " report", " order", " plan", " internal")
"""What may follow a body's own name in `stated_by`: another voice behind it is a person's."""


def kind_of(one: Observation) -> str:
    """`output` of `output/F-35 combat aircraft`."""
    return one.basis.partition("/")[0]


def item_of(one: Observation) -> str:
    """`F-35 combat aircraft` of `output/F-35 combat aircraft`."""
    return one.basis.partition("/")[2]
