"""intake/rules/faults.py: a fault has an id that stays, and a line that tells it."""

from __future__ import annotations

from burdenshare.intake.rules.faults import Fault

FAULT = Fault("sums", "nato/expenditure.csv", ("2026-12", "NATO", "2026", "current"), "members sum to 1", "TABLE1!D40")


def test_the_id_names_rule_and_key() -> None:
    assert FAULT.id == "sums/2026-12/NATO/2026/current"


def test_the_id_does_not_hang_on_the_numbers_or_the_cell() -> None:
    assert Fault(FAULT.rule, FAULT.table, FAULT.key, "members sum to 2", "TABLE1!D41").id == FAULT.id


def test_the_line_tells_table_key_and_numbers() -> None:
    assert FAULT.line == "nato/expenditure.csv [2026-12, NATO, 2026, current]: members sum to 1"
