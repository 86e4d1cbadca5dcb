"""Answers are kept by the day that turns a statistic: every day in between gives the same one."""

from datetime import date, timedelta

import pytest

from burdenshare.checking.evaluate import _ask
from burdenshare.checking.questions import (
    Count,
    Exceptions,
    Fraction,
    Growth,
    Level,
    Numeric,
    PerHead,
    Rank,
    ShareOfTotal,
)
from burdenshare.record import Record
from burdenshare.record.model import Finding

FIRST = date(2014, 1, 1)
QUESTIONS = (
    *(
        Level(measure, entity, year)
        for measure in ("share_of_gdp", "expenditure", "gdp", "military_personnel")
        for entity in ("NATO", "EUR_CAN", "DEU", "HRV", "SWE", "NOR")
        for year in (2014, 2024)
    ),
    *(Level("expenditure", entity, 2024, "current", "NCU") for entity in ("BGR", "HRV", "SWE", "GBR")),
    *(Count(group, year) for year in (2018, 2024) for group in ("NATO", "EUR")),
    *(Fraction("NATO", year) for year in (2018, 2024)),
    *(
        Growth(entity, year, terms)
        for entity in ("NATO", "POL")
        for year in (2019, 2024)
        for terms in ("real", "own_currency")
    ),
    *(ShareOfTotal("USA", "NATO", year, "current") for year in (2018, 2024)),
    *(PerHead(entity, 2024, "current") for entity in ("USA", "EST")),
    *(Rank(entity, "share_of_gdp", year, "NATO") for entity in ("USA", "POL") for year in (2018, 2024)),
    *(Exceptions("NATO", year, "all", named=("ESP",)) for year in (2018, 2025)),
)


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_a_statistic_is_the_same_on_every_day_that_turns_to_one(record: Record, question: Numeric) -> None:
    """Asked of the record itself: what is kept of other days' answers plays no part."""
    days = sorted({record.turn(FIRST + timedelta(days=n)) for n in range(4_700)})
    measure = getattr(question, "measure", "expenditure")
    asked = _ask.__wrapped__  # type: ignore[attr-defined]
    assert asked(record, question, days[-1], None) is not None
    answers: dict[date, Finding | None] = {}
    for day in days:
        turned = record.turn(day, measure)
        found = answers.setdefault(turned, asked(record, question, turned, None))
        assert asked(record, question, day, None) == found, day
