"""Support as a long table: a row a donor or group and month; of a scenario a row a donor, quantity and year."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

from burdenshare.record import Record
from burdenshare.record.donors import donor_name
from burdenshare.road.support.given import Given
from burdenshare.road.support.priced import Cost, PricedSupport
from burdenshare.road.support.shares import Share
from burdenshare.road.support.standing import Monthly, Standing

Row = dict[str, Any]

GIVEN = (
    *("quantity", "entity", "name", "from", "to", "eur", "eur_low", "eur_high", "place", "share_2021", "share_of"),
    *("place_by_share", "share_a_year", "eur_a_head", "through_eu", "share_with_eu", "release", "rows", "source"),
)
"""Columns of who stands where: `quantity` is `given` (over the span), `month` (one month) or `printed` (a page)."""

PRICED = ("entity", "name", "year", "quantity", "unit", "central", "low", "high", "release")
"""Columns of a scenario."""


def columns(priced: PricedSupport | None) -> tuple[str, ...]:
    """The columns of one or the other."""
    return GIVEN if priced is None else PRICED


def rows(record: Record, standing: Standing | None, priced: PricedSupport | None) -> Iterator[Row]:
    """Every figure."""
    if priced is not None:
        yield from _priced(record, priced)
    elif standing is not None:
        yield from _standing(record, standing)


def csv_text(record: Record, standing: Standing | None, priced: PricedSupport | None) -> str:
    """The table as CSV text."""
    stream = StringIO()
    writer = csv.DictWriter(stream, columns(priced), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows(record, standing, priced))
    return stream.getvalue()


def _standing(record: Record, standing: Standing) -> Iterator[Row]:
    for one in standing.groups.values():
        if not standing.shown or one.donor in standing.shown:
            yield _given(record, standing, one)
    for one in standing.donors:
        if standing.asks(one.donor):
            yield _given(record, standing, one)
    for page in standing.pages:
        if standing.asks(page.entity):
            first, _, last = str(page.period).partition("/")
            yield _row(
                quantity="printed", entity=page.entity, name=donor_name(record, page.entity), to=last or first,
                eur=page.value, eur_low=page.low, eur_high=page.high, release=page.release, rows=1,
                source=page.source,
            ) | {"from": first}  # fmt: skip
    if standing.monthly is not None:
        yield from _months(record, standing.monthly)


def _given(record: Record, standing: Standing, one: Given) -> Row:
    assert standing.told is not None
    span = standing.told.span
    return _row(
        quantity="given",
        entity=one.donor,
        name=donor_name(record, one.donor),
        to=span.last,
        eur=_settled(one.value),
        eur_low=_settled(one.low),
        eur_high=_settled(one.high),
        place=one.place,
        share_2021=_share(one.share),
        share_of="" if one.share is None else one.share.over.value,
        place_by_share=one.place_by_share,
        share_a_year=_share(one.yearly),
        eur_a_head=None if one.per_head is None else _settled(one.per_head),
        through_eu=None if one.through is None else _settled(one.through.value),
        share_with_eu=None if one.share_with is None else one.share_with.value,
        release=standing.told.book.release.id,
        rows=len(one.rows),
        source=" ; ".join(dict.fromkeys(row.source for row in one.rows)),
    ) | {"from": span.first}


def _months(record: Record, monthly: Monthly) -> Iterator[Row]:
    for entity, values in (monthly.shown or monthly.regions).items():
        for month, value in zip(monthly.span.months(), values, strict=True):
            yield _row(
                quantity="month", entity=entity, name=donor_name(record, entity), to=month, eur=_settled(value),
                release=monthly.release,
            ) | {"from": month}  # fmt: skip


def _row(**told: Any) -> Row:
    return dict.fromkeys(GIVEN) | told


def _priced(record: Record, priced: PricedSupport) -> Iterator[Row]:
    for one in (*priced.groups.values(), *priced.costs.values()):
        yield from _cost(record, priced, one)


def _cost(record: Record, priced: PricedSupport, one: Cost) -> Iterator[Row]:
    head = {"entity": one.donor, "name": donor_name(record, one.donor), "release": priced.book.release.id}
    for at, year in enumerate(priced.years):
        own = head | {"year": year}
        yield own | _cell("now", "EUR", one.pace, one.pace_low, one.pace_high)
        yield own | _cell("asked", "EUR", one.asked[at])
        yield own | _cell("more", "EUR", one.extra[at], one.low[at], one.high[at])
        yield own | _cell("more", "USD", one.dollars[at])
        yield own | _cell("asked", "% of GDP", one.share[at])


def _cell(quantity: str, unit: str, central: float | None, low: float | None = None, high: float | None = None) -> Row:
    told = [None if value is None else _settled(value) for value in (central, low, high)]
    return dict(zip(("quantity", "unit", "central", "low", "high"), (quantity, unit, *told), strict=True))


def _settled(value: float) -> float:
    """Twelve digits: what is beyond them is binary rounding."""
    return float(f"{value:.12g}")


def _share(one: Share | None) -> float | None:
    return None if one is None else _settled(one.value)
