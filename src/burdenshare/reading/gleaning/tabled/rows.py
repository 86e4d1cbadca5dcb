"""One line of a table or list: whose it is, and its numbers in order."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from burdenshare.reading.gleaning.tabled.columns import row_words
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.parse import Parsed
from burdenshare.reading.quantities import Quantity

LONGEST_ROW = 60
"""Tokens of a line with an ally and a dozen years in bars."""
_COMPARED = ("since", "versus")
_BODIES = frozenset({"country", "abbreviation", "phrase", "capital", "metonym"})


@dataclass(frozen=True, slots=True)
class Row:
    """The numbers of one owner; None for an empty cell. `years` are those told inside the row."""

    owner: str
    cells: tuple[Quantity | None, ...]
    years: tuple[str, ...]


def years_of(parsed: Parsed, first: int = 0, last: int = 1 << 30) -> tuple[str, ...]:
    """The calendar years told between two tokens."""
    return tuple(
        p.value
        for p in parsed.periods
        if p.source == "explicit"
        and len(p.value) == 4
        and first <= p.first
        and p.last <= last
        and p.role not in _COMPARED
    )


def numbers_of(parsed: Parsed, first: int = 0, last: int = 1 << 30) -> list[Quantity]:
    """The numbers between two tokens that are no years."""
    if not parsed.quantities:
        return []
    dated = [(p.first, p.last) for p in parsed.periods]
    return [
        q
        for q in parsed.quantities
        if first <= q.core[0] and q.core[1] <= last and not any(a <= q.core[0] < b for a, b in dated)
    ]


def rows_of(parsed: Parsed, start: int = 0, owner: str = "") -> tuple[Row, ...]:
    """The rows a line holds from token `start` on, or none where it holds other words than a row does. `owner` is the
    heading's, for lines that give years only."""
    if len(parsed.tokens) - start > LONGEST_ROW:
        return ()
    bodies = [s for s in parsed.subjects if s.first >= start and s.kind in _BODIES and not s.possessive]
    if not _nothing_else(parsed, start, bodies):
        return ()
    if not bodies:
        years, numbers = years_of(parsed, start), numbers_of(parsed, start)
        return (Row(owner, tuple(numbers), years),) if owner and numbers and len(years) == len(numbers) else ()
    ends = [*(s.first for s in bodies[1:]), len(parsed.tokens)]
    found = [_row(parsed, body, end) for body, end in zip(bodies, ends, strict=True)]
    return tuple(row for row in found if any(row.cells))


def bare_owner(parsed: Parsed) -> str:
    """The ally of a line that holds its name alone, as tables fall apart into one cell a line."""
    bodies = [s for s in parsed.subjects if s.kind in _BODIES]
    whole = len(bodies) == 1 and all(
        bodies[0].first <= i < bodies[0].last or t.kind == "mark" for i, t in enumerate(parsed.tokens)
    )
    return bodies[0].entity if whole else ""


def bare_numbers(parsed: Parsed) -> tuple[Quantity, ...]:
    """The numbers of a line that holds nothing else."""
    return tuple(numbers_of(parsed)) if _nothing_else(parsed, 0, []) and not parsed.subjects else ()


def _nothing_else(parsed: Parsed, start: int, bodies: list[SubjectMention]) -> bool:
    covered = {i for s in bodies for i in range(s.first, s.last)}
    covered |= {i for q in parsed.quantities for i in range(q.first, q.last)}
    covered |= {i for p in parsed.periods for i in range(p.first, p.last)}
    plain = row_words("plain")
    return all(
        t.kind != "word" or i in covered or t.low in plain for i, t in enumerate(parsed.tokens[start:], start=start)
    )


def _row(parsed: Parsed, body: SubjectMention, end: int) -> Row:
    years = years_of(parsed, body.last, end)
    numbers = _without_ordinal(parsed, numbers_of(parsed, body.last, end))
    bars = [i for i in range(body.last, end) if parsed.tokens[i].text == "|"]
    if len(bars) < 2 or years:
        return Row(body.entity, tuple(numbers), years)
    edges = bars if parsed.tokens[end - 1].text == "|" else [*bars, end]
    cells = [next((q for q in numbers if a < q.core[0] < b), None) for a, b in pairwise(edges)]
    return Row(body.entity, tuple(cells), ())


def _without_ordinal(parsed: Parsed, numbers: list[Quantity]) -> list[Quantity]:
    """`Poland 4.48 2.`: the number of the next item, which a list in running text leaves behind."""
    last = numbers[-1] if len(numbers) > 1 else None
    closing = last is not None and last.number.step == 1 and last.number.value <= 32 and not last.unit
    at_end = last is not None and [t.text for t in parsed.tokens[last.core[1] :]] == ["."]
    return numbers[:-1] if closing and at_end else numbers
