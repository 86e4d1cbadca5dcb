"""Measures are declared once, and nothing else is accepted."""

from __future__ import annotations

import pytest

from burdenshare.errors import RecordError, UnknownNameError
from burdenshare.record import Record, measures
from burdenshare.record.tables import table_names

DESIGN = frozenset(
    {
        "expenditure",
        "share_of_gdp",
        "real_change",
        "gdp",
        "gdp_per_capita",
        "expenditure_per_capita",
        "military_personnel",
        "equipment_share",
        "personnel_share",
        "infrastructure_share",
        "other_share",
        "aid",
        "population",
        "gross_debt_share",
        "net_lending_share",
        "ncu_per_usd",
        "military_expenditure",
        "production",
        "requirement",
        "holding",
        "reconstitution",
        "common_budget",
        "common_budget_share",
        "warheads",
        "troops",
        "allies_at_guideline",
        "fraction_at_guideline",
        "expenditure_growth",
        "expenditure_change",
        "extra_expenditure",
        "share_of_total",
        "rank",
        "members",
        "guideline",
        "event",
        "membership",
    }
)
"""The measure ids of the design."""

ENTRY = 'id = "x"\ntitle = "x"\nunit = "%"\nkind = "cell"\nformula = "x"\ntables = []\n'


def test_every_measure_of_the_design_is_declared(record: Record) -> None:
    assert {one.id for one in record.measures()} >= DESIGN


def test_every_declaration_is_whole(record: Record) -> None:
    packaged = set(table_names())
    for one in record.measures():
        assert one.title and one.unit and one.formula and one.words and set(one.tables) <= packaged, one.id
        assert all(word == word.casefold() for word in one.words), one.id
        assert len(set(one.words)) == len(one.words), one.id
    assert record.words()["share_of_gdp"][0] == "share of gdp"


def test_unknown_keys_kinds_and_doubled_ids_are_errors() -> None:
    assert measures.parse("[[measure]]\n" + ENTRY).find("x").kind == "cell"
    for text in (
        "[[measure]]\n" + ENTRY + "colour = 1\n",
        "[[measure]]\n" + ENTRY.replace('"cell"', '"cells"'),
        "[[measure]]\n" + ENTRY + "[[measure]]\n" + ENTRY,
        "[[measure]]\n" + ENTRY.replace('unit = "%"\n', ""),
        "[[measures]]\n" + ENTRY,
    ):
        with pytest.raises(RecordError):
            measures.parse(text)


def test_an_unknown_measure_suggests_the_nearest(record: Record) -> None:
    with pytest.raises(UnknownNameError) as caught:
        record.measure("equipment_shares")
    assert "equipment_share" in caught.value.suggestions
