"""One country by where it lies: `the Nordic nation` is the ally spoken of last, where that is a Nordic one."""

from __future__ import annotations

from functools import cache

from burdenshare.reading.tables import load_table


def lies_there(country: str, words: list[str]) -> bool:
    """Whether `words`, which stand for a country, can stand for this one: any can that name no region."""
    places = _regions().get(" ".join(words[1:-1]))
    return places is None or country in places


def allies_of(group: str) -> tuple[str, ...]:
    """The allies of a group whose members never changed since it was in the alliance: `Poland, the Baltic states and
    Norway` are five. Empty for any other."""
    return tuple(load_table("regions")["baltic"]["allies"]) if group == "BALTIC" else ()


@cache
def _regions() -> dict[str, frozenset[str]]:
    return {name: frozenset(row["allies"]) for row in load_table("regions").values() for name in row["words"]}
