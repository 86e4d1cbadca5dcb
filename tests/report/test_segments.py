"""Overlapping and nested spans cut a text into pieces that join to the text again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from burdenshare.reading.model import Span
from burdenshare.report.segments import Overlay, pieces


def overlay(start: int, end: int, focus: tuple[int, int] | None = None) -> Overlay:
    return Overlay(Span(start, end), Span(*(focus or (start, end))))


def test_nested_statement_is_opened_by_its_own_words() -> None:
    cut = pieces("abcdef", [overlay(0, 6, (0, 5)), overlay(2, 4)])
    assert [(piece.text, piece.top) for piece in cut] == [("ab", 0), ("cd", 1), ("e", 0), ("f", 0)]
    assert [piece.marked for piece in cut] == [True, True, True, False]


def test_a_sum_has_its_marker_behind_its_last_part() -> None:
    cut = pieces("abcdef", [overlay(0, 2)], [], [Span(1, 4), Span(0, 4)])
    assert [(piece.text, piece.sums) for piece in cut] == [("ab", ()), ("cd", (0, 1)), ("ef", ())]


def test_overlapping_statements_each_get_a_marker_where_their_words_end() -> None:
    cut = pieces("abcdef", [overlay(0, 4), overlay(2, 6)])
    assert [piece.ends for piece in cut] == [(), (0,), (1,)]


def test_two_statements_on_the_same_words_both_get_a_marker() -> None:
    cut = pieces("abc", [overlay(0, 3), overlay(0, 3)])
    assert [(piece.text, piece.ends) for piece in cut] == [("abc", (0, 1))]


def test_number_not_accounted_for_is_marked_only_outside_statements() -> None:
    cut = pieces("ab cd", [overlay(0, 2)], [Span(0, 2), Span(3, 5)])
    assert [(piece.text, piece.top, piece.remark) for piece in cut] == [
        ("ab", 0, None),
        (" ", None, None),
        ("cd", None, 1),
    ]


def test_text_without_statements_stays_one_piece() -> None:
    assert [piece.text for piece in pieces("plain", [])] == ["plain"]
    assert pieces("", []) == []


def narrowest(overlays: list[Overlay], start: int, end: int, size: int) -> int | None:
    """The plain way to say which overlay a stretch opens: try all of them."""
    for spans in ([one.focus for one in overlays], [one.span for one in overlays]):
        inside = [Span(min(max(one.start, 0), size), min(one.end, size)) for one in spans]
        covering = [index for index, one in enumerate(inside) if one.start <= start < end <= one.end]
        if covering:
            return min(covering, key=lambda index: inside[index].end - inside[index].start)
    return None


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(-3, 50), st.integers(-3, 50), st.integers(-3, 50), st.integers(-3, 50)), max_size=6),
)
def test_pieces_join_to_the_text_and_every_marker_stands_once(
    text: str, spans: list[tuple[int, int, int, int]]
) -> None:
    overlays = [Overlay(Span(a, b), Span(c, d)) for a, b, c, d in spans]
    cut = pieces(text, overlays, [Span(0, 2)])
    assert "".join(piece.text for piece in cut) == text
    place = 0
    for piece in cut:
        assert piece.top == narrowest(overlays, place, place + len(piece.text), len(text))
        place += len(piece.text)
    if text:
        assert sorted(index for piece in cut for index in piece.ends) == list(range(len(overlays)))
