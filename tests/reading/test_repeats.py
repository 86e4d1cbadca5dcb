"""One statement with several spans: headline and body, two sentences of one speaker, brackets in another currency."""

from __future__ import annotations

from datetime import date

from burdenshare.reading.inputs import document_of
from burdenshare.reading.model import Statement
from burdenshare.reading.read import read
from burdenshare.record.record import Record

DAY = date(2025, 2, 13)


def told(text: str, record: Record, measure: str) -> list[Statement]:
    return [one for one in read(document_of(text, on=DAY), record).statements if one.measure == measure]


def test_headline_joins_the_body(record: Record) -> None:
    text = "Poland spent 4.12% of GDP on defence in 2024\n\nPoland spent 4.12% of GDP on defence in 2024, NATO said."
    [one] = told(text, record, "share_of_gdp")
    assert one.speaker.name == "NATO"
    assert one.span.start > text.index("\n")
    assert [text[span.start : span.end] for span in one.repeats] == ["4.12%"]


def test_conversion_in_brackets_is_the_same_sum(record: Record) -> None:
    text = "Germany spent €90bn ($94bn) on defence in 2024."
    [one] = told(text, record, "expenditure")
    assert (one.unit, [text[span.start : span.end] for span in one.repeats]) == ("EUR", ["$94bn"])


def test_two_speakers_stay_apart(record: Record) -> None:
    said = "said Poland spent 4.12% of GDP on defence in 2024."
    text = f"Rutte {said} Trump {said}"
    assert [one.speaker.name for one in told(text, record, "share_of_gdp")] == ["Mark Rutte", "Donald Trump"]


def test_two_years_stay_apart(record: Record) -> None:
    text = "Poland spent 4.1% of GDP on defence in 2024. Poland spent 4.1% of GDP on defence in 2023."
    assert [one.period for one in told(text, record, "share_of_gdp")] == ["2024", "2023"]


def test_ids_count_without_a_gap(record: Record) -> None:
    text = "Poland spent 4.12% of GDP on defence in 2024. It was 4.12% in 2024, NATO said. Spain spent 1.28% in 2024."
    found = read(document_of(text, on=DAY), record).statements
    assert [one.id for one in found] == [f"s{number}" for number in range(1, len(found) + 1)]
