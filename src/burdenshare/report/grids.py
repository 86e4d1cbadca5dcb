"""Pasted tables: lines that carry numbers between tabs or bars. A reader is told once of what was not read in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from burdenshare.reading.model import Span, Unaccounted

FEW_LINES = 2
"""One line with bars may be a headline (`Defence | 2 June 2025 | The Example`); a table has several."""

FEW_MARKS = 2
"""Tabs or bars of a line of a table: two columns at the least, since Markdown draws its outer bars too."""

_LINE = re.compile(r"[^\r\n]+")
_YEAR = re.compile(r"(?:19|20)\d{2}e?")
_CELL = re.compile(r"[\t|][^\t|]*\d")


def rows_of_tables(text: str) -> list[Span]:
    """The lines of `text` that look like rows of a table: several tabs or bars, and a number behind one of them."""
    found = [Span(*one.span()) for one in _LINE.finditer(text) if _is_row(one[0])]
    return found if len(found) >= FEW_LINES else []


def in_tables(text: str, unaccounted: Sequence[Unaccounted]) -> list[Unaccounted]:
    """The numbers of `unaccounted` that stand in such rows, in their order."""
    starts = {one.start: one.end for one in rows_of_tables(text)}
    edges = sorted(starts)
    found, at = [], 0
    for entry in sorted(unaccounted, key=lambda one: one.span):
        while at < len(edges) and starts[edges[at]] <= entry.span.start:
            at += 1
        if at < len(edges) and edges[at] <= entry.span.start:
            found.append(entry)
    return found


def table_remark(text: str, unaccounted: Sequence[Unaccounted]) -> str:
    """One line that says so where numbers of a table were not read; empty where all were, or only years are left."""
    numbers = sum(not _YEAR.fullmatch(entry.text) for entry in in_tables(text, unaccounted))
    if not numbers:
        return ""
    rows = rows_of_tables(text)
    first = text.count("\n", 0, rows[0].start) + 1
    told = "1 of its numbers was" if numbers == 1 else f"{numbers} of its numbers were"
    return f"from line {first} on this looks like a table ({len(rows)} lines); {told} not read"


def _is_row(line: str) -> bool:
    marks = max(line.count("\t"), line.count("|"))
    return (marks >= FEW_MARKS or (marks == 1 and "\t" in line)) and _CELL.search(line) is not None
