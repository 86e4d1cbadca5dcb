"""What is kept stays within its room."""

from __future__ import annotations

from burdenshare.web.work.kept import APART, Kept

SMALL = b"1234"


def test_what_was_not_asked_for_the_longest_goes_first() -> None:
    kept = Kept(2 * (APART + 5))
    kept.put(("a",), SMALL)
    kept.put(("b",), SMALL)
    assert kept.get(("a",)) == SMALL
    kept.put(("c",), SMALL)
    assert kept.get(("b",)) is None
    assert kept.get(("a",)) == kept.get(("c",)) == SMALL


def test_what_is_larger_than_the_room_is_not_kept() -> None:
    kept = Kept(APART + 10)
    assert kept.put(("a",), b"x" * 11) == b"x" * 11
    assert kept.get(("a",)) is None
    kept.put(("a",), b"text")
    kept.put(("a",), b"longer")
    assert kept.get(("a",)) == b"longer"


def test_many_small_things_take_room_too() -> None:
    kept = Kept(100 * APART)
    for number in range(1000):
        kept.put((number,), b"")
    assert sum(kept.get((number,)) is not None for number in range(1000)) == 100
