"""Draws of the industry: where each unknown lies in its interval, by name: the same whatever else is asked.

Assumptions are drawn once for all items: what hits one hits all. What the record leaves open of a maker (its level, its
plan, its queue) and the price of an item are drawn for each alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

import numpy as np

from burdenshare.errors import InputError
from burdenshare.road.draws import MOST, within
from burdenshare.road.industry.model import Array
from burdenshare.road.model import Spread

INDUSTRY = 0x1D
"""Keeps these draws apart from those of the road, which begin at the same seed."""


@dataclass(frozen=True, slots=True)
class Chances:
    """`count` draws from a seed; 0 is the central run, one draw in which all lie at their central values. `first` and
    `last` are the draws of a block."""

    count: int
    seed: int
    first: int = 0
    last: int = 0

    @classmethod
    def of(cls, count: int, seed: int) -> Chances:
        """Chances that may be asked. Raises InputError for a count or a seed out of bounds."""
        if not 0 <= count <= MOST:
            raise InputError(
                f"{count} draws", where="draws", remedy=f"give 0 for the central run alone, or up to {MOST}"
            )
        if seed < 0:
            raise InputError(f"a seed of {seed}", where="seed", remedy="give a whole number from 0 on")
        return cls(count, seed, 0, max(count, 1))

    @property
    def wide(self) -> int:
        """How many draws the block holds."""
        return self.last - self.first

    def part(self, first: int, last: int) -> Chances:
        """The draws from `first` up to `last`."""
        return Chances(self.count, self.seed, first, last)

    def central(self) -> Chances:
        """The central run."""
        return Chances(0, self.seed, 0, 1)

    def value(self, name: str, spread: Spread) -> Array:
        """Where an unknown lies, one number a draw. `name` tells it from the others."""
        if not self.count:
            return np.array([spread.central])
        if spread.low == spread.high:
            return np.full(self.wide, spread.central)
        stream = np.random.SeedSequence((self.seed, INDUSTRY, crc32(name.encode())))
        begun = np.random.PCG64(stream).advance(self.first)  # one step a number: a block draws its own part alone
        return within(spread, np.random.Generator(begun).random(self.wide))
