"""Faults of what a user gave, gathered so that one does not hide the next, and told together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ParamSpec, TypeVar

from burdenshare.errors import BurdenshareError, FaultsError, InputError

T = TypeVar("T")
P = ParamSpec("P")
ROW = ", row "
"""Stands before the number of a row in the place of a fault."""


@dataclass(slots=True)
class Faults:
    """The faults found so far."""

    found: list[BurdenshareError] = field(default_factory=list)

    def of(self, default: T, read: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What `read` gives; `default` where it finds faults, which are kept: `refuse` keeps it from going anywhere."""
        try:
            return read(*args, **kwargs)
        except BurdenshareError as fault:
            self.found += fault.each
            return default

    def refuse(self) -> None:
        """Raise what was found, if anything was."""
        refuse(self.found)


def refuse(faults: Iterable[BurdenshareError]) -> None:
    """Raise one fault as it is, several as a FaultsError; nothing where there is none."""
    held = merged(faults)
    if len(held) > 1:
        raise FaultsError(held)
    for one in held:
        raise one


def merged(faults: Iterable[BurdenshareError]) -> list[BurdenshareError]:
    """The faults, each once. What is wrong in the same way in many rows of a table is one fault: of the first of them,
    with how many more rows there are."""
    held: dict[tuple[str, str, str], list[BurdenshareError]] = {}
    for one in faults:
        table, _, row = one.where.partition(ROW)
        held.setdefault((table if row else one.where, one.what, one.remedy), []).append(one)
    return [_of_rows(alike) for alike in held.values()]


def _of_rows(alike: list[BurdenshareError]) -> BurdenshareError:
    first, more = alike[0], len({one.where for one in alike}) - 1
    if not more:
        return first
    where = f"{first.where} (and {more} more row{'s' if more > 1 else ''})"
    return InputError(first.what, where=where, remedy=first.remedy)


def of_entry(
    read: Callable[[Mapping[str, Any]], object],
    row: Mapping[str, Any],
    sound: Mapping[str, Any],
    together: Iterable[tuple[str, ...]] = (),
) -> list[BurdenshareError]:
    """Every fault of an entry of a scenario file: each key alone beside what an entry must have (`sound`), keys that
    mean something only `together` as one, each that is missing; where nothing is, what they say of each other."""
    found = Faults()
    groups = [tuple(key for key in group if key in row) for group in together]
    groups += [(key,) for key in row if not any(key in group for group in groups)]
    for group in filter(None, groups):
        kept = {key: value for key, value in sound.items() if not _excludes(key, group, together)}
        found.of(None, read, {**kept, **{key: row[key] for key in group}})
    for key in sound:
        if key not in row and not any(key in group for group in together):
            found.of(None, read, {one: value for one, value in sound.items() if one != key})
    if not found.found:
        found.of(None, read, row)
    return merged(found.found)


def _excludes(key: str, group: tuple[str, ...], together: Iterable[tuple[str, ...]]) -> bool:
    """Whether a key that a sound entry has is of the group that is tried: the row's own stand alone then."""
    return any(key in one and set(group) & set(one) for one in together)
