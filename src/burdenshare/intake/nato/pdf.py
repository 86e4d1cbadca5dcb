"""NATO's press document of defence-expenditure tables: the text of its pages. Pictures of pages are not read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from burdenshare.intake.model import Asked, Delivery, Given, refused
from burdenshare.intake.nato.deliver import currency_on, delivery
from burdenshare.intake.nato.figures import Figure, printed_figure
from burdenshare.intake.nato.labels import declared
from burdenshare.intake.nato.lines import Cell
from burdenshare.intake.nato.names import names_of
from burdenshare.intake.nato.pages import part_of
from burdenshare.intake.nato.release import dated
from burdenshare.intake.nato.streams import FETCH, refuse_damaged
from burdenshare.intake.nato.tables import Reading, gather
from burdenshare.record import Record

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

KIND = "nato-pdf"
MOST_PAGES = 200
"""The release has seventeen; the annual report that holds its tables some hundred and fifty."""

MOST_TEXT = 4 * 1024 * 1024
"""Characters of all pages; the release has some sixty thousand."""

_BEGINS = b"%PDF-"
_LOOKED_AT = 1024
"""Bytes in which a PDF must begin, by its own reference."""

_ONE_AT_A_TIME = Lock()  # PDFium may not be called from two threads at once
_PASSWORD, _SECURITY = 4, 5  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY of PDFium's fpdfview.h
_MADE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
PICTURES = "its pages are pictures without text: give NATO's workbook of the same release"


def recognises(given: Given) -> bool:
    """Whether the bytes are a PDF with the words of NATO's tables, or without any words but of NATO's name for them.
    Never raises."""
    if _BEGINS not in given.content[:_LOOKED_AT]:
        return False
    try:
        text = " ".join(_pages(given)[0]).casefold()
    except Exception:  # a file that cannot be opened is none that is known; reading it will say why
        return False
    marks = declared().recognised
    if not any(map(str.isalpha, text)):
        return any(one in given.name.casefold() for one in marks["pdf_names"])
    return all(one in text for one in marks["pdf"]) and any(one in text for one in marks["nato"])


def read(given: Given, asked: Asked, record: Record) -> Delivery:
    """Every figure of the tables as printed. Raises DeliveryError with the page and line that cannot be read."""
    refuse_damaged(given)
    pages, made_on = _pages(given)
    if not any(map(str.isalpha, "".join(pages))):
        raise refused(given, "a PDF without text", remedy=PICTURES)
    told = dated(given, asked, record, pages[0].splitlines(), made_on)
    names = names_of(record)
    parts = [part_of(number, text, names.knows) for number, text in enumerate(pages, start=1)]
    reading = Reading(given, names, partial(currency_on, record, told), _printed)
    return delivery(given, record, KIND, told, gather(reading, parts), (), full=False)


def _printed(cell: Cell) -> Figure | None:
    return printed_figure(str(cell.raw))


def _pages(given: Given) -> tuple[Sequence[str], date | None]:
    """The text of each page, and the day the file was made. Raises DeliveryError."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with _ONE_AT_A_TIME, PdfDocument(given.content) as pdf:
            return _texts(given, pdf), _made_on(pdf.get_metadata_dict())
    except PdfiumError as fault:
        if fault.err_code in (_PASSWORD, _SECURITY):
            raise refused(given, "is a locked PDF", remedy="save a copy without its password") from None
        raise refused(given, "is a damaged PDF", remedy=FETCH) from None


def _texts(given: Given, pdf: PdfDocument) -> list[str]:
    if len(pdf) > MOST_PAGES:
        raise refused(given, f"has more than {MOST_PAGES} pages", remedy="give the pages with NATO's tables")
    texts: list[str] = []
    for number in range(len(pdf)):
        page = pdf[number]
        texts.append(page.get_textpage().get_text_bounded())
        page.close()
        if sum(map(len, texts)) > MOST_TEXT:
            raise refused(given, "has more text than NATO's tables", remedy="give the pages with NATO's tables")
    return texts


def _made_on(about: dict[str, str]) -> date | None:
    found = _MADE.match(about.get("CreationDate", ""))
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
