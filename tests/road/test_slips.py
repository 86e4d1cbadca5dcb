"""Past errors of the Outlook: whose, about which years, and never by what a day did not know."""

from datetime import date
from math import log
from typing import Any

import numpy as np
import pytest

from burdenshare.errors import NotHeldError
from burdenshare.record import Record
from burdenshare.road.slips import Slips, slips

ON = date(2026, 11, 1)
ALLIES = ("DEU", "FRA", "POL", "TUR", "USA")


@pytest.fixture(scope="module")
def past(record: Record) -> Any:
    return slips(record, ALLIES, ON)


def test_horizons_rest_on_nine_to_fourteen_april_vintages(past: Slips) -> None:
    assert past.counts() == (14, 13, 11, 10, 10, 9)
    assert past.vintages[0] == "WEO-2010-04" and past.vintages[-1] == "WEO-2023-04"
    assert all(one.endswith("-04") for one in past.vintages)


def test_an_error_is_truth_two_years_on_less_what_was_said(record: Record, past: Slips) -> None:
    said = record.vintage("real_growth", "WEO-2014-04")["FRA", 2016].value
    came = record.vintage("real_growth", "WEO-2018-04")["FRA", 2016].value
    found = past.volume[past.vintages.index("WEO-2014-04"), ALLIES.index("FRA"), 2]
    assert found == pytest.approx(log(1 + came / 100) - log(1 + said / 100))


def test_prices_of_2018_are_told_by_october_2020_where_april_has_none(record: Record, past: Slips) -> None:
    def dearer(vintage: Any) -> Any:
        table = record.vintage("deflator", vintage)
        return log(table["USA", 2018].value / table["USA", 2017].value)

    assert not record.vintage("deflator", "WEO-2020-04")
    found = past.prices[past.vintages.index("WEO-2017-04"), ALLIES.index("USA"), 1]
    assert found == pytest.approx(dearer("WEO-2020-10") - dearer("WEO-2017-04"))


def test_the_pandemic_can_be_left_out_with_its_rebound(record: Record, past: Slips) -> None:
    without = slips(record, ALLIES, ON, without_shock=True)
    assert without.without == (2020, 2021)
    at = without.vintages.index("WEO-2017-04")
    assert np.isnan(without.volume[at, :, 3:5]).all() and not np.isnan(past.volume[at, :, 3:5]).any()
    assert np.nanstd(without.volume) < np.nanstd(past.volume)


@pytest.mark.parametrize("day", [date(2016, 5, 1), date(2019, 5, 1), date(2023, 5, 1)])
def test_a_day_knows_only_errors_whose_truth_was_out(record: Record, past: Slips, day: date) -> None:
    then = slips(record, ALLIES, day)
    for at, vintage in enumerate(then.vintages):
        known = ~np.isnan(then.volume[at, 0])
        about = int(vintage[4:8]) + np.flatnonzero(known)
        assert (about + 2 <= day.year).all()
        whole = past.volume[past.vintages.index(vintage)]
        assert then.volume[at][:, known] == pytest.approx(whole[:, known])


def test_too_few_outcomes_are_no_spread(record: Record) -> None:
    with pytest.raises(NotHeldError, match="too few Outlooks"):
        slips(record, ALLIES, date(2012, 1, 1))


def test_whole_vintages_have_every_horizon(past: Slips) -> None:
    for at in past.whole():
        assert not np.isnan(past.volume[at, :, : past.reach()]).any()
        assert not np.isnan(past.prices[at, :, : past.reach()]).any()
