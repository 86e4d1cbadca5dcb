"""PDF: the text layer of the pages. Scanned pages have none, and that is said; nothing is recognised from pictures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

from burdenshare.errors import DocumentError
from burdenshare.reading.datelines import dateline
from burdenshare.reading.documents.pdf_lines import text_of
from burdenshare.reading.documents.sources import MOST_BYTES
from burdenshare.reading.model import Document

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES = 1500
"""The longest white papers and hearings have some hundreds."""

FEWEST_LETTERS = 20
"""A page with fewer is a picture, perhaps with a number below it."""

RECOGNISE = "run it through text recognition first, such as `ocrmypdf in.pdf out.pdf`"

_ONE_AT_A_TIME = Lock()  # PDFium may not be called from two threads at once
_PASSWORD, _SECURITY = 4, 5  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY of PDFium's fpdfview.h
_NO_TITLE = re.compile(r"microsoft (?:word|powerpoint)|untitled|\.(?:docx?|pptx?|indd|pdf|tmp|qxd)\b", re.IGNORECASE)
_MADE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def pdf_document(data: bytes, where: str) -> Document:
    """The text layer of a PDF with the title and author its information tells. Raises DocumentError.

    The day it was made is told in a note and not taken for the day of the text: files are made anew years later.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with _ONE_AT_A_TIME, PdfDocument(data) as pdf:
            pages = _pages(pdf, where)
            about = pdf.get_metadata_dict()
    except PdfiumError as fault:
        raise _closed(fault.err_code, where) from None
    document = Document(id="", text=_text(pages, where), author=_told(about, "Author"))
    title = _told(about, "Title")
    notes = [*_scanned(pages), *([] if dateline(document.text) else _made_on(about))]
    return replace(document, title="" if _NO_TITLE.search(title) else title, notes=tuple(notes))


def _pages(pdf: PdfDocument, where: str) -> list[str]:
    """The text of each page as PDFium gives it, in order. Raises DocumentError where there is too much of it."""
    if len(pdf) > MOST_PAGES:
        raise DocumentError(f"more than {MOST_PAGES:,} pages", where=where, remedy="give the pages that matter")
    texts: list[str] = []
    length = 0
    for number in range(len(pdf)):
        page = pdf[number]
        text = page.get_textpage().get_text_bounded()
        page.close()
        length += len(text)
        if length > MOST_BYTES:
            raise DocumentError("more text than a book holds", where=where, remedy="give the pages that matter")
        texts.append(text)
    return texts


def _text(pages: Sequence[str], where: str) -> str:
    if not any(map(_has_text, pages)):
        plural = "s" * (len(pages) != 1)
        what = f"a PDF without text: {len(pages)} page{plural}, scanned or drawn"
        raise DocumentError(what, where=where, remedy=RECOGNISE)
    return text_of(pages)


def _has_text(page: str) -> bool:
    return sum(map(str.isalpha, page)) >= FEWEST_LETTERS


def _scanned(pages: Sequence[str]) -> list[str]:
    """Which pages were not read, where some have a text layer and others none."""
    without = [str(number) for number, page in enumerate(pages, start=1) if not any(map(str.isalpha, page))]
    if not without:
        return []
    shown = ", ".join(without[:10]) + (", …" if len(without) > 10 else "")
    return [f"{len(without)} of {len(pages)} pages have no text and were not read ({shown}); {RECOGNISE}"]


def _made_on(about: dict[str, str]) -> list[str]:
    found = _MADE.match(about.get("CreationDate", ""))
    try:
        day = date(*map(int, found.groups())) if found else None
    except ValueError:
        day = None
    if day is None:
        return []
    return [
        f"the PDF was made on {day.isoformat()}, which need not be the day of its text; if it is, give it with --on"
    ]


def _told(about: dict[str, str], field: str) -> str:
    return " ".join(about.get(field, "").replace("\x00", "").split())


def _closed(code: int | None, where: str) -> DocumentError:
    """Why PDFium does not open a file, as one line."""
    if code in (_PASSWORD, _SECURITY):
        return DocumentError("an encrypted PDF", where=where, remedy="save a copy without its password")
    return DocumentError("a damaged PDF", where=where, remedy="open it in a viewer and save it anew")
