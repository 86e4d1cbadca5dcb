"""intake/rules/currencies.py: one currency a day, legacy sums at their irrevocable rates."""

from __future__ import annotations

import pytest

from burdenshare.intake.rules import currencies
from burdenshare.intake.rules.tables import Tables
from tests.intake.rules.deliveries import edited, where


def test_the_packaged_periods_join(held: Tables) -> None:
    assert list(currencies.faults(held)) == []


def test_a_gap_and_another_last_currency_are_noticed(held: Tables) -> None:
    later = where(lambda row: {**row, "from": "2023-01-02"}, entity="HRV", currency="EUR")
    (found,) = currencies.faults(edited(held, currencies.TABLE, later))
    assert (found.id, found.what) == ("currencies/HRV", "does not lead without gaps to EUR")
    other = where(lambda row: {**row, "currency": "FIM"}, ally="FIN")
    (found,) = currencies.faults(edited(held, "commitments/members.csv", other))
    assert found.what == "does not lead without gaps to FIM"


@pytest.mark.parametrize(
    ("entity", "day", "other", "factor"),
    [
        ("BGR", "2024-06-17", "2026-07-07", 1 / 1.95583),  # lev to euro
        ("BGR", "2026-07-07", "2024-06-17", 1.95583),
        ("HRV", "2019-06-25", "2021-06-11", 1.0),  # kuna both times
        ("POL", "2019-06-25", "2026-07-07", 1.0),
    ],
)
def test_sums_convert_at_the_irrevocable_rate(held: Tables, entity: str, day: str, other: str, factor: float) -> None:
    assert currencies.converted(held, entity, day, other) == pytest.approx(factor)


def test_who_uses_the_euro_from_when(held: Tables) -> None:
    users = currencies.users(held, "EUR")
    assert users["LTU"] == [("2015-01-01", currencies.ALWAYS)]
    assert "POL" not in users
