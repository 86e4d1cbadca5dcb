"""Of equal texts the first is read: its place in the plan decides, never which worker came first."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import polars as pl

from burdenshare.corpus.model import Shard
from burdenshare.corpus.storage import Storage
from burdenshare.corpus.tasks import gathered_name, seen_name
from burdenshare.errors import InputError

AT_ONCE = 16
"""Parts that are read at once: a place elsewhere takes its time for each."""
TEXT = [pl.col("document").hash(seed=seed).alias(f"text_{seed}") for seed in (1, 2)]
"""A text by 128 bits of its hash, a quarter of the room that its letters take; two texts would share them once in some
10²² archives of a hundred million."""
SAME = [f"text_{seed}" for seed in (1, 2)]


def copies(storage: Storage, shards: Sequence[Shard]) -> dict[int, dict[int, str]]:
    """By shard: the rows whose text stands in an earlier record, each with that record as `shard:row`. Holds 24 bytes
    for each text, and a row of the answer for each copy."""
    found: dict[int, dict[int, str]] = {one.number: {} for one in shards}
    if not shards:
        return found
    with ThreadPoolExecutor(AT_ONCE) as pool:
        seen = pl.concat(list(pool.map(lambda one: _part(storage, one), shards)))
    often = seen.join(seen.group_by(SAME).len().filter(pl.col("len") > 1), on=SAME, how="semi").sort("shard", "row")
    firsts = often.group_by(SAME).agg(
        pl.col("shard").first().alias("first_shard"), pl.col("row").first().alias("first_row")
    )
    joined = often.join(firsts, on=SAME)
    others = joined.filter((pl.col("shard") != pl.col("first_shard")) | (pl.col("row") != pl.col("first_row")))
    told = others.sort("shard", "row").select("shard", "row", "first_shard", "first_row")
    for shard, row, first_shard, first_row in told.iter_rows():
        found[shard][row] = f"{first_shard}:{first_row}"
    return found


def _part(storage: Storage, shard: Shard) -> pl.DataFrame:
    name = seen_name(shard.name)
    content = storage.read(name)
    try:
        if content is not None:
            return pl.read_parquet(BytesIO(content)).select("shard", "row", *TEXT)
        told = "a part of the run is gone"
    except pl.exceptions.PolarsError:
        told = "a part of the run is damaged"
    remedy = f"take it and {gathered_name(shard.name)} away, and run it again with --resume"
    raise InputError(told, where=storage.address(name), remedy=remedy)
