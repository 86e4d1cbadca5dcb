"""A watch that is killed between its requests and while it writes, and goes on: what is lost, doubled or otherwise.

    python -m benchmarks.corpus_watched FOLDER ROOT BEGUN [--once]

watches the site at ROOT into FOLDER until it is killed (or once), on a clock that began at BEGUN and goes so fast that
a feed is due twice a second.
"""

from __future__ import annotations

import argparse
import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.corpus_ground import PATIENCE, Differences, Ground, Outcome, ended, rows
from burdenshare.corpus.model import Bounds
from burdenshare.corpus.watching.memory import NAME
from burdenshare.corpus.watching.publishing import FEED, STREAM
from burdenshare.corpus.watching.reader import ReaderApart
from burdenshare.corpus.watching.watch import Means, watching
from burdenshare.corpus.watching.watchlist import watchlist_of
from burdenshare.record import load_record

HERE = "127.0.0.1"
FASTER = 600.0
"""The least interval of a feed, five minutes, is half a second: it grows and is asked many times between two kills."""
BEGAN = 1_771_416_000.0  # 18 February 2026, 12:00 UTC
GROWS = 2
"""Entries that a feed has more whenever it is asked."""
EACH = 4
"""Entries of a feed for each kill."""
AGAIN = 5
"""One entry in so many of the second feed prints the text of the first one's."""
LONGEST = 4.0
"""Seconds at most from a watch that is ready to its kill: it starts its reader, asks, reads and writes in them."""
TITLE, READY = "More money", "ready"
ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass
class FastClock:
    """The computer's clock, sped up; the same in every process of a watch."""

    begun: float

    def now(self) -> float:
        """Seconds since 1970."""
        return BEGAN + (time.time() - self.begun) * FASTER

    def sleep(self, seconds: float) -> None:
        """A moment."""
        time.sleep(max(0.0, seconds) / FASTER)


@dataclass
class Site:
    """Two feeds of `most` entries each, RSS and JSON, that grow while they are asked."""

    most: int
    shown: Counter[str] = field(default_factory=Counter)

    def body(self, path: str) -> bytes | None:
        """What stands at a path."""
        if path not in ("/feed.xml", "/feed.json"):
            return None
        self.shown[path] = min(self.most, self.shown[path] + GROWS)
        return (_rss if path == "/feed.xml" else _json)(self.shown[path]).encode()

    def words(self) -> set[str]:
        """What is told of both feeds, each text once."""
        return {words(feed, number) for feed in (0, 1) for number in range(self.most)}


def words(feed: int, number: int) -> str:
    """The statement of an entry: its own, and wrong."""
    own = 2 * number + (feed if number % AGAIN else 0)
    return f"Poland spent 1.{1000 + own} percent of GDP on defence in 2024"


def _text(feed: int, number: int) -> str:
    return f"{words(feed, number)}, the ministry said in a statement. The allies met in Brussels and talked of money."


def _rss(shown: int) -> str:
    items = "".join(
        f"<item><title>{TITLE}</title><guid>rss-{number}</guid><pubDate>Tue, 17 Feb 2026 08:00:00 +0000</pubDate>"
        f"<description>{_text(0, number)}</description></item>"
        for number in reversed(range(shown))
    )
    return f"<rss version='2.0'><channel><title>The Daily</title>{items}</channel></rss>"


def _json(shown: int) -> str:
    items = [
        {
            "id": f"json-{number}",
            "title": TITLE,
            "content_text": _text(1, number),
            "date_published": "2026-02-17T08:00:00Z",
        }
        for number in reversed(range(shown))
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "The Ledger", "items": items})


class _Handler(BaseHTTPRequestHandler):
    def __init__(self, site: Site, *given: object) -> None:
        self._site = site
        super().__init__(*given)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        body = self._site.body(self.path)
        with suppress(OSError):  # who asked was killed
            self.send_response(200 if body else 404)
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

    def log_message(self, *_: object) -> None:
        return


def watch_killed(ground: Ground, times: int) -> Outcome:
    """kill -9 of a watch at any moment, then it goes on; in the end each entry stands once wherever it should."""
    site = Site(EACH * times)
    server = ThreadingHTTPServer((HERE, 0), partial(_Handler, site))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    out, begun, met = ground.place(), time.time(), 0
    try:
        while met < times:
            process = _started(out, server.server_port, begun)
            _until_ready(process)
            time.sleep(ground.draw.uniform(0.0, LONGEST))
            if process.poll() is not None:
                raise AssertionError(f"a watch ended by itself: {ended(process)[1]}")
            process.send_signal(signal.SIGKILL)
            met += 1
            ended(process)
        for _ in range(site.most):  # until the feeds have grown to their end and all of it is read
            code, said = ended(_started(out, server.server_port, begun, "--once"))
            if code:
                raise AssertionError(said)
            if min(site.shown.values()) == site.most and not _waiting(out):
                break
    finally:
        server.shutdown()
        server.server_close()
    found = compared(out, site)
    shutil.rmtree(out)
    return Outcome(met, found)


def compared(out: Path, site: Site) -> Differences:
    """What a watch has lost of a site or has twice, in its tables, its stream, its feed and what it knows; and how many
    parts are not what the manifest says."""
    entries = Counter(f"{kind}-{number}" for kind in ("rss", "json") for number in range(site.most))
    told = Counter(site.words())
    lines = [json.loads(line) for line in (out / STREAM).read_text(encoding="utf-8").splitlines()]
    root = ElementTree.fromstring((out / FEED).read_bytes())
    titles = [one.findtext(f"{ATOM}title") or "" for one in root.iter(f"{ATOM}entry")]
    with closing(sqlite3.connect(out / NAME)) as held:
        known = Counter(key for (key,) in held.execute("SELECT key FROM entries"))
    pairs = (
        (entries, Counter(place.rpartition(" ")[2] for place in rows(out)["place"])),
        (entries, known),
        (told, Counter(line["words"] for line in lines)),
        (told, Counter(next((one for one in told if one in title), title) for title in titles)),
    )
    parts = json.loads((out / "manifest.json").read_bytes())["parts"]
    return Differences(
        lost=sum(sum((there - here).values()) for there, here in pairs),
        doubled=sum(sum((here - there).values()) for there, here in pairs),
        differing=sum(sha256((out / name).read_bytes()).hexdigest() != digest for name, digest in parts.items()),
    )


def _waiting(out: Path) -> int:
    with closing(sqlite3.connect(out / NAME)) as held:
        return int(held.execute("SELECT count(*) FROM waiting").fetchone()[0])


def _started(out: Path, port: int, begun: float, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "benchmarks.corpus_watched", str(out), f"http://{HERE}:{port}", str(begun), *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _until_ready(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    late = threading.Timer(PATIENCE, process.kill)
    late.start()
    line = process.stdout.readline().strip()
    late.cancel()
    if line != READY:
        raise AssertionError(f"a watch did not begin: {ended(process)[1]}")


def main() -> None:
    """Watch until killed, or once."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("root")
    parser.add_argument("begun", type=float)
    parser.add_argument("--once", action="store_true")
    given = parser.parse_args()
    feeds = [{"url": f"{given.root}/feed.{kind}", "page": False, "interval": 5} for kind in ("xml", "json")]
    told = {"contact": "desk@example.org", "allow": [HERE], "pause": 1, "latest": 1000, "feeds": feeds}
    means = Means(ReaderApart(Bounds()), FastClock(given.begun))
    with watching(watchlist_of(told, "feeds"), given.folder, load_record(), means) as held:
        print(READY, flush=True)
        if given.once:
            held.once()
        else:
            held.forever()


if __name__ == "__main__":
    main()
