"""What each ally had committed to by a day."""

from __future__ import annotations

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.record import Record
from burdenshare.road.share_history import history
from burdenshare.road.share_targets import Goal, alliance_goal, goals, promised

asked = st.lists(st.builds(Goal, st.integers(2020, 2040), st.floats(0, 6), st.just("x")), max_size=4).map(tuple)


def test_goal_of_the_alliance_by_the_year_named_then_or_earlier(record: Record) -> None:
    wales = alliance_goal(record, date(2019, 6, 25), 2019)
    vilnius = alliance_goal(record, date(2024, 3, 14), 2023)
    overdue = alliance_goal(record, date(2024, 6, 17), 2024)
    hague = alliance_goal(record, date(2026, 7, 7), 2026)
    assert wales is not None and (wales.year, wales.share) == (2024, 2.0)
    assert vilnius is not None and (vilnius.year, vilnius.share) == (2024, 2.0)
    assert overdue is not None and (overdue.year, overdue.share) == (2029, 2.0)
    assert hague is not None and (hague.year, hague.share) == (2035, 3.5)


def test_own_targets_count_and_demands_and_total_pledges_do_not(record: Record) -> None:
    known = goals(record, history(record, record.edition))
    assert [one.commitment for one in known["DEU"]] == ["deu-2029-35", "nato-2025-core"]
    assert [one.share for one in known["USA"]] == [3.5]  # the 5 % was asked of others
    assert [one.share for one in known["TUR"]] == [3.5]  # its 5 % counts more than core expenditure


def test_exemption_stands_in_place_of_the_alliance_goal(record: Record) -> None:
    known = goals(record, history(record, record.edition))
    assert [(one.year, one.share) for one in known["ESP"]] == [(2035, 2.1)]


def test_nothing_made_later_is_known(record: Record) -> None:
    known = goals(record, history(record, date(2018, 7, 10)))
    assert {one.commitment for ally in known for one in known[ally]} == {"nato-2014-2pct-halt", "hun-2024-2"}


@given(st.floats(0, 6), asked)
def test_promised_never_falls_and_reaches_every_goal(share: float, wanted: tuple[Goal, ...]) -> None:
    years = np.arange(2019, 2046, dtype=np.float64)
    path = promised(2019, share, wanted, years)
    assert (np.diff(path) >= -1e-12).all()
    assert path[0] == share
    for one in wanted:
        assert path[one.year - 2019] >= one.share - 1e-9
    assert path.max() <= max([share, *(one.share for one in wanted)]) + 1e-9


def test_promised_is_straight_and_then_level() -> None:
    years = np.array([2025.0, 2026.0, 2030.0, 2031.0])
    assert np.allclose(promised(2020, 1.0, (Goal(2030, 2.0, "x"),), years), [1.5, 1.6, 2.0, 2.0])
