"""An annotated text as paragraphs: no word lost, each in its place."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from burdenshare.report.page import Sheet, sheet_of
from burdenshare.report.paragraphs import Values, paragraphs
from burdenshare.report.printed import look
from burdenshare.report.segments import Piece
from tests.samples import checked_document

SHEET = sheet_of(checked_document(), "d1")


def told(sheet: Sheet) -> list[str]:
    """Each paragraph's words, line ends as a stroke."""
    return ["".join(_words(one) for one in parts) for parts in paragraphs(sheet, look)]


def _words(part: Values) -> str:
    return "/" if "end" in part else str(part.get("words", ""))


def bare(text: str, *, tight: bool = False) -> Sheet:
    return replace(SHEET, pieces=(Piece(text),), tight=tight)


def test_a_blank_line_parts_paragraphs_and_another_line_end_stays() -> None:
    assert told(bare("\n\na\nb\n \nc\n\n\nd\n")) == ["a/b", "c", "d"]


def test_every_line_is_a_paragraph_where_lines_are() -> None:
    assert told(bare("a\nb\n\nc", tight=True)) == ["a", "b", "c"]


def test_marks_and_signs_stand_where_the_words_are() -> None:
    parts = [part for one in paragraphs(SHEET, look) for part in one]
    focused = [part for part in parts if part.get("focus")]
    signs = [sign["number"] for part in parts for sign in part.get("signs", ()) if sign["number"]]
    assert focused
    assert all("then" in part and "now" in part for part in focused)
    assert signs == sorted(signs)
    assert set(signs) == {card.number for card in SHEET.cards}


def test_a_sign_behind_a_line_end_goes_with_the_words_in_front() -> None:
    found = paragraphs(replace(SHEET, pieces=(Piece("a\n\n", 0, True, (0,)), Piece("b"))), look)
    assert [[name for name in ("words", "end", "signs") if name in part] for part in found[0]][-1] == ["signs"]
    assert [part["words"] for part in found[1]] == ["b"]


@given(st.text("ab \n\r\t", max_size=40))
def test_no_word_is_lost(text: str) -> None:
    assert "".join("".join(told(bare(text))).replace("/", "").split()) == "".join(text.split())
