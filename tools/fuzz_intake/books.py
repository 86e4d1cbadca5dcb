"""A workbook as cells that can be changed, and written again as a small plain .xlsx."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from datetime import date
from xml.sax.saxutils import escape

from burdenshare.intake.grid import Sheet, Value, letters, sheets
from burdenshare.intake.model import Given

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
)
Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Raw:
    """The XML of a cell as it is to be written, for what no value can be: an error, a broken number."""

    attributes: str
    inside: str


@dataclass(slots=True)
class Page:
    """One sheet: values by row and column from 0, merged ranges and cells with formulas' errors."""

    name: str
    cells: dict[Spot, Value | Raw]
    spans: list[tuple[int, int, int, int]] = field(default_factory=list)
    errors: set[Spot] = field(default_factory=set)

    def copy(self) -> Page:
        """The same, to be changed."""
        return Page(self.name, dict(self.cells), list(self.spans), set(self.errors))

    @property
    def height(self) -> int:
        """Rows down to the last one that holds anything."""
        return max((row for row, _ in [*self.cells, *self.errors]), default=-1) + 1


@dataclass(slots=True)
class Book:
    """A workbook's sheets in order."""

    pages: list[Page]

    def copy(self) -> Book:
        """The same, to be changed."""
        return Book([page.copy() for page in self.pages])

    def page(self, name: str) -> Page:
        """The sheet of that name."""
        return next(page for page in self.pages if page.name == name)


def book_of(content: bytes) -> Book:
    """The cells of a workbook."""
    return Book([_page(sheet) for sheet in sheets(Given("undamaged.xlsx", content))])


def _page(sheet: Sheet) -> Page:
    cells: dict[Spot, Value | Raw] = {
        (row, column): value
        for row, values in enumerate(sheet.rows)
        for column, value in enumerate(values)
        if value is not None
    }
    return Page(sheet.name, cells, list(sheet.spans), set(sheet.errors))


def spot(address: str) -> Spot:
    """Row and column of `D12`, from 0."""
    found = re.fullmatch(r"([A-Z]+)(\d+)", address)
    if found is None:
        raise ValueError(address)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def written(book: Book) -> bytes:
    """The workbook as an .xlsx."""
    return Drawn(Book([])).written(book)


class Drawn:
    """Writes workbooks that are mostly one workbook: the XML of its sheets is drawn once."""

    def __init__(self, book: Book) -> None:
        self._held = [(page, _sheet(page)) for page in book.pages]

    def written(self, book: Book) -> bytes:
        """A workbook as an .xlsx."""
        count = range(1, len(book.pages) + 1)
        targets = [*(("worksheet", f"worksheets/sheet{at}.xml") for at in count), ("styles", "styles.xml")]
        parts = {
            "[Content_Types].xml": _types(len(book.pages)),
            "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
            "xl/workbook.xml": _workbook(book),
            "xl/_rels/workbook.xml.rels": _relations(targets),
            "xl/styles.xml": _STYLES,
        }
        parts |= {f"xl/worksheets/sheet{at}.xml": self._sheet(page) for at, page in enumerate(book.pages, start=1)}
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for name, text in parts.items():
                archive.writestr(zipfile.ZipInfo(name), text.encode("utf-8"))
        return stream.getvalue()

    def _sheet(self, page: Page) -> str:
        same = (
            xml
            for held, xml in self._held
            if (held.cells, held.spans, held.errors) == (page.cells, page.spans, page.errors)
        )
        return next(same, "") or _sheet(page)


def _types(count: int) -> str:
    form = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{form}.worksheet+xml"/>'
        for at in range(1, count + 1)
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{form}.sheet.main+xml"/>{sheets}</Types>'
    )


def _relations(targets: list[tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _workbook(book: Book) -> str:
    inside = "".join(
        f'<sheet name="{escape(page.name, {chr(34): "&quot;"})}" sheetId="{at}" r:id="rId{at}"/>'
        for at, page in enumerate(book.pages, start=1)
    )
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{inside}</sheets></workbook>'


def _sheet(page: Page) -> str:
    rows: dict[int, list[str]] = {}
    for at in sorted(page.cells.keys() | page.errors):
        rows.setdefault(at[0], []).append(_cell(at, page))
    body = "".join(f'<row r="{row + 1}">{"".join(cells)}</row>' for row, cells in rows.items())
    merged = "".join(
        f'<mergeCell ref="{letters(left)}{top + 1}:{letters(right)}{bottom + 1}"/>'
        for top, left, bottom, right in page.spans
    )
    behind = f'<mergeCells count="{len(page.spans)}">{merged}</mergeCells>' if merged else ""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{body}</sheetData>{behind}</worksheet>'


def _cell(at: Spot, page: Page) -> str:
    address = f"{letters(at[1])}{at[0] + 1}"
    value = page.cells.get(at)
    if at in page.errors:
        return f'<c r="{address}" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    if isinstance(value, Raw):
        return f'<c r="{address}" {value.attributes}>{value.inside}</c>'
    if isinstance(value, bool):
        return f'<c r="{address}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, date):
        return f'<c r="{address}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, str):
        return f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{address}"><v>{value!r}</v></c>'
