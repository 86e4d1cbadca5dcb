"""The labelled set: its shape, and the score of reading on it (`python -m benchmarks.reading --errors`)."""

from __future__ import annotations

import pytest

from benchmarks.labels import FILES, labelled, negatives, page_labels
from benchmarks.reading import POSITIONS, STATEMENTS, false_statements, score
from burdenshare.record.record import Record

WHOLE = {"quantities": 0.91, "subjects": 0.92, "speakers": 0.90, "traps": 0.96}
"""Least F1 of whole statements: a little below what is reached, so that a step back is seen."""
SPEAKER = {"speakers": 0.95, "positions": 0.95}


def test_the_set_is_as_large_as_it_says() -> None:
    texts = [text for name in FILES for text in labelled(name)]
    assert len(texts) >= 600
    assert len({text.id for text in texts}) == len(texts)
    assert len({text.text for text in texts}) == len(texts)
    assert len(set(negatives())) >= 300


def test_pages_keep_no_text() -> None:
    pages = page_labels()
    assert len(pages) >= 40
    for page in pages:
        assert len(page["sha256"]) == 64
        assert not {"text", "words"} & (page.keys() | {name for one in page["statements"] for name in one})


@pytest.mark.parametrize("name", WHOLE)
def test_whole_statements(name: str, record: Record) -> None:
    errors: list[str] = []
    total = score(labelled(name), record, STATEMENTS, errors)
    assert total.f1(total.exact) >= WHOLE[name], "\n".join(errors)


@pytest.mark.parametrize("name", SPEAKER)
def test_speakers(name: str, record: Record) -> None:
    total = score(labelled(name), record, POSITIONS if name == "positions" else STATEMENTS, [])
    assert total.voices_exact >= SPEAKER[name] * total.voices
    assert total.voices >= 60


def test_negatives_are_left_alone(record: Record) -> None:
    found = false_statements(record)
    assert len(found) <= 3, "\n".join(found)
