"""An export written whole or not at all: a folder or an archive of many files, made beside its target and renamed."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from burdenshare.errors import OutputError
from burdenshare.record.exchange.forms import DESCRIPTOR, STRUCTURE
from burdenshare.report.exports.writing import OVERWRITE

_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first moment an archive can tell; the same in every export, so that its bytes are."""
_PLAIN_FILE = 0o644 << 16


def archive(files: Mapping[str, bytes]) -> bytes:
    """The files as a zip archive, the same bytes for the same files."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as made:
        for name, raw in files.items():
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _PLAIN_FILE
            made.writestr(entry, raw)
    return out.getvalue()


def replaceable(target: Path, *, force: bool) -> None:
    """Refuse, before any work, a folder that cannot be written, or must not be replaced.

    Even `force` replaces only an earlier export or an empty folder: a mistyped path must not cost somebody's files.
    """
    where = str(target)
    try:
        if not target.parent.is_dir():
            raise OutputError("lies in a folder that is not there", where=where, remedy="make it first")
        if not target.exists() and not target.is_symlink():
            return
        if not target.is_dir() or target.is_symlink():
            raise OutputError("is no folder", where=where, remedy="name a folder, or a file that ends in .zip")
        if not any(target.iterdir()):
            return
        if not force:
            raise OutputError("exists already", where=where, remedy=OVERWRITE.replace("file", "folder"))
        if not any((target / name).is_file() for name in (DESCRIPTOR, STRUCTURE)):
            raise OutputError("is a folder with other things in it", where=where, remedy="name a new folder")
    except OSError as fault:
        raise _unwritable(target, fault) from None


def write_folder(target: Path, files: Mapping[str, bytes], *, force: bool = False) -> None:
    """Write the files below `target`: all are on disk before the folder has its name. Raises OutputError."""
    replaceable(target, force=force)
    part: Path | None = None
    try:
        part = Path(tempfile.mkdtemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent))
        part.chmod(0o777 & ~_mask())
        for name, raw in files.items():
            place = part / name
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("wb") as stream:
                stream.write(raw)
                stream.flush()
                os.fsync(stream.fileno())
        _in_place(part, target)
    except OSError as fault:
        raise _unwritable(target, fault) from None
    finally:
        if part is not None:
            shutil.rmtree(part, ignore_errors=True)


def _in_place(part: Path, target: Path) -> None:
    """Rename, an earlier folder out of the way first and back again should the second step fail."""
    if not target.exists():
        part.rename(target)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{target.name[:100]}.", suffix=".old", dir=target.parent))
    target.replace(old)
    try:
        part.rename(target)
    except OSError:
        old.replace(target)
        raise
    with contextlib.suppress(OSError):
        shutil.rmtree(old)


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(target: Path, fault: OSError) -> OutputError:
    reason = fault.strerror or str(fault)
    return OutputError(f"cannot be written ({reason})", where=str(target), remedy="name another folder")
