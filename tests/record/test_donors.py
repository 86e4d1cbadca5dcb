"""Donors and the groups the tracker sums them to: nobody twice, nobody left out."""

from __future__ import annotations

import pytest

from burdenshare.record import Record
from burdenshare.record.donors import ALL, EUROPE, INSTITUTIONS, UNITED_STATES, donor_name, donors

REGIONS = (UNITED_STATES, INSTITUTIONS, "EUROPEAN_STATES", "REST_OF_WORLD")


@pytest.fixture(autouse=True)
def tracked(record: Record) -> None:
    """A build without sources of unclear licence lacks the tracker's tables."""
    if not record.aid_releases(record.edition):
        pytest.skip("a build without sources of unclear licence lacks the tracker's tables")


def held(record: Record) -> tuple[str, ...]:
    found = {one.entity for one in record.observations("aid") if one.release in ("28", "29", "30")}
    return tuple(sorted({donors().whole_of(one) for one in found} - {ALL}))


def test_the_four_regions_share_all_donors_out(record: Record) -> None:
    every = held(record)
    groups = donors().groups
    parts = [groups[one].of(every) if one in groups else (one,) for one in REGIONS]
    assert sorted(donor for part in parts for donor in part) == list(every)
    assert groups[ALL].of(every) == every


def test_europe_is_its_states_and_the_institutions_without_turkiye(record: Record) -> None:
    every = held(record)
    europe = set(donors().groups[EUROPE].of(every))
    assert europe == {*donors().groups["EUROPEAN_STATES"].of(every), INSTITUTIONS}
    assert len(donors().groups["EU_MEMBERS"].of(every)) == 27
    assert {"GBR", "NOR", "CHE", "ISL"} <= europe and "TUR" not in europe


def test_parts_of_a_donor_stand_under_it() -> None:
    assert donors().whole_of("EU_INST_EIB") == INSTITUTIONS
    assert donors().whole_of("DEU") == "DEU"


def test_every_donor_has_a_name_and_every_group_an_example_and_a_reason(record: Record) -> None:
    assert all(donor_name(record, one) != one for one in held(record))
    assert all(one.example and one.reason and one.name for one in donors().groups.values())
    assert donors().source.startswith("github:")
