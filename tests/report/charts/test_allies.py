"""All members against a threshold: the record's own count, and no member lost."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.checking.alliance.model import Mark
from burdenshare.errors import InputError, NotHeldError
from burdenshare.record import Record
from burdenshare.report.charts.allies import against_threshold


def test_the_count_is_the_records_own(record: Record) -> None:
    plot = against_threshold(record, 2024, as_of=date(2025, 2, 13))
    counted = record.count_at(2024, as_of=date(2025, 2, 13))
    assert counted is not None
    assert (plot.met_low, plot.met_high, plot.members) == (23, 23, 32) == (counted.low, counted.high, len(plot.points))
    assert sum(one.mark is Mark.MEETS for one in plot.points) == 23
    assert (plot.points[0].label, plot.points[-1].label) == ("Poland", "Iceland")
    assert plot.points[-1].notes == ("no armed forces",)


def test_points_stand_from_the_highest_to_the_lowest(record: Record) -> None:
    known = [one.value for one in against_threshold(record).points if one.value is not None]
    assert known == sorted(known, reverse=True)


def test_a_release_that_rounds_leaves_bounds(record: Record) -> None:
    plot = against_threshold(record, 2025, as_of=date(2026, 4, 1))
    assert (plot.met_low, plot.met_high) == (0, 31)
    assert {one.mark for one in plot.points} == {Mark.OPEN, Mark.OLDER, Mark.UNKNOWN}


def test_an_older_release_speaks_beside_the_count(record: Record) -> None:
    plot = against_threshold(record, 2024, as_of=date(2025, 5, 1))
    (croatia,) = [one for one in plot.points if one.entity == "HRV"]
    assert (croatia.mark, croatia.release, plot.release) == (Mark.OLDER, "2024-06", "2025-04")


def test_another_group_and_another_measure(record: Record) -> None:
    plot = against_threshold(record, 2024, threshold=20, group="BALTIC", measure="equipment_share")
    assert [one.entity for one in plot.points] == ["EST", "LTU", "LVA"]
    assert plot.asked.title == record.measure("equipment_share").title


def test_what_has_no_members_is_refused(record: Record) -> None:
    with pytest.raises(InputError, match="Germany is no group"):
        against_threshold(record, 2024, group="DEU")
    with pytest.raises(NotHeldError, match="no release"):
        against_threshold(record, 1960)
