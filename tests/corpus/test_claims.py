"""One claim in several wordings has one key; two claims have two."""

from __future__ import annotations

import json
from datetime import date

import pytest

from burdenshare.checking.check import check_reading
from burdenshare.corpus.claims import claimed
from burdenshare.reading.inputs import document_of
from burdenshare.reading.read import read
from burdenshare.record import Record

DAY = date(2025, 3, 1)


def claims(text: str, record: Record, measure: str) -> set[str]:
    checked = check_reading(read(document_of(text, on=DAY), record), record)
    wanted = [one for one in checked.checked if one.statement.measure == measure]
    return {claimed(one, checked.document, record)["claim"] for one in wanted}


@pytest.mark.parametrize(
    ("one", "other", "measure"),
    [
        (
            "Poland spent 4.12 percent of GDP on defence in 2024.",
            "In 2024, Poland's defence spending stood at 4.12% of GDP, NATO said.",
            "share_of_gdp",
        ),
        (
            "The European allies spent $485 billion on defence in 2024.",
            "The European allies' defence spending reached 485 billion dollars in 2024.",
            "expenditure",
        ),
    ],
)
def test_two_wordings_of_one_claim_have_one_key(one: str, other: str, measure: str, record: Record) -> None:
    first, second = claims(one, record, measure), claims(other, record, measure)
    assert len(first) == 1
    assert first == second


@pytest.mark.parametrize(
    "other",
    [
        "Poland spent 4.21 percent of GDP on defence in 2024.",
        "Poland spent 4.12 percent of GDP on defence in 2023.",
        "Estonia spent 4.12 percent of GDP on defence in 2024.",
        "Poland spent more than 4.12 percent of GDP on defence in 2024.",
    ],
)
def test_another_number_year_ally_or_bound_is_another_claim(other: str, record: Record) -> None:
    one = claims("Poland spent 4.12 percent of GDP on defence in 2024.", record, "share_of_gdp")
    assert len(claims(other, record, "share_of_gdp")) == 1
    assert one.isdisjoint(claims(other, record, "share_of_gdp"))


def test_what_was_read_is_kept_whole_beside_it(record: Record) -> None:
    checked = check_reading(
        read(document_of("Poland spent 4.12 percent of GDP on defence in 2024.", on=DAY), record), record
    )
    row = claimed(checked.checked[0], checked.document, record)
    assert (row["question"], row["topic"]) == ("share_of_gdp|POL|%|2024||", "figure")
    assert row["answer_low"] < 4.12 < row["answer_high"]
    assert json.loads(row["said"])["text"] == checked.checked[0].statement.text
