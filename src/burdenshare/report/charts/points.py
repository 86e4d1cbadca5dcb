"""Findings of the record as points of a chart, and which of them can stand side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from burdenshare.checking.alliance.model import Mark
from burdenshare.record import Finding, Record
from burdenshare.report.charts.model import Asked, Point
from burdenshare.report.lookup import month

NO_SPENDING = frozenset({"gdp", "gdp_per_capita", "military_personnel"})
"""Measures of NATO's tables that are the same whether a release counts the whole of expenditure or its core."""


def point_of(finding: Finding, label: str, *, mark: Mark = Mark.PLAIN, notes: Sequence[str] = ()) -> Point:
    """A finding as a point; what rests on estimates in part is an estimate."""
    return Point(
        entity=finding.entity,
        label=label,
        value=None if finding.bounded else finding.value,
        low=finding.low,
        high=finding.high,
        unit=finding.unit,
        period=str(finding.period),
        basis=finding.basis,
        estimate=any(one.estimate for one in finding.observations),
        definition="" if finding.measure in NO_SPENDING else finding.release.definition,
        release=finding.release.id,
        released_on=finding.release.released_on,
        sources=tuple(dict.fromkeys(one.source for one in finding.observations)) or _cited(finding),
        mark=mark,
        notes=(*notes, *finding.caveats),
    )


def _cited(finding: Finding) -> tuple[str, ...]:
    """The source of a dated entry, which rests on no observation."""
    return (finding.derivation.source,) if finding.derivation.source else ()


def asked_of(record: Record, finding: Finding, as_of: date | None) -> Asked:
    """What a chart is of, from one of its findings; `as_of` None is the record's edition."""
    return Asked(
        entity=finding.entity,
        name=record.name(finding.entity),
        measure=finding.measure,
        title=record.measure(finding.measure).title,
        unit=finding.unit,
        basis=finding.basis,
        known_on=as_of or record.edition,
    )


def comparable(findings: Iterable[Finding]) -> tuple[list[Finding], list[str]]:
    """The findings that one scale can hold: of the unit and the price basis of the last one. The rest is named.

    Values at the prices of different years look alike and are not: a line through them would be a false one.
    """
    held = list(findings)
    if not held:
        return [], []
    unit, basis = held[-1].unit, held[-1].basis
    fit = [one for one in held if (one.unit, one.basis) == (unit, basis)]
    left = [f"{one.period} in release {one.release.id} is told in {_terms(one)}" for one in held if one not in fit]
    return fit, left


def with_values(findings: Iterable[Finding]) -> tuple[list[Finding], list[str]]:
    """The findings that have a value, and a line for each that has bounds alone."""
    held = list(findings)
    exact = [one for one in held if one.value is not None and not one.bounded]
    left = [
        f"{one.period} in release {one.release.id} is known within bounds only"
        for one in held
        if one.value is None or one.bounded
    ]
    return exact, left


def dated(findings: Iterable[Finding]) -> tuple[list[Finding], list[str]]:
    """The findings of releases with a day, and a line for each without one: it has no place on a scale of days."""
    held = list(findings)
    placed = [one for one in held if one.release.released_on is not None]
    return placed, [f"release {one.release.id} has no day" for one in held if one.release.released_on is None]


def by_release(findings: Sequence[Finding]) -> tuple[Point, ...]:
    """Points named for the month of their release."""
    return tuple(point_of(one, month(one.release)) for one in findings)


def _terms(finding: Finding) -> str:
    return " ".join(filter(None, (finding.unit, finding.basis.replace("_", " "))))
