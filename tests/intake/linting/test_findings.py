"""intake/linting/findings.py: findings as values, in groups."""

from __future__ import annotations

from burdenshare.intake.linting.findings import REMEDIES, Finding, Severity, grouped, of_fault
from burdenshare.intake.rules.faults import Fault

GAP = Finding(Severity.NOTE, "gap", "people/offices.csv", ("x",), "nobody is known", "add who held it", "line 3")


def test_a_finding_is_one_line() -> None:
    assert GAP.line == "people/offices.csv, line 3 [x]: nobody is known; add who held it"


def test_groups_begin_with_the_gravest() -> None:
    error = Finding(Severity.ERROR, "form", "a.csv", (), "w", "r")
    warning = Finding(Severity.WARNING, "twin", "a.csv", (), "w", "r")
    groups = grouped([GAP, warning, error, GAP])
    assert [(one.severity.value, one.rule, len(one.findings)) for one in groups] == [
        ("error", "form", 1),
        ("warning", "twin", 1),
        ("note", "gap", 2),
    ]


def test_a_broken_rule_is_an_error_with_its_remedy() -> None:
    found = of_fault(Fault("offices", "people/offices.csv", ("a", "b"), "overlaps", "line 7"))
    assert (found.severity, found.place, found.remedy) == (Severity.ERROR, "line 7", REMEDIES["offices"])
    assert of_fault(Fault("unheard-of", "t", (), "w")).remedy == "mend the row"
