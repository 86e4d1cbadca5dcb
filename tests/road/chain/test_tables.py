"""Tables of one's own: what they must hold, and one clear line for what they do not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from burdenshare.errors import BurdenshareError, FaultsError, InputError
from burdenshare.record import Record
from burdenshare.road.chain import tables
from burdenshare.road.chain.model import Part
from burdenshare.road.chain.scenario import SHIPPED, faults_of, load_chain, read_chain, shipped_text, tables_of
from burdenshare.road.clock.scenario import read_clock
from burdenshare.road.faults import Faults
from burdenshare.road.industry.items import items
from burdenshare.road.industry.scenario import read_plant
from burdenshare.road.scenario import load_scenario, read_scenario
from burdenshare.road.support.scenario import read_scenario as read_support
from tests.road.chain.files import (
    DELIVERIES,
    GUNS,
    HEAD,
    HORIZONS,
    MONEY,
    ORDERS,
    REQUIREMENTS,
    SHARES,
    linked,
    opened,
)

WHOLE = {
    "shares": SHARES,
    "money": MONEY,
    "orders": ORDERS,
    "deliveries": DELIVERIES,
    "requirements": REQUIREMENTS,
    "horizons": HORIZONS,
}


def test_every_table_is_read_with_its_rows_and_sources(record: Record) -> None:
    made = linked(HEAD + GUNS, WHOLE, record)
    assert list(made.tables) == list(Part)
    assert all(one.sources == ("mine",) and one.rows for one in made.tables.values())
    assert [one.required.id for one in made.requirements or ()] == ["guns", "tanks"]
    assert made.deliveries["leopard-2"].years[0][1].low == 100


@pytest.mark.parametrize(
    ("part", "change", "told"),
    [
        ("orders", ("item,year,value,unit,source", "item,year,value,source"), "orders.csv, row 1: no column unit"),
        ("orders", ("item,year,value", "item,value"), "row 1: no column year"),
        ("orders", ("value", "amount"), "no column value (or low, central, high)"),
        ("orders", ("unit,source", "unit,source,colour"), "unknown column (orders.csv, row 1) 'colour'"),
        ("orders", ("caesar,2027,60,guns,mine", "caesar,2027,60,guns"), "orders.csv, row 2: 4 cells under 5 columns"),
        ("orders", ("60,guns", "60,tonnes"), "orders.csv, row 2 (and 1 more row): unit 'tonnes'; give it in guns"),
        (
            "orders",
            ("60,guns", "-60,guns"),
            "orders.csv, row 2 (and 1 more row): value is -60, below nothing; give 0 or more",
        ),
        ("orders", ("60,guns", "sixty,guns"), "orders.csv, row 2 (and 1 more row): value is no number: 'sixty'"),
        ("orders", ("60,guns", "nan,guns"), "value is no number: 'nan'"),
        ("orders", ("2027", "soon"), "orders.csv, row 2: year is no year: 'soon'"),
        ("orders", ("caesar,2028", "caesar,2027"), "orders.csv, row 3: 2027 stands twice (row 2); keep one"),
        ("orders", ("caesar", "caesr"), "orders.csv, row 2: unknown item 'caesr'; did you mean caesar"),
        ("orders", ("guns,mine", "guns,"), "orders.csv, row 2 (and 1 more row): source is empty; fill in source"),
        (
            "deliveries",
            ("100,120,140", "150,120,140"),
            "deliveries.csv, row 2 (and 1 more row): from 150 over 120 to 140: a distribution",
        ),
        ("deliveries", ("leopard-2", "leopard-3"), "unknown item 'leopard-3'"),
        ("money", ("USD of 2026", "USD"), "money.csv, row 2: unit 'USD' is no money of a year; write 'USD of 2026'"),
        ("money", ("USD of 2026", "GBP of 2026"), "unit 'GBP of 2026' is no money of a year"),
        ("money", ("2028,4000000000,USD of 2026", "2028,4000000000,EUR of 2026"), "row 3: unit 'EUR of 2026' beside"),
        ("money", ("4000000000", "0"), "no money in any year: a distribution without mass"),
        (
            "requirements",
            ("60,guns", "60,rounds"),
            "requirements.csv, row 2: unit 'rounds' where caesar is counted in guns",
        ),
        ("requirements", ("60,guns", "0,guns"), "nothing may be lacking at all: a distribution without mass"),
        ("requirements", ("tanks,some", "guns,some"), "requirements.csv, row 3: 'guns' is taken"),
        (
            "requirements",
            ("caesar,60", "tank,60"),
            "requirements.csv, row 2: unknown item 'tank'; did you mean leopard-2",
        ),
        (
            "shares",
            ("% of GDP", "fraction"),
            "shares.csv, row 2 (and 1 more row): unit 'fraction'",
        ),
        ("requirements", ("caesar,60", ";,60"), "requirements.csv, row 2: items name nothing; name an item"),
        ("orders", ("60,guns", "٦٠,guns"), "value is no number: '٦٠'"),
        ("orders", ("unit,source", "unit,source,"), "5 cells under 6 columns"),
        ("money", ("4000000000", "4"), "money.csv, row 2 (and 1 more row): 4 USD is no equipment money of a year"),
        ("shares", ("2028,3,", "2028,45,"), "value is 45; give at most 30"),
        (
            "horizons",
            ("1,3,2", "3,1,2"),
            "horizons.csv, row 2: high_years lies before low_years: a distribution without",
        ),
        ("horizons", ("1,3,2", "1,3,0"), "no statement has a weight: a distribution without mass"),
        ("horizons", ("attack_on_ally", "an_attack"), "unknown feared (horizons.csv, row 2) 'an_attack'"),
        ("horizons", ("2026-01-01", "yesterday"), "'yesterday' is no day"),
        ("horizons", ("1,3,2", "1,3,-2"), "weight is -2, below nothing"),
    ],
)
def test_a_fault_is_one_line_with_file_row_and_remedy(
    record: Record, part: str, change: tuple[str, str], told: str
) -> None:
    broken = {**WHOLE, part: WHOLE[part].replace(*change)}
    assert broken[part] != WHOLE[part]
    with pytest.raises(BurdenshareError) as caught:
        linked(HEAD + GUNS, broken, record)
    line = caught.value.line()
    assert told in line and ";" in line and f"{part}.csv" in line and "\n" not in line


def test_releases_are_never_mixed(record: Record) -> None:
    with_release = SHARES.replace("unit,source", "unit,source,release").replace("mine", "mine,2026-07", 1)
    with_release = with_release.replace("2.5,% of GDP,mine", "2.5,% of GDP,mine,2025-08")
    with pytest.raises(InputError, match="release '2025-08' beside '2026-07' of row 2: releases are never mixed"):
        linked(HEAD + GUNS, {"shares": with_release}, record)
    one = linked(HEAD + GUNS, {"shares": with_release.replace("2025-08", "2026-07")}, record)
    assert one.tables[Part.SHARES].release == "2026-07"


@pytest.mark.parametrize("text", ["", "\n\n", "item,year,value,unit,source\n", '"item,year'])
def test_what_is_no_table_is_refused(record: Record, text: str) -> None:
    with pytest.raises(InputError) as caught:
        linked(HEAD + GUNS, {"orders": text}, record)
    assert caught.value.where.startswith("orders.csv") and caught.value.remedy


def test_scenario_faults_are_told_all_at_once() -> None:
    text = (
        HEAD
        + '[tables]\norders = "orders.csv"\nmoney = "none.csv"\ncolour = "x.csv"\nshares = ""\n[clock]\nuntil = 1\n'
    )
    found = [one.line() for one in faults_of(text, "one.toml", opened({"orders.csv": ORDERS.replace("guns", "tins")}))]
    for told in ("unit 'tins'", "none.csv: No such file", "'colour'", "shares names no file", "until is no such year"):
        assert any(told in line for line in found)


def test_a_file_that_orders_nothing_is_refused() -> None:
    with pytest.raises(InputError, match="it orders nothing"):
        read_chain(HEAD, "one.toml", opened({}))
    with pytest.raises(InputError, match=r"a scenario of the industry alone; put what it buys under \[industry\]"):
        read_chain('title = "one"\n[[buy]]\nitem = "caesar"\nunits = 3\n', "one.toml", opened({}))
    with pytest.raises(InputError, match="'tables' is no table"):
        read_chain("tables = 3\n" + HEAD, "one.toml", opened({}))


def test_negative_stocks_are_refused() -> None:
    with pytest.raises(InputError, match="held of -5"):
        read_chain(HEAD + GUNS + "held = -5\n", "one.toml", opened({}))


def test_the_shipped_scenarios_are_fine_and_every_row_says_where_it_is_from() -> None:
    for name in SHIPPED:
        made = load_chain(name)
        assert made.title and made.reference and len(tables_of(name)) == len(made.tables)
        assert all(one.reference for one in made.plant.buys)
        assert f"[{'tables' if made.tables else 'industry'}]" in shipped_text(name)
    assert set(load_chain("own-tables").tables) == set(Part)


def test_an_item_of_its_own_needs_a_requirement_that_names_it() -> None:
    text = "item,year,value,unit,source\nbarge,2027,3,barges,mine\n"
    rows = tables.table_rows(Part.DELIVERIES, text, "deliveries.csv", Faults())
    assert tables.yearly(rows, Part.DELIVERIES, ("barge",))["barge"].unit == "barges" and "barge" not in items()
    with pytest.raises(InputError, match="unknown item 'barge'"):
        tables.yearly(rows)


def test_every_fault_of_every_table_is_told_in_one_go(record: Record) -> None:
    broken = {
        "shares": SHARES.replace(",3,%", ",x,%").replace("2032", "soon"),
        "money": MONEY.replace("2027,4000000000", "2027,-4").replace("USD of 2026,mine\n", "USD of 2026,\n", 1),
        "orders": ORDERS.replace("60,guns", "60,tins", 1) + "caesar,2029,1\n" + "barge,2029,1,boats,mine\n",
        "deliveries": DELIVERIES.replace("2028,100", "1,100"),
        "requirements": REQUIREMENTS.replace("caesar,60", "frigate,60") + "Two Words,some,caesar,-5,tins,mine\n",
        "horizons": HORIZONS.replace("2026-01-01", "soon").replace("institute", "nobody"),
    }
    with pytest.raises(FaultsError) as caught:
        linked(HEAD + GUNS, broken, record)
    lines = [one.line() for one in caught.value.faults]
    for told in (
        "shares.csv, row 2: value is no number: 'x'",
        "shares.csv, row 3: year is no year: 'soon'",
        "money.csv, row 2: value is -4, below nothing",
        "money.csv, row 2: source is empty",
        "orders.csv, row 2: unit 'tins'; give it in guns",
        "orders.csv, row 4: 3 cells under 5 columns",
        "orders.csv, row 5: unknown item 'barge'",
        "deliveries.csv, row 2: year is no year: '1'",
        "requirements.csv, row 2: unknown item 'frigate'",
        "requirements.csv, row 4: 'Two Words' is no id",
        "requirements.csv, row 4: value is -5, below nothing",
        "requirements.csv, row 4: unit 'tins' where caesar is counted in guns",
        "horizons.csv, row 2: 'soon' is no day",
        "unknown speaker (horizons.csv, row 2) 'nobody'",
    ):
        assert any(line.startswith(told) for line in lines), (told, lines)
    assert len(lines) == 14


def test_an_item_of_a_requirement_is_taken_though_that_table_has_a_fault_of_its_own(record: Record) -> None:
    tables_ = {
        "deliveries": "item,year,value,unit,source\nbarge,2028,3,boats,mine\n",
        "requirements": REQUIREMENTS + "barges,some barges,barge,2,boats,\n",
    }
    with pytest.raises(InputError) as caught:
        linked(HEAD + GUNS, tables_, record)
    assert [one.line() for one in caught.value.each] == ["requirements.csv, row 4: source is empty; fill in source"]
    told = {**tables_, "requirements": tables_["requirements"].replace("boats,\n", "boats,mine\n")}
    assert linked(HEAD + GUNS, told, record).deliveries["barge"].unit == "boats"


def test_an_item_that_nothing_requires_says_where_it_would_be_taken(record: Record) -> None:
    boats = "item,year,value,unit,source\nbarge,2028,3,boats,mine\n"
    with pytest.raises(InputError, match="an item of your own is taken where a table of requirements names it"):
        linked(HEAD + GUNS, {"deliveries": boats}, record)
    wanted = REQUIREMENTS + "barges,some barges,barge,2,boats,mine\n"
    with pytest.raises(InputError, match="an item of your own is taken where a table of deliveries tells it"):
        linked(HEAD + GUNS, {"requirements": wanted}, record)
    with pytest.raises(InputError, match="'barge' cannot be ordered; the table of items has no maker of it"):
        linked(HEAD + GUNS, {"orders": boats, "deliveries": boats, "requirements": wanted}, record)


def test_an_item_keeps_its_unit_by_whatever_name_it_is_told(record: Record) -> None:
    by_name = {"deliveries": DELIVERIES.replace("leopard-2", "main battle tanks"), "requirements": REQUIREMENTS}
    by_name["requirements"] = by_name["requirements"].replace("leopard-2", "Leopard 2A8")
    assert list(linked(HEAD + GUNS, by_name, record).deliveries) == ["leopard-2"]
    with pytest.raises(InputError, match="unit 'tins'; give it in tanks"):
        linked(HEAD + GUNS, {**by_name, "deliveries": by_name["deliveries"].replace(",tanks", ",tins")}, record)


def test_a_requirement_counts_an_item_once_and_a_key_stands_for_one_statement(record: Record) -> None:
    twice = REQUIREMENTS.replace("some guns,caesar,", "some guns,caesar;howitzers,")
    with pytest.raises(InputError, match="caesar is named twice; keep one, or it counts twice"):
        linked(HEAD + GUNS, {"requirements": twice}, record)
    with pytest.raises(InputError, match="the key 'bild-2025-07' is taken"):
        linked(HEAD + GUNS, {"horizons": HORIZONS.replace("mine,me", "bild-2025-07,me")}, record)


def test_a_table_of_another_program_says_what_stands_between_its_cells(record: Record) -> None:
    with pytest.raises(InputError, match="cells set apart by semicolons; save it with commas"):
        linked(HEAD + GUNS, {"orders": ORDERS.replace(",", ";")}, record)


@pytest.mark.parametrize(
    ("read", "part", "told"),
    [
        (read_scenario, "shares", "shares = 'x.csv' would not be read here; run burdenshare chain one.toml"),
        (read_clock, "horizons", "horizons = 'x.csv' would not be read here"),
        (read_plant, "orders", "orders = 'x.csv' would not be read here"),
    ],
)
def test_a_table_is_never_passed_over_in_silence(read: Callable[[str, str], object], part: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        read(f'{HEAD}{GUNS}[tables]\n{part} = "x.csv"\n', "one.toml")
    assert f"one.toml, tables: {told}" in caught.value.line()
    others = {"shares": "horizons", "horizons": "money", "orders": "horizons"}
    assert read(f'{HEAD}{GUNS}[tables]\n{others[part]} = "x.csv"\n', "one.toml")


def test_a_number_is_told_one_way_and_a_column_has_a_name(record: Record) -> None:
    header = "item,year,value,low,central,high,unit,source,\n"
    both = f"{header}caesar,2028,3,9,9,9,guns,mine,\ncaesar,2029,3,,,,guns,mine,a remark\n"
    with pytest.raises(FaultsError) as caught:
        linked(HEAD + GUNS, {"orders": both}, record)
    assert [one.line() for one in caught.value.faults] == [
        "orders.csv, row 3: 'a remark' stands in a column without a name; name the column in row 1, or empty it",
        "orders.csv, row 2: value beside low and central and high; give a value, or low, central and high",
    ]
    assert linked(HEAD + GUNS, {"orders": f"{header}caesar,2028,3,,,,guns,mine,\n"}, record).tables


def test_names_that_the_record_has_not_are_told_together_with_their_place(record: Record) -> None:
    text = HEAD + 'allies = ["Germny"]\n' + GUNS.replace("DEU", "Polnd")
    shares_ = SHARES.replace("Germany,2028", "Frnce,2028")
    with pytest.raises(FaultsError) as caught:
        linked(text, {"shares": shares_}, record)
    assert [one.line().partition(";")[0] for one in caught.value.faults] == [
        "shares.csv: unknown ally or group 'Frnce'",
        "unknown ally or group 'Polnd'",
    ]
    with pytest.raises(FaultsError) as caught:
        linked(text, {}, record)
    assert caught.value.faults[0].line().startswith("one.toml, target 1: unknown ally or group 'Germny'")


def test_a_scenario_of_another_kind_names_the_command_that_reads_it() -> None:
    readers: list[tuple[Callable[[str, str], object], str, str]] = [
        (read_plant, HEAD, "a scenario of spending (it has target), not of the industry; burdenshare road x reads it"),
        (read_scenario, 'title = "one"\n[[give]]\nshare = 1\n', "burdenshare support --scenario x reads it"),
        (read_scenario, 'title = "one"\n[[buy]]\nitem = "caesar"\n', "burdenshare industry --scenario x reads it"),
        (read_support, HEAD, "a scenario of spending (it has target), not of support to Ukraine"),
    ]
    for read, text, told in readers:
        with pytest.raises(InputError) as caught:
            read(text, "x")
        assert told in caught.value.line() and len(caught.value.each) == 1


def test_a_file_may_begin_as_some_editors_begin_it(tmp_path: Path) -> None:
    place = tmp_path / "mine.toml"
    place.write_text(HEAD, encoding="utf-8-sig")
    assert load_scenario(str(place)).title == "one"


@pytest.mark.parametrize("name", ["../orders.csv", "/etc/hostname", "a/../../orders.csv"])
def test_a_table_stands_beside_its_scenario_and_nowhere_else(tmp_path: Path, name: str) -> None:
    place = tmp_path / "mine" / "one.toml"
    place.parent.mkdir()
    (tmp_path / "orders.csv").write_text(ORDERS, encoding="utf-8")
    place.write_text(f'{HEAD}{GUNS}[tables]\norders = "{name}"\n', encoding="utf-8")
    with pytest.raises(InputError, match="stands outside of the scenario's folder; put the table beside"):
        load_chain(str(place))
