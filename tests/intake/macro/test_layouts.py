"""Forms are known by their first lines."""

from __future__ import annotations

import pytest

from burdenshare.intake.macro.layouts import Form, is_indicator_table, outlook_form
from burdenshare.record import Record
from tools.fuzz_intake import indicators, outlooks


@pytest.mark.parametrize(
    ("written", "form"),
    [
        (outlooks.sheet, Form.SHEET_OF_OLD),
        (outlooks.table, Form.SHEET_OF_NOW),
        (outlooks.observations, Form.OBSERVATIONS),
        (outlooks.message_of_old, Form.SDMX_ML),
        (outlooks.message_of_now, Form.SDMX_ML),
    ],
)
def test_every_form_of_the_outlook_is_known(written: outlooks.Written, form: Form, record: Record) -> None:
    made = outlooks.outlook(record, entities=("DEU",), others=0, first=2020)
    assert outlook_form(written(made).decode("utf-8-sig")) is form


@pytest.mark.parametrize(
    "head",
    [
        "",
        "a,b\n1,2\n",
        "<html>WEO</html>",
        "<a>SpecificData</a>",
        "TIME_PERIOD,OBS_VALUE\n",
        "SERIES_CODE,2020\nIMF.STA:CPI",
    ],
)
def test_another_text_is_none(head: str) -> None:
    assert outlook_form(head) is None
    assert not is_indicator_table(head)


def test_an_indicator_table_is_known(record: Record) -> None:
    made = indicators.of_one(indicators.indicators(record), "SP.POP.TOTL")
    assert is_indicator_table(indicators.single(made).decode())
    assert outlook_form(indicators.single(made).decode()) is None
