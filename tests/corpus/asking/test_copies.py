"""The table of copies on the shipped example, whose prints are known."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from burdenshare.corpus.asking.copies import copies
from burdenshare.corpus.asking.data_set import data_set_at
from burdenshare.errors import InputError
from tests.corpus.asking.written import WORDS, Text, write


def test_prints_of_the_example_are_put_together(news: Path) -> None:
    with data_set_at(str(news)) as data:
        found = copies(data)
    assert sorted(found.group_by("voice").len()["len"]) == [3, 4, 4, 5]
    assert found["likeness"].min() > 0.5  # type: ignore[operator]
    assert found.filter(pl.col("likeness") == 1.0).height > found["voice"].n_unique()  # firsts, and the exact copies
    voices = found.select(pl.format("{}:{}", "shard", "row").alias("own"), "voice", "likeness")
    assert set(voices.filter(pl.col("own") == pl.col("voice"))["likeness"]) == {1.0}


def test_the_first_print_is_the_earliest_dated_one(tmp_path: Path) -> None:
    from datetime import date

    edited = WORDS.replace("word9 ", "ten ")
    texts = [
        Text(None, body=WORDS),
        Text(date(2025, 3, 2), body=edited),
        Text(date(2025, 3, 1), fate="copy", copy_of="0:0"),
    ]
    with data_set_at(str(write(tmp_path / "archive", texts))) as data:
        found = copies(data)
    assert found["voice"].unique().to_list() == ["0:2"]
    assert found["row"].to_list() == [2, 1, 0]


def test_texts_without_words_are_nobodys_copies(tmp_path: Path) -> None:
    with data_set_at(str(write(tmp_path / "archive", [Text(None, body=""), Text(None, body="...")]))) as data:
        assert copies(data).is_empty()


def test_a_damaged_part_is_told_of(tmp_path: Path) -> None:
    place = write(tmp_path / "archive", [Text(None, body=WORDS)])
    (place / "sketches" / "part-000000.parquet").write_bytes(b"PAR1")
    with pytest.raises(InputError, match="a part is damaged"), data_set_at(str(place)) as data:
        copies(data)
