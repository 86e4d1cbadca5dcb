"""Layers over a record, made for tests."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import polars as pl

from burdenshare.record import schema
from burdenshare.record.layers import DESCRIPTOR, Layer, layer_of
from burdenshare.record.tables import PLACE
from burdenshare.record.whole import csv_bytes
from tools.build_record import assemble

Rows = Sequence[Mapping[str, str]]


def make_layer(folder: Path, held: Mapping[str, Rows], *, number: int = 1, published: str | None = None) -> Layer:
    """A layer below `folder` with these rows; each row has its `PLACE`."""
    made = folder / f"{number:04}-test"
    made.mkdir(parents=True)
    told = {}
    for name, rows in held.items():
        raw = _macro(rows) if name == schema.MACRO else _csv(rows)
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_bytes(raw)
        told[name] = {"sha256": sha256(raw).hexdigest(), "rows": len(rows)}
    shape = {
        "form": 1,
        "number": number,
        "title": "Rows of a test",
        "kind": "mapping",
        "publisher": "a test",
        "release": "",
        "published": published,
        "file": {"name": "rows.csv", "sha256": "0" * 64, "address": ""},
        "made_at": "2026-11-22T10:00:00+00:00",
        "tables": told,
        "accepted": [],
        "left_out": [],
    }
    (made / DESCRIPTOR).write_text(json.dumps(shape), encoding="utf-8")
    return layer_of(made)


def _csv(rows: Rows) -> bytes:
    return csv_bytes(rows[0], [list(row.values()) for row in rows])


def _macro(rows: Rows) -> bytes:
    kinds = {"year": pl.Int32, "value": pl.Float64}
    frame = pl.DataFrame([dict(row) for row in rows])
    typed = frame.with_columns(
        *(pl.col(name).cast(kind) for name, kind in kinds.items()), pl.col("projection") == "true"
    )
    return assemble.parquet(typed)


SHARE = {
    "release": "2026-07",
    "released_on": "2026-07-07",
    "ally": "DEU",
    "year": "2026",
    "measure": "share_of_gdp",
    "price_basis": "",
    "unit": "%",
    "value": "2.80",
    "estimate": "true",
    "source": "import-0123456789ab",
    PLACE: "TABLE3!D12",
}
"""A row with a printed zero at its end, which no typed column keeps."""

VINTAGE = {
    "vintage": "WEO-2026-10",
    "published_on": "2026-10-13",
    "entity": "DEU",
    "year": "2026",
    "indicator": "inflation",
    "unit": "percent",
    "value": "0.0000125",
    "projection": "true",
    "source": "import-0123456789ab",
    PLACE: "row 7",
}

EVENT = {
    "date": "2026-11/2026-12",
    "name": 'A meeting, "small"\nand on two lines',
    "place": "Vilnius",
    "kind": "meeting",
    "source_url": "https://example.org/meeting",
    "grade": "press",
    PLACE: "row 3",
}
"""A column `place` of its own: what a layer adds must not be taken for it."""
