"""The address of the page of the industry: what it means, that it leads back to itself, and its bounds."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from burdenshare.errors import InputError
from burdenshare.road.industry.items import items
from burdenshare.road.industry.scenario import SHIPPED
from burdenshare.web.views.industry_asked import (
    BACKTEST,
    MOST_DRAWS,
    PASTED,
    REQUIREMENTS,
    SHORT_DRAWS,
    USUAL_ITEM,
    IndustryAsked,
    industry_asked_in,
    items_in,
)
from burdenshare.web.views.road_toml import packed_toml

DAYS = st.none() | st.dates(date(2024, 1, 1), date(2026, 8, 1))
RECKONED = {
    "on": DAYS,
    "until": st.none() | st.integers(2027, 2060),
    "draws": st.sampled_from((0, 500, SHORT_DRAWS, MOST_DRAWS)),
    "seed": st.integers(0, 2**32 - 1),
}
SOME = st.sets(st.sampled_from(list(items())), min_size=1).map(
    lambda held: tuple(one for one in items() if one in held)
)
ORDERS = st.builds(
    IndustryAsked,
    items=SOME,
    units=st.sampled_from(("", "1,000,000", "500-700")),
    price=st.sampled_from(("", "EUR 5m-8m")),
    first=st.none() | st.integers(2026, 2040),
    last=st.none() | st.integers(2026, 2040),
    reach=st.lists(st.sampled_from((1000.0, 2_000_000.0, 12.5)), max_size=3).map(tuple),
    **RECKONED,
)
SCENARIOS = st.builds(
    IndustryAsked,
    items=st.just(()) | SOME,
    scenario=st.sampled_from([one for one in SHIPPED if one != "as-it-stands"]),
    **RECKONED,
)
REQUIRED = st.builds(
    IndustryAsked,
    view=st.just(REQUIREMENTS),
    items=st.just((USUAL_ITEM,)),
    scenario=st.sampled_from(["", *(one for one in SHIPPED if one != "without-the-us")]),
    **RECKONED,
)


def asked(query: str) -> IndustryAsked:
    return industry_asked_in(QueryParams(query))


@given(ORDERS | SCENARIOS | REQUIRED)
def test_an_address_leads_back_to_itself(one: IndustryAsked) -> None:
    assert asked(one.query()) == one


def test_nothing_asked_is_an_empty_address() -> None:
    assert IndustryAsked().query() == "" and asked("") == IndustryAsked()
    assert asked("item=&scenario=&units=&money=&price=&from=&to=&on=&until=&draws=&seed=&reach=") == IndustryAsked()
    assert asked("scenario=as-it-stands") == IndustryAsked()
    assert asked("view=requirements&scenario=without-the-us") == IndustryAsked(REQUIREMENTS)


def test_the_back_test_asks_nothing_more() -> None:
    assert asked("view=backtest&item=k2&draws=20000&units=5") == IndustryAsked(BACKTEST)
    assert IndustryAsked(BACKTEST, draws=MOST_DRAWS).short


def test_items_are_named_one_by_one_or_with_commas_in_the_order_of_the_table() -> None:
    assert items_in(["caesar, 155 mm", "F35", "155mm"]) == ("155mm", "caesar", "f-35")
    assert asked("item=caesar&item=155mm").query() == "item=155mm%2Ccaesar"
    assert asked("scenario=hague-equipment").items == ()


def test_a_pasted_scenario_travels_in_the_address() -> None:
    code = packed_toml('title = "x"\n')
    assert asked(f"toml={code}") == IndustryAsked(items=(), scenario=PASTED, toml=code)


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("view=stocks", "view"),
        ("item=tankz", "item"),
        ("item=" + "155mm," * 400, "item"),
        ("item=" + "x" * 500, "item"),
        ("scenario=nobody", "scenario"),
        ("scenario=pasted", "toml"),
        ("scenario=pasted&toml=<>", "toml"),
        ("units=" + "9" * 90, "units"),
        ("from=soon", "from"),
        ("to=20301", "to"),
        ("until=x", "until"),
        ("draws=20001", "draws"),
        ("draws=-1", "draws"),
        ("seed=99999999999", "seed"),
        ("reach=many", "reach"),
        ("reach=0", "reach"),
        ("reach=1 2 3 4", "reach"),
        ("on=soon", "on"),
    ],
)
def test_what_is_wrong_names_its_field(query: str, where: str) -> None:
    with pytest.raises(InputError) as caught:
        asked(query)
    assert caught.value.where == where
