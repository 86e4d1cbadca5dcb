"""The steps of the build, each usable from tests."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import polars as pl

from burdenshare.record import schema
from burdenshare.record.sources import matcher
from burdenshare.record.tables import DESCRIPTOR, macro_path, rows
from tools.build_record import assemble, assertions, catalogue, descriptor, licences, native

ROOT = Path(__file__).resolve().parents[2]
PACKAGED = ROOT / "src" / "burdenshare" / "data"
LICENCES = ROOT / "DATA_LICENSES.md"
CATALOGUE = ROOT / "docs" / "data-catalogue.md"


def build(source: Path, out: Path, *, drop_unclear: bool = False, amended: bool = False) -> None:
    """Write every table and the descriptor below the empty folder `out`, then run all assertions on them.

    `amended`: `source` is a packaged record whose tables were written to, without the official files beside it.
    """
    tables = assemble.assemble(source, drop_unclear=drop_unclear)
    parsed = {path: assemble.read_csv(raw) for path, raw in tables.items() if path.endswith(".csv")}
    classes = [name for name, _ in licences.CLASSES if not (drop_unclear and name == "unclear")]
    files = {**tables, DESCRIPTOR: descriptor.describe(tables, parsed, classes)}
    for path, raw in files.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(raw)
    assertions.refuse_broken(out, complete=not drop_unclear)
    if not amended:
        assertions.refuse(native.faults(out, source))


def publish(built: Path, out: Path) -> None:
    """Copy a checked build over `out`, descriptor last, so that a broken copy is noticed by its hashes."""
    for path in [*(one.path for one in schema.TABLES), DESCRIPTOR]:
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(built / path, out / path)


def rows_by_source(root: Path) -> Counter[str]:
    """How many rows each source of `sources.csv` gave."""
    sources = rows("sources.csv", root=root)
    counts: Counter[str] = Counter()
    for path in sorted({one["table"] for one in sources} - {schema.MACRO}):
        match = matcher(sources, path)
        counts.update(found.source for row in rows(path, root=root) if (found := match(row)))
    match = matcher(sources, schema.MACRO)
    kinds = pl.read_parquet(macro_path(root=root)).group_by("source", "indicator").len()
    for kind in kinds.iter_rows(named=True):
        if found := match(kind):
            counts[found.source] += kind["len"]
    return counts


def licences_text(root: Path) -> str:
    """DATA_LICENSES.md for the record at `root`."""
    return licences.render(rows("sources.csv", root=root), rows_by_source(root))


def write_documents(root: Path) -> None:
    """Regenerate what is generated from the record beside it."""
    LICENCES.write_text(licences_text(root), encoding="utf-8")
    CATALOGUE.write_text(catalogue.refresh(CATALOGUE.read_text(encoding="utf-8"), root), encoding="utf-8")
