"""The first screen: short, narrow enough, and every command on it works as it stands."""

from __future__ import annotations

import io
import shlex
from pathlib import Path

import pytest

from burdenshare.cli import main
from burdenshare.cli.welcome import NEXT, WHAT, welcome

ROOT = Path(__file__).parent.parent.parent


def test_nothing_asked_is_answered_and_no_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    assert "\x1b" not in shown.out
    lines = shown.out.splitlines()
    assert lines[0] == WHAT
    assert len(lines) <= 20
    assert max(map(len, lines)) <= 80
    assert "burdenshare --help" in lines[-1]


def test_colour_is_left_out_where_it_is_not_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[1mburdenshare --help" in welcome()
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in welcome()


@pytest.mark.parametrize("command", [command for command, _ in NEXT])
def test_every_command_works_as_typed(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    printed = ""
    for part in command.split(" | "):
        program, *arguments = shlex.split(part)
        assert program == "burdenshare"
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(printed.encode())))
        assert main(arguments) == 0
        printed = capsys.readouterr().out
    assert len(printed.splitlines()) > 3


def test_packaged_example_is_that_of_the_documents(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["example"]) == 0
    assert capsys.readouterr().out == (ROOT / "examples" / "ministers-meeting.txt").read_text(encoding="utf-8")


def test_help_cuts_no_verb_short(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    verbs = capsys.readouterr().out.split("Commands:")[1]
    assert "..." not in verbs
