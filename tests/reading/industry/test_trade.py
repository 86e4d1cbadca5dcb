"""Shares of arms trade: whose imports, from whom, over which years."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.conftest import Numbers, One

ON = date(2026, 3, 12)
FROM_USA = "arms imports from USA"
LATEST = "2021/2025"
BEFORE = "2020/2024"

PLAIN = [
    ("Some 54 % of Belgium's arms imports came from the US in 2021-25.", "BEL", FROM_USA, LATEST),
    ("SIPRI said 54 per cent of Belgian arms imports came from the United States.", "BEL", FROM_USA, ""),
    (
        "The United States supplied 48 percent of Europe's arms imports between 2021 and 2025.",
        "Europe",
        FROM_USA,
        LATEST,
    ),
    (
        "European NATO members got 64 percent of their arms imports from the United States in 2020-24.",
        "EUR",
        FROM_USA,
        BEFORE,
    ),
    (
        "European states got 48 percent of their arms imports from the United States in 2021 to 2025.",
        "Europe",
        FROM_USA,
        LATEST,
    ),
    ("The U.S. accounted for 42 per cent of global arms exports in 2021-25.", "USA", "world arms exports", LATEST),
    ("Europe took 33 percent of global arms imports in 2021–25.", "Europe", "world arms imports", LATEST),
]


@pytest.mark.parametrize(("text", "who", "item", "period"), PLAIN)
def test_buyer_seller_and_years(one: One, text: str, who: str, item: str, period: str) -> None:
    found = one(text, "production", ON)
    assert (found.subject, found.basis, found.period) == ((who,), f"procurement_share/{item}", period)
    assert not found.likely


NONE = [
    "Germany supplied 54 percent of Belgium's arms imports in 2021-25.",
    "Norway makes 40 percent of Europe's rocket motors.",
    "Belgium's arms imports grew by 54 percent.",
    "Belgium's arms imports from the US rose 54 percent in 2021-25.",
    "The US accounted for 23 percent of the rise in Europe's arms imports in 2021-25.",
    "Aircraft made up 54 percent of Belgium's arms imports from the US in 2021-25.",
]


@pytest.mark.parametrize("text", NONE)
def test_other_sellers_and_growth_are_left(told: Numbers, text: str) -> None:
    assert not any("/" in one.basis for one in told(text, "", ON))
