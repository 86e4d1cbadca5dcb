"""An annotated text for paper: its pieces gathered into paragraphs of lines, each piece with how it is marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from burdenshare.report.marks import Mark, mark_of
from burdenshare.report.page import Sheet
from burdenshare.report.segments import Piece
from burdenshare.report.typeface import prose

Values = dict[str, Any]
Look = Callable[[Mark], Values]


def paragraphs(sheet: Sheet, look: Look) -> list[list[Values]]:
    """The text of `sheet`. A blank line parts paragraphs, and every line does where lines are paragraphs; another line
    end stays one (`{"end": true}`)."""
    found: list[list[Values]] = [[]]
    for piece in sheet.pieces:
        marked = _marked(sheet, piece, look)
        for at, words in enumerate(prose(piece.text).split("\n")):
            if at:
                _line_ends(found, sheet.tight)
            if words:
                found[-1].append({**marked, "words": words})
        if behind := _behind(sheet, piece, look):
            _last(found).append({"signs": behind})
    whole = (_trimmed(one) for one in found)
    return [one for one in whole if one]


END: Values = {"end": True}


def _line_ends(found: list[list[Values]], tight: bool) -> None:
    """Begin the next line, or the next paragraph where this line was blank or lines are paragraphs."""
    last = found[-1]
    blank = not last or last[-1] is END or _is_blank(last)
    if tight or blank:
        found.append([])
    else:
        last.append(END)


def _is_blank(parts: list[Values]) -> bool:
    """Whether nothing but blanks stands behind the last line end."""
    behind = parts[max((at for at, one in enumerate(parts) if one is END), default=-1) + 1 :]
    return all(not one.get("words", "x").strip() for one in behind)


def _last(found: list[list[Values]]) -> list[Values]:
    """Where a sign belongs: to the paragraph of the words in front of it."""
    return next((one for one in reversed(found) if any("words" in part for part in one)), found[-1])


def _trimmed(parts: list[Values]) -> list[Values]:
    """`parts` without what shows nothing at their ends."""
    while parts and (parts[-1] is END or not parts[-1].get("words", "x").strip()):
        parts = parts[:-1]
    while parts and (parts[0] is END or not parts[0].get("words", "x").strip()):
        parts = parts[1:]
    return parts


def _marked(sheet: Sheet, piece: Piece, look: Look) -> Values:
    if piece.top is not None:
        card = sheet.cards[piece.top]
        return {"number": card.number, "focus": piece.marked, "then": look(card.then), "now": look(card.now)}
    return {"aside": piece.remark is not None}


def _behind(sheet: Sheet, piece: Piece, look: Look) -> list[Values]:
    """The signs that stand behind a piece: of statements with their numbers, and of sums."""
    signs: list[Values] = []
    for index in piece.ends:
        card = sheet.cards[index]
        both = [look(card.then)] if card.then is card.now else [look(card.then), look(card.now)]
        signs.append({"number": card.number, "looks": both})
    signs += [{"number": 0, "looks": [look(mark_of(sheet.checked.arithmetic[at].verdict))]} for at in piece.sums]
    return signs
