"""Layers: what a user's own imports lay over the packaged tables, each a folder that is never written twice.

A layer is a folder of the user's data folder with a `layer.json` that says where its rows come from and pins each of
its tables by hash. Its rows stand in for packaged rows of the same key and add the others; the packaged tables stay as
they are, and without the layer the record is what it was. Folders whose name begins with a dot are unfinished or on
their way out, and count for nothing: a layer comes and goes with one renaming.

Standard library only: this module is imported by every command.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from burdenshare.errors import RecordError

DATA = "BURDENSHARE_DATA"
"""Variable that names the user's data folder."""
PINNED = "BURDENSHARE_LAYERS"
"""Variable that names the layers of a process, one after another with `:` between, so that all workers of a server
answer from the record it was started with. The word `none` means the packaged record alone."""
NONE = "none"
FOLDER = "layers"
DESCRIPTOR = "layer.json"
FORM = 1
"""Number of the form of `layer.json`."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer as its `layer.json` tells it. `tables` maps a table's path to its sha256."""

    folder: Path
    id: str
    number: int  # its place in the order in which layers were laid; a later one covers an earlier one
    title: str
    kind: str
    publisher: str
    release: str
    published: date | None
    file: str
    sha256: str
    address: str
    made_at: str
    tables: dict[str, str]
    rows: dict[str, int]
    accepted: tuple[dict[str, str], ...] = ()
    left_out: tuple[dict[str, str], ...] = ()
    told: dict[str, Any] = field(default_factory=dict, repr=False, hash=False, compare=False)

    def read(self, table: str) -> bytes | None:
        """The bytes of one of its tables, None where it has no such table. Raises RecordError: damaged or gone."""
        if table not in self.tables:
            return None
        try:
            raw = (self.folder / table).read_bytes()
        except OSError as fault:
            raise self.damaged(f"{table} is missing ({fault.strerror or 'cannot be read'})") from None
        if sha256(raw).hexdigest() != self.tables[table]:
            raise self.damaged(f"the sha256 of {table} is wrong")
        return raw

    def damaged(self, what: str) -> RecordError:
        """The error that says so, and how to go on."""
        remedy = f"take it off with burdenshare data remove {self.id}, then import the file again"
        return RecordError(f"an imported layer is damaged: {what}", where=self.id, remedy=remedy)


def data_folder() -> Path:
    """The user's data folder: `BURDENSHARE_DATA`, else `burdenshare` below `XDG_DATA_HOME` or `~/.local/share`."""
    given = os.environ.get(DATA, "")
    if given:
        return Path(given).expanduser().absolute()
    held = Path(os.environ.get("XDG_DATA_HOME", ""))
    home = held if held.is_absolute() else Path.home() / ".local" / "share"
    return home / "burdenshare"


def layers_folder() -> Path:
    """Where the layers lie."""
    return data_folder() / FOLDER


@cache
def standing() -> tuple[Layer, ...]:
    """The layers of this process, in the order in which they were laid: read once, so that one run has one record."""
    pinned = os.environ.get(PINNED)
    if pinned is None:
        return laid()
    wanted = [one for one in pinned.split(":") if one and one != NONE]
    held = {one.id: one for one in laid()} if wanted else {}
    for one in wanted:
        if one not in held:
            raise RecordError("this layer is no longer there", where=one, remedy="start anew, without it")
    return tuple(held[one] for one in wanted)


def laid(folder: Path | None = None) -> tuple[Layer, ...]:
    """The layers in the user's data folder, or below `folder`, in their order. Raises RecordError for a damaged one."""
    below = layers_folder() if folder is None else folder
    try:
        names = sorted(one.name for one in below.iterdir() if not one.name.startswith("."))
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as fault:
        what = f"the imported layers cannot be read ({fault.strerror})"
        raise RecordError(
            what, where=str(below), remedy=f"mend its permissions, or name another folder by {DATA}"
        ) from None
    found = [layer_of(below / name) for name in names if (below / name).is_dir()]
    return tuple(sorted(found, key=lambda one: (one.number, one.id)))


def pinned(layers: Sequence[Layer]) -> str:
    """What `PINNED` holds for these layers."""
    return ":".join(one.id for one in layers) or NONE


def layer_of(folder: Path) -> Layer:
    """The layer in a folder. Raises RecordError where its descriptor is missing, damaged or of another form."""
    remedy = f"take it off with burdenshare data remove {folder.name}, then import the file again"
    try:
        told = json.loads((folder / DESCRIPTOR).read_bytes())
        if told["form"] != FORM:
            what = f"an imported layer has form {told['form']}, and this version reads form {FORM}"
            raise RecordError(what, where=folder.name, remedy=remedy)
        return Layer(
            folder=folder,
            id=folder.name,
            number=int(told["number"]),
            title=str(told["title"]),
            kind=str(told["kind"]),
            publisher=str(told["publisher"]),
            release=str(told["release"]),
            published=date.fromisoformat(told["published"]) if told["published"] else None,
            file=str(told["file"]["name"]),
            sha256=str(told["file"]["sha256"]),
            address=str(told["file"]["address"]),
            made_at=str(told["made_at"]),
            tables={str(name): str(one["sha256"]) for name, one in told["tables"].items()},
            rows={str(name): int(one["rows"]) for name, one in told["tables"].items()},
            accepted=tuple(told["accepted"]),
            left_out=tuple(told["left_out"]),
            told=told,
        )
    except RecordError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        what = f"an imported layer is damaged: {DESCRIPTOR} cannot be read ({fault!r})"
        raise RecordError(what, where=folder.name, remedy=remedy) from None
