"""Of the prints of one text the earliest dated one is read, wherever it lies."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from benchmarks.corpus_ground import Here, rows
from burdenshare.corpus.dating import earliest_read
from burdenshare.corpus.model import Kind, Shard
from burdenshare.corpus.running import run
from burdenshare.corpus.storage import Storage, storage_at
from burdenshare.corpus.tables import SEEN, bytes_of
from burdenshare.corpus.tasks import seen_name
from burdenshare.errors import InputError
from burdenshare.record import Record
from tests.corpus.made import SENTENCE

SHARDS = [Shard(number, Kind.FILES, (), 0, 1, 1) for number in range(3)]
TODAY = date(2026, 8, 31)
MARCH, MAY = date(2025, 3, 1), date(2025, 5, 1)


def seen(storage: Storage, number: int, *days: date | None) -> None:
    told = [{"shard": number, "row": row, "document": "0a", "published": day} for row, day in enumerate(days)]
    storage.write(seen_name(SHARDS[number].name), bytes_of(told, SEEN))


def test_an_undated_first_print_is_a_copy_of_the_earliest_dated_one(tmp_path: Path) -> None:
    storage = storage_at(str(tmp_path))
    seen(storage, 0, None)
    seen(storage, 1, MAY, MARCH)
    seen(storage, 2, MARCH)
    found = earliest_read(storage, SHARDS, {0: {}, 1: {0: "0:0", 1: "0:0"}, 2: {0: "0:0"}}, TODAY)
    assert found == {0: {0: "1:1"}, 1: {0: "1:1"}, 2: {0: "1:1"}}


def test_without_any_day_the_first_of_the_plan_stays(tmp_path: Path) -> None:
    storage = storage_at(str(tmp_path))
    seen(storage, 0, None, None)
    seen(storage, 1)
    seen(storage, 2, None)
    copies = {0: {1: "0:0"}, 1: {}, 2: {0: "0:0"}}
    assert earliest_read(storage, SHARDS, copies, TODAY) == copies


def test_a_day_that_no_text_can_have_dates_nothing(tmp_path: Path) -> None:
    storage = storage_at(str(tmp_path))
    seen(storage, 0, date(2027, 1, 1), date(1901, 1, 1), MAY)
    found = earliest_read(storage, SHARDS, {0: {1: "0:0", 2: "0:0"}, 1: {}, 2: {}}, TODAY)
    assert found == {0: {0: "0:2", 1: "0:2"}, 1: {}, 2: {}}


def test_a_part_that_is_gone_or_damaged_is_told(tmp_path: Path) -> None:
    storage = storage_at(str(tmp_path))
    with pytest.raises(InputError, match="a part of the run is gone"):
        earliest_read(storage, SHARDS, {0: {1: "0:0"}}, TODAY)
    storage.write(seen_name(SHARDS[0].name), b"no Parquet")
    with pytest.raises(InputError, match="a part of the run is damaged"):
        earliest_read(storage, SHARDS, {0: {1: "0:0"}}, TODAY)


def test_a_text_is_judged_on_the_day_of_its_earliest_print(tmp_path: Path, record: Record) -> None:
    prints = [("Undated Wire", None), ("May Post", "2025-05-01"), ("March Herald", "2025-03-01")]
    news = tmp_path / "news.jsonl"
    lines = [{"text": SENTENCE, "outlet": outlet} | ({"published": day} if day else {}) for outlet, day in prints]
    news.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    run([str(news)], str(tmp_path / "out"), Here(), record)
    told = rows(tmp_path / "out").sort("row").select("fate", "copy_of", "published", "published_from").rows()
    assert told == [
        ("copy", "0:2", None, "none"),
        ("copy", "0:2", MAY, "metadata"),
        ("read", None, MARCH, "metadata"),
    ]
    assert set(rows(tmp_path / "out", "verdicts").filter(clock="then")["judged_on"]) == {MARCH}
