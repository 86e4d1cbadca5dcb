"""Where a phrase may start: one pass for all tables of names agrees with each table asked alone."""

from __future__ import annotations

import pytest

from burdenshare.reading.clauses import relative_clauses
from burdenshare.reading.lexicon import lexicon_of
from burdenshare.reading.tokens import tokenize
from burdenshare.reading.tries import Trie
from burdenshare.record import load_record

TRIE = Trie([("two per cent", "a"), ("per", "b"), ("summit", "c")])

SENTENCES = [
    "Poland spent 4.12 per cent of GDP, NATO Secretary General Mark Rutte told the summit.",
    "The cat sat on the mat.",
    "He said Germany, France and the United States had met the target.",
    "",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_one_pass_over_all_tables_is_what_each_table_says(text: str) -> None:
    lexicon = lexicon_of(load_record())
    tokens = tokenize(text)
    found = lexicon.begins([token.low for token in tokens])
    assert found.subjects == lexicon.subjects.starts(tokens)
    assert found.persons == lexicon.persons.starts(tokens)
    assert found.titles == lexicon.titles.starts(tokens)
    assert found.cues == lexicon.cues.starts(tokens)


@pytest.mark.parametrize(
    ("text", "first", "last", "places"),
    [
        ("two per cent at the summit", 0, 6, [0, 1, 5]),
        ("two per cent at the summit", 1, 5, [1]),
        ("two per cent at the summit", 3, 3, []),
        ("nothing of the kind", 0, 4, []),
    ],
)
def test_starts_within_a_part_of_a_sentence(text: str, first: int, last: int, places: list[int]) -> None:
    lows = text.split()
    assert TRIE.starts_within(lows, first, last) == places
    assert TRIE.begins(lows) == TRIE.starts(tokenize(text))
    assert TRIE.may_start(frozenset(lows)) is bool(TRIE.begins(lows))


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Montenegro, which joined in 2017, spends 2 %", [(2, 6)]),
        ("Spain, whose share is low", [(2, 6)]),
        ("Spain, Italy, who met it, and Canada, where it fell", [(4, 7), (11, 14)]),
        ("who met it, and when", []),
        ("Spain,", []),
    ],
)
def test_relative_clauses_reach_to_the_next_comma(text: str, clauses: list[tuple[int, int]]) -> None:
    tokens = tokenize(text)
    assert relative_clauses(tokens, frozenset(token.low for token in tokens)) == clauses
