"""SQLite and DuckDB: keys, references, indexes and views that answer as the record does."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import duckdb
import pytest

from burdenshare.record import Record, tables
from burdenshare.report.exports.record.export import export_record
from burdenshare.report.exports.record.views import VIEWS
from tests.report.exports.record.conftest import Made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, layered: Made) -> Path:
    made = tmp_path_factory.mktemp("databases")
    export_record(made / "small.db", "sqlite", root=layered.root, layers=layered.layers)
    export_record(made / "whole.db", "sqlite", layers=())
    export_record(made / "whole.duckdb", "duckdb", layers=())
    return made


@pytest.fixture
def small(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(folder / "small.db")) as database:
        yield database


@pytest.fixture
def large(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(folder / "whole.db")) as database:
        yield database


def test_the_file_is_sound(large: sqlite3.Connection) -> None:
    assert large.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert large.execute("PRAGMA foreign_key_check").fetchall() == []


def test_keys_and_references_are_those_of_the_record(large: sqlite3.Connection) -> None:
    keys: dict[str, list[str]] = {
        name: [] for (name,) in large.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    }
    for name, columns in keys.items():
        columns += [
            one[1] for one in sorted(large.execute(f'PRAGMA table_info("{name}")'), key=lambda one: one[5]) if one[5]
        ]
    assert keys["nato_expenditure"] == list(tables.key_of("nato/expenditure.csv"))
    assert keys["sources"] == ["source"]
    assert keys["macro_macro"] == list(tables.key_of(tables.MACRO))
    assert [name for name, key in keys.items() if not key] == ["industry_production"]  # some of its rows state no value
    refers = {(one[2], one[3]) for one in large.execute("PRAGMA foreign_key_list(nato_expenditure)")}
    assert refers == {("nato_releases", "release"), ("sources", "source")}


def test_a_reference_that_a_row_breaks_is_not_declared(large: sqlite3.Connection) -> None:
    refers = {(one[2], one[3]) for one in large.execute("PRAGMA foreign_key_list(macro_macro)")}
    assert refers == {("nato_releases", "vintage")}  # its source wdi_open_numbers is told by pattern alone


def test_what_is_asked_often_has_an_index(large: sqlite3.Connection) -> None:
    plan = large.execute("EXPLAIN QUERY PLAN SELECT * FROM nato_expenditure WHERE ally = 'DEU'").fetchall()
    assert "nato_expenditure_ally" in plan[0][3]


def test_rows_of_layers_say_so(small: sqlite3.Connection, layered: Made) -> None:
    asked = "SELECT value, value_printed, layer, place_in_file FROM nato_expenditure WHERE layer IS NOT NULL"
    assert small.execute(asked).fetchall() == [
        (2.8, "2.80", layered.layers[0].id, "rows.csv: TABLE3!D12"),
        (2.9, "2.90", layered.layers[1].id, "rows.csv: TABLE3!E9"),
    ]
    assert small.execute("SELECT id FROM record_layers").fetchall() == [(one.id,) for one in layered.layers]


def test_the_newest_value_is_the_record_s(large: sqlite3.Connection, record: Record) -> None:
    asked = "SELECT value, release FROM nato_newest WHERE ally = ? AND year = 2024 AND measure = 'share_of_gdp'"
    for ally in ("DEU", "POL", "USA"):
        (row,) = large.execute(f"{asked} AND price_basis <> 'constant_2015' AND unit = '%' LIMIT 1", (ally,)).fetchall()
        found = record.cell("share_of_gdp", ally, 2024, release=row[1])
        assert found is not None
        assert found.value == pytest.approx(row[0])


def test_the_counts_are_those_that_were_published(large: sqlite3.Connection) -> None:
    asked = "SELECT release, at_guideline FROM nato_at_guideline"
    held = dict(large.execute(asked).fetchall())
    assert {name: held[name] for name in ("2019-06", "2023-07", "2024-06")} == {
        "2019-06": 7,
        "2023-07": 11,
        "2024-06": 23,
    }


def test_metadata_tell_every_table_and_view(folder: Path, small: sqlite3.Connection) -> None:
    told = json.loads((folder / "small.metadata.json").read_text(encoding="utf-8"))
    shown = told["databases"]["small"]["tables"]
    names = {name for (name,) in small.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")}
    assert set(shown) == names
    for name, one in shown.items():
        columns = {row[1] for row in small.execute(f'PRAGMA table_info("{name}")')}
        assert set(one.get("facets", ())) <= columns, name
        assert one.get("label_column", "person") in columns | {"person"}, name


def test_both_databases_answer_every_view_alike(folder: Path, large: sqlite3.Connection) -> None:
    with duckdb.connect(str(folder / "whole.duckdb"), read_only=True) as other:
        for view in VIEWS:
            mine = large.execute(f"SELECT * FROM {view.name}").fetchall()
            theirs = other.execute(f"SELECT * FROM {view.name}").fetchall()
            assert len(mine) > 10, view.name
            assert sorted(map(_plain, mine)) == sorted(map(_plain, theirs)), view.name


def _plain(row: tuple[object, ...]) -> tuple[str, ...]:
    return tuple(
        str(float(one)) if isinstance(one, int | float) else one.isoformat() if isinstance(one, date) else str(one)
        for one in row
    )


def test_duckdb_has_types_and_comments(folder: Path) -> None:
    with duckdb.connect(str(folder / "whole.duckdb"), read_only=True) as database:
        kinds = dict(
            database.execute(
                "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = 'nato_expenditure'"
            ).fetchall()
        )
        assert {name: kinds[name] for name in ("released_on", "year", "value", "estimate")} == {
            "released_on": "DATE",
            "year": "BIGINT",
            "value": "DOUBLE",
            "estimate": "BOOLEAN",
        }
        comments = database.execute("SELECT count(*) FROM duckdb_tables() WHERE comment IS NULL").fetchone()
        assert comments == (0,)
