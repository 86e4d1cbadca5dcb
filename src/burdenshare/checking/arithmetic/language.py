"""The words of this room, from `families.toml`: lists that patterns name, and sets that rules ask for."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table() -> dict[str, Any]:
    """The parsed table, read once."""
    with files(__package__).joinpath("families.toml").open("rb") as stream:
        return tomllib.load(stream)


@cache
def word_set(name: str) -> frozenset[str]:
    """The words of one set of the table."""
    return frozenset(table()["sets"][name]["words"])
