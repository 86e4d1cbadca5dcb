"""Series and editions for tests of single steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from burdenshare.intake.grid import Value
from burdenshare.intake.macro.editions import Vintage
from burdenshare.intake.macro.model import Cell, Series, Wanted
from burdenshare.intake.model import Given

FILE = Given("a.csv", b"content")
VINTAGE = Vintage("WEO-2026-10", 2026, 10, date(2026, 10, 13), "a line", "line 9")
EVERYTHING = Wanted(frozenset({"NGDPD", "NGDP_RPCH"}), lambda code, number, subject: code != "AFG")
"""All countries but one, two subjects."""

GDP = Series("DEU", "134", "NGDPD", "U.S. dollars", "Billions", "2025", "line 3")
GROWTH = Series("DEU", "134", "NGDP_RPCH", "Percent change", "", "2025", "line 4")


def with_cells(one: Series, values: Mapping[int, Value]) -> Series:
    """The series with those values, each at its place."""
    cells = tuple(Cell(year, value, f"{one.place}, column {year}") for year, value in values.items())
    return replace(one, cells=cells)


def french(one: Series) -> Series:
    """The same of France."""
    return replace(one, code="FRA", number="132")
