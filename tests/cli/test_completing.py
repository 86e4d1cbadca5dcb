"""What TAB offers: names of the record and files, by click's own interface for completion, and without the record."""

from __future__ import annotations

import os
import subprocess
import sys

import click
import pytest
from click.shell_completion import ShellComplete

from burdenshare.checking.model import Verdict
from burdenshare.cli import cli, completing, main
from burdenshare.errors import RecordError
from burdenshare.record import load_record
from burdenshare.record.aid_books import Definition, Kind
from burdenshare.report.alliance.alliance import alliance
from burdenshare.report.saved.files import Form
from burdenshare.road.model import Baseline, Measure, Shape
from burdenshare.road.scenario import SHIPPED
from burdenshare.road.support.scenario import SHIPPED as OF_SUPPORT


def offered(*typed: str) -> list[str]:
    """What is offered for the last word of `typed`."""
    found = ShellComplete(cli, {}, "burdenshare", completing.VARIABLE).get_completions(list(typed[:-1]), typed[-1])
    return [f"<{one.type}>" if one.type == "file" else one.value for one in found]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        (("re",), ["read", "recheck", "record"]),
        (("ro",), ["road"]),
        (("record", "P"), ["POL", "PRT"]),
        (("record", "eur"), ["EUR", "EUR_CAN"]),
        (("record", "d"), ["diff", "DNK", "DEU"]),
        (("record", "POL", "share_of_g"), ["share_of_gdp"]),
        (("record", "value", "POL", "share_of_g"), ["share_of_gdp"]),
        (("record", "POL", "share_of_gdp", "2024", "--release", "2025"), ["2025-08", "2025-04"]),
        (("record", "diff", "2024-06", "2026"), ["2026-07", "2026-03"]),
        (("record", "diff", "--measure", "real_c"), ["real_change"]),
        (("record", "list", "m"), ["measures"]),
        (("alliance", "--part", "po"), ["posture", "positions"]),
        (("check", "--fail-on", "c"), ["close", "contradicted"]),
        (("check", "exa"), ["<file>"]),
        (("explain", "exa"), ["<file>"]),
        (("story", "a.txt", "--svg", "o"), ["<file>"]),
        (("export", "saved.json", "--to", "c"), ["claimreview", "csv"]),
        (("road", "core"), ["core-by-2035"]),
        (("road", "mine"), ["<file>"]),
        (("road", "hold", "--against", "t"), ["three-by-2030"]),
        (("road", "hold", "--ally", "D"), ["DNK", "DEU"]),
        (("scenario", "show", "h"), ["hold", "hague-by-2035", "hague-chain"]),
        (("chain", "l"), ["lacks-ordered"]),
        (("chain", "mine"), ["<file>"]),
        (("scenario", "show", "g"), ["germany-stops"]),
        (
            ("support", "--donor", "EU_"),
            ["EU_MEMBERS", "EU_MEMBERS+EU_INST", "EU_INST", "EU_INST_EIB", "EU_INST_EPF", "EU_ALLIES"],
        ),
        (("support", "--scenario", "q"), ["quarter-percent", "quarter-percent-with-eu"]),
        (("support", "--scenario", "mine"), ["<file>"]),
        (("support", "--kind", "m"), ["military"]),
        (("scenario", "check", "x"), ["<file>"]),
        (("completion", ""), ["bash", "zsh", "fish"]),
    ],
)
def test_names_are_offered(typed: tuple[str, ...], names: list[str]) -> None:
    assert offered(*typed) == names


def test_every_name_of_the_record_is_offered_and_no_other() -> None:
    record = load_record()
    assert set(offered("record", "value", "")) == {one.ally for one in record.allies()} | set(record.groups())
    assert offered("record", "NATO", "") == [one.id for one in record.measures()]
    assert set(offered("record", "diff", "")) == {one.id for one in record.releases()}


def test_words_that_are_written_here_are_those_of_the_program() -> None:
    assert tuple(one.id for one in alliance().view.sections) == completing.PARTS
    assert tuple(Verdict) == completing.VERDICTS
    assert set(Form) == set(completing.FORMS)
    assert SHIPPED == completing.SCENARIOS
    assert OF_SUPPORT == completing.SUPPORT_SCENARIOS
    assert tuple(Kind) == completing.AID_KINDS and tuple(Definition) == completing.AID_DEFINITIONS
    assert set(completing.TARGETED) == set(Measure) - {Measure.RELATED}
    assert set(completing.SHAPES) == set(Shape) - {Shape.CUSTOM}
    assert set(completing.BASELINES) == set(Baseline)


def test_damaged_record_offers_nothing() -> None:
    def damaged() -> list[tuple[str, str]]:
        raise RecordError("damaged")

    assert completing.offered(damaged, "") == []


@pytest.mark.parametrize("shell", completing.SHELLS)
def test_script_names_the_program(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    shown = capsys.readouterr().out
    assert completing.VARIABLE in shown
    assert "burdenshare" in shown


def test_unknown_shell_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "tcsh"]) == 2
    assert "See burdenshare completion --help." in capsys.readouterr().err


def test_shell_is_answered_without_what_is_heavy() -> None:
    code = (
        "import sys, atexit; from burdenshare.cli import main; "
        "atexit.register(lambda: print([one for one in sys.modules if one in ('polars', 'rich', 'jinja2', 'lxml')])); "
        "main([])"
    )
    asked = {"COMP_WORDS": "burdenshare record POL share_of_g", "COMP_CWORD": "3", completing.VARIABLE: "bash_complete"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, **asked}
    )
    assert done.stdout.splitlines() == ["plain,share_of_gdp", "[]"]


def test_every_argument_and_option_that_takes_a_file_offers_files() -> None:
    def commands(one: click.Command) -> list[click.Command]:
        return [one, *(sub for part in getattr(one, "commands", {}).values() for sub in commands(part))]

    places = [
        (command.name, one.name)
        for command in commands(cli)
        for one in command.params
        if any(word in (one.metavar or "") for word in ("FILE", "OUT.", "PATH", "TABLE", "REPORT"))
        and one.metavar != "URL|spacy:PATH"
        and [item.type for item in one.shell_complete(click.Context(command), "x")] != ["file"]
    ]
    assert places == []
