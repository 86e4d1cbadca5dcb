"""The plan of a run: the same sources give the same shards in the same order, whoever works on them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import count
from pathlib import Path

from burdenshare.corpus.model import File, Kind, Shard
from burdenshare.corpus.sources import files, finding, lines, rows, warc
from burdenshare.corpus.sources.streams import file_at, is_remote, shown
from burdenshare.errors import InputError

LARGE = 4 * warc.BYTES_A_SHARD
"""Bytes from which on it is told that an archive is one shard."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run reads: its shards, numbered; the files that were passed over; and what a user should know of them."""

    shards: tuple[Shard, ...]
    passed: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    def files(self) -> dict[str, File]:
        """Every file by its path as it is shown."""
        return {shown(file.path): file for shard in self.shards for file in shard.files}


def planned(sources: Sequence[str], out: str = "", on_field: str | None = None) -> Plan:
    """The plan for `sources`. Raises InputError: nothing to read, a file that cannot be read, or `out` among them."""
    refuse_within(sources, out)
    found, passed = finding.files_of(sources)
    at = [(file_at(path), kind) for path, kind in found]
    plain = [file for file, kind in at if kind is Kind.FILES]
    shards = [
        *(Shard(0, Kind.FILES, held, 0, len(held), size) for held, size in files.groups(plain)),
        *(shard for file, kind in at if kind is not Kind.FILES for shard in _cut(file, kind, on_field)),
    ]
    if not shards:
        told = ", ".join(shown(one) for one in sources)
        raise InputError("holds no documents", where=told, remedy="see corpus run --help for what is read")
    numbered = tuple(replace(one, number=number) for number, one in zip(count(), shards, strict=False))
    return Plan(numbered, tuple(passed), tuple(_remarks(numbered)))


def fingerprint(shards: Sequence[Shard]) -> str:
    """A hash of the plan and of every file's length: a resumed run must find the same sources."""
    told = [
        [one.number, one.kind.value, one.begin, one.end, [[shown(file.path), file.size] for file in one.files]]
        for one in shards
    ]
    return sha256(json.dumps(told).encode()).hexdigest()[:32]


def refuse_within(sources: Sequence[str], out: str) -> None:
    """Raise InputError where the data set would lie in a folder that it is made from."""
    if not out or is_remote(out):
        return
    place = Path(out).resolve()
    for source in sources:
        if not is_remote(source) and Path(source).is_dir() and Path(source).resolve() in (place, *place.parents):
            raise InputError("lies in a folder that is read", where=out, remedy=f"name one outside of {shown(source)}")


def _cut(file: File, kind: Kind, on_field: str | None) -> Iterator[Shard]:
    if kind is Kind.LINES:
        parts = list(lines.spans(file.size))
    elif kind is Kind.ROWS:
        parts = rows.spans(file.path, on_field)
    else:
        parts = warc.spans(file.path, file.size)
    for begin, end in parts:
        yield Shard(0, kind, (file,), begin, end, file.size * (end - begin) // max(parts[-1][1], 1))


def _remarks(shards: Sequence[Shard]) -> Iterator[str]:
    for one in shards:
        if one.kind is Kind.WARC and one.end - one.begin > LARGE:
            told = f"{(one.end - one.begin) / 1e6:,.0f} MB of {shown(one.path)} are one shard"
            yield f"{told}: its records are no gzip members of their own, so it cannot be cut between them"
