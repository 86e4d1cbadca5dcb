"""Files written whole or not at all: a temporary file beside the target, then one rename."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from burdenshare.errors import OutputError

ANOTHER = "name another file"
OVERWRITE = "name another file, or overwrite it with --force (in Python: force=True)"


def write_files(files: Mapping[Path, bytes], *, force: bool = False) -> None:
    """Write every file, or none: all are written beside their targets first, then renamed.

    Raises OutputError for a target that exists (without `force`), is a folder, or cannot be written.
    """
    for target in files:
        writable(target, force=force)
    ready: list[tuple[Path, Path]] = []
    try:
        for target, data in files.items():
            place = _followed(target)
            ready.append((_beside(place, data), place))
        for part, target in ready:
            _renamed(part, target, force)
    finally:
        for part, _ in ready:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)


def writable(target: Path, *, force: bool) -> None:
    """Refuse, before any work, a target that cannot be or must not be replaced."""
    where = str(target)
    try:
        if target.is_dir():
            raise OutputError("is a folder", where=where, remedy="name a file in it")
        if target.exists() and not target.is_file():
            raise OutputError("is a device or a pipe", where=where, remedy=ANOTHER)  # a rename would put a file there
        if not force and (target.exists() or target.is_symlink()):
            raise OutputError("exists already", where=where, remedy=OVERWRITE)
    except (OSError, ValueError) as fault:
        raise _unwritable(target, fault) from None


def _followed(target: Path) -> Path:
    """Where a link leads, so that the file is replaced and not the link."""
    try:
        return target.resolve() if target.is_symlink() else target
    except (OSError, RuntimeError) as fault:
        raise _unwritable(target, fault) from None


def _beside(target: Path, data: bytes) -> Path:
    """The data in a new file of the same folder, safely on disk."""
    part: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent)
        part = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.chmod(_mode(target))
    except (OSError, ValueError) as fault:
        if part is not None:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
        raise _unwritable(target, fault) from None
    return part


def _mode(target: Path) -> int:
    """The rights of the file that is replaced, or those that the user gives to new files."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _renamed(part: Path, target: Path, force: bool) -> None:
    """Put `part` in the place of `target`; without `force` also a file that came up in the meantime is kept."""
    try:
        if not force:
            with contextlib.suppress(PermissionError, NotImplementedError):  # a file system without hard links
                os.link(part, target)
                return
            writable(target, force=False)
        part.replace(target)
    except FileExistsError:
        raise OutputError("exists already", where=str(target), remedy=OVERWRITE) from None
    except OSError as fault:
        raise _unwritable(target, fault) from None


def _unwritable(target: Path, fault: Exception) -> OutputError:
    reason = getattr(fault, "strerror", None) or str(fault)
    return OutputError(f"cannot be written ({reason})", where=str(target), remedy=ANOTHER)
