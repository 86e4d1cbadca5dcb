"""Faults on purpose are met where they are planted, and nowhere else."""

from __future__ import annotations

from multiprocessing import get_context
from pathlib import Path

import pytest

from burdenshare.corpus.engines import marks
from burdenshare.corpus.engines.planted import ONCE, VARIABLE, Planted, planted


def test_without_the_variable_nothing_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    plain = marks.made(get_context("spawn"))
    assert planted(plain, "gathering") is plain


def test_a_fault_is_met_at_its_mark_in_its_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "raise@gathering=MARK-A raise@judging=MARK-B")
    plain = marks.made(get_context("spawn"))
    watch = planted(plain, "gathering")
    assert isinstance(watch, Planted)
    watch.working(3, b"MARK-B")
    with pytest.raises(KeyError):
        watch.working(4, b"here is MARK-A.")
    assert plain.told()[0] == 4  # told before it is met


def test_a_fault_once_is_met_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "once:raise@gathering=MARK")
    monkeypatch.setenv(ONCE, str(tmp_path))
    for watch in (planted(marks.made(get_context("spawn")), "gathering") for _ in range(2)):
        if not list(tmp_path.iterdir()):
            with pytest.raises(KeyError):
                watch.working(1, b"MARK")
        watch.working(1, b"MARK")
