"""Blocks and sentences: where one ends and where it does not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from burdenshare.reading.sentences import MAX_SENTENCE, blocks, sentences
from tests.reading.profiles import FEW, ODD_TEXT


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Congress met on Monday.",
        "The U.S. spent more.",
        "The plan costs 30 bn. euros a year.",
        "It is No. 2 in the table.",
        "They met at 3 p.m. on Tuesday.",
        "Gen. Smith and Dr. Jones agreed with Mr. Rutte.",
        "The share was 2.1 per cent.",
        "J. D. Vance spoke first.",
        "See Art. 5 of the treaty.",
        "The summit opens on Jan. 14 in Riga.",
        "He asked “Who pays?” and left.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Poland pays. Spain does not.", ["Poland pays.", "Spain does not."]),
        ("“We pay.” He left.", ["“We pay.”", "He left."]),
        ("Who pays? All do!", ["Who pays?", "All do!"]),
        ("He lives in the U.S. The others do not.", ["He lives in the U.S.", "The others do not."]),
        ("It met at 3 p.m. The talks were short.", ["It met at 3 p.m.", "The talks were short."]),
        ("Headline without a stop\n\nThe text begins.", ["Headline without a stop", "The text begins."]),
        ("- Poland: 4.1 %\n- Spain: 1.3 %", ["- Poland: 4.1 %", "- Spain: 1.3 %"]),
        ("It was 2 % in 2023. 2024 was better.", ["It was 2 % in 2023.", "2024 was better."]),
        ("He paused… Then he spoke.", ["He paused…", "Then he spoke."]),
    ],
)
def test_two_sentences_are_two(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_line_broken_in_the_middle_of_a_sentence_is_joined() -> None:
    assert len(blocks("Poland spends more than any other\nally in the east.")) == 1


def test_blank_line_always_parts() -> None:
    assert len(blocks("Poland spends more\n\nthan any other ally.")) == 2


def test_heading_and_paragraph_are_two_blocks() -> None:
    assert len(blocks("Allies meet again\nThe ministers gathered on Monday.")) == 2


def test_hard_wrapped_column_is_one_paragraph() -> None:
    line = "The ministers of all the allies came together again to speak"
    assert len(blocks("\n".join([line] * 6))) == 1


def test_blocks_are_counted() -> None:
    assert [s.block for s in sentences("One. Two.\n\nThree.")] == [0, 0, 1]


def test_long_run_without_a_stop_is_cut_at_a_space() -> None:
    parts = split("word " * 2000)
    assert max(map(len, parts)) <= MAX_SENTENCE
    assert all(part.split()[0] == "word" for part in parts)


@FEW
@given(ODD_TEXT)
def test_sentences_are_in_order_trimmed_and_lose_no_word(text: str) -> None:
    found = sentences(text)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in found)
    kept = {at for s in found for at in range(s.start, s.end)}
    assert {at for at, character in enumerate(text) if character.isalnum()} <= kept
