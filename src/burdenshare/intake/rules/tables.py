"""The tables of a record as one value, so that rules can run on any: packaged, with layers, with a delivery over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from burdenshare.record import schema, tables
from burdenshare.record.layers import Layer
from burdenshare.record.macro import KEY, whole_table
from burdenshare.record.tables import PLACE, Row, laid_over

if TYPE_CHECKING:
    from polars import DataFrame

Delivered = Mapping[str, Sequence[Row]]
"""Rows by the path of their table, all as text."""


@dataclass(frozen=True, slots=True)
class Tables:
    """`csv`: rows by table, as text; `macro`: the vintages, typed. Rows that have a place name it in `PLACE`."""

    csv: Mapping[str, Sequence[Row]]
    macro: DataFrame

    def rows(self, path: str) -> Sequence[Row]:
        """The rows of a CSV table; none where this record lacks it."""
        return self.csv.get(path, ())

    def over(self, delivered: Delivered) -> Tables:
        """These tables with `delivered` laid over them: each row in the place of the one with its key, or behind."""
        csv = dict(self.csv)
        for path, rows in delivered.items():
            if path != schema.MACRO:
                csv[path] = laid_over(self.rows(path), rows, schema.BY_PATH[path].key)
        vintages = delivered.get(schema.MACRO)
        return replace(self, csv=csv, macro=_laid_over(self.macro, vintages) if vintages else self.macro)


def of_record(root: Path | None = None, layers: Sequence[Layer] | None = None) -> Tables:
    """The tables of the packaged record with its layers (those of this process, or `layers`), or of one below `root`.

    Raises RecordError naming what is damaged.
    """
    csv = {
        one.path: tables.rows(one.path, root=root, layers=layers) for one in schema.TABLES if one.path != schema.MACRO
    }
    over = tables.macro_layers(root=root, layers=layers)
    return Tables(csv, whole_table(tables.macro_path(root=root), over))


def frame_of(rows: Sequence[Row]) -> DataFrame:
    """Rows of the macroeconomic table, as text, typed as the packaged one is. Raises ValueError for a wrong type."""
    import polars as pl

    names = [*schema.BY_PATH[schema.MACRO].header, PLACE]
    text = pl.DataFrame(
        {name: [row.get(name, "") for row in rows] for name in names}, schema=dict.fromkeys(names, pl.String)
    )
    try:
        return text.with_columns(
            pl.col("year").cast(pl.Int32), pl.col("value").cast(pl.Float64), pl.col("projection") == "true"
        )
    except pl.exceptions.PolarsError as fault:
        raise ValueError(f"not the types of {schema.MACRO} ({str(fault).splitlines()[0]})") from None


def _laid_over(held: DataFrame, rows: Sequence[Row]) -> DataFrame:
    import polars as pl

    added = frame_of(rows).select(held.columns)
    return pl.concat([held.join(added, on=KEY, how="anti", maintain_order="left"), added])
