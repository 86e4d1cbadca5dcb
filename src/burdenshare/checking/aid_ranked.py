"""A donor's place among all donors of aid to Ukraine: one release, one kind, one span, countries counted alone."""

from __future__ import annotations

from datetime import date

from burdenshare.checking.periods import year_of
from burdenshare.checking.questions import Rank
from burdenshare.record.model import Derivation, Finding
from burdenshare.record.record import Record

UNION = "EU_INST"
"""Whether the Union's institutions have a place of their own the words seldom say: where they gave more than the
country, both places are possible."""
CODE = 3
"""Letters of a country's code; the tracker's other donors are bodies and sums of several."""
FEWEST = 10
"""Donors a release must hold for the span before a place among them is told."""


def aid_ranked(node: Rank, record: Record, as_of: date, release: str | None) -> Finding | None:
    """The place by what the tracker counts; None where one release does not hold the donor, or too few others."""
    own = _aid(node, record, node.entity, as_of, release)
    if own is None or own.value is None or node.from_below:
        return None
    among = _donors(node, record)
    held = [_aid(node, record, one, as_of, own.release.id) for one in among if one != node.entity]
    others = [one for one in held if one is not None and one.value is not None]
    if len(others) < FEWEST:
        return None
    above = sorted((one for one in others if one.low > own.high), key=lambda one: -(one.value or 0.0))
    ties = sum(1 for one in others if one.low <= own.high and one.high >= own.low)
    union = _aid(node, record, UNION, as_of, own.release.id)
    ahead = int(node.group == "NATO" and union is not None and union.low > own.high)
    low, high = float(1 + len(above)), float(1 + len(above) + ties + ahead)
    value = low if low == high else None
    tree = Derivation(
        f"aid to Ukraine: place of {record.name(node.entity)} among {len(others) + 1} donors",
        value,
        "rank",
        str(node.year),
        "1 + donors with more" + (" (the Union's institutions gave more, too)" if ahead else ""),
        (own.derivation, *(one.derivation for one in above)),
    )
    return Finding(
        value,
        low,
        high,
        "rank",
        "rank",
        node.entity,
        str(node.year),
        own.basis,
        own.release,
        tree,
        (*own.observations, *(seen for one in above for seen in one.observations)),
        bounded=value is None,
        older=own.older,
        secondary_only=own.secondary_only,
        caveats=own.caveats,
    )


def _donors(node: Rank, record: Record) -> tuple[str, ...]:
    """All countries of the tracker, or where a set of allies is named its members."""
    if node.group != "NATO":
        year = year_of(str(node.year))
        assert year is not None
        return record.members_in_year(node.group, year)
    return tuple(sorted({one.entity for one in record.observations("aid") if len(one.entity) == CODE}))


def _aid(node: Rank, record: Record, donor: str, as_of: date, release: str | None) -> Finding | None:
    assert isinstance(node.basis, str) and isinstance(node.year, int | str)
    return record.cell(
        "aid", donor, node.year, basis=node.basis, as_of=as_of, release=release, exact_release=release is not None
    )
