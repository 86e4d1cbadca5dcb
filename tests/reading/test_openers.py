"""Where a phrase may start: one pass for all tables of names agrees with each table asked alone."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date

import pytest

from benchmarks.labels import FILES, labelled, negatives
from burdenshare.reading.clauses import relative_clauses
from burdenshare.reading.inputs import document_of
from burdenshare.reading.lexicon import lexicon_of
from burdenshare.reading.read import read
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
        ("two per cent at the summit", 0, 1, [0]),
        ("per cent two times per two per cent", 0, 8, [0, 2, 4, 5, 6]),
        ("two per cent at the summit", 3, 3, []),
        ("nothing of the kind", 0, 4, []),
    ],
)
def test_starts_within_a_part_of_a_sentence(text: str, first: int, last: int, places: list[int]) -> None:
    lows = text.split()
    assert TRIE.starts_within(lows, first, last) == places
    assert TRIE.begins(lows) == TRIE.starts(tokenize(text))
    assert TRIE.may_stand(frozenset(lows)) is bool(TRIE.begins(lows))


def test_phrase_is_found_by_its_rarest_word() -> None:
    trie = Trie([("in the red", "a"), ("of the red", "b"), ("at stake", "c")])
    assert trie.rarest == {"red": (2,), "stake": (1,)}
    assert trie.begins(["the", "red", "stood", "at", "stake", "in", "the", "red"]) == [3, 5]
    assert trie.begins(["red", "the", "in"]) == []
    assert Trie([("that", "a"), ("so that", "b")]).begins(["so", "that"]) == [0, 1]


def _tries() -> list[Trie[object]]:
    """Every table of phrases that reading has built, whichever module holds it."""
    record = load_record()
    for name in FILES:
        for text in labelled(name):
            read(document_of(text.text, on=text.on), record)
    read(document_of("\n\n".join(negatives()), on=date(2025, 2, 13)), record)
    return [one for one in gc.get_objects() if isinstance(one, Trie)]


def _sentences() -> Iterator[str]:
    yield from (text.text for name in FILES for text in labelled(name))
    yield from negatives()


def test_no_table_loses_a_phrase_in_any_labelled_sentence() -> None:
    tries = _tries()
    assert len(tries) > 40
    for text in _sentences():
        tokens = tokenize(text)
        lows = [token.low for token in tokens]
        words = frozenset(lows)
        for trie in tries:
            begun = trie.begins(lows)
            every = [i for i, low in enumerate(lows) if low in trie.openers() and trie.every(tokens, i)]
            assert begun == sorted({*begun}) and {*every} <= {*begun}
            assert trie.may_stand(words) or not every


def test_every_phrase_of_every_table_is_found_alone_and_among_words() -> None:
    for trie in _tries():
        for words in _phrases(trie):
            assert 0 in trie.begins(words)
            assert 2 in trie.begins(["zzz", words[-1], *words, "zzz"])
            assert trie.may_stand(frozenset(words))


def _phrases(trie: Trie[object]) -> Iterator[list[str]]:
    open_ = [([word], node) for word, node in trie._root.items()]
    while open_:
        words, (payloads, more) = open_.pop()
        if payloads:
            yield words
        open_ += [([*words, word], node) for word, node in more.items()]


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
