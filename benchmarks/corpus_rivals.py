"""The same job as others would write it: pages of a generated archive, with spaCy's pipeline, and with plain Ray Data.

    python -m benchmarks.corpus_rivals --documents 400 [--spacy MODEL]

The job: take the pages out of a web archive, keep each text once, find in each article the sentences with a figure and
who is named, and write a table. With spaCy: trafilatura's text, its pipeline, sentences with a percentage or a sum and
the entities of the same sentence. Without an installed model a pipeline of the small one's shape is used, untrained
(`benchmarks.small_spacy`): it takes as long, and what it names is worthless. With Ray Data: our own reading and
checking of every page, without the gate, as a user would write it in a `flat_map`. Ours is the command itself. All on
one core, one after another, on the same archive.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.archive.writing import written
from benchmarks.small_spacy import small_pipeline

FIGURE = [
    [{"LIKE_NUM": True}, {"LOWER": {"IN": ["%", "percent", "billion", "million"]}}],
    [{"IS_CURRENCY": True}, {"LIKE_NUM": True}],
]


def pages(place: Path) -> Iterator[tuple[str, bytes]]:
    """The pages of an archive, as FastWARC gives them."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    for path in sorted(place.glob("*.warc.gz")):
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
                yield str(record.headers.get("WARC-Target-URI")), record.reader.read()


def with_spacy(place: Path, model: str) -> tuple[float, int, str]:
    """Seconds, sentences found, and what read them; nan without spaCy."""
    import trafilatura

    try:
        spacy: Any = importlib.import_module("spacy")
    except ImportError:
        return float("nan"), 0, "spaCy (not installed)"
    matching: Any = importlib.import_module("spacy.matcher")
    pipeline = spacy.load(model) if model else small_pipeline(spacy)
    matcher = matching.Matcher(pipeline.vocab)
    matcher.add("figure", FIGURE)
    seen: set[str] = set()
    rows = []
    begun = time.perf_counter()
    for address, data in pages(place):
        text = trafilatura.extract(data) or ""
        told = sha256(text.encode()).hexdigest()
        if not text or told in seen:
            continue
        seen.add(told)
        told_of = (one for one in pipeline(text).sents if matcher(one.as_doc()))
        rows += [{"address": address, "text": one.text, "who": [who.text for who in one.ents]} for one in told_of]
    _kept(rows)
    return time.perf_counter() - begun, len(rows), f"spaCy {spacy.__version__}, {model or 'the small shape'}"


def with_ray(place: Path) -> tuple[float, int, str]:
    """Seconds, statements found, and what read them; nan without Ray."""
    try:
        ray: Any = importlib.import_module("ray")
        importlib.import_module("ray.data")  # it asks for libraries of its own
    except ImportError:
        return float("nan"), 0, "plain Ray Data (not installed)"
    ray.init(num_cpus=1, include_dashboard=False, logging_level="ERROR", log_to_driver=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as out:
        files = ray.data.from_items([{"path": str(one)} for one in sorted(place.glob("*.warc.gz"))])
        found = files.flat_map(_opened).flat_map(_judged)
        found.write_parquet(out)
        rows = ray.data.read_parquet(out).count()
    seconds = time.perf_counter() - begun
    ray.shutdown()
    return seconds, rows, f"plain Ray Data {ray.__version__} with our reading"


def _opened(row: dict[str, Any]) -> list[dict[str, Any]]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    with Path(row["path"]).open("rb") as stream:
        return [
            {"address": str(one.headers.get("WARC-Target-URI")), "data": one.reader.read()}
            for one in ArchiveIterator(stream, record_types=WarcRecordType.response)
        ]


def _judged(row: dict[str, Any]) -> list[dict[str, Any]]:
    import trafilatura

    import burdenshare as bs

    text = trafilatura.extract(row["data"]) or ""
    if not text:
        return []
    report = bs.check(text, on=date(2025, 6, 30))
    return [
        {"address": row["address"], "text": str(one.statement.text), "verdict": str(one.now)}
        for one in report.checked.checked
    ]


def with_ours(place: Path) -> tuple[float, int, str]:
    """Seconds and statements of the command."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "burdenshare", "corpus", "run", str(place), "--out", f"{out}/set", "--json"]
        begun = time.perf_counter()
        done = subprocess.run([*command, "--workers", "1"], capture_output=True, check=True, text=True)
        seconds = time.perf_counter() - begun
    return seconds, json.loads(done.stdout)["rows"]["statements"], "burdenshare corpus run"


def _kept(rows: list[dict[str, Any]]) -> None:
    import polars as pl

    with tempfile.TemporaryDirectory() as out:
        pl.DataFrame(rows).write_parquet(Path(out) / "rows.parquet")


def beside(folder: Path, documents: int, model: str = "") -> None:
    """All three on one archive, on one core."""
    place = folder / f"rivals-{documents}"
    if not place.exists():
        written(place, documents)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    ours = with_ours(place)
    print(f"{'the same job on one core':<52} {'seconds':>8} {'rows':>8} {'times ours':>11}")
    for seconds, rows, name in (ours, with_spacy(place, model), with_ray(place)):
        print(f"{name:<52} {seconds:>8.1f} {rows:>8,} {seconds / ours[0]:>11.1f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--spacy", default="")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as held:
        beside(Path(held), given.documents, given.spacy)
