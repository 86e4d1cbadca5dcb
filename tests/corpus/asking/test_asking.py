"""SQL over a data set: it reads the data set, and nothing else; what cannot be answered is said in one line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from burdenshare.corpus.asking.asking import Asking, asking
from burdenshare.corpus.asking.data_set import data_set_at
from burdenshare.errors import InputError
from tests.corpus.asking.written import Text, Told, write

DAY = date(2025, 3, 1)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Asking]:
    place = write(
        tmp_path / "it's an archive",
        [Text(DAY, "Post", [Told(), Told(text="Another", claim="x|=1", then="contradicted")])],
        [Text(None, "", [Told(then=None)], address="https://www.courier.example:8080/a?b=c")],
    )
    with data_set_at(str(place)) as data, asking(data) as found:
        yield found


def test_tables_and_views_answer(opened: Asking) -> None:
    assert opened.ask("SELECT count(*) FROM documents").rows == [(2,)]
    found = opened.ask("SELECT outlet, published, id, verdict FROM said ORDER BY shard, id")
    assert found.columns == ("outlet", "published", "id", "verdict")
    assert found.rows == [
        ("Post", DAY, "s1", "supported"),
        ("Post", DAY, "s2", "contradicted"),
        ("courier.example", None, "s1", None),
    ]


def test_words_like_barred_ones_are_only_words(opened: Asking) -> None:
    assert opened.ask("SELECT count(*) AS query FROM said WHERE text <> 'a query, or the current setting'").rows == [
        (3,)
    ]


def test_parameters_are_values_and_never_sql(opened: Asking) -> None:
    sql = "SELECT count(*) FROM said WHERE text = $text"
    assert opened.ask(sql, {"text": "Another"}).rows == [(1,)]
    assert opened.ask(sql, {"text": "' OR 1=1 --"}).rows == [(0,)]


def test_no_more_rows_than_wanted_are_fetched_and_more_are_told(opened: Asking) -> None:
    assert (opened.ask("FROM range(5)", most=3).rows, opened.ask("FROM range(5)", most=3).more) == (
        [(0,), (1,), (2,)],
        True,
    )
    assert opened.ask("FROM range(3)", most=3).more is False
    assert [len(one.rows) for one in opened.batches("FROM range(5)", 2)] == [2, 2, 1]


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('{secret}')",
        "SELECT current_setting('home_directory')",
        "SELECT \"Current_Setting\" ('home_directory')",
        "SELECT * FROM duckdb_settings()",
        "SELECT * FROM duckdb_extensions()",
        "FROM pg_catalog.pg_settings",
        "FROM query('SELECT current_' || 'setting(1)')",
        "FROM \"query\" /* here */ ('SELECT 1')",
        "FROM query_table('duckdb_' || 'settings')",
        "SELECT * FROM read_text('{secret}')",
        "SELECT * FROM read_blob('{secret}')",
        "SELECT * FROM '{secret}'",
        "SELECT * FROM parquet_schema('{secret}')",
        "SELECT * FROM sniff_csv('{secret}')",
        "SELECT * FROM glob('{folder}/*')",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_json('https://example.com/data.json')",
        "SELECT * FROM read_text('{inside}/../manifest.json')",
        "COPY (SELECT 1) TO '{out}'",
        "COPY documents TO '{out}' (FORMAT parquet)",
        "COPY (SELECT 1) TO '{own}' (FORMAT parquet)",
        "EXPLAIN ANALYZE COPY (SELECT 1) TO '{out}'",
        "EXPORT DATABASE '{folder}/all'",
        "ATTACH '{out}' AS other",
        "ATTACH ':memory:' AS other",
        "INSTALL httpfs",
        "LOAD httpfs",
        "LOAD '{secret}'",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "RESET allowed_paths",
        "PRAGMA enable_profiling",
        "CALL pragma_version()",
        "CREATE TABLE kept AS SELECT 1",
        "CREATE SECRET (TYPE s3)",
        "DROP VIEW documents",
        "DELETE FROM documents",
        "INSERT INTO documents SELECT * FROM documents",
        "SELECT 1; COPY (SELECT 1) TO '{out}'",
        "SELECT 1; SELECT 2",
        "PREPARE one AS SELECT 1",
        "USE memory",
        "BEGIN TRANSACTION",
        "SELECT * FROM Path",
        "SELECT * FROM frame",
        "",
        "-- only a remark",
        "SELECT",
        "SELECT nothing FROM said",
        "SELECT * FROM nowhere",
        "SELECT error('no')",
        "SELECT CAST('x' AS INTEGER)",
    ],
)
def test_what_would_do_more_than_read_the_data_set_is_refused_in_one_line(
    opened: Asking, tmp_path: Path, sql: str
) -> None:
    frame = [1]  # a variable of this program, which SQL must not see
    secret = tmp_path / "secret.txt"
    secret.write_text("a,b\n1,2\n")
    inside = tmp_path / "it's an archive" / "statements"
    names = {"secret": secret, "folder": tmp_path, "out": tmp_path / "out", "inside": inside}
    own = inside / "part-000000.parquet"
    before = own.read_bytes()
    quoted = {name: str(path).replace("'", "''") for name, path in {**names, "own": own}.items()}
    with pytest.raises(InputError) as refused:
        opened.ask(sql.format(**quoted))
    line = refused.value.line()
    assert line.startswith("SQL: ")
    assert "\n" not in line
    assert "1,2" not in line
    assert own.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["it's an archive", "secret.txt"]
    assert frame == [1]


def test_after_a_refusal_the_next_question_is_answered(opened: Asking) -> None:
    with pytest.raises(InputError):
        opened.ask("SELECT * FROM read_csv('/etc/passwd')")
    assert opened.ask("SELECT count(*) FROM documents").rows == [(2,)]


def test_more_than_fits_in_memory_is_laid_aside_or_refused(opened: Asking) -> None:
    sql = "SELECT count(*) FROM (SELECT DISTINCT i, hash(i) AS h FROM range(3000000) AS t(i))"
    assert opened.ask(sql).rows == [(3_000_000,)]


def test_bytes_that_are_no_parquet_are_told_of_with_their_place(tmp_path: Path) -> None:
    place = write(tmp_path / "archive", [Text(DAY)])
    (place / "verdicts" / "part-000000.parquet").write_bytes(b"PAR1 but not really")
    with pytest.raises(InputError, match="damaged"), data_set_at(str(place)) as data, asking(data) as found:
        found.ask("SELECT 1")
