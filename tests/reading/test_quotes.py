"""Quoted passages, and odd numbers of marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from burdenshare.reading.folding import fold
from burdenshare.reading.quotes import find_quotes
from burdenshare.reading.sentences import blocks
from tests.reading.profiles import FEW, GRAMMAR_TEXT, ODD_TEXT


def quoted(text: str) -> list[str]:
    folded = fold(text).text
    return [folded[q.start : q.end] for q in find_quotes(folded, blocks(folded))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “we must pay” and left.", ["we must pay"]),
        ('He said "we must pay" and left.', ["we must pay"]),
        ("He said «we must pay» and left.", ["we must pay"]),
        ("He said „we must pay” and left.", ["we must pay"]),
        ("He said 'we must pay' and left.", ["we must pay"]),
        ("He said ‘we must pay’ and left.", ["we must pay"]),
        ("“One,” he said. “Two.”", ["One,", "Two."]),
        ("“They call it ‘a fair share’ there,” he said.", ["They call it ‘a fair share' there,"]),
        ("The alliance's share and the allies' plans.", []),
        ('A 5" gun and a 9" pipe.', []),
        ("No marks at all.", []),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_mark_that_never_closes_swallows_no_further_paragraph() -> None:
    found = quoted("He said “we must pay and left.\n\nPoland spends more.")
    assert all("Poland" not in words for words in found)


def test_quote_over_two_paragraphs_goes_on() -> None:
    folded = fold("“We must pay.\n\n“And soon,” he said.").text
    first, second = find_quotes(folded, blocks(folded))
    assert (first.continued, second.continued) == (True, False)
    assert folded[second.start : second.end] == "And soon,"


def test_whole_paragraph_quote_knows_that_it_opens_its_block() -> None:
    folded = fold("“We must pay.”\n\nHe said “soon”.").text
    assert [q.opens_block for q in find_quotes(folded, blocks(folded))] == [True, False]


@FEW
@given(ODD_TEXT | GRAMMAR_TEXT)
def test_quotes_are_in_order_and_never_overlap(text: str) -> None:
    folded = fold(text).text
    found = find_quotes(folded, blocks(folded))
    assert all(0 <= q.start <= q.end <= len(folded) for q in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
