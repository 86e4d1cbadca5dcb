"""NATO's press document, and the one of June 2024 figure by figure."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.intake.model import Asked, Delivery, DeliveryError, Given
from burdenshare.intake.nato import pdf
from burdenshare.record import Record, tables
from tests.intake.nato import layouts
from tests.intake.nato.made import Invented, revised
from tools.build_record.build import ROOT
from tools.fuzz_intake.papers import drawn

RAW = ROOT.parent / "shared" / "data" / "raw" / "nato" / "240617-def-exp-2024-en.pdf"
needs_raw = pytest.mark.skipif(not RAW.is_file(), reason="NATO's press document is not beside this checkout")
NAME = "240720-def-exp-2024-en.pdf"


@pytest.fixture(scope="module")
def made(record: Record) -> Invented:
    return revised(record)


def _digits(delivery: Delivery) -> dict[tuple[str, int, str, str, str], str]:
    return {
        (row["ally"], int(row["year"]), row["measure"], row["price_basis"], row["unit"]): row["value"]
        for row in delivery.tables["nato/expenditure.csv"]
    }


def test_every_figure_comes_out_as_printed(made: Invented) -> None:
    delivery = pdf.read(Given(NAME, layouts.document(made)), Asked(), made.record)
    printed = {
        (who, year, block.measure, block.basis, block.unit): f"{value:.{block.decimals}f}"
        for table in made.tables
        for block in table.blocks
        for who, _, values in made.rows(block)
        for year, value in zip(made.years, values, strict=True)
    }
    assert _digits(delivery) == printed
    assert (delivery.kind, delivery.full, delivery.release) == ("nato-pdf", False, "2024-07")
    assert delivery.tables["sources.csv"][0]["precision"] == "printed"
    assert delivery.tables["nato/expenditure.csv"][0][tables.PLACE].startswith("page ")


def test_the_day_may_stand_on_the_first_page_alone(made: Invented) -> None:
    delivery = pdf.read(Given("x.pdf", layouts.document(made, "PR/CP(2024)085 21 July 2024")), Asked(), made.record)
    assert delivery.published == date(2024, 7, 21)
    assert delivery.tables["nato/releases.csv"][0]["date_known_from"] == "on the title page"
    with pytest.raises(DeliveryError, match="nothing says on which day"):
        pdf.read(Given("x.pdf", layouts.document(made, "The cut-off date was 21 July 2024.")), Asked(), made.record)


def test_a_row_with_a_figure_too_few_is_refused_with_page_and_line(made: Invented) -> None:
    pages = layouts.lines_of(made)
    at = next(number for number, line in enumerate(pages[3]) if line.startswith("Belgium"))
    pages[3][at] = pages[3][at].rpartition(" ")[0]
    with pytest.raises(DeliveryError, match=f"page 4, line {at + 1}: 10 figures stand under 11 years"):
        pdf.read(Given(NAME, drawn(pages)), Asked(), made.record)


def test_pictures_of_pages_are_refused_and_say_what_to_give_instead(made: Invented) -> None:
    scanned = Given("def-exp-2026-en.pdf", drawn([[], [], []]))
    assert pdf.recognises(scanned)
    assert not pdf.recognises(Given("scan.pdf", scanned.content))
    with pytest.raises(DeliveryError, match="a PDF without text; its pages are pictures"):
        pdf.read(scanned, Asked(), made.record)


def test_only_documents_with_natos_words_are_recognised(made: Invented) -> None:
    content = layouts.document(made)
    assert pdf.recognises(Given("x.bin", content))
    others = (b"", b"%PDF-1.7", content[:300], drawn([["Defence expenditure of Ruritania"]]), layouts.as_in_2024(made))
    assert not any(pdf.recognises(Given(NAME, one)) for one in others)


@pytest.mark.parametrize(("content", "words"), [(b"", "damaged PDF"), (b"%PDF-1.7\n%%EOF", "damaged PDF")])
def test_what_is_no_document_is_refused(record: Record, content: bytes, words: str) -> None:
    with pytest.raises(DeliveryError, match=words):
        pdf.read(Given(NAME, content), Asked(), record)


def test_more_pages_than_a_release_can_have_are_refused(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 3)
    with pytest.raises(DeliveryError, match="more than 3 pages"):
        pdf.read(Given(NAME, drawn([["Albania"]] * 4)), Asked(), record)
    monkeypatch.setattr(pdf, "MOST_TEXT", 100)
    with pytest.raises(DeliveryError, match="more text"):
        pdf.read(Given(NAME, drawn([["Albania " * 20]])), Asked(), record)


@needs_raw
def test_the_document_of_june_2024_prints_the_packaged_release(record: Record) -> None:
    given = Given(RAW.name, RAW.read_bytes())
    assert pdf.recognises(given)
    delivery = pdf.read(given, Asked(), record)
    packaged = {
        (row["ally"], int(row["year"]), row["measure"], row["price_basis"], row["unit"]): row
        for row in tables.rows("nato/expenditure.csv", layers=())
        if row["release"] == "2024-06"
    }
    found = _digits(delivery)
    assert found.keys() == packaged.keys()
    for key, digits in found.items():
        half = 0.5 * 10.0 ** -len(digits.partition(".")[2])
        assert abs(float(packaged[key]["value"]) - float(digits)) <= half + 1e-9, key
    marked = {row["year"]: row["estimate"] for row in delivery.tables["nato/expenditure.csv"]}
    assert [year for year, estimate in sorted(marked.items()) if estimate == "true"] == ["2023", "2024"]


@needs_raw
def test_without_its_name_the_document_of_june_2024_only_offers_the_day_it_was_made(record: Record) -> None:
    with pytest.raises(DeliveryError, match="--published 2024-06-17: the file was made then"):
        pdf.read(Given("x.pdf", RAW.read_bytes()), Asked(), record)
