"""Every column of a table that travels as SDMX has a component, and every word a code of its own."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from burdenshare.intake.declared import declared
from burdenshare.record.exchange.dataflows import DATAFLOWS, codes_of
from burdenshare.record.exchange.forms import NOTHING


def test_every_column_is_carried_once() -> None:
    for flow in DATAFLOWS:
        carried = [one.column for one in flow.components if one.column]
        assert sorted(carried) == sorted(declared()[flow.table].columns), flow.id


def test_every_part_of_a_key_is_a_dimension() -> None:
    for flow in DATAFLOWS:
        dimensions = {one.column for one in flow.components if one.role in ("dimension", "time")} - {""}
        assert dimensions == set(declared()[flow.table].key) - ({"unit"} if flow.id == "MACRO" else set()), flow.id


def test_components_stand_in_the_order_of_sdmx_csv() -> None:
    order = ["dimension", "time", "measure", "attribute"]
    for flow in DATAFLOWS:
        places = [order.index(one.role) for one in flow.components]
        assert places == sorted(places), flow.id


@given(st.sets(st.text(max_size=12)))
def test_codes_are_allowed_and_differ(words: set[str]) -> None:
    made = codes_of(words)
    assert set(made) == words - {""}
    assert len(set(made.values())) == len(made)
    assert NOTHING not in made.values()
    assert all(re.fullmatch(r"[A-Za-z0-9_@$-]+", code) for code in made.values())


def test_words_of_the_record_keep_a_readable_code() -> None:
    made = codes_of(["million USD", "%", "% of GDP", "2022-05-18 (page)", "DEU"])
    assert made == {
        "%": "PC",
        "% of GDP": "PC_of_GDP",
        "2022-05-18 (page)": "2022-05-18_page",
        "DEU": "DEU",
        "million USD": "million_USD",
    }
