"""`burdenshare clock`: what it prints, writes and refuses."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from burdenshare.cli import main
from burdenshare.cli.completing import CLOCK_SCENARIOS
from burdenshare.road.clock.scenario import SHIPPED


def test_it_tells_the_curves_and_what_stands_behind_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clock"]) == 0
    shown = capsys.readouterr().out
    assert "Not how likely an attack is." in shown.replace("\n", " ")
    assert "[rutte-2025-06-09]" in shown and "No sign" in shown and "What moves the curves most" in shown


def test_json_follows_the_schema_that_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clock", "--schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    for more in ([], ["--as-of", "2025-06-26"], ["--scenario", "services"], ["--ceasefire", "2026-12/2027-06"]):
        assert main(["clock", *more, "--json"]) == 0
        jsonschema.Draft202012Validator(schema).validate(json.loads(capsys.readouterr().out))


def test_as_of_and_without_and_ceasefire_reach_the_curves(capsys: pytest.CaptureFixture[str]) -> None:
    more = ["--as-of", "2025-06-26", "--without", "dgap-2023", "--ceasefire", "2027", "--until", "2030"]
    assert main(["clock", *more, "--json"]) == 0
    shape = json.loads(capsys.readouterr().out)
    assert shape["on"] == "2025-06-26" and shape["years"][-1] == 2030
    assert shape["scenario"]["ceasefire"] == {"first": "2027-01-01", "last": "2027-12-31"}
    held = {one["key"]: one["place"] for one in shape["statements"]}
    assert held["dgap-2023"] == "no_weight" and held["ddis-ally-2025-02-11"] == "drawn"


def test_weights_of_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "weights.toml"
    file.write_text("[statement]\nbild-2025-07 = 0\n", encoding="utf-8")
    assert main(["clock", "--weights", str(file), "--json"]) == 0
    held = {one["key"]: one["place"] for one in json.loads(capsys.readouterr().out)["statements"]}
    assert held["bild-2025-07"] == "no_weight"
    for more, alike in (["--weights", str(file)], False), ([], True):
        assert main(["clock", *more]) == 0
        assert ("every statement alike" in capsys.readouterr().out) == alike


def test_csv_and_a_curve_opened(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clock", "--csv"]) == 0
    assert capsys.readouterr().out.startswith("kind,feared,key,year,share")
    assert main(["clock", "--explain", "attack_on_ally:2029"]) == 0
    assert "before the end of 2029" in " ".join(capsys.readouterr().out.split())


def test_page_and_picture_are_written(tmp_path: Path) -> None:
    page, chart = tmp_path / "clock.html", tmp_path / "clock.svg"
    assert main(["clock", "--html", str(page), "--chart", str(chart), "--json"]) == 0
    assert page.read_text(encoding="utf-8").rstrip().endswith("</html>")
    assert chart.read_text(encoding="utf-8").startswith("<svg ")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--json", "--csv"], "two outputs are asked for at once"),
        (["--chart", "x.png"], "let it end in .svg"),
        (["--scenario", "state"], "did you mean stated"),
        (["--scenario", "gone.toml"], "gone.toml: No such file"),
        (["--weights", "gone.toml"], "gone.toml: No such file"),
        (["--without", "bild-2025"], "did you mean bild-2025-07"),
        (["--ceasefire", "2026-12-31/"], "the cease-fire is no day"),
        (["--ceasefire", "soon"], "the cease-fire is no day"),
        (["--as-of", "2023-01-01"], "nobody had stated a horizon"),
        (["--as-of", "2999-01-01"], "in the future"),
        (["--until", "1990"], "until 1990"),
        (["--until", "5000"], "until 5000"),
        (["--requirement", "moons"], "unknown requirement 'moons'"),
        (["--explain", "war"], "unknown thing feared 'war'"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_2(asked: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clock", *asked]) == 2
    error = capsys.readouterr().err
    assert told in error and len(error.splitlines()) == 1 and "Traceback" not in error


def test_scenarios_of_the_clock_are_listed_shown_and_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert CLOCK_SCENARIOS == SHIPPED
    assert main(["scenario", "list"]) == 0
    listed = capsys.readouterr().out
    for name in SHIPPED:
        assert name in listed
        assert main(["scenario", "show", name]) == 0
        file = tmp_path / f"{name}.toml"
        file.write_text(capsys.readouterr().out, encoding="utf-8")
        assert main(["scenario", "check", str(file)]) == 0
        assert "clock" in capsys.readouterr().out
        assert main(["scenario", "check", name]) == 0
        capsys.readouterr()


def test_every_fault_of_a_clock_is_told_beside_those_of_the_road(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.toml"
    text = 'title = "x"\nbaselin = "share"\n[clock]\nceasefire = "soon"\n[clock.weights.speaker]\nmilitary = -1\n'
    file.write_text(text, encoding="utf-8")
    assert main(["scenario", "check", str(file)]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 3
    assert "did you mean baseline" in lines[0] and "no day: 'soon'" in lines[1] and "a weight of -1" in lines[2]


def test_a_clock_without_mass_is_a_fault_of_its_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "none.toml"
    kinds = ("intelligence", "military", "government", "alliance", "institute", "press")
    file.write_text(
        'title = "x"\n[clock.weights.speaker]\n' + "".join(f"{kind} = 0\n" for kind in kinds), encoding="utf-8"
    )
    assert main(["scenario", "check", str(file)]) == 2
    assert "a distribution without mass" in capsys.readouterr().err
