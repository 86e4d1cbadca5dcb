"""Semantics §3, test: every published count, made into a claim on its own day, is never `contradicted`."""

from __future__ import annotations

import re
from datetime import date

import pytest

from burdenshare.checking import Verdict
from burdenshare.record import tables
from tests.checking.conftest import Ask
from tests.checking.statements import count

COUNT = re.compile(r"number_at_or_above_([\d.]+)pct_(?:gdp|equipment)")
ROWS = [row for row in tables.rows("nato/headlines.csv") if COUNT.fullmatch(row["measure"])]


def test_there_are_published_counts_to_try() -> None:
    """52 rows of the raw table name a count at a threshold (`grep -c number_at_or_above`)."""
    assert len(ROWS) == 52


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['released_on']}-{row['value']}-{row['year']}" for row in ROWS])
def test_no_published_count_is_contradicted_on_its_own_day(ask: Ask, row: dict[str, str]) -> None:
    threshold = COUNT.fullmatch(row["measure"])
    assert threshold is not None
    statement = count(int(row["value"]), int(row["year"]), threshold=float(threshold[1]))
    then = ask(statement, date.fromisoformat(row["released_on"])).then
    assert then is not None
    assert then.verdict is not Verdict.CONTRADICTED, then.why


def test_an_official_spoken_count_of_the_day_makes_the_claim_depend(ask: Ask) -> None:
    """On 2018-07-10 the Secretary General said eight for 2018; the tables of that day show five."""
    eight, nine = (ask(count(number, 2018), date(2018, 7, 10)).then for number in (8, 9))
    assert eight is not None
    assert nine is not None
    assert eight.verdict is Verdict.DEPENDS
    assert "was said officially" in eight.why
    assert nine.verdict is Verdict.CONTRADICTED


def test_a_count_for_a_year_nobody_speaks_of_is_unverifiable(ask: Ask) -> None:
    """On 2024-03-14 eighteen were announced for 2024, a year after the release's own."""
    then = ask(count(18, 2024), date(2024, 3, 14)).then
    assert then is not None
    assert then.verdict is Verdict.UNVERIFIABLE
