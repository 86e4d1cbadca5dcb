"""`burdenshare road`: what it prints, writes and refuses."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from burdenshare.cli import main

QUICK = ["--as-of", "2025-09-01", "--ally", "Germany", "--draws", "0"]


def test_without_anything_it_lists_the_scenarios_and_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["road"]) == 0
    shown = capsys.readouterr().out
    assert "core-by-2035" in shown and "burdenshare road --target 3 --by 2030" in shown
    assert all(len(line) <= 80 for line in shown.splitlines())


def test_it_tells_the_price_of_a_scenario_and_of_a_target(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["road", "core-by-2035", *QUICK]) == 0
    named = capsys.readouterr().out
    assert main(["road", "--target", "3.5", "--by", "2035", *QUICK]) == 0
    typed = capsys.readouterr().out
    price = "Germany: USD 78.84 bn more in 2035"
    assert price in named and price in typed


def test_json_follows_the_schema_that_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["road", "--schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    for more in ([], ["--against", "three-by-2030"], ["--draws", "50", "--sensitivity"]):
        assert main(["road", "core-by-2035", *QUICK, *more, "--json"]) == 0
        jsonschema.Draft202012Validator(schema).validate(json.loads(capsys.readouterr().out))


def test_csv_is_a_long_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["road", "core-by-2035", *QUICK, "--csv"]) == 0
    head, first, *_ = capsys.readouterr().out.splitlines()
    assert head.startswith("entity,year,quantity,unit,central")
    assert first.startswith("DEU,2025,")


def test_pages_are_written_whole_and_replace_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target, other = tmp_path / "road.html", tmp_path / "both.html"
    assert main(["road", "core-by-2035", *QUICK, "--html", str(target)]) == 0
    assert main(["road", "core-by-2035", *QUICK, "--against", "hold", "--html", str(other)]) == 0
    for file in (target, other):
        assert file.read_text(encoding="utf-8").rstrip().endswith("</html>")
    mine = tmp_path / "mine.toml"
    mine.write_text('title = "Mine"\n', encoding="utf-8")
    capsys.readouterr()
    assert main(["road", str(mine), "--html", str(mine)]) == 2
    assert "is one of the files to read" in capsys.readouterr().err
    assert mine.read_text(encoding="utf-8") == 'title = "Mine"\n'


def test_a_price_is_opened_down_to_its_cells(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["road", "core-by-2035", *QUICK, "--explain", "Germany"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "cell: DEU share of GDP 2024" in shown and "WEO-2025-04" in shown and "multiplier" in shown


def test_two_scenarios_stand_side_by_side(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["road", "core-by-2035", *QUICK, "--against", "three-by-2030"]) == 0
    assert "B − A" in capsys.readouterr().out


def test_the_same_seed_tells_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    call = ["road", "core-by-2035", "--as-of", "2025-09-01", "--ally", "Germany", "--draws", "200", "--seed", "7"]
    assert main(call) == 0
    first = capsys.readouterr().out
    assert main(call) == 0
    assert capsys.readouterr().out == first
    assert main([*call, "--without-2020"]) == 0
    assert "without the errors about 2020 and 2021" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["--target", "-1", "--by", "2030"], "a target of -1 %"),
        (["--target", "31", "--by", "2030"], "between 0 and 30"),
        (["--target", "nan", "--by", "2030"], "is no number"),
        (["--target", "3"], "the target has no year"),
        (["--by", "2030"], "by: it speaks of a target, and none is given"),
        (["--target", "3", "--by", "2020"], "by: a target for 2020; give a year from 2027 to 2060"),
        (["--target", "3", "--by", "2061"], "a target for 2061"),
        (["hold", "--until", "2020"], "the year 2020"),
        (["hold", "--until", "2061"], "the year 2061"),
        (["hold", "--as-of", "2010-01-01"], "give a day from 2016-07-04 on"),
        (["hold", "--as-of", "2999-01-01"], "is in the future"),
        (["hold", "--as-of", "soon"], "'soon' is not a day"),
        (["hold", "--ally", "Iceland"], "Iceland has no armed forces"),
        (["hold", "--ally", "Sweeden"], "did you mean Sweden"),
        (["hold", "--ally", "Austria"], "Austria is not a NATO ally"),
        (["hold", "--draws", "-1"], "-1 draws"),
        (["hold", "--draws", "1000000", "--ally", "DEU"], "give 1 to 250000"),
        (["hold", "--draws", "many"], "'many' is not a valid integer"),
        (["hold", "--seed", "-1", "--ally", "DEU"], "a seed of -1"),
        (["hodl"], "did you mean hold"),
        (["nowhere.toml"], "No such file"),
        (["hold", "--target", "3", "--by", "2030"], "a scenario and a target are asked for"),
        (["hold", "--json", "--csv"], "two outputs"),
        (["hold", "--against", "plans", "--csv"], "tells of one scenario"),
        (["hold", "--ally", "DEU", "--explain", "France", "--draws", "0"], "France is not on this road"),
        (["--ally", "DEU"], "nothing is asked"),
    ],
)
def test_what_cannot_be_asked_is_one_line(given: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["road", *given]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    (line,) = shown.err.splitlines()
    assert words in line
    assert "Traceback" not in line


def test_one_who_stops_it_is_told_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stopped(*given: object, **named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("burdenshare.report.road.door.computed", stopped)
    assert main(["road", "hold", *QUICK]) == 130
    assert capsys.readouterr().err.strip() == ""
