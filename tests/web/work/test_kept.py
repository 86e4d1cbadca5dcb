"""What is kept stays within its room."""

from __future__ import annotations

from burdenshare.web.work.kept import Kept


def test_what_was_not_asked_for_the_longest_goes_first() -> None:
    kept = Kept(10)
    kept.put(("a",), b"1234")
    kept.put(("b",), b"1234")
    assert kept.get(("a",), bytes) == b"1234"
    kept.put(("c",), b"1234")
    assert kept.get(("b",), bytes) is None
    assert kept.get(("a",), bytes) == kept.get(("c",), bytes) == b"1234"


def test_what_is_larger_than_the_room_is_not_kept_and_kinds_are_not_mixed() -> None:
    kept = Kept(10)
    assert kept.put(("a",), "x" * 11) == "x" * 11
    assert kept.get(("a",), str) is None
    kept.put(("b",), "text")
    assert kept.get(("b",), bytes) is None
    kept.put(("b",), "longer")
    assert kept.get(("b",), str) == "longer"
