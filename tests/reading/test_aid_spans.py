"""A sum of aid told up to a month is the sum of the war up to its end, however the words put it."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.reading.model import Kind, Statement
from burdenshare.record import Record

WAR = "2022-01-24/2025-02-28"


def sums(record: Record, text: str, on: date) -> list[Statement]:
    return [
        one.statement for one in bs.check(text, on=on, record=record).checked.checked if one.statement.measure == "aid"
    ]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Europe had given Ukraine 138 billion euros in aid up to February 2025.", WAR),
        ("Europe allocated 138 billion euros in aid to Ukraine until the end of February 2025.", WAR),
        ("Between January 2022 and February 2025, Europe allocated 138 billion euros in aid to Ukraine.", WAR),
        ("From the start of the war through February 2025, Europe allocated 138 billion euros to Ukraine.", WAR),
        ("As of February 2025, Europe had allocated 138 billion euros to Ukraine.", WAR),
        ("By the end of February European donors had allocated 138 billion euros in aid to Ukraine.", WAR),
        ("Germany gave 16 billion euros in aid to Ukraine by the end of 2024.", "2022-01-24/2024-12-31"),
        ("Germany allocated 2 billion euros in aid to Ukraine between January 2025 and April 2025.", "2025-01/2025-04"),
        ("From January to April 2025 Germany allocated 2 billion euros in aid to Ukraine.", "2025-01/2025-04"),
    ],
)
def test_the_end_of_a_span(record: Record, text: str, period: str) -> None:
    (one,) = sums(record, text, date(2025, 6, 5))
    assert (one.period, one.period_from, one.kind) == (period, "explicit", Kind.FACT)


def test_the_end_is_carried_to_the_next_sentence(record: Record) -> None:
    text = (
        "Up to the end of February 2025 Europe had allocated 138 billion euros in aid to Ukraine. "
        "The United States had given 115 billion euros in aid."
    )
    first, second = sums(record, text, date(2025, 6, 5))
    assert (first.period_from, second.period_from, second.period) == ("explicit", "carried", WAR)


def test_an_end_to_come_is_a_promise(record: Record) -> None:
    (one,) = sums(record, "Germany will give Ukraine 9 billion euros by the end of 2025.", date(2025, 6, 5))
    assert one.kind is Kind.PROMISE and "/" not in one.period
