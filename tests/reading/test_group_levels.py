"""A group's own level as round as a guideline."""

from datetime import date

import pytest

from tests.reading.conftest import Numbers

ON = date(2025, 6, 26)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("European allies now spend two percent of GDP on defence.", "EUR"),
        ("The Europeans spend barely 2% of GDP on defence.", "EUR"),
        ("Europeans spend, on average, just 2% of their GDP on defence.", "EUR"),
        ("The alliance spends 3 percent of GDP on defence.", "NATO"),
    ],
)
def test_an_indicative_verb_tells_a_level(told: Numbers, text: str, subject: str) -> None:
    found = told(text, "", ON)
    assert [(one.measure, one.subject, one.likely) for one in found] == [("share_of_gdp", (subject,), True)]


@pytest.mark.parametrize(
    "text",
    [
        "Washington insists that European allies spend 2% of GDP on defence.",
        "European allies should spend 2% of GDP on defence.",
        "European allies must now spend 3% of GDP on defence.",
        "NATO members spend 2% of GDP on defence under the guideline.",
    ],
)
def test_what_is_asked_of_a_group_is_no_level(told: Numbers, text: str) -> None:
    assert not [one for one in told(text, "", ON) if one.measure == "share_of_gdp"]
