"""What the tests of watching share: a site, and a place to watch it from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from burdenshare.corpus.watching.watch import Event, Means, Summary, watching
from burdenshare.corpus.watching.watchlist import watchlist_of
from burdenshare.record import Record
from tests.corpus.watching.site import ReaderHere, Site, SlowClock, listed


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    made.open()
    yield made
    made.close()


@dataclass
class Desk:
    """Somebody who watches: the folder, the clock, and what was told."""

    folder: Path
    record: Record
    clock: SlowClock = field(default_factory=SlowClock)
    events: list[Event] = field(default_factory=list)

    def once(self, *feeds: Mapping[str, Any], **more: Any) -> Summary:
        """Watch once."""
        means = Means(ReaderHere(self.record), self.clock, tell=self.events.append)
        with watching(watchlist_of(listed(*feeds, **more), "feeds.toml"), str(self.folder), self.record, means) as held:
            held.once()
            return held.summary

    def lines(self) -> list[dict[str, Any]]:
        """The stream."""
        return [json.loads(line) for line in (self.folder / "new.jsonl").read_text(encoding="utf-8").splitlines()]

    def rows(self, table: str = "documents") -> list[dict[str, Any]]:
        """A table of the data set: exactly the parts that the manifest names."""
        parts = json.loads((self.folder / "manifest.json").read_bytes())["parts"]
        names = sorted(one for one in parts if one.startswith(f"{table}/"))
        frames = [pl.read_parquet(BytesIO((self.folder / one).read_bytes())) for one in names]
        return pl.concat(frames).rows(named=True) if frames else []

    def fates(self) -> list[str]:
        return [row["fate"] for row in self.rows()]


@pytest.fixture
def desk(tmp_path: Path, record: Record) -> Desk:
    return Desk(tmp_path / "watched", record)
