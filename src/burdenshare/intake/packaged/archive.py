"""The files of an export that is an archive or a folder: unpacked within bounds, and held against their hashes."""

from __future__ import annotations

import json
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any

from burdenshare.intake.model import Given, refused
from burdenshare.intake.packaged.model import AGAIN
from burdenshare.record.exchange.forms import DESCRIPTOR, STRUCTURE

MOST_UNPACKED = 200 * 1024 * 1024
"""Bytes of an export once unpacked; that of the packaged record as SDMX-CSV has 27 MB."""
MOST_FILES = 500


_DAMAGED = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
    IndexError,  # an entry without a name
)


@dataclass(frozen=True, slots=True)
class Files:
    """Files by their paths, and the name of the one that describes them."""

    given: Given
    descriptor: str
    held: Mapping[str, bytes]

    def told(self) -> dict[str, Any]:
        """The descriptor as an object. Raises DeliveryError."""
        try:
            found = json.loads(self.held[self.descriptor].decode("utf-8-sig"))
        except (ValueError, RecursionError) as fault:
            what = f"is no JSON ({' '.join(str(fault).split())[:100]})"
            raise refused(self.given, what, place=self.descriptor, remedy=AGAIN) from None
        if not isinstance(found, dict):
            raise refused(self.given, "is no object", place=self.descriptor, remedy=AGAIN)
        return found

    def pinned(self, name: object, digest: object) -> bytes:
        """The bytes of a file that the descriptor names, once they have the hash it tells, if it tells one."""
        if not isinstance(name, str) or not is_plain(name):
            raise refused(self.given, "names a file outside itself", place=self.descriptor, remedy=AGAIN)
        if name not in self.held:
            raise refused(self.given, f"lacks the file {name[:80]}, which it describes", remedy=AGAIN)
        raw = self.held[name]
        if digest is None:
            return raw
        if not isinstance(digest, str) or sha256(raw).hexdigest() != digest.removeprefix("sha256:"):
            raise refused(
                self.given, "is not the file that was exported: its sha256 is wrong", place=name, remedy=AGAIN
            )
        return raw


def is_plain(name: str) -> bool:
    """Whether a path stays below its folder on every system."""
    parts = name.split("/")
    odd = "\\" in name or ":" in name or "\0" in name
    return bool(name) and not odd and not any(one in ("", ".", "..") for one in parts)


def unpacked(given: Given) -> Files:
    """The files of an archive. Raises DeliveryError: damaged, locked, too large, or no export."""
    held: dict[str, bytes] = {}
    room = MOST_UNPACKED
    try:
        with zipfile.ZipFile(BytesIO(given.content)) as archive:
            entries = [one for one in archive.infolist() if not one.is_dir()]
            if len(entries) > MOST_FILES:
                raise refused(given, f"holds more than {MOST_FILES} files", remedy=AGAIN)
            for entry in entries:
                if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                    raise refused(given, "is packed in a way that is not read", place=entry.filename[:80], remedy=AGAIN)
                if entry.filename in held:
                    raise refused(given, f"holds the file {entry.filename[:80]} twice", remedy=AGAIN)
                with archive.open(entry) as stream:
                    raw = stream.read(room + 1)
                room -= len(raw)
                if room < 0:
                    what = f"unpacks to more than {MOST_UNPACKED >> 20} MiB"
                    raise refused(given, what, remedy=AGAIN)
                held[entry.filename] = raw
    except _DAMAGED as fault:
        what = f"is a damaged or locked archive ({' '.join(str(fault).split())[:100]})"
        raise refused(given, what, remedy=AGAIN) from None
    return _described(given, _within(held))


def of_folder(folder: Path) -> Given:
    """An exported folder as the archive it would have been; only the files it describes are read.

    Raises DeliveryError: no export, a described file is missing or a link out of it, too large.
    """
    given = Given(folder.name or str(folder), b"")
    described = next((name for name in (DESCRIPTOR, STRUCTURE) if (folder / name).is_file()), None)
    if described is None:
        what = f"is a folder without {DESCRIPTOR} or {STRUCTURE}"
        raise refused(given, what, remedy="give a file, or a folder that burdenshare data export wrote")
    files = Files(given, described, {described: _bytes(given, folder, described)})
    names = [described, *sorted(set(_named(files)))]
    held = {name: _bytes(given, folder, name) for name in names}
    if sum(len(raw) for raw in held.values()) > MOST_UNPACKED:
        raise refused(given, f"holds more than {MOST_UNPACKED >> 20} MiB", remedy=AGAIN)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, raw in held.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), raw)
    return Given(given.name, out.getvalue())


def _named(files: Files) -> list[str]:
    """The paths a descriptor names; what is no list of objects with a path is told by who reads it."""
    told = files.told()
    listed = [*_objects(told.get("resources")), *_objects(told.get("dataflows")), *_objects(told.get("codelists"))]
    listed += _objects(told.get("references"))
    names = [one.get("path", one.get("file")) for one in listed]
    if len(names) > MOST_FILES:
        raise refused(files.given, f"names more than {MOST_FILES} files", place=files.descriptor, remedy=AGAIN)
    for name in names:
        if not isinstance(name, str) or not is_plain(name):
            raise refused(files.given, "names a file outside itself", place=files.descriptor, remedy=AGAIN)
    return [str(name) for name in names]


def _objects(told: object) -> list[dict[str, Any]]:
    return [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []


def _bytes(given: Given, folder: Path, name: str) -> bytes:
    place = folder / PurePosixPath(name)
    try:
        if not place.resolve().is_relative_to(folder.resolve()):
            raise refused(given, "is a link out of the folder", place=name, remedy=AGAIN)
        if place.stat().st_size > MOST_UNPACKED:
            raise refused(given, f"is larger than {MOST_UNPACKED >> 20} MiB", place=name, remedy=AGAIN)
        return place.read_bytes()
    except (OSError, RuntimeError) as fault:
        reason = getattr(fault, "strerror", None) or "it is a ring of links"
        raise refused(given, f"cannot be read ({reason})", place=name, remedy=AGAIN) from None


def _within(held: dict[str, bytes]) -> dict[str, bytes]:
    """The files below one single folder, where an archive program packed the folder itself."""
    tops = {name.split("/", 1)[0] for name in held}
    if len(tops) != 1 or any("/" not in name for name in held):
        return held
    return {name.split("/", 1)[1]: raw for name, raw in held.items()}


def _described(given: Given, held: Mapping[str, bytes]) -> Files:
    for name in (DESCRIPTOR, STRUCTURE):
        if name in held:
            return Files(given, name, held)
    raise refused(given, f"is an archive without {DESCRIPTOR} or {STRUCTURE}", remedy=AGAIN)
