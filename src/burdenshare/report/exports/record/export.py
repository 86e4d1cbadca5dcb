"""The door: the record to a file or a folder in a chosen form, written whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from burdenshare.errors import UnknownNameError
from burdenshare.record.exchange.dataflows import DATAFLOWS, REFERENCES
from burdenshare.record.exchange.forms import FOLDERS, RecordForm
from burdenshare.record.layers import Layer
from burdenshare.report.exports.record import writing
from burdenshare.report.exports.record.held import Held, held
from burdenshare.report.exports.writing import writable, write_files

ARCHIVE = ".zip"


@dataclass(frozen=True, slots=True)
class ExportedRecord:
    """What was written: the files, or the one folder or archive, and how many tables and rows they hold."""

    form: RecordForm
    targets: tuple[Path, ...]
    tables: int
    rows: int
    version: str
    edition: str


def export_record(
    out: str | Path,
    to: str,
    *,
    root: Path | None = None,
    layers: Sequence[Layer] | None = None,
    force: bool = False,
) -> ExportedRecord:
    """Write the whole record to `out` as `csv`, `parquet`, `sqlite`, `duckdb` or `sdmx`, with its layers laid in.

    `csv` and `parquet` are Frictionless packages; these and `sdmx` are folders, or archives where `out` ends in `.zip`.
    The record is the packaged one with the layers of this process or those given, or the one below `root`. Raises
    UnknownNameError (no such form), RecordError (a damaged record) and OutputError (the target exists and `force` is
    not set, it cannot be written, or the package duckdb is missing).
    """
    form, target = record_form(to), Path(out)
    folder = form in FOLDERS and target.suffix.lower() != ARCHIVE
    if folder:
        writing.replaceable(target, force=force)
    else:
        writable(target, force=force)
    record = held(root=root, layers=layers)
    if folder:
        writing.write_folder(target, _files(record, form), force=force)
        return _told(record, form, (target,))
    made = _single(record, form, target)
    write_files(made, force=force)
    return _told(record, form, tuple(made))


def record_form(name: str) -> RecordForm:
    """The form of that name. Raises UnknownNameError."""
    if name not in list(RecordForm):
        raise UnknownNameError("form of a record", name, list(RecordForm), where="--to")
    return RecordForm(name)


def _files(record: Held, form: RecordForm) -> dict[str, bytes]:
    if form is RecordForm.SDMX:
        from burdenshare.report.exports.record.sdmx import sdmx_files

        return sdmx_files(record)
    from burdenshare.report.exports.record.package import package

    return package(record, form)


def _single(record: Held, form: RecordForm, target: Path) -> dict[Path, bytes]:
    if form is RecordForm.SQLITE:
        from burdenshare.report.exports.record.sqlite import sqlite_files

        return sqlite_files(record, target)
    if form is RecordForm.DUCKDB:
        from burdenshare.report.exports.record.duck import duckdb_file

        return {target: duckdb_file(record)}
    return {target: writing.archive(_files(record, form))}


def _told(record: Held, form: RecordForm, targets: tuple[Path, ...]) -> ExportedRecord:
    carried = {*REFERENCES, *(flow.table for flow in DATAFLOWS)} if form is RecordForm.SDMX else set(record.tables)
    rows = sum(len(record.tables[path].lines) for path in carried)
    return ExportedRecord(form, targets, len(carried), rows, record.version, record.edition)
