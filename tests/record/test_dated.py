"""Semantics §2: events, commitments and horizons are judged by the dates they carry."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from burdenshare.errors import RecordError
from burdenshare.record import Record
from burdenshare.record.dated import actors, build_calendar
from burdenshare.record.days import days_meant

from .conftest import Rows


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2014-09-04/2014-09-05", date(2014, 9, 4), date(2014, 9, 5)),
    ],
)
def test_a_date_means_all_the_days_it_leaves_open(text: str, first: date, last: date) -> None:
    assert days_meant(text) == (first, last)


@pytest.mark.parametrize("text", ["", "annual, 2025", "2024-13", "2023-02-29", "2024-00", "2024-01-00", "24"])
def test_what_is_no_date_means_no_day(text: str) -> None:
    assert days_meant(text) is None


@pytest.mark.parametrize(
    ("day", "values", "names"),
    [
        (date(2005, 6, 1), (), ()),
        (date(2013, 6, 1), (2.0,), ("nato-2006-2pct",)),
        (date(2020, 6, 1), (2.0,), ("nato-2014-2pct-halt",)),
        (date(2025, 6, 24), (2.0,), ("nato-2023-2pct-floor",)),
        (date(2025, 6, 25), (3.5, 5.0), ("nato-2025-core", "nato-2025-5pct")),
    ],
)
def test_in_force_is_the_newest_nato_spending_commitment_made_by_the_day(
    record: Record, day: date, values: tuple[float, ...], names: tuple[str, ...]
) -> None:
    held = record.guidelines(day)
    assert tuple(one.value for one in held) == values and tuple(one.id for one in held) == names
    assert record.guideline(day) == (held[0] if held else None)


def test_the_status_of_today_decides_nothing(record: Record) -> None:
    one = record.guideline(date(2024, 1, 1))
    assert one is not None and one.status == "superseded"


def test_a_commitment_known_only_by_year_is_sure_only_at_its_end(record: Record) -> None:
    one = next(one for one in record.commitments(kind="spending_guideline") if one.id == "nato-2006-2pct")
    assert (one.made_first, one.made_last) == (date(2006, 1, 1), date(2006, 12, 31))
    assert one not in record.commitments(on=date(2006, 6, 1))


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("EST LVA LTU", ("EST", "LVA", "LTU")),
        ("B9+NORDIC", ("B9", "NORDIC")),
        ("NATO (BEL CAN)", ("BEL", "CAN")),
        ("NATO Secretary General", ("NATO_SECRETARY_GENERAL",)),
        ("COALITION OF THE WILLING", ("COALITION_WILLING",)),
    ],
)
def test_actors_are_told_apart(text: str, ids: tuple[str, ...]) -> None:
    assert actors(text) == ids


def test_every_actor_is_a_code(record: Record) -> None:
    assert {one for held in record.commitments() for one in held.actors if not one.replace("_", "").isalnum()} == set()
    assert {one.id for one in record.commitments("LTU", "spending_pledge")} == {"balt-2022-3"}


def test_events_by_kind_place_and_days(record: Record) -> None:
    june = (date(2025, 6, 1), date(2025, 6, 30))
    assert [one.name for one in record.events("nato_summit", between=june)] == ["The Hague summit"]
    assert record.events("nato_summit", between=(date(2025, 7, 1), date(2025, 7, 31))) == ()
    assert [one.first for one in record.events("nato_summit", "vilnius")] == [date(2023, 7, 11)]
    hague = record.events(place="The Hague", between=(date(2025, 6, 25), date(2025, 6, 25)))
    assert "The Hague summit" in [one.name for one in hague]  # its second day


def test_horizons_are_seen_from_the_day_they_were_stated(record: Record) -> None:
    by = record.horizons(date(2025, 6, 10))
    assert any(one.stated_by == "Mark Rutte" and one.high_years == 5 for one in by)
    assert not any(one.stated_on.startswith("2025-06-23") for one in by)
    assert len(record.horizons()) == 30


def test_an_event_without_a_date_is_refused(raw: Callable[[str], Rows]) -> None:
    bad = dict(raw("commitments/events.csv")[0], date="soon")
    with pytest.raises(RecordError, match="soon"):
        build_calendar([bad], [], [])
