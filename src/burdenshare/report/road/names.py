"""Names of allies and groups as a road shows them."""

from __future__ import annotations

from burdenshare.record import Record
from burdenshare.road.sums import TOGETHER

SHORT = {"NATO": "NATO", "EUR": "Europe", "EUR_CAN": "Europe and Canada"}
"""The groups that a road sums up, as short as a table needs them."""


def name_of(record: Record, entity: str) -> str:
    """The name of an ally, of a group, or of the allies that were asked for together."""
    if entity == TOGETHER:
        return "Together"
    return SHORT.get(entity) or record.name(entity)
