"""Whole tables as text: what a user's record holds, corrections applied and layers laid in, row by row.

This is what an export writes and what an import is held against. The macroeconomic vintages, packed as typed columns,
are given as text like all others.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from burdenshare.record import tables
from burdenshare.record.layers import Layer, standing
from burdenshare.record.typed import plain_number

if TYPE_CHECKING:
    from polars import DataFrame

Line = tuple[str, ...]
"""The declared columns of a row, in their order."""


@dataclass(frozen=True, slots=True)
class Whole:
    """One table. `origins` has for each row the id of its layer and its place, both empty for a packaged one; it is
    empty altogether where no layer holds rows of the table."""

    path: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    lines: tuple[Line, ...]
    origins: tuple[tuple[str, str], ...] = ()

    @property
    def digest(self) -> str:
        """The sha256 of the declared columns as CSV: equal for equal tables, whatever form they travelled in."""
        return sha256(csv_bytes(self.columns, self.lines)).hexdigest()


def whole(name: str, *, root: Path | None = None, layers: Sequence[Layer] | None = None) -> Whole:
    """A table by its path, with the layers of this process or those given. Raises RecordError."""
    over = layers if layers is not None else standing() if root is None else ()
    declared = {one["path"]: one for one in tables.resources(root=root)}[name]["schema"]
    columns = tuple(str(field["name"]) for field in declared["fields"])
    key = tuple(declared["primaryKey"])
    rows = _macro(root, over) if name == tables.MACRO else _rows(name, root, over, key)
    lines = tuple(tuple(row[column] for column in columns) for row in rows)
    origins = tuple((row.get(_LAYER, ""), row.get(tables.PLACE, "")) for row in rows)
    return Whole(name, columns, key, lines, origins if any(name in one.tables for one in over) else ())


def csv_bytes(columns: Iterable[str], lines: Iterable[Sequence[str]]) -> bytes:
    """Rows as the packaged tables are written: UTF-8, a header, line feeds."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(list(columns))
    writer.writerows(lines)
    return out.getvalue().encode("utf-8")


_LAYER = "layer"


def _rows(name: str, root: Path | None, over: Sequence[Layer], key: Sequence[str]) -> list[tables.Row]:
    rows = tables.rows(name, root=root, layers=())
    for layer in over:
        added = [{**row, _LAYER: layer.id} for row in tables.of_layer(layer, name)]
        rows = tables.laid_over(rows, added, key) if added else rows
    return rows


def _macro(root: Path | None, over: Sequence[Layer]) -> list[tables.Row]:
    import polars  # costs 90 ms to import: only where the vintages are asked for

    rows = macro_rows(polars.read_parquet(tables.macro_path(root=root)))
    key = tables.key_of(tables.MACRO, root=root)
    for layer in over:
        raw = layer.read(tables.MACRO)
        if raw is None:
            continue
        added = macro_rows(polars.read_parquet(io.BytesIO(raw)))
        for row in added:
            row |= {_LAYER: layer.id, tables.PLACE: f"{layer.file}: {row[tables.PLACE]}"}
        rows = tables.laid_over(rows, added, key)
    return rows


def macro_rows(frame: DataFrame) -> list[tables.Row]:
    """The vintages' typed columns as text, the numbers in their plain digits."""
    columns = {name: _texts(frame[name].to_list()) for name in frame.columns}
    return [dict(zip(columns, line, strict=True)) for line in zip(*columns.values(), strict=True)]


def _texts(values: list[Any]) -> list[str]:
    """Each text made once: most columns repeat a few of them two hundred thousand times."""
    known: dict[Any, str] = {}
    return [known[one] if one in known else known.setdefault(one, _text(one)) for one in values]


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return plain_number(value)
    return "" if value is None else str(value)
