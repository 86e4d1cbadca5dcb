"""Damages to the bytes of any file, and to the parts of any archive."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from random import Random

Bytes = Callable[[bytes, Random], bytes]


def cut(content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(len(content))]


def flipped(content: bytes, chance: Random) -> bytes:
    held = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 8))):
        held[chance.randrange(len(held))] ^= 1 << chance.randrange(8)
    return bytes(held)


def zeroed(content: bytes, chance: Random) -> bytes:
    length = min(chance.choice((16, 512, 4096)), len(content))
    at = chance.randrange(len(content) - length + 1)
    return content[:at] + bytes(length) + content[at + length :]


def lost(content: bytes, chance: Random) -> bytes:
    length = min(chance.choice((1, 64, 4096)), len(content) - 1)
    at = chance.randrange(len(content) - length)
    return content[:at] + content[at + length :]


def doubled(content: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + content[at // 2 :]


def prefixed(content: bytes, chance: Random) -> bytes:
    return chance.choice((b"\xef\xbb\xbf", b"\r\n", b"\0", b"<html>", b"MZ\x90\0")) + content


BYTES: tuple[Bytes, ...] = (cut, flipped, zeroed, lost, doubled, prefixed)


def parts_of(content: bytes) -> dict[str, bytes]:
    """The unpacked parts of an archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {one.filename: archive.read(one) for one in archive.infolist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """Parts as an archive with right checksums, the same bytes for the same parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, inside in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), inside, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def part_lost(content: bytes, chance: Random) -> bytes:
    parts = parts_of(content)
    parts.pop(chance.choice(sorted(parts)))
    return packed(parts)


def part_emptied(content: bytes, chance: Random) -> bytes:
    parts = parts_of(content)
    return packed(parts | {chance.choice(sorted(parts)): b""})


def parts_swapped(content: bytes, chance: Random) -> bytes:
    parts = parts_of(content)
    one, other = chance.sample(sorted(parts), 2)
    parts[one], parts[other] = parts[other], parts[one]
    return packed(parts)


def part_cut(content: bytes, chance: Random) -> bytes:
    parts = parts_of(content)
    name = chance.choice(sorted(name for name, inside in parts.items() if inside))
    return packed(parts | {name: cut(parts[name], chance)})


def part_changed(content: bytes, chance: Random) -> bytes:
    """One byte inside a part, with the checksum put right: as if a program had written it so."""
    parts = parts_of(content)
    name = chance.choice(sorted(name for name, inside in parts.items() if inside))
    held = bytearray(parts[name])
    held[chance.randrange(len(held))] = chance.choice(b'0123456789<>"/,; AZ\x00\xff')
    return packed(parts | {name: bytes(held)})


def strange_part(content: bytes, chance: Random) -> bytes:
    names = ("../outside.csv", "/etc/passwd", "C:\\x.csv", "a/../../b", "xl/vbaProject.bin", "x" * 300)
    return packed({chance.choice(names): b"a,b\n1,2\n", **parts_of(content)})


ARCHIVES: tuple[Bytes, ...] = (part_lost, part_emptied, parts_swapped, part_cut, part_changed, strange_part)


def bomb(content: bytes, chance: Random) -> bytes:
    """A part that unfolds beyond every bound."""
    stream = io.BytesIO(packed(parts_of(content)))
    piece = bytes(1 << 20)
    with (
        zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(zipfile.ZipInfo(f"xl/media/{chance.randrange(9)}.bin", (1980, 1, 1, 0, 0, 0)), "w") as part,
    ):
        for _ in range(410):
            part.write(piece)
    return stream.getvalue()


def crowd(content: bytes, chance: Random) -> bytes:
    """More parts than any file has."""
    return packed(parts_of(content) | {f"x/{number}.bin": b"" for number in range(2001 + chance.randrange(99))})


COSTLY: tuple[Bytes, ...] = (bomb, crowd)
"""Each costs a second or two: a few show all there is to see."""


def damaged(content: bytes, damages: tuple[Bytes, ...], each: int, seed: str) -> Iterator[tuple[str, bytes]]:
    """Name of the damage and the damaged bytes, `each` of every one, the same for the same seed."""
    for damage in damages:
        for number in range(each):
            yield damage.__name__.replace("_", " "), damage(content, Random(f"{seed} {damage.__name__} {number}"))
