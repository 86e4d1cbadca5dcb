"""What the World Economic Outlook said of an entity on a day, for the rules that hold other tables against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polars import DataFrame

OUTLOOK = "WEO-"
LEVELS = ("gdp_usd", "gdp_ncu", "population")
ENOUGH = 25
"""Entities that a vintage must hold of a level to be asked for it: one with a few countries is an extract."""

Cells = Mapping[tuple[str, int], float]


@dataclass(frozen=True, slots=True)
class Outlook:
    """One vintage's levels by entity and year. `year` is that of the vintage: it and later ones are projections."""

    vintage: str
    day: str
    year: int
    usd: Cells
    ncu: Cells
    population: Cells

    def rate(self, entity: str, year: int) -> float | None:
        """National currency units for one dollar, the currency being that of the vintage's day."""
        over, under = self.ncu.get((entity, year)), self.usd.get((entity, year))
        return over / under if over and under else None


def outlook(macro: DataFrame, day: str) -> Outlook | None:
    """The newest Outlook with levels that was out by `day` (ISO text), else the oldest; None where there is none."""
    import polars as pl

    levels = macro.filter(pl.col("vintage").str.starts_with(OUTLOOK) & pl.col("indicator").is_in(LEVELS))
    counted = levels.group_by("vintage", "published_on", "indicator").agg(pl.col("entity").n_unique())
    whole = counted.filter(pl.col("entity") >= ENOUGH).group_by("vintage", "published_on").len()
    known = sorted((published, vintage) for vintage, published, n in whole.iter_rows() if n == len(LEVELS))
    if not known:
        return None
    published, vintage = next((one for one in reversed(known) if one[0] <= day), known[0])
    own = levels.filter(pl.col("vintage") == vintage)
    usd, ncu, heads = (_cells(own.filter(pl.col("indicator") == name)) for name in LEVELS)
    return Outlook(vintage, published, int(vintage[len(OUTLOOK) :][:4]), usd, ncu, heads)


def _cells(frame: DataFrame) -> Cells:
    return {(entity, year): value for entity, year, value in frame.select("entity", "year", "value").iter_rows()}
