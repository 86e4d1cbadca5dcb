"""A year that belongs to what was agreed, and not to the figures beside it."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.record.record import Record

ON = date(2019, 6, 28)


@pytest.mark.parametrize(
    "text",
    [
        "Only seven countries have reached the 2% bar, the goal agreed by the allies at the Welsh Summit in 2014: "
        "Greece (2.24%), Estonia (2.13%) and Romania (2.04%).",
        "Seven allies meet the target set by leaders in Newport in 2014: Greece spends 2.24% and Romania 2.04%.",
        "Seven allies honour the pledge made by heads of state at a castle in 2014: Greece (2.24%), Romania (2.04%).",
    ],
)
def test_figures_beside_a_goal_are_of_their_own_year(text: str, record: Record) -> None:
    told = [
        one for one in bs.check(text, on=ON, record=record).checked.checked if one.statement.unit in ("%", "allies")
    ]
    facts = [one for one in told if one.statement.measure in ("share_of_gdp", "allies_at_guideline")]
    assert len(facts) >= 3
    assert {one.statement.period for one in facts} == {"2019"}
    assert not [one for one in told if one.then is not None and one.then.verdict == "contradicted"]


@pytest.mark.parametrize(
    "text",
    [
        "Estonia spent 1.93% of GDP on defence in 2014, the year of the Wales summit.",
        "Below the 2% mark set in Wales, Estonia spent 1.93% of GDP in 2014.",
    ],
)
def test_the_year_of_a_figure_stays_its_own(text: str, record: Record) -> None:
    (one,) = [each for each in bs.read(text, on=ON, record=record).statements if each.measure == "share_of_gdp"]
    assert one.period == "2014"
