"""Rows as rates: what a row says in units a month."""

from __future__ import annotations

import re
from statistics import median

from burdenshare.record.model import Observation
from burdenshare.road.model import Spread

PER_MONTH = {"day": 365 / 12, "month": 1.0, "year": 1 / 12}
_RATE = re.compile(r"(?P<thing>[a-z]+)/(?P<per>day|month|year)(?: \(.*\))?")
_IN_MONTHS = {"months": 1.0, "years": 12.0, "years of production": 12.0}


def rate_of(one: Observation, unit: str) -> Spread | None:
    """A row in `unit` a month; None where it counts something else, or is no rate (`times`, per cent, a stock).

    A row of "fewer than" or "more than" stands at its bound.
    """
    found = _RATE.fullmatch(one.unit)
    if found is None or found["thing"] != unit:
        return None
    factor = PER_MONTH[found["per"]]
    return Spread(one.low * factor, one.value * factor, one.high * factor)


def count_of(one: Observation, unit: str) -> Spread | None:
    """A row as a number of things (`missiles`, `missiles ordered`); None where it is something else."""
    return Spread(one.low, one.value, one.high) if one.unit in (unit, f"{unit} ordered") else None


def months_of(one: Observation) -> Spread | None:
    """A row as a number of months; None where it is none."""
    factor = _IN_MONTHS.get(one.unit)
    return None if factor is None else Spread(one.low * factor, one.value * factor, one.high * factor)


def kind_of(one: Observation) -> str:
    """`output`, `capacity`, `target`, `backlog`, `lead_time` or `procurement_share`."""
    return one.basis.partition("/")[0]


def widest(spreads: list[Spread]) -> Spread:
    """What several sources leave open: from the lowest to the highest of them, the median of their middles between."""
    return Spread(
        min(one.low for one in spreads), median(one.central for one in spreads), max(one.high for one in spreads)
    )
