"""Were past forecasts right? Every model from the days of past releases, held against what later ones recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from burdenshare.errors import InputError
from burdenshare.quick import quick
from burdenshare.record.record import CORE, WHOLE, Record
from burdenshare.road.scores import covered, crps
from burdenshare.road.share_forecast import OURS, SEED, ShareForecast, forecast_from
from burdenshare.road.share_history import history
from burdenshare.road.share_models import PLAIN, Model

ORIGINS = ("2016-07", "2017-06", "2018-07", "2019-06", "2022-03", "2023-07", "2024-03", "2024-06")
"""Releases whose newest year the record holds for every ally that had joined (but Sweden, a week in, in March 2024)."""

AIM = (0.75, 0.85)
"""What the 80 % intervals should cover: the report names the horizons where they do not."""

DRAWS = 4096
MOST_DRAWS = 100_000


@dataclass(frozen=True, slots=True)
class MethodChange:
    """An ally that began to count otherwise: a forecast made before `release` could not know it."""

    ally: str
    year: int
    release: str
    told: str


METHOD_CHANGES = (
    MethodChange("HRV", 2018, "2019-03", "pensions counted: 2018 is 1.30 in the release of 2018-07, 1.71 in 2019-03"),
    MethodChange("CAN", 2017, "2017-06", "a new method: 2016 is 0.99 in the release of 2016-07 and 1.16 in 2019-06"),
)
"""Changes of counting that sources tell (data/nato/SOURCES.md); a purchase paid in one year is none."""


@quick
@dataclass(frozen=True, slots=True)
class Cell:
    """One forecast of one ally's year and what became of it. `low`..`high` hold 80 % of the draws."""

    model: Model
    origin: str
    ally: str
    year: int
    horizon: int
    definition: str
    truth: float
    truth_release: str
    low: float
    median: float
    high: float
    crps: float
    within: tuple[bool, bool, bool]  # the central 50, 80 and 95 %


@dataclass(frozen=True, slots=True)
class Pooled:
    """Scores over some cells: mean CRPS and mean absolute error of the median in points, mean of truth less median,
    and the parts of the cells within the central 50, 80 and 95 %."""

    cells: int
    crps: float
    error: float
    bias: float
    covered: tuple[float, float, float]

    @property
    def on_aim(self) -> bool:
        """Whether the 80 % intervals cover what they should."""
        return AIM[0] <= self.covered[1] <= AIM[1]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The model that does best on all other origins than `origin`, and its score on that one."""

    origin: str
    model: Model
    crps: float


@dataclass(frozen=True, slots=True)
class Backtest:
    """Every forecast of every model with its truth, and what they add up to."""

    edition: date
    record_version: str
    truth: str
    core: str
    draws: int
    seed: int
    origins: tuple[str, ...]
    shipped: Model
    cells: tuple[Cell, ...]

    @property
    def horizons(self) -> tuple[int, ...]:
        """Years ahead for which there is a truth of the whole definition."""
        return tuple(sorted({one.horizon for one in self.cells if one.definition == WHOLE}))

    def origins_of(self, horizon: int) -> int:
        """How many origins a horizon's score rests on."""
        return len({one.origin for one in self.cells if one.horizon == horizon and one.definition == WHOLE})

    def pooled(
        self,
        model: Model,
        *,
        horizon: int | None = None,
        origin: str | None = None,
        definition: str = WHOLE,
        kept: Callable[[Cell], bool] = lambda one: True,
    ) -> Pooled | None:
        """The score of a model over the cells that fit all that is given; None where there are none."""
        return pooled(
            one
            for one in self.cells
            if one.model is model
            and one.definition == definition
            and horizon in (None, one.horizon)
            and origin in (None, one.origin)
            and kept(one)
        )

    def chosen(self) -> tuple[Chosen, ...]:
        """For each origin the model that all others would choose, and how it then did there."""
        return tuple(self._chosen(origin) for origin in self.origins)

    def beaten(self, rival: Model) -> int:
        """At how many origins the shipped model has the smaller mean CRPS than `rival`."""
        return sum(self._at(self.shipped, origin) < self._at(rival, origin) for origin in self.origins)

    def off_aim(self) -> tuple[int, ...]:
        """The horizons at which the shipped model's 80 % intervals cover too few or too many."""
        found = ((horizon, self.pooled(self.shipped, horizon=horizon)) for horizon in self.horizons)
        return tuple(horizon for horizon, score in found if score is not None and not score.on_aim)

    def beats_plain(self) -> bool:
        """Whether the shipped model has a smaller mean CRPS than every plain one."""
        own = self._crps(self.shipped, _every)
        return all(own < self._crps(one, _every) for one in PLAIN)

    def _chosen(self, origin: str) -> Chosen:
        best = min(Model, key=lambda model: self._crps(model, lambda one: one.origin != origin))
        return Chosen(origin, best, self._at(best, origin))

    def _at(self, model: Model, origin: str) -> float:
        return self._crps(model, lambda one: one.origin == origin)

    def _crps(self, model: Model, kept: Callable[[Cell], bool]) -> float:
        found = self.pooled(model, kept=kept)
        return found.crps if found is not None else float("inf")


def pooled(cells: Iterable[Cell]) -> Pooled | None:
    """Every cell counts alike; None where there is none."""
    held = list(cells)
    if not held:
        return None
    count = len(held)
    errors = [one.truth - one.median for one in held]
    return Pooled(
        cells=count,
        crps=sum(one.crps for one in held) / count,
        error=sum(map(abs, errors)) / count,
        bias=sum(errors) / count,
        covered=(_part(held, 0), _part(held, 1), _part(held, 2)),
    )


def told_before_change(one: Cell, record: Record) -> bool:
    """Whether a forecast was made before its ally began to count otherwise, and speaks of a year counted so."""
    made = record.release(one.origin).released_on
    return any(
        one.ally == change.ally and one.year >= change.year and made is not None and made < _day(record, change.release)
        for change in METHOD_CHANGES
    )


def backtest(record: Record, *, draws: int = DRAWS, seed: int = SEED) -> Backtest:
    """Every model from every origin, to the last year of which a later release speaks.

    The truth is the newest release of the whole definition that holds the cell; the core one stands beside it.
    Raises InputError for fewer than 100 draws, of which no interval can be told, or absurdly many.
    """
    if not 100 <= draws <= MOST_DRAWS:
        raise InputError(f"{draws} draws cannot be scored", where="draws", remedy=f"ask for 100 to {MOST_DRAWS}")
    truths = {}
    for definition in (WHOLE, CORE):
        held = history(record, record.edition, definition)
        truths[definition] = {
            (ally, year): (float(held.values[row, column]), held.cells[row][column])
            for row, year in enumerate(held.years)
            for column, ally in enumerate(held.allies)
            if held.cells[row][column]
        }
    last = {definition: max(year for _, year in found) for definition, found in truths.items()}
    cells = [
        cell
        for origin in ORIGINS
        for held in [history(record, _day(record, origin))]
        for model in Model
        for made in [forecast_from(record, held, max(last.values()), model)]
        for cell in _cells(origin, made, truths, draws, seed)
    ]
    return Backtest(
        edition=record.edition,
        record_version=record.version,
        truth=_newest(record, WHOLE),
        core=_newest(record, CORE),
        draws=draws,
        seed=seed,
        origins=ORIGINS,
        shipped=OURS,
        cells=tuple(cells),
    )


Truths = dict[str, dict[tuple[str, int], tuple[float, str]]]


def _cells(origin: str, made: ShareForecast, truths: Truths, draws: int, seed: int) -> Iterable[Cell]:
    drawn = np.sort(made.draws(draws, seed=seed), axis=0)
    quantiles = np.quantile(drawn, (0.1, 0.5, 0.9), axis=0)
    for definition, known in truths.items():
        for place, year in enumerate(made.years):
            there = [at for at, ally in enumerate(made.allies) if (ally, year) in known]
            if not there:
                continue
            truth = np.array([known[made.allies[at], year][0] for at in there])
            column = drawn[:, there, place]
            within = [covered(column, truth, inner) for inner in (0.5, 0.8, 0.95)]
            for row, (at, score) in enumerate(zip(there, crps(column, truth).tolist(), strict=True)):
                low, median, high = quantiles[:, at, place].tolist()
                value, release = known[made.allies[at], year]
                yield Cell(
                    *(made.model, origin, made.allies[at], year, year - made.release.own_year, definition),
                    *(value, release, low, median, high, score),
                    within=(bool(within[0][row]), bool(within[1][row]), bool(within[2][row])),
                )


def _newest(record: Record, definition: str) -> str:
    return [one.id for one in record.releases() if one.definition == definition][-1]


def _day(record: Record, release: str) -> date:
    found = record.release(release).released_on
    if found is None:
        raise InputError(f"release {release} has no day", where="origin", remedy="name a dated one")
    return found


def _part(held: list[Cell], which: int) -> float:
    return sum(one.within[which] for one in held) / len(held)


def _every(one: Cell) -> bool:
    return True
