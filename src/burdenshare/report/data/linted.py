"""What the linter finds in tables of commitments, events and offices, told by kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from burdenshare.intake.lint import Finding, Severity, grouped, lint
from burdenshare.report.days import clock_day
from burdenshare.report.wording import clean

MOST_TOLD = 8
"""Findings of one kind that are told in lines; JSON has them all."""


@dataclass(frozen=True, slots=True)
class Linted:
    """What was found, the gravest first."""

    findings: tuple[Finding, ...]

    @property
    def errors(self) -> int:
        """How many must be mended."""
        return sum(one.severity is Severity.ERROR for one in self.findings)

    def least(self, severity: str) -> tuple[Finding, ...]:
        """Those at least as grave."""
        order = list(Severity)
        bound = order.index(Severity(severity))
        return tuple(one for one in self.findings if order.index(one.severity) <= bound)


def linted(folder: Path | None) -> Linted:
    """The findings in `folder`, or in the packaged tables. Raises InputError where it holds no table of the record."""
    return Linted(lint(folder, today=clock_day()))


def linted_lines(found: Linted, least: str) -> list[str]:
    """The same for a reader: kind by kind, and a sum of all."""
    lines: list[str] = []
    for group in grouped(found.least(least)):
        lines.append(f"{group.severity.value}: {group.rule} in {group.table} ({len(group.findings)})")
        lines += [f"  {clean(one.line)}" for one in group.findings[:MOST_TOLD]]
        if len(group.findings) > MOST_TOLD:
            lines.append(f"  and {len(group.findings) - MOST_TOLD} more of this kind (--json)")
    counted = Counter(one.severity for one in found.findings)
    told = ", ".join(f"{counted[one]} {one.value}{'s' if counted[one] != 1 else ''}" for one in Severity)
    return [*lines, told]


def linted_shape(found: Linted, least: str) -> dict[str, Any]:
    """The same for JSON."""
    counted = Counter(one.severity for one in found.findings)
    return {
        "counts": {one.value: counted[one] for one in Severity},
        "findings": [
            {
                "severity": one.severity.value,
                "rule": one.rule,
                "table": one.table,
                "place": one.place,
                "key": list(one.key),
                "what": one.what,
                "remedy": one.remedy,
            }
            for one in found.least(least)
        ],
    }
