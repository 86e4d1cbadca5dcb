"""The record said aloud (`tests/labelled/frames.toml`) is read back as it was said."""

from __future__ import annotations

import random

import pytest

from benchmarks.labels import Labelled, labelled_line
from benchmarks.reading import STATEMENTS, score
from burdenshare.record.record import Record
from tests.labelled.frames import sentences, words

SEEDS = (3, 14, 159)
ROUNDS = 2
WHOLE, FOUND = 0.97, 0.98
"""Least F1 of whole statements, and of those found in kind and measure, over all frames of a seed."""


def _filled(seed: int, record: Record) -> list[Labelled]:
    return [labelled_line(line) for _, line in sentences(random.Random(seed), record, rounds=ROUNDS)]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_the_record_says_is_read_back(seed: int, record: Record) -> None:
    errors: list[str] = []
    total = score(_filled(seed, record), record, STATEMENTS, errors)
    assert total.asked >= ROUNDS * len(words().frames)
    assert total.f1(total.exact) >= WHOLE, "\n".join(errors)
    assert total.f1(total.found) >= FOUND, "\n".join(errors)


def test_the_same_seed_makes_the_same_sentences(record: Record) -> None:
    assert _filled(SEEDS[0], record) == _filled(SEEDS[0], record)


def test_examples_stand_in_every_frame() -> None:
    assert all(frame.example and frame.text for frame in words().frames)
    assert len({frame.id for frame in words().frames}) == len(words().frames)
