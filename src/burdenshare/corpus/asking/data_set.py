"""A finished data set as it is asked: its manifest, and the files of each table on this machine.

Exactly the files that the manifest names are read. Those of a place elsewhere are fetched first, so that no question
ever needs a network.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from burdenshare.corpus import manifest
from burdenshare.corpus.manifest import Manifest
from burdenshare.corpus.storage import LocalStorage, Storage, storage_at
from burdenshare.corpus.tables import TABLES
from burdenshare.errors import InputError

AT_ONCE = 16
"""Files that are fetched at once."""
RESUME = "finish it with the same burdenshare corpus run and --resume"


@dataclass(frozen=True, slots=True)
class DataSet:
    """A data set that is whole. `files`: those of each table on this machine, in order of the shards; `place`: how it
    was named."""

    place: str
    manifest: Manifest
    files: Mapping[str, tuple[Path, ...]]


@contextmanager
def data_set_at(place: str) -> Iterator[DataSet]:
    """The data set at a path or an address. Raises InputError: there is none, it is unfinished or damaged."""
    storage = storage_at(place)
    found = manifest.held(storage)
    if found is None:
        raise InputError("holds no data set", where=place or "PLACE", remedy="make one with burdenshare corpus run")
    if not found.finished:
        raise InputError("holds an unfinished run", where=place, remedy=RESUME)
    names = {table: sorted(one for one in found.parts if one.startswith(f"{table}/")) for table in TABLES}
    if not all(names.values()):
        table = next(table for table, held in names.items() if not held)
        raise InputError(f"has no table {table}", where=place, remedy="make it anew with this burdenshare")
    if isinstance(storage, LocalStorage):
        folder = Path(storage.place).resolve()
        yield DataSet(place, found, _files(folder, names, place))
        return
    with tempfile.TemporaryDirectory(prefix="burdenshare-asking-") as kept:
        folder = Path(kept).resolve()
        _fetched(storage, [one for held in names.values() for one in held], folder)
        yield DataSet(place, found, _files(folder, names, place))


def _files(folder: Path, names: Mapping[str, list[str]], place: str) -> dict[str, tuple[Path, ...]]:
    for name in (one for held in names.values() for one in held):
        if not (folder / name).is_file():
            raise InputError(f"lacks {name}, which its manifest names", where=place, remedy="restore it, or run anew")
    return {table: tuple(folder / one for one in held) for table, held in names.items()}


def _fetched(storage: Storage, names: list[str], folder: Path) -> None:
    """Let the named parts lie in a folder of this machine; one that is gone is missed afterwards."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)

    def fetch(name: str) -> None:
        content = storage.read(name)
        if content is not None:
            (folder / name).write_bytes(content)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(fetch, names))
