"""Which release is probably out by a day."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.record import Release
from burdenshare.record.expected import due, publishers

NATO, WEO, KIEL = (next(one for one in publishers() if one.id == name) for name in ("nato", "weo", "kiel"))


def releases(publisher: str, *days: str) -> list[Release]:
    return [Release(day[:7], publisher, date.fromisoformat(day), "", int(day[:4])) for day in days]


HELD = releases(
    "nato", "2022-03-31", "2022-06-27", "2023-03-21", "2023-07-07", "2025-04-24", "2025-08-28", "2026-07-07"
)


@pytest.mark.parametrize(
    ("today", "what", "since"),
    [
        ("2026-08-31", None, None),
        ("2027-04-23", None, None),
        ("2027-04-24", "spring, with the annual report 2027", "2027-04-24"),
        ("2027-08-28", "summer, with or after the summit 2027", "2027-08-28"),
        ("2028-01-01", "summer, with or after the summit 2027", "2027-08-28"),
    ],
)
def test_a_season_is_over_on_the_latest_day_on_which_its_release_ever_came(
    today: str, what: str | None, since: str | None
) -> None:
    found = due(NATO, HELD, date.fromisoformat(today))
    assert (found.what if found else None, found.since.isoformat() if found else None) == (what, since)


def test_a_release_that_came_early_is_not_awaited_again() -> None:
    assert due(NATO, [*HELD, *releases("nato", "2027-03-02")], date(2027, 5, 1)) is None


def test_a_season_without_a_past_ends_with_its_span() -> None:
    only = releases("weo", "2026-04-14")
    assert due(WEO, only, date(2026, 10, 30)) is None
    found = due(WEO, only, date(2026, 10, 31))
    assert found is not None
    assert found.told.endswith("October 2026, probably out since 2026-10-31")


def test_a_publisher_without_seasons_is_awaited_after_its_days() -> None:
    held = releases("kiel", "2026-08-04")
    assert KIEL.days is not None
    assert due(KIEL, held, date(2026, 8, 4)) is None
    found = due(KIEL, held, date(2026, 12, 1))
    assert found is not None
    assert (found.since - date(2026, 8, 4)).days == KIEL.days


def test_undated_releases_await_nothing() -> None:
    assert due(KIEL, [Release("30", "kiel", None, "", 2026)], date(2030, 1, 1)) is None


def test_every_publisher_gives_its_reason_and_an_example() -> None:
    assert all(one.reason and one.example and (one.seasons or one.days) for one in publishers())
