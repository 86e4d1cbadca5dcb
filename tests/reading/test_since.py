"""From which year a rise is counted: what `since` names, dated by the words, by an office, or not at all."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.reading.inputs import document_of
from burdenshare.reading.model import Statement
from burdenshare.reading.read import read
from burdenshare.record.record import Record


def growth(text: str, year: str, record: Record) -> Statement:
    found = read(document_of(text, on=date(int(year), 6, 1)), record).statements
    return next(one for one in found if one.measure == "expenditure_growth")


@pytest.mark.parametrize(
    ("text", "year", "period", "baselines"),
    [
        ("Norway has raised defence spending by 40% since the government took power in 2021", "2024", "2023", "2021"),
        ("Norway has raised its defence budget by 40% since the Støre cabinet came in in 2021", "2024", "2023", "2021"),
        ("Poland's defence spending has risen 60 % since Russia invaded in February 2022", "2024", "2023", "2022"),
        ("Since the invasion, Poland has raised defence spending by 60 per cent", "2024", "2023", "2022"),
        ("Poland's defence spending has risen 60 per cent since Donald Tusk came to power", "2024", "2023", "2022"),
        ("European allies have raised defence spending by 14% since Donald Trump took office", "2019", "2018", "2016"),
        ("Norway has boosted defence spending by 40% since 2022", "2022", "2022", "2021"),
        (
            "Poland's defence spending rose 18 percent in 2023, the largest jump since it joined in 1999",
            "2024",
            "2023",
            "",
        ),
    ],
)
def test_a_rise_is_counted_from_the_year_that_since_names(
    text: str, year: str, period: str, baselines: str, record: Record
) -> None:
    told = growth(f"{text}.", year, record)
    assert (told.period, told.baseline or "") == (period, baselines)
    assert not told.likely


@pytest.mark.parametrize(
    "text",
    [
        "Poland's defence spending has risen 60 per cent since the coalition took over.",
        "Poland's defence spending has risen by 60 per cent since the end of the Cold War.",
        "Since taking office, the cabinet has raised Poland's defence spending by 60 per cent.",
        "Poland's defence spending has risen 60 per cent since he became prime minister.",
    ],
)
def test_a_rise_since_a_day_that_nothing_dates_is_not_held_against_the_year_before(text: str, record: Record) -> None:
    told = growth(text, "2024", record)
    assert told.period == ""
    assert told.likely


def test_a_rise_said_to_be_the_largest_since_then_is_of_its_own_year(record: Record) -> None:
    told = growth("Poland's defence spending rose 60 per cent last year, the most since 1999.", "2024", record)
    assert (told.period, told.baseline or "", told.likely) == ("2023", "", False)
