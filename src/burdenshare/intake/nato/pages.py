"""A page of NATO's press document as lines: words, years, and rows of figures behind a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from burdenshare.intake.nato.figures import is_printed
from burdenshare.intake.nato.lines import Cell, Figures, Line, Part, Words, Years
from burdenshare.intake.nato.years import Year, fault_of, told_estimates, year_of

FEWEST = 2
"""Years or figures that make a line one of years or figures; a page number stands alone."""


def part_of(number: int, text: str, knows: Callable[[str], bool]) -> Part:
    """The lines of a page, `number` from 1 on. `knows`: whether words are a name that can stand beside figures."""
    lines = [(f"page {number}, line {at}", " ".join(line.split())) for at, line in enumerate(text.splitlines(), 1)]
    told = told_estimates([" ".join(line for _, line in lines)])
    return Part(f"page {number}", tuple(_lines(lines, told, knows)))


def _lines(lines: Sequence[tuple[str, str]], told: frozenset[int], knows: Callable[[str], bool]) -> Iterator[Line]:
    years: tuple[Year, ...] = ()
    for place, line in lines:
        words = line.split(" ")
        beside, found = _years(place, words, knows)
        if found:
            years = found
            fault, where = fault_of(years, told)
            yield from (Words(place, beside),) if beside else ()
            yield Years(place, years, fault, where)
            continue
        name, figures = split(words)
        if len(figures) >= FEWEST or (figures and name and knows(name)):
            yield _row(place, name, figures, years, told)
        elif broken := _broken(words, knows):
            fault = f"what stands behind '{broken}' are not figures alone"
            yield Figures(place, (Words(place, broken),), (), fault=fault)
        elif line:
            yield Words(place, line)


def _years(place: str, words: Sequence[str], knows: Callable[[str], bool]) -> tuple[str, tuple[Year, ...]]:
    """The years of a line that holds nothing else but words in front of them, and these words, which are no name."""
    at = next((at for at, word in enumerate(words) if any(map(str.isdigit, word))), len(words))
    beside = " ".join(words[:at])
    years: list[Year] = []
    for word in words[at:]:
        year = year_of(word, place)
        if year is None:
            return "", ()
        years.append(year)
    return (beside, tuple(years)) if len(years) >= FEWEST and not (beside and knows(beside)) else ("", ())


def split(words: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The words of a line in front of its figures, and the figures: all that stand unbroken at its end."""
    at = len(words)
    while at and words[at - 1] and is_printed(words[at - 1]):
        at -= 1
    return " ".join(words[:at]), tuple(words[at:])


def _broken(words: Sequence[str], knows: Callable[[str], bool]) -> str:
    """The known name at the head of a line behind which stand numbers, and more than numbers; empty where none does."""
    at = next((at for at, word in enumerate(words) if any(map(str.isdigit, word)) and "(" not in word), len(words))
    name = " ".join(words[:at])
    numbers = sum(any(map(str.isdigit, word)) for word in words[at:])
    return name if name and numbers >= FEWEST and knows(name) else ""


def _row(place: str, name: str, figures: Sequence[str], years: Sequence[Year], told: frozenset[int]) -> Figures:
    names = (Words(place, name),) if name else ()
    if years and len(figures) != len(years):
        return Figures(place, names, (), fault=f"{len(figures)} figures stand under {len(years)} years")
    cells = tuple(
        Cell(place, year.year, year.estimate or year.year in told, figure)
        for year, figure in zip(years, figures, strict=False)
    )
    return Figures(place, names, cells)
