"""intake/rules/listed.py: names in a line."""

from __future__ import annotations

from burdenshare.intake.rules.listed import MOST_NAMED, listed


def test_few_names_are_all_told() -> None:
    assert listed(["BEL", 2014]) == "BEL, 2014"


def test_many_names_are_counted() -> None:
    assert listed(range(MOST_NAMED + 3)).endswith("7 and 3 more")
