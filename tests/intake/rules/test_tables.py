"""intake/rules/tables.py: tables as one value, and what is laid over them."""

from __future__ import annotations

import polars as pl
import pytest

from burdenshare.intake.rules.tables import Tables, frame_of, of_record
from burdenshare.record import schema, tables
from burdenshare.record.tables import PLACE

MEMBERS = "commitments/members.csv"


def test_the_tables_of_a_record_are_those_the_record_reads(held: Tables) -> None:
    assert set(held.csv) | {schema.MACRO} == set(tables.table_names())
    assert list(held.rows(MEMBERS)) == tables.rows(MEMBERS, layers=())
    assert held.macro.height == pl.read_parquet(tables.macro_path()).height
    assert held.rows("no/such.csv") == ()


def test_a_record_below_a_root_has_no_layers(held: Tables) -> None:
    assert list(of_record(tables.PACKAGED).rows(MEMBERS)) == list(held.rows(MEMBERS))


def test_a_delivered_row_takes_the_place_of_the_one_with_its_key(held: Tables) -> None:
    belgium = {**held.rows(MEMBERS)[1], "name": "Belgium (new)", PLACE: "A2"}
    added = {**belgium, "ally": "XKX", PLACE: "A3"}
    over = held.over({MEMBERS: (belgium, added)})
    assert len(over.rows(MEMBERS)) == len(held.rows(MEMBERS)) + 1
    assert over.rows(MEMBERS)[1] == belgium
    assert held.rows(MEMBERS)[1]["name"] == "Belgium"


def _vintage_row(**changes: str) -> dict[str, str]:
    row = {
        "vintage": "WEO-2025-10",
        "published_on": "2025-10-14",
        "entity": "DEU",
        "year": "2023",
        "indicator": "gdp_usd",
        "unit": "usd",
        "value": "1.5e12",
        "projection": "false",
        "source": "import-1",
        PLACE: "line 7",
    }
    return row | changes


def test_a_delivered_vintage_takes_the_place_of_the_cells_it_states(held: Tables) -> None:
    over = held.over({schema.MACRO: (_vintage_row(), _vintage_row(vintage="WEO-2099-10"))})
    assert over.macro.height == held.macro.height + 1
    (found,) = over.macro.filter(
        (pl.col("vintage") == "WEO-2025-10")
        & (pl.col("entity") == "DEU")
        & (pl.col("year") == 2023)
        & (pl.col("indicator") == "gdp_usd")
    ).iter_rows(named=True)
    assert (found["value"], found[PLACE]) == (1.5e12, "line 7")


@pytest.mark.parametrize("changes", [{"year": "MMXXIII"}, {"value": "much"}])
def test_what_is_no_number_is_no_vintage(changes: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="not the types"):
        frame_of([_vintage_row(**changes)])
