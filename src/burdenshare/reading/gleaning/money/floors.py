"""How small a year's spending of an ally or group has ever been."""

from __future__ import annotations

from burdenshare.reading.tables import load_table


def too_small(owners: tuple[str, ...], amount: float) -> bool:
    """Whether the whole of the owners' spending in a year was never as small as `amount`: it is a part of it."""
    floors: dict[str, float] = load_table("glean_sums")["smallest"]["levels"]
    return amount < sum(floors.get(entity, floors["DEFAULT"]) for entity in owners)
