"""The packaged rows fit what is declared of them, and what does not fit is told by its column."""

from __future__ import annotations

import pytest

from burdenshare.intake.declared import declared
from burdenshare.record import schema
from burdenshare.record.whole import whole


@pytest.mark.parametrize("path", [one.path for one in schema.TABLES])
def test_every_packaged_row_fits(path: str) -> None:
    held, table = whole(path, layers=()), declared()[path]
    assert held.columns == table.columns
    for at, one in enumerate(table.fields):
        assert {fault for text in {line[at] for line in held.lines} if (fault := one.fault(text))} == set()


@pytest.mark.parametrize(
    ("path", "column", "text", "told"),
    [
        ("nato/expenditure.csv", "year", "24.5", "column 'year' holds '24.5', which is not a whole number"),
        ("nato/expenditure.csv", "year", "1999", "which is outside 2000 to 2040"),
        ("nato/expenditure.csv", "ally", "", "column 'ally' is empty"),
        ("nato/expenditure.csv", "unit", "euro", "column 'unit' holds 'euro'; allowed: %, million USD"),
        ("nato/expenditure.csv", "estimate", "yes", "which is not true or false"),
        ("nato/expenditure.csv", "released_on", "2024-6-17", "which is not a day (2024-06-17)"),
        ("commitments/events.csv", "date", "2024-02-30", "which is no year, month, day or span"),
        ("commitments/events.csv", "date", "2024-02-28/2024-02-29", ""),
        ("commitments/events.csv", "place", "", ""),
        ("support/support.csv", "value", "-1e1", "which is outside -5 to 500"),
    ],
)
def test_what_does_not_fit_is_told(path: str, column: str, text: str, told: str) -> None:
    found = declared()[path].field(column).fault(text)
    assert told in found
    assert bool(found) is bool(told)
