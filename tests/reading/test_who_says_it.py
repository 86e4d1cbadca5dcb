"""Whose words they are, where a title, a name and the country that is spoken of stand side by side."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.conftest import Read

ROWS = [
    ("2024-02-12", "The prime minister, Mark Rutte, said Spain spends 1.3 percent of GDP on defence.", "Mark Rutte"),
    ("2024-02-12", "The defence minister, Boris Pistorius, said Spain spends 1.3 percent of GDP.", "Boris Pistorius"),
    ("2024-02-12", "The defence minister, Anna Vesper, said Spain spends 1.3 percent of GDP.", "Anna Vesper"),
    ("2024-02-12", "The then president, Andrzej Duda, said Spain spends 1.3 percent of GDP.", "Andrzej Duda"),
    ("2024-09-10", "The outgoing secretary general said Spain spends 1.3 percent of GDP.", "Jens Stoltenberg"),
    ("2024-09-10", "The next secretary general said Spain spends 1.3 percent of GDP.", "Mark Rutte"),
    ("2024-12-10", "The outgoing president said Spain spends 1.3 percent of GDP on defence.", "Joe Biden"),
    ("2024-12-10", "The president-elect said Spain spends 1.3 percent of GDP on defence.", "Donald Trump"),
    ("2025-05-01", "Germany's outgoing chancellor said Spain spends 1.3 percent of GDP.", "Olaf Scholz"),
    ("2024-02-12", "Tusk met Scholz. The chancellor said Poland spends 3.9 percent of GDP.", "Olaf Scholz"),
    ("2024-02-12", "Stoltenberg met Sunak. The prime minister said Poland spends 3.9 percent of GDP.", "Rishi Sunak"),
    ("2024-02-12", "Germany buys tanks. The defence minister said Spain spends 1.3 percent.", "defence minister"),
    ("2024-02-12", "The prime minister said Spain spends 1.3 percent of GDP on defence.", "Pedro Sánchez"),
    ("2024-02-12", "Scholz quoted Tusk as saying Poland spends 3.9 percent of GDP.", "Donald Tusk"),
    ("2024-02-12", "Reuters quoted Tusk: Poland spends 3.9 percent of GDP on defence.", "Donald Tusk"),
    ("2024-02-12", "An aide to Scholz said Poland spends 3.9 percent of GDP on defence.", "aide to Scholz"),
    ("2024-02-12", "Critics of Trump said Poland spends 3.9 percent of GDP on defence.", "Critics of Trump"),
    ("2024-02-12", "Stoltenberg contradicted Trump and said Poland spends 3.9 percent of GDP.", "Jens Stoltenberg"),
    ("2024-02-12", "Stoltenberg and Scholz said Poland spends 3.9 percent of GDP on defence.", "Olaf Scholz"),
    ("2024-02-12", "Trump asked why Germany spends only 1.1 percent of GDP on defence.", "Donald Trump"),
    ("2024-02-12", "Macron's defence minister said Poland spends 3.9 percent of GDP.", "Macron's defence minister"),
    ("2024-02-12", "Poland spends 3.9 percent of GDP, said the president of the club.", "president of the club"),
    ("2024-02-12", "Poland spends 3.9 percent of GDP, said the president of Poland.", "Andrzej Duda"),
    ("2024-02-12", "Poland spends 3.9 percent of GDP, the Bavarian premier said.", "Bavarian premier"),
    ("2024-02-12", "Poland spends 3.9 percent of GDP, the Polish premier said.", "Donald Tusk"),
    ("2024-02-12", "Trump's claim about Germany is wrong: it spends 2.1 percent of GDP on defence.", ""),
]


@pytest.mark.parametrize(("on", "text", "speaker"), ROWS)
def test_speaker(on: str, text: str, speaker: str, reading: Read) -> None:
    found = [one for one in reading(text, date.fromisoformat(on)).statements if one.measure == "share_of_gdp"]
    assert {one.speaker.name for one in found} == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        "Scholz denied Tusk's claim that Germany spends 1.3 percent of GDP on defence.",
        "Neither Tusk nor Scholz said Poland spends 3.9 percent of GDP on defence.",
    ],
)
def test_nobody_says_what_is_denied(text: str, reading: Read) -> None:
    found = reading(text, date(2024, 2, 12)).statements
    assert not [one for one in found if one.measure == "share_of_gdp"]
