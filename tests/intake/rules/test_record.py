"""intake/rules/record.py: everything a whole record must satisfy."""

from __future__ import annotations

from dataclasses import replace

import pytest

from burdenshare.intake.rules import record
from burdenshare.intake.rules.tables import Tables
from tests.intake.rules.deliveries import AID, NATO, edited, scaled, where


def test_the_packaged_record_satisfies_every_rule(held: Tables) -> None:
    assert list(record.faults(held)) == []


@pytest.mark.parametrize(
    ("path", "rule"),
    [(NATO, "sums"), (AID, "aid-kinds"), ("people/offices.csv", "names"), ("currencies.csv", "currencies")],
)
def test_rules_of_every_kind_are_run(held: Tables, path: str, rule: str) -> None:
    changes = {
        NATO: scaled(1.01, release="2024-06", ally="DEU", year="2023", measure="expenditure"),
        AID: scaled(2, release="29", donor="DEU", period="2023-01", kind="military"),
        "people/offices.csv": where(lambda row: {**row, "person": "Nobody"}, person="Olaf Scholz"),
        "currencies.csv": where(lambda row: {**row, "from": "2023-01-02"}, entity="HRV", currency="EUR"),
    }
    assert rule in {one.rule for one in record.faults(edited(held, path, changes[path]))}


def test_of_tables_wrong_in_form_only_that_is_told(held: Tables) -> None:
    odd = edited(held, NATO, where(lambda row: {**row, "value": "much"}, release="2024-06", ally="DEU"))
    assert {one.rule for one in record.faults(odd)} == {"form"}


def test_a_vintage_table_of_another_form_is_told(held: Tables) -> None:
    (found,) = record.faults(replace(held, macro=held.macro.drop("projection")))
    assert found.id == "form/macro-macro/header"
