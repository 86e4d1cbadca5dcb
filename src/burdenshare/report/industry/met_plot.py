"""When requirements are met, as a picture: a lane each, on the years of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from markupsafe import Markup

from burdenshare.report.industry.lanes import Lane, Lanes, both, picture
from burdenshare.report.industry.requirements_telling import met_words
from burdenshare.report.unjudged import NO_VERDICT
from burdenshare.road.industry.model import MetDraws

if TYPE_CHECKING:
    from burdenshare.report.industry.door import RequirementsReport

RANKS = (0.1, 0.25, 0.5, 0.75, 0.9)
KEY = (
    "dot: half of the draws have met it by then; thick: the middle half of them, thin: 80 %; arrow: not within the run"
)
"""What the marks mean."""


def met_lanes(one: RequirementsReport) -> Lanes:
    """A lane for each requirement that industry can fill. It must fill one at least."""
    fed = [met for met in one.met if isinstance(met, MetDraws)]
    last = max(met.horizon for met in fed)
    first = one.on.year
    ticks = tuple((float(year), str(year)) for year in range(first, int(round(last, 6)) + 1))
    return Lanes(
        id="met",
        title="When each requirement is met",
        lanes=tuple(_lane(met, last) for met in fed),
        first=float(first),
        last=last,
        ticks=ticks,
    )


def met_plots(one: RequirementsReport) -> Markup:
    """The picture, wide and narrow."""
    return both(met_lanes(one))


def met_picture(one: RequirementsReport) -> str:
    """The picture as one SVG that stands alone; without a lane it says so."""
    told = f"{one.plant.title}, as known on {one.on.isoformat()} · {KEY}"
    if not any(isinstance(met, MetDraws) for met in one.met):
        year = float(one.on.year)
        return picture(Lanes("met", "No requirement that industry can fill", (), year, year + 1, ()), told)
    return picture(met_lanes(one), told)


def _lane(met: MetDraws, last: float) -> Lane:
    early, low, middle, high, late = (float(each) for each in np.quantile(met.years, RANKS, method="inverted_cdf"))
    many = len(met.years) > 1
    return Lane(
        name=met.title,
        words=f"{NO_VERDICT}; as drawn: {met_words(met)}" if met.weak else met_words(met),
        middle=middle if np.isfinite(middle) else None,
        half=(low, min(high, last)) if many and np.isfinite(low) else None,
        most=(early, min(late, last)) if many and np.isfinite(early) else None,
    )
