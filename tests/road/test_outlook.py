"""Economies of a day: levels stand on NATO's base year, rates on the Outlook, and nothing on what came later."""

from datetime import date

import pytest

from burdenshare.errors import DateError
from burdenshare.record import Record
from burdenshare.road.outlook import economies

ON = date(2026, 11, 1)


def test_the_base_year_is_the_releases_own_money(record: Record) -> None:
    germany = economies(record, ("DEU",), 2026, 2035, ON)["DEU"]
    share = record.cell("share_of_gdp", "DEU", 2026, as_of=ON)
    dollars = record.cell("expenditure", "DEU", 2026, basis="current", unit="USD", as_of=ON)
    euros = record.cell("expenditure", "DEU", 2026, basis="current", unit="NCU", as_of=ON)
    assert share is not None and share.value and dollars is not None and euros is not None
    assert share.value / 100 * germany.gdp_usd == pytest.approx(dollars.value)
    assert share.value / 100 * germany.gdp_ncu == pytest.approx(euros.value)
    assert germany.currency == "EUR"


def test_growth_is_the_outlooks_to_its_horizon_and_then_goes_on(record: Record) -> None:
    germany = economies(record, ("DEU",), 2026, 2035, ON)["DEU"]
    growth = record.vintage("real_growth", germany.vintage)
    for at, year in enumerate(germany.years[1:], 1):
        said = growth["DEU", min(year, germany.horizon)].value
        assert 100 * (germany.real[at] / germany.real[at - 1] - 1) == pytest.approx(said, abs=0.06)


def test_after_the_horizon_the_real_exchange_rate_stays(record: Record) -> None:
    held = economies(record, ("TUR", "USA"), 2026, 2040, ON)
    turkey, america = held["TUR"], held["USA"]
    at = [turkey.years.index(year) for year in (turkey.horizon, 2040)]
    real = [turkey.prices[one] / turkey.rate[one] / america.prices[one] for one in at]
    assert real[0] == pytest.approx(real[1])


def test_a_currency_that_the_euro_replaced_after_the_vintage_is_told_in_euros(record: Record) -> None:
    bulgaria = economies(record, ("BGR",), 2026, 2030, ON)["BGR"]
    assert bulgaria.currency == "EUR"
    assert bulgaria.rate[0] == pytest.approx(economies(record, ("DEU",), 2026, 2030, ON)["DEU"].rate[0], rel=0.02)


def test_a_day_sees_no_later_outlook(record: Record) -> None:
    assert economies(record, ("FRA",), 2024, 2030, date(2025, 2, 1))["FRA"].vintage == "WEO-2024-10"
    assert economies(record, ("FRA",), 2024, 2030, date(2025, 4, 22))["FRA"].vintage == "WEO-2025-04"


def test_a_vintage_that_lost_an_allys_levels_is_passed_over_for_it(record: Record) -> None:
    held = economies(record, ("DEU", "EST"), 2019, 2023, date(2019, 12, 1))
    assert held["DEU"].vintage == "WEO-2019-04"  # the copy of October 2019 lost every value of 1,000 or more


def test_before_the_first_outlook_there_is_no_economy(record: Record) -> None:
    with pytest.raises(DateError, match="no World Economic Outlook of the record was out by 2009-01-01"):
        economies(record, ("DEU",), 2009, 2014, date(2009, 1, 1))


def test_bending_growth_bends_nothing_else(record: Record) -> None:
    plain, bent = (economies(record, ("ITA",), 2026, 2030, ON, growth)["ITA"] for growth in (0.0, 1.0))
    assert bent.prices == plain.prices and bent.rate == plain.rate
    assert bent.real[4] == pytest.approx(plain.real[4] * 1.01**4)
