"""Stands by issue: from the record's own commitments, and from articles given on the spot."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.checking.alliance.model import Entry
from burdenshare.checking.alliance.positions import left_out, positions
from burdenshare.reading.model import Document, Reading
from burdenshare.reading.read import read
from burdenshare.record import Record

DAY = date(2025, 6, 10)
TEXT = (
    "NATO Secretary General Mark Rutte said allies must reach 3.5 percent of GDP on defence, "
    "and 1.5 percent on what belongs to it.\n\n"
    "German Defence Minister Boris Pistorius said Germany supports membership of Ukraine in the alliance.\n"
)


@pytest.fixture
def reading(record: Record) -> Reading:
    return read(Document("mine", TEXT, published=date(2025, 6, 5)), record)


def read_ones(record: Record, day: date, *readings: Reading) -> list[Entry]:
    return [one for one in positions(record, day, readings).entries if one.key.startswith("mine#")]


def test_articles_add_stands_in_whole_sentences(record: Record, reading: Reading) -> None:
    found = read_ones(record, DAY, reading)
    (rutte,) = [one for one in found if one.kind == "spending_target"]
    assert rutte.label.startswith("Mark Rutte") and rutte.on == "2025-06-05"
    assert "3.5 percent of GDP on defence, and 1.5 percent" in rutte.words
    assert rutte.origins[0].source == "mine" and rutte.origins[0].released_on == date(2025, 6, 5)


def test_article_of_a_later_day_adds_nothing_and_is_named(record: Record, reading: Reading) -> None:
    day = date(2025, 6, 4)
    assert read_ones(record, day, reading) == []
    assert "after the day of the view" in left_out([reading], day)[0]


def test_article_without_a_day_adds_nothing_and_is_named(record: Record) -> None:
    undated = Reading(Document("mine", TEXT), (), ())
    assert read_ones(record, DAY, undated) == []
    assert "has no day" in left_out([undated], DAY)[0]


def test_stands_of_the_record_are_of_the_day(record: Record) -> None:
    before = {one.key for one in positions(record, date(2025, 6, 18)).entries}
    after = {one.key for one in positions(record, date(2025, 6, 19)).entries}
    assert after - before == {"esp-2025-21"}


def test_membership_is_no_stand(record: Record) -> None:
    assert not any(one.key.startswith("member-") for one in positions(record, DAY).entries)
