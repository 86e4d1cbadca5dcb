"""Values of the record as a reader sees them: one value with its source, or its history over the releases."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from burdenshare.record import Finding, Observation, Record, Release
from burdenshare.report.citations import citation
from burdenshare.report.shape import derivation_shape, evidence_shape, finite
from burdenshare.report.wording import amount, cell_name, day, prices, shortened, span_of

MOST_CELLS = 6
"""Cells listed under a value in the terminal; a count rests on one for each ally."""


def finding_shape(record: Record, finding: Finding) -> dict[str, Any]:
    """A finding for JSON: value and bounds in base units, release, caveats, derivation and every observation."""
    return {
        "entity": finding.entity,
        "name": record.name(finding.entity),
        "measure": finding.measure,
        "period": str(finding.period),
        "price_basis": finding.basis,
        "value": finite(finding.value),
        "low": finite(finding.low),
        "high": finite(finding.high),
        "unit": finding.unit,
        "bounded": finding.bounded,
        "release": release_shape(finding.release),
        "older_than": None if finding.older is None else release_shape(finding.older),
        "caveats": list(finding.caveats),
        "evidence": [evidence_shape(observation) for observation in finding.observations],
        "derivation": derivation_shape(finding.derivation),
    }


def release_shape(release: Release) -> dict[str, Any]:
    """A release for JSON."""
    return {
        "id": release.id,
        "publisher": release.publisher,
        "released_on": None if release.released_on is None else release.released_on.isoformat(),
        "title": release.title,
        "definition": release.definition,
    }


def value_lines(record: Record, finding: Finding) -> list[str]:
    """One value with its source, a fact a line."""
    title = next((one.title for one in record.measures() if one.id == finding.measure), finding.measure)
    basis = f", {prices(finding.basis)}" if prices(finding.basis) else ""
    lines = [
        f"{record.name(finding.entity)}, {title}, {finding.period}{basis}: {shown(finding)}",
        f"  release    {finding.release.id}, {day(finding.release.released_on)}: {finding.release.title}",
    ]
    if finding.older is not None:
        lines.append(f"  newer      {finding.older.id} of {day(finding.older.released_on)} does not hold it")
    if finding.derivation.formula:
        lines.append(f"  formula    {finding.derivation.formula}")
    lines += [f"  note       {caveat}" for caveat in finding.caveats]
    for one in finding.observations[:MOST_CELLS]:
        estimate = ", estimate" if one.estimate else ""
        label = f"{cell_name(one)}: " if len(finding.observations) > 1 else ""
        lines.append(f"  cell       {label}{_printed(one)}{estimate}; {one.table}; {one.grade.value} source")
    if len(finding.observations) > MOST_CELLS:
        lines.append(f"  cell       and {len(finding.observations) - MOST_CELLS} more (--json)")
    for cited in map(citation, dict.fromkeys(one.source for one in finding.observations)):
        lines.append(f"  source     {cited.label} [{cited.key}] {cited.address}".rstrip())
    if finding.derivation.source and not finding.observations:
        lines.append(f"  source     {finding.derivation.source}")
    return lines


def _printed(one: Observation) -> str:
    """A cell as its source prints it; its units of national currency by their name."""
    return one.printed.replace("NCU", f"{one.unit} (national currency)")


def history_lines(record: Record, findings: Sequence[Finding]) -> list[str]:
    """How one value moved from release to release, oldest first: month, release, value, remarks."""
    first = findings[0]
    title = next((one.title for one in record.measures() if one.id == first.measure), first.measure)
    rows = [(month(one.release), one.release.id, shown(one), "; ".join(remarks(one))) for one in oldest_first(findings)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return [
        f"{record.name(first.entity)}, {title}, {first.period}",
        *(
            f"  {when:<{widths[0]}}  {release:<{widths[1]}}  {value:>{widths[2]}}  {shortened(note, 120)}".rstrip()
            for when, release, value, note in rows
        ),
    ]


def oldest_first(findings: Sequence[Finding]) -> list[Finding]:
    """Findings by the day of their release; undated releases last."""
    return sorted(findings, key=lambda one: (one.release.released_on is None, str(one.release.released_on)))


def shown(finding: Finding) -> str:
    """The value, or the bounds where only those are known."""
    if finding.value is None or finding.bounded:
        return span_of(finding.low, finding.high, finding.unit)
    return amount(finding.value, finding.unit)


def remarks(finding: Finding) -> list[str]:
    """What a row of a history must say beside its value: estimate, definition, price basis, caveats."""
    notes = [prices(finding.basis)] if prices(finding.basis) else []
    if len(finding.observations) == 1 and finding.observations[0].estimate:
        notes.append("estimate")
    if finding.release.definition == "core":
        notes.append("core definition")
    return [*notes, *finding.caveats]


def month(release: Release) -> str:
    """The month a release came out, as people name it: `June 2024`; `undated` where no day was found."""
    return "undated" if release.released_on is None else f"{release.released_on:%B %Y}"
