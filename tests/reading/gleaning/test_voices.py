"""Who said it, over the forms of the press: each case of `voices.jsonl` marks a figure with `*`."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from burdenshare.reading.folding import fold
from burdenshare.reading.lexicon import lexicon_of
from burdenshare.reading.model import Speaker
from burdenshare.reading.parse import parse_sentence
from burdenshare.reading.quotes import find_quotes
from burdenshare.reading.sentences import blocks, sentences
from burdenshare.reading.speakers import attribute
from burdenshare.record import load_record
from burdenshare.record.record import Record

ON = date(2025, 6, 26)
LINES = (Path(__file__).parent / "voices.jsonl").read_text(encoding="utf-8").splitlines()
CASES = [(row["speaker"], row["mode"], row["text"]) for row in map(json.loads, LINES)]


@cache
def the_record() -> Record:
    return load_record()


def voice(marked: str) -> Speaker:
    """The speaker of the token behind `*`."""
    record = the_record()
    at, text = marked.index("*"), marked.replace("*", "", 1)
    folded = fold(text).text
    quotes = find_quotes(folded, blocks(folded))
    parsed = [parse_sentence(folded, one, lexicon_of(record), quotes, ON) for one in sentences(folded)]
    voices = attribute(folded, parsed, quotes, record, ON)
    number, token = next((n, i) for n, p in enumerate(parsed) for i, t in enumerate(p.tokens) if t.end > at)
    return voices.at(parsed[number], number, token)


@pytest.mark.parametrize(("name", "mode", "marked"), CASES)
def test_who_says_it(name: str, mode: str, marked: str) -> None:
    found = voice(marked)
    assert (found.name or found.named_as, found.mode.value) == (name, mode)
