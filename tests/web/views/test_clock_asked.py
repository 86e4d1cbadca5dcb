"""The address of a clock: what it says is bounded and rounded, and what it is told again is the same."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from burdenshare.errors import InputError
from burdenshare.road.clock.scenario import SHIPPED, row_keys
from burdenshare.web.views.clock_asked import PASTED, ClockAsked, clock_in
from burdenshare.web.views.road_toml import packed_toml


def asked(query: str) -> ClockAsked:
    return clock_in(QueryParams(query))


def test_nothing_asked_is_what_was_stated() -> None:
    assert asked("") == ClockAsked()
    assert ClockAsked().query() == ""
    assert asked("scenario=&on=&ceasefire=&until=&open_end=&half_life=&w-bild-2025-07=1") == ClockAsked()


@given(
    st.builds(
        ClockAsked,
        scenario=st.sampled_from(SHIPPED),
        on=st.none() | st.dates(date(2024, 1, 1), date(2026, 8, 1)),
        ceasefire=st.sampled_from(["", "2027", "2026-12-31", "2026-12/2027-06"]),
        until=st.none() | st.integers(2026, 2060),
        open_end=st.sampled_from(["", "even", "late"]),
        requirements=st.lists(st.sampled_from(["shells", "ifv", "aircraft"]), max_size=3, unique=True).map(tuple),
        half_life=st.none() | st.sampled_from([0.0, 0.5, 12.25]),
        weights=st.dictionaries(st.sampled_from(row_keys()), st.sampled_from([0.0, 0.5, 2.0, 999.0]), max_size=5).map(
            lambda held: tuple(sorted(held.items()))
        ),
    )
)
def test_an_address_tells_all_of_it(one: ClockAsked) -> None:
    assert asked(one.query()) == one
    assert dict(parse_qsl(one.query())) == dict(parse_qsl(asked(one.query()).query()))


def test_a_pasted_scenario_travels_in_the_address() -> None:
    code = packed_toml('title = "x"\n[clock]\n')
    assert asked(f"toml={code}") == ClockAsked(scenario=PASTED, toml=code)


def test_a_statement_is_taken_out_and_put_back() -> None:
    out = ClockAsked().weighing("bild-2025-07", 0)
    assert out.weights == (("bild-2025-07", 0.0),)
    assert out.weighing("bild-2025-07", 1) == ClockAsked()


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("scenario=state", "scenario"),
        ("on=soon", "on"),
        ("ceasefire=soon", "ceasefire"),
        ("ceasefire=2028/2027", "ceasefire"),
        ("ceasefire=1999", "ceasefire"),
        ("until=soon", "until"),
        ("open_end=never", "open_end"),
        ("half_life=-1", "half_life"),
        ("half_life=101", "half_life"),
        ("w-bild-2025-07=-1", "weights"),
        ("w-bild-2025-07=1001", "weights"),
        ("w-bild-2025-07=nan", "weights"),
        ("w-BILD=2", "weights"),
        ("scenario=pasted", "toml"),
        ("toml=%3Cscript%3E", "toml"),
        ("requirement=" + "x" * 100, "requirement"),
        ("requirement=a,b,c,d,e,f,g,h,i", "requirement"),
        ("requirement=" + "shells," * 500, "requirement"),
        ("&".join(f"w-a{one}=2" for one in range(300)), "weights"),
    ],
)
def test_what_cannot_be_asked_names_its_field(query: str, where: str) -> None:
    with pytest.raises(InputError) as raised:
        asked(query)
    assert raised.value.where == where
