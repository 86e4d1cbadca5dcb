"""Prints of one text are one voice; a rewrite that shares quotes is another one."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from burdenshare.checking.stories.copies import are_copies, groups_of
from burdenshare.checking.stories.shingles import BINS, bands_of, in_common, runs_of, sketch_of, words_of
from burdenshare.reading.model import Document

QUOTE = "we must spend more and we must spend it together because nobody else will do it for us in the years to come"
LEAD = (
    "ministers of the alliance met on thursday in a hall by the harbour to settle how the burden of the next decade is "
    "shared among them and a long evening ended with a short paper that nobody wanted to read aloud to the press"
)
OTHER = (
    "a sober mood hung over the capital when the officials left the building late at night few of them stopped for the "
    "cameras and those who did spoke of money deadlines and of the factories that have yet to open their second shift"
)


def doc(name: str, text: str, day: date | None = None) -> Document:
    return Document(name, text, day)


def test_a_print_with_one_word_corrected_is_a_copy_and_the_earliest_is_the_original() -> None:
    later = doc("later", f"{LEAD} {QUOTE}".replace("thursday", "wednesday"), date(2025, 2, 14))
    first = doc("first", f"{LEAD} {QUOTE}", date(2025, 2, 13))
    undated = doc("undated", f"{LEAD} {QUOTE}".upper())
    assert groups_of([undated, later, first]) == [[2, 1, 0]]


def test_a_report_that_shares_only_a_quote_is_no_copy() -> None:
    assert groups_of([doc("a", f"{LEAD} {QUOTE}"), doc("b", f"{OTHER} {QUOTE}")]) == []


def test_a_print_that_leaves_out_half_is_a_copy_of_the_whole() -> None:
    whole = doc("whole", f"{LEAD} {OTHER} {QUOTE}")
    assert groups_of([whole, doc("cut", f"{LEAD} {QUOTE}")]) == [[0, 1]]


def test_texts_without_words_are_nobodys_copies() -> None:
    assert groups_of([doc("a", ""), doc("b", "…"), doc("c", "")]) == []


def test_many_prints_of_one_text_are_one_group() -> None:
    prints = [doc(str(n), f"{LEAD} {OTHER} edition {n}") for n in range(40)]
    (group,) = groups_of(prints)
    assert sorted(group) == list(range(40))


def test_a_chain_of_texts_that_share_less_and_less_is_no_one_text() -> None:
    words = [f"word{at}" for at in range(400)]
    texts = [" ".join(words[start : start + 100]) for start in range(0, 120, 12)]
    found = groups_of([doc(f"{at}", text, date(2025, 3, 1 + at)) for at, text in enumerate(texts)])
    runs = [runs_of(words_of(text)) for text in texts]
    assert found
    assert all(are_copies(runs[first], runs[other]) for first, *others in found for other in others)
    assert not any(0 in group and len(texts) - 1 in group for group in found)


@given(st.text(max_size=200))
def test_every_text_is_like_itself(text: str) -> None:
    runs = runs_of(words_of(text))
    assert in_common(runs, runs) == ((1.0, 1.0) if runs else (0.0, 0.0))
    assert len(sketch_of(runs)) == (BINS if runs else 0)


@given(st.lists(st.sampled_from(LEAD.split()), min_size=8, max_size=60), st.integers(0, 7))
def test_sketches_agree_about_as_often_as_texts_do(words: list[str], cut: int) -> None:
    one, other = runs_of(words), runs_of(words[cut:])
    met = set(bands_of(sketch_of(one))) & set(bands_of(sketch_of(other)))
    assert met or in_common(one, other)[0] < 1.0


def test_a_sketch_is_the_same_in_another_process() -> None:
    code = (
        "from burdenshare.checking.stories.shingles import *;"
        f"print(sum(n * v for n, v in enumerate(sketch_of(runs_of(words_of({LEAD!r}))))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=None, text=True)
    here = sum(n * v for n, v in enumerate(sketch_of(runs_of(words_of(LEAD)))))
    assert int(done.stdout) == here
