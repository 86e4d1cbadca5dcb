"""Addresses become questions, and questions addresses again."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl

import pytest

from burdenshare.errors import DateError, InputError, UnknownNameError
from burdenshare.record import Record
from burdenshare.web.views.question import Question, question_in


@pytest.mark.parametrize(
    "question",
    [
        Question("NATO", "share_of_gdp"),
        Question("DEU", "expenditure", 2024, date(2025, 2, 13), 2.0, "constant", "EUR"),
        Question("NATO", "allies_at_guideline", 2024, threshold=3.5),
        Question("EUR_CAN", "extra_expenditure", baseline=2014, low=100e9, high=110e9),
    ],
)
def test_a_question_survives_its_address(record: Record, question: Question) -> None:
    assert question_in(dict(parse_qsl(question.query())), record) == question


def test_an_address_can_ask_otherwise() -> None:
    query = Question("DEU", "gdp", 2024).query(year=2023, on=date(2025, 1, 1))
    assert query == "entity=DEU&measure=gdp&year=2023&on=2025-01-01"


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        ({"entity": "Atlantis"}, UnknownNameError),
        ({"entity": "Austria"}, InputError),
        ({"measure": "love"}, UnknownNameError),
        ({"basis": "retail"}, UnknownNameError),
        ({"unit": "GBP"}, UnknownNameError),
        ({"on": "2999-01-01"}, DateError),
        ({"threshold": "0"}, InputError),
        ({"threshold": "101"}, InputError),
        ({"entity": "x" * 81}, InputError),
    ],
)
def test_what_cannot_be_asked_is_refused(record: Record, asked: dict[str, str], fault: type[Exception]) -> None:
    with pytest.raises(fault):
        question_in(asked, record)
