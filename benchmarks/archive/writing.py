"""Writes a generated archive as gzip members of web archives, a file for every so many pages.

    python -m benchmarks.archive.writing FOLDER --documents 1000000 [--only ours|other] [--plain] [--workers 2]

Beside its page each record has what a crawl has: requests, pages that had not changed, pictures. Of the pages, most are
in UTF-8, some in windows-1252 or UTF-16, some packed or in chunks; one in two thousand records is broken (a length that
lies, a member that breaks off, bytes of nothing).
"""

from __future__ import annotations

import argparse
import os
import random
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.archive.pages import html, page
from benchmarks.corpus_sample import WRITTEN, packed, record

A_FILE = 5_000
"""Pages of one file."""
BROKEN = 2_000
"""One page in so many is broken."""
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 16


@dataclass(frozen=True, slots=True)
class Written:
    """What an archive holds: pages, broken ones among them, bytes of records before they were packed."""

    pages: int
    broken: int
    size: int


def written(
    folder: Path, documents: int, *, seed: str = "scale", only: str = "", plain: bool = False, workers: int = 1
) -> Written:
    """Write an archive of so many pages. The same arguments give the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    spans = [(begin, min(begin + A_FILE, documents)) for begin in range(0, documents, A_FILE)]
    done = partial(_file, folder, seed, only, plain)
    with ProcessPoolExecutor(workers) as pool:
        found = list(pool.map(done, spans))
    return Written(documents, sum(one.broken for one in found), sum(one.size for one in found))


def _file(folder: Path, seed: str, only: str, plain: bool, span: tuple[int, int]) -> Written:
    path = folder / f"part-{span[0] // A_FILE:05}.warc{'' if plain else '.gz'}"
    size = broken = 0
    with path.open("wb") as stream:
        for number in range(*span):
            for at, one in enumerate(_records(seed, number, only)):
                size += len(one)
                data = one if plain else packed(one)
                if at == 0 and _is_broken(number):
                    broken += 1
                    data = _damaged(random.Random(number), data)
                stream.write(data)
    os.utime(path, (WRITTEN, WRITTEN))
    return Written(span[1] - span[0], broken, size)


def _is_broken(number: int) -> bool:
    return number % BROKEN == BROKEN // 2


def _damaged(draw: random.Random, data: bytes) -> bytes:
    """A record that breaks off, or in which a stretch is overwritten."""
    if draw.random() < 0.5:
        return data[: len(data) // 2]
    at = len(data) // 3
    return data[:at] + draw.randbytes(64) + data[at + 64 :]


def _records(seed: str, number: int, only: str) -> Iterator[bytes]:
    """The records of one page, its own first."""
    one = page(seed, number, only)
    body, head = sent(html(one), number)
    yield record(one.address, body, head)
    if number % 10 == 0:
        yield record(one.address, b"", kind="request")
    if number % 25 == 0:
        yield record(f"{one.address}.png", PICTURE, "Content-Type: image/png")
    if number % 50 == 0:
        yield record(f"{one.address}?again", b"", kind="revisit")


def sent(text: str, number: int) -> tuple[bytes, str]:
    """A page as a server sends it, with what it says of it: in several encodings, packed in several ways."""
    place = number % 100
    if place < 8:
        local = text.replace("charset='utf-8'", "charset='windows-1252'").encode("cp1252", "xmlcharrefreplace")
        return local, "Content-Type: text/html; charset=windows-1252"
    if place < 9:
        return text.encode("utf-16"), "Content-Type: text/html"
    if place < 12:
        return packed(text.encode()), "Content-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip"
    if place < 15:
        data = text.encode()
        pieces = [data[at : at + 4000] for at in range(0, len(data), 4000)]
        chunks = b"".join(f"{len(piece):x}\r\n".encode() + piece + b"\r\n" for piece in pieces)
        return chunks + b"0\r\n\r\n", "Content-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked"
    return text.encode(), "Content-Type: text/html; charset=utf-8"


def main() -> None:
    """Write an archive and say what it holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=1_000_000)
    parser.add_argument("--only", choices=("", "ours", "other"), default="")
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--workers", type=int, default=1)
    given = parser.parse_args()
    found = written(given.folder, given.documents, only=given.only, plain=given.plain, workers=given.workers)
    print(f"{found.pages:,} pages, {found.broken:,} broken, {found.size / 1e6:,.0f} MB before packing")


if __name__ == "__main__":
    main()
