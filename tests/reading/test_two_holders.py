"""Two persons in one office of one text."""

from __future__ import annotations

from datetime import date

import burdenshare as bs
from burdenshare.record.record import Record

ON = date(2024, 2, 26)


def offices(text: str, record: Record) -> dict[str, str]:
    checked = bs.check(text, on=ON, record=record).checked.checked
    return {one.statement.person: one.then.verdict.value for one in checked if one.statement.person and one.then}


def test_of_two_holders_neither_is_contradicted(record: Record) -> None:
    text = "Swedish Prime Minister Magdalena Andersson says no.\n\nSwedish Prime Minister Ulf Kristersson signs."
    assert offices(text, record) == {"Magdalena Andersson": "unverifiable", "Ulf Kristersson": "supported"}


def test_one_alone_is(record: Record) -> None:
    text = "Swedish Prime Minister Magdalena Andersson says no to membership in NATO."
    assert offices(text, record) == {"Magdalena Andersson": "contradicted"}


def test_a_former_holder_beside_the_present_one_is_no_second(record: Record) -> None:
    text = "Former US President Joe Biden spoke to Swedish Prime Minister Ulf Kristersson and US President Joe Biden."
    assert offices(text, record)["Ulf Kristersson"] == "supported"
