"""Lines behind a bullet: they fit, and addresses stay whole."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from burdenshare.report.hanging import breaks


def parts(line: str, room: int) -> list[str]:
    edges = [0, *breaks(line, room), len(line)]
    return [line[one:other] for one, other in pairwise(edges)]


def test_words_fill_the_room() -> None:
    assert parts("one two three four", 9) == ["one two ", "three ", "four"]


def test_address_stands_whole_on_a_line_of_its_own() -> None:
    address = "https://example.org/" + "path/" * 9
    assert parts(f"NATO (via KNEWS): {address} ; more", 30) == ["NATO (via KNEWS): ", f"{address} ", "; more"]
    assert parts(f"at https://a.eu/b {address}", 30) == ["at https://a.eu/b ", address]


def test_wide_word_is_folded() -> None:
    assert parts("an " + "x" * 25, 10) == ["an ", "x" * 10, "x" * 10, "x" * 5]


@given(st.text(max_size=300).map(lambda text: " ".join(text.split())), st.integers(4, 40))
def test_parts_join_to_the_line_and_fit(line: str, room: int) -> None:
    found = parts(line, room)
    assert "".join(found) == line
    assert all(cell_len(part.rstrip()) <= room or "://" in part for part in found)
