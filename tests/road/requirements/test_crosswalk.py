"""The crosswalk: every row of the requirements is classified once, with a reason."""

from __future__ import annotations

from burdenshare.record import Record
from burdenshare.road.industry.items import items
from burdenshare.road.requirements.crosswalk import Kind, Other, asides, requirements
from burdenshare.road.requirements.gaps import gaps


def test_every_row_is_classified_once_and_no_other_is_named(record: Record) -> None:
    held = sorted((one.entity, one.basis) for one in record.observations("requirement"))
    named = [(one.scenario, item) for one in requirements().values() for item in one.rows()]
    named += [(one.scenario, item) for one in asides() for item in one.items]
    assert sorted(named) == held


def test_russia_ukraine_and_aid_are_no_requirements() -> None:
    for one in requirements().values():
        assert not any(word in one.scenario for word in ("Russia", "Ukraine", "Belarus"))
    told = {one.scenario: one.kind for one in asides()}
    assert told["Russia 2024"] is Other.RUSSIA and told["Ukraine force strength"] is Other.UKRAINE
    assert told["replace US aid to Ukraine"] is Other.AID


def test_every_entry_gives_its_reason_and_feeds_known_items() -> None:
    for one in requirements().values():
        assert one.reason and (one.kind is Kind.TOTAL) == bool(one.before)
        assert bool(one.feeds) != bool(one.lacks)
        for feed in one.feeds:
            makers = {each.id for each in items()[feed.item].makers}
            assert feed.reason and set(feed.makers) <= makers
    assert all(one.reason for one in asides())


def test_gaps_are_differences_of_totals_and_additions_as_told(record: Record) -> None:
    found = {one.required.id: one for one in gaps(record, record.edition)}
    assert set(found) == set(requirements())
    assert found["mcr-brigades"].units.central == 131 - 82
    assert (found["targets-brigades"].units.low, found["targets-brigades"].units.high) == (40, 50)
    assert found["shells"].units.central == 1_000_000
    assert all(one.units.low <= one.units.central <= one.units.high for one in found.values())
