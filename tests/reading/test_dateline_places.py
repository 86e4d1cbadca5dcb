"""A dateline's town is nobody's government."""

from datetime import date

import pytest

from tests.reading.conftest import Numbers

ON = date(2025, 6, 26)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("THE HAGUE — Thirty-two leaders promised to spend five percent of GDP on defence by 2035.", ("NATO",)),
        ("BRUSSELS, June 25 (Wire) - The allies promised to spend 5% of GDP on defence by 2035.", ("NATO",)),
        ("WARSAW (Wire) — NATO allies agreed to spend 5% of GDP on defence by 2035.", ("NATO",)),
        ("Paris – long a laggard – promised to spend 3.5% of GDP on defence by 2035.", ("FRA",)),
        ("Warsaw promised to spend 5% of GDP on defence by 2035.", ("POL",)),
    ],
)
def test_a_dateline_owns_no_figure(told: Numbers, text: str, subject: tuple[str, ...]) -> None:
    found = next(one for one in told(text, "", ON) if one.measure == "guideline")
    assert (found.subject, found.speaker.entity) == (subject, "")
