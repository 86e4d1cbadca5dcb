"""`burdenshare scenario`: files to start from, and every fault of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from burdenshare.cli import main
from burdenshare.road.scenario import SHIPPED


def test_a_shipped_one_can_be_started_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in SHIPPED:
        assert main(["scenario", "show", name]) == 0
        file = tmp_path / f"{name}.toml"
        file.write_text(capsys.readouterr().out, encoding="utf-8")
        assert main(["scenario", "check", str(file)]) == 0
        (line,) = capsys.readouterr().out.splitlines()
        assert line.startswith("fine: ")


def test_they_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenario", "list"]) == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in SHIPPED)


def test_every_fault_is_a_line_and_the_others_are_still_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text('titel = "Bad"\n[[target]]\nvalue = 3\n', encoding="utf-8")
    assert main(["scenario", "check", str(bad), "hold"]) == 2
    shown = capsys.readouterr()
    unknown, untitled, undated = shown.err.splitlines()
    assert "did you mean title?" in unknown
    assert "it has no title" in untitled
    assert "target 1: by is missing" in undated
    assert shown.out.startswith("hold: fine: ")


def test_what_is_not_shipped_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenario", "show", "hague"]) == 2
    assert "hague-by-2035" in capsys.readouterr().err


def test_an_unknown_scenario_is_told_the_nearest_of_every_kind(capsys: pytest.CaptureFixture[str]) -> None:
    for asked, near in (
        ("hague-chian", "hague-chain"),
        ("quarter-percents", "quarter-percent"),
        ("service", "services"),
    ):
        assert main(["scenario", "show", asked]) == 2
        assert near in capsys.readouterr().err
