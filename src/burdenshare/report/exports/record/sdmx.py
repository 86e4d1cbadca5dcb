"""The record's series as SDMX-CSV 2.0: one file a dataflow, its code lists as CSV, and a note of the structure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any

from burdenshare.record.exchange.dataflows import (
    ACTION,
    AGENCY,
    DATAFLOWS,
    REFERENCES,
    VERSION,
    Component,
    Dataflow,
    codes_of,
)
from burdenshare.record.exchange.forms import LAYER, NOTHING, STRUCTURE, RecordForm
from burdenshare.record.exchange.periods import to_sdmx
from burdenshare.record.tables import PLACE
from burdenshare.record.whole import Whole, csv_bytes
from burdenshare.report.exports.record.held import Held
from burdenshare.report.exports.record.package import README, json_bytes

Codes = Mapping[str, Mapping[str, str]]
"""Code list to word of the record to its code."""

LISTS = "codelists"
_STRUCTURE = ("STRUCTURE", "STRUCTURE_ID", "ACTION")
_NOTE = """# Series of burdenshare's record as SDMX-CSV 2.0

Edition {edition}, version {version}. Each `.csv` file is one dataflow of the agency {agency}; `structure.json` tells
what its columns mean, which column of the record each carries, and pins every file by its sha256.

- Codes stand in `codelists/`: `id` is the code, `name` the word of the record. `{nothing}` is a dimension that does
  not apply.
- `references/` holds the releases and the sources that the rows name.
- `OBS_VALUE` keeps the digits that were printed: `2.0` is not `2`.
- Spans are written by their first day and length (`2022-01-24/P1619D`); one from a day to a year stays as it is.
- Each release is a dimension: figures of different releases are different observations, never mixed.
"""


def sdmx_files(record: Held) -> dict[str, bytes]:
    """The files by their paths, the note of the structure first."""
    codes = _codes(record)
    lists = {f"{LISTS}/{name}.csv": _list(words) for name, words in codes.items()}
    flows = {flow.file: _flow(flow, record.tables[flow.table], codes) for flow in DATAFLOWS}
    beside = {
        _reference(path): csv_bytes(record.tables[path].columns, record.tables[path].lines) for path in REFERENCES
    }
    told = {
        **record.told(RecordForm.SDMX),
        "agency": AGENCY,
        "dataflows": [_told(flow, record.tables[flow.table], flows[flow.file]) for flow in DATAFLOWS],
        "references": [
            {"id": path, "table": path, **_counted(record.tables[path]), **_pin(name, beside[name])}
            for path, name in zip(REFERENCES, beside, strict=True)
        ],
        "codelists": [{"id": name.split("/")[1].removesuffix(".csv"), **_pin(name, lists[name])} for name in lists],
    }
    note = _NOTE.format(edition=record.edition, version=record.version, agency=AGENCY, nothing=NOTHING)
    return {STRUCTURE: json_bytes(told), README: note.encode("utf-8"), **flows, **lists, **beside}


def _reference(path: str) -> str:
    return f"references/{path.rsplit('/', 1)[-1]}"


def _counted(table: Whole) -> dict[str, Any]:
    return {"rows": len(table.lines), "digest": f"sha256:{table.digest}"}


def _codes(record: Held) -> Codes:
    words: dict[str, set[str]] = {}
    for flow in DATAFLOWS:
        table = record.tables[flow.table]
        for one in flow.components:
            if one.codes:
                place = table.columns.index(one.column)
                words.setdefault(one.codes, set()).update(line[place] for line in table.lines)
    return {name: codes_of(words[name]) for name in sorted(words)}


def _list(words: Mapping[str, str]) -> bytes:
    return csv_bytes(("id", "name"), sorted((code, word) for word, code in words.items()))


def _flow(flow: Dataflow, table: Whole, codes: Codes) -> bytes:
    writers = [_writer(one, table, codes) for one in flow.components]
    head = [*_STRUCTURE, *(one.id for one in flow.components)]
    begin = ("dataflow", flow.reference, ACTION)
    lines = [[*begin, *(write(line) for write in writers)] for line in table.lines]
    if table.origins:
        head += [LAYER.upper(), PLACE.upper()]
        lines = [[*line, *origin] for line, origin in zip(lines, table.origins, strict=True)]
    return csv_bytes(head, lines)


def _writer(one: Component, table: Whole, codes: Codes) -> Callable[[tuple[str, ...]], str]:
    """How a component is written from a line of the table."""
    if not one.column:
        return lambda line: one.constant
    place = table.columns.index(one.column)
    if one.flags is not None:
        flags = {"true": one.flags[0], "false": one.flags[1]}
        return lambda line: flags[line[place]]
    if one.codes:
        known = codes[one.codes]
        return lambda line: known[line[place]] if line[place] else NOTHING
    if one.role == "time":
        return lambda line: to_sdmx(line[place])
    return lambda line: line[place]


def _told(flow: Dataflow, table: Whole, raw: bytes) -> dict[str, Any]:
    return {
        "id": flow.id,
        "version": VERSION,
        "title": flow.title,
        "table": flow.table,
        **_counted(table),
        **_pin(flow.file, raw),
        "components": [_component(one) for one in flow.components],
    }


def _component(one: Component) -> dict[str, Any]:
    told: dict[str, Any] = {"id": one.id, "role": one.role, "meaning": one.about}
    told |= {"column": one.column} if one.column else {"constant": one.constant}
    return {**told, "codelist": one.codes} if one.codes else told


def _pin(name: str, raw: bytes) -> dict[str, Any]:
    return {"file": name, "bytes": len(raw), "hash": f"sha256:{sha256(raw).hexdigest()}"}
