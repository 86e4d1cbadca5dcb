"""The table of dated statements: it has every row of the record and invents none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from burdenshare.record import Record
from burdenshare.record.tables import rows as record_rows
from burdenshare.road.clock.model import CountsFrom, Feared, SpeakerKind, Standing
from burdenshare.road.clock.spans import names_a_span
from burdenshare.road.clock.table import NOT_CLASSIFIED, classified, packaged, rows, rules

FIELDS = {"stated_by", "stated_on", "about", "feared", "counts_from", "condition", "speaker", "count", "standing"}


def test_every_row_of_the_record_is_classified_and_none_is_invented() -> None:
    held = [
        (row["stated_by"], row["stated_on"], row["about"]) for row in record_rows("capabilities/reconstitution.csv")
    ]
    assert len(held) == 30
    assert set(rows()) == set(held)
    assert len(packaged("horizons.toml")) == len(held)


@pytest.mark.parametrize(("key", "row"), packaged("horizons.toml").items())
def test_each_row_knows_its_kinds_and_tells_why(key: str, row: dict[str, str]) -> None:
    assert set(row) <= FIELDS | {"reason"}
    assert len(row["reason"]) > 15 and not row["reason"].endswith(".")
    CountsFrom(row["counts_from"])
    SpeakerKind(row["speaker"])
    if "feared" in row:
        Feared(row["feared"])
    assert key == key.lower() and row["stated_on"] in key


def test_what_is_drawn_names_a_span_and_what_is_feared(record: Record) -> None:
    for one in classified(record.horizons()):
        if one.standing is Standing.HORIZON:
            assert names_a_span(one.said) and one.feared is not None, one.key


def test_a_sign_of_nothing_is_never_drawn_as_a_horizon(record: Record) -> None:
    """The Estonian report names one to two years in which nothing is to be expected."""
    held = {one.key: one for one in classified(record.horizons())}
    assert held["estonia-2026-02-10"].standing is Standing.NO_SIGN
    assert names_a_span(held["estonia-2026-02-10"].said)
    assert {one.key for one in held.values() if one.standing is Standing.NO_SIGN} == {
        "lukowski-2025-08-05",
        "rosin-2025-12-29",
        "estonia-2026-02-10",
    }


def test_a_statement_that_the_table_does_not_know_stands_aside_and_says_so(record: Record) -> None:
    strange = replace(record.horizons()[0], about="something a layer added")
    (one,) = classified([strange])
    assert one.standing is Standing.ASIDE and one.reason == NOT_CLASSIFIED and one.feared is None


def test_what_counts_from_a_cease_fire_says_so_in_its_own_words(record: Record) -> None:
    """Each row that is counted from the end of the war speaks of its end, its freezing, or belongs to the Danish
    assessment of which the notes of the table say it."""
    for one in classified(record.horizons()):
        words = one.said.about.casefold()
        told = any(word in words for word in ("ceasefire", "frozen", "stops or freezes", "end of the war"))
        if one.counts_from is CountsFrom.CEASE_FIRE:
            assert told or one.key.startswith("ddis-"), one.key
        else:
            assert not told, one.key


def test_the_rules_of_spans_have_an_example_and_a_reason() -> None:
    for name, row in rules().items():
        assert set(row) == {"example", "told", "reason"}, name
