"""At least 300 damaged variants of each kind of file end in one clear line or in rows that are right."""

from __future__ import annotations

import pytest

from burdenshare.record import Record
from burdenshare.record.exchange.forms import RecordForm
from tools.fuzz_intake import aid, mapping, package
from tools.fuzz_intake.row_endings import Ending, Result

EXPORTS = {
    RecordForm.CSV: (4, 82),
    RecordForm.PARQUET: (3, 62),
    RecordForm.SQLITE: (5, 65),
    RecordForm.DUCKDB: (10, 60),
    RecordForm.SDMX: (4, 82),
}
"""How many of every kind of damage, and how many variants that makes: 351 together."""


def bad(results: list[Result]) -> list[tuple[str, str, str]]:
    return [(one.variant.kind, one.ending, one.shown) for one in results if one.ending.isupper()]


def test_damaged_workbooks_of_the_aid_tracker(record: Record) -> None:
    results = list(aid.results(record, 9))
    assert len(results) >= 300
    assert bad(results) == []
    assert {one.ending for one in results} >= {Ending.REFUSED, Ending.SAME, Ending.FEWER}


def test_damaged_mappings_and_their_tables(record: Record) -> None:
    results = [one for pair in mapping.PAIRS for one in mapping.results(record, pair, 7)]
    assert len(results) >= 300
    assert bad(results) == []
    assert {one.ending for one in results} >= {Ending.REFUSED, Ending.SAME, Ending.FEWER, Ending.AS_TOLD}


@pytest.mark.parametrize("form", list(RecordForm))
def test_damaged_exports(form: RecordForm) -> None:
    each, count = EXPORTS[form]
    results = list(package.results(form, each))
    assert len(results) == count
    assert bad(results) == []
    assert {one.ending for one in results} >= {Ending.REFUSED, Ending.SAME}


def test_the_exports_together_are_enough() -> None:
    assert sum(count for _, count in EXPORTS.values()) >= 300


def test_a_report_counts_its_variants(record: Record) -> None:
    text, well = mapping.run(record, ["1"])
    assert well
    assert text.count(": 24 variants") == 2
