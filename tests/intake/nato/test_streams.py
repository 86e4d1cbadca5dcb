"""Packed streams of a PDF against their checksums."""

from __future__ import annotations

import zlib

import pytest

from burdenshare.intake.model import DeliveryError, Given
from burdenshare.intake.nato import streams
from burdenshare.intake.nato.streams import refuse_damaged


def _file(*packed: bytes, head: bytes = b"") -> Given:
    body = b"".join(
        b"%d 0 obj<</Filter/FlateDecode/Length %d>>stream\r\n%s\r\nendstream endobj\n" % (number, len(one), one)
        for number, one in enumerate(packed)
    )
    return Given("x.pdf", b"%PDF-1.7\n" + head + body)


def test_whole_streams_pass() -> None:
    refuse_damaged(_file(zlib.compress(b"2.03 " * 9999), zlib.compress(b"")))
    refuse_damaged(Given("x.pdf", b"%PDF-1.7\n1 0 obj<</Length 3>>stream\nabc\nendstream endobj"))


@pytest.mark.parametrize("at", [2, 9, -1])
def test_a_changed_byte_is_noticed_with_its_place(at: int) -> None:
    held = bytearray(zlib.compress(b"18,788 16,671 16,250 17,199 2.03"))
    held[at] ^= 1
    with pytest.raises(DeliveryError, match="does not fit its checksum"):
        refuse_damaged(_file(bytes(held)))


def test_a_stream_that_ends_too_early_is_noticed() -> None:
    whole = zlib.compress(bytes(range(256)) * 40)
    with pytest.raises(DeliveryError, match="does not fit its checksum"):
        refuse_damaged(Given("x.pdf", b"1 0 obj<</Filter/FlateDecode>>stream\n" + whole[:-3]))


def test_what_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "MOST_UNPACKED", 1 << 21)
    with pytest.raises(DeliveryError, match="unpacks to more than 2 MiB"):
        refuse_damaged(_file(zlib.compress(bytes(1 << 20)), zlib.compress(bytes(3 << 20))))


def test_locked_files_and_other_packings_are_passed_over() -> None:
    refuse_damaged(_file(b"no stream", head=b"trailer<</Encrypt 5 0 R>>"))
    refuse_damaged(Given("x.pdf", b"1 0 obj<</Filter[/ASCII85Decode/FlateDecode]>>stream\nabc\nendstream endobj"))
