"""PDF: the text layer, what is told about it, and what has none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from burdenshare.errors import DocumentError
from burdenshare.reading.documents import pdf as module
from burdenshare.reading.documents.pdf import pdf_document
from burdenshare.reading.inputs import load_document
from burdenshare.reading.read import read
from burdenshare.record import Record
from tests.reading.documents.files import PROSE, written
from tests.reading.documents.pdfs import LOCKED, UNKNOWN_LOCK, pdf

STORY = [
    "Paper of 13 February 2025",
    "",
    "The alliance said on Thursday that Poland spent 4.12 percent of GDP on de-",
    "fence in 2024. Two-thirds of the members spend what they have promised (at",
    "least), and they will do so in the long run.",
]
ABOUT = "/Title (More for defence) /Author (Jane Doe) /CreationDate (D:20240101120000Z)"


def test_text_and_information(tmp_path: Path) -> None:
    document = load_document(written(tmp_path, pdf([STORY], information=ABOUT), "paper.pdf"))
    assert document.text == (
        "Paper of 13 February 2025\n\nThe alliance said on Thursday that Poland spent 4.12 percent of GDP on defence "
        "in 2024. Two-thirds of the members spend what they have promised (at least), and they will do so in the long "
        "run.\n"
    )
    assert (document.id, document.title, document.author) == ("paper", "More for defence", "Jane Doe")


def test_suffix_does_not_matter(tmp_path: Path) -> None:
    assert "4.12 percent" in load_document(written(tmp_path, pdf([STORY]), "paper.txt")).text


def test_offsets_point_into_the_text_that_is_shown(record: Record) -> None:
    reading = read(pdf_document(pdf([STORY]), "p"), record)
    assert any(statement.subject == ("POL",) for statement in reading.statements)
    for statement in reading.statements:
        assert reading.document.text[statement.span.start : statement.span.end] == statement.text


def test_day_it_was_made_is_told_and_not_taken(tmp_path: Path) -> None:
    document = load_document(written(tmp_path, pdf([[PROSE.strip()]], information=ABOUT), "a.pdf"))
    assert document.published is None
    (note,) = document.notes
    assert note.startswith("the PDF was made on 2024-01-01, which need not be the day of its text")
    dated = load_document(written(tmp_path, pdf([["13 February 2025", *STORY]], information=ABOUT), "b.pdf"))
    assert (dated.published, dated.published_from, dated.notes) == (date(2025, 2, 13), "dateline", ())


@pytest.mark.parametrize("title", ["Microsoft Word - draft_3", "budget.indd", "Untitled", "paper.PDF"])
def test_title_of_a_program_is_none(title: str) -> None:
    assert pdf_document(pdf([STORY], information=f"/Title ({title})"), "p").title == ""


def test_pages_without_text_among_others_are_told() -> None:
    document = pdf_document(pdf([STORY, [], STORY, []]), "p")
    assert document.notes[0].startswith("2 of 4 pages have no text and were not read (2, 4); run it through text rec")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf([[]]), "a PDF without text: 1 page, scanned or drawn; run it through text recognition first"),
        (pdf([[], ["2"], []]), "a PDF without text: 3 pages"),
        (pdf([STORY], lock=LOCKED), "an encrypted PDF; save a copy without its password"),
        (pdf([STORY], lock=UNKNOWN_LOCK), "an encrypted PDF"),
        (b"%PDF-1.7 and then nothing", "a damaged PDF"),
        (b"%PDF-1.4\n" + bytes(range(256)) * 40, "a damaged PDF"),
        (pdf([]), "a damaged PDF"),
        (b"no PDF at all", "a damaged PDF"),
    ],
)
def test_pdf_that_cannot_be_read_is_one_line(tmp_path: Path, data: bytes, reason: str) -> None:
    path = written(tmp_path, data, "p.pdf")
    with pytest.raises(DocumentError, match=reason) as caught:
        load_document(path)
    assert caught.value.where == str(path)
    assert "\n" not in caught.value.line()


def test_too_many_pages_and_too_much_text_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PAGES", 2)
    with pytest.raises(DocumentError, match="more than 2 pages"):
        pdf_document(pdf([STORY] * 3), "p")
    monkeypatch.setattr(module, "MOST_BYTES", 50)
    with pytest.raises(DocumentError, match="more text than a book holds"):
        pdf_document(pdf([STORY]), "p")


@pytest.mark.parametrize("at", range(20, 400, 37))
def test_cut_pdf_is_read_or_refused(at: int) -> None:
    data = pdf([STORY])
    try:
        assert "4.12" in pdf_document(data[:at] + b"\xff" * 9 + data[at + 9 :], "p").text
    except DocumentError as fault:
        assert fault.where == "p"
