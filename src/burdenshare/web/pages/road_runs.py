"""How a road is come by."""

from __future__ import annotations

from burdenshare.web.pages.runs import Runs
from burdenshare.web.views.road_asked import RoadAsked
from burdenshare.web.work import road as work

ALLIES = 32
"""Allies at the most: about as many steps has a road, until its worker tells how many."""


def _steps(asked: RoadAsked) -> int:
    return ALLIES * (2 if asked.against else 1)


RUNS: Runs[RoadAsked] = Runs("road", "/road", work.reckoned, "Drawing the road", "ally by ally", _steps)
key_of = RUNS.key_of
kept = RUNS.kept
soon = RUNS.soon
at_hand = RUNS.at_hand
whole = RUNS.whole
under_way = RUNS.under_way
