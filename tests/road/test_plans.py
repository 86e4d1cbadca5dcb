"""Plans: what an ally had said by the day, never what became of it."""

from datetime import date
from typing import Any

import pytest

from burdenshare.record import Record
from burdenshare.road.plans import plan_of


def told(record: Record, ally: str, base: int, day: date) -> Any:
    return [(one.by, one.value) for one in plan_of(record, ally, base, day)]


@pytest.mark.parametrize(
    ("ally", "base", "day", "plan"),
    [
        ("SWE", 2024, date(2025, 4, 1), [(2030, 3.5)]),
        ("SWE", 2024, date(2025, 7, 1), [(2032, 3.5)]),  # the all-party agreement took the place of 2030
        ("CZE", 2024, date(2025, 4, 1), [(2026, 2.2), (2030, 3.0)]),  # a station on the way stays
        ("NOR", 2022, date(2024, 2, 1), [(2026, 2.0)]),
        ("ITA", 2024, date(2025, 7, 1), [(2035, 3.5)]),  # the core part of a compound pledge
        ("TUR", 2024, date(2025, 7, 1), [(2035, 3.5)]),  # the 5 % of The Hague
        ("ESP", 2025, date(2025, 12, 1), [(2035, 2.1)]),  # the exemption is its plan
        ("CAN", 2024, date(2025, 7, 1), [(2025, 2.0)]),  # by March 2026 is the fiscal year 2025
        ("GRC", 2024, date(2025, 7, 1), []),
        ("ROU", 2024, date(2025, 3, 1), []),  # "up to 2.5 %" plans no level
        ("LVA", 2025, date(2026, 2, 1), [(2026, 4.91), (2027, 5.0)]),
    ],
)
def test_a_plan_is_what_the_day_knew(
    record: Record, ally: str, base: int, day: date, plan: list[tuple[int, float]]
) -> None:
    assert told(record, ally, base, day) == plan


def test_every_plan_names_its_row_and_address(record: Record) -> None:
    for one in plan_of(record, "CZE", 2024, date(2025, 4, 1)):
        assert one.reference.startswith("cze-20") and "http" in one.reference
