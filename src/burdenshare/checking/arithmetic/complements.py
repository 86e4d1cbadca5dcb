"""A part, its whole and the rest: `23 of the 32 … the other nine`, `60 % … the remaining 40 %`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from burdenshare.checking.arithmetic.drawn import Drawn, agreed_unit
from burdenshare.checking.arithmetic.figures import Figure, Line
from burdenshare.checking.arithmetic.language import word_set
from burdenshare.checking.arithmetic.model import ArithmeticKind
from burdenshare.checking.arithmetic.rounding import Width, combined, exactly, total, width
from burdenshare.checking.arithmetic.rows import Found, Row, matches

FAR = 3.0
"""A rest further from the stated one than this factor is the rest of something else."""
NEAR = 0.2
"""Shares that miss their whole by more than this part of it are shares of something else, such as of 5 % of GDP."""
LEAST = 20.0
"""A first share below this (in per cent) is hardly the larger part of a whole."""
_WORDS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1}
NOUNS = word_set("nouns")
_SAME = word_set("rest_goes_on")
"""Behind a rest these go on about it, and name nothing else that it could be of."""
_CHANGING = word_set("changing")
"""Beside these shares are of GDP, or changes, and make no whole."""


def complements(row: Row, line: Line, following: Line | None) -> Iterator[Drawn]:
    """Every part of a whole with the rest that is told of it, in the sentence or at the head of the next."""
    if row.where == "shares":
        yield from _of_shares(row, line)
        return
    for found in matches(row.pattern, line):
        rest = _rest(row, found, following)
        if rest is None:
            continue
        drawn = _drawn(row, found, rest[0], rest[1])
        if drawn is not None:
            yield drawn


def _rest(row: Row, found: Found, following: Line | None) -> tuple[Figure, bool] | None:
    """The figure of the rest, and whether nothing stands between that it may be the rest of."""
    assert row.rest is not None
    for here in matches(row.rest, found.line, found.match.end()):
        between = found.line.shape[found.match.end() : here.match.start()]
        return here["c"], not re.search("[FKMNX]", between)
    behind = found.line.shape[found.match.end() :]
    if following is None or re.search("[FKMNX]", behind):
        return None
    for here in matches(row.rest, following):
        before = following.shape[: here.match.start()]
        return (here["c"], True) if not re.search("[FKMNX]", before) else None
    return None


def _drawn(row: Row, found: Found, rest: Figure, alone: bool) -> Drawn | None:
    a, b = found["a"], found["b"]
    if agreed_unit([a, b]) is None or a.value >= b.value or not (a.plain and b.plain):
        return None
    decimals = any(one.decimal for one in (a, b, rest))
    part, whole, said = (width(one, decimals=decimals) for one in (a, b, rest))
    if rest.kind == "F":
        computed, unit = combined(lambda x, y: 100 * (y - x) / y, part, whole), "%"
        said = combined(lambda one: 100 * one, said)
    elif agreed_unit([a, b, rest]) is None or (
        {a.kind, b.kind, rest.kind} - {"N"} and "N" in (a.kind, b.kind, rest.kind)
    ):
        return None
    else:
        computed, unit = combined(lambda x, y: y - x, part, whole), b.quantity.unit
    near = 0 < said.central <= computed.central * FAR and computed.central <= said.central * FAR
    return Drawn(
        ArithmeticKind.COMPLEMENT,
        ((a, "part"), (b, "whole"), (rest, "rest")),
        computed,
        said,
        unit,
        "{1} - {0}",
        row.firm and alone and near and rest.plain and _of_the_same(b, rest),
        row.name,
    )


def _of_the_same(whole: Figure, rest: Figure) -> bool:
    """Whether no other noun stands behind the rest: not `23 of the 32 allies …; the other 20 ministers`."""
    return rest.kind != "N" or rest.after in _SAME or rest.after in NOUNS or rest.after == whole.after


def _of_shares(row: Row, line: Line) -> Iterator[Drawn]:
    """All shares in front of the remaining one, and that one."""
    assert row.rest is not None
    for here in matches(row.rest, line):
        kind = "P" if "c" in here.figures else "F"
        said = _said(here)
        end = here.match.start()
        parts = [figure for place, figure in line.at.items() if figure.kind == kind and place < end]
        if not parts or said is None or (kind == "P" and parts[0].value < LEAST):
            continue
        whole = 100.0 if kind == "P" else 1.0
        decimals = any(one.decimal for one in parts)
        sum_ = total([width(one, decimals=decimals) for one in parts])
        if sum_.central >= whole:
            continue
        near = abs(sum_.central + said.central - whole) <= NEAR * whole
        computed = combined(lambda one, all_=whole: all_ - one, sum_)
        if kind == "F":
            computed, said = _per_cent(computed), _per_cent(said)
        last = here.figures.get("c") or here.line.at.get(here.match.start("word"))
        strange = re.search(r"[MKNXD]", line.shape[:end]) is not None
        firm = row.firm and near and not strange and all(one.plain for one in parts) and _one_whole(line, parts)
        yield Drawn(
            ArithmeticKind.COMPLEMENT,
            (*((one, "part") for one in parts), *(((last, "rest"),) if last is not None else ())),
            computed,
            said,
            "%",
            ("100 %" if kind == "P" else "1") + " - {}" * len(parts),
            firm,
            row.name,
            said_words=here.match.group(0) if last is None else "",
        )


def _said(here: Found) -> Width | None:
    if "c" in here.figures:
        return width(here["c"], decimals=here["c"].decimal)
    word = here.match["word"]
    if word in _WORDS:
        return exactly(_WORDS[word])
    figure = here.line.at.get(here.match.start("word"))
    return exactly(figure.value) if figure is not None else None


def _per_cent(one: Width) -> Width:
    return combined(lambda value: 100 * value, one)


def _one_whole(line: Line, parts: list[Figure]) -> bool:
    """Whether no share is said of GDP, and none is a change."""
    if _CHANGING & line.words:
        return False
    return all(one.before not in ("by", "from", "to", "than", "up", "down") for one in parts)
