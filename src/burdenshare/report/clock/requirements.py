"""Requirements that a clock can be asked to show beside its curves, by name: each is drawn elsewhere, for a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from burdenshare.errors import UnknownNameError
from burdenshare.record import Record
from burdenshare.road.clock.met import MetDraws

Drawing = Callable[[Record, date], MetDraws]
"""When a requirement is met, draw by draw, with what was known on a day."""

KNOWN: Mapping[str, Drawing] = {}
"""The requirements there are, by name. What draws one adds its row here."""


def drawn(names: Iterable[str], record: Record, on: date) -> tuple[MetDraws, ...]:
    """The draws of the requirements named. Raises UnknownNameError, and what drawing raises."""
    found = []
    for name in names:
        if name not in KNOWN:
            raise UnknownNameError("requirement", name, KNOWN, where="requirement")
        found.append(KNOWN[name](record, on))
    return tuple(found)
