"""Labels that find room touch nothing, and the most wanted is never left out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from burdenshare.report.charts.placing import Label, Room, along, around, box_of, placed, width_of, wrapped

spots = st.tuples(st.integers(0, 600), st.integers(0, 300))


@given(st.lists(spots, min_size=1, max_size=25, unique=True))
def test_placed_labels_do_not_meet(points: list[tuple[int, int]]) -> None:
    room = Room(600, 300)
    for spot in points:
        room.spots += around(spot)
    labels = [Label(x, y, "June 2024\n2.12 % e", rank, rank) for rank, (x, y) in enumerate(points)]
    found = placed(labels, room, 12)
    assert found[0].label.rank == 0
    boxes = [box_of(one.label, 12, one.above, one.align) for one in found]
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_a_label_gives_way_to_the_line() -> None:
    room = Room(400, 200)
    room.spots += along((200, 100), (200, 0))
    (found,) = placed([Label(200, 100, "2 %", 0)], room, 12)
    assert not found.above


def test_titles_break_at_spaces_and_never_inside_a_value() -> None:
    lines = wrapped("spending rose to USD\N{NO-BREAK SPACE}1.484\N{NO-BREAK SPACE}tn in 2026", 150, 12)
    assert len(lines) > 1
    assert any("USD\N{NO-BREAK SPACE}1.484\N{NO-BREAK SPACE}tn" in one for one in lines)
    assert wrapped("", 100, 12) == [""]
    assert width_of("ab\nabcd", 10) == width_of("abcd", 10)
