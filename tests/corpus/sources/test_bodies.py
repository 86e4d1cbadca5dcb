"""Bodies are unpacked as their servers packed them, and taken as they are where they are not packed at all."""

from __future__ import annotations

import gzip
import zlib
from io import BytesIO

import pytest
from fastwarc.stream_io import BrotliWriter, ZstdWriter

from burdenshare.corpus.sources.bodies import MOST, PackedError, unpacked

PAGE = b"<html><body><p>Allies met in the valley.</p></body></html>" * 40


def written(writer: type[BrotliWriter | ZstdWriter]) -> bytes:
    out = BytesIO()
    stream = writer(out)
    stream.write(PAGE)
    stream.close()
    return out.getvalue()


def bare(data: bytes) -> bytes:
    pack = zlib.compressobj(6, zlib.DEFLATED, -15)
    return pack.compress(data) + pack.flush()


def chunked(data: bytes, ends: bytes = b"\r\n") -> bytes:
    pieces = (data[at : at + 333] for at in range(0, len(data), 333))
    told = b"".join(f"{len(one):X};name=value".encode() + ends + one + ends for one in pieces)
    return told + b"0" + ends + ends


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (PAGE, {}),
        (gzip.compress(PAGE, mtime=0), {"content-encoding": "gzip"}),
        (gzip.compress(PAGE, mtime=0), {"content-encoding": "X-GZIP"}),
        (zlib.compress(PAGE), {"content-encoding": "deflate"}),
        (bare(PAGE), {"content-encoding": "deflate"}),
        (written(BrotliWriter), {"content-encoding": "br"}),
        (written(ZstdWriter), {"content-encoding": "zstd"}),
        (chunked(PAGE), {"transfer-encoding": "chunked"}),
        (chunked(PAGE, b"\n"), {"transfer-encoding": "Chunked"}),
        (chunked(gzip.compress(PAGE, mtime=0)), {"transfer-encoding": "chunked", "content-encoding": "gzip"}),
        (gzip.compress(zlib.compress(PAGE), mtime=0), {"content-encoding": "deflate, gzip"}),
        (PAGE, {"content-encoding": "unheard-of"}),
    ],
)
def test_a_packed_body_is_unpacked(body: bytes, told: dict[str, str]) -> None:
    assert unpacked(body, told) == PAGE


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd"])
def test_a_body_that_only_says_that_it_is_packed_is_taken_as_it_is(name: str) -> None:
    for page in (PAGE, PAGE.replace(b"valley", b"vall\xe9e"), b"The allies met in the valley."):
        assert unpacked(page, {"content-encoding": name, "transfer-encoding": "chunked"}) == page


@pytest.mark.parametrize(
    ("body", "told", "said"),
    [
        (gzip.compress(PAGE, mtime=0)[:-20], {"content-encoding": "gzip"}, "breaks off"),
        (gzip.compress(PAGE, mtime=0)[:40] + b"?" * 40, {"content-encoding": "gzip"}, "damaged"),
        (chunked(PAGE)[:-200], {"transfer-encoding": "chunked"}, "breaks off"),
        (chunked(PAGE)[: 333 + 20], {"transfer-encoding": "chunked"}, "breaks off"),
        (written(BrotliWriter)[:-20], {"content-encoding": "br"}, "damaged"),
        (written(ZstdWriter)[:-20], {"content-encoding": "zstd"}, "damaged"),
        (written(ZstdWriter)[:20] + b"????" + written(ZstdWriter)[24:], {"content-encoding": "zstd"}, "damaged"),
    ],
)
def test_a_body_that_is_damaged_is_told(body: bytes, told: dict[str, str], said: str) -> None:
    with pytest.raises(PackedError, match=said):
        unpacked(body, told)


def test_a_bomb_is_unpacked_up_to_what_a_page_may_hold() -> None:
    assert len(unpacked(gzip.compress(bytes(200_000_000), 1), {"content-encoding": "gzip"})) == MOST
