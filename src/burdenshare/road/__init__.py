"""The road: what a promise takes. Paths to a target, their price, and whether past promises were kept.

`bs.road(...)` computes a scenario: the room and the verb bear one name, so the room itself can be called.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

DOOR = "burdenshare.report.road.door"
"""Where the verb lives, above this room: named, not imported, since arrows point only downwards."""


class _Room(ModuleType):
    """A room that is also a verb. Importing a module of it sets `burdenshare.road` to the room, asking for `bs.road`
    at the public door to the verb: which of the two came first must not matter."""

    @property
    def __wrapped__(self) -> Callable[..., Any]:
        """The verb, for who asks for its signature."""
        verb: Callable[..., Any] = import_module(DOOR).road
        return verb

    def __call__(self, *given: Any, **named: Any) -> Any:
        """What a scenario costs: `burdenshare.report.road.door.road`."""
        return self.__wrapped__(*given, **named)


sys.modules[__name__].__class__ = _Room
