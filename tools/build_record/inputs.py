"""The raw data folder, pinned file by file: a build from other inputs than the reviewed ones is refused."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

PINS = Path(__file__).with_name("inputs.sha256")


class InputsChangedError(Exception):
    """The raw data folder is not the one the packaged record was built from."""


def digests(source: Path) -> dict[str, str]:
    """`{path below source: sha256}` of every file in the raw data folder."""
    files = sorted(path for path in source.rglob("*") if path.is_file())
    return {path.relative_to(source).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def pinned(pins: Path = PINS) -> dict[str, str]:
    """The reviewed digests, from lines `sha256  path`."""
    lines = pins.read_text(encoding="utf-8").splitlines()
    return {path: digest for digest, path in (line.split("  ", 1) for line in lines)}


def accept(source: Path, pins: Path = PINS) -> None:
    """Pin the inputs as they are now; the change of the pins is what a reviewer sees."""
    lines = (f"{digest}  {path}\n" for path, digest in digests(source).items())
    pins.write_text("".join(lines), encoding="utf-8")


def refuse_changed(source: Path, pins: Path = PINS) -> None:
    """Raise `InputsChangedError` naming every file that was added, lost or changed since the pins."""
    if not source.is_dir():
        raise InputsChangedError(f"{source}: no such folder of raw data; name it with --source")
    found, wanted = digests(source), pinned(pins)
    faults = [f"missing: {path}" for path in sorted(wanted.keys() - found.keys())]
    faults += [f"not pinned: {path}" for path in sorted(found.keys() - wanted.keys())]
    faults += [f"changed: {path}" for path in sorted(found.keys() & wanted.keys()) if found[path] != wanted[path]]
    if faults:
        raise InputsChangedError("; ".join(faults) + " (review the change, then build with --accept-inputs)")
