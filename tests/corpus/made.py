"""Small values for tests of corpus runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from burdenshare.corpus.manifest import Manifest, Options
from burdenshare.corpus.model import File, Kind, Shard
from burdenshare.corpus.sources.streams import file_at

SENTENCE = "Poland spent 4.07 percent of GDP on defence in 2024, according to NATO figures."
IDLE = "The valley stayed dry all week, and the farmers waited for rain that would not come. "


def text_file(folder: Path, name: str, text: str) -> File:
    """A file with a text, as a plan finds it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return file_at(str(path))


def shard(files: list[File], kind: Kind = Kind.FILES, number: int = 0) -> Shard:
    """A shard of whole files."""
    size = sum(one.size for one in files)
    return Shard(number, kind, tuple(files), 0, len(files) if kind is Kind.FILES else size, size)


def manifest(**other: object) -> Manifest:
    """A manifest of a run that has begun, with what a test wants to be other."""
    told: dict[str, object] = {
        "code": "0.1",
        "record": "abc",
        "edition": "2026-08-22",
        "writer": "polars",
        "plan": "p",
        "shards": 1,
        "sources": ("news",),
        "options": Options(),
        "today": "2026-08-31",
        "run": "0123456789abcdef",
    }
    return Manifest(**{**told, **other})  # type: ignore[arg-type]


class Followed:
    """Who is told what is done, and remembers it."""

    def __init__(self) -> None:
        self.told: list[tuple[str, int]] = []

    def reading(self, number: int) -> None:
        self.told.append(("reading", number))

    def working(self, number: int, data: bytes) -> None:
        del data
        self.told.append(("working", number))


@contextmanager
def nothing() -> Iterator[None]:
    """A place where nothing is held."""
    yield
