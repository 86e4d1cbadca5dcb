"""The address of the page of support: what it means, that it leads back to itself, and its bounds."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.errors import InputError
from burdenshare.road.support.scenario import SHIPPED
from burdenshare.web.views.support_asked import (
    DEFINITIONS,
    KINDS,
    MOST_DONORS,
    OWN,
    SupportAsked,
    donors_in,
    support_asked_in,
)

NAMES = st.sampled_from(("Germany", "NORDIC", "EU_INST", "United States"))
MONTHS = st.sampled_from(("", "2025-01", "2024"))
STANDING = st.builds(
    SupportAsked,
    donors=st.lists(NAMES, max_size=3, unique=True).map(tuple),
    since=MONTHS,
    until=MONTHS,
    kind=st.sampled_from(("", *KINDS)),
    definition=st.sampled_from(("", *DEFINITIONS)),
    release=st.sampled_from(("", "28", "29")),
    span=st.sampled_from(("", "2025-05/2026-04")),
    on=st.sampled_from((None, date(2026, 5, 1))),
)
SCENARIOS = st.builds(
    SupportAsked,
    donors=st.lists(NAMES, max_size=3, unique=True).map(tuple),
    kind=st.sampled_from(("", *KINDS)),
    scenario=st.sampled_from(SHIPPED),
)
SHARES = st.builds(
    SupportAsked,
    scenario=st.just(OWN),
    give=st.sampled_from((0.0, 0.25, 0.5, 10.0)),
    begin=st.sampled_from(("2027-01", "2028")),
)


@given(STANDING | SCENARIOS | SHARES)
def test_an_address_leads_back_to_itself(asked: SupportAsked) -> None:
    assert support_asked_in(dict(parse_qsl(asked.query()))) == asked


def test_nothing_asked_is_an_empty_address() -> None:
    assert SupportAsked().query() == "" and support_asked_in({}) == SupportAsked()
    assert support_asked_in({"give": "0.5", "begin": "2028"}) == SupportAsked()  # fields of a scenario not chosen
    assert support_asked_in({"scenario": SHIPPED[0], "since": "2025", "span": "2025"}) == SupportAsked(
        scenario=SHIPPED[0]
    )


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ({"kind": "arms"}, "kind"),
        ({"definition": "promise"}, "definition"),
        ({"scenario": "nothing"}, "scenario"),
        ({"scenario": OWN, "give": "11"}, "give"),
        ({"scenario": OWN, "give": "nan"}, "give"),
        ({"scenario": "pasted", "toml": "<>"}, "toml"),
        ({"scenario": "pasted"}, "toml"),
        ({"on": "soon"}, "on"),
        ({"donor": ",".join(f"a{place}" for place in range(MOST_DONORS + 1))}, "donor"),
        ({"donor": "x" * 90}, "donor"),
        ({"since": "2" * 90}, "since"),
    ],
)
def test_what_is_wrong_names_its_field(query: dict[str, str], where: str) -> None:
    with pytest.raises(InputError) as caught:
        support_asked_in(query)
    assert caught.value.where == where


def test_names_are_taken_apart_and_each_is_kept_once() -> None:
    assert donors_in(["Germany, NORDIC", " Germany ,,"]) == ("Germany", "NORDIC")
