"""The chart that stands at a statement: the evidence's own terms, and what was said."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs

import pytest
from starlette.testclient import TestClient

from burdenshare.report.article import check
from burdenshare.web.views.sheets import chart_of


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Germany spent 2.1 % of GDP on defence in 2024.", {"entity": "DEU", "low": "2.05", "high": "2.15"}),
        ("Poland spent more than 4 % of GDP on defence in 2024.", {"entity": "POL", "low": "4"}),
        ("Germany spent 90 billion euros on defence in 2024.", {"unit": "EUR"}),
        ("Poland spent 140 billion zlotys on defence in 2024.", {"unit": "NCU"}),
    ],
)
def test_a_statements_chart_is_asked_on_its_own_terms(client: TestClient, text: str, asked: dict[str, str]) -> None:
    (entry,) = check(text, on=date(2024, 9, 2)).checked.checked[:1]
    chart = chart_of(entry)
    assert chart is not None
    told = {name: values[0] for name, values in parse_qs(chart.about).items()}
    assert asked.items() <= told.items()
    drawn = client.get(f"{chart.address}.json?{chart.about}")
    assert drawn.status_code == 200, drawn.text
    if "low" in told:
        assert "said: " in drawn.text
