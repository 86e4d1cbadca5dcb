"""Money told in another currency than the record prints: converted at the year's average rate of one vintage.

Semantics §1: dollars and national currency are converted by the period average of one vintage, never by a rate from one
source on a level of another across a change of currency.
"""

from __future__ import annotations

from datetime import date

from burdenshare.checking.questions import Level
from burdenshare.record.kept import kept
from burdenshare.record.model import Derivation, Finding
from burdenshare.record.record import Record

CURRENT = "current"
OWN = "NCU"


@kept(256)
def _keeper(record: Record, currency: str, year: int) -> str:
    """An ally whose money the currency was in that year, the largest economy of a union first; empty if none."""
    day = date(min(year, record.edition.year), 12, 31)
    order = ["DEU", *(one.ally for one in record.allies())]
    return next((ally for ally in order if record.currency(ally, day) == currency), "")


def converted(node: Level, record: Record, as_of: date, release: str | None) -> Finding | None:
    """A level in `node.unit` from the currency the release prints; None at constant prices, which no rate converts."""
    if node.basis != CURRENT or not isinstance(node.period, int):
        return None
    to_dollars = node.unit == "USD"
    entity = str(node.entity)
    printed = record.cell(
        node.measure,
        entity,
        node.period,
        basis=CURRENT,
        unit=OWN if to_dollars else "USD",
        as_of=as_of,
        release=release,
        exact_release=release is not None,
    )
    keeper = entity if to_dollars else _keeper(record, node.unit, node.period)
    rate = record.rate(keeper, node.period, as_of=as_of) if keeper else None
    if printed is None or rate is None or printed.value is None or rate.value is None or rate.low <= 0:
        return None
    if to_dollars:
        value, low, high = printed.value / rate.value, printed.low / rate.high, printed.high / rate.low
    else:
        value, low, high = printed.value * rate.value, printed.low * rate.low, printed.high * rate.high
    tree = Derivation(
        f"{printed.derivation.name} in {node.unit}",
        value,
        node.unit,
        str(node.period),
        f"{printed.unit} {'/' if to_dollars else '*'} annual average rate",
        (printed.derivation, rate.derivation),
    )
    return Finding(
        value,
        low,
        high,
        node.unit,
        node.measure,
        entity,
        node.period,
        CURRENT,
        printed.release,
        tree,
        (*printed.observations, *rate.observations),
        older=printed.older,
        secondary_only=printed.secondary_only,
        caveats=(*printed.caveats, f"converted at {rate.value:.4g}, the average of {node.period}"),
    )
