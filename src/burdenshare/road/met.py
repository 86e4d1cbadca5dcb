"""Will it be met? How likely each ally, and how many of them, stand at a target by its year.

The chance is the share forecast's (`share_forecast.py`): history, commitments and the alliance's trend as known on the
day. It says nothing of what the target costs, and a scenario's own path does not move it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from burdenshare.errors import DateError, InputError, NotHeldError
from burdenshare.record.record import Record
from burdenshare.road.course import members_of
from burdenshare.road.model import Measure, Scenario
from burdenshare.road.result import Met

MOST = 4_096
"""Futures drawn: a chance is then known to a point, and more of them would only cost time."""


def met(
    record: Record, scenario: Scenario, on: date, wanted: Sequence[str], *, draws: int, seed: int
) -> tuple[Met, ...]:
    """The chance of each share asked for, for the allies of the run it is asked of. Empty without draws."""
    asked = dict.fromkeys(
        (one.value, one.by, tuple(ally for ally in members_of(record, one.allies, on) if ally in wanted))
        for one in scenario.targets
        if one.measure is Measure.SHARE
    )
    if not draws or not asked:
        return ()
    from burdenshare.road.share_forecast import forecast

    try:
        foreseen = forecast(record, on, max(by for _, by, _ in asked))
    except (DateError, InputError, NotHeldError):
        return ()  # a day too early to know any history: the road is told without a chance
    made = foreseen.draws(min(draws, MOST), seed=seed)
    found = []
    for value, by, allies in asked:
        held = [ally for ally in allies if ally in foreseen.allies]
        if not held or by not in foreseen.years:
            continue
        places = [foreseen.allies.index(ally) for ally in held]
        reached = made[:, places, foreseen.years.index(by)] >= value
        counts = [int((reached.sum(axis=1) == at).sum()) for at in range(len(held) + 1)]
        chance = dict(zip(held, (float(one) for one in reached.mean(axis=0)), strict=True))
        found.append(Met(value, by, chance, tuple(one / len(made) for one in counts), len(made)))
    return tuple(found)
