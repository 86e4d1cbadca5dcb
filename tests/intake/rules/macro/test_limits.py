"""intake/rules/macro/limits.py: bounds of indicators and of what may happen to them."""

from __future__ import annotations

import math

import pytest

from burdenshare.errors import RecordError
from burdenshare.intake.rules.macro.limits import IMPLIED_RATE, declared, parse
from burdenshare.record import schema

ROW = '[[indicator]]\nname = "gdp_usd"\nunit = "usd"\nlow = 1\nhigh = 2\n'


def test_every_indicator_of_the_table_has_bounds() -> None:
    column = next(one for one in schema.BY_PATH[schema.MACRO].columns if one.name == "indicator")
    assert set(declared()) == {*column.allowed, IMPLIED_RATE}


def test_levels_move_by_factors_and_rates_by_points() -> None:
    level, rate = declared()["population"], declared()["inflation"]
    assert level.moved(100, 110) == pytest.approx(math.log(1.1)) == pytest.approx(-level.moved(110, 100))
    assert level.most(settled=True) == pytest.approx(math.log(1.15))
    assert rate.moved(2.0, 4.5) == 2.5 == rate.most(settled=True)
    assert level.moved(-1, 1) == math.inf


def test_where_nothing_is_said_nothing_is_too_far() -> None:
    assert declared()["deflator"].most(settled=True) == math.inf == declared()["gdp_usd"].alone


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("", "lacks its example"),
        ('example = "e"\nfar = 2', "unknown key far"),
        ('example = "e"\ntimes = { settled = 2 }', "settled and open"),
    ],
)
def test_an_incomplete_declaration_is_refused(row: str, fault: str) -> None:
    with pytest.raises(RecordError, match=fault):
        parse(ROW + row)
