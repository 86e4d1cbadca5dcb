"""`burdenshare support`: what it prints, writes and refuses."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from burdenshare.cli import main


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["support", *arguments]) == 0
    return capsys.readouterr().out


def test_it_tells_who_gave_what(capsys: pytest.CaptureFixture[str]) -> None:
    shown = printed(capsys)
    assert "All donors allocated EUR 374.2 bn" in shown and "release 30, undated" in shown
    some = printed(capsys, "--donor", "Germany", "--since", "2025", "--kind", "military")
    assert "Germany allocated EUR 13.21 bn" in some
    then = printed(capsys, "--as-of", "2024-05-01")
    assert "Europe EUR 89.9 bn, the United States EUR 67 bn" in then


@pytest.mark.parametrize("name", ["Russia", "Ukraine", "RUS"])
def test_who_could_not_give_is_no_donor(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main(["support", "--donor", name]) == 2
    assert f"unknown donor '{name}'" in capsys.readouterr().err


def test_it_tells_what_a_scenario_costs(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "germany-stops" in printed(capsys, "--scenario", "list")
    assert "EUR 109.4 bn more in 2027" in printed(capsys, "--scenario", "quarter-percent")
    assert "Spain: EUR" in printed(capsys, "--give", "0.5", "--since", "2027-01", "--donor", "Spain")
    mine = tmp_path / "mine.toml"
    mine.write_text('title = "Mine"\n[[stop]]\ndonors = ["NOR"]\nsince = "2027-01"\n', encoding="utf-8")
    assert "Norway" in printed(capsys, "--scenario", str(mine))


def test_json_follows_the_schema_that_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    schema = json.loads(printed(capsys, "--schema"))
    for more in ([], ["--donor", "NORDIC"], ["--scenario", "germany-stops"], ["--as-of", "2024-05-01"]):
        shape = json.loads(printed(capsys, *more, "--json"))
        jsonschema.Draft202012Validator(schema).validate(shape)


def test_csv_explain_and_full(capsys: pytest.CaptureFixture[str]) -> None:
    head, first, *_ = printed(capsys, "--csv").splitlines()
    assert head.startswith("quantity,entity,name,from,to,eur") and first.startswith(
        "given,ALL_DONORS,All donors,2022-01"
    )
    assert "cell: EST aid" in printed(capsys, "--explain", "Baltic", "--since", "2026-03")
    assert "GDP in euro" in printed(capsys, "--scenario", "quarter-percent", "--explain", "Latvia")
    assert "Malta" in printed(capsys, "--full") and "Malta " not in printed(capsys)


def test_pages_are_written_whole_and_replace_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target, mine = tmp_path / "support.html", tmp_path / "mine.toml"
    printed(capsys, "--html", str(target))
    assert target.read_text(encoding="utf-8").rstrip().endswith("</html>")
    mine.write_text('title = "Mine"\n', encoding="utf-8")
    assert main(["support", "--scenario", str(mine), "--html", str(mine)]) == 2
    assert "is one of the files to read" in capsys.readouterr().err
    assert mine.read_text(encoding="utf-8") == 'title = "Mine"\n'


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["--donor", "Germny"], "unknown donor 'Germny'; did you mean Germany?"),
        (["--since", "soon"], "since: 'soon' is no month; write 2025-05, or a year"),
        (["--kind", "arms"], "'arms' is not one of"),
        (["--definition", "disbursement"], "disbursements are held of financial aid alone"),
        (["--release", "30", "--since", "2025"], "release 30: it holds no months"),
        (["--span", "2025", "--against", "2024-06"], "give two spans of equal length"),
        (["--as-of", "2999-01-01"], "is in the future"),
        (["--as-of", "2021-01-01"], "give a day from 2026-04-22 on"),
        (["--scenario", "nothing"], "unknown scenario 'nothing'; known: present-pace"),
        (["--scenario", "missing.toml"], "missing.toml: No such file"),
        (["--give", "0.5"], "say --since 2027-01"),
        (["--json", "--csv"], "keep one of --json, --csv and --explain"),
    ],
)
def test_what_cannot_be_asked_is_one_line_and_two(
    given: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["support", *given]) == 2
    told = capsys.readouterr()
    assert words in told.err and told.err.count("\n") == 1 and not told.out


def test_scenario_files_of_support_are_listed_shown_and_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["scenario", "list"]) == 0
    listed = capsys.readouterr().out
    assert "core-by-2035" in listed and "quarter-percent" in listed
    assert main(["scenario", "show", "germany-stops"]) == 0
    text = capsys.readouterr().out
    mine = tmp_path / "mine.toml"
    mine.write_text(text, encoding="utf-8")
    assert main(["scenario", "check", str(mine)]) == 0
    assert "fine: Germany stops in 2027: Germany: nothing from 2027-01 on" in capsys.readouterr().out
    mine.write_text(text.replace("DEU", "DUE").replace("pace = 12", "peace = 12"), encoding="utf-8")
    assert main(["scenario", "check", str(mine)]) == 2
    assert "did you mean pace or replace?" in capsys.readouterr().err
