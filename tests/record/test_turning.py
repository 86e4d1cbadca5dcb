"""Between two turning days nothing that the record can say changes."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burdenshare.record import Record
from burdenshare.road.plans import plan_of

FIRST = date(2014, 1, 1)


@pytest.mark.parametrize(
    ("day", "turned"),
    [
        (date(2024, 6, 17), date(2024, 6, 17)),  # a release came out
        (date(1900, 1, 1), date(1900, 1, 1)),  # before everything
    ],
)
def test_the_newest_day_on_which_something_came_out(record: Record, day: date, turned: date) -> None:
    assert record.turn(day) == turned


def test_accessions_commitments_and_the_edition_turn(record: Record) -> None:
    days = {one.joined_on for one in record.allies()} | {record.edition}
    days |= {one.made_last for one in record.commitments() if one.made_last is not None}
    assert all(record.turn(day) == day for day in days if day <= record.edition)
    assert record.turn(record.edition + timedelta(days=400)) == record.edition


def test_what_is_told_of_other_things_turns_no_statistic(record: Record) -> None:
    told = date(2026, 2, 1)
    assert record.turn(told, "share_of_gdp") <= record.turn(told)
    assert record.turn(told, "warheads") == record.turn(told)
    days = {record.turn(FIRST + timedelta(days=n)) for n in range(0, 4_600, 3)}
    assert len({record.turn(day, "expenditure") for day in days}) < len(days) / 2


@settings(max_examples=60, deadline=None)
@given(
    day=st.dates(FIRST, date(2026, 12, 31)),
    entity=st.sampled_from(["NATO", "EUR_CAN", "DEU", "POL", "HRV", "SWE", "MKD"]),
    year=st.integers(2014, 2026),
)
def test_a_day_knows_what_its_turning_day_knows(record: Record, day: date, entity: str, year: int) -> None:
    def known(on: date) -> list[object]:
        measures = ("share_of_gdp", "expenditure", "gdp", "military_personnel", "warheads", "troops")
        cells = [record.cell(measure, entity, year, as_of=on) for measure in measures]
        listed = [record.observations(measure, entity, as_of=on) for measure in measures]
        counted = record.count_at(year, as_of=on), record.gdp(entity, year, as_of=on)
        agreed = record.guidelines(on), record.commitments(on=on), record.newest_release(on), record.newest_year(on)
        inside = record.members(entity, on) if entity in record.groups() else record.allied(entity, on)
        own = () if entity in record.groups() else (record.currency(entity, on), plan_of(record, entity, year, on))
        return [*cells, *listed, *counted, *agreed, inside, *own]

    assert known(day) == known(record.turn(day))
