"""What the words say of time: the year, whether they fix it, and periods that no release tells."""

from __future__ import annotations

import re

from burdenshare.reading.model import Statement


def year_of(text: str) -> int | None:
    """The calendar year of an ISO period; of a span the last one."""
    last = text.rsplit("/", 1)[-1][:4]
    return int(last) if last.isdigit() else None


def names_its_time(statement: Statement) -> bool:
    """Whether the words fix the period, so that no other period is a reading. One carried over from another clause is
    not the words' own."""
    open_ = statement.period_from in ("now", "assumed", "carried") or "period" in statement.holes
    return year_of(statement.period) is not None and not open_


def sums_years(statement: Statement) -> bool:
    """Money told of a span of whole years ("from 2022 to 2024"): their sum is meant, or the last of them."""
    return statement.measure == "expenditure" and _SPAN.fullmatch(statement.period) is not None


def shorter_than_a_year(statement: Statement) -> bool:
    """Spending of a quarter or a month, which no release tells. A day is when something was said, and a share or a
    count stands for its whole year."""
    return statement.measure in BY_CALENDAR_YEAR and any(
        _PART_OF_A_YEAR.fullmatch(one) for one in statement.period.split("/") if one
    )


def told_of_several_years(statement: Statement) -> bool:
    """A level that is no flow told of a span ("2 % from 2022 to 2024"): it is one value for each year, and the last
    year alone would answer for all of them."""
    moves = statement.comparator in ("increase", "decrease")
    return statement.measure in YEARLY and not moves and _SPAN.fullmatch(statement.period) is not None


YEARLY = frozenset(
    {
        "share_of_gdp",
        "equipment_share",
        "personnel_share",
        "infrastructure_share",
        "other_share",
        "military_personnel",
        "gdp",
        "gdp_per_capita",
        "expenditure_per_capita",
        "share_of_total",
        "rank",
        "real_growth",
        "inflation",
        "net_lending_share",
        "gross_debt_share",
        "allies_at_guideline",
        "fraction_at_guideline",
    }
)
"""Measures that NATO prints for each year and that do not add up."""
BY_CALENDAR_YEAR = frozenset(
    {
        "expenditure",
        "expenditure_growth",
        "real_change",
        "expenditure_change",
        "expenditure_per_capita",
        "share_of_total",
    }
)
"""Flows of money, and what is made of them."""
_SPAN = re.compile(r"\d{4}/\d{4}")
_PART_OF_A_YEAR = re.compile(r"\d{4}-(?:\d{2}|[QqHh]\d|W\d{2})")
