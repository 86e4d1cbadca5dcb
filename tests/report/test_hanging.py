"""Lines behind a bullet: they fit, and addresses stay whole."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from burdenshare.report.hanging import breaks, hung


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


def test_figure_stays_with_its_unit_and_a_sign_with_its_word() -> None:
    assert parts("total USD 1.306 tn a year", 12) == ["total ", "USD 1.306 tn ", "a year"]
    assert parts("off by 0.3 percentage points", 24) == ["off by ", "0.3 percentage points"]
    assert parts("now · ✘ contradicted", 18) == ["now · ", "✘ contradicted"]
    assert parts("≈ 1 close · ✘ 4 contradicted", 24) == ["≈ 1 close · ", "✘ 4 contradicted"]


def test_what_should_stay_together_is_parted_where_there_is_no_room() -> None:
    assert parts("USD 1.306 tn", 8) == ["USD ", "1.306 tn"]


def shown(line: str, width: int) -> list[str]:
    console = Console(width=width, color_system=None)
    with console.capture() as captured:
        console.print(hung(line, width), crop=False)
    return [one.rstrip() for one in captured.get().splitlines()]


def test_line_of_columns_goes_on_under_its_last_one() -> None:
    line = "  April 2025  2025-04  a long note that does not fit"
    assert shown(line, 80) == [line]
    assert shown(line, 45) == ["  April 2025  2025-04  a long note that does", "                       not fit"]
    assert shown(line, 36) == ["  April 2025  2025-04  a long note", "              that does not fit"]
