"""One line of a table of the record: a value with its release, the cells it rests on, and where a reader opens them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from burdenshare.record import Finding, Observation
from burdenshare.report.citations import citation
from burdenshare.report.lookup import remarks, shown
from burdenshare.report.wording import amount, span_of

MOST_LINKS = 3
"""Sources named on one line; a sum over allies may rest on thirty, which the downloads name."""


@dataclass(frozen=True, slots=True)
class Link:
    """A source: what it is called, and the address that opens it (may be empty)."""

    name: str
    address: str
    key: str


@dataclass(frozen=True, slots=True)
class Line:
    """A value as shown. `cells` counts what it rests on; `printed` is the cell itself where that is one."""

    label: str
    value: str
    release: str
    day: date | None
    title: str
    printed: str = ""
    place: str = ""
    cells: int = 1
    links: tuple[Link, ...] = ()
    more: int = 0
    notes: tuple[str, ...] = ()
    estimate: bool = False
    year: int | None = None


def line_of(finding: Finding, label: str) -> Line:
    """A finding as a line."""
    cells, release = finding.observations, finding.release
    links = links_of([one.source for one in cells] or filter(None, [finding.derivation.source]))
    single = cells[0] if len(cells) == 1 else None
    return Line(
        label=label,
        value=shown(finding),
        release=release.id,
        day=release.released_on,
        title=release.title,
        printed=single.printed if single else "",
        place=single.table if single else "",
        cells=len(cells),
        links=links[:MOST_LINKS],
        more=max(0, len(links) - MOST_LINKS),
        notes=tuple(one for one in remarks(finding) if one != "estimate"),
        estimate=any(one.estimate for one in cells),
        year=finding.period if isinstance(finding.period, int) else None,
    )


def line_told(one: Observation) -> Line:
    """A figure of a table that knows no calendar years, as a line."""
    named = ", ".join(filter(None, (str(one.period).replace("/", " to "), one.basis.replace("_", " "))))
    return Line(
        label=named,
        value=span_of(one.low, one.high, one.unit) if one.low != one.high else amount(one.value, one.unit),
        release="" if "://" in one.release or ":" in one.release else one.release,
        day=one.released_on,
        title="",
        printed=one.printed,
        place=one.table,
        links=links_of([one.source]),
        estimate=one.estimate,
    )


def links_of(sources: Iterable[str]) -> tuple[Link, ...]:
    """Each source once, in order."""
    cited = [citation(one) for one in dict.fromkeys(sources)]
    return tuple(Link(one.name, one.address, one.key) for one in cited)
