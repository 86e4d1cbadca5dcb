"""`burdenshare backtest`: what it prints, writes and refuses."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from burdenshare.cli import main


def test_json_follows_the_schema_that_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backtest", "--schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert main(["backtest", "--draws", "150", "--seed", "3", "--json"]) == 0
    shape = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator(schema).validate(shape)
    assert (shape["draws"], shape["seed"]) == (150, 3)


def test_csv_and_page_in_one_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "test.html"
    assert main(["backtest", "--draws", "150", "--csv", "--html", str(target)]) == 0
    assert capsys.readouterr().out.startswith("definition,model,origin,horizon,cells,crps")
    assert target.read_text(encoding="utf-8").rstrip().endswith("</html>")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("--draws", "5"), "5 draws cannot be scored"),
        (("--json", "--csv"), "name one"),
        (("--seed", "-1"), "seed"),
        (("--html", "nowhere/x.html"), "cannot be written"),
    ],
)
def test_bad_input_is_one_line(given: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backtest", *given]) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and told in shown.err.splitlines()[-1]
