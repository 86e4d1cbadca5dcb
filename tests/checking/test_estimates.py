"""Institutes' estimates, soldiers stationed abroad, kinds of aid and budgets, summits' places, ages of accessions."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.record import Record

CASES = [
    ("France has 290 nuclear warheads.", "2025-07-11", "warheads", "supported"),
    ("Britain has 825 nuclear warheads.", "2025-07-11", "warheads", "contradicted"),
    ("Britain has 250 nuclear warheads.", "2025-07-11", "warheads", "unverifiable"),
    ("The United States has about 100,000 troops in Europe.", "2022-09-15", "troops", "depends"),
    ("The United States has about 100,000 troops in Poland.", "2022-09-15", "troops", "contradicted"),
    ("The United States has committed 43 billion euros to Ukraine.", "2022-06-07", "aid", "supported"),
    ("Germany allocated 9 billion euros in military aid to Ukraine in 2025.", "2026-05-14", "aid", "supported"),
    ("Europe has allocated 89.9 billion euros in aid to Ukraine.", "2024-05-10", "aid", "supported"),
    ("Denmark has allocated 3.3 percent of its GDP in aid to Ukraine.", "2026-05-16", "aid", "supported"),
    ("NATO's military budget for 2026 is 2.42 billion euros.", "2026-01-14", "common_budget", "supported"),
    (
        "Russia spent 7.05 percent of its GDP on the military in 2024.",
        "2026-04-20",
        "military_expenditure",
        "supported",
    ),
    ("NATO's 2024 summit was held in Vilnius.", "2024-10-16", "event", "contradicted"),
    ("NATO's next summit will be held in Istanbul in July 2026.", "2026-05-20", "event", "contradicted"),
    ("The Madrid summit was held in June 2023.", "2024-01-17", "event", "contradicted"),
    ("Mark Rutte became NATO Secretary General in 2023.", "2025-03-04", "secretary_general", "contradicted"),
    ("Poland joined NATO 25 years ago.", "2024-03-12", "event", "supported"),
    ("Finland joined the alliance eight years ago.", "2026-04-08", "event", "contradicted"),
    (
        "At 2015 prices, the United States spent $703 billion on defence in 2022.",
        "2024-09-15",
        "expenditure",
        "supported",
    ),
    (
        "Poland's defence spending rose by $28 billion between 2023 and 2025.",
        "2026-07-26",
        "expenditure_change",
        "contradicted",
    ),
]


@pytest.mark.parametrize(("text", "on", "measure", "then"), CASES)
def test_verdict(text: str, on: str, measure: str, then: str, record: Record) -> None:
    checked = bs.check(text, on=date.fromisoformat(on), record=record).checked.checked
    (one,) = [each for each in checked if each.statement.measure == measure]
    assert one.then is not None
    assert one.then.verdict == then, one.then.why
