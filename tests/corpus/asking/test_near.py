"""Near copies by sketches: found where planted, whatever the order of the texts."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burdenshare.corpus.asking.near import NEXT, Numbers, groups_of, likeness, parted
from burdenshare.corpus.sketches import BINS, sketched

NAMES = [f"word{number}" for number in range(2_000)]


def text(seed: int, words: int = 300) -> str:
    return " ".join(random.Random(seed).choices(NAMES, k=words))


def edited(whole: str, seed: int, share: float) -> str:
    """A print with a share of its words in one piece put otherwise."""
    told = whole.split()
    size = int(len(told) * share)
    at = random.Random(seed).randrange(len(told) - size + 1)
    return " ".join((*told[:at], *random.Random(seed + 1).choices(NAMES, k=size), *told[at + size :]))


def grouped(texts: list[str]) -> list[int]:
    rows = [sketched(one) for one in texts]
    packed: Numbers = np.frombuffer(b"".join(row["sketch"] for row in rows), "<u4").astype(np.uint32).reshape(-1, BINS)
    return [int(one) for one in groups_of(packed, np.array([row["runs"] for row in rows], dtype=np.int64))]


def parts(groups: list[int], names: list[int]) -> set[frozenset[int]]:
    found: dict[int, set[int]] = {}
    for group, name in zip(groups, names, strict=True):
        found.setdefault(group, set()).add(name)
    return {frozenset(one) for one in found.values()}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3)), min_size=1, max_size=24), st.randoms())
def test_groups_do_not_depend_on_the_order(drawn: list[tuple[int, int]], shuffle: random.Random) -> None:
    """Prints of a few texts, from word for word to half of it put otherwise, where chance decides who is alike."""
    texts = [edited(text(one), 7 * one + how, how * 0.16) for one, how in drawn]
    order = list(range(len(texts)))
    shuffle.shuffle(order)
    assert parts(grouped([texts[at] for at in order]), order) == parts(grouped(texts), list(range(len(texts))))


def test_more_prints_than_are_compared_are_one_group_in_any_order() -> None:
    texts = [edited(text(1), seed, 0.06) for seed in range(4 * NEXT)]
    assert len(set(grouped(texts))) == 1
    assert len(set(grouped(texts[::-1]))) == 1


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param(lambda whole: whole, id="word for word"),
        pytest.param(lambda whole: edited(whole, 3, 0.2), id="a fifth put otherwise"),
        pytest.param(lambda whole: " ".join(whole.split()[:150]), id="cut to half"),
        pytest.param(lambda whole: f"{whole} {text(99, 60)}", id="with a paragraph of its own"),
    ],
)
def test_prints_are_found_and_strangers_are_not(printed) -> None:  # type: ignore[no-untyped-def]
    groups = grouped([text(1), text(2), printed(text(1)), text(3)])
    assert groups[0] == groups[2]
    assert len(set(groups)) == 3


def test_two_reports_that_share_a_quote_are_no_prints() -> None:
    quote = text(50, 60)
    groups = grouped([f"{text(1, 240)} {quote}", f"{text(2, 240)} {quote}"])
    assert groups[0] != groups[1]


def test_likeness_is_estimated_to_within_a_tenth() -> None:
    whole = text(1, 600)
    for share in (0.1, 0.3, 0.6):
        one, other = (
            np.frombuffer(sketched(words)["sketch"], "<u4").reshape(1, -1) for words in (whole, edited(whole, 5, share))
        )
        exact = (1 - share) / (1 + share)
        assert abs(float(likeness(one, other)[0]) - exact) < 0.1


def test_of_nothing_there_are_no_groups() -> None:
    assert groups_of(np.zeros((0, BINS), dtype=np.uint32), np.zeros(0, dtype=np.int64)).tolist() == []


def test_a_chain_is_parted_so_that_each_is_a_copy_of_its_first() -> None:
    """Each text shares two thirds with the next, and the ends share nothing."""
    words = text(1, 900).split()
    texts = [" ".join(words[at : at + 300]) for at in range(0, 600, 60)]
    rows = [sketched(one) for one in texts]
    packed: Numbers = np.frombuffer(b"".join(row["sketch"] for row in rows), "<u4").astype(np.uint32).reshape(-1, BINS)
    runs = np.array([row["runs"] for row in rows], dtype=np.int64)
    groups = groups_of(packed, runs)
    assert len(set(groups.tolist())) == 1
    for order in (range(len(texts)), range(len(texts))[::-1]):
        firsts = parted(groups, np.array(order, dtype=np.int64), packed, runs)
        assert 2 < len(set(firsts.tolist())) < len(texts)
        assert all(firsts[first] == first for first in firsts)
        assert likeness(packed, packed[firsts]).min() >= 0.5
    assert firsts[-1] == len(texts) - 1  # the first by rank, not by place
    assert parted(groups, np.arange(len(texts)), packed, runs)[0] == 0


def test_a_text_alone_is_its_own_first_and_no_text_is_no_first() -> None:
    rows = [sketched(text(seed)) for seed in (1, 2)]
    packed: Numbers = np.frombuffer(b"".join(row["sketch"] for row in rows), "<u4").astype(np.uint32).reshape(-1, BINS)
    runs = np.array([row["runs"] for row in rows], dtype=np.int64)
    assert parted(np.array([0, 1]), np.array([1, 0]), packed, runs).tolist() == [0, 1]
    none = np.zeros(0, dtype=np.int64)
    assert parted(none, none, packed[:0], none).tolist() == []
