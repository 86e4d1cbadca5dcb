"""Of the prints of one text the earliest that has a day is read: it dates the text, whatever the order of the sources.

An undated print that lies first in the plan would leave the text without a day though a copy tells it, and one of May
would hold a text of March against the record of May.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import BytesIO

import polars as pl

from burdenshare.corpus.model import Shard
from burdenshare.corpus.storage import Storage
from burdenshare.corpus.tasks import seen_name
from burdenshare.errors import InputError
from burdenshare.reading.inputs import RECORD_BEGINS

AT_ONCE = 16
"""Parts that are read at once: a place elsewhere takes its time for each."""

Copies = Mapping[int, Mapping[int, str]]
"""By shard: rows whose text stands in another record, each with that record as `shard:row`."""
_Place = tuple[int, int]


def earliest_read(storage: Storage, shards: Sequence[Shard], copies: Copies, today: date) -> dict[int, dict[int, str]]:
    """The same copies, each naming the earliest dated print of its text, which is none itself; where no print has a day
    that a text can have, the first in the plan. Raises InputError: a part of the run is damaged."""
    groups = _groups(copies)
    wanted: dict[int, set[int]] = {}
    for shard, row in (place for first, others in groups.items() for place in (first, *others)):
        wanted.setdefault(shard, set()).add(row)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        parts = [one for one in shards if one.number in wanted]
        told = pool.map(lambda one: _days(storage, one, wanted[one.number], today), parts)
        days = {(one.number, row): day for one, held in zip(parts, told, strict=True) for row, day in held.items()}
    found: dict[int, dict[int, str]] = {number: {} for number in copies}
    for first, others in groups.items():
        prints = (first, *others)
        chosen = min(prints, key=lambda place: (days.get(place, date.max), place))
        for shard, row in prints:
            if (shard, row) != chosen:
                found[shard][row] = f"{chosen[0]}:{chosen[1]}"
    return {number: dict(sorted(rows.items())) for number, rows in found.items()}


def _groups(copies: Copies) -> dict[_Place, list[_Place]]:
    """The prints of each text that has several, under the first of them."""
    groups: dict[_Place, list[_Place]] = {}
    for shard, rows in copies.items():
        for row, first in rows.items():
            there, _, at = first.partition(":")
            groups.setdefault((int(there), int(at)), []).append((shard, row))
    return groups


def _days(storage: Storage, shard: Shard, rows: set[int], today: date) -> dict[int, date]:
    """The days of some rows of a shard, those left out that lie in the future or before the record begins."""
    name = seen_name(shard.name)
    content = storage.read(name)
    try:
        if content is not None:
            held = pl.read_parquet(BytesIO(content), columns=["row", "published"]).drop_nulls()
            told = held.filter(pl.col("published").is_between(RECORD_BEGINS, today) & pl.col("row").is_in(sorted(rows)))
            return dict(told.iter_rows())
        fault = "a part of the run is gone"
    except pl.exceptions.PolarsError:
        fault = "a part of the run is damaged"
    raise InputError(fault, where=storage.address(name), remedy="take it away, and run it again with --resume")
