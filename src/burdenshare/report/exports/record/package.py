"""The record as a Frictionless data package: CSV with every digit, or Parquet with typed columns."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from io import BytesIO
from typing import Any

from burdenshare.record.exchange.columns import Column, typed_columns
from burdenshare.record.exchange.forms import DESCRIPTOR, LAYER, RecordForm
from burdenshare.record.tables import PLACE
from burdenshare.record.whole import Whole, csv_bytes
from burdenshare.report.exports.record.held import Held

README = "README.md"

_MEDIA = {RecordForm.CSV: "text/csv", RecordForm.PARQUET: "application/vnd.apache.parquet"}
_ABOUT = {
    LAYER: "id of the import that the row came with, empty for a packaged row",
    PLACE: "where the row stood in the imported file",
}


def package(record: Held, form: RecordForm) -> dict[str, bytes]:
    """The files of the package by their paths, the descriptor first."""
    files: dict[str, bytes] = {}
    resources: list[dict[str, Any]] = []
    for path, table in record.tables.items():
        columns = typed_columns(table, record.kinds(path)) if form is RecordForm.PARQUET else None
        raw = _csv(table) if columns is None else _parquet(columns)
        name = f"{path.rsplit('.', 1)[0]}.{form.value}"
        files[name] = raw
        resources.append(_resource(record, table, form, name, raw, columns))
    told = {
        "name": "burdenshare-record-export",
        **record.told(form),
        "licenses": [{"name": "see-sources", "title": "each source states its terms", "path": "sources.csv"}],
        "resources": resources,
    }
    if form is RecordForm.PARQUET:
        told["licenses"][0]["path"] = "sources.parquet"
    return {DESCRIPTOR: json_bytes(told), README: _readme(record, form), **files}


def json_bytes(shape: object) -> bytes:
    """JSON as all descriptors are written."""
    return (json.dumps(shape, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _csv(table: Whole) -> bytes:
    if not table.origins:
        return csv_bytes(table.columns, table.lines)
    lines = [(*line, *origin) for line, origin in zip(table.lines, table.origins, strict=True)]
    return csv_bytes((*table.columns, LAYER, PLACE), lines)


def _parquet(columns: Sequence[Column]) -> bytes:
    out = BytesIO()
    polars_frame(columns).write_parquet(out, compression="zstd", compression_level=9, statistics=True)
    return out.getvalue()


def polars_frame(columns: Sequence[Column]) -> Any:
    """Typed columns as a frame of polars."""
    import polars

    kinds: Mapping[str, Any] = {
        "string": polars.String,
        "integer": polars.Int64,
        "number": polars.Float64,
        "boolean": polars.Boolean,
        "date": polars.Date,
    }
    return polars.DataFrame([polars.Series(one.name, one.values, kinds[one.kind], strict=True) for one in columns])


def _resource(
    record: Held, table: Whole, form: RecordForm, name: str, raw: bytes, columns: Sequence[Column] | None
) -> dict[str, Any]:
    described = record.described[table.path]
    kept = {key: described[key] for key in ("sources", "licenses") if key in described}
    return {
        "name": described["name"],
        "type": "table",
        "path": name,
        "title": described["title"],
        "scheme": "file",
        "format": form.value,
        "mediatype": _MEDIA[form],
        **({"encoding": "utf-8"} if form is RecordForm.CSV else {}),
        "bytes": len(raw),
        "hash": f"sha256:{sha256(raw).hexdigest()}",
        "table": table.path,
        "rows": len(table.lines),
        "digest": f"sha256:{table.digest}",
        "schema": {**described["schema"], "fields": _fields(described["schema"]["fields"], table, columns)},
        **kept,
    }


def _fields(
    declared: Sequence[Mapping[str, Any]], table: Whole, columns: Sequence[Column] | None
) -> list[Mapping[str, Any]]:
    """The declared fields, and what stands beside them."""
    if columns is None:
        extra = (LAYER, PLACE) if table.origins else ()
        return [*declared, *({"name": name, "type": "string", "description": _ABOUT[name]} for name in extra)]
    known = {str(one["name"]): one for one in declared}
    return [known.get(one.name) or {"name": one.name, "type": one.kind, "description": _about(one)} for one in columns]


def _about(column: Column) -> str:
    return _ABOUT.get(column.name, "the text as it was printed, where the plain text of the value is another one")


def _readme(record: Held, form: RecordForm) -> bytes:
    rows = sum(len(one.lines) for one in record.tables.values())
    lines = [
        "# The record of burdenshare",
        "",
        f"Edition {record.edition}, version {record.version}: {len(record.tables)} tables, {rows:,} rows, as"
        f" {form.value.upper()} files.",
        f"`{DESCRIPTOR}` declares the columns, keys, sources and licences, and pins every file by its sha256.",
        "",
        "Each source has its own terms: see the table of sources before you pass rows on.",
        "`burdenshare data import` reads this back; what it does not change it says so.",
        "",
    ]
    return "\n".join(lines).encode("utf-8")
