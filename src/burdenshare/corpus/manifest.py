"""What a data set is: made from what, by which program and record, and whether it is finished."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from platform import node
from secrets import token_hex
from typing import Any

import polars as pl

from burdenshare._version import __version__
from burdenshare.corpus.storage import Storage
from burdenshare.corpus.tables import GROUP, LEVEL
from burdenshare.errors import InputError
from burdenshare.report.days import today

NAME = "manifest.json"
FORM = 1
BESIDE = "finish it with the program and record that began it, or start beside it with --new-run"


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for. It is part of what the data set is."""

    on_field: str | None = None
    with_text: bool = False

    def __str__(self) -> str:
        """As they are asked for."""
        named = f"--on-field {self.on_field}" if self.on_field else ""
        return " ".join(one for one in (named, "--with-text" if self.with_text else "") if one) or "none"


@dataclass(frozen=True, slots=True)
class Manifest:
    """One data set. `today`: the day on which it was begun, after which no text may be dated; `run`: the name of what
    is kept beside it, until it is finished. `parts` has the sha256 of every file, `rows` the number of rows of every
    table, once it is."""

    code: str
    record: str
    edition: str
    writer: str
    plan: str
    shards: int
    sources: tuple[str, ...]
    options: Options
    today: str
    run: str = ""
    finished: bool = False
    rows: Mapping[str, int] = field(default_factory=dict)
    fates: Mapping[str, int] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)

    def content(self) -> bytes:
        """As it is kept: the same values give the same bytes."""
        return (
            json.dumps({"form": FORM, **asdict(self)}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        ).encode()


def writer() -> str:
    """Who writes the Parquet files, and how."""
    return f"polars {pl.__version__}, zstd {LEVEL}, {GROUP} rows a group"


def begun(record: str, edition: str, plan: str, shards: int, sources: tuple[str, ...], options: Options) -> Manifest:
    """The manifest of a run that begins here and now."""
    now = today().isoformat()
    return Manifest(__version__, record, edition, writer(), plan, shards, sources, options, now, token_hex(8))


def held(storage: Storage) -> Manifest | None:
    """The manifest of a data set, None where there is none. Raises InputError: damaged, or of another form."""
    content = storage.read(NAME)
    if content is None:
        return None
    try:
        found: dict[str, Any] = json.loads(content)
        if found.pop("form") != FORM:
            raise ValueError("another form")
        found["options"] = Options(**found["options"])
        found["sources"] = tuple(found["sources"])
        return Manifest(**found)
    except (ValueError, KeyError, TypeError) as fault:
        raise InputError(f"has a damaged manifest ({fault})", where=storage.place, remedy="start elsewhere") from None


def refuse_other(kept: Manifest, now: Manifest, where: str) -> None:
    """Raise InputError where a run that goes on would not be the one that began."""
    told = {
        "code": "was begun by burdenshare {0}, and this is {1}",
        "record": "was begun with record {0}, and this is {1}",
        "writer": "was written by {0}, and this is {1}",
        "options": "was begun with other options ({0}; now {1})",
        "plan": "was begun on other sources: files have come, gone or changed",
    }
    for name, words in told.items():
        old, new = getattr(kept, name), getattr(now, name)
        if old != new:
            raise InputError(words.format(old, new), where=where, remedy=BESIDE)


def refuse_unlike(begun: Manifest, record: str | None) -> None:
    """Raise InputError where this process would not make what the run began: another machine of a cluster may hold
    another program, or another record (None: not needed)."""
    told = {"burdenshare": (begun.code, __version__), "a writer": (begun.writer, writer())}
    if record is not None:
        told["record"] = (begun.record, record)
    for name, (wanted, here) in told.items():
        if wanted != here:
            what = f"a worker has {name} {here}, and the run was begun with {wanted}"
            raise InputError(what, where=node(), remedy="let all machines hold the same program and record")
