"""Requirements that a clock can be asked to show beside its curves, by name: the industry draws them, for a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial

from burdenshare.errors import NotHeldError, UnknownNameError
from burdenshare.record import Record
from burdenshare.road.clock.met import MetDraws
from burdenshare.road.requirements.crosswalk import requirements

Drawing = Callable[[Record, date], MetDraws]
"""When a requirement is met, draw by draw, with what was known on a day."""

DRAWS = 2000
ORDERED = "without-the-us"
"""The scenario of the industry that a name alone means: what is required is ordered at once."""


def _ordered_at_once(name: str, record: Record, on: date) -> MetDraws:
    """A requirement as industry would fill it. Raises NotHeldError where the record cannot tell, or did not yet."""
    from burdenshare.road.industry.model import NotFed
    from burdenshare.road.industry.scenario import load_plant
    from burdenshare.road.requirements.met import met_draws

    found = met_draws(record, load_plant(ORDERED), on, draws=DRAWS, only=[name])
    if not found:
        raise NotHeldError(
            f"{requirements()[name].title} had not been required by {on.isoformat()}",
            where="requirement",
            remedy="give a later day",
        )
    (one,) = found
    if isinstance(one, NotFed):
        raise NotHeldError(f"{one.title}: {one.reason}", where="requirement", remedy="name another requirement")
    return one


KNOWN: Mapping[str, Drawing] = {
    name: partial(_ordered_at_once, name) for name, one in requirements().items() if one.feeds
}
"""The requirements there are, by name: those that an item of the industry feeds. Where it lacks rates it says so; draws
under another scenario are handed over as they are (`bs.requirements(scenario=...).met`)."""


def drawn(names: Iterable[str], record: Record, on: date) -> tuple[MetDraws, ...]:
    """The draws of the requirements named. Raises UnknownNameError, and what drawing raises."""
    found = []
    for name in names:
        if name not in KNOWN:
            raise UnknownNameError("requirement", name, KNOWN, where="requirement")
        found.append(KNOWN[name](record, on))
    return tuple(found)
