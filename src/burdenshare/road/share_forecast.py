"""A forecast of every ally's share of GDP as of a day: joint draws, and what they say of a target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from burdenshare.errors import DateError, InputError
from burdenshare.record.model import Release
from burdenshare.record.record import Record
from burdenshare.road.share_history import Array, ShareHistory, history
from burdenshare.road.share_models import Basis, Model, basis, draw
from burdenshare.road.share_spread import spread
from burdenshare.road.share_targets import Goal, goals

if TYPE_CHECKING:
    from polars import DataFrame

OURS = Model.BOTH
"""The model that is shipped; the back-test tells how it fares against the others."""

BLOCK = 1024
"""Draws made with one seed: whoever asks for a part of the draws, on whatever core, gets the same ones."""

LAST_YEAR = 2060
DRAWS = 10_000
SEED = 2014
INNER = (0.5, 0.8, 0.95)


@dataclass(frozen=True, slots=True, eq=False)
class ShareForecast:
    """Shares of GDP in per cent for `years` (those after the release's own), as foreseen on `on`.

    `last` is each ally's newest known share, of `last_years`; `goals` what it had committed to; `without` are allies
    that have no share to start from and `unarmed` those without armed forces: neither is in the draws, nor zero.
    """

    on: date
    release: Release
    model: Model
    years: tuple[int, ...]
    allies: tuple[str, ...]
    last: tuple[float, ...]
    last_years: tuple[int, ...]
    goals: dict[str, tuple[Goal, ...]]
    without: tuple[str, ...]
    unarmed: tuple[str, ...]
    _basis: Basis = field(repr=False)

    def draws(self, count: int = DRAWS, *, seed: int = SEED, first: int = 0) -> Array:
        """Draws number `first` to `first + count`: an array (draws, allies, years) in per cent of GDP.

        One draw is one future of all allies and years together. The same number of a seed is always the same draw.
        """
        if count < 1 or first < 0:
            raise InputError(
                f"{count} draws from number {first} cannot be made", where="count", remedy="ask for one or more"
            )
        found = np.empty((count, len(self.allies), len(self.years)))
        for block in range(first // BLOCK, (first + count - 1) // BLOCK + 1):
            made = self._block(block, seed)
            low, high = max(first, block * BLOCK), min(first + count, (block + 1) * BLOCK)
            found[low - first : high - first] = made[low - block * BLOCK : high - block * BLOCK]
        return found

    def chance(self, target: float, year: int, *, count: int = DRAWS, seed: int = SEED) -> dict[str, float]:
        """For each ally the part of the draws in which its share in `year` is at or above `target` per cent."""
        met = self.draws(count, seed=seed)[:, :, self._place(year)] >= target
        return dict(zip(self.allies, met.mean(axis=0).tolist(), strict=True))

    def how_many(self, target: float, year: int, *, count: int = DRAWS, seed: int = SEED) -> tuple[float, ...]:
        """The chance that exactly 0, 1, 2... of the allies drawn are at or above `target` per cent in `year`."""
        met = (self.draws(count, seed=seed)[:, :, self._place(year)] >= target).sum(axis=1)
        return tuple((np.bincount(met, minlength=len(self.allies) + 1) / count).tolist())

    def to_polars(self, *, count: int = DRAWS, seed: int = SEED, inner: Sequence[float] = INNER) -> DataFrame:
        """One row an ally and year: median, mean, and both ends of each central interval."""
        import polars

        made = self.draws(count, seed=seed)
        ends = sorted({0.5, *((1 - one) / 2 for one in inner), *((1 + one) / 2 for one in inner)})
        found = np.quantile(made, ends, axis=0)
        cells = len(self.allies) * len(self.years)
        columns: dict[str, object] = {
            "ally": [ally for ally in self.allies for _ in self.years],
            "year": list(self.years) * len(self.allies),
            "mean": made.mean(axis=0).reshape(cells),
        }
        names = ["median" if one == 0.5 else f"p{100 * one:g}" for one in ends]
        columns |= {name: one.reshape(cells) for name, one in zip(names, found, strict=True)}
        return polars.DataFrame(columns)

    def _block(self, block: int, seed: int) -> Array:
        made = draw(self.model, self._basis, BLOCK, np.random.default_rng([seed, block]))
        return made[:, :, len(self._basis.years) - len(self.years) :]

    def _place(self, year: int) -> int:
        if year not in self.years:
            raise DateError(
                f"{year} is not foreseen", where="year", remedy=f"give a year from {self.years[0]} to {self.years[-1]}"
            )
        return self.years.index(year)


def forecast(
    record: Record, on: date, until: int, *, model: Model = OURS, definition: str | None = None
) -> ShareForecast:
    """The forecast of `model` for the years up to `until` from what was published by `on`, and nothing else.

    Raises DateError for a day before the first release, or a last year that is not after the newest known one.
    """
    held = history(record, on, definition)
    if not held.own_year < until <= LAST_YEAR:
        raise DateError(
            f"{until} cannot be forecast",
            where="until",
            remedy=f"give a year from {held.own_year + 1} to {LAST_YEAR}: {held.release.id} speaks of {held.own_year}",
        )
    return forecast_from(record, held, until, model)


def forecast_from(record: Record, held: ShareHistory, until: int, model: Model = OURS) -> ShareForecast:
    """The same from shares that are at hand; of `record` only commitments made by the day of `held` are used."""
    asked = goals(record, held)
    return ShareForecast(
        on=held.on,
        release=held.release,
        model=model,
        years=tuple(range(held.own_year + 1, until + 1)),
        allies=held.allies,
        last=tuple(held.last.tolist()),
        last_years=tuple(held.years[place] for place in held.starts),
        goals=asked,
        without=held.without,
        unarmed=held.unarmed,
        _basis=basis(held, spread(held), asked, until),
    )
