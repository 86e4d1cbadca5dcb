"""How a delivered row stands to the record."""

from __future__ import annotations

from pathlib import Path

import pytest

from burdenshare.intake import laying
from burdenshare.intake.weighing import Standing, weighed
from burdenshare.record.layers import laid
from burdenshare.record.tables import PLACE, rows
from tests.intake.conftest import GIVEN, cell, delivery


def standing_of(ally: str, year: int, value: str, *, release: str, full: bool = True) -> Standing:
    row = {**cell(ally, year, value, release=release), "estimate": "true"}
    found = weighed(delivery([row], release=release, full=full), ())
    return found[0].standing


@pytest.mark.parametrize(
    ("value", "full", "expected"),
    [
        ("2.0294", True, Standing.CHANGED),
        ("2.0294680677363757", True, Standing.SAME),
        ("2.03", False, Standing.COARSER),
        ("2.04", False, Standing.CHANGED),
    ],
)
def test_a_cell_of_full_digits(value: str, full: bool, expected: Standing) -> None:
    # Albania 2024 in June 2024 is held as 2.0294680677363757; a share's price basis is a remark, not its key
    assert standing_of("ALB", 2024, value, release="2024-06", full=full) is expected


def test_a_rounded_cell_takes_more_digits_that_fit() -> None:
    held = [one for one in rows("nato/expenditure.csv", layers=()) if one["release"] == "2026-07"]
    printed = next(one for one in held if one["measure"] == "expenditure" and one["unit"] == "million USD")
    row = {**printed, "value": str(float(printed["value"]) + 0.21), "source": GIVEN.key, PLACE: "X!A1"}
    assert weighed(delivery([row], release="2026-07"), ())[0].standing is Standing.FINER
    off = {**row, "value": str(float(printed["value"]) + 1.5)}
    (one, *_) = weighed(delivery([off], release="2026-07"), ())
    assert one.standing is Standing.CHANGED
    assert "the record holds" in one.told
    assert one.id.startswith("changed/nato/expenditure.csv/2026-07/")


def test_what_the_record_lacks_is_new() -> None:
    assert standing_of("POL", 2026, "4.9", release="2026-09") is Standing.NEW


def test_a_layer_counts_as_held(home: Path) -> None:
    made = delivery([cell("POL", 2026, "4.9")])
    laying.lay(made, GIVEN, made.tables)
    assert {one.standing for one in weighed(made, laid())} == {Standing.SAME}
