"""A delivery becomes a layer in one step: written aside, brought to the disk, and then given its name.

Killed at any moment, the record is as it was or has the whole layer: a folder whose name begins with a dot counts for
nothing, and one renaming makes it count.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from secrets import token_hex
from typing import Any

from burdenshare._version import __version__
from burdenshare.errors import OutputError
from burdenshare.intake.model import Delivery, Given
from burdenshare.record import tables
from burdenshare.record.layers import DESCRIPTOR, FORM, Layer, laid, layer_of, layers_folder
from burdenshare.record.tables import MACRO, PLACE, Row

ASIDE = ".new-"
LEAVING = ".gone-"
MOST_NAMES = 1000


def lay(
    delivery: Delivery,
    given: Given,
    rows: Mapping[str, Sequence[Row]],
    *,
    accepted: Sequence[Mapping[str, str]] = (),
    summary: Mapping[str, int] | None = None,
) -> Layer:
    """Keep `rows` (by table) of `delivery` as a new layer over all others. Raises OutputError: it cannot be written."""
    folder = layers_folder()
    files = {table: _bytes(table, kept) for table, kept in rows.items() if kept}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear(folder)
        aside = folder / f"{ASIDE}{token_hex(8)}"
        number = max((one.number for one in laid(folder)), default=0) + 1
        told = _descriptor(delivery, given, rows, files, number, accepted, summary or {})
        _write(aside, {**files, DESCRIPTOR: told})
        return layer_of(_named(aside, folder, _name(delivery)))
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise OutputError(
            f"the layer cannot be kept ({reason}); nothing was changed", where=str(folder), remedy="make room there"
        ) from None


def take_off(layer: Path) -> None:
    """Remove a layer's folder: gone for every reader with one renaming, then deleted. Raises OutputError."""
    try:
        leaving = layer.with_name(f"{LEAVING}{token_hex(8)}")
        layer.rename(leaving)
        _synced(layer.parent)
        shutil.rmtree(leaving)
    except OSError as fault:
        raise OutputError(
            f"cannot be removed ({fault.strerror})", where=str(layer), remedy="see who may write there"
        ) from None


def _clear(folder: Path) -> None:
    """Delete what an interrupted import or removal has left, an hour after nobody can be at work on it any more."""
    for one in folder.iterdir():
        if one.name.startswith((ASIDE, LEAVING)) and datetime.now(UTC).timestamp() - one.stat().st_mtime > 3600:
            shutil.rmtree(one, ignore_errors=True)


def _named(aside: Path, folder: Path, name: str) -> Path:
    """Give the finished folder its name; another import may take one at the same moment, then the next is tried."""
    for number in range(1, MOST_NAMES):
        target = folder / (name if number == 1 else f"{name}-{number}")
        if target.exists():
            continue
        try:
            aside.rename(target)
        except OSError:
            if not target.exists():
                raise
            continue
        _synced(folder)
        return target
    raise OutputError(f"{MOST_NAMES} layers have this name", where=name, remedy="remove some of them")


def _name(delivery: Delivery) -> str:
    """A name for people: `nato-2026-12`, `weo-2026-10`, `kiel-31`."""
    release = re.sub(r"[^a-z0-9.-]+", "-", delivery.release.lower()).strip("-.") or delivery.kind
    publisher = re.sub(r"[^a-z0-9.-]+", "-", delivery.publisher.lower()).strip("-.") or "layer"
    return release if release.startswith(publisher) else f"{publisher}-{release}"


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all files below a new folder and bring them to the disk; what is left of a failure is removed."""
    try:
        for name, raw in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as stream:
                stream.write(raw)
                stream.flush()
                os.fsync(stream.fileno())
        for inner in {(folder / name).parent for name in files} | {folder}:
            _synced(inner)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _synced(folder: Path) -> None:
    """Bring the names in a folder to the disk, on systems that can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _descriptor(
    delivery: Delivery,
    given: Given,
    rows: Mapping[str, Sequence[Row]],
    files: Mapping[str, bytes],
    number: int,
    accepted: Sequence[Mapping[str, str]],
    summary: Mapping[str, int],
) -> bytes:
    told: dict[str, Any] = {
        "form": FORM,
        "number": number,
        "title": delivery.title,
        "kind": delivery.kind,
        "publisher": delivery.publisher,
        "release": delivery.release,
        "published": delivery.published.isoformat() if delivery.published else "",
        "file": {
            "name": given.name,
            "sha256": given.sha256,
            "bytes": len(given.content),
            "address": given.address,
        },
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "made_by": f"burdenshare {__version__}",
        "over": tables.record_version(layers=()),
        "tables": {
            table: {"sha256": sha256(raw).hexdigest(), "rows": len(rows[table])} for table, raw in files.items()
        },
        "weighed": dict(summary),
        "accepted": [dict(one) for one in accepted],
        "left_out": [{"place": one.place, "text": one.text, "reason": one.reason} for one in delivery.left_out],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _bytes(table: str, rows: Sequence[Row]) -> bytes:
    return _parquet(rows) if table == MACRO else tables.written([*_columns(table), PLACE], rows)


def _columns(table: str) -> list[str]:
    for one in tables.resources():
        if one["path"] == table:
            return [str(field["name"]) for field in one["schema"]["fields"]]
    raise KeyError(table)


def _parquet(rows: Sequence[Row]) -> bytes:
    import polars

    names = [*_columns(MACRO), PLACE]
    frame = polars.DataFrame(
        {name: [row[name] for row in rows] for name in names}, schema=dict.fromkeys(names, polars.String)
    )
    typed = frame.with_columns(
        polars.col("year").cast(polars.Int32),
        polars.col("value").cast(polars.Float64),
        polars.col("projection") == "true",
    )
    out = BytesIO()
    typed.write_parquet(out, compression="zstd", statistics=True)
    return out.getvalue()
