"""How firmly a share is said: refused, wanted, supposed, foretold or reckoned."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.reading.model import Modality
from tests.reading.conftest import Numbers

ON = date(2025, 6, 23)
DENIAL, DEMAND, PLEDGE, FORECAST = Modality.DENIAL, Modality.DEMAND, Modality.PLEDGE, Modality.FORECAST


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Spain has rejected the alliance's proposal to spend 5% of GDP on defence.", DENIAL),
        ("Madrid refuses to spend 5% of GDP on defence.", DENIAL),
        ("Slovakia opposes the target of 5% of GDP for defence.", DENIAL),
        ("Spain agreed to spend 5% of GDP on defence.", PLEDGE),
        ("Petr Pavel argued that 3% of GDP should be the minimum for defence.", DEMAND),
        ("Asked about the allies, Robert Golob answered that Slovenia would spend 3.5% of GDP by 2035.", PLEDGE),
        ("Lithuania will aim for 5% of GDP on defence as Moscow could attack a neighbour.", PLEDGE),
        ("Poland will aim for 5% of GDP on defence, even if it takes ten years.", PLEDGE),
        ("By 2030 Norway's defence spending would drop to 1.9% of GDP.", FORECAST),
    ],
)
def test_targets(told: Numbers, text: str, modality: Modality) -> None:
    assert told(text, "guideline", ON)[0].modality is modality


def test_only_the_figure_that_is_refused_is_denied(told: Numbers) -> None:
    found = told(
        "Robert Fico rejected the idea of spending 5% of GDP on defence and said 2% was enough.", "guideline", ON
    )
    assert [one.modality for one in found][-1] is not DENIAL


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The United States is estimated to have spent 3.19% of GDP on defence in 2024.", Modality.ESTIMATE),
        ("The plan forecasts that Canada's defence spending will rise from 1.37% of GDP to 1.76%.", Modality.FACT),
        ("Poland spent 4.1% of GDP on defence in 2024, reaching an estimated $35 billion.", Modality.FACT),
    ],
)
def test_facts(told: Numbers, text: str, modality: Modality) -> None:
    assert told(text, "share_of_gdp", ON)[0].modality is modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Nine of the alliance's 29 members are expected to reach the 2 percent mark this year.", Modality.FORECAST),
        ("Nine of the alliance's 29 members reach the 2 percent mark this year.", Modality.FACT),
    ],
)
def test_counts(told: Numbers, text: str, modality: Modality) -> None:
    assert told(text, "allies_at_guideline", ON)[0].modality is modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Lithuania spent 2.8% of GDP on defence in 2023 and is projected to spend the same this year.", Modality.FACT),
        ("Lithuania is projected to have spent 2.8% of GDP on defence in 2023.", Modality.FORECAST),
        ("NATO estimates that Lithuania spent 2.8% of GDP on defence in 2023.", Modality.ESTIMATE),
    ],
)
def test_what_was_spent_is_no_forecast(told: Numbers, text: str, modality: Modality) -> None:
    assert told(text, "share_of_gdp", ON)[0].modality is modality
