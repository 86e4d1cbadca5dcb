"""What is kept of a record goes with it, and no record answers for another."""

from __future__ import annotations

import gc
from datetime import date
from weakref import ref

from burdenshare.checking.check import check_reading
from burdenshare.reading.inputs import document_of
from burdenshare.reading.read import read
from burdenshare.record import Record, load_record
from burdenshare.record.kept import kept

TEXT = "Poland spent 4.12 % of GDP on defence in 2024, and 23 allies met the 2 % guideline."


def test_record_is_let_go_after_a_text_was_read_and_checked_with_it() -> None:
    record = load_record()
    reading = read(document_of(TEXT, on=date(2025, 2, 13)), record)
    assert check_reading(reading, record).checked
    gone = ref(record)
    del record
    gc.collect()
    assert gone() is None


def test_rule_is_asked_once_for_each_record(record: Record) -> None:
    asked = []

    @kept(8)
    def edition(record: Record, word: str) -> str:
        asked.append(record)
        return f"{word} {record.edition}"

    other = load_record()
    assert edition(record, "as of") == edition(record, "as of") == edition(other, "as of")
    assert asked == [record, other]
