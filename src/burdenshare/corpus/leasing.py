"""One run at a time into a place elsewhere: object stores know no locks, so the run that holds one leaves a note there
and renews it.

No clock is compared with another one. Who finds a note watches it: a run that lives renews it, and one that was killed
does not. So clocks may jump, and two machines may disagree about the hour. A note that a killed run of this very
machine left is known at once.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from threading import Event, Thread
from typing import Any

from burdenshare.corpus.storage import Storage
from burdenshare.errors import BurdenshareError, InputError

NAME = "lease.json"
RENEWED = 10.0
"""Seconds between two renewals."""
STALE = 45.0
"""Seconds without a renewal after which a note is of a run that has ended: some renewals may fail on the way."""
SETTLED = 2.0
"""Seconds after which it is looked at who has come last, where two come at once."""

Note = dict[str, Any]


@contextmanager
def leased(storage: Storage) -> Iterator[str]:
    """Hold the place, and give the name of who holds it. Raises InputError: another run holds it."""
    found = _note(storage)
    if found is not None and not _gone(found) and _renewed(storage, found):
        remedy = "wait for its end, or name another place"
        raise InputError("another run works on it", where=storage.place, remedy=remedy)
    holder = token_hex(8)
    _write(storage, holder, 0)
    time.sleep(SETTLED)
    still_leased(storage, holder)
    ended = Event()
    renewing = Thread(target=_renewing, args=(storage, holder, ended), daemon=True)
    renewing.start()
    try:
        yield holder
    finally:
        ended.set()
        renewing.join()
        if (_note(storage) or {}).get("holder") == holder:
            storage.delete(NAME)


def still_leased(storage: Storage, holder: str) -> None:
    """Raise InputError where the place is no longer held by `holder`: its machine stood still, and another run came."""
    if (_note(storage) or {}).get("holder") != holder:
        remedy = "wait for its end; this run has committed nothing since"
        raise InputError("another run has taken it over", where=storage.place, remedy=remedy)


def _renewed(storage: Storage, found: Note) -> bool:
    """Whether a note changes while we look at it."""
    until = time.monotonic() + STALE
    while time.monotonic() < until:
        time.sleep(min(1.0, RENEWED))
        now = _note(storage)
        if now is None:
            return False
        if now != found:
            return True
    return False


def _renewing(storage: Storage, holder: str, ended: Event) -> None:
    """Renew the note until the run has ended, or another one has taken the place."""
    beat = 0
    while not ended.wait(RENEWED):
        try:
            if (_note(storage) or {}).get("holder") != holder:
                return
            beat += 1
            _write(storage, holder, beat)
        except BurdenshareError:
            continue  # the next time may do; whoever commits looks first whether the place is ours


def _note(storage: Storage) -> Note | None:
    content = storage.read(NAME)
    if content is None:
        return None
    try:
        found = json.loads(content)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _write(storage: Storage, holder: str, beat: int) -> None:
    note = {"holder": holder, "beat": beat, "machine": _machine(), "process": os.getpid(), "since": _since(os.getpid())}
    storage.write(NAME, (json.dumps(note, sort_keys=True) + "\n").encode())


def _gone(found: Note) -> bool:
    """Whether a note is of a process of this machine that has ended."""
    machine = _machine()
    return bool(machine) and found.get("machine") == machine and _since(int(found["process"])) != found.get("since")


def _machine() -> str:
    """This machine since it was started, as its processes see it; empty where that cannot be told."""
    try:
        booted = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{booted} {Path('/proc/self/ns/pid').readlink()}"
    except OSError:
        return ""


def _since(process: int) -> str:
    """When a process began, in ticks since the machine did; empty where there is none."""
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return told.rpartition(")")[2].split()[19]
