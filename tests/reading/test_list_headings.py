"""Rows of a list take the year that its heading names."""

from __future__ import annotations

from datetime import date

import burdenshare as bs
from burdenshare.record.record import Record

ON = date(2024, 7, 10)


def test_rows_are_of_the_year_of_their_heading(record: Record) -> None:
    text = (
        "The ranking below shows what NATO countries spent on defence in 2023 as a share of GDP.\n\n"
        "- Poland 3.92%\n\n- Latvia 2.37%"
    )
    found = [one for one in bs.read(text, on=ON, record=record).statements if one.measure == "share_of_gdp"]
    assert [(one.subject, one.period) for one in found] == [(("POL",), "2023"), (("LVA",), "2023")]


def test_a_sentence_below_a_list_is_of_its_own_year(record: Record) -> None:
    text = (
        "The ranking below shows what NATO countries spent on defence in 2023 as a share of GDP.\n\n"
        "Poland, which borders Ukraine and buys tanks from America and Korea, now spends 4.12% of GDP on defence."
    )
    (one,) = [each for each in bs.read(text, on=ON, record=record).statements if each.measure == "share_of_gdp"]
    assert one.period == "2024"
