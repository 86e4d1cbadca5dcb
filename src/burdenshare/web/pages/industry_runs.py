"""How a run of the industry is come by."""

from __future__ import annotations

from burdenshare.road.industry.items import items
from burdenshare.web.pages.runs import Runs
from burdenshare.web.views.industry_asked import IndustryAsked
from burdenshare.web.work import industry as work


def _steps(asked: IndustryAsked) -> int:
    """About as many as there are items, until the worker tells how many."""
    return len(asked.items) or len(items())


RUNS: Runs[IndustryAsked] = Runs("industry", "/industry", work.reckoned, "Drawing the industry", "item by item", _steps)
