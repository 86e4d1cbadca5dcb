"""The repository's own example articles, held against what was expected of them before the reader first ran."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from burdenshare.report.cases import EXPECTED, Articles, Row, failure, read_rows

FOLDER = Path(__file__).parent / "cases" / "articles"


@cache
def articles() -> Articles:
    return Articles(FOLDER)


@pytest.mark.parametrize("row", read_rows(FOLDER / EXPECTED), ids=lambda row: f"{row.article}:{row.line}")
def test_row_is_met(row: Row) -> None:
    assert failure(row, articles().report(row)) == ""
