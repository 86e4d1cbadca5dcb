"""What the record holds of a publisher already: which countries of which indicator, and how large they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from statistics import median

from burdenshare.intake.macro.declared import areas, subjects
from burdenshare.intake.macro.model import Wanted
from burdenshare.record import Record

Levels = Mapping[tuple[str, int], float]
"""Values by entity and year."""


def wanted(record: Record, publisher: str) -> Wanted:
    """What of a publisher's file is read: its subjects, and of each the countries of which the record has it."""
    held, known = countries(record, publisher), areas()
    return Wanted(frozenset(held), lambda code, number, subject: known.entity(code, number) in held[subject])


def countries(record: Record, publisher: str) -> dict[str, frozenset[str]]:
    """The countries of which the record has a publisher's subject, by the subject's code."""
    return {code: entities(record, publisher, one.indicator) for code, one in subjects(publisher).by_code.items()}


def entities(record: Record, publisher: str, indicator: str) -> frozenset[str]:
    """Codes of the countries of which any vintage of the publisher holds the indicator."""
    return frozenset(entity for entity, _ in levels(record, publisher, indicator))


def levels(record: Record, publisher: str, indicator: str) -> Levels:
    """The newest vintage's value of every entity and year, kept with the record they are of."""
    held: Callable[[str, str], Levels] | None = record.kept.get(_levels)
    if held is None:
        held = record.kept.setdefault(_levels, lru_cache(64)(partial(_levels, record)))
    return held(publisher, indicator)


def times(levels: Levels, found: Mapping[tuple[str, int], float]) -> float | None:
    """How many times the record's values the found ones are, by the middle of all that both hold; None: none are."""
    ratios = [value / levels[key] for key, value in found.items() if levels.get(key)]
    return median(ratios) if ratios else None


def _levels(record: Record, publisher: str, indicator: str) -> Levels:
    merged: dict[tuple[str, int], float] = {}
    for release in record.releases(publisher):
        for (entity, period), cell in record.vintage(indicator, release.id).items():
            if isinstance(period, int):
                merged[entity, period] = cell.value
    return merged
