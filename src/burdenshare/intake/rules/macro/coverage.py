"""A new vintage shows no less than the last whole one: its indicators, its entities, its years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.listed import listed
from burdenshare.intake.rules.macro.vintage import Vintage, Vintages
from burdenshare.record.schema import MACRO

WHOLE = 25
"""Entities of which a vintage must hold an indicator to count as whole in it; extracts are no measure."""
MOST_BACK = 4
"""Vintages that are asked for a whole one; what none of two years holds is no longer expected."""

EDITION = "WEO"
"""The Outlook comes out as one edition; the Development Indicators are given out one by one."""

Years = Mapping[str, set[int]]
"""Years by entity."""


class Whole(NamedTuple):
    """What the last whole vintage holds of an indicator."""

    vintage: str
    years: Years


def faults(vintages: Vintages) -> Iterator[Fault]:
    """What the judged vintages lack; a record judged as a whole may hold extracts."""
    for one in vintages.judged() if vintages.only is not None else ():
        ours, expected = _held(one), _last_whole(vintages, one)
        lost = sorted(expected.keys() - ours.keys())
        if lost and one.publisher == EDITION:
            source = expected[lost[0]].vintage
            yield Fault("coverage", MACRO, (one.id, "indicators"), f"has no {listed(lost)}, as {source} has")
        for indicator in sorted(ours.keys() & expected.keys()):
            yield from _less(one.id, indicator, ours[indicator], expected[indicator])
        for indicator, years in sorted(ours.items()):
            yield from _gaps(one.id, indicator, years)


def _less(vintage: str, indicator: str, ours: Years, expected: Whole) -> Iterator[Fault]:
    gone = sorted(expected.years.keys() - ours.keys())
    if gone:
        what = f"{indicator} without {listed(gone)}, held in {expected.vintage}"
        yield Fault("coverage", MACRO, (vintage, indicator, "entities"), what)
    shorter = [
        entity
        for entity in sorted(ours.keys() & expected.years.keys())
        if max(ours[entity]) < max(expected.years[entity]) or min(ours[entity]) > min(expected.years[entity])
    ]
    if shorter:
        what = f"{indicator} of {listed(shorter)} over fewer years than in {expected.vintage}"
        yield Fault("coverage", MACRO, (vintage, indicator, "years"), what)


def _gaps(vintage: str, indicator: str, years: Years) -> Iterator[Fault]:
    """Years that a series leaves out between its first and its last."""
    for entity, found in sorted(years.items()):
        absent = sorted(set(range(min(found), max(found) + 1)) - found)
        if absent:
            what = f"{indicator} of {entity} without {listed(absent)}"
            yield Fault("coverage", MACRO, (vintage, indicator, entity), what)


def _last_whole(vintages: Vintages, one: Vintage) -> Mapping[str, Whole]:
    """For each indicator the newest vintage before that holds it of many."""
    found: dict[str, Whole] = {}
    for earlier in islice(vintages.before(one.id), MOST_BACK):
        for indicator, years in _held(earlier).items():
            if indicator not in found and len(years) >= WHOLE:
                found[indicator] = Whole(earlier.id, years)
    return found


def _held(one: Vintage) -> Mapping[str, Years]:
    found: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for at in (*one.cells, *one.outside):
        found[at.indicator][at.entity].add(at.year)
    return found
