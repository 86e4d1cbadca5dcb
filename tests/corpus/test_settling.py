"""Of equal texts the first is read, by its place in the plan."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from burdenshare.corpus.model import Kind, Shard
from burdenshare.corpus.settling import copies
from burdenshare.corpus.storage import Storage, storage_at
from burdenshare.corpus.tables import SEEN, bytes_of
from burdenshare.corpus.tasks import seen_name
from burdenshare.errors import InputError

SHARDS = [Shard(number, Kind.FILES, (), 0, 1, 1) for number in range(3)]


def seen(storage: Storage, shard: Shard, hashes: dict[int, str]) -> None:
    rows = [{"shard": shard.number, "row": row, "document": told} for row, told in hashes.items()]
    storage.write(seen_name(shard.name), bytes_of(rows, SEEN))


def test_the_first_is_read_and_the_others_name_it(tmp_path: Path) -> None:
    storage = storage_at(str(tmp_path))
    seen(storage, SHARDS[2], {0: "0a", 1: "ff", 2: "0a"})
    seen(storage, SHARDS[0], {3: "0a", 5: "1b", 9: "1b"})
    seen(storage, SHARDS[1], {})
    assert copies(storage, SHARDS) == {0: {9: "0:5"}, 1: {}, 2: {0: "0:3", 2: "0:3"}}


def test_as_many_texts_as_hashes_are_read_whatever_their_digits(tmp_path: Path) -> None:
    draw = random.Random(7)
    storage = storage_at(str(tmp_path))
    hashes = [f"{draw.randrange(300):03x}" for _ in range(900)]
    for shard in SHARDS:
        begin = 300 * shard.number
        seen(storage, shard, dict(enumerate(hashes[begin : begin + 300])))
    found = copies(storage, SHARDS)
    assert 900 - sum(map(len, found.values())) == len(set(hashes))
    for number, rows in found.items():
        for row, first in rows.items():
            there, at = map(int, first.split(":"))
            assert hashes[300 * number + row] == hashes[300 * there + at]
            assert (there, at) < (number, row)


def test_a_part_that_is_gone_or_damaged_is_told(tmp_path: Path) -> None:
    storage = storage_at(str(tmp_path))
    with pytest.raises(InputError, match="a part of the run is gone"):
        copies(storage, SHARDS)
    storage.write(seen_name(SHARDS[0].name), b"no Parquet")
    with pytest.raises(InputError, match="a part of the run is damaged"):
        copies(storage, SHARDS)
