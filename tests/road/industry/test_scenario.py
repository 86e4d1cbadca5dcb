"""Scenario files of the industry: the shipped ones are sound, and every fault is one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.errors import FaultsError, InputError, UnknownNameError
from burdenshare.road.industry.items import items
from burdenshare.road.industry.scenario import SHIPPED, faults_of, load_plant, read_pasted, read_plant, text_of
from burdenshare.road.scenario import read_scenario

HEAD = 'title = "x"\n'


def test_shipped_scenarios_are_read_without_a_fault_and_cover_every_fed_item() -> None:
    bought: dict[str, int] = {}
    for name in SHIPPED:
        assert faults_of(text_of(name), name) == []
        for one in load_plant(name).buys:
            bought[one.item] = bought.get(one.item, 0) + 1
            assert one.reference
    fed = {"155mm", "caesar", "cv90", "rafale", "f-35", "pac-3-mse", "iris-t-slm", "mistral"}
    assert fed <= set(bought) <= set(items())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "it has no title"),
        ("title = 3", "title is no text"),
        (HEAD + "tilte = 3", "did you mean title"),
        (HEAD + "buy = 3", "'buy' is not a list of tables"),
        (HEAD + "[[buy]]\nunits = 3", "it names no item"),
        (HEAD + '[[buy]]\nitem = "tankz"', "did you mean leopard-2 (main battle tanks"),
        (HEAD + '[[buy]]\nitem = "155mm"\nunits = -3', "units of -3"),
        (HEAD + '[[buy]]\nitem = "155mm"\nunits = 0', "units of nothing: a distribution without mass"),
        (HEAD + '[[buy]]\nitem = "155mm"\nunits = "many"', "units is no number"),
        (HEAD + '[[buy]]\nitem = "155mm"\nunits = 3\nshare = 4', "units and share are given at once"),
        (HEAD + '[[buy]]\nitem = "155mm"\nshare = { low = 3, central = 2, high = 4 }', "from 3 over 2 to 4"),
        (HEAD + '[[buy]]\nitem = "155mm"\nshare = 130', "share of 130"),
        (HEAD + '[[buy]]\nitem = "155mm"\nheld = -1', "held of -1"),
        (HEAD + '[[buy]]\nitem = "155mm"\nattrition = 2', "attrition of 2"),
        (HEAD + '[[buy]]\nitem = "155mm"\nfrom = 2030\nto = 2028', "from 2030 to 2028"),
        (HEAD + '[[buy]]\nitem = "155mm"\ncurrency = "GBP"', "unknown currency"),
        (HEAD + '[[buy]]\nitem = "155mm"\nprice = 3', "it is no interval"),
        (
            HEAD + '[[buy]]\nitem = "155mm"\nprice = { low = 0, central = 1, high = 2, reference = "x" }',
            "may be nothing",
        ),
        (HEAD + '[[buy]]\nitem = "155mm"\nprice = { low = 1, central = 1, high = 2 }', "it has no reference"),
        (HEAD + '[[buy]]\nitem = "155mm"\n[[buy]]\nitem = "shells"', "155mm is bought twice"),
        (HEAD + '[[buy]]\nitem = "155mm"\nshare = 60\n[[buy]]\nitem = "k2"\nshare = 60', "more than all the money"),
        (HEAD + 'money = "extra"', "money without a road"),
        (HEAD + 'road = "core"', "did you mean core-by-2035"),
        (HEAD + 'road = "core-by-2035"\nmoney = "some"', "unknown money"),
        (HEAD + 'road = "core-by-2035"\nequipment = 130', "equipment of 130"),
        (HEAD + '[[assumption]]\nkey = "buildx"\nvalue = 3\nreference = "x"', "did you mean build"),
        (HEAD + '[[assumption]]\nkey = "ramp"\nvalue = 0\nreference = "x"', "value of 0"),
        (HEAD + '[[assumption]]\nkey = "build"\nvalue = 3', "it has no reference"),
        (HEAD + 2 * '[[assumption]]\nkey = "build"\nvalue = 3\nreference = "x"\n', "build is assumed twice"),
        (HEAD + "[[", "mend the TOML"),
    ],
)
def test_each_fault_is_one_clear_line(text: str, told: str) -> None:
    with pytest.raises((InputError, UnknownNameError)) as fault:
        read_plant(text, "mine.toml")
    assert told in fault.value.line() and "\n" not in fault.value.line()
    assert told in " ".join(one.line() for one in faults_of(text, "mine.toml"))


def test_one_fault_does_not_hide_the_next() -> None:
    text = HEAD + 'untilx = 3\n[[buy]]\nitem = "tankz"\n[[buy]]\nitem = "155mm"\nunits = -1\n'
    found = [one.line() for one in faults_of(text, "mine.toml")]
    assert len(found) == 3 and "untilx" in found[0] and "tankz" in found[1] and "units of -1" in found[2]


def test_every_key_of_a_purchase_is_told_at_once() -> None:
    text = (
        HEAD
        + '[[buy]]\nitem = "tankz"\nunits = -1\nfrom = "soon"\nheld = -5\nattrition = 7\nprice = 3\ncurrency = "GBP"\n'
    )
    with pytest.raises(FaultsError) as caught:
        read_plant(text, "mine.toml")
    lines = [one.line() for one in caught.value.faults]
    assert len(lines) == 7 and all("mine.toml, buy 1" in line for line in lines)
    for told in ("unknown item 'tankz'", "units of -1", "from is no year", "held of -5", "attrition of 7", "'GBP'"):
        assert any(told in line for line in lines)


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    try:
        read_plant(HEAD + text, "x")
    except InputError as fault:
        assert "\n" not in fault.line()


ONE_FILE = """title = "All in one"
[[target]]
value = 3.5
by = 2035
[industry]
allies = ["DEU"]
money = "spending"
[[industry.buy]]
item = "caesar"
share = 2
"""


def test_one_file_holds_the_road_and_what_its_money_buys() -> None:
    plant = read_plant(ONE_FILE, "mine.toml")
    assert plant.title == "All in one" and plant.source is not None
    assert plant.source.road.targets[0].value == 3.5 and plant.source.of == "spending"
    assert read_scenario(ONE_FILE, "mine.toml").targets == plant.source.road.targets
    assert faults_of(ONE_FILE, "mine.toml") == []
    told = [one.line() for one in faults_of(ONE_FILE.replace("by =", "bye =").replace("caesar", "caesat"), "mine.toml")]
    assert any("bye" in one for one in told) and any("did you mean caesar" in one for one in told)
    (road,) = [one.line() for one in faults_of(ONE_FILE.replace("[industry]", '[industry]\nroad = "hold"'), "m.toml")]
    assert "unknown key (m.toml, industry) 'road'" in road


def test_a_name_that_is_none_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean without-the-us"):
        load_plant("without-us")


def test_a_pasted_scenario_opens_no_file(tmp_path: Path) -> None:
    road = tmp_path / "road.toml"
    road.write_text('title = "x"\n', encoding="utf-8")
    text = f'title = "x"\nroad = "{road}"\n'
    assert read_plant(text, "x").source is not None
    with pytest.raises(UnknownNameError):
        read_pasted(text, "x")
    assert read_pasted('title = "x"\nroad = "hold"\n', "x").source is not None
