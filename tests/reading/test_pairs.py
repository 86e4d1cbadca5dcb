"""Lists told side by side."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Numbers


@pytest.mark.parametrize(
    "text",
    [
        "Estonia, Latvia and Lithuania spent 3.43, 3.15 and 2.85 percent of GDP on defence, respectively.",
        "Estonia, Latvia and Lithuania spent 3.43%, 3.15% and 2.85% of GDP on defence respectively.",
        "Defence took a respective 3.43, 3.15 and 2.85 percent of GDP in Estonia, Latvia and Lithuania.",
    ],
)
def test_each_figure_is_that_of_the_ally_in_its_place(told: Numbers, text: str) -> None:
    found = [(s.subject, s.value.central) for s in told(text) if s.measure == "share_of_gdp" and s.value]
    assert found == [(("EST",), 3.43), (("LVA",), 3.15), (("LTU",), 2.85)]


@pytest.mark.parametrize(
    "text",
    [
        "Estonia and Latvia spent 3.4, 3.2 and 2.9 percent of GDP on defence, respectively.",
        "In 2023 and 2024 Poland spent 3.3 and 4.1 percent of GDP on defence, respectively.",
    ],
)
def test_a_list_that_does_not_add_up_is_left_alone(told: Numbers, text: str) -> None:
    assert [s for s in told(text) if s.measure == "share_of_gdp"] == []
