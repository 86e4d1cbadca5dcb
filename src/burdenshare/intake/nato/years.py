"""Years as they head columns: `2014`, `2023e`, `2019*`, `2024 (e)`; and what notes say of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from burdenshare.intake.grid import Value
from burdenshare.intake.nato.labels import bare

FIRST, LAST = 1949, 2049
"""The alliance's first year, and the last that a figure could be a year's: larger ones are money."""

_YEAR = re.compile(r"((?:19|20)\d\d)\s*(e|est\.?|estimates?|\(e\)|\(est\.?\))?", re.IGNORECASE)
_TOLD = re.compile(r"figures for ([\d\s,]*(?:and\s+)?\d{4}) are estimates", re.IGNORECASE)
_ESTIMATE_MARK = re.compile(r"(?<=\d)\s*\((e|est\.?)\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Year:
    """One year at the head of a column, and whether its figures are marked as estimates there."""

    place: str
    year: int
    estimate: bool


def year_of(raw: Value, place: str) -> Year | None:
    """The year that a cell names, None where it names none."""
    if isinstance(raw, float) and not isinstance(raw, bool):
        whole = raw.is_integer() and FIRST <= raw <= LAST
        return Year(place, int(raw), False) if whole else None
    if not isinstance(raw, str) or not any(map(str.isdigit, raw)):
        return None
    found = _YEAR.fullmatch(raw) or _YEAR.fullmatch(bare(_ESTIMATE_MARK.sub("e", raw)))
    if found is None or not FIRST <= int(found[1]) <= LAST:
        return None
    return Year(place, int(found[1]), found[2] is not None)


def told_estimates(texts: Iterable[str]) -> frozenset[int]:
    """The years of which notes say `Figures for 2023 and 2024 are estimates.`"""
    found = (match[1] for text in texts for match in _TOLD.finditer(" ".join(text.split())))
    return frozenset(int(year) for years in found for year in re.findall(r"\d{4}", years))


def fault_of(years: Sequence[Year], told: frozenset[int]) -> tuple[str, str]:
    """What is wrong with the years of a row and where, both empty where nothing is: they must follow one another
    without a gap, upwards or downwards, and the estimates must be the newest, and those that the notes name."""
    if len(years) > 1 and years[0].year > years[-1].year:
        years = tuple(reversed(years))
    for before, after in pairwise(years):
        if after.year == before.year:
            return f"two columns are headed {after.year}, the other {before.place}", after.place
        if after.year != before.year + 1:
            return f"the years go from {before.year} to {after.year}", after.place
    for before, after in pairwise(years):
        if before.estimate and not after.estimate and after.year not in told:
            return f"{before.year} is marked as an estimate and {after.year} is not", before.place
    marked = [one for one in years if one.estimate]
    for one in marked:
        if told and one.year not in told:
            noted = " and ".join(str(year) for year in sorted(told))
            return f"{one.year} is marked as an estimate, and a note says that {noted} are", one.place
    return _untold(years, told)


def _untold(years: Sequence[Year], told: frozenset[int]) -> tuple[str, str]:
    """Where the years of the note are not the newest of the row."""
    within = [one for one in years if one.year in told]
    if within and within[-1].year != years[-1].year:
        return f"a note calls {within[-1].year} an estimate and not {years[-1].year}", years[-1].place
    return "", ""
