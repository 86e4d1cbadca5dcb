"""Numbers on other subjects: none may become a fact or a promise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from burdenshare.reading.model import Statement

FILE = Path(__file__).parent.parent / "cases" / "negatives.txt"
LEADS = {
    "alone": "",
    "below shares": "Poland spent 4.12 % of GDP on defence in 2024, and 23 of the 32 allies met the 2 % target.\n\n",
    "below money": "Allies in Europe and Canada spent $485 billion on defence in 2024, 18 % more than in 2023.\n\n",
    "below a target": "Germany will raise its defence spending to 3.5 % of GDP by 2029, the chancellor said.\n\n",
}
"""What stands above such a sentence in a real report: its subject and measure must not be carried into it."""

Told = Callable[..., list[Statement]]


def sentences() -> list[str]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_file_holds_many_sentences_and_each_once() -> None:
    assert len(sentences()) >= 150
    assert len(set(sentences())) == len(sentences())


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("sentence", sentences())
def test_sentence_tells_nothing(told: Told, sentence: str, lead: str) -> None:
    above = LEADS[lead]
    found = [one for one in told(above + sentence) if one.span.start >= len(above)]
    assert [(one.words, one.measure, one.subject, one.rule) for one in found] == []
