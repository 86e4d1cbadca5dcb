"""How wide a printed cell is: half a unit of the last digit its source printed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from burdenshare.errors import RecordError

DECLARED = Path(__file__).with_name("precision.toml")
_KEYS = {"full", "decimals", "exception"}
_EXCEPTION_KEYS = {"source", "reason", "decimals", "as_written"}


@dataclass(frozen=True, slots=True)
class Precision:
    """Decimals by source and measure, as declared in `precision.toml`."""

    full: frozenset[str]
    usual: Mapping[str, int]
    special: Mapping[tuple[str, str], int]
    as_written: frozenset[str]
    reasons: Mapping[str, str]

    def half_unit(self, source: str, measure: str, digits: str) -> float:
        """Half a unit of the last printed digit, in the printed unit; 0.0 for a source of full precision."""
        if source in self.full:
            return 0.0
        if source in self.as_written:
            return half_unit_of(digits)
        decimals = self.special.get((source, measure), self.usual[measure])
        return 0.5 * 10.0**-decimals


@lru_cache(maxsize=1)
def declared() -> Precision:
    """The packaged declaration. Raises RecordError for an unknown key."""
    return parse(DECLARED.read_text(encoding="utf-8"))


def parse(text: str) -> Precision:
    """Precision from the text of a declaration; every exception must give its reason."""
    table = tomllib.loads(text)
    exceptions = table.get("exception", [])
    unknown = (set(table) - _KEYS).union(*(set(one) - _EXCEPTION_KEYS for one in exceptions))
    if unknown:
        raise RecordError(f"unknown key {', '.join(sorted(unknown))}", where=DECLARED.name, remedy="drop it")
    if any(not one.get("reason") for one in exceptions):
        raise RecordError("an exception lacks its reason", where=DECLARED.name, remedy="say why the source differs")
    special = {
        (one["source"], measure): int(decimals)
        for one in exceptions
        for measure, decimals in one.get("decimals", {}).items()
    }
    return Precision(
        frozenset(table["full"]),
        table["decimals"],
        special,
        frozenset(one["source"] for one in exceptions if one.get("as_written")),
        {one["source"]: one["reason"] for one in exceptions},
    )


def half_unit_of(digits: str) -> float:
    """Half a unit of the last digit as written: `1.4` gives 0.05, `46` gives 0.5."""
    _, _, fraction = digits.partition(".")
    return float(0.5 * 10.0 ** -len(fraction))
