"""Tables of one's own: what they must hold, and one clear line for what they do not."""

from __future__ import annotations

import pytest

from burdenshare.errors import BurdenshareError, InputError
from burdenshare.record import Record
from burdenshare.road.chain import tables
from burdenshare.road.chain.model import Part
from burdenshare.road.chain.scenario import SHIPPED, faults_of, load_chain, read_chain, shipped_text, tables_of
from burdenshare.road.industry.items import items
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
        ("orders", ("60,guns", "60,tonnes"), "orders.csv, row 2: unit 'tonnes'; give it in guns"),
        ("orders", ("60,guns", "-60,guns"), "orders.csv, row 2: value is -60, below nothing; give 0 or more"),
        ("orders", ("60,guns", "sixty,guns"), "orders.csv, row 2: value is no number: 'sixty'"),
        ("orders", ("60,guns", "nan,guns"), "value is no number: 'nan'"),
        ("orders", ("2027", "soon"), "orders.csv, row 2: year is no year: 'soon'"),
        ("orders", ("caesar,2028", "caesar,2027"), "orders.csv, row 3: 2027 stands twice (row 2); keep one"),
        ("orders", ("caesar", "caesr"), "orders.csv, row 2: unknown item 'caesr'; did you mean caesar"),
        ("orders", ("guns,mine", "guns,"), "orders.csv, row 2: source is empty; fill in source"),
        (
            "deliveries",
            ("100,120,140", "150,120,140"),
            "deliveries.csv, row 2: from 150 over 120 to 140: a distribution",
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
        ("requirements", ("caesar,60", "tank,60"), "unknown item (requirements.csv, row 2) 'tank'"),
        ("shares", ("% of GDP", "fraction"), "shares.csv, row 2: unit 'fraction'; give it in % of GDP"),
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
    rows = tables.table_rows(Part.DELIVERIES, text, "deliveries.csv")
    assert tables.yearly(rows, ("barge",))["barge"].unit == "barges" and "barge" not in items()
    with pytest.raises(InputError, match="unknown item 'barge'"):
        tables.yearly(rows)
