"""Marks stay when the worker is gone."""

from __future__ import annotations

from multiprocessing import get_context

from burdenshare.corpus.engines.marks import FAULT, Marks, made
from burdenshare.corpus.model import Phase


def test_what_a_worker_is_at_is_told_to_the_other_side() -> None:
    ours = made(get_context("spawn"))
    theirs = Marks(*ours.shared())
    assert ours.told() == (-1, Phase.OUTSIDE, "")
    theirs.reading(7)
    assert ours.told() == (7, Phase.READING, "")
    theirs.working(7, b"x")
    assert ours.told() == (7, Phase.WORKING, "")
    theirs.outside()
    theirs.fell("é" * FAULT)
    assert ours.told() == (7, Phase.OUTSIDE, "é" * (FAULT // 2))
