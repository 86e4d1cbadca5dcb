"""The SQLite file: tables that hang together, found words, metadata that names what is there, and the way back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import burdenshare as bs
from burdenshare.record import Record
from burdenshare.report.exports.sqlite import metadata_of, metadata_path, searched
from burdenshare.report.exports.sqlite_tables import TABLES
from burdenshare.report.report import Report
from tests.report.saved.test_reports import TEXTS


@pytest.fixture(scope="module")
def reports(record: Record) -> list[Report]:
    return [bs.check(bs.load_document(one), record=record) for one in TEXTS[:3]]


@pytest.fixture(scope="module")
def database(reports: list[Report], tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("sqlite") / "checks.db"
    bs.export(reports, path, "sqlite")
    with closing(sqlite3.connect(path)) as opened:
        yield opened


def column(database: sqlite3.Connection, asked: str) -> list[Any]:
    return [row[0] for row in database.execute(asked)]


def test_tables_hang_together_and_the_file_is_sound(database: sqlite3.Connection) -> None:
    assert column(database, "PRAGMA integrity_check") == ["ok"]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    referring = [
        table.name for table in TABLES if database.execute(f"PRAGMA foreign_key_list({table.name})").fetchall()
    ]
    assert set(referring) == {table.name for table in TABLES} - {"documents", "sources"}


def test_tables_hold_what_the_reports_say(database: sqlite3.Connection, reports: list[Report]) -> None:
    entries = [entry for report in reports for entry in report.checked.checked]
    assert column(database, "SELECT text FROM statements ORDER BY id") == [one.statement.text for one in entries]
    then = [None if one.then is None else one.then.verdict.value for one in entries]
    assert column(database, 'SELECT "then" FROM statements ORDER BY id') == then
    answers = [answer for one in entries for answer in (one.then, one.now) if answer is not None]
    assert column(database, "SELECT rule FROM judgements ORDER BY id") == [one.rule for one in answers]
    assert column(database, "SELECT count(*) FROM readings") == [sum(len(one.tried) for one in answers)]
    assert column(database, "SELECT count(*) FROM evidence") == [sum(len(one.evidence) for one in answers)]
    lines = sum(len(one.price.lines) for one in entries if one.price is not None)
    assert column(database, "SELECT count(*) FROM price_lines") == [lines]
    assert column(database, "SELECT count(*) FROM unaccounted") == [
        sum(len(one.checked.unaccounted) for one in reports)
    ]
    assert lines > 0


def test_verdict_is_followed_from_the_words_to_the_address(database: sqlite3.Connection) -> None:
    asked = """
        SELECT DISTINCT sources.address FROM statements
        JOIN judgements ON judgements.statement = statements.id
        JOIN evidence ON evidence.judgement = judgements.id
        JOIN cells ON cells.id = evidence.cell
        JOIN sources USING (source)
        WHERE statements.kind = 'fact' AND judgements.clock = 'then'
    """
    addresses = column(database, asked)
    assert addresses
    assert all(one.startswith("http") for one in addresses)


def test_derivation_is_a_tree_with_cells_at_its_leaves(database: sqlite3.Connection) -> None:
    assert column(
        database, "SELECT count(*) FROM derivations WHERE parent IS NULL AND judgement IS NULL AND price IS NULL"
    ) == [0]
    leaves = column(database, "SELECT count(*) FROM derivations WHERE cell IS NOT NULL")
    assert leaves[0] > 20
    inner = "SELECT count(*) FROM derivations WHERE cell IS NOT NULL AND id IN (SELECT parent FROM derivations)"
    assert column(database, inner) == [0]


def test_words_are_found(database: sqlite3.Connection) -> None:
    found = searched(database, "guideline")
    texts = [column(database, f"SELECT text FROM statements WHERE id = {one}")[0] for one in found]
    assert texts
    assert all("guideline" in one for one in texts)


def test_metadata_names_tables_and_columns_that_are_there(database: sqlite3.Connection) -> None:
    path = metadata_path(Path("some/checks.db"))
    assert path == Path("some/checks.metadata.json")
    told = json.loads(metadata_of(Path("some/checks.db")))["databases"]["checks"]["tables"]
    there = column(database, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'statements_fts%'")
    assert set(told) == set(there)
    for name, about in told.items():
        columns = {row[1] for row in database.execute(f"PRAGMA table_info({name})")}
        assert set(about["columns"]) == columns
        assert set(about.get("facets", ())) <= columns
        assert {about[key] for key in ("label_column",) if key in about} <= columns
        assert about["description"].endswith(".")
        assert all(about["columns"].values())
    assert {"then", "now"} <= set(told["statements"]["facets"])
    assert told["saved_reports"]["hidden"] is True


def test_money_and_shares_tell_their_unit() -> None:
    for table in TABLES:
        for one in table.columns:
            if one.name.startswith(("cost_", "total_", "pooled_")):
                assert "US dollars a year" in one.about
            if one.name.startswith("target_") or one.name == "share":
                assert "per cent of GDP" in one.about


def test_metadata_lies_beside_the_file_and_both_are_refused_together(reports: list[Report], tmp_path: Path) -> None:
    (tmp_path / "checks.metadata.json").write_text("mine", encoding="utf-8")
    with pytest.raises(bs.OutputError, match=r"checks.metadata.json: exists already"):
        bs.export(reports, tmp_path / "checks.db", "sqlite")
    assert [one.name for one in tmp_path.iterdir()] == ["checks.metadata.json"]
    bs.export(reports, tmp_path / "checks.db", "sqlite", force=True)
    assert len(bs.load_reports(tmp_path / "checks.db")) == 3


def test_database_of_others_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as opened:
        opened.execute("CREATE TABLE things (x)")
        opened.commit()
    with pytest.raises(bs.ReportError, match="is no database of saved reports, or damaged"):
        bs.load_reports(path)
