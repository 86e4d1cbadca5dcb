"""The data set as SQLite: every row, keys that hold, and what Datasette tells of it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from burdenshare.corpus.asking.asking import Asking
from burdenshare.corpus.asking.sqlite import EXPORTED, export, metadata_path
from burdenshare.errors import OutputError


@pytest.fixture
def database(asked_news: Asking, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    export(asked_news, tmp_path / "news.db")
    with closing(sqlite3.connect(tmp_path / "news.db")) as opened:
        yield opened


def test_every_row_is_there_and_refers_to_one_that_is(asked_news: Asking, database: sqlite3.Connection) -> None:
    for table in EXPORTED:
        rows = asked_news.ask(f"SELECT count(*) FROM {table.name}").rows
        assert database.execute(f"SELECT count(*) FROM {table.name}").fetchall() == rows, table.name
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_keys_indexes_search_and_the_view_answer(database: sqlite3.Connection) -> None:
    plan = database.execute("EXPLAIN QUERY PLAN SELECT * FROM statements WHERE claim = 'x'").fetchall()
    assert "USING INDEX statements_claim" in plan[0][3]
    plan = database.execute("EXPLAIN QUERY PLAN SELECT * FROM documents WHERE shard = 0 AND row = 1").fetchall()
    assert "USING INDEX" in plan[0][3]
    with pytest.raises(sqlite3.IntegrityError):
        database.execute("INSERT INTO documents (shard, row) VALUES (0, 0)")
    told = "SELECT count(*) FROM said WHERE then_verdict = 'contradicted'"
    assert database.execute(told).fetchall() == [(10,)]
    search = """SELECT s.subject FROM statements_fts AS f JOIN statements AS s ON s.rowid = f.rowid
        WHERE statements_fts MATCH 'germany AND "2.12"'"""
    assert set(database.execute(search).fetchall()) == {("DEU",)}


def test_days_are_iso_text_and_outlets_those_of_the_prints(database: sqlite3.Connection) -> None:
    row = database.execute("SELECT published, outlet, typeof(published) FROM documents WHERE row = 0").fetchone()
    assert row == ("2024-06-18", "North Wire", "text")


def test_metadata_tell_titles_sources_terms_and_every_column(asked_news: Asking, tmp_path: Path) -> None:
    target = tmp_path / "my.news.sqlite"
    written = export(asked_news, target)
    assert written == (target, tmp_path / "my.news.metadata.json") == (target, metadata_path(target))
    told = json.loads(written[1].read_text(encoding="utf-8"))
    assert told["title"] and told["license"] and told["source"].endswith("news.jsonl")
    tables = told["databases"]["my.news"]["tables"]
    with closing(sqlite3.connect(target)) as database:
        for table in EXPORTED:
            columns = [one[1] for one in database.execute(f"PRAGMA table_info({table.name})")]
            assert list(tables[table.name]["columns"]) == columns
            assert set(tables[table.name].get("facets", ())) <= set(columns)
    assert tables["said"]["description"]


def test_the_same_data_set_is_the_same_file(asked_news: Asking, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        export(asked_news, tmp_path / name / "news.db")
    assert (tmp_path / "a" / "news.db").read_bytes() == (tmp_path / "b" / "news.db").read_bytes()


def test_what_is_there_is_kept_without_force(asked_news: Asking, tmp_path: Path) -> None:
    target = tmp_path / "news.db"
    metadata_path(target).write_text("mine")
    with pytest.raises(OutputError, match="exists already"):
        export(asked_news, target)
    assert not target.exists()
    export(asked_news, target, force=True)
    assert metadata_path(target).read_text(encoding="utf-8") != "mine"
    with pytest.raises(OutputError):
        export(asked_news, tmp_path / "nowhere" / "news.db")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["news.db", "news.metadata.json"]
