"""The assumptions of the road: what no statistic gives, from `assumptions.toml` or from a scenario."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from burdenshare.road.model import Assumption, Scenario, Spread

BOUNDS: dict[str, tuple[float, float]] = {
    "multiplier": (0.0, 5.0),
    "import_share": (0.0, 1.0),
    "offset": (0.0, 1.0),
    "interest_growth": (-20.0, 20.0),
    "defence_wedge": (-10.0, 20.0),
    "absorption": (0.0, 500.0),
}
"""What a value of each may be at all; beyond it is a slip of the pen (a multiplier of 50, a part of 3)."""

DRAWN = ("multiplier", "import_share", "offset", "interest_growth", "defence_wedge")
"""Those that an ensemble draws; the absorption limit is a mark, not a quantity."""


@cache
def packaged() -> dict[str, Assumption]:
    """The shipped assumptions by key; their values hold in every year."""
    table = tomllib.loads(files("burdenshare.road").joinpath("assumptions.toml").read_text(encoding="utf-8"))
    return {
        key: Assumption(
            key,
            row["unit"],
            ((0, Spread(row["low"], row["central"], row["high"])),),
            row["reference"],
            row["reason"],
        )
        for key, row in table.items()
    }


def assumed(scenario: Scenario) -> dict[str, Assumption]:
    """The assumptions in force: the scenario's where it has its own, else the shipped ones.

    A scenario's own holds from its first year on and leaves the shipped value before it.
    """
    made = dict(packaged())
    for one in scenario.assumptions:
        shipped = made[one.key]
        first = min(since for since, _ in one.values)
        before = tuple(held for held in shipped.values if held[0] < first)
        made[one.key] = Assumption(one.key, shipped.unit, before + one.values, one.reference, one.reason)
    return made
