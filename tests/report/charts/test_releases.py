"""One value over the releases: one point a release, by the day it was out."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.errors import InputError, NotHeldError
from burdenshare.record import Record
from burdenshare.report.charts.releases import over_releases
from burdenshare.report.charts.years import Terms


def test_a_year_is_told_by_every_release_that_holds_it(record: Record) -> None:
    plot = over_releases(record, "NATO", "allies_at_guideline", 2024)
    assert [(one.label, one.value, one.estimate) for one in plot.points] == [
        ("June 2024", 23, True),
        ("April 2025", 22, True),
        ("August 2025", 18, True),
        ("July 2026", 17, False),
    ]
    assert [one.released_on for one in plot.points] == sorted(one.released_on or date.max for one in plot.points)


def test_a_day_ends_the_history(record: Record) -> None:
    plot = over_releases(record, "DEU", "share_of_gdp", 2024, terms=Terms(as_of=date(2025, 5, 1)))
    assert [one.release for one in plot.points] == ["2024-06", "2025-04"]
    assert plot.asked.known_on == date(2025, 5, 1)


def test_only_one_price_basis_is_drawn(record: Record) -> None:
    plot = over_releases(record, "NATO", "expenditure", 2018, terms=Terms(basis="constant"))
    assert len({one.basis for one in plot.points}) == 1
    assert plot.left_out


def test_one_release_is_no_history(record: Record) -> None:
    with pytest.raises(InputError, match="every release"):
        over_releases(record, "DEU", "share_of_gdp", 2024, terms=Terms(release="2024-06"))


def test_entries_have_no_releases(record: Record) -> None:
    with pytest.raises(NotHeldError, match="no dated release"):
        over_releases(record, "NATO", "members", 2024)
