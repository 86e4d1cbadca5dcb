"""What decided a verdict, in words: the table `rules.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def rule_told(name: str) -> str:
    """What the rule or look-up of that name does; its bare name where a saved report has one that is not known here."""
    return rules().get(name) or name.replace("_", " ")


@cache
def rules() -> dict[str, str]:
    """Every rule by its name."""
    text = files("burdenshare.report").joinpath("rules.toml").read_text(encoding="utf-8")
    return {name: str(told) for name, told in tomllib.loads(text).items()}
