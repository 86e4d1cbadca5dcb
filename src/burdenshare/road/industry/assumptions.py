"""The assumptions of the industry: what no row gives, from `assumptions.toml` or from a scenario."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from burdenshare.road.model import Assumption, Spread

BOUNDS: dict[str, tuple[float, float]] = {
    "stretch": (0.1, 50.0),
    "growth": (0.0, 20.0),
    "queue": (0.0, 600.0),
    "making": (0.0, 120.0),
    "build": (0.0, 240.0),
    "ramp": (1.0, 240.0),
    "contract": (1.0, 240.0),
    "use": (0.0, 2.0),
    "others": (0.0, 5.0),
    "cancelled": (0.0, 100.0),
    "price_rise": (-20.0, 50.0),
}
"""What a value of each may be at all; beyond it is a slip of the pen."""


@cache
def packaged() -> dict[str, Assumption]:
    """The shipped assumptions by key; their values hold in every year."""
    table = tomllib.loads(files("burdenshare.road.industry").joinpath("assumptions.toml").read_text(encoding="utf-8"))
    return {
        key: Assumption(
            key,
            row["unit"],
            ((0, Spread(float(row["low"]), float(row["central"]), float(row["high"]))),),
            row["reference"],
            row["reason"],
        )
        for key, row in table.items()
    }


def assumed(own: Iterable[Assumption]) -> dict[str, Assumption]:
    """The assumptions in force: a scenario's own where it has one, else the shipped ones."""
    shipped = packaged()
    made = dict(shipped)
    for one in own:
        made[one.key] = Assumption(one.key, shipped[one.key].unit, one.values, one.reference, one.reason)
    return made


def spread_of(held: dict[str, Assumption], key: str) -> Spread:
    """The spread of an assumption: those of the industry hold in every year."""
    return held[key].at(0)
