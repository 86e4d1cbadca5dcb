"""`burdenshare data`: what comes in is tried, kept beside the package, told, and can be taken off again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import burdenshare as bs
from burdenshare.cli import main
from burdenshare.record import Record, load_record
from burdenshare.record.layers import laid, standing
from burdenshare.web.store.store import Store
from tests.intake.nato.layouts import as_in_2026
from tests.intake.nato.made import Invented
from tools.build_record.build import ROOT

MAPPINGS = ROOT / "examples" / "mappings"
RAW = ROOT.parent / "shared" / "data" / "raw"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder of its own, in which nothing was imported."""
    folder = tmp_path / "home"
    monkeypatch.setenv("BURDENSHARE_DATA", str(folder))
    yield folder
    standing.cache_clear()  # another test's process has other layers


@pytest.fixture(scope="module")
def invented(record: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook of a release that never was: its figures fit each other, and not the record."""
    made = Invented(record)
    path = tmp_path_factory.mktemp("releases") / made.name
    path.write_bytes(as_in_2026(made))
    return path


def mapped(name: str) -> list[str]:
    return [
        "data",
        "import",
        str(MAPPINGS / f"{name}.csv"),
        "--mapping",
        str(MAPPINGS / f"{name}.toml"),
        "--no-effects",
    ]


def test_a_table_of_ones_own_comes_in_is_listed_verified_and_goes(capsys: Capture) -> None:
    before = load_record(layers=())
    assert main(mapped("commitments")) == 0
    told = capsys.readouterr().out
    (layer,) = laid()
    assert f"imported as layer {layer.id}" in told
    after = load_record(layers=laid())
    assert len(after.commitments()) > len(before.commitments())
    assert main(["data", "list"]) == 0
    assert layer.id in capsys.readouterr().out
    assert main(["data", "verify"]) == 0
    assert "keeps its rules" in capsys.readouterr().out
    assert main(["data", "remove", layer.id]) == 0
    assert load_record(layers=laid()).version == before.version


def test_the_same_again_is_told_and_changes_nothing(capsys: Capture) -> None:
    assert main(mapped("commitments")) == 0
    held = [one.id for one in laid()]
    capsys.readouterr()
    assert main(mapped("commitments")) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert f"was imported already, as layer {held[0]}" in line
    assert [one.id for one in laid()] == held


def test_a_release_that_breaks_rules_is_refused_with_its_cells(invented: Path, capsys: Capture) -> None:
    assert main(["data", "import", str(invented)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "is not accepted: " in line
    assert "!" in line.split("is not accepted: ")[1].split(":")[0]  # a cell, such as TABLE3!D12
    assert "--accept REASON" in line
    assert laid() == ()
    assert main(["data", "import", str(invented), "--dry-run"]) == 2
    assert "objections: it would be refused" in capsys.readouterr().out
    assert laid() == ()


def test_an_accepted_exception_is_kept_as_data_and_answers_name_the_cell(
    invented: Path, home: Path, capsys: Capture
) -> None:
    report = bs.check("Poland spent 4.1 % of GDP on defence in 2024.", on=date(2026, 8, 21))
    with Store.open(f"sqlite:///{home / 'reports.db'}") as store:
        store.save(report, title="Before the import")
    assert main(["data", "import", str(invented), "--accept", "an invented release, for a test", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["rows"]["new"] > 5000
    assert told["after"]["edition"] == "2026-08-22"
    assert told["effects"]["saved_reports"] == 1
    (layer,) = laid()
    assert {one["reason"] for one in layer.accepted} == {"an invented release, for a test"}
    found = load_record(layers=laid()).cell("share_of_gdp", "POL", 2024, release="2026-08", exact_release=True)
    assert found is not None
    (seen,) = found.observations
    assert seen.table.startswith(f"{invented.name}: ")
    assert main(["data", "verify"]) == 0
    assert "exceptions were accepted on import" in capsys.readouterr().out
    assert main(["data", "effects", layer.id, "--fail-on-change"]) == 1
    assert "saved reports verdicts turn" in capsys.readouterr().out


def test_a_layer_is_held_against_the_record_without_it(invented: Path, capsys: Capture) -> None:
    assert main(["data", "import", str(invented), "--accept", "a test", "--no-effects"]) == 0
    (layer,) = laid()
    standing.cache_clear()  # each run of the program looks anew
    capsys.readouterr()
    assert main(["record", "diff", layer.id, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["added"]["share_of_gdp"] > 300
    assert main(["record", "diff", "2026-07"]) == 2
    assert "has nothing to be compared with" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["import", "nowhere.xlsx"], "No such file"),
        (["import", "ftp://example.org/a.xlsx"], "is not fetched"),
        (["import", "http://127.0.0.1:9/a.xlsx"], "loopback"),
        (["import", str(ROOT / "README.md")], "is no release that can be told from its content"),
        (["import", str(MAPPINGS / "commitments.csv"), "--mapping", "nowhere.toml"], "nowhere.toml"),
        (["import", str(ROOT / "README.md"), "--published", "2999-01-01"], "is in the future"),
        (["remove", "nothing"], "unknown layer 'nothing'"),
        (["effects", "nothing"], "unknown layer 'nothing'"),
        (["verify", "nothing"], "unknown layer 'nothing'"),
        (["lint", "nowhere"], "is no folder"),
        (["export", "--to", "csv", "--out", str(ROOT / "README.md")], "README.md"),
    ],
)
def test_bad_input_is_one_line(arguments: list[str], said: str, capsys: Capture) -> None:
    assert main(["data", *arguments]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("burdenshare: ")
    assert said in line


def test_an_empty_file_is_told(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "empty.xlsx"
    path.write_bytes(b"")
    assert main(["data", "import", str(path)]) == 2
    assert "is empty" in capsys.readouterr().err


def test_status_tells_what_is_held_and_due(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["data", "status"]) == 0
    assert "nothing is due" in capsys.readouterr().out
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1830000000")  # 28 December 2027
    assert main(["data", "status", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["old"] is True
    assert all(one["due"] for one in told["publishers"])


def test_an_export_comes_back_as_nothing_new(tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "record.zip"
    assert main(["data", "export", "--to", "csv", "--out", str(out)]) == 0
    assert "23 tables" in capsys.readouterr().out
    assert main(["data", "import", str(out)]) == 2
    assert "nothing was changed" in capsys.readouterr().err
    assert laid() == ()


def test_lint_has_no_errors_in_the_package(capsys: Capture) -> None:
    assert main(["data", "lint"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("0 errors, ")


@pytest.mark.skipif(not RAW.is_dir(), reason="the raw data folder is not beside this checkout")
@pytest.mark.parametrize(
    ("path", "rows"),
    [
        ("nato/240617-def-exp-2024-TABLES-en.xlsx", 5346),
        ("nato/240617-def-exp-2024-en.pdf", 5346),
        ("weo/WEOApr2020all.xls", 2372),
    ],
)
def test_the_official_files_hold_what_the_record_holds(path: str, rows: int, capsys: Capture) -> None:
    assert main(["data", "import", str(RAW / path), "--dry-run", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["objections"] == []
    assert told["rows"]["same"] + told["rows"]["coarser"] == rows
    assert told["rows"]["new"] == told["rows"]["changed"] == 0
