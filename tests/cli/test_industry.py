"""`burdenshare industry`: what it prints, writes and refuses."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from burdenshare.cli import cli, completing, main
from burdenshare.cli.industry import ItemGroup
from burdenshare.road.industry.items import items
from burdenshare.road.industry.scenario import SHIPPED

QUICK = ["--as-of", "2026-08-22", "--draws", "0"]


def test_an_item_is_told_with_and_without_its_verb(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["industry", "caesar", *QUICK]) == 0
    first = capsys.readouterr().out
    assert main(["industry", "item", "self-propelled guns", *QUICK]) == 0
    assert capsys.readouterr().out == first
    assert "a year as it stands" in first


def test_an_order_is_told_by_when_it_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["industry", "caesar", "--units", "100", "--from", "2027", "--to", "2028", *QUICK]) == 0
    assert "all that is ordered is there by" in capsys.readouterr().out
    assert main(["industry", "caesar", "--money", "EUR 1bn", "--price", "EUR 10m", *QUICK, "--json"]) == 0
    shape = json.loads(capsys.readouterr().out)
    assert 80 < shape["items"][0]["ordered"]["central"] < 120


@pytest.mark.parametrize(
    ("verb", "options"),
    [
        ("item", ["155mm", *QUICK]),
        ("list", ["--as-of", "2026-08-22"]),
        ("requirements", QUICK),
        ("backtest", ["--draws", "20"]),
    ],
)
def test_json_follows_the_schema_that_the_verb_prints(
    capsys: pytest.CaptureFixture[str], verb: str, options: list[str]
) -> None:
    assert main(["industry", verb, "--schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert main(["industry", verb, *options, "--json"]) == 0
    jsonschema.Draft202012Validator(schema).validate(json.loads(capsys.readouterr().out))
    assert main(["industry", verb, *options]) == 0
    assert capsys.readouterr().out


def test_csv_and_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "items.html"
    assert main(["industry", "mistral", *QUICK, "--csv", "--html", str(page)]) == 0
    assert capsys.readouterr().out.startswith("item,month,quantity")
    assert page.read_text(encoding="utf-8").rstrip().endswith("</html>")


def test_scenarios_are_shown_and_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "mine.toml"
    for name in SHIPPED:
        assert main(["industry", "show", name]) == 0
        mine.write_text(capsys.readouterr().out, encoding="utf-8")
        assert main(["industry", "check", str(mine)]) == 0
        assert capsys.readouterr().out.startswith("fine: ")
    mine.write_text('title = "x"\n[[buy]]\nitem = "tankz"\n[[buy]]\nitem = "155mm"\nuntis = 3\n', encoding="utf-8")
    assert main(["industry", "check", str(mine)]) == 2
    faults = capsys.readouterr().err.splitlines()
    assert len(faults) == 2 and all(one.startswith("burdenshare: ") for one in faults)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (["item"], "no item is named"),
        (["tankz"], "did you mean leopard-2 (main"),
        (["155mm", "--scenario", "nothing"], "unknown scenario of the industry"),
        (["155mm", "--scenario", "missing.toml"], "missing.toml"),
        (["155mm", "--units", "many"], "no number"),
        (["155mm", "--units", "0.5"], "units: 0.5 is less than one"),
        (["155mm", "--units", "5", "--to", "2020"], "155mm is ordered to 2020, before the run begins in 2026-09"),
        (["155mm", "--units", "5", "--from", "2030", "--to", "2029"], "from 2030 to 2029; give the earlier year first"),
        (
            ["155mm", "--units", "5", "--to", "2050"],
            "ordered to 2050, after the run ends in 2036; let it end by 2036",
        ),
        (["155mm", "--units", "-5"], "is below nothing; write a number above 0"),
        (["patriot"], "did you mean pac-3-mse (Patriot interceptors (PAC-3 MSE)) or gem-t (Patriot interceptors"),
        (["155mm", "--json", "--csv"], "two outputs"),
        (["155mm", "--until", "2020"], "the last year is 2020"),
        (["155mm", "--money", "EUR 1bn", "--as-of", "2019-01-01"], "give a later day"),
        (["requirements", "--draws", "-3"], "-3 draws"),
        (["show", "nothing"], "unknown scenario"),
    ],
)
def test_what_cannot_be_asked_is_one_line_and_exit_2(
    capsys: pytest.CaptureFixture[str], call: list[str], told: str
) -> None:
    assert main(["industry", *call]) == 2
    fault = capsys.readouterr().err
    assert told in fault and fault.count("\n") == 1 and "Traceback" not in fault


def test_an_item_without_enough_rows_is_an_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["industry", "leopard-2", *QUICK]) == 0
    assert "Not enough in the record" in capsys.readouterr().out


def test_completion_knows_the_items_and_the_scenarios() -> None:
    assert set(completing.ITEMS) == set(items())
    assert tuple(SHIPPED) == completing.PLANTS
    group = cli.commands["industry"]
    assert isinstance(group, ItemGroup) and set(group.commands) & set(completing.ITEMS) == set()


def test_requirements_and_the_back_test_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page, chart = tmp_path / "required.html", tmp_path / "required.svg"
    told = ["industry", "requirements", *QUICK, "--csv", "--html", str(page), "--chart", str(chart)]
    assert main(told) == 0
    assert capsys.readouterr().out.startswith("requirement,title,kind")
    assert "What is required" in page.read_text(encoding="utf-8")
    assert chart.read_text(encoding="utf-8").startswith("<svg ")
    assert main(["industry", "backtest", "--draws", "20", "--html", str(page)]) == 0
    assert "foreseen, and what came" in page.read_text(encoding="utf-8")
    assert main(["industry", "mistral", *QUICK, "--chart", str(chart)]) == 0
    assert "Mistral" in chart.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "options",
    [
        ["requirements", "--csv", "--json"],
        ["requirements", "--chart", "required.pdf"],
        ["155mm", "--chart", "shells.png"],
        ["backtest", "--html", "no/such/folder/x.html"],
    ],
)
def test_outputs_that_cannot_be_are_refused(capsys: pytest.CaptureFixture[str], options: list[str]) -> None:
    assert main(["industry", *options]) == 2
    assert capsys.readouterr().err.count("\n") == 1
