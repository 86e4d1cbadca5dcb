"""kill -9 at any point, then the watch goes on: nothing is lost, nothing is doubled, nothing is half."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
from collections import Counter
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import polars as pl
import pytest

from burdenshare.corpus.tables import TABLES
from burdenshare.record import Record
from tests.corpus.watching.killed import DiesError, Points, points, watch_once
from tests.corpus.watching.site import WRONG, Site, feed, holds, item, page, xml

KILLS = 5
SEED = 9
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def news(site: Site) -> Site:
    """Two feeds with two contradictions, a copy, and pages that are missing or on other subjects."""
    idle = page("The farmers waited for rain that would not come. " * 60).replace("allies", "farmers")
    site.answers["/a.html"] = holds(page(WRONG))
    site.answers["/b.html"] = holds(idle)
    names = ("a", "b", "missing")
    site.answers["/feed.xml"] = xml(feed(*(item(name, f"/{name}.html") for name in names)), etag='"1"')
    said = WRONG.replace("1.2", "1.4")
    site.answers["/other.xml"] = xml(feed(item("x", "/x", said, ""), item("y", "/y", said, "")), etag='"1"')
    return site


def held(folder: Path) -> dict[str, Any]:
    """All that a watch has published, without times and the order in which it came; every part must be what the
    manifest says."""
    made = json.loads((folder / "manifest.json").read_bytes())
    rows: dict[str, Counter[str]] = {table: Counter() for table in TABLES}
    for name, digest in made["parts"].items():
        data = (folder / name).read_bytes()
        assert sha256(data).hexdigest() == digest
        table = name.partition("/")[0]
        frame = pl.read_parquet(BytesIO(data))
        assert table != "documents" or frame.select("row").to_series().to_list() == list(range(frame.height))
        kept = frame.drop("shard", "row", "copy_of", strict=False)
        rows[table].update(str(sorted(row.items())) for row in kept.rows(named=True))
    assert {table: sum(found.values()) for table, found in rows.items()} == made["rows"]
    parts = {one.relative_to(folder).as_posix() for one in folder.rglob("*.parquet")}
    assert parts == set(made["parts"])
    lines = [json.loads(line) for line in (folder / "new.jsonl").read_text(encoding="utf-8").splitlines()]
    entries = ElementTree.fromstring((folder / "contradicted.xml").read_bytes()).iter(f"{ATOM}entry")
    assert not list(folder.rglob(".aside-*"))
    return {
        "rows": rows,
        "lines": Counter(line["id"] for line in lines),
        "titles": Counter(one.findtext(f"{ATOM}title") for one in entries),
    }


@pytest.fixture
def wanted(news: Site, tmp_path: Path, record: Record) -> dict[str, Any]:
    watch_once(str(tmp_path / "wanted"), news.root, record)
    found = held(tmp_path / "wanted")
    assert set(found["lines"].values()) == set(found["titles"].values()) == {1}
    assert (len(found["lines"]), found["rows"]["documents"].total()) == (2, 5)
    return found


def test_a_watch_that_dies_at_any_point_goes_on_and_ends_as_one_that_did_not(
    news: Site, wanted: dict[str, Any], tmp_path: Path, record: Record
) -> None:
    counting = Points(0, lambda: None)
    with points(counting, safe=False):
        watch_once(str(tmp_path / "counted"), news.root, record)
    assert counting.met > 50
    for last in range(1, counting.met + 1):
        folder = tmp_path / f"dies-{last}"
        with points(Points(last, _dies), safe=False), pytest.raises(DiesError):
            watch_once(str(folder), news.root, record)
        with points(Points(0, _dies), safe=False):
            watch_once(str(folder), news.root, record)
        assert held(folder) == wanted, last


def test_a_watch_that_dies_at_two_points_in_a_row_goes_on_too(
    news: Site, wanted: dict[str, Any], tmp_path: Path, record: Record
) -> None:
    draw = random.Random(SEED)
    for number in range(20):
        folder = tmp_path / f"dies-{number}"
        for last in (draw.randint(1, 60), draw.randint(1, 40)):
            with points(Points(last, _dies), safe=False), pytest.raises(DiesError):
                watch_once(str(folder), news.root, record)
        watch_once(str(folder), news.root, record)
        assert held(folder) == wanted, number


def test_a_process_that_is_killed_at_random_points_goes_on_too(
    news: Site, wanted: dict[str, Any], tmp_path: Path, record: Record
) -> None:
    draw = random.Random(SEED)
    folder = tmp_path / "killed"
    killed = 0
    for _ in range(KILLS):
        point = draw.randint(5, 50)
        command = [sys.executable, "-m", "tests.corpus.watching.killed", str(folder), news.root, str(point)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3])
        killed += done.returncode == -signal.SIGKILL
        assert done.returncode in (0, -signal.SIGKILL), done.stderr
    watch_once(str(folder), news.root, record)
    assert killed >= 2
    assert held(folder) == wanted


def _dies() -> None:
    raise DiesError
