"""What a value knows of itself, worked out when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class lazily(Generic[T]):  # noqa: N801  # used as a decorator, as `cached_property` is
    """`functools.cached_property` without the lock that Python 3.11 takes at each first question: a text asks thousands
    of values that no other thread sees. The answer is kept in the value's own dictionary, and found there from then on.
    """

    def __init__(self, rule: Callable[[Any], T]) -> None:
        self.rule = rule
        self.__doc__ = rule.__doc__

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, one: None, kind: type[Any]) -> lazily[T]: ...
    @overload
    def __get__(self, one: object, kind: type[Any]) -> T: ...
    def __get__(self, one: Any, kind: type[Any]) -> lazily[T] | T:
        if one is None:
            return self
        answer = one.__dict__[self.name] = self.rule(one)
        return answer
