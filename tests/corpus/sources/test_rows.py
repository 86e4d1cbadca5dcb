"""Every row of a Parquet file is read or told once, however the file is cut."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from burdenshare.corpus.model import Broken, Entry
from burdenshare.corpus.sources import rows
from burdenshare.errors import InputError


def kept(folder: Path, count: int = 100, group: int = 10, **columns: Any) -> str:
    path = folder / "desk.parquet"
    frame = pl.DataFrame({"text": [f"Word {number}." for number in range(count)], **columns})
    frame.write_parquet(path, row_group_size=group)
    return str(path)


def texts(found: list[Entry | Broken]) -> list[str]:
    return [one.reason if isinstance(one, Broken) else one.source.data.decode() for one in found]


@pytest.mark.parametrize(("group", "most"), [(10, 25), (10, 10), (40, 15), (100, 1_000)])
def test_each_row_stands_in_one_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, group: int, most: int) -> None:
    monkeypatch.setattr(rows, "ROWS_A_SHARD", most)
    monkeypatch.setattr(rows, "ROWS_AT_ONCE", 7)
    path = kept(tmp_path, group=group)
    spans = rows.spans(path)
    assert (spans[0][0], spans[-1][1]) == (0, 100)
    assert all(first[1] == second[0] for first, second in pairwise(spans))
    assert all(end - begin <= most for begin, end in spans)
    found = [one for begin, end in spans for one in rows.entries(path, begin, end, None)]
    assert texts(found) == [f"Word {number}." for number in range(100)]
    assert [one.place for one in found] == [f"{path}#{number}" for number in range(100)]


@pytest.mark.parametrize(
    ("on_field", "column", "values"),
    [
        ("published", "published", [date(2025, 6, 1)]),
        (None, "date", [date(2025, 6, 1)]),
        (None, "published", [datetime(2025, 6, 1, 23, 30, tzinfo=UTC)]),
        ("meta.day", "meta", [{"day": "2025-06-01"}]),
        ("the day", "the day", ["1 June 2025"]),
    ],
)
def test_days_as_columns_tell_them(tmp_path: Path, on_field: str | None, column: str, values: list[Any]) -> None:
    path = kept(tmp_path, 1, 10, **{column: values})
    (one,) = rows.entries(path, 0, 1, on_field)
    assert isinstance(one, Entry)
    assert one.published == date(2025, 6, 1)


def test_a_field_of_the_day_that_is_no_column_is_told_before_the_run(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no column 'gone'"):
        rows.spans(kept(tmp_path), "gone")


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "desk.parquet"
    for content in (b"", b"no Parquet", Path(kept(tmp_path)).read_bytes()[:-40]):
        path.write_bytes(content)
        assert rows.spans(str(path)) == [rows.NOTHING]
        (one,) = rows.entries(str(path), 0, 0, None)
        assert isinstance(one, Broken)
        assert one.reason.startswith("no Parquet that can be read")


def test_a_file_without_texts_is_told(tmp_path: Path) -> None:
    path = tmp_path / "desk.parquet"
    pl.DataFrame({"number": [1, 2]}).write_parquet(path)
    (one,) = rows.entries(str(path), 0, 2, None)
    assert isinstance(one, Broken)
    assert one.reason == "has no column with a text (text, body, content)"


def test_a_damaged_group_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    path = Path(kept(tmp_path, 40, 10))
    data = bytearray(path.read_bytes())
    data[20:60] = b"?" * 40  # in the first group, behind the mark at its beginning
    path.write_bytes(data)
    found = list(rows.entries(str(path), 0, 40, None))
    assert texts(found)[-30:] == [f"Word {number}." for number in range(10, 40)]
    told = [one.reason for one in found if isinstance(one, Broken)]
    assert len(told) == 1
    assert told[0].startswith("rows 0 to 9 cannot be read")


def test_a_place_that_is_lost_meanwhile_is_no_fault_of_the_file(tmp_path: Path) -> None:
    path = kept(tmp_path)
    Path(path).unlink()
    with pytest.raises(InputError, match="cannot be read"):
        rows.spans(path)


def test_names_of_files_are_no_patterns(tmp_path: Path) -> None:
    path = tmp_path / "a*[b]'.parquet"
    Path(kept(tmp_path, 3)).rename(path)
    assert len(list(rows.entries(str(path), 0, 3, None))) == 3
