"""A site of our own on this machine, whose pages answer as a test says and which counts what it was asked; a clock that
goes only when somebody sleeps; and a reader without a process."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from burdenshare.corpus.judging import Judging
from burdenshare.corpus.model import Entry
from burdenshare.corpus.watching import work
from burdenshare.corpus.watching.model import Found, Judged, Row
from burdenshare.reading.documents.sources import Source
from burdenshare.record import Record

HERE = "127.0.0.1"
NOON = 1_771_416_000.0  # 18 February 2026, 12:00 UTC
DAY = "Tue, 17 Feb 2026 08:00:00 +0000"
WRONG = "Poland spent 1.2 percent of GDP on defence in 2024, the ministry said in a statement on Thursday."
RIGHT = "Poland spent 4.12 percent of GDP on defence in 2024, the ministry said in a statement on Thursday."
TALK = "The allies met in Brussels, talked about money until late, and agreed to meet again before the summer came."
IDLE = "The valley stayed dry all week, and the farmers waited for rain that would not come before the weekend."

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """A server on this machine. `asked` has the path and the head of every request, in their order."""

    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    server: ThreadingHTTPServer | None = None

    @property
    def root(self) -> str:
        assert self.server is not None
        return f"http://{HERE}:{self.server.server_port}"

    @property
    def counts(self) -> Counter[str]:
        """How often each path was asked for."""
        return Counter(path for path, _ in self.asked)

    def open(self) -> None:
        answers, asked = self.answers, self.asked

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append((self.path, dict(self.headers)))
                try:
                    answers.get(self.path.partition("?")[0], says(404))(self)
                except (BrokenPipeError, ConnectionResetError):
                    return

            def log_message(self, *_: object) -> None:
                return

        class Quiet(ThreadingHTTPServer):
            daemon_threads = True

        self.server = Quiet((HERE, 0), Handler)
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def close(self) -> None:
        assert self.server is not None
        self.server.shutdown()
        self.server.server_close()


def says(status: int, head: Mapping[str, str] | None = None) -> Answer:
    """An answer without a body."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in (head or {}).items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def holds(body: str | bytes, media: str = "text/html; charset=utf-8", etag: str = "", modified: str = "") -> Answer:
    """A body; asked for again with its mark, it is said not to have changed."""
    data = body if isinstance(body, bytes) else body.encode()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        same = etag and handler.headers.get("If-None-Match") == etag
        if same or (modified and handler.headers.get("If-Modified-Since") == modified):
            says(304)(handler)
            return
        handler.send_response(200)
        marks = {"Content-Type": media, "Content-Length": str(len(data)), "ETag": etag, "Last-Modified": modified}
        for name, value in marks.items():
            if value:
                handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def page(text: str, title: str = "More money") -> str:
    """An article's page."""
    paragraphs = "".join(f"<p>{escape(one)}</p>" for one in (text, TALK))
    return (
        f"<!doctype html><html><head><title>{title}</title></head><body><article>{paragraphs}</article></body></html>"
    )


def item(key: str, link: str, text: str = "", title: str = "More money", day: str = DAY) -> str:
    """An entry of a feed."""
    said = f"<description>{escape(text)}</description>"
    return f"<item><title>{title}</title><guid>{key}</guid><link>{link}</link><pubDate>{day}</pubDate>{said}</item>"


def feed(*items: str, title: str = "The Daily") -> str:
    """A feed."""
    return f"<rss version='2.0'><channel><title>{title}</title>{''.join(items)}</channel></rss>"


def xml(body: str, etag: str = "", modified: str = "") -> Answer:
    return holds(body, "application/rss+xml", etag, modified)


@dataclass
class SlowClock:
    """A clock that goes only when somebody sleeps."""

    time: float = NOON
    slept: list[float] = field(default_factory=list)

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += max(0.0, seconds)


@dataclass
class ReaderHere:
    """Reads in this process."""

    record: Record
    judgings: int = 0

    def entries(self, source: Source) -> list[Found]:
        return work.entries(source)

    def opened(self, entry: Entry) -> list[Row]:
        return work.opened(entry)

    def judged(self, row: Row, judging: Judging) -> Judged:
        self.judgings += 1
        return work.judged(row, judging, self.record)

    def close(self) -> None:
        return


def listed(*feeds: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """A file of feeds as a table."""
    return {"contact": "desk@example.org", "allow": [HERE], "feeds": [dict(one) for one in feeds], **more}
