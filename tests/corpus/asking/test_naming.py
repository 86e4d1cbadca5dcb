"""What a figure is of, for a reader."""

from __future__ import annotations

import pytest

from burdenshare.corpus.asking.asking import Answer
from burdenshare.corpus.asking.naming import claim_name, matter_name, with_names
from burdenshare.record import Record


@pytest.mark.parametrize(
    ("matter", "name"),
    [
        ("target|guideline|NATO", "NATO: spending target"),
        ("target|expenditure|DEU;FRA", "Germany, France: expenditure"),
        ("at_guideline|NATO|2|2024", "NATO: members at 2 % in 2024"),
        ("share_of_gdp|POL|%|2024||", "Poland: share of GDP, 2024"),
        ("share_of_gdp|Nowhere|%|2024||", "Nowhere: share of GDP, 2024"),
        ("target|guideline|NATO|%|above|3", "NATO: spending target, more than 3 %"),
        ("target|expenditure_growth|EUR_CAN|%|at|7", "European allies and Canada: expenditure growth, 7 %"),
        ("members|NATO|31", "NATO: number of members"),
        ("office|Mark Rutte|secretary_general|NATO|out 0001-01-01||holds it", "Mark Rutte: secretary general of NATO"),
        ("in_force|NATO|2", "NATO: guideline in force"),
        ("occasion|The Hague summit|2025-06-24", "The Hague summit, 2025-06-24"),
        ("age|pledge|NATO", "NATO: age of the pledge"),
        ("something|else", "something|else"),
        ("target|guideline", "target|guideline"),
        ("", ""),
    ],
)
def test_matters_are_named(matter: str, name: str, record: Record) -> None:
    assert matter_name(matter, record) == name


def test_a_claim_is_named_by_its_question(record: Record) -> None:
    assert claim_name("share_of_gdp|POL|%|2024|||=4.12", record) == "Poland: share of GDP, 2024"
    assert claim_name("at_guideline|NATO|2|2024|>0.5", record) == "NATO: members at 2 % in 2024"


def test_an_answers_matters_are_named() -> None:
    kinds = ("VARCHAR", "VARCHAR")
    told = with_names(Answer(("speaker", "matter"), kinds, [("Ann Ash", "target|guideline|NATO")], more=True))
    assert (told.rows, told.more) == ([("Ann Ash", "NATO: spending target")], True)
    other = Answer(("speaker", "claim"), kinds, [("Ann Ash", "target|guideline|NATO|%|at|3|=3|2030")])
    assert with_names(other) is other  # `spread` asks for keys
