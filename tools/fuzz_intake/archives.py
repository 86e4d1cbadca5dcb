"""Damages to the bytes of any workbook: cut, flipped, packed too deep, with parts that do not belong."""

from __future__ import annotations

import io
import zipfile
from random import Random


def truncated(content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(len(content))]


def bytes_flipped(content: bytes, chance: Random) -> bytes:
    held = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 8))):
        held[chance.randrange(len(held))] ^= 1 << chance.randrange(8)
    return bytes(held)


def a_stretch_zeroed(content: bytes, chance: Random) -> bytes:
    length = chance.choice((16, 512, 4096))
    at = chance.randrange(max(1, len(content) - length))
    return content[:at] + bytes(length) + content[at + length :]


def a_stretch_lost(content: bytes, chance: Random) -> bytes:
    length = chance.choice((1, 64, 4096))
    at = chance.randrange(max(1, len(content) - length))
    return content[:at] + content[at + length :]


def parts_of(content: bytes) -> dict[str, bytes]:
    """The unpacked parts of an archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {one.filename: archive.read(one) for one in archive.infolist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """Parts as an archive with right checksums."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, inside in parts.items():
            archive.writestr(name, inside)
    return stream.getvalue()


def a_part_lost(content: bytes, chance: Random) -> bytes:
    parts = parts_of(content)
    parts.pop(chance.choice(sorted(parts)))
    return packed(parts)


def a_byte_changed_inside(content: bytes, chance: Random) -> bytes:
    """Inside the XML of a part, with the checksum put right: as if a program had written it so."""
    parts = parts_of(content)
    name = chance.choice(sorted(name for name in parts if name.startswith("xl/worksheets/") or "sharedStr" in name))
    held = bytearray(parts[name])
    if held:
        held[chance.randrange(len(held))] = chance.choice(b'0123456789<>"/ AZ\x00\xff')
    parts[name] = bytes(held)
    return packed(parts)


def two_parts_swapped(content: bytes, chance: Random) -> bytes:
    parts = parts_of(content)
    one, other = chance.sample(sorted(parts), 2)
    parts[one], parts[other] = parts[other], parts[one]
    return packed(parts)


def packed_too_deep(content: bytes, chance: Random) -> bytes:
    parts = parts_of(content)
    parts[f"xl/media/image{chance.randrange(9)}.png"] = bytes(405 << 20)
    return packed(parts)


def too_many_parts(content: bytes, chance: Random) -> bytes:
    return packed(parts_of(content) | {f"xl/media/{number}.bin": b"" for number in range(2000 + chance.randrange(500))})


def entities(content: bytes, chance: Random) -> bytes:
    """Entities that unfold without end, in any part of XML."""
    parts = parts_of(content)
    name = chance.choice(sorted(name for name in parts if name.endswith((".xml", ".rels"))))
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(9)
    )
    text = parts[name].decode("utf-8", "replace")
    head, _, rest = text.partition("?>") if text.startswith("<?xml") else ("", "", text)
    parts[name] = f"{head}{'?>' if head else ''}{bomb}]>{rest.replace('Albania', '&j;')}".encode()
    return packed(parts)


def macros(content: bytes, chance: Random) -> bytes:
    """With a project of macros, as an .xlsm has it: it is never run."""
    return packed(parts_of(content) | {"xl/vbaProject.bin": bytes(chance.randrange(256) for _ in range(4000))})


def another_kind_of_file(content: bytes, chance: Random) -> bytes:
    old_excel = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    others = (
        b"",
        b"PK",
        b"%PDF-1.7\n%%EOF",
        b"<html><body>Not found</body></html>",
        b"ally,year\nBEL,2024\n",
        old_excel,
    )
    inside = packed({"inner.xlsx": content})
    return chance.choice((*others, inside, content[:4] + bytes(100), b"\x1f\x8b" + content[2:500]))


DAMAGES = (
    truncated,
    bytes_flipped,
    a_stretch_zeroed,
    a_stretch_lost,
    a_part_lost,
    a_byte_changed_inside,
    two_parts_swapped,
    packed_too_deep,
    too_many_parts,
    entities,
    macros,
    another_kind_of_file,
)
