"""The same rows give the same bytes, and come back as they were."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from burdenshare.corpus.tables import GATHERED, SEEN, TABLES, bytes_of, part_name, rows_in


@pytest.mark.parametrize("columns", [*TABLES.values(), GATHERED, SEEN], ids=[*TABLES, "gathered", "seen"])
def test_every_table_can_be_empty_and_tells_its_columns(columns: dict[str, tuple[type[pl.DataType], str]]) -> None:
    content = bytes_of([], columns)
    assert rows_in(content) == []
    assert all(told for _, told in columns.values())


def test_rows_come_back_and_the_bytes_do_not_depend_on_who_writes() -> None:
    rows = [
        {"shard": 0, "row": row, "place": f"a@{row}", "published": date(2025, 6, 1), "text": None, "statements": 2}
        for row in range(2_000)
    ]
    content = bytes_of(rows, TABLES["documents"])
    assert content == bytes_of([dict(reversed(row.items())) for row in rows], TABLES["documents"])
    back = rows_in(content)
    assert [{name: row[name] for name in rows[0]} for row in back] == rows
    assert list(back[0]) == list(TABLES["documents"])


def test_what_is_no_column_is_not_kept() -> None:
    (row,) = rows_in(bytes_of([{"shard": 1, "row": 2, "document": "0a", "text": "long"}], SEEN))
    assert row == {"shard": 1, "row": 2, "document": "0a", "published": None}


def test_parts_are_named_by_table_and_shard() -> None:
    assert part_name("verdicts", "000042") == "verdicts/part-000042.parquet"
