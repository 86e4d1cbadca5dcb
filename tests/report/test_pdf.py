"""The PDF: every value of a report readable in it, every word of a stranger as a word, the same bytes again."""

from __future__ import annotations

import builtins
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib import import_module
from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings

import burdenshare as bs
from burdenshare.checking.model import Verdict
from burdenshare.reading.model import Document
from burdenshare.report import pdf
from burdenshare.report.pdf import pdf_of, pictures_of
from burdenshare.report.report import Report
from burdenshare.report.reviews import Review
from tests.made import reports
from tests.samples import checked_document, count

SUMS = (Verdict.CONTRADICTED, Verdict.CLOSE, Verdict.SUPPORTED)
DAY = date(2025, 6, 5)
ARTICLE = (
    "Poland led at 4.07 percent of GDP in 2024, NATO says.\n\n"
    "Mark Rutte said allies must spend 5 percent of GDP on defence by 2035."
)
HOSTILE = (
    '#read("/etc/passwd")',
    '#include "/etc/shadow"',
    "]",
    "}",
    "$x^2$",
    "\\",
    "<label>",
    "@ref",
    "*bold*",
    "`code`",
    "//",
    "/*",
    "=",
    "\x07\x1b[31m",
    "\u202eright\u202c",
    "שלום",
    "مرحبا",
    "🛡",
)


def words_of(data: bytes) -> str:
    """The words of all pages, blanks and line ends as one blank."""
    pages = pypdfium2.PdfDocument(data)
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    return " ".join(text.replace("\u200b", "").replace("\ufffe\r\n", "").split())


def titled(title: str, document: Document) -> Document:
    return replace(document, title=title, outlet="The Eastern Ledger")


@pytest.fixture(scope="module")
def report() -> Report:
    return bs.check(ARTICLE, on=DAY)


def test_every_part_can_be_read_and_found(report: Report) -> None:
    first = report.checked.checked[0].statement.id
    said = Review(first, "A. Editor", datetime(2026, 9, 1, tzinfo=UTC), "Seen in table 3.", Verdict.CLOSE)
    words = words_of(pdf_of(report.with_review(said)))
    assert ARTICLE.split("\n")[0][:20] in words
    for part in ("supported", "2025-06-05", "4.07 %", "THEN", "NOW", "PRICE", "a year", "Seen in table 3."):
        assert part in words
    assert "Reviewed by A. Editor, 2026-09-01 00:00 UTC: ≈ close in place of ✔ supported" in words
    assert report.checked.code_version in words
    assert report.checked.record_version in words
    assert report.checked.document.fingerprint.sha256 in words


def test_sources_are_links_and_marks_lead_to_their_statements(report: Report) -> None:
    data = report.to_pdf()
    assert re.search(rb"/URI ?\(https://", data)
    assert data.count(b"/Subtype /Link") + data.count(b"/Subtype/Link") > len(report.checked.checked)


def test_the_same_report_is_the_same_file(report: Report) -> None:
    assert pdf_of(report) == pdf_of(Report.from_json(report.to_json(with_text=True)))
    made = pypdfium2.PdfDocument(pdf_of(report)).get_metadata_dict()["CreationDate"]
    assert made.startswith(f"D:{report.checked.edition:%Y%m%d}")


def test_words_that_would_steer_the_template_are_words() -> None:
    text = f"Germany spent 2.1 % of GDP on defence in 2024. {' '.join(HOSTILE)} NATO has 32 members."
    words = words_of(pdf_of(bs.check(text, on=DAY)))
    for one in HOSTILE[:13]:
        assert one in words
    for shown in ("[31m", "right", "שלום", "مرحبا", "shield"):  # brackets beside Arabic are told mirrored
        assert shown in words
    assert "root:" not in words
    assert not set("\x07\x1b\u202e") & set(words)


@pytest.mark.parametrize("where", ["title", "text", "note"])
def test_hostile_words_harm_in_no_place(where: str, report: Report) -> None:
    hostile = " ".join(HOSTILE[:13])
    document = report.checked.document
    if where == "title":
        report = replace(report, checked=replace(report.checked, document=titled(hostile, document)))
    elif where == "note":
        first = report.checked.checked[0].statement.id
        report = report.with_review(Review(first, hostile, datetime(2026, 9, 1, tzinfo=UTC), hostile))
    else:
        report = bs.check(f"{hostile}\n\n{ARTICLE}", on=DAY)
    assert hostile in words_of(pdf_of(report))


@settings(max_examples=15, deadline=None)
@given(reports)
def test_no_report_whatever_its_words_fails(made: Report) -> None:
    summed = tuple(one for one in made.checked.arithmetic if one.verdict in SUMS)
    whole = replace(made, checked=replace(made.checked, arithmetic=summed))
    assert pdf_of(whole).startswith(b"%PDF-")


@pytest.mark.parametrize("amount", [0, 1, 80])
def test_few_and_many_statements(amount: int) -> None:
    checked = replace(checked_document(), checked=(count(),) * amount, arithmetic=())
    words = words_of(pdf_of(Report(checked)))
    assert f"{amount} statement" in words
    assert words.count("“A total of 23 of the 32 members met the guideline of 2 %") >= amount


def test_a_report_without_its_text_says_so(report: Report) -> None:
    words = words_of(pdf_of(report.without_text()))
    assert "was saved without the text" in words
    assert "NATO says." not in words


def test_a_long_word_stays_on_the_paper() -> None:
    long = "x" * 400
    page = pypdfium2.PdfDocument(pdf_of(bs.check(f"{ARTICLE} {long}", on=DAY)))[0]
    text = page.get_textpage()
    assert all(text.get_charbox(at)[2] <= page.get_width() for at in range(text.count_chars()))


def test_several_reports_each_begin_a_page(report: Report) -> None:
    alone = len(pypdfium2.PdfDocument(pdf_of(report)))
    both = pypdfium2.PdfDocument(pdf_of(report, report))
    assert len(both) == 2 * alone
    assert both.get_metadata_dict()["Title"] == "2 checked articles"


def test_no_report_is_told_in_one_line() -> None:
    with pytest.raises(bs.InputError, match="there is no report to print"):
        pdf_of()


def test_pages_can_be_looked_at(report: Report) -> None:
    assert all(one.startswith(b"\x89PNG") for one in pictures_of(report))


def test_missing_typst_is_told_in_one_line(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    def without(name: str) -> Any:
        if name == "typst":
            raise ModuleNotFoundError(name)
        return import_module(name)

    monkeypatch.setattr(pdf, "import_module", without)
    with pytest.raises(bs.InputError, match=r"needs typst.*burdenshare\[web\]"):
        pdf_of(report)


def test_nothing_is_opened_or_asked(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf_of(report)  # what is loaded once is loaded

    def refused(*arguments: object, **named: object) -> None:
        raise AssertionError(arguments)

    monkeypatch.setattr("socket.socket.connect", refused)
    monkeypatch.setattr(builtins, "open", refused)
    assert pdf_of(report)
