"""The files that a data set is made from, as they stood when its run began: `sources.jsonl`."""

from __future__ import annotations

import json
from collections.abc import Mapping

from burdenshare.corpus.manifest import BESIDE
from burdenshare.corpus.model import File
from burdenshare.corpus.storage import Storage
from burdenshare.errors import InputError

NAME = "sources.jsonl"
MOST_TOLD = 3


def keep(storage: Storage, files: Mapping[str, File]) -> None:
    """Keep path, length and stamp of each file."""
    lines = (json.dumps({"path": path, "size": one.size, "stamp": one.stamp}) for path, one in files.items())
    storage.write(NAME, "".join(f"{line}\n" for line in lines).encode())


def refuse_changed(storage: Storage, files: Mapping[str, File]) -> None:
    """Raise InputError, naming the first of them, where files have come, gone or changed since the run began."""
    then = _kept(storage)
    now = {path: (one.size, one.stamp) for path, one in files.items()}
    told = [
        *(f"{path} has changed" for path in then if path in now and now[path] != then[path]),
        *(f"{path} is gone" for path in then if path not in now),
        *(f"{path} has come" for path in now if path not in then),
    ]
    if told:
        more = f" and {len(told) - MOST_TOLD} more" if len(told) > MOST_TOLD else ""
        what = f"was begun on other sources: {', '.join(told[:MOST_TOLD])}{more}"
        raise InputError(what, where=storage.place, remedy=BESIDE)


def _kept(storage: Storage) -> dict[str, tuple[int, str]]:
    content = storage.read(NAME)
    try:
        rows = [json.loads(line) for line in (content or b"").splitlines()]
        return {row["path"]: (row["size"], row["stamp"]) for row in rows}
    except (ValueError, KeyError, TypeError):
        raise InputError("is damaged", where=storage.address(NAME), remedy="start elsewhere") from None
