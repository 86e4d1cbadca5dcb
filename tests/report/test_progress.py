"""Progress is for people: on standard error, at a terminal, for many files."""

from __future__ import annotations

import io
import sys
import time

import pytest

from burdenshare.report.progress import FEW, PATIENCE, patience, progress, steps


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


FILES = [f"{number}.txt" for number in range(FEW)]


def test_nothing_is_drawn_where_nobody_sees_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(progress(FILES)) == FILES
    assert capsys.readouterr() == ("", "")


def test_bar_is_drawn_on_standard_error_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    assert list(progress(FILES)) == FILES
    assert "checking" in screen.getvalue()
    assert capsys.readouterr().out == ""


def test_few_files_need_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    assert list(progress(FILES[:-1])) == FILES[:-1]
    assert screen.getvalue() == ""


def test_long_article_is_said_to_be_in_work(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with patience("[bold]long.txt"):
        time.sleep(PATIENCE * 1.3)
    assert "checking [bold]long.txt" in screen.getvalue()


def test_short_article_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with patience("short.txt"):
        pass
    assert screen.getvalue() == ""


def test_steps_are_drawn_for_who_waits_longer_than_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with steps("computing") as step:
        assert step is not None
        step(1, 3)
        assert screen.getvalue() == ""
        time.sleep(PATIENCE * 1.1)
        step(2, 3)
    assert "computing" in screen.getvalue()


def test_steps_are_told_to_nobody_without_a_terminal() -> None:
    with steps("computing") as step:
        assert step is None
