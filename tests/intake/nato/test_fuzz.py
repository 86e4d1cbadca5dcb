"""Damaged files end in one clear line or in right figures: some of an invented release, all of the official files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from burdenshare.intake.model import Asked, Delivery, DeliveryError, Given
from burdenshare.intake.nato import workbook
from burdenshare.record import Record
from tests.intake.nato import layouts
from tests.intake.nato.made import Invented, revised
from tools.build_record.build import ROOT
from tools.fuzz_intake import nato_pdf, nato_workbook
from tools.fuzz_intake.outcomes import GOOD, Outcome, Result, Variant, Whole, judge, table

RAW = ROOT.parent / "shared" / "data" / "raw" / "nato"
Fuzz = Callable[[str, bytes, Record, int, int, int], Iterator[Result]]
OFFICIAL: Mapping[str, tuple[Fuzz, int, int]] = {
    "240617-def-exp-2024-TABLES-en.xlsx": (nato_workbook.results, 2, 20),
    "240617-def-exp-2024-en.pdf": (nato_pdf.results, 3, 30),
}
"""What damages each file, and how many variants of each damage to what it says and to its bytes make some hundreds."""
FEWEST = 300


def _bad(results: list[Result]) -> list[str]:
    return [f"{one.variant.kind}: {one.outcome}: {one.shown}" for one in results if one.outcome not in GOOD]


@pytest.mark.parametrize("name", sorted(OFFICIAL))
def test_hundreds_of_damaged_official_files_never_give_a_wrong_figure(name: str, record: Record) -> None:
    path: Path = RAW / name
    if not path.is_file():
        pytest.skip("NATO's files are not beside this checkout")
    fuzz, each, of_bytes = OFFICIAL[name]
    results = list(fuzz(name, path.read_bytes(), record, each, of_bytes, 24))
    assert len(results) >= FEWEST
    assert _bad(results) == [], table(results)
    outcomes = {one.outcome for one in results}
    assert outcomes == set(GOOD), "every way to end well is tried"


def test_damaged_invented_workbooks_never_give_a_wrong_figure(record: Record) -> None:
    made = _small(record)
    results = list(nato_workbook.results(made.name, layouts.as_in_2026(made), record, 1, 3, 7))
    assert _bad(results) == [], table(results)


def test_damaged_invented_documents_never_give_a_wrong_figure(record: Record) -> None:
    made = _small(record)
    name = made.name.replace("-TABLES-en.xlsx", "-en.pdf")
    results = list(nato_pdf.results(name, layouts.document(made), record, 1, 3, 7))
    assert _bad(results) == [], table(results)


def _small(record: Record) -> Invented:
    return replace(revised(record), years=tuple(range(2019, 2025)))


# the judge itself


@pytest.fixture(scope="module")
def undamaged(record: Record) -> Delivery:
    made = replace(revised(record), years=(2023, 2024))
    return workbook.read(Given(made.name, layouts.as_in_2026(made)), Asked(), record)


def _judged(undamaged: Delivery, found: Delivery | BaseException, **more: object) -> Outcome:
    def read(_: Given) -> Delivery:
        if isinstance(found, BaseException):
            raise found
        return found

    variant = Variant("kind", "x.xlsx", b"", **more)  # type: ignore[arg-type]
    return judge(variant, read, Whole(undamaged)).outcome


def _with(delivery: Delivery, value: str | None) -> Delivery:
    """The delivery with another first figure, or without it."""
    first, *rest = delivery.tables["nato/expenditure.csv"]
    rows = rest if value is None else [{**first, "value": value}, *rest]
    return replace(delivery, tables={**delivery.tables, "nato/expenditure.csv": tuple(rows)})


def test_a_wrong_figure_is_seen(undamaged: Delivery) -> None:
    first = undamaged.tables["nato/expenditure.csv"][0]
    key = (first["ally"], first["year"], first["measure"], first["price_basis"], first["unit"])
    assert _judged(undamaged, undamaged) is Outcome.SAME
    assert _judged(undamaged, _with(undamaged, "7")) is Outcome.WRONG
    assert _judged(undamaged, _with(undamaged, "7"), says={key: ("7.0", first["estimate"])}) is Outcome.AS_TOLD
    assert _judged(undamaged, _with(undamaged, "7"), says={key: ("8", first["estimate"])}) is Outcome.WRONG


def test_a_figure_lost_without_a_word_is_seen(undamaged: Delivery) -> None:
    fewer = _with(undamaged, None)
    assert _judged(undamaged, fewer) is Outcome.UNTOLD
    assert _judged(undamaged, fewer, lacks=True) is Outcome.FEWER


def test_anything_but_one_clear_line_is_seen(undamaged: Delivery) -> None:
    assert _judged(undamaged, DeliveryError("is damaged", where="x.xlsx")) is Outcome.REFUSED
    assert _judged(undamaged, DeliveryError("x" * 1000)) is Outcome.CRASH
    assert _judged(undamaged, ValueError("no")) is Outcome.CRASH
    assert _judged(undamaged, SystemExit(1)) is Outcome.CRASH
