"""The arithmetic of a scenario, over donors, paces and GDPs of any size: what must hold for all of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.road.support.course import parts_of, stretches, yearly
from burdenshare.road.support.model import Key
from burdenshare.road.support.orders import Order, Orders, Takeover

DONORS = ("AAA", "BBB", "CCC", "DDD")
YEARS = (2027, 2028)
MONEY = st.floats(min_value=0.0, max_value=1e11)
RICH = st.floats(min_value=1e9, max_value=1e14)
SHARES = st.floats(min_value=0.0, max_value=10.0)
MONTHS = st.sampled_from([f"{year}-{month:02d}" for year in YEARS for month in range(1, 13)])
PACES = st.fixed_dictionaries(dict.fromkeys(DONORS, MONEY))
GDPS = st.fixed_dictionaries(dict.fromkeys(DONORS, RICH))
NOTHING = Orders({}, ())


def run(
    asked: Orders, pace: dict[str, float], gdp: dict[str, float], starts: tuple[str, ...]
) -> dict[str, tuple[float | None, ...]]:
    gone = {one.donor: pace for one in asked.takeovers}
    return yearly(DONORS, YEARS, asked, starts, pace, gone, lambda donor, year: gdp.get(donor))


def whole(rows: dict[str, tuple[float | None, ...]]) -> float:
    return sum(value for row in rows.values() for value in row if value is not None)


@given(st.lists(MONTHS, max_size=5))
def test_stretches_hold_every_month_once_and_begin_where_something_does(starts: list[str]) -> None:
    found = stretches(YEARS, starts)
    assert sum(one.count for one in found) == 12 * len(YEARS)
    assert {one.month for one in found} == {f"{year}-01" for year in YEARS} | set(starts)


@given(PACES, GDPS)
def test_where_nothing_is_asked_everybody_keeps_the_pace(pace: dict[str, float], gdp: dict[str, float]) -> None:
    for donor, row in run(NOTHING, pace, gdp, ()).items():
        assert row == pytest.approx((12 * pace[donor],) * len(YEARS))


@given(PACES, GDPS, MONTHS)
def test_who_stops_gives_until_then_and_nothing_after(
    pace: dict[str, float], gdp: dict[str, float], since: str
) -> None:
    asked = Orders({"AAA": (Order(since, None),)}, ())
    found = run(asked, pace, gdp, (since,))
    before = 12 * (int(since[:4]) - YEARS[0]) + int(since[5:]) - 1
    assert sum(value or 0.0 for value in found["AAA"]) == pytest.approx(before * pace["AAA"])
    assert all(found[donor] == pytest.approx((12 * pace[donor],) * 2) for donor in DONORS[1:])


@given(PACES, GDPS, MONTHS, SHARES, SHARES)
def test_a_higher_share_never_asks_less(
    pace: dict[str, float], gdp: dict[str, float], since: str, one: float, other: float
) -> None:
    low, high = sorted((one, other))
    rows = [
        run(Orders({donor: (Order(since, share),) for donor in DONORS}, ()), pace, gdp, (since,))
        for share in (low, high)
    ]
    for donor in DONORS:
        for less, more in zip(rows[0][donor], rows[1][donor], strict=True):
            assert less is not None and more is not None
            assert more >= less * (1 - 1e-12)


@given(PACES, GDPS, SHARES)
def test_a_floor_lowers_nobody_and_an_exact_share_is_that_share(
    pace: dict[str, float], gdp: dict[str, float], share: float
) -> None:
    floor = run(Orders({donor: (Order("2027-01", share),) for donor in DONORS}, ()), pace, gdp, ("2027-01",))
    exact = run(Orders({donor: (Order("2027-01", share, True),) for donor in DONORS}, ()), pace, gdp, ("2027-01",))
    for donor in DONORS:
        assert exact[donor] == pytest.approx((share / 100 * gdp[donor],) * 2)
        assert floor[donor] == pytest.approx((max(12 * pace[donor], share / 100 * gdp[donor]),) * 2)


@given(PACES, GDPS, MONTHS, st.floats(min_value=0, max_value=1), st.sampled_from(Key))
def test_what_is_replaced_is_what_stopped(
    pace: dict[str, float], gdp: dict[str, float], since: str, part: float, key: Key
) -> None:
    sum_ = Takeover("AAA", DONORS[1:], since, key, part, None)
    payers = list(parts_of(sum_, 2027, pace, lambda donor, year: gdp[donor]))
    asked = Orders({"AAA": (Order(since, None),)}, (sum_,))
    found, base = run(asked, pace, gdp, (since,)), run(NOTHING, pace, gdp, ())
    gone = whole({"AAA": base["AAA"]}) - whole({"AAA": found["AAA"]})
    added = sum(whole({donor: found[donor]}) - whole({donor: base[donor]}) for donor in DONORS[1:])
    assert sum(part for _, part in payers) == pytest.approx(1.0) or not payers
    assert added == pytest.approx(part * gone if payers else 0.0, rel=1e-6, abs=1e-3)
    if part == 1 and payers:
        assert whole(found) == pytest.approx(whole(base), rel=1e-9, abs=1e-3)


@given(PACES, GDPS)
def test_parts_are_by_the_key(pace: dict[str, float], gdp: dict[str, float]) -> None:
    sums = {key: Takeover("AAA", DONORS[1:], "2027-01", key, 1.0, None) for key in Key}
    by_gdp = dict(parts_of(sums[Key.GDP], 2027, pace, lambda donor, year: gdp[donor]))
    assert by_gdp["BBB"] * gdp["CCC"] == pytest.approx(by_gdp["CCC"] * gdp["BBB"])
    by_pace = dict(parts_of(sums[Key.PACE], 2027, pace, lambda donor, year: None))
    assert all(pace[donor] > 0 for donor in by_pace)


def test_whose_gdp_is_not_held_bears_no_part_and_has_no_price() -> None:
    gdp = {"BBB": 1e12, "DDD": 3e12}
    sum_ = Takeover("AAA", ("BBB", "CCC", "DDD"), "2027-01", Key.GDP, 1.0, None)
    assert dict(parts_of(sum_, 2027, {}, lambda donor, year: gdp.get(donor))) == {"BBB": 0.25, "DDD": 0.75}
    asked = Orders({"CCC": (Order("2028-01", 0.25),)}, ())
    found = run(asked, dict.fromkeys(DONORS, 1.0), gdp, ("2028-01",))
    assert found["CCC"] == (12.0, None)


def test_the_newest_order_is_in_force() -> None:
    asked = Orders({"AAA": (Order("2027-01", 0.25), Order("2027-07", 0.5), Order("2028-01", None))}, ())
    starts = ("2027-01", "2027-07", "2028-01")
    found = run(asked, dict.fromkeys(DONORS, 0.0), dict.fromkeys(DONORS, 1200.0), starts)
    assert found["AAA"] == pytest.approx((0.0025 * 600 + 0.005 * 600, 0.0))
