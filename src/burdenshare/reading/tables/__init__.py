"""The language tables of the reading room: one TOML file a subject, every row with an example or a reason."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_table(name: str) -> dict[str, Any]:
    """The parsed table `name` (without `.toml`), read once."""
    with files(__package__).joinpath(f"{name}.toml").open("rb") as stream:
        return tomllib.load(stream)


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of one list of `words.toml`."""
    return frozenset(load_table("words")[name]["words"])
