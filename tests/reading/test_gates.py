"""The gates inside a sentence let everything pass that a rule behind them would read."""

from __future__ import annotations

from datetime import date

import pytest

from benchmarks.labels import FILES, labelled, negatives
from burdenshare.reading import periods
from burdenshare.reading.gleaning.happenings import spots, standings
from burdenshare.reading.inputs import document_of
from burdenshare.reading.model import Reading
from burdenshare.reading.parse import Parsed
from burdenshare.reading.read import read
from burdenshare.reading.tables import load_table
from burdenshare.reading.tokens import tokenize
from burdenshare.record import load_record

DAY = date(2025, 2, 13)


def _sentences() -> list[tuple[str, date]]:
    rows = [(text.text, text.on) for name in FILES for text in labelled(name)]
    return [*rows, *((text, DAY) for text in negatives())]


def _readings() -> list[Reading]:
    record = load_record()
    return [read(document_of(text, on=on), record) for text, on in _sentences()]


def test_no_place_is_read_where_the_gate_of_places_is_shut(monkeypatch: pytest.MonkeyPatch) -> None:
    gated, shut = _readings(), []

    def open_gate(parsed: Parsed) -> bool:
        shut.append(not spots.may_rank(parsed))
        return True

    monkeypatch.setattr(standings, "may_rank", open_gate)
    assert _readings() == gated
    assert sum(shut) > len(shut) // 4, "the gate shuts out nothing"


@pytest.mark.parametrize("row", [*spots.PLAIN, "none_than", "high", "low"])
def test_every_word_of_the_tables_of_places_opens_their_gate(row: str) -> None:
    words = load_table("glean_places")[row]["words"]
    given = [frozenset(token.low for token in tokenize(phrase)) for phrase in words]
    assert all(spots.may_rank(Held(one)) for one in given)  # type: ignore[arg-type]  # it asks for the words alone


class Held:
    """What the gate asks of a sentence."""

    def __init__(self, words: frozenset[str]) -> None:
        self.words = words
        self.tokens: list[object] = []


def test_no_period_starts_at_a_word_that_needs_a_unit_of_time_the_sentence_lacks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = _sentences()
    gated = [periods.find_periods(tokenize(text), on) for text, on in texts]
    monkeypatch.setattr(periods, "_FIRST_WITHOUT_UNITS", periods._FIRST)
    assert [periods.find_periods(tokenize(text), on) for text, on in texts] == gated
