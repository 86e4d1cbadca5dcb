"""The table of items: every row of the record is used by an item or left out with its reason."""

from __future__ import annotations

import re

import pytest

from burdenshare.errors import UnknownNameError
from burdenshare.record import Record
from burdenshare.road.industry.items import item_of, items, left, of_maker, said

NEVER = re.compile(r"^(RUS|UKR)")


def test_every_row_is_of_an_item_or_left_out_with_a_reason(record: Record) -> None:
    lost, twice = [], []
    for row in record.observations("production"):
        makers = [maker.id for one in items().values() for maker in one.makers if of_maker(row, maker)]
        reasons = [one.reason for one in left() if one.holds(row)]
        lost += [row.table] if not makers and not reasons else []
        twice += [row.table] if len(makers) > 1 or (makers and reasons) else []
    assert (lost, twice) == ([], [])
    assert all(one.reason for one in left())


def test_rows_of_russia_and_ukraine_are_in_no_item() -> None:
    producers = [name for one in items().values() for maker in one.makers for name in maker.producers]
    assert [name for name in producers if NEVER.match(name)] == []


def test_every_name_of_the_table_of_items_is_in_the_record(record: Record) -> None:
    held = {(row.entity, row.basis.partition("/")[2]) for row in record.observations("production")}
    for one in items().values():
        for maker in one.makers:
            assert {name for name in maker.rows if not any((who, name) in held for who in maker.producers)} == set()
            assert maker.reason and (not maker.within or maker.within in {each.id for each in one.makers})
    periods = {str(row.period) for row in record.observations("production")}
    voices = " ".join(row.release for row in record.observations("production"))
    assert [words for words in said() if words not in periods and words not in voices] == []


def test_prices_and_queues_name_their_source_and_stand_in_order() -> None:
    for one in items().values():
        for told in (one.price, one.queue):
            if told is not None:
                assert 0 < told.spread.low <= told.spread.central <= told.spread.high
                assert told.reference and told.reason


def test_items_are_found_by_what_people_call_them() -> None:
    assert item_of("155 MM").id == "155mm"
    assert item_of("self-propelled guns").id == "caesar"
    with pytest.raises(UnknownNameError, match="did you mean 155"):
        item_of("155mmm")
    with pytest.raises(UnknownNameError, match="unknown item"):
        item_of("submarines of the moon")


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("patriot", ("pac-3-mse", "gem-t")),  # a system, told by what the record holds of it
        ("main battle tank", ("leopard-2", "k2")),
        ("howizer", ("caesar",)),
        ("f-53", ("f-35",)),  # one item once, by whatever name it is near
        ("x", ()),
        ("frigate", ()),
    ],
)
def test_an_unknown_item_leads_to_those_that_are_meant(asked: str, near: tuple[str, ...]) -> None:
    with pytest.raises(UnknownNameError) as caught:
        item_of(asked)
    assert caught.value.suggestions == near
    assert near or caught.value.remedy == "burdenshare industry list tells them"
    assert all(f"{one} ({items()[one].title})" in caught.value.remedy for one in near)
