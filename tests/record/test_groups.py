"""Dated membership, names and currencies."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.errors import UnknownNameError
from burdenshare.record import Record


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2017, 6, 4), 28),
        (date(2017, 6, 5), 29),
        (date(2020, 3, 26), 29),
        (date(2020, 3, 27), 30),
        (date(2023, 4, 4), 31),
        (date(2024, 3, 6), 31),
        (date(2024, 3, 7), 32),
    ],
)
def test_the_alliance_grows_on_the_days_of_accession(record: Record, day: date, count: int) -> None:
    assert len(record.members("NATO", day)) == count


def test_a_member_counts_for_a_year_if_it_had_joined_by_its_last_day(record: Record) -> None:
    assert "SWE" not in record.members_in_year("NATO", 2023) and "SWE" in record.members_in_year("NATO", 2024)


def test_the_eu_s_allies_lost_the_united_kingdom_and_the_eu_itself_is_no_group_of_allies(record: Record) -> None:
    assert "GBR" in record.members("EU_ALLIES", date(2020, 1, 30))
    assert "GBR" not in record.members("EU_ALLIES", date(2020, 1, 31))
    with pytest.raises(UnknownNameError, match="unknown group 'EU'"):
        record.members("EU", date(2024, 1, 1))
    assert record.name("EU") == "the European Union, all members"


def test_iceland_has_no_armed_forces(record: Record) -> None:
    assert [one.ally for one in record.allies() if not one.armed] == ["ISL"]


def test_names_resolve_and_the_unknown_suggests_the_nearest(record: Record) -> None:
    assert (
        record.entity("poland") == "POL" and record.entity("eur_can") == "EUR_CAN" and record.entity("Russia") == "RUS"
    )
    assert record.member("Türkiye").ally == "TUR" and record.name("SWE") == "Sweden"
    with pytest.raises(UnknownNameError) as caught:
        record.entity("Polland")
    assert "Poland" in caught.value.suggestions
    with pytest.raises(UnknownNameError):
        record.member("Ruritania")


def test_every_group_has_a_name(record: Record) -> None:
    assert all(record.name(group) != group for group in record.groups())


def test_currencies_are_dated(record: Record) -> None:
    assert record.currency("HRV", date(2022, 12, 31)) == "HRK" and record.currency("HRV", date(2023, 1, 1)) == "EUR"
    assert record.currency("BGR", date(2025, 12, 31)) == "BGN" and record.currency("BGR", date(2026, 1, 1)) == "EUR"
    with pytest.raises(UnknownNameError):
        record.currency("ATA", date(2024, 1, 1))


def test_members_that_were_no_allies_yet_do_not_count_for_a_year(record: Record) -> None:
    """Finland joined the alliance in 2023, Sweden in 2024; the Nordic and the Union's lists hold them since long."""
    assert record.members_in_year("NORDIC", 2022) == ("DNK", "ISL", "NOR")
    assert record.members_in_year("NORDIC", 2023) == ("DNK", "FIN", "ISL", "NOR")
    for group in record.groups():
        for year in (2010, 2016, 2019, 2023):
            assert set(record.members_in_year(group, year)) <= set(record.members_in_year("NATO", year))
