"""What must be known of a whole document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from burdenshare.checking.check import NO_DATE
from burdenshare.reading.model import Document, Reading, Span, Unaccounted
from burdenshare.report.remarks import GIVE_A_DAY, READ_WITHOUT_A_DAY, of_check, of_reading
from tests.samples import checked_document

TABLE = "ally\t2023\t2024\nPoland\t3.9\t4.1\nGermany\t1.6\t2.1\n"


def test_missing_day_is_told_with_what_to_do() -> None:
    assert list(of_check(replace(checked_document(), remarks=(NO_DATE,)))) == [GIVE_A_DAY]
    assert list(of_reading(Reading(Document("own", "No day."), (), ()))) == [READ_WITHOUT_A_DAY]


def test_text_older_than_the_releases_is_told_where_verdicts_are_given() -> None:
    old = Document("own", "Old.", date(2015, 3, 1), "option")
    (remark,) = of_check(replace(checked_document(), document=old, remarks=(), unaccounted=()))
    assert "older than the first release" in remark
    assert list(of_reading(Reading(old, (), ()))) == []


def test_table_inferred_day_and_proposer_are_told_of_both() -> None:
    at = TABLE.index("3.9")
    left = (Unaccounted(Span(at, at + 3), "3.9", "not understood"),)
    document = Document("own", TABLE, date(2025, 2, 13), "inferred", dated_by="between this and that")
    told = list(of_reading(Reading(document, (), left, remarks=("3 proposals",))))
    assert told[:2] == ["the text names no day; it was written between this and that", "3 proposals"]
    assert "1 of its numbers was not read" in told[2]
