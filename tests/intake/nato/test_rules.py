"""What NATO's files deliver stands the rules of the record: the official ones, and the invented edition."""

from __future__ import annotations

import pytest

from burdenshare.intake.model import PLACE, Asked, Delivery, Given
from burdenshare.intake.nato import pdf, workbook
from burdenshare.intake.rules.held_against import faults_of
from burdenshare.intake.rules.tables import Tables, of_record
from burdenshare.record import Record
from tests.intake.nato import layouts
from tests.intake.nato.made import revised
from tools.build_record.build import ROOT

RAW = ROOT.parent / "shared" / "data" / "raw" / "nato"
READERS = {"240617-def-exp-2024-TABLES-en.xlsx": workbook.read, "240617-def-exp-2024-en.pdf": pdf.read}


@pytest.fixture(scope="module")
def held() -> Tables:
    return of_record(layers=())


def test_an_invented_edition_stands_the_rules(record: Record, held: Tables) -> None:
    made = revised(record)
    book = workbook.read(Given(made.name, layouts.as_in_2026(made)), Asked(), record)
    paper = pdf.read(Given("240720-def-exp-2024-en.pdf", layouts.document(made)), Asked(), record)
    assert faults_of(book, layers=(), held=held) == ()
    assert faults_of(paper, layers=(), held=held) == ()


def test_a_changed_digit_that_no_reader_can_see_is_seen_by_the_rules(record: Record, held: Tables) -> None:
    made = revised(record)
    made.cells["POL", 2023, "expenditure", "constant_2015", "million USD"] += 1000.0
    book = workbook.read(Given(made.name, layouts.as_in_2026(made)), Asked(), record)
    seen = {one.place for one in faults_of(book, layers=(), held=held)}
    share = _place(book, ("POL", "2023", "share_of_gdp"))
    total = _place(book, ("NATO", "2023", "expenditure"))
    assert {share, total} <= seen, "the share and the sum that no longer fit"


def _place(book: Delivery, wanted: tuple[str, str, str]) -> str:
    """Where a figure at constant prices in dollars or per cent stands."""
    (row,) = [
        row
        for row in book.tables["nato/expenditure.csv"]
        if (row["ally"], row["year"], row["measure"], row["price_basis"]) == (*wanted, "constant_2015")
        and row["unit"] != "million NCU"
    ]
    return row[PLACE]


@pytest.mark.parametrize("name", sorted(READERS))
def test_the_official_files_stand_the_rules(name: str, record: Record, held: Tables) -> None:
    path = RAW / name
    if not path.is_file():
        pytest.skip("NATO's files are not beside this checkout")
    delivery = READERS[name](Given(name, path.read_bytes()), Asked(), record)
    assert faults_of(delivery, layers=(), held=held) == ()
