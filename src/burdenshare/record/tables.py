"""The packaged tables, read as text and never without their hash.

Every table's sha256 is pinned in `data/datapackage.json`; a table is read only if it still has it. Raw rows are what
the sources gave; the corrections of `data/corrections.csv` are laid over them here, each with the value it expects to
find, so that a correction can never hit a row that has meanwhile changed.

Standard library only: this module is imported by every command.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from burdenshare.errors import RecordError

PACKAGED = Path(__file__).resolve().parent.parent / "data"
MACRO = "macro/macro.parquet"
CORRECTIONS = "corrections.csv"
DESCRIPTOR = "datapackage.json"
REINSTALL = "the installed record is not the one that was built: reinstall burdenshare"

Row = dict[str, str]


def rows(name: str, *, root: Path | None = None) -> list[Row]:
    """All rows of one CSV table as text, in file order, corrections applied.

    `name` is the path below the data folder (`nato/expenditure.csv`). Raises `RecordError` for an unknown, missing or
    damaged table and for a correction that no longer fits.
    """
    table = _read_csv(name, root)
    if name != CORRECTIONS:
        fixes = [fix for fix in _read_csv(CORRECTIONS, root) if fix["table"] == name]
        apply_corrections(name, table, fixes)
    return table


def macro_path(*, root: Path | None = None) -> Path:
    """The Parquet file of macroeconomic vintages, after its hash was checked."""
    _checked_bytes(MACRO, root)
    return _folder(root) / MACRO


def table_names(*, root: Path | None = None) -> tuple[str, ...]:
    """Every table of the record, as paths below the data folder, sorted."""
    return tuple(sorted(_hashes(_folder(root))))


def resources(*, root: Path | None = None) -> tuple[dict[str, Any], ...]:
    """What the descriptor says of every table: path, title, bytes, hash and more, in its order."""
    return tuple(_descriptor(_folder(root))["resources"])


def verify(name: str, *, root: Path | None = None) -> None:
    """Raise `RecordError` unless the table is there and has its pinned sha256."""
    _checked_bytes(name, root)


def edition(*, root: Path | None = None) -> date:
    """The newest day the record speaks for (how it is found: docs/data-catalogue.md)."""
    folder = _folder(root)
    text = str(_descriptor(folder).get("edition", ""))
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RecordError(f"edition '{text}' is not a day", where=DESCRIPTOR, remedy=REINSTALL) from None


def record_version(*, root: Path | None = None) -> str:
    """Twelve hexadecimal digits that change whenever any table changes."""
    return version_of(_hashes(_folder(root)))


def version_of(hashes: dict[str, str]) -> str:
    """The record version over `{table: sha256}`: the hash of the sorted list of hashes."""
    lines = "".join(f"{name} {digest}\n" for name, digest in sorted(hashes.items()))
    return sha256(lines.encode()).hexdigest()[:12]


def apply_corrections(name: str, table: Sequence[Row], fixes: Sequence[Row]) -> None:
    """Lay `fixes` over `table` in place; each must find exactly one row that still holds its `expect`."""
    for fix in fixes:
        where = f"{CORRECTIONS} for {name} [{fix['key']}]"
        wanted = _key(fix["key"])
        hits = [row for row in table if all(row.get(column) == value for column, value in wanted.items())]
        if len(hits) != 1:
            raise RecordError(f"the key finds {len(hits)} rows, not one", where=where, remedy="mend the correction")
        found = hits[0].get(fix["column"])
        if found != fix["expect"]:
            fault = f"column '{fix['column']}' holds '{found}', the correction expects '{fix['expect']}'"
            raise RecordError(fault, where=where, remedy="drop or mend the correction")
        hits[0][fix["column"]] = fix["replace"]


def _key(text: str) -> dict[str, str]:
    """`release=2024-06|ally=FRA` as a mapping of column to value."""
    return dict(part.split("=", 1) for part in text.split("|"))


def _folder(root: Path | None) -> Path:
    return PACKAGED if root is None else Path(root)


@lru_cache(maxsize=8)
def _descriptor(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / DESCRIPTOR).read_bytes())
    except FileNotFoundError:
        raise RecordError("the record's descriptor is missing", where=DESCRIPTOR, remedy=REINSTALL) from None
    except (OSError, ValueError) as fault:
        raise RecordError(
            f"the record's descriptor cannot be read ({fault})", where=DESCRIPTOR, remedy=REINSTALL
        ) from None
    if not isinstance(found, dict):
        raise RecordError("the record's descriptor is not an object", where=DESCRIPTOR, remedy=REINSTALL)
    return found


@lru_cache(maxsize=8)
def _hashes(folder: Path) -> dict[str, str]:
    try:
        resources = _descriptor(folder)["resources"]
        return {str(one["path"]): str(one["hash"]).removeprefix("sha256:") for one in resources}
    except (KeyError, TypeError):
        raise RecordError("the record's descriptor lists no hashes", where=DESCRIPTOR, remedy=REINSTALL) from None


def _checked_bytes(name: str, root: Path | None) -> bytes:
    folder = _folder(root)
    pinned = _hashes(folder).get(name)
    if pinned is None:
        raise RecordError("no such table in this record", where=name, remedy=f"see {DESCRIPTOR} for their names")
    try:
        raw = (folder / name).read_bytes()
    except OSError as fault:
        reason = fault.strerror or "cannot be read"
        raise RecordError(f"a table of the record is missing ({reason})", where=name, remedy=REINSTALL) from None
    if sha256(raw).hexdigest() != pinned:
        raise RecordError("a table of the record is damaged: its sha256 is wrong", where=name, remedy=REINSTALL)
    return raw


def _read_csv(name: str, root: Path | None) -> list[Row]:
    if not name.endswith(".csv"):
        raise RecordError("not a CSV table", where=name, remedy="use macro_path() for the Parquet table")
    lines = csv.reader(io.StringIO(_checked_bytes(name, root).decode("utf-8"), newline=""))
    header = next(lines)
    return [dict(zip(header, line, strict=True)) for line in lines]
