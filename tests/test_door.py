"""The public door: complete, sorted, lazy."""

from __future__ import annotations

import ast
import pickle
import subprocess
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest

import burdenshare as bs
from burdenshare import errors

SOURCE = Path(bs.__file__).read_text(encoding="utf-8")
HEAVY = (
    "numpy",
    "polars",
    "jinja2",
    "rich",
    "trafilatura",
    "pypdfium2",
    "click",
    "burdenshare.record",
    "burdenshare.reading",
    "burdenshare.road",
)


def typed_names() -> set[str]:
    """The names imported for type checkers."""
    (block,) = [node for node in ast.parse(SOURCE).body if isinstance(node, ast.If)]
    return {alias.name for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names}


def test_all_is_sorted_complete_and_every_name_opens() -> None:
    assert bs.__all__ == sorted(bs.__all__)
    assert set(bs.__all__) == typed_names() == set(bs._ROOM_OF)
    for name in bs.__all__:
        assert getattr(bs, name) is not None
    assert set(bs.__all__) <= set(dir(bs))


def test_every_error_is_at_the_door() -> None:
    raised = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)}
    assert raised <= set(bs.__all__)


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = bs.nothing  # type: ignore[attr-defined, unused-ignore]


def test_version_is_that_of_the_distribution() -> None:
    assert bs.__version__ == version("burdenshare")


@pytest.mark.parametrize("statement", ["import burdenshare", "import burdenshare.pytest_cases"])
def test_import_loads_nothing_heavy(statement: str) -> None:
    code = f"import pytest, sys; before = set(sys.modules); {statement}; print(*(set(sys.modules) - before))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert [name for name in loaded if name.startswith(HEAVY)] == []


def test_help_loads_only_click() -> None:
    code = (
        "import sys; from burdenshare.cli import main; main(['--help']); "
        f"print([name for name in sys.modules if name.startswith({tuple(set(HEAVY) - {'click'})!r})])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.strip().splitlines()[-1] == "[]"


def test_check_reads_a_text_and_takes_a_document() -> None:
    record = bs.load_record()
    text = "NATO has 32 members. Poland spent 4.12 % of GDP on defence in 2024."
    report = bs.check(text, on=date(2025, 2, 13), record=record)
    again = bs.check(bs.Document("mine", text), on=date(2025, 2, 13), record=record)
    assert report.to_dict()["statements"] == again.to_dict()["statements"]
    assert again.to_dict()["document"]["id"] == "mine"
    assert again.to_dict()["document"]["published_from"] == "option"
    assert report.has(bs.Verdict.SUPPORTED)
    assert len(bs.read(text, on=date(2025, 2, 13), record=record).statements) == report.summary.statements


def test_check_of_a_text_older_than_the_releases_says_so() -> None:
    report = bs.check("NATO has 28 members, the alliance said.", on=date(2015, 3, 1))
    assert any("older than the first release" in remark for remark in report.to_dict()["remarks"])


def test_day_before_the_record_begins_is_refused_for_both_clocks() -> None:
    text, early = "The alliance said that it will spend more.", date(1940, 1, 1)
    with pytest.raises(bs.DateError, match="before the record begins"):
        bs.check(text, on=early)
    with pytest.raises(bs.DateError, match="before the record begins"):
        bs.check(text, now=early)


def test_proposer_is_asked_once_and_only_where_one_is_given() -> None:
    asked: list[bs.Document] = []

    class Proposer:
        def propose(self, document: bs.Document) -> list[bs.Proposal]:
            asked.append(document)
            return [bs.Proposal(0, 4, "NATO", "members", 31, "allies", "NATO", "mine")]

    text, on = "NATO has 32 members.", date(2025, 2, 13)
    alone = bs.check(text, on=on).to_dict()
    report = bs.check(text, on=on, proposer=Proposer()).to_dict()
    assert len(asked) == 1
    assert report["statements"] == alone["statements"]
    assert [one["proposer"] for one in report["not_verified"]] == ["mine"]
    assert bs.read(text, on=on, proposer=Proposer()).not_verified[0].reason


def test_errors_travel_between_processes_as_they_are() -> None:
    for fault in (
        bs.InputError("what", where="where", remedy="remedy"),
        bs.UnknownNameError("ally", "Polnd", ["Poland"], where="entity"),
    ):
        back = pickle.loads(pickle.dumps(fault))
        assert (type(back), vars(back), back.args) == (type(fault), vars(fault), fault.args)
