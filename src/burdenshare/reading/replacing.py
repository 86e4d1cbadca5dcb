"""A changed copy of a frozen value, several times faster than `dataclasses.replace`: for the loops over figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")
_Plan = tuple[Callable[[Any], tuple[Any, ...]], dict[str, int]]
_PLANS: dict[type[Any], _Plan] = {}
"""By class: how its fields are taken in order, and where each stands. One entry a class, never changed."""


def replaced(one: T, **changes: Any) -> T:
    """`one` with other values in some fields of its constructor; its class must be a dataclass."""
    kind = type(one)
    take, places = _PLANS.get(kind) or _planned(kind)
    values = list(take(one))
    for name, value in changes.items():
        values[places[name]] = value
    return kind(*values)


def _planned(kind: type[Any]) -> _Plan:
    names = [field.name for field in fields(kind) if field.init]
    plan = _PLANS[kind] = (attrgetter(*names), {name: place for place, name in enumerate(names)})
    return plan
