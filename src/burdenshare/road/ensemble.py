"""Many draws at once, ally by ally: memory holds the years of one ally and the sums of the groups, not everybody's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from queue import SimpleQueue
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from burdenshare.road import told
from burdenshare.road.assumptions import DRAWN
from burdenshare.road.draws import Draws, Errors, draw, drift, errors, within
from burdenshare.road.fans import Bands
from burdenshare.road.model import Spread
from burdenshare.road.outlook import DOLLAR
from burdenshare.road.roll import Levers, Number
from burdenshare.road.run import Chances, Setting, levers_of, saved, years_of
from burdenshare.road.slips import Slips

BLOCK = 100_000
"""Draws computed at once, which bounds the memory. Smaller blocks fit the processor's own memory better, and lose more
than that by the threads taking turns at the interpreter between short loops."""
AHEAD = 1
"""Allies done before they are asked for: what one waits for is being summed up."""
WORKERS = 2
"""Allies computed side by side; numpy lets go of the interpreter in its loops. The answer does not depend on it."""


@dataclass(frozen=True, slots=True)
class Chance:
    """How the unknown is drawn: how often, from which seed, from which past errors, centred on the Outlook or not."""

    draws: int
    seed: int
    past: Slips
    centred: bool = True


@dataclass(frozen=True, slots=True)
class Drawn:
    """Draws made ready for the runs: what was drawn, every ally's errors to draw from, the assumptions of each year,
    and what the backfills move."""

    setting: Setting
    made: Draws
    errors: Mapping[str, tuple[Errors, Errors]]
    levers: Sequence[Levers]
    moved: tuple[list[Number], ...]

    def block(self, first: int, last: int) -> tuple[Chances, tuple[list[Number], ...]]:
        """The draws from `first` up to `last`, and their part of what the backfills move."""
        made = self.made.part(first, last)
        count = len(self.setting.years) - 1

        def own(ally: str) -> tuple[Sequence[Number], Sequence[Number]]:
            volume, prices = self.errors[ally]
            horizon = self.setting.years[1] - int(self.setting.grounds[ally].vintage[4:8])
            return drift(made, volume, horizon, count), drift(made, prices, horizon, count)

        levers = [
            Levers(
                _cut(one.output, first, last),
                _cut(one.offset, first, last),
                _cut(one.interest_growth, first, last),
                _cut(one.wedge, first, last),
            )
            for one in self.levers
        ]
        moved = tuple([_cut(one, first, last) for one in sums] for sums in self.moved)
        return Chances(levers, own, own(DOLLAR)[1], np.exp), moved


def drawn(setting: Setting, chance: Chance) -> Drawn:
    """Draw once for all allies. The same seed gives the same draws whatever else is asked."""
    made = draw(chance.draws, chance.seed, chance.past, len(setting.years) - 1, DRAWN)
    own = {ally: errors(chance.past, at, centred=chance.centred) for at, ally in enumerate(chance.past.allies)}

    def value(key: str, spread: Spread) -> Number:
        return within(spread, made.levers[key]) if key in made.levers else spread.central

    levers = levers_of(setting.years, setting.assumptions, value)
    ready = Drawn(setting, made, own, levers, ())
    if not setting.fills:
        return ready
    chances, _ = ready.block(0, made.count)
    return replace(ready, moved=saved(setting, chances))


def _cut(one: Number, first: int, last: int) -> Number:
    return one if isinstance(one, float) else one[first:last]


Stored: TypeAlias = NDArray[np.float32]
"""Draws that wait to be ranked and summed: seven digits of each are kept, for half the memory."""


@dataclass(frozen=True, slots=True)
class AllyDraws:
    """One ally's draws: bands of the quantities told with an interval, and the draws of these and of what it adds to
    the sums of groups, as arrays of (year, draw); `held` is what they are filled into."""

    ally: str
    bands: Mapping[str, Bands]
    values: Mapping[str, Stored]
    held: dict[str, Stored]


def each(ready: Drawn, allies: Sequence[str], *, grouped: bool) -> Iterator[AllyDraws]:
    """The draws of the allies in order, computed side by side and no more than a few ahead.

    What is given is good until the next is asked for: its arrays are then filled anew.
    """
    spare: SimpleQueue[dict[str, Stored]] = SimpleQueue()
    for _ in range(WORKERS + AHEAD):
        spare.put({})

    def work(ally: str) -> AllyDraws:
        return _of(ready, ally, spare.get(), grouped=grouped)

    with ThreadPoolExecutor(WORKERS) as pool:
        coming: list[Future[AllyDraws]] = []
        try:
            for ally in allies:
                coming.append(pool.submit(work, ally))
                if len(coming) > WORKERS:
                    one = coming.pop(0).result()
                    yield one
                    spare.put(one.held)
            for last in coming:
                yield last.result()
        finally:
            for future in coming:  # whoever stops in the middle waits for nothing that has not begun
                future.cancel()


def _of(ready: Drawn, ally: str, held: dict[str, Stored], *, grouped: bool) -> AllyDraws:
    setting, count = ready.setting, ready.made.count
    names: dict[str, None] = {}
    for first in range(0, count, BLOCK):
        last = min(first + BLOCK, count)
        chances, moved = ready.block(first, last)
        years, ground = years_of(setting, chances, ally, moved)
        own = told.of_ally(years, ground, setting.grounds[ally])
        values = {name: own[name] for name in told.SPREAD if name in own}
        values["total"] = own["total"][-1:]  # added up over all years: the last says it all
        if grouped:
            values |= told.parts(own, years, ground, setting.grounds[ally])
        for name, series in values.items():
            whole = held.setdefault(name, _NONE)
            if whole.shape != (len(series), count):
                held[name] = whole = np.empty((len(series), count), np.float32)
            for at, one in enumerate(series):
                whole[at, first:last] = one
        names |= dict.fromkeys(values)
    return AllyDraws(
        ally, told.spreads({name: held[name] for name in names}), {name: held[name] for name in names}, held
    )


_NONE: Stored = np.empty((0, 0), np.float32)
