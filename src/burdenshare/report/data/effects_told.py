"""The effects of a layer, for a reader and for a program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from burdenshare.report.effects import Touched, Turned, repeated_claims
from burdenshare.report.wording import clean, shortened


@dataclass(frozen=True, slots=True)
class Effects:
    """What turns: of the repeated claims, and of the saved reports that were looked into (`saved` are there)."""

    claims: tuple[Turned, ...]
    reports: tuple[Touched, ...]
    saved: int

    @property
    def turned(self) -> bool:
        """Whether any verdict is another."""
        return bool(self.claims) or any(one.turned for one in self.reports)


def claim_lines(claims: Sequence[Turned]) -> list[str]:
    """Which of the claims that are repeated most have turned."""
    tried = len(repeated_claims())
    if not claims:
        return [f"of the {tried} claims that are repeated most, none turns"]
    return [
        f"of the {tried} claims that are repeated most, these turn:",
        *(line for one in claims for line in _told(one)),
    ]


def report_lines(found: Effects) -> list[str]:
    """Which saved reports turn, and what in them."""
    if not found.saved:
        return ["no saved reports to look into"]
    touched = [one for one in found.reports if one.turned]
    looked = len(found.reports)
    cut = "" if looked == found.saved else f" (interrupted: {found.saved - looked} were not looked into)"
    verdicts = sum(len(one.turned) for one in touched)
    lines = [f"in {len(touched)} of {looked} saved reports verdicts turn, {verdicts} in all{cut}"]
    for one in touched:
        lines.append(f"  {clean(one.title) or one.of} ({one.of}), {len(one.turned)} of {one.statements} statements")
        lines += [f"  {line}" for turned in one.turned for line in _told(turned)]
    if touched:
        lines.append("the saved reports stay as they are; burdenshare recheck judges one again")
    return lines


def _told(one: Turned) -> list[str]:
    return [
        f"  “{shortened(clean(one.words), 90)}”",
        f"     {one.clock}: {one.was} → {one.is_}: {clean(one.why)}",
    ]


def effects_shape(found: Effects) -> dict[str, Any]:
    """The same for JSON."""
    return {
        "claims_tried": len(repeated_claims()),
        "claims": [_shape(one) for one in found.claims],
        "saved_reports": found.saved,
        "reports_looked_into": len(found.reports),
        "reports": [
            {
                "id": one.of,
                "title": one.title,
                "statements": one.statements,
                "turned": [_shape(turned) for turned in one.turned],
            }
            for one in found.reports
            if one.turned
        ],
    }


def _shape(one: Turned) -> dict[str, str]:
    return {"text": one.words, "clock": one.clock, "was": one.was, "is": one.is_, "why": one.why}
