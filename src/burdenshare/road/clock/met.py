"""When a requirement is met, draw by draw, as the clock puts it beside stated horizons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from burdenshare.errors import InputError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class MetDraws(Protocol):
    """What the clock asks of a requirement. `years` holds one decimal year a draw, the moment at which it is met,
    infinite where it is not met by `horizon`. Draw i is the same future in every requirement. It may have `weak`, what
    of it rests on rows below press alone, and `orders`, the scenario whose orders it supposes; draws without them have
    neither."""

    @property
    def requirement(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def years(self) -> NDArray[np.float64]: ...
    @property
    def horizon(self) -> float: ...


@dataclass(frozen=True, slots=True)
class MetCurve:
    """How likely a requirement is met by the end of each year, inside the draws; None for years beyond their horizon.

    `never` is the part of the draws in which it is not met by the horizon. `weak` names what of it rests on rows graded
    below press alone: no verdict is drawn then. `orders` is the title of the scenario whose orders it supposes; empty
    where it is not told.
    """

    requirement: str
    title: str
    chance: tuple[float | None, ...]
    draws: int
    never: float
    horizon: float
    weak: tuple[str, ...] = ()
    orders: str = ""


def met_curves(given: Iterable[MetDraws], years: Sequence[int]) -> tuple[MetCurve, ...]:
    """The curve of each requirement over the years. Raises InputError for one without draws, or with draws that are no
    years."""
    return tuple(_curve(one, years) for one in given)


def together(given: Sequence[MetDraws], years: Sequence[int]) -> MetCurve:
    """How likely all of them are met: counted draw by draw, so that what they share stays shared.

    Raises InputError where they were not drawn together.
    """
    import numpy as np

    counts = {len(one.years) for one in given}
    if len(counts) != 1:
        raise InputError(
            "requirements with different numbers of draws", where="requirements", remedy="draw them together"
        )
    last = np.max(np.stack([one.years for one in given]), axis=0)
    horizon = min(one.horizon for one in given)
    return _told("all", "all of them", last, horizon, years)


def _curve(one: MetDraws, years: Sequence[int]) -> MetCurve:
    told = _told(one.requirement, one.title, one.years, one.horizon, years)
    return replace(told, weak=getattr(one, "weak", ()), orders=getattr(one, "orders", ""))


def _told(key: str, title: str, met: NDArray[np.float64], horizon: float, years: Sequence[int]) -> MetCurve:
    import numpy as np

    if not len(met):
        raise InputError("no draws", where=key, remedy="draw the requirement at least once")
    if np.isnan(met).any():
        raise InputError("a draw that is no year", where=key, remedy="give a year, or infinity for never")
    chance = tuple(float(np.mean(met <= year + 1)) if year + 1 <= horizon + SLACK else None for year in years)
    return MetCurve(key, title, chance, len(met), float(np.mean(~(met <= horizon + SLACK))), horizon)


SLACK = 1e-6
"""Years: months added up as decimals may end a hair off the year."""
