"""Folders of texts, pages, PDFs, mails and feeds: many files make a shard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from burdenshare.corpus.model import Broken, Entry, File
from burdenshare.corpus.sources.streams import is_remote, opened, shown, unchanged
from burdenshare.errors import DocumentError
from burdenshare.reading.documents.sources import MOST_BYTES, Source, source_at, suffix_of, too_large

FILES_A_SHARD = 512
BYTES_A_SHARD = 64 * 1024 * 1024


def groups(files: Sequence[File]) -> Iterator[tuple[tuple[File, ...], int]]:
    """Files in their order, grouped into shards, each with its bytes."""
    held: list[File] = []
    size = 0
    for one in files:
        if held and (len(held) >= FILES_A_SHARD or size + one.size > BYTES_A_SHARD):
            yield tuple(held), size
            held, size = [], 0
        held.append(one)
        size += one.size
    if held:
        yield tuple(held), size


def entries(files: Sequence[File]) -> Iterator[Entry | Broken]:
    """One entry a file; a feed is taken apart when it is opened. Raises InputError: a file is gone or has changed."""
    for one in files:
        unchanged(one)
        try:
            yield Entry(shown(one.path), _source(one.path))
        except DocumentError as fault:
            yield Broken(shown(one.path), fault.what)


def _source(path: str) -> Source:
    if not is_remote(path):
        return source_at(path)
    with opened(path) as stream:
        data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise too_large(path)
    return Source(data, path, PurePosixPath(path).stem, suffix_of(path))
