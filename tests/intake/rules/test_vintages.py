"""intake/rules/vintages.py: what the Outlook of a day said."""

from __future__ import annotations

import polars as pl
import pytest

from burdenshare.intake.rules.tables import Tables
from burdenshare.intake.rules.vintages import outlook


@pytest.mark.parametrize(
    ("day", "vintage"),
    [
        ("2024-06-17", "WEO-2024-04"),
        ("2024-04-16", "WEO-2024-04"),  # on its own day
        ("2024-04-15", "WEO-2023-10"),
        ("2020-06-01", "WEO-2019-04"),  # April 2020 has no levels, October 2019 lost some
        ("2026-07-07", "WEO-2025-10"),  # April 2026 holds six countries
        ("2000-01-01", "WEO-2010-04"),  # none was out: the oldest
    ],
)
def test_the_newest_with_levels_answers(held: Tables, day: str, vintage: str) -> None:
    found = outlook(held.macro, day)
    assert found is not None and found.vintage == vintage


def test_a_rate_follows_from_two_levels(held: Tables) -> None:
    found = outlook(held.macro, "2024-06-17")
    assert found is not None and found.year == 2024
    assert found.rate("DEU", 2023) == pytest.approx(1 / 1.0813, abs=5e-4)  # the European Central Bank's average of 2023
    assert found.rate("DEU", 1900) is None


def test_no_vintage_no_answer(held: Tables) -> None:
    assert outlook(held.macro.filter(pl.col("vintage") == "WEO-2026-04"), "2026-07-07") is None
