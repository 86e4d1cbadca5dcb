"""Counts where a share was printed as the threshold itself: the quotient behind it is a second reading."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.checking.questions import Count
from burdenshare.record.model import Derivation, Finding
from burdenshare.record.record import Record


def unrounded_count(stored: Finding | None, node: Count, record: Record) -> Finding | None:
    """The count with hard-rounded cells taken at expenditure over GDP (semantics §3); None where nothing changes."""
    if stored is None or stored.value is None or stored.bounded or node.measure != "share_of_gdp":
        return None
    at_line = [one for one in stored.observations if one.value == node.threshold and not one.aggregate]
    found = [record.unrounded_share(one.entity, int(one.period), stored.release.id) for one in at_line]
    beneath = [one for one in found if one is not None and one.value is not None and one.high < node.threshold]
    if not beneath:
        return None
    moved = len(beneath) * (1 if node.below else -1)
    value = stored.value + moved
    names = ", ".join(record.name(one.entity) for one in beneath)
    tree = Derivation(
        stored.derivation.name,
        value,
        stored.unit,
        stored.derivation.period,
        f"{stored.derivation.formula}; {names} from the unrounded quotient",
        (stored.derivation, *(one.derivation for one in beneath)),
    )
    said = f"{names} printed as {node.threshold:g} %, unrounded below it"
    return replace(stored, value=value, low=value, high=value, derivation=tree, caveats=(*stored.caveats, said))
