"""The table of rules tells every rule and look-up that can decide a verdict, and no other."""

from __future__ import annotations

import ast
from pathlib import Path

import burdenshare.checking.check as check
import burdenshare.checking.lists as lists
from burdenshare.checking.said_horizons import said_so
from burdenshare.checking.verdicts import RULES
from burdenshare.report.rules import rule_told, rules


def named_in(module: str) -> set[str]:
    """The rules a module names as words: the argument of `on_clock`, the field `rule` of a judgement."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(Path(module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            told = [one.value for one in node.keywords if one.arg == "rule"]
            if getattr(node.func, "id", "") == "on_clock":
                told.append(node.args[-1])
            found |= {str(one.value) for one in told if isinstance(one, ast.Constant)}
    return found


def test_every_rule_is_told_and_no_other() -> None:
    by_name = named_in(check.__file__) | named_in(lists.__file__)
    assert len(by_name) > 6
    looked_up = {one.__name__ for one in (*check.DATED.values(), said_so)}
    assert set(rules()) == {rule.__name__ for rule in RULES} | looked_up | by_name


def test_each_is_one_plain_sentence_part() -> None:
    for name, told in rules().items():
        assert told[0].islower() or told.startswith(("“", "NATO")), name
        assert not told.endswith("."), name
        assert "semantics" not in told, name


def test_rule_of_another_version_is_told_by_its_name() -> None:
    assert rule_told("a_rule_of_tomorrow") == "a rule of tomorrow"
