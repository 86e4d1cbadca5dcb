"""Every page of an archive is read or told, whatever lies between."""

from __future__ import annotations

import zlib
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.corpus_sample import packed, record
from burdenshare.corpus.model import Broken, Entry
from burdenshare.corpus.sources import members, warc
from burdenshare.reading.documents.sources import MOST_BYTES

ADDRESSES = [f"https://www.valley.example/{number}.html" for number in range(5)]


def read(path: Path) -> list[Entry | Broken]:
    return list(warc.entries(str(path), 0, path.stat().st_size, None))


def kept(folder: Path, data: bytes, name: str = "crawl.warc.gz") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def pieces(*more: bytes) -> list[bytes]:
    return [packed(record(one, f"<p>{one}</p>".encode())) for one in ADDRESSES] + [packed(one) for one in more]


def addresses(found: list[Entry | Broken]) -> list[str]:
    return [one.address for one in found if isinstance(one, Entry)]


def reasons(found: list[Entry | Broken]) -> list[str]:
    return [one.reason for one in found if isinstance(one, Broken)]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_pages_with_what_their_server_said(tmp_path: Path, name: str) -> None:
    data = b"".join(record(one, b"<p>\xc9ire</p>", "Content-Type: text/html; charset=latin-1") for one in ADDRESSES)
    found = read(kept(tmp_path, data if name == "crawl.warc" else packed(data), name))
    assert addresses(found) == ADDRESSES
    one = found[0]
    assert isinstance(one, Entry)
    assert (one.source.data, one.source.media, one.source.charset) == (b"<p>\xc9ire</p>", "text/html", "latin-1")
    assert one.outlet == "valley.example"
    assert len({entry.place for entry in found}) == len(ADDRESSES)


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda one: one[:-30], "the gzip member"),
        (lambda one: one[:30] + b"????" + one[34:], "the gzip member"),
        (lambda one: one[:-6] + b"????" + one[-2:], "the gzip member"),
        (lambda one: b"??" + one[2:], "the gzip member"),
        (lambda one: b"junk" * 50 + one, "the gzip member"),
    ],
)
def test_damage_costs_one_member_and_is_told(tmp_path: Path, damage: object, told: str) -> None:
    assert callable(damage)
    parts = pieces()
    parts[2] = damage(parts[2])
    found = read(kept(tmp_path, b"".join(parts)))
    untouched = [one for number, one in enumerate(ADDRESSES) if number != 2]
    assert [one for one in addresses(found) if one != ADDRESSES[2]] == untouched
    assert len(reasons(found)) == 1
    assert reasons(found)[0].startswith(told)


def test_an_archive_that_breaks_off_is_told(tmp_path: Path) -> None:
    found = read(kept(tmp_path, b"".join(pieces())[:-25]))
    assert addresses(found) == ADDRESSES[:-1]
    assert reasons(found) == ["the gzip member breaks off"]


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (record("https://a.example/", b"", kind="revisit"), "a page that had not changed since it was last fetched"),
        (record("https://a.example/", b"x", "Content-Type: image/png"), "no page but image/png"),
        (record("https://a.example/", b"x" * (MOST_BYTES + 1)), "larger than 20 MB"),
        (record("https://a.example/", b"x").replace(b"200 OK", b"404 No"), "the server's answer was 404"),
        (record("https://a.example/", b"x", kind="continuation"), "a part of a record that was cut in segments"),
    ],
)
def test_what_is_no_page_is_told(tmp_path: Path, one: bytes, told: str) -> None:
    found = read(kept(tmp_path, b"".join(pieces(one))))
    assert addresses(found) == ADDRESSES
    (reason,) = reasons(found)
    assert reason.startswith(told)


@pytest.mark.parametrize("kind", ["request", "metadata", "warcinfo"])
def test_what_is_about_a_page_is_no_document(tmp_path: Path, kind: str) -> None:
    found = read(kept(tmp_path, b"".join(pieces(record("https://a.example/", b"x", kind=kind)))))
    assert addresses(found) == ADDRESSES
    assert reasons(found) == []


def test_bare_texts_of_a_crawl_are_read(tmp_path: Path) -> None:
    block = b"The allies met in the valley."
    head = b"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://a.example/x.html\r\nContent-Type: text/plain"
    data = head + f"\r\nContent-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"
    (found,) = read(kept(tmp_path, packed(data), "crawl.warc.wet.gz"))
    assert isinstance(found, Entry)
    assert (found.source.data, found.source.media, found.source.suffix) == (block, "text/plain", "")


def test_two_gigabytes_are_passed_over(tmp_path: Path) -> None:
    """Packed: a member that unpacks to 2 GB. Plain: a file with a hole of 2 GB."""
    size = 2 << 30
    head = record("https://a.example/", b"").replace(b"Content-Length: 59", b"Content-Length: %d" % (size + 59))
    assert str(size + 59).encode() in head
    pack = zlib.compressobj(1, zlib.DEFLATED, 31)
    parts = [pack.compress(head[:-4]), *(pack.compress(bytes(1 << 24)) for _ in range(size >> 24))]
    huge = b"".join([*parts, pack.compress(b"\r\n\r\n"), pack.flush()])
    first, *others = pieces()
    found = read(kept(tmp_path, b"".join([first, huge, *others])))
    assert (addresses(found), reasons(found)) == (ADDRESSES, ["larger than 20 MB"])
    path = tmp_path / "plain.warc"
    with path.open("wb") as stream:
        stream.write(head[:-4])
        stream.seek(size, 1)
        stream.write(b"\r\n\r\n" + b"".join(zlib.decompress(one, 31) for one in [first, *others]))
    found = read(path)
    assert (addresses(found), reasons(found)) == (ADDRESSES, ["larger than 20 MB"])


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_the_shards_of_an_archive_hold_each_page_once(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warc, "BYTES_A_SHARD", 2_000)
    monkeypatch.setattr(members, "UNBROKEN", 1_000)
    many = [f"https://www.valley.example/{number}.html" for number in range(120)]
    made = [record(one, f"<p>{one}</p>".encode()) for one in many]
    path = kept(tmp_path, b"".join(made if name == "crawl.warc" else map(packed, made)), name)
    spans = warc.spans(str(path), path.stat().st_size)
    assert len(spans) > 5
    assert (spans[0][0], spans[-1][1]) == (0, path.stat().st_size)
    assert all(first[1] == second[0] for first, second in pairwise(spans))
    found = [one for begin, end in spans for one in warc.entries(str(path), begin, end, None)]
    assert addresses(found) == many
    assert [one.place for one in found] == [one.place for one in read(path)]
