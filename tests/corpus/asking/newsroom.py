"""The data set of the shipped example."""

from __future__ import annotations

from pathlib import Path

from benchmarks.corpus_ground import Here
from burdenshare.corpus.manifest import Options
from burdenshare.corpus.running import run
from burdenshare.record import Record

NEWS = Path(__file__).parents[3] / "examples" / "archive" / "news.jsonl"


def made(place: Path, record: Record, *, with_text: bool = False, source: Path = NEWS) -> Path:
    """Read and judge the example, or another source, into a place."""
    run([str(source)], str(place), Here(), record, options=Options(with_text=with_text))
    return place
