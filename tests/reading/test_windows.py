"""Sentences read again on their own: as they stand in the text, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from burdenshare.reading import windows
from burdenshare.reading.inputs import document_of
from burdenshare.reading.model import Document, Reading, Span
from burdenshare.reading.read import Facts
from burdenshare.reading.sentences import Sentence, sentences
from burdenshare.reading.windows import MOST_WINDOW, Windows
from burdenshare.record import Record

DAY = date(2025, 2, 13)


def seen(record: Record, text: str, words: str, on: date | None = DAY) -> list[tuple[str, str]] | None:
    """(text, words) of the statements with a figure in the sentences around `words`."""
    start = text.index(words)
    found = Windows(Document("own", text, on), record).statements(Span(start, start + len(words)))
    if found is None:
        return None
    for one in found:
        assert text[one.span.start : one.span.end] == one.text
        assert text[one.focus.start : one.focus.end] == one.words
    return [(one.text, one.words) for one in found if one.value is not None]


def test_whole_sentence_is_read_wherever_the_place_is_in_it(record: Record) -> None:
    text = "It rained. Poland spent 4.12 percent of GDP on defence in 2024. Then it stopped."
    expected = [("Poland spent 4.12 percent of GDP on defence in 2024", "4.12 percent")]
    for words in ("4.12", "Poland", "on defence", text[11:63]):
        assert seen(record, text, words) == expected
    assert seen(record, text, "rained") == []


def test_denial_in_front_of_a_place_is_read_with_it(record: Record) -> None:
    text = "It is not true that Poland spent 9 percent of GDP on defence in 2024."
    assert seen(record, text, "Poland spent 9 percent of GDP on defence in 2024") == []


def test_place_over_two_sentences_reads_both(record: Record) -> None:
    text = "Poland spent 4.12 percent of GDP in 2024. Germany spent 2.12 percent of GDP in 2024."
    found = seen(record, text, "GDP in 2024. Germany")
    assert found is not None
    assert [words for _, words in found] == ["4.12 percent", "2.12 percent"]


def test_lines_that_the_text_joins_are_joined(record: Record) -> None:
    text = "Poland and\nGermany spent 2.5 percent\nof GDP on defence in 2024, the alliance said."
    found = Windows(Document("own", text, DAY), record).statements(Span(30, 31))
    assert found is not None
    assert [one.subject for one in found if one.value is not None] == [("POL", "DEU")]


def test_offsets_count_what_folding_removes(record: Record) -> None:
    text = "Zero\u200bwidth\u00ad. Nai\u0308ve closed. Poland spent 4.12\u00a0percent of GDP in 2024."
    assert seen(record, text, "4.12") == [("Poland spent 4.12\u00a0percent of GDP in 2024", "4.12\u00a0percent")]


def test_quotation_is_read_as_a_whole(record: Record) -> None:
    text = "Rutte said: “We need more. Poland spent 4.12 percent of GDP in 2024. It leads.” He left."
    found = Windows(Document("own", text, DAY), record).statements(Span(text.index("4.12"), text.index("4.12") + 4))
    assert found is not None
    (one,) = [one for one in found if one.value is not None]
    assert one.speaker.mode == "quote"


def test_text_without_a_day_is_read_without_one(record: Record) -> None:
    text = "It rained. Germany spent 2.1 percent of GDP on defence last year."
    assert seen(record, text, "2.1 percent", None) == [
        ("Germany spent 2.1 percent of GDP on defence last year", "2.1 percent")
    ]


def test_sentence_that_bears_another_day_alone_is_not_read(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    def inferring(document: Document, facts: Facts) -> Reading:
        return Reading(replace(document, published=DAY, published_from="inferred"), (), ())

    monkeypatch.setattr(windows, "read", inferring)
    assert seen(record, "Germany spent 2.1 percent of GDP.", "2.1", None) is None
    assert seen(record, "Germany spent 2.1 percent of GDP.", "2.1", DAY) == []


def test_sentence_that_falls_into_others_alone_is_not_read(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    def other(text: str) -> list[Sentence]:
        found = sentences(text)
        return found if "rained" in text else [replace(one, end=one.end - 1) for one in found]

    monkeypatch.setattr(windows, "sentences", other)
    assert seen(record, "It rained. Germany spent 2.1 percent of GDP.", "rained") == []
    assert seen(record, "It rained. Germany spent 2.1 percent of GDP.", "2.1") is None


@pytest.mark.parametrize("span", [Span(3, 3 + MOST_WINDOW + 500), Span(0, MOST_WINDOW * 3)])
def test_too_much_is_not_read(record: Record, span: Span) -> None:
    text = "Poland spent 4.12 percent of GDP in 2024. " * 400
    assert Windows(Document("own", text, DAY), record).statements(span) is None


def test_place_between_sentences_is_not_read(record: Record) -> None:
    text = "Poland spent more.\n\n\n\nGermany spent less."
    assert Windows(Document("own", text, DAY), record).statements(Span(19, 21)) is None


def test_sentences_are_read_once(record: Record) -> None:
    windows = Windows(Document("own", "Poland spent 4.12 percent of GDP in 2024.", DAY), record)
    assert windows.statements(Span(0, 6)) is windows.statements(Span(13, 17))


def test_furniture_is_not_read_on_a_second_look_either(record: Record) -> None:
    text = "Read more: Germany spent 1.9 percent of GDP in 2024\n\nPoland spent 4.12 percent of GDP on defence in 2024."
    document = document_of(text, on=DAY)
    assert len(document.furniture) == 1
    held = Windows(document, record)
    assert held.statements(Span(text.index("1.9"), text.index("1.9") + 3)) is None
    (found,) = held.statements(Span(text.index("4.12"), text.index("4.12") + 4)) or ()
    assert text[found.span.start : found.span.end] == found.text
    assert found.subject == ("POL",)
