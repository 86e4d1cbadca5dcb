"""Where entries come from, in one shape for findings, observations and dated entries."""

from __future__ import annotations

from collections.abc import Iterable

from burdenshare.checking.alliance.model import Origin
from burdenshare.record.model import Finding, Observation


def of_finding(*findings: Finding) -> tuple[Origin, ...]:
    """The origins of all observations that findings rest on, one a source and release."""
    return distinct(of_observation(one) for finding in findings for one in finding.observations)


def of_observation(one: Observation) -> Origin:
    """The origin of one observation."""
    return Origin(one.source, one.table, one.release, one.released_on)


def distinct(found: Iterable[Origin]) -> tuple[Origin, ...]:
    """Origins without repetition: many cells of one source and release are opened at one place."""
    held: dict[tuple[str, str], Origin] = {}
    for one in found:
        held.setdefault((one.source, one.release), one)
    return tuple(held.values())
