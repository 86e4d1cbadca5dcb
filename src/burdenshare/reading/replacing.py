"""A changed copy of a frozen value, several times faster than `dataclasses.replace`: for the loops over figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")


def replaced(one: T, **changes: Any) -> T:
    """`one` with other values in some fields; its class must be a dataclass whose fields all go to its constructor."""
    kind: type[Any] = type(one)
    take, places = _plan(kind)
    values = list(take(one))
    for name, value in changes.items():
        values[places[name]] = value
    changed: T = kind(*values)
    return changed


@cache
def _plan(kind: type[Any]) -> tuple[Callable[[Any], tuple[Any, ...]], dict[str, int]]:
    """How the fields of a class are taken in order, and where each stands."""
    names = [field.name for field in fields(kind)]
    return attrgetter(*names), {name: place for place, name in enumerate(names)}
