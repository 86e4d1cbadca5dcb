"""Answers kept with the record they are of: a record never changes, and the same is asked again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial, wraps
from typing import Concatenate, ParamSpec, TypeVar

from burdenshare.record.record import Record

_T = TypeVar("_T")
_P = ParamSpec("_P")


_Rule = Callable[Concatenate[Record, _P], _T]


def kept(maxsize: int) -> Callable[[_Rule[_P, _T]], _Rule[_P, _T]]:
    """`lru_cache` for a question put to a record: its answers are that record's and go with it.

    One cache for all records would keep every record alive that was ever asked, and drop the answers of the one in use
    for those of another.
    """

    def decorated(rule: _Rule[_P, _T]) -> _Rule[_P, _T]:
        @wraps(rule)
        def asked(record: Record, /, *args: _P.args, **named: _P.kwargs) -> _T:
            held = record.kept.get(rule)
            if held is None:
                held = record.kept.setdefault(rule, lru_cache(maxsize)(partial(rule, record)))
            answer: _T = held(*args, **named)
            return answer

        return asked

    return decorated
