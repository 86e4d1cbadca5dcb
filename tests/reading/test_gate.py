"""The gate loses no statement: what is labelled passes, what is of another subject does not."""

from __future__ import annotations

import pytest

from benchmarks.labels import FILES, labelled
from burdenshare.reading.gate import may_speak
from burdenshare.reading.inputs import document_of
from burdenshare.reading.lexicon import lexicon_of
from burdenshare.reading.read import NOTHING_TO_READ, read
from burdenshare.record.record import Record

ELSEWHERE = (
    "Whisk 3 eggs with 120 g of sugar, fold in the flour and bake the cake for 45 minutes at 180 degrees.",
    "The home side won 3-1 before 42,000 people, and its striker has now scored in seven games running.",
)


@pytest.mark.parametrize("name", FILES)
def test_every_labelled_text_passes(name: str, record: Record) -> None:
    anchors = lexicon_of(record).anchors
    closed = [text.id for text in labelled(name) if text.labels and not may_speak(text.text, anchors)]
    assert closed == []


@pytest.mark.parametrize("text", ELSEWHERE)
def test_other_texts_do_not(text: str, record: Record) -> None:
    found = read(document_of(text * 5), record)
    assert found.statements == ()
    assert [one.reason for one in found.unaccounted] == [NOTHING_TO_READ]


def test_a_word_parted_by_a_cut_counts() -> None:
    assert may_speak("x " * 524_286 + "xx nato-led", frozenset({"nato"}))


def test_words_of_other_scripts_do_not_break_it() -> None:
    assert may_speak("Ψηφίδες “NATO’s” déjà vu", frozenset({"nato"}))
    assert not may_speak("", frozenset({"nato"}))
