"""A place that is a part of a name spends nothing."""

from __future__ import annotations

from datetime import date

import pytest

from tests.case_tables import rows_of
from tests.reading.conftest import Read

TABLE = "names_with_places.csv"


@pytest.mark.parametrize(("on", "text", "read", "why"), rows_of(TABLE), ids=lambda value: str(value)[:60])
def test_a_name_owns_no_figure(on: str, text: str, read: str, why: str, reading: Read) -> None:
    told = reading(text, date.fromisoformat(on)).statements
    owners = {"".join(one.subject) for one in told if one.measure in ("share_of_gdp", "expenditure", "guideline")}
    assert owners == ({read} if read else set()), why
