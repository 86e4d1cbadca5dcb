"""The packaged tables, read as text and never without their hash.

Every table's sha256 is pinned in `data/datapackage.json`; a table is read only if it still has it. Raw rows are what
the sources gave; the corrections of `data/corrections.csv` are laid over them here, each with the value it expects to
find, so that a correction can never hit a row that has meanwhile changed.

Over the packaged tables lie the user's own layers (`layers.py`). Where no `root` is named every function here speaks of
the record with the layers of this process, or with those that are given; below a `root` there are none.

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
from burdenshare.record.layers import Layer, standing

PACKAGED = Path(__file__).resolve().parent.parent / "data"
MACRO = "macro/macro.parquet"
CORRECTIONS = "corrections.csv"
DESCRIPTOR = "datapackage.json"
PLACE = "place_in_file"
"""Column of a layer's table beside the declared ones: where the row stood in its file, such as `TABLE3!D12`. No table
declares a column of this name: events and troops have a `place` of their own, which is another thing."""
REINSTALL = "the installed record is not the one that was built: reinstall burdenshare"

Row = dict[str, str]


def rows(name: str, *, root: Path | None = None, layers: Sequence[Layer] | None = None) -> list[Row]:
    """All rows of one CSV table as text: the packaged ones in file order, corrections applied, then what layers add.

    `name` is the path below the data folder (`nato/expenditure.csv`). A row of a layer takes the place of a packaged
    one of the same key; it alone has the key `PLACE`, the cell of the file in which it stood. Raises `RecordError` for
    an unknown, missing or damaged table and for a correction that no longer fits.
    """
    table = _read_csv(name, root)
    if name != CORRECTIONS:
        fixes = [fix for fix in _read_csv(CORRECTIONS, root) if fix["table"] == name]
        apply_corrections(name, table, fixes)
    added = [row for layer in _over(root, layers) for row in of_layer(layer, name)]
    return laid_over(table, added, key_of(name, root=root)) if added else table


def laid_over(table: Sequence[Row], added: Sequence[Row], key: Sequence[str]) -> list[Row]:
    """`table` with the rows of `added`: each in the place of the row that has its key, or behind."""
    merged = {tuple(row[name] for name in key): row for row in table}
    merged.update((tuple(row[name] for name in key), row) for row in added)
    return list(merged.values())


def of_layer(layer: Layer, name: str) -> list[Row]:
    """The rows of one layer's CSV table, each with its `PLACE`; none where it has no such table. Raises RecordError."""
    raw = layer.read(name)
    if raw is None:
        return []
    try:
        found = _parsed(raw)
        for row in found:
            row[PLACE] = f"{layer.file}: {row[PLACE]}"
        return found
    except (KeyError, UnicodeDecodeError, ValueError, StopIteration) as fault:
        raise layer.damaged(f"{name} is no table ({fault})") from None


def key_of(name: str, *, root: Path | None = None) -> tuple[str, ...]:
    """The columns whose values name one row of a table."""
    for one in resources(root=root):
        if one["path"] == name:
            return tuple(one["schema"]["primaryKey"])
    raise RecordError("no such table in this record", where=name, remedy=f"see {DESCRIPTOR} for their names")


def macro_path(*, root: Path | None = None) -> Path:
    """The Parquet file of packaged macroeconomic vintages, after its hash was checked."""
    _checked_bytes(MACRO, root)
    return _folder(root) / MACRO


def macro_layers(*, root: Path | None = None, layers: Sequence[Layer] | None = None) -> tuple[tuple[str, bytes], ...]:
    """The macroeconomic tables of the layers in the order in which they were laid: name of the file, Parquet bytes."""
    found = ((layer.file, layer.read(MACRO)) for layer in _over(root, layers))
    return tuple((file, raw) for file, raw in found if raw is not None)


def table_names(*, root: Path | None = None) -> tuple[str, ...]:
    """Every table of the record, as paths below the data folder, sorted."""
    return tuple(sorted(_hashes(_folder(root))))


def resources(*, root: Path | None = None) -> tuple[dict[str, Any], ...]:
    """What the descriptor says of every table: path, title, bytes, hash and more, in its order."""
    return tuple(_descriptor(_folder(root))["resources"])


def verify(name: str, *, root: Path | None = None) -> None:
    """Raise `RecordError` unless the table is there and has its pinned sha256."""
    _checked_bytes(name, root)


def edition(*, root: Path | None = None, layers: Sequence[Layer] | None = None) -> date:
    """The newest day the record speaks for (how it is found: docs/data-catalogue.md)."""
    folder = _folder(root)
    text = str(_descriptor(folder).get("edition", ""))
    try:
        packaged = date.fromisoformat(text)
    except ValueError:
        raise RecordError(f"edition '{text}' is not a day", where=DESCRIPTOR, remedy=REINSTALL) from None
    return max([packaged, *(one.published for one in _over(root, layers) if one.published is not None)])


def record_version(*, root: Path | None = None, layers: Sequence[Layer] | None = None) -> str:
    """Twelve hexadecimal digits that change whenever any table changes, or any layer."""
    over = {f"{one.id}/{name}": digest for one in _over(root, layers) for name, digest in one.tables.items()}
    return version_of({**_hashes(_folder(root)), **over})


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


def _over(root: Path | None, layers: Sequence[Layer] | None) -> Sequence[Layer]:
    if layers is not None:
        return layers
    return standing() if root is None else ()


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
    return _parsed(_checked_bytes(name, root))


def written(header: Sequence[str], table: Sequence[Row]) -> bytes:
    """Rows as the bytes of a CSV table: UTF-8, `\\n` at the end of lines."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(header), lineterminator="\n")
    writer.writeheader()
    writer.writerows(table)
    return out.getvalue().encode("utf-8")


def _parsed(raw: bytes) -> list[Row]:
    lines = csv.reader(io.StringIO(raw.decode("utf-8"), newline=""))
    header = next(lines)
    return [dict(zip(header, line, strict=True)) for line in lines]
