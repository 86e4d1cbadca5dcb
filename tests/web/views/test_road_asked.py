"""The address of a road: what it says is bounded and rounded, and what it is told again is the same."""

from __future__ import annotations

import zlib
from base64 import urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from burdenshare.errors import InputError
from burdenshare.road.scenario import SHIPPED
from burdenshare.web.views.road_asked import OWN, PASTED, RoadAsked, asked_in
from burdenshare.web.views.road_toml import LONGEST_TEXT, packed_toml, unpacked_toml


def asked(query: str) -> RoadAsked:
    return asked_in(QueryParams(query))


@pytest.mark.parametrize(
    "query",
    [
        "",
        "target=3&by=2030",
        "scenario=hold&against=plans&draws=0",
        "ally=DEU,%20Poland&on=2025-09-01&seed=7&shock=without&centred=no&baseline=real",
        "scenario=own&target=4.25&by=2040&shape=back&multiplier_low=0.2&multiplier_high=2",
    ],
)
def test_what_an_address_says_it_says_again(query: str) -> None:
    found = asked(query)
    assert asked(found.query()) == found
    assert asked(found.query()).query() == found.query()


def test_nearly_the_same_has_one_address() -> None:
    assert asked("target=3.001&by=2030") == asked("target=3&by=2030") == asked("by=2030&target=3.0&scenario=own")
    assert asked("scenario=hold&target=5&by=2031&shape=step") == asked("scenario=hold")
    assert asked("multiplier_low=0.5&multiplier_central=0.8&multiplier_high=1.5") == asked("")
    assert asked("ally=NATO&ally=") == asked("") and asked("ally=DEU&ally=POL") == asked("ally=DEU , POL,DEU")


def test_a_field_that_was_moved_makes_a_target_of_ones_own() -> None:
    stood = "scenario=core-by-2035&stood=core-by-2035&was=3.5|2035|linear"
    assert asked(f"{stood}&target=3.5&by=2035&shape=linear").scenario == "core-by-2035"
    moved = asked(f"{stood}&target=3.7&by=2035&shape=linear")
    assert (moved.scenario, moved.target, moved.by) == (OWN, 3.7, 2035)
    chosen = stood.replace("scenario=core-by-2035", "scenario=hold", 1)
    assert asked(f"{chosen}&target=3.7&by=2035&shape=linear").scenario == "hold"  # whoever chooses another means it


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("target=1e308", "target"),
        ("target=-1", "target"),
        ("target=31", "target"),
        ("target=nan", "target"),
        ("target=" + "9" * 5000, "target"),
        ("by=99999&target=3", "by"),
        ("by=2035.5", "by"),
        ("by=٢٠٣٥", "by"),
        ("shape=custom", "shape"),
        ("baseline=none", "baseline"),
        ("scenario=nobody", "scenario"),
        ("against=own", "against"),
        ("draws=100001", "draws"),
        ("draws=-1", "draws"),
        ("seed=1e9", "seed"),
        ("on=2025-02-30", "on"),
        ("ally=" + ",".join(f"A{at}" for at in range(5000)), "ally"),
        ("ally=" + ",".join(f"A{at}" for at in range(41)), "ally"),
        ("ally=" + "x" * 81, "ally"),
        ("multiplier_low=9", "multiplier"),
        ("multiplier_low=0.9", "multiplier"),
        ("offset_high=x", "offset"),
        ("toml=<script>", "toml"),
        ("scenario=pasted", "toml"),
        ("toml=" + "A" * 6001, "toml"),
    ],
)
def test_what_cannot_be_asked_names_its_field(query: str, where: str) -> None:
    with pytest.raises(InputError) as fault:
        asked(query)
    assert fault.value.where == where
    assert len(fault.value.line()) < 300


@given(st.dictionaries(st.sampled_from(["scenario", "target", "by", "ally", "on", "draws", "toml", "was"]), st.text()))
def test_no_address_breaks_it(fields: dict[str, str]) -> None:
    try:
        found = asked_in(QueryParams(fields))
    except InputError:
        return
    assert found.scenario in (*SHIPPED, OWN, PASTED)
    assert asked(found.query()) == found


@given(st.text(min_size=1).filter(lambda one: one.strip()))
def test_a_scenario_comes_back_as_it_was(text: str) -> None:
    plain = text.replace("\r\n", "\n").strip().encode("utf-8", "replace").decode()
    assert unpacked_toml(packed_toml(text)) == plain


def test_a_packed_bomb_is_not_unpacked() -> None:
    bomb = urlsafe_b64encode(zlib.compress(b"a" * 50_000_000, 9)).decode()
    for code in (bomb, "AAAA", "é", "x", packed_toml("title")[:-4]):
        with pytest.raises(InputError, match="holds no scenario"):
            unpacked_toml(code)
    for text in ("", " \n", "a" * (LONGEST_TEXT + 1)):
        with pytest.raises(InputError):
            packed_toml(text)
