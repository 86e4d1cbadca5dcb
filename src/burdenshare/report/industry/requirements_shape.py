"""Requirements as JSON (`requirements.schema.json`): the gap of each, its rows, and when it is met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from burdenshare._version import __version__
from burdenshare.report.industry.shape import FORMAT, plant_shape, row_shape, spread_shape
from burdenshare.road.industry.model import MetDraws, NotFed
from burdenshare.road.industry.months import named
from burdenshare.road.requirements.crosswalk import asides
from burdenshare.road.requirements.gaps import Gap

if TYPE_CHECKING:
    from burdenshare.report.industry.door import RequirementsReport

Json = dict[str, Any]
RANKS = {"p10": 0.1, "p25": 0.25, "p50": 0.5, "p75": 0.75, "p90": 0.9}


def shape(one: RequirementsReport) -> Json:
    """Every requirement, and the rows that are none."""
    return {
        "kind": "requirements",
        "format": FORMAT,
        "versions": {"code": __version__, "record": one.record.version},
        "edition": one.record.edition.isoformat(),
        "on": one.on.isoformat(),
        "scenario": plant_shape(one.plant),
        "requirements": [_requirement(gap, met, one.on.year) for gap, met in zip(one.gaps, one.met, strict=True)],
        "aside": [
            {"kind": each.kind.value, "scenario": each.scenario, "items": list(each.items), "reason": each.reason}
            for each in asides()
        ],
        "draws": one.draws,
        "seed": one.seed,
        "notes": list(one.notes),
    }


def _requirement(gap: Gap, met: MetDraws | NotFed, since: int) -> Json:
    required = gap.required
    return {
        "id": required.id,
        "title": required.title,
        "kind": required.kind.value,
        "gap": spread_shape(gap.units),
        "unit": gap.unit,
        "reason": required.reason,
        "feeds": [{"item": one.item, "makers": list(one.makers), "reason": one.reason} for one in required.feeds],
        "rows": [row_shape(row) for row in gap.rows],
        "source_rows": len(met.rows),
        "not_fed": met.reason if isinstance(met, NotFed) else None,
        "met": met_shape(met, since) if isinstance(met, MetDraws) else None,
        "weak": list(met.weak) if isinstance(met, MetDraws) else [],
        "verdict": isinstance(met, MetDraws) and not met.weak,
    }


def met_shape(met: MetDraws, since: int) -> Json:
    """When a requirement is met: ranks of the draws, the chance by the end of each year, and the rows behind it."""
    moments = np.quantile(met.years, list(RANKS.values()), method="inverted_cdf")
    years = range(since, int(round(met.horizon, 6)))
    return {
        "items": list(met.items),
        "horizon": named(met.horizon),
        **{name: named(float(one)) if np.isfinite(one) else None for name, one in zip(RANKS, moments, strict=True)},
        "chance": [{"by_end_of": year, "chance": met.chance(year + 1.0)} for year in years],
        "rows": [row_shape(row) for row in met.rows],
    }
