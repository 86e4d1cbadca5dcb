"""`burdenshare chain`: what it prints, writes and refuses; files to start from."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from burdenshare.cli import completing, main
from burdenshare.road.chain.scenario import SHIPPED, tables_of

QUICK = ["--as-of", "2026-08-22", "--draws", "0"]


def test_without_a_scenario_the_shipped_ones_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chain"]) == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in SHIPPED) and tuple(SHIPPED) == completing.CHAINS
    assert main(["scenario", "list"]) == 0
    assert all(name in capsys.readouterr().out for name in SHIPPED[:1])


def test_text_json_table_tree_and_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "chain.html"
    assert main(["chain", "hague-chain", *QUICK, "--html", str(page)]) == 0
    assert "1 What is asked" in capsys.readouterr().out and page.read_text(encoding="utf-8").rstrip().endswith(
        "</html>"
    )
    assert main(["chain", "--schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert main(["chain", "hague-chain", *QUICK, "--json"]) == 0
    jsonschema.Draft202012Validator(schema).validate(json.loads(capsys.readouterr().out))
    assert main(["chain", "hague-chain", *QUICK, "--csv"]) == 0
    assert capsys.readouterr().out.startswith("step,name,quantity,period")
    assert main(["chain", "hague-chain", *QUICK, "--explain", "ifv"]) == 0
    assert "capabilities/requirements.csv:" in capsys.readouterr().out
    assert main(["chain", "hague-chain", *QUICK, "--assumptions"]) == 0
    assert "Assumptions: what no row tells" in capsys.readouterr().out


def test_a_file_to_start_from_is_written_with_its_tables_and_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mine"
    assert main(["scenario", "new", "own-tables", str(folder)]) == 0
    assert {one.name for one in folder.iterdir()} == {"own-tables.toml", *tables_of("own-tables")}
    file = folder / "own-tables.toml"
    assert main(["scenario", "check", str(file), "own-tables"]) == 0
    assert capsys.readouterr().out.count("fine: An example") == 2
    assert main(["chain", str(file), *QUICK]) == 0
    assert "own table     shares.csv" in capsys.readouterr().out
    assert main(["scenario", "new", "own-tables", str(folder)]) == 2
    assert "exists already; name another folder" in capsys.readouterr().err
    assert main(["scenario", "new", "hold", str(folder)]) == 0
    assert (folder / "hold.toml").is_file()


def test_every_fault_of_a_table_is_one_line_and_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenario", "new", "own-tables", str(tmp_path)]) == 0
    for name, old, new in (
        ("orders.csv", "rounds", "tonnes"),
        ("money.csv", "8000000000", "-8"),
        ("deliveries.csv", "unit,", "units,"),
    ):
        place = tmp_path / name
        place.write_text(place.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    capsys.readouterr()
    file = str(tmp_path / "own-tables.toml")
    assert main(["scenario", "check", file]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert any("money.csv, row 2: low is -8, below nothing; give 0 or more" in one for one in lines)
    assert any("orders.csv, row 2: unit 'tonnes'" in one for one in lines)
    assert any("deliveries.csv, row 1: no column unit" in one for one in lines)
    assert main(["chain", file, *QUICK]) == 2
    assert capsys.readouterr().err.splitlines() == lines  # a run tells all of them too


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["hague-chian"], "did you mean hague-chain?"),
        (["none.toml"], "none.toml"),
        (["hague-chain", "--json", "--csv"], "two outputs are asked for at once"),
        (["--json"], "no scenario is named"),
        (["own-tables", "--as-of", "2024-01-01"], "the scenario's own are of 2026-03-01 and later: give a later day"),
        (["hague-chain", "--until", "2020"], "the last year is 2020"),
        (["hague-chain", "--draws", "-3"], "-3 draws"),
        (["hague-chain", "--as-of", "2999-01-01"], "2999"),
        (["hague-chain", "--explain", "nothing", *QUICK], "unknown step of the chain"),
    ],
)
def test_what_cannot_be_asked_is_one_line_and_bad_input(
    capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    assert main(["chain", *arguments]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert told in line


def test_shown_files_are_the_shipped_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in SHIPPED[:2]:
        assert main(["scenario", "show", name]) == 0
        file = tmp_path / f"{name}.toml"
        file.write_text(capsys.readouterr().out, encoding="utf-8")
        assert main(["chain", str(file), *QUICK]) == 0
        assert capsys.readouterr().out
