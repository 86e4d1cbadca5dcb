"""data/CONTRIBUTING.md: its examples are taken by the linter and by the build, its commands are there."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from burdenshare.intake.lint import Severity, lint
from burdenshare.intake.linting.grades import WEAK
from burdenshare.record import schema, tables
from tools.build_record import assemble
from tools.build_record.__main__ import main

PAGE = (tables.PACKAGED / "CONTRIBUTING.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```csv\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
ADDED = (
    "commitments/commitments.csv",
    "commitments/events.csv",
    "people/offices.csv",
    "people/aliases.csv",
)
"""The tables of the examples, in the order of the page; the last example is a correction."""


@pytest.fixture(scope="module")
def amended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the packaged record with the page's rows behind the others."""
    root = Path(shutil.copytree(tables.PACKAGED, tmp_path_factory.mktemp("checkout") / "data"))
    for path, lines in zip(ADDED, EXAMPLES, strict=False):
        (root / path).write_text((root / path).read_text(encoding="utf-8") + lines, encoding="utf-8")
    return root


def test_every_example_is_of_a_table() -> None:
    assert len(EXAMPLES) == len(ADDED) + 1


def test_the_linter_takes_the_examples(amended: Path) -> None:
    found = lint(amended, today=date(2026, 12, 31))
    assert [one.line for one in found if one.severity is not Severity.NOTE] == []


def test_the_linter_takes_the_examples_by_themselves(tmp_path: Path) -> None:
    for path, lines in zip(ADDED, EXAMPLES, strict=False):
        header = ",".join(schema.BY_PATH[path].header)
        (tmp_path / Path(path).name).write_text(f"{header}\n{lines}", encoding="utf-8")
    assert [one.line for one in lint(tmp_path, today=date(2026, 12, 31)) if one.rule != "gap"] == []


def test_the_build_takes_the_examples(amended: Path) -> None:
    assert main(["--amend", "--out", str(amended)]) == 0
    (added,) = (row for row in tables.rows("people/offices.csv", root=amended) if row["person"] == "Jane Example")
    assert added["office"] == "defence_minister"


def test_the_correction_is_one_that_stands() -> None:
    held = (assemble.AUTHORED / "corrections.csv").read_text(encoding="utf-8")
    assert EXAMPLES[-1] in held


def test_every_grade_is_told() -> None:
    for grade in (*schema.GRADES.split("|"), "A", "B", "C", "D"):
        assert f"| `{grade}` |" in PAGE, grade
    assert set(WEAK) == {"secondary", "D"}


def test_every_file_it_names_is_there() -> None:
    root = Path(__file__).parents[2]
    for name in re.findall(r"`([\w/.]+\.(?:csv|toml))`", PAGE):
        below = (root / name, tables.PACKAGED / name, *tables.PACKAGED.glob(f"*/{name}"))
        assert name == "mine/events.csv" or any(path.is_file() for path in below), name
