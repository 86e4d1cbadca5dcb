"""The tree in a terminal: branches, wrapping under the first word, whole addresses."""

from __future__ import annotations

from burdenshare.report.explaining import Step
from burdenshare.report.explaining_terminal import plain_tree

LONG = "https://example.org/" + "a" * 80


def test_tree_is_drawn_with_branches_and_a_last_one() -> None:
    root = Step("s1", "words", below=(Step("one", "first", below=(Step("in", "deep"),)), Step("two", "second")))
    assert plain_tree(root).splitlines() == ["s1: words", "├─ one: first", "│  └─ in: deep", "└─ two: second"]


def test_long_lines_stand_under_their_first_word_and_the_bars_go_on() -> None:
    root = Step("s1", "x", below=(Step("a", "word " * 20, below=(Step("b", "y"),)), Step("c", "z")))
    lines = plain_tree(root, width=40).splitlines()
    assert max(map(len, lines)) <= 40
    wrapped = [line for line in lines if line.endswith("word")]
    assert len(wrapped) > 2
    assert all(line.startswith("│  │  word") for line in wrapped[1:])


def test_address_is_never_cut() -> None:
    shown = plain_tree(Step("source", "NATO", address=LONG), width=40)
    assert LONG in shown


def test_control_characters_and_markup_stay_words() -> None:
    shown = plain_tree(Step("s1", "[bold]\x1b[31mred\u202e"))
    assert shown.strip() == "s1: [bold][31mred"
