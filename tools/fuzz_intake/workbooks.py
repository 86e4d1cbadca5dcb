"""Workbooks written by hand, so that every part of them can be damaged."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

Cell = str | float | None
Sheet = Sequence[Sequence[Cell]]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
EARLIEST = (2026, 1, 1, 0, 0, 0)
"""When every part says it was written, so that the same cells give the same bytes."""


def parts(sheets: Mapping[str, Sheet]) -> dict[str, bytes]:
    """The parts of a workbook with those sheets, by their path."""
    numbered = list(enumerate(sheets.items(), 1))
    links = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n, _ in numbered
    )
    names = "".join(f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="r{n}"/>' for n, (name, _) in numbered)
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPE}.worksheet+xml"/>' for n, _ in numbered
    )
    return {
        "[Content_Types].xml": _xml(
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>{types}</Types>'
        ),
        "_rels/.rels": _xml(
            f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": _xml(f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{names}</sheets></workbook>'),
        "xl/_rels/workbook.xml.rels": _xml(f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'),
        **{f"xl/worksheets/sheet{n}.xml": _sheet(rows) for n, (_, rows) in numbered},
    }


def packed(held: Mapping[str, bytes]) -> bytes:
    """Parts as an archive: the same parts give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in held.items():
            archive.writestr(zipfile.ZipInfo(name, EARLIEST), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def workbook(sheets: Mapping[str, Sheet]) -> bytes:
    """A workbook with those sheets."""
    return packed(parts(sheets))


def _sheet(rows: Sheet) -> bytes:
    lines = (
        f'<row r="{number}">{"".join(_cell(one, _letters(spot), number) for spot, one in enumerate(row))}</row>'
        for number, row in enumerate(rows, 1)
    )
    return _xml(f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>')


def _cell(one: Cell, column: str, number: int) -> str:
    if one is None or one == "":
        return ""
    if isinstance(one, str):
        return f'<c r="{column}{number}" t="inlineStr"><is><t>{escape(one)}</t></is></c>'
    return f'<c r="{column}{number}"><v>{one!r}</v></c>'


def _letters(spot: int) -> str:
    text, spot = "", spot + 1
    while spot:
        spot, rest = divmod(spot - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _xml(body: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}'.encode()
