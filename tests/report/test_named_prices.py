"""Prices for the allies a text names: each target once, the ally's own part, and the open ends kept."""

from datetime import date

from burdenshare import check
from burdenshare.report.named_prices import COLUMNS, named_prices
from burdenshare.report.page import page_of

TEXT = (
    "NATO allies agreed to spend 5% of GDP by 2035. Slovenia spent 1.3 percent of GDP in 2024. "
    "Germany will spend 3.5% of GDP on defence by 2029. Poland spent 4.1 percent in 2024."
)


def test_every_ally_named_has_its_part_of_every_price() -> None:
    checked = check(TEXT, on=date(2025, 7, 10)).checked
    rows = named_prices(checked)
    assert [(row.ally, row.target) for row in rows] == [
        ("SVN", "3.5 % to 5 % of GDP"),
        ("DEU", "3.5 % to 5 % of GDP"),
        ("DEU", "3.5 % of GDP"),
        ("POL", "3.5 % to 5 % of GDP"),
    ]
    whole, own = rows[1], rows[2]
    assert whole.together and not own.together
    assert whole.then.endswith("in 2035") and own.then.endswith("in 2029") and own.now.endswith("in 2029")
    poland = rows[3]
    assert poland.at_once.startswith("USD 0 to")  # it stands above the core part and below the whole


def test_the_parts_on_the_road_sum_to_the_whole() -> None:
    checked = check(TEXT, on=date(2025, 7, 10)).checked
    price = next(one.price for one in checked.checked if one.price is not None)
    for road in price.roads:
        assert abs(sum(line.extra_low for line in road.lines) - road.extra_low) < 1
        assert abs(sum(line.total_low or 0.0 for line in road.lines) - (road.total_low or 0.0)) < 1


def test_the_page_shows_them_and_says_nothing_without_promises() -> None:
    page = page_of([check(TEXT, on=date(2025, 7, 10)).checked])
    assert all(f'<th scope="col">{name}</th>' in page for name in COLUMNS)
    assert "What the promises ask" not in page_of([check("NATO has 32 members.", on=date(2025, 7, 10)).checked])
