"""The collector rests while a text is read and checked, and has nothing to find afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date

import pytest

from benchmarks.labels import FILES, labelled
from burdenshare.checking.check import check_reading
from burdenshare.reading.inputs import document_of
from burdenshare.reading.read import read
from burdenshare.record import load_record
from burdenshare.uncollected import uncollected


@pytest.fixture(autouse=True)
def _awake() -> Iterator[None]:
    yield
    gc.enable()


def test_collector_rests_and_wakes() -> None:
    assert uncollected(gc.isenabled)() is False
    assert gc.isenabled()


def test_collector_wakes_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError):
        uncollected(lambda: 1 / 0)()
    assert gc.isenabled()


def test_collector_put_to_rest_by_the_caller_stays_so() -> None:
    gc.disable()
    assert uncollected(lambda one: one + 1)(1) == 2
    assert not gc.isenabled()


def test_reading_and_checking_leave_no_cycle() -> None:
    record = load_record()
    texts = [(text.text, text.on) for name in FILES for text in labelled(name)]
    texts.append(("\n\n".join(text for text, _ in texts[::7]), date(2025, 2, 13)))
    documents = [document_of(text, on=on) for text, on in texts]
    checked = [check_reading(read(document, record), record) for document in documents]  # what is kept is made
    gc.collect()
    gc.disable()
    checked = [check_reading(read(document, record), record) for document in documents]
    del checked
    assert gc.collect() == 0
