"""Words as they are spoken: contractions, and names that look like words."""

from datetime import date

import pytest

from burdenshare.reading.tokens import tokenize
from tests.reading.conftest import Numbers

ON = date(2025, 6, 26)


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("they've", ["they", "have"]),
        ("we'll pay", ["we", "will", "pay"]),
        ("You're", ["you", "are"]),
        ("who'd've", ["who", "would", "have"]),
        ("allies' don't O'Reilly d'Estaing", ["allies", "don't", "o'reilly", "d'estaing"]),
        ("it's Germany's", ["it", "germany"]),
    ],
)
def test_a_verb_that_leans_on_a_word_is_its_own(text: str, lows: list[str]) -> None:
    tokens = tokenize(text)
    assert [token.low for token in tokens] == lows
    assert all(text[token.start : token.end] == token.text for token in tokens)


@pytest.mark.parametrize("they", ["they've", "they have"])
def test_a_contraction_tells_the_same(told: Numbers, they: str) -> None:
    text = (
        "Spain spends 1.3 percent of GDP on defence. European allies and Canada raised their spending by almost "
        f"a fifth in 2024. Since 2014 {they} added over $700bn."
    )
    found = told(text, "", ON)[-1]
    assert (found.subject, found.measure, found.period) == (("EUR_CAN",), "extra_expenditure", "2014/2024")


def test_mark_rutte_is_no_mark_to_reach(told: Numbers) -> None:
    text = 'NATO allies promised to spend more. "Germany spends 2.1 percent of GDP," NATO chief Mark Rutte said.'
    found = told(text, "", ON)
    assert [(one.measure, one.subject) for one in found] == [("share_of_gdp", ("DEU",))]
    assert found[0].span.end <= text.index(",")


def test_what_is_texted_is_said(told: Numbers) -> None:
    text = '"The Europeans now spend two percent of GDP on defence," NATO chief Mark Rutte had texted Donald Trump.'
    found = told(text, "", ON)[0]
    assert (found.subject, found.measure, found.speaker.name) == (("EUR",), "share_of_gdp", "Mark Rutte")
