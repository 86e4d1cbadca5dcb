"""Requirements in words: the gap of each, when it is filled, and all of them in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from burdenshare.report.industry.telling import chance_words, count
from burdenshare.report.unjudged import beside_words, judged
from burdenshare.road.industry.model import MetDraws
from burdenshare.road.industry.months import named
from burdenshare.road.requirements.crosswalk import Kind
from burdenshare.road.requirements.gaps import Gap

if TYPE_CHECKING:
    from burdenshare.report.industry.door import RequirementsReport

KINDS = {Kind.ADDITIONAL: "more than now", Kind.TOTAL: "more than before", Kind.ANNUAL: "made a year"}
RANKS = (0.1, 0.5, 0.9)


def headline(one: RequirementsReport) -> str:
    """How many requirements industry can fill, and how many half of the draws do within the run."""
    fed = [met for met in one.met if isinstance(met, MetDraws)]
    if not one.met:
        return f"No requirement had been stated by {one.on.isoformat()}."
    if not fed:
        return f"None of {len(one.met)} requirements can be told: the record or the scenario feeds none."
    firm = [met for met in fed if not met.weak]
    there = sum(bool(np.median(met.years) <= met.horizon) for met in firm)
    of = "in half of the draws" if one.draws else "in the central run"
    judged_of = f", of which {len(firm) or 'none'} can be judged" if len(firm) < len(fed) else ""
    parts = [f"Of {len(one.met)} requirements the record feeds {len(fed)}{judged_of}"]
    if firm:
        parts.append(f"{there} of these {'is' if there == 1 else 'are'} met by {named(fed[0].horizon)} {of}")
    if len(firm) < len(fed):
        parts.append(beside_words(len(fed) - len(firm)))
    return "; ".join(parts) + "."


def gap_words(gap: Gap) -> str:
    """A gap in units: `155 mm shells ...: 1,000,000 rounds more than now`."""
    return f"{gap.required.title}, {units_words(gap)}"


def units_words(gap: Gap) -> str:
    """The same without its title."""
    one = gap.units
    span = f" ({count(one.low)} to {count(one.high)})" if one.low != one.high else ""
    unit = gap.unit.removesuffix("/year")
    return f"{count(one.central)}{span} {unit} {KINDS[gap.required.kind]}"


def filled_words(met: MetDraws) -> str:
    """The same; where something of it rests on rows below press alone, that no verdict is drawn."""
    told = met_words(met)
    return judged(f"met {told}" if told.startswith("in ") else told, met.weak)


def met_words(met: MetDraws) -> str:
    """When a requirement is met: the middle of the draws, those by which a tenth and nine tenths are there."""
    ranks = np.quantile(met.years, RANKS, method="inverted_cdf")
    horizon = named(met.horizon)
    early, middle, late = (named(float(one)) if np.isfinite(one) else f"after {horizon}" for one in ranks)
    chance = met.chance(met.horizon)
    if len(met.years) == 1:
        return f"met by {middle}" if np.isfinite(ranks[1]) else f"not met by {horizon}"
    if not np.isfinite(ranks[1]):
        return f"in {chance_words(chance) if chance else 'none'} of the draws by {horizon}"
    tail = "" if chance == 1 else f"; {chance_words(chance)} of the draws by {horizon}"
    return f"met by {middle} ({early} to {late}{tail})"
