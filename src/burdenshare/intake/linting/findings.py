"""What the linter finds: how grave it is, where, what, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from burdenshare.intake.rules.faults import Fault


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"  # must be mended: the build refuses it, or a reader is misled
    WARNING = "warning"  # probably a slip: look, and mend it or leave it knowingly
    NOTE = "note"  # a weak point that stands: better sources would cure it


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `rule` groups findings of one kind; `place` is the line of the table (`line 12`)."""

    severity: Severity
    rule: str
    table: str
    key: tuple[str, ...]
    what: str
    remedy: str
    place: str = ""

    @property
    def line(self) -> str:
        """The finding in one line: `people/offices.csv, line 12 [Nobody, head_of_state]: ...; remedy`."""
        where = f"{self.table}, {self.place}" if self.place else self.table
        return f"{where} [{', '.join(self.key)}]: {self.what}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one severity, rule and table."""

    severity: Severity
    rule: str
    table: str
    findings: tuple[Finding, ...]


def grouped(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """Findings by severity (the gravest first), then rule, then table."""
    found: dict[tuple[Severity, str, str], list[Finding]] = {}
    for one in findings:
        found.setdefault((one.severity, one.rule, one.table), []).append(one)
    order = list(Severity)
    ranked = sorted(found.items(), key=lambda one: (order.index(one[0][0]), *one[0][1:]))
    return tuple(Group(*key, tuple(held)) for key, held in ranked)


REMEDIES = {
    "form": "write the value as CONTRIBUTING.md says",
    "twice": "drop one of the rows, or tell them apart",
    "offices": "end the earlier term on the day the later one begins",
    "names": "give each person spellings in people/aliases.csv, and titles an office that somebody held",
    "groups": "let the group follow commitments/members.csv",
    "accessions": "let the commitment of membership carry the day of commitments/members.csv",
    "currencies": "let the periods join, without gaps and overlaps",
    "stated": "order low, value and high",
    "sources": "declare the source in sources.csv",
}
"""What to do about a broken rule of the record, by rule."""


def of_fault(fault: Fault) -> Finding:
    """A broken rule of the record as a finding."""
    remedy = REMEDIES.get(fault.rule, "mend the row")
    return Finding(Severity.ERROR, fault.rule, fault.table, fault.key, fault.what, remedy, fault.place)
