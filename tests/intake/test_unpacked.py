"""Archives within bounds: bombs, parts without number, damage."""

from __future__ import annotations

import io
import zipfile

import pytest

from burdenshare.intake import unpacked
from burdenshare.intake.model import DeliveryError, Given


def packed(parts: dict[str, bytes]) -> Given:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return Given("a.zip", out.getvalue())


def streamed(given: Given, name: str) -> bytes:
    with unpacked.opened(given) as archive, unpacked.streamed(given, archive, name) as stream:
        return stream.read()


def test_a_part_is_streamed_whole() -> None:
    content = bytes(range(256)) * 9000
    assert streamed(packed({"a": content}), "a") == content


def test_a_bomb_is_refused_while_it_unpacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacked, "MOST_UNPACKED", 1 << 20)
    given = packed({"a": bytes(2 << 20)})
    with pytest.raises(DeliveryError, match="unpacks to more than 1 MiB"):
        streamed(given, "a")
    with pytest.raises(DeliveryError, match="unpacks to more than 1 MiB"), unpacked.opened(given) as archive:
        unpacked.refuse_bombs(given, archive)


def test_many_small_parts_add_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacked, "MOST_UNPACKED", 1 << 20)
    given = packed({str(n): bytes(1 << 18) for n in range(5)})
    with pytest.raises(DeliveryError, match="unpacks to more than"), unpacked.opened(given) as archive:
        unpacked.refuse_bombs(given, archive)


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacked, "MOST_PARTS", 3)
    with pytest.raises(DeliveryError, match="more than 3 parts"), unpacked.opened(packed(dict.fromkeys("abcd", b""))):
        pass


def test_two_parts_of_one_name_are_refused() -> None:
    held = packed({"a.csv": b"1", "b.csv": b"2"})
    given = Given(held.name, held.content.replace(b"b.csv", b"a.csv"))
    with pytest.raises(DeliveryError, match="two parts of one name"), unpacked.opened(given):
        pass


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"PK\x03\x04" + bytes(500), b"no archive"])
def test_what_is_no_archive_is_refused_in_one_line(content: bytes) -> None:
    with pytest.raises(DeliveryError, match="damaged or locked archive"), unpacked.opened(Given("a.zip", content)):
        pass


def test_a_broken_part_is_refused_while_it_is_read() -> None:
    held = packed({"a": b"some content that is long enough to be packed " * 50})
    content = bytearray(held.content)
    content[60] ^= 0xFF
    with pytest.raises(DeliveryError, match="damaged or locked archive"):
        streamed(Given("a.zip", bytes(content)), "a")
