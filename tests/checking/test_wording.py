"""How numbers are told: ends of an interval as they are, distances never as none, ranks as places."""

from __future__ import annotations

import pytest

from burdenshare.checking.wording import number, said, small
from tests.checking.statements import TWO_THIRDS, above, around, exactly


@pytest.mark.parametrize(
    ("asked", "unit", "told"),
    [
        (around(2.28, 0.005), "%", "2.275 % to 2.285 %"),
        (around(2.0, 0.1), "%", "1.9 % to 2.1 %"),
        (around(485e9, 5e8), "USD", "484.5 billion USD to 485.5 billion USD"),
        (around(114.2e9, 5e7), "EUR", "114.15 billion EUR to 114.25 billion EUR"),
        (around(126_100, 50), "persons", "126050 persons to 126150 persons"),
        (TWO_THIRDS, "fraction", "63.3 % to 70.8 %"),
        (exactly(3), "rank", "place 3"),
        (above(3), "%", "more than 3 %"),
    ],
)
def test_what_the_words_allow_is_told_as_it_is(asked: object, unit: str, told: str) -> None:
    assert said(asked, unit) == told  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("off", "unit", "told"),
    [
        (0.22, "pp", "0.22 percentage points"),
        (0.0033, "pp", "0.003 percentage points"),
        (0.00004, "%", "0.00004 %"),
        (0.0, "pp", "a hair"),
    ],
)
def test_a_distance_never_looks_like_none(off: float, unit: str, told: str) -> None:
    assert small(off, unit) == told


def test_a_rank_is_a_place() -> None:
    assert number(8.0, "rank") == "place 8"
