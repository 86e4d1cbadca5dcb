"""A small archive of our own sentences, as a crawl and a newsroom would leave it.

    python -m benchmarks.corpus_sample DIR

Web archives (packed and plain, bodies packed in several ways, requests, pages that had not changed, other media), JSON
Lines with a broken line, Parquet, a feed, pages and texts in folders and in several encodings. Most pages are on other
subjects; one article stands in it several times. The same seed gives the same bytes and times.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

import polars as pl

WRITTEN = 1_760_000_000
"""When all files were written, in seconds since 1970: the time is a part of what a run remembers of its sources."""

FACTS = (
    "{ally} spent {share} percent of GDP on defence in {year}, according to NATO figures.",
    "{count} of the 32 allies met the 2 percent guideline in 2024.",
    "{ally} plans to reach {target} percent of GDP by {due}, its defence minister said on Tuesday.",
    "Defence spending by the European allies and Canada grew {growth} percent in real terms in 2024.",
    "The United States pays {part} percent of all that the allies spend.",
    "The next summit will be held in Ankara in July 2026.",
)
TALK = (
    "Secretary General Mark Rutte called the plan fair, and told reporters that everybody would carry a share.",
    "Officials spoke at length about roads, bridges and networks, and about who would pay for them in the end.",
    "The session began at {hour}:15 and ended without a vote, as such sessions mostly do.",
)
IDLE = (
    "The valley stayed dry all week, and the farmers waited for rain that would not come before the weekend.",
    "A new bakery has opened beside the old station, and its rye bread was gone by {hour} o'clock.",
    "The choir sang for an hour, the children for longer, and nobody minded the draught from the door.",
    "Seats for the evening cost {part} crowns, and the second half was better than the first.",
)
ALLIES = ("Poland", "Germany", "Spain", "Italy", "Estonia", "Greece", "Canada", "Belgium", "Norway", "Portugal")
CRAWLS = 4
PAGES = 30
"""Pages of a crawl; every sixth is on the subject."""


@dataclass(frozen=True, slots=True)
class Article:
    """One text with what its source says of it. `number` stands in it, so that it can be told from all others."""

    number: str
    title: str
    day: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """As plain text."""
        return "\n\n".join(self.paragraphs) + "\n"

    @property
    def page(self) -> str:
        """As a web page with its furniture."""
        told = "".join(f"<p>{escape(one)}</p>\n" for one in self.paragraphs)
        head = f"<title>{escape(self.title)}</title><meta property='article:published_time' content='{self.day}'>"
        menu = "<nav><a href='/'>Home</a><a href='/sport'>Sport</a></nav>"
        return f"<!doctype html><html lang='en'><head>{head}</head><body>{menu}<article>{told}</article></body></html>"


def article(draw: random.Random, number: str, *, relevant: bool) -> Article:
    """An article on the subject, or on none of ours."""
    told = {
        "ally": draw.choice(ALLIES),
        "share": f"{draw.uniform(1.1, 4.2):.2f}",
        "year": draw.choice((2022, 2023, 2024)),
        "count": draw.randint(3, 31),
        "target": draw.choice((2, 2.5, 3, 3.5, 5)),
        "due": draw.choice((2027, 2030, 2035)),
        "growth": draw.randint(2, 20),
        "part": draw.randint(30, 80),
        "hour": draw.randint(7, 11),
    }
    lines = [*draw.sample(FACTS, 3), *draw.sample(TALK, 2)] if relevant else draw.choices(IDLE, k=24)
    paragraphs = (*(line.format(**told) for line in lines), f"This is dispatch {number} of the valley's own paper.")
    day = f"2025-{draw.randint(1, 6):02}-{draw.randint(1, 28):02}"
    return Article(number, f"Dispatch {number}", day, paragraphs)


def record(
    address: str, body: bytes, head: str = "Content-Type: text/html; charset=utf-8", kind: str = "response"
) -> bytes:
    """A record of a web archive."""
    block = f"HTTP/1.1 200 OK\r\n{head}\r\n\r\n".encode() + body
    told = (
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {address}",
        "WARC-Date: 2025-06-30T00:00:00Z",
        f"WARC-Record-ID: <urn:uuid:{zlib.crc32(address.encode()):08x}-0000-4000-8000-000000000000>",
        "Content-Type: application/http",
        f"Content-Length: {len(block)}",
    )
    return "\r\n".join(told).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def packed(data: bytes) -> bytes:
    """A gzip member that says nothing of the time."""
    return gzip.compress(data, mtime=0)


def crawl(draw: random.Random, name: str) -> Iterator[bytes]:
    """The records of a crawl."""
    host = f"https://www.{name}.example"
    yield record(f"{host}/", b"", kind="warcinfo")
    for number in range(PAGES):
        one = article(draw, f"{name}-{number:02}", relevant=number % 6 == 0)
        address = f"{host}/{one.number}.html"
        yield record(address, b"", kind="request")
        yield record(address, *_sent(one, number))
    yield record(f"{host}/same.html", b"", kind="revisit")
    yield record(f"{host}/picture.png", b"\x89PNG\r\n\x1a\n" * 90, "Content-Type: image/png")
    yield record(f"{host}/often.html", article(random.Random("often"), "often", relevant=True).page.encode())


def _sent(one: Article, number: int) -> tuple[bytes, str]:
    """A page as a server sends it: in several encodings, packed in several ways."""
    page = one.page
    match number % 5:
        case 1:
            body = page.encode("cp1252")
            return body, "Content-Type: text/html; charset=windows-1252"
        case 2:
            return packed(page.encode()), "Content-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip"
        case 3:
            body = page.encode()
            pieces = [body[at : at + 700] for at in range(0, len(body), 700)]
            chunks = b"".join(f"{len(piece):x}\r\n".encode() + piece + b"\r\n" for piece in pieces)
            return chunks + b"0\r\n\r\n", "Content-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked"
        case 4:
            return page.encode("utf-16"), "Content-Type: text/html"
    return page.encode(), "Content-Type: text/html; charset=utf-8"


def written(folder: Path, seed: str = "sample") -> None:
    """Write the archive into a folder."""
    draw = random.Random(seed)
    often = article(random.Random("often"), "often", relevant=True)
    for number in range(CRAWLS):
        name = f"crawl-{number}"
        _keep(folder / f"{name}.warc.gz", b"".join(packed(one) for one in crawl(draw, name)))
    _keep(folder / "plain.warc", b"".join(crawl(draw, "plain")))
    lines = [article(draw, f"wire-{number:02}", relevant=number % 3 == 0) for number in range(12)]
    rows = [json.dumps({"text": one.text, "published": one.day, "title": one.title}) for one in (*lines, often)]
    _keep(folder / "wire.jsonl", "\n".join([*rows[:5], '{"text": "broken', *rows[5:]]).encode() + b"\n")
    desk = [article(draw, f"desk-{number:02}", relevant=number % 3 == 0) for number in range(12)]
    table = pl.DataFrame({"body": [one.text for one in desk], "date": [one.day for one in desk]})
    table.write_parquet(folder / "desk.parquet", row_group_size=5)
    _keep(folder / "desk.parquet", (folder / "desk.parquet").read_bytes())
    for number in range(6):
        one = article(draw, f"page-{number:02}", relevant=number % 2 == 0)
        data = one.page.encode() if number % 3 else one.text.encode()
        _keep(folder / "local" / f"{one.number}.{'html' if number % 3 else 'txt'}", data)
    items = [article(draw, f"feed-{number:02}", relevant=True) for number in range(3)]
    told = "".join(
        f"<item><title>{one.title}</title><pubDate>{one.day}</pubDate><description>{one.text}</description></item>"
        for one in items
    )
    feed = f"<rss version='2.0'><channel><title>The Valley</title>{told}</channel></rss>"
    _keep(folder / "local" / "feed.xml", feed.encode())


def _keep(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    os.utime(path, (WRITTEN, WRITTEN))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    written(parser.parse_args().folder)
