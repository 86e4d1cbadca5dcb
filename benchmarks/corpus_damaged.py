"""Archives that are damaged at random places: each damage so many times.

What the damage does not touch must be read, once; what it touches is read as it was, or told. The run that breaks off
and goes on must end with the same bytes as the one that does not.
"""

from __future__ import annotations

import random
import re
import shutil
import zlib
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

import polars as pl

from benchmarks.corpus_ground import BrokenOffError, Differences, Ground, Here, Outcome, differences, rows
from benchmarks.corpus_sample import crawl, packed
from burdenshare.corpus.running import run

HUGE = 2 << 30
"""Bytes of the record that is larger than anybody wants to read."""
PIECE = 1 << 20

Damage = Callable[[list[bytes], random.Random], tuple[list[bytes], int]]
"""From the packed records of an archive to the pieces of the damaged one, and how many records may be gone."""


def damaged(damage: Damage) -> Callable[[Ground, int], Outcome]:
    """The fault of a damage."""

    def met(ground: Ground, times: int) -> Outcome:
        found = Differences()
        whole = ground.place()
        records = [packed(one) for one in crawl(random.Random("damaged"), "damaged")]
        run([_kept(ground, records)], str(whole), Here(), ground.record)
        for _ in range(times):
            pieces, touched = damage(records, ground.draw)
            found += _compared(ground, whole, _kept(ground, pieces), touched)
        shutil.rmtree(whole)
        return Outcome(times, found)

    return met


def _kept(ground: Ground, pieces: list[bytes]) -> str:
    folder = ground.place()
    folder.mkdir()
    with (folder / "crawl.warc.gz").open("wb") as stream:
        stream.writelines(pieces)
    return str(folder)


def _compared(ground: Ground, whole: Path, folder: str, touched: int) -> Differences:
    one, two = ground.place(), ground.place()
    run([folder], str(one), Here(), ground.record)
    with suppress(BrokenOffError):
        run([folder], str(two), Here(1), ground.record)
    run([folder], str(two), Here(), ground.record, resume=True)
    (wanted, known), (here, told) = _texts(whole), _texts(one)
    gone = sum((wanted - here).values())
    if gone and not told - known:
        raise AssertionError("nothing was told of what is gone")
    differing = differences(one, two).differing
    for path in (Path(folder), one, two):
        shutil.rmtree(path)
    return Differences(max(0, gone - touched), sum((here - wanted).values()), differing)


def _texts(out: Path) -> tuple[Counter[str], Counter[str]]:
    """The documents of a data set by their hashes, and the reasons of those that were not read."""
    found = rows(out)
    unread = found.filter(pl.col("fate") == "unread")["reason"].to_list()
    return Counter(found.filter(pl.col("fate") != "unread")["document"].to_list()), Counter(unread)


def truncated(records: list[bytes], draw: random.Random) -> tuple[list[bytes], int]:
    """An archive that breaks off within a record."""
    at = draw.randrange(1, len(records))
    return [*records[:at], records[at][: draw.randrange(1, len(records[at]))]], len(records) - at


def flipped(records: list[bytes], draw: random.Random) -> tuple[list[bytes], int]:
    """A byte of a packed record is another one."""
    at = draw.randrange(len(records))
    data = bytearray(records[at])
    data[draw.randrange(len(data))] ^= draw.randrange(1, 256)
    return [*records[:at], bytes(data), *records[at + 1 :]], 1


def inserted(records: list[bytes], draw: random.Random) -> tuple[list[bytes], int]:
    """Bytes between two records that are no member of gzip, or look like the beginning of one."""
    at = draw.randrange(1, len(records))
    begins = draw.choice((b"", b"\x1f\x8b\x08\x00", records[0][:20]))
    return [*records[:at], begins + draw.randbytes(draw.randrange(1, 4000)), *records[at:]], 0


def mistaken(records: list[bytes], draw: random.Random) -> tuple[list[bytes], int]:
    """A record that says another length than it has."""
    at = draw.randrange(1, len(records))
    wrong = draw.choice((draw.randrange(40), draw.randrange(40_000, 4_000_000_000)))
    told = re.sub(rb"Content-Length: \d+", b"Content-Length: %d" % wrong, zlib.decompress(records[at], 31), count=1)
    return [*records[:at], packed(told), *records[at + 1 :]], 1


def huge(records: list[bytes], draw: random.Random) -> tuple[list[bytes], int]:
    """A record of two gigabytes among the others."""
    at = draw.randrange(1, len(records))
    return [*records[:at], _huge(), *records[at:]], 0


@cache
def _huge() -> bytes:
    head = zlib.decompress(next(iter(map(packed, crawl(random.Random("huge"), "huge")))), 31).partition(b"\r\n\r\n")[0]
    told = re.sub(rb"Content-Length: \d+", b"Content-Length: %d" % HUGE, head.replace(b"warcinfo", b"response"))
    pack = zlib.compressobj(1, zlib.DEFLATED, 31)
    pieces = [pack.compress(told + b"\r\n\r\n")]
    pieces += [pack.compress(bytes(PIECE)) for _ in range(HUGE // PIECE)]
    return b"".join([*pieces, pack.compress(b"\r\n\r\n"), pack.flush()])
