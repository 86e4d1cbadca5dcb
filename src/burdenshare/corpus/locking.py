"""One run at a time into one place of this machine. Places elsewhere are held by a note (`leasing.py`)."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from burdenshare.corpus.leasing import leased, still_leased
from burdenshare.corpus.storage import LocalStorage, Storage
from burdenshare.errors import InputError, OutputError

NAME = ".lock"
"""Held by the run."""
AT_WORK = ".at-work"
"""Held by each worker while it is at a task: a run that goes on waits until none of the run before is."""
PATIENCE = 60.0
"""Seconds for which it waits: workers end when they see that their run has."""
GLANCE = 0.1


@contextmanager
def alone(storage: Storage) -> Iterator[str]:
    """Hold the place for one run, and give the name of who holds it. Raises InputError: another run holds it."""
    if not isinstance(storage, LocalStorage):
        with leased(storage) as holder:
            yield holder
        return
    folder = Path(storage.place)
    with _handle(folder, NAME) as lock:
        if not _taken(lock):
            raise held(storage.place)
        with _handle(folder, AT_WORK) as theirs:
            _wait(theirs, storage.place)
        yield ""


@contextmanager
def at_work(storage: Storage) -> Iterator[None]:
    """Be at a task of the run that holds the place."""
    if not isinstance(storage, LocalStorage):
        yield
        return
    with _handle(Path(storage.place), AT_WORK) as handle:
        _taken(handle, shared=True)
        yield


def still_held(storage: Storage, holder: str) -> None:
    """Raise InputError where the place has gone to another run meanwhile: nothing may be committed then."""
    if not isinstance(storage, LocalStorage):
        still_leased(storage, holder)


@contextmanager
def _handle(folder: Path, name: str) -> Iterator[int]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / name, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as fault:
        told = f"cannot be written ({fault.strerror})"
        raise OutputError(told, where=str(folder), remedy="make room, or name another folder") from None
    try:
        yield handle  # a lock of the system is gone with the process that held it, however that ended
    finally:
        os.close(handle)


def _taken(handle: int, *, shared: bool = False) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows locks by bytes, and knows no shared locks
        return shared or _taken_by_bytes(handle)
    try:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _taken_by_bytes(handle: int) -> bool:
    import msvcrt

    try:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    except OSError:
        return False
    return True


def _wait(handle: int, where: str) -> None:
    """Until no worker of an earlier run is at work."""
    until = time.monotonic() + PATIENCE
    while not _taken(handle):
        if time.monotonic() > until:
            raise InputError(
                "workers of an earlier run are still at work on it", where=where, remedy="wait, or end them"
            )
        time.sleep(GLANCE)


def held(where: str) -> InputError:
    """The error of who comes second."""
    return InputError("another run works on it", where=where, remedy="wait for its end, or name another place")
