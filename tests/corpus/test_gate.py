"""The first gate opens every page that may hold a statement, and few others."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from benchmarks.labels import FILES, labelled
from burdenshare.corpus.gate import DECLARED, SHORT, may_concern, topic_words

ROOT = Path(__file__).parents[2]
ARTICLES = sorted([*(ROOT / "examples").glob("*.txt"), *(ROOT / "tests" / "cases" / "articles").glob("*.txt")])
IDLE = "The valley stayed dry all week and the farmers waited for rain that would not come before the weekend. " * 40


@pytest.mark.parametrize("path", ARTICLES, ids=lambda one: one.stem)
def test_every_article_of_ours_is_opened(path: Path) -> None:
    filled = path.read_bytes() + b" " * SHORT  # the length alone must not open it
    assert may_concern(filled)


def test_labelled_texts_are_opened_in_articles_of_their_length() -> None:
    """Ten labelled texts in a row, as many sentences as a short article: one topic word is always among them."""
    texts = [one.text for name in FILES for one in labelled(name)]
    chunks = ["\n".join(texts[at : at + 10]) for at in range(0, len(texts), 10)]
    assert [one[:80] for one in chunks if not may_concern(one.encode() + b" " * SHORT)] == []


def test_the_idle_bulk_is_passed_over() -> None:
    assert not may_concern(IDLE.encode())
    assert may_concern(b"short")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_other_encodings_hide_no_word(encoding: str) -> None:
    assert may_concern(f"{IDLE} The defence ministers met in Oslo.".encode(encoding))


def test_every_row_has_an_example_that_it_opens() -> None:
    rows = tomllib.loads(DECLARED.read_text(encoding="utf-8"))["words"]
    for row in rows:
        assert row["reason"]
        assert any(word in row["example"].lower() for word in row["words"]), row["example"]
    assert all(word == word.lower() for word in topic_words())
