"""The assumptions that are said to be measured are what the rows give."""

from __future__ import annotations

from statistics import median

import pytest

from burdenshare.record import Record
from burdenshare.road.industry.assumptions import BOUNDS, packaged
from burdenshare.road.industry.facts import production
from burdenshare.road.industry.measured import growths, queues, slips


def test_stretch_is_that_of_the_plans_that_met_their_outcome(record: Record) -> None:
    found = slips(production(record, record.edition))
    by_maker: dict[str, list[float]] = {}
    for one in found:
        by_maker.setdefault(one.maker, []).append(one.times)
    shipped = packaged()["stretch"].at(0)
    assert set(by_maker) == {"USA", "Dassault"} and len(found) == 5
    assert shipped.central == pytest.approx(median(median(one) for one in by_maker.values()), abs=0.05)
    assert shipped.high == pytest.approx(max(one.times for one in found), abs=0.05)
    assert shipped.low == 1.0 <= min(one.times for one in found)
    assert all(0 < one.kept < 1 for one in found)


def test_growth_is_that_of_the_outputs_that_rose(record: Record) -> None:
    found = [one.value for one in growths(production(record, record.edition))]
    shipped = packaged()["growth"].at(0)
    assert (shipped.low, shipped.central, shipped.high) == pytest.approx(
        (min(found), median(found), max(found)), abs=5e-3
    )


def test_queue_is_that_of_the_items_that_tell_one(record: Record) -> None:
    found = [one.value for one in queues(production(record, record.edition))]
    shipped = packaged()["queue"].at(0)
    assert (shipped.low, shipped.central, shipped.high) == pytest.approx(
        (min(found), median(found), max(found)), abs=0.6
    )


def test_every_assumption_has_its_unit_source_and_reason_within_its_bounds() -> None:
    assert set(packaged()) == set(BOUNDS)
    for key, one in packaged().items():
        low, high = BOUNDS[key]
        spread = one.at(0)
        assert low <= spread.low <= spread.central <= spread.high <= high
        assert one.unit and one.reference and one.reason
