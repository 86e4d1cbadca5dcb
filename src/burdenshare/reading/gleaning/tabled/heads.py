"""Headings of tables and lists: lines above, words in front of a colon, header rows in bars, captions below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from burdenshare.quick import quick
from burdenshare.reading.gleaning.tabled.columns import Column, column_of, row_words
from burdenshare.reading.gleaning.tabled.rows import numbers_of, years_of
from burdenshare.reading.parse import Parsed

LONGEST_HEAD = 26
_TOP = 32
"""`Top five budgets`: a number of rows, no figure."""


@quick
@dataclass(frozen=True, slots=True)
class Head:
    """What the rows below hold: one column, or one for each of the header's cells (None: not understood). `owner` is
    the one ally a heading names, for lines that give years."""

    columns: tuple[Column | None, ...]
    owner: str = ""


def title_of_defence(parsed: Parsed) -> bool:
    """A short line on defence spending without a figure: `Defence expenditure of NATO countries`."""
    cues = parsed.cues
    return len(parsed.tokens) <= LONGEST_HEAD and cues.has("defence") and cues.has("spending") and not _figures(parsed)


def head_of(parsed: Parsed, before: Head | None, allies: frozenset[str], *, titled: bool = False) -> Head | None:
    """The heading a line is, seen with the heading above it; None where it is none."""
    tokens = parsed.tokens
    if not tokens or len(tokens) > LONGEST_HEAD * 2 or _figures(parsed):
        return None
    if tokens[0].text == "|" or parsed.lows.count("|") >= 2:
        return _in_bars(parsed, before, titled=titled)
    years = years_of(parsed)
    if before is not None and before.columns[0] is not None and len(years) >= 2 and _years_only(parsed):
        return replace(before, columns=tuple(replace(before.columns[0], year=year) for year in years))
    if len(tokens) > LONGEST_HEAD:
        return None
    owners = row_words("owner_heads")
    if years and tokens[0].low in owners and _years_only(parsed):
        return Head(tuple(Column("", "", 1.0, 0.0, 0.0, year) for year in years))
    if not parsed.cues.hits and not titled:
        return None
    column = column_of(tokens) or column_of(tokens, under_defence=titled, own_unit=tokens[-1].text != ".")
    return _over(parsed, column, years, allies) if column is not None else None


def head_before_colon(parsed: Parsed, allies: frozenset[str]) -> tuple[Head | None, int]:
    """`Military outlay per inhabitant, dollars, 2024: Norway 1,960; …`: the heading, and where its list starts."""
    opening = parsed.lows[:LONGEST_HEAD]
    colon = opening.index(":") if ":" in opening else 0
    if not colon or colon + 2 > len(parsed.tokens) or not parsed.cues.hits:
        return None, 0
    if any(q.unit or q.number.value > _TOP for q in numbers_of(parsed, 0, colon)):
        return None, 0
    column = column_of(parsed.tokens[:colon])
    return (_over(parsed, column, years_of(parsed, 0, colon), allies, colon) if column else None), colon + 1


def measure_behind(parsed: Parsed) -> Column | None:
    """`Croatia: 1.72 (2023), 1.82 (2024), in percent of GDP.`: what a list tells of its own numbers behind them."""
    if len(parsed.quantities) < 2 or not parsed.cues.hits:
        return None
    numbers = numbers_of(parsed)
    if len(numbers) < 2 or any(q.unit for q in numbers):
        return None
    return column_of(parsed.tokens[numbers[-1].core[1] :])


def _figures(parsed: Parsed) -> bool:
    """A heading holds years and at most the number of its rows."""
    return any(q.unit or q.number.value > _TOP or q.number.step < 1 for q in numbers_of(parsed))


def _over(parsed: Parsed, column: Column, years: tuple[str, ...], allies: frozenset[str], end: int = 1 << 30) -> Head:
    named = {s.entity for s in parsed.subjects if s.entity in allies and s.last <= end}
    dated = tuple(replace(column, year=year) for year in years) or (column,)
    return Head(dated, named.pop() if len(named) == 1 else "")


def _years_only(parsed: Parsed) -> bool:
    dated = {i for p in parsed.periods for i in range(p.first, p.last)}
    plain = row_words("plain") | row_words("owner_heads")
    return all(t.kind != "word" or i in dated or t.low in plain for i, t in enumerate(parsed.tokens))


def _in_bars(parsed: Parsed, before: Head | None, *, titled: bool) -> Head | None:
    """`| Ally | 2023 | 2025e |`, `| Country | Spending (US$ bn) | % of GDP |`."""
    bars = [i for i, t in enumerate(parsed.tokens) if t.text == "|"]
    edges = [-1, *bars] if bars[0] else bars
    edges = edges if edges[-1] == len(parsed.tokens) - 1 else [*edges, len(parsed.tokens)]
    spans = [(a + 1, b) for a, b in pairwise(edges)]
    owners = row_words("owner_heads")
    at = next((n for n, (a, b) in enumerate(spans) if any(t.low in owners for t in parsed.tokens[a:b])), None)
    if at is None and (not spans or spans[0][0] < spans[0][1]):
        return None
    base = before.columns[0] if before is not None else None
    columns = tuple(_cell(parsed, a, b, base, titled=titled) for a, b in spans[(at or 0) + 1 :])
    return Head(columns) if columns else None


def _cell(parsed: Parsed, first: int, last: int, base: Column | None, *, titled: bool) -> Column | None:
    own = column_of(parsed.tokens[first:last], under_defence=titled)
    years = years_of(parsed, first, last)
    if own is not None:
        return replace(own, year=years[-1]) if len(years) == 1 else own
    words = [t for t in parsed.tokens[first:last] if t.kind == "word" and t.low not in row_words("plain")]
    if len(years) != 1 or words:
        return None
    return replace(base, year=years[0]) if base is not None else Column("", "", 1.0, 0.0, 0.0, years[0])
