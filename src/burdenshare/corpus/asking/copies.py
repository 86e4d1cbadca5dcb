"""The table of copies: every print of a text that stands in the archive more than once, exact and near ones."""

from __future__ import annotations

from datetime import date

import numpy as np
import polars as pl

from burdenshare.corpus.asking.data_set import DataSet
from burdenshare.corpus.asking.near import Numbers, groups_of, likeness, parted
from burdenshare.corpus.sketches import BINS
from burdenshare.errors import InputError

UNDATED = date.max
COLUMNS = ["shard", "row", "voice", "likeness"]


def copies(data: DataSet) -> pl.DataFrame:
    """A row a print, in order of the voices. Raises InputError: a part is damaged."""
    try:
        texts = pl.read_parquet(list(data.files["sketches"])).filter(pl.col("runs") > 0).sort("shard", "row")
        wanted = ["shard", "row", "fate", "copy_of", "published"]
        prints = pl.read_parquet(list(data.files["documents"]), columns=wanted).filter(
            pl.col("fate").is_in(["read", "copy"])
        )
    except (OSError, pl.exceptions.PolarsError) as fault:
        told = " ".join(str(fault).split())[:120]
        raise InputError(f"a part is damaged ({told})", where=data.place, remedy="restore it, or run anew") from None
    sketches = _unpacked(texts)
    runs = texts["runs"].cast(pl.Int64).to_numpy()
    read = ["read_shard", "read_row"]
    placed = texts.select(
        pl.col("shard").alias("read_shard"),
        pl.col("row").alias("read_row"),
        pl.Series("at", np.arange(len(texts)), dtype=pl.Int64),
    )
    printed = _prints(prints).with_row_index("rank").join(placed, on=read, how="inner")
    ranks = printed.group_by("at").agg(pl.col("rank").min().cast(pl.Int64))
    rank = placed.join(ranks, on="at", how="left").sort("at")["rank"].fill_null(len(prints)).to_numpy()
    firsts = pl.Series("group", parted(groups_of(sketches, runs), rank, sketches, runs), dtype=pl.Int64)
    grouped = printed.with_columns(firsts.gather(printed["at"]).alias("group"))
    return _told(grouped, sketches)


def _unpacked(texts: pl.DataFrame) -> Numbers:
    joined = b"".join(texts["sketch"].to_list())
    return np.frombuffer(joined, dtype="<u4").astype(np.uint32, copy=False).reshape(-1, BINS)


def _prints(documents: pl.DataFrame) -> pl.DataFrame:
    """Every print with the place at which its text was read, in the order in which they came."""
    where = pl.col("copy_of").str.split_exact(":", 1)
    copied = pl.col("fate") == "copy"
    return documents.select(
        "shard",
        "row",
        pl.col("published").fill_null(UNDATED),
        pl.when(copied).then(where.struct[0].cast(pl.Int32)).otherwise(pl.col("shard")).alias("read_shard"),
        pl.when(copied).then(where.struct[1].cast(pl.Int32)).otherwise(pl.col("row")).alias("read_row"),
    ).sort("published", "shard", "row")


def _told(grouped: pl.DataFrame, sketches: Numbers) -> pl.DataFrame:
    """The groups of several prints: the first print is the earliest that is dated, then the first of the archive."""
    of_group = {"maintain_order": True}
    firsts = (
        grouped.sort("published", "shard", "row")
        .group_by("group", **of_group)
        .agg(
            pl.format("{}:{}", pl.col("shard").first(), pl.col("row").first()).alias("voice"),
            pl.col("at").first().alias("first"),
            pl.col("published").first().alias("began"),
            pl.col("shard").first().alias("first_shard"),
            pl.col("row").first().alias("first_row"),
            pl.len().alias("prints"),
        )
        .filter(pl.col("prints") > 1)
    )
    held = grouped.join(firsts, on="group").sort("began", "first_shard", "first_row", "published", "shard", "row")
    alike = likeness(sketches[held["at"].to_numpy()], sketches[held["first"].to_numpy()])
    return held.with_columns(pl.Series("likeness", alike, dtype=pl.Float64)).select(COLUMNS)
