"""Words of foretelling belong to the figure they stand by."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.conftest import Read

ON = date(2025, 10, 14)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        (
            "Spain spent 1.3 percent of GDP on defence in 2024 and has pledged to reach 2 percent by the end of 2025.",
            "fact",
        ),
        ("Spain is expected to spend 2 percent of GDP on defence in 2025.", "forecast"),
    ],
    ids=["the second figure's", "its own"],
)
def test_a_forecast_is_of_the_figure_it_stands_by(text: str, modality: str, reading: Read) -> None:
    first = next(one for one in reading(text, ON).statements if one.measure == "share_of_gdp")
    assert first.modality.value == modality
