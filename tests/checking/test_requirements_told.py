"""Requirements of others stand beside one that a text tells; none of them decides it."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.checking.check import check_reading
from burdenshare.checking.model import Verdict
from burdenshare.reading.inputs import document_of
from burdenshare.reading.read import read
from burdenshare.record import Record


@pytest.mark.parametrize(
    ("text", "on", "says"),
    [
        ("Europe needs at least 1,400 tanks.", date(2025, 3, 1), "says the same: 1400 tanks"),
        ("NATO needs 131 brigades.", date(2025, 3, 1), "says the same: 131 brigades"),
        ("NATO needs 200 brigades.", date(2025, 3, 1), "shown beside"),
        ("NATO needs 131 brigades.", date(2023, 3, 1), "no such one was held by that day"),
        ("NATO needs 90 submarines.", date(2025, 3, 1), "no such one was held by that day"),
    ],
)
def test_a_requirement_is_never_decided(record: Record, text: str, on: date, says: str) -> None:
    (one,) = check_reading(read(document_of(text, on=on), record), record).checked
    assert one.statement.measure == "requirement"
    assert one.then is not None and one.then.verdict is Verdict.UNVERIFIABLE
    assert says in one.then.why


def test_aid_in_dollars_is_not_told_to_be_missing(record: Record) -> None:
    text = "The United States has given $350 billion in aid to Ukraine."
    (one,) = check_reading(read(document_of(text, on=date(2026, 8, 22)), record), record).checked
    assert one.then is not None and "aid in euro" in one.then.why
