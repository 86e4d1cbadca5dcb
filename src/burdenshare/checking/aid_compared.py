"""Aid to Ukraine of one donor held against that of others: both from one release, of one kind and one span."""

from __future__ import annotations

from datetime import date

from burdenshare.checking.questions import Comparison
from burdenshare.record.model import Derivation, Finding
from burdenshare.record.record import Record

OF_THE_TRACKER = frozenset({"aid"})
"""Measures whose releases are never mixed and whose periods are the source's own."""


def aid_compared(node: Comparison, record: Record, as_of: date, release: str | None) -> Finding | None:
    """One donor's aid over that of others taken together; None where one release does not hold them all."""
    own = _aid(node, record, node.entity, as_of, release)
    if own is None or own.value is None:
        return None
    held = [_aid(node, record, one, as_of, own.release.id) for one in node.against]
    others = [one for one in held if one is not None and one.value is not None]
    if len(others) != len(held) or sum(one.low for one in others) <= 0:
        return None
    value, low, high = (sum(getattr(one, end) for one in others) for end in ("value", "low", "high"))
    names = " and ".join(record.name(one) for one in node.against)
    tree = Derivation(
        f"aid to Ukraine: {record.name(node.entity)} over {names}",
        own.value / value,
        "times",
        str(node.year),
        "own / others",
        (own.derivation, *(one.derivation for one in others)),
    )
    return Finding(
        own.value / value,
        own.low / high,
        own.high / low,
        "times",
        "comparison",
        node.entity,
        str(node.year),
        own.basis,
        own.release,
        tree,
        (*own.observations, *(seen for one in others for seen in one.observations)),
        older=own.older,
        secondary_only=own.secondary_only or any(one.secondary_only for one in others),
        caveats=own.caveats,
    )


def _aid(node: Comparison, record: Record, donor: str, as_of: date, release: str | None) -> Finding | None:
    assert isinstance(node.basis, str) and isinstance(node.year, int | str)
    return record.cell(
        "aid", donor, node.year, basis=node.basis, as_of=as_of, release=release, exact_release=release is not None
    )
