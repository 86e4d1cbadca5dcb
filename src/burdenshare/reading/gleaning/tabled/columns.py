"""What a heading says of the numbers below it: the measure, its unit and scale, and the years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from burdenshare.reading.tables import load_table
from burdenshare.reading.tokens import Token
from burdenshare.reading.tries import Trie

OWN = "own"
"""The unit of a column of sums that each bring their currency."""


@dataclass(frozen=True, slots=True)
class Column:
    """What the numbers of one column are; `unit` is `%`, a currency or `persons`; `named`: the heading says defence."""

    measure: str
    unit: str
    scale: float
    low: float
    high: float
    year: str = ""
    named: bool = False


@dataclass(frozen=True, slots=True)
class _Measure:
    id: str
    unit: str
    needs: frozenset[str]
    never: frozenset[str]
    low: float
    high: float


@lru_cache(maxsize=1)
def _phrases() -> Trie[tuple[str, str]]:
    table = load_table("glean_tables")
    listed = [(words, ("group", name)) for name, row in table["groups"].items() for words in row]
    listed += [(words, ("money", code)) for code, row in table["currencies"].items() for words in row]
    return Trie(listed + [(words, ("scale", size)) for size, row in table["scales"].items() for words in row])


@lru_cache(maxsize=1)
def _measures() -> tuple[_Measure, ...]:
    return tuple(
        _Measure(
            row["id"], row["unit"], frozenset(row["needs"]), frozenset(row["never"]), float(row["low"]), row["high"]
        )
        for row in load_table("glean_tables")["measure"]
    )


@lru_cache(maxsize=1)
def currencies() -> frozenset[str]:
    """The currencies a heading may name."""
    return frozenset(load_table("glean_tables")["currencies"])


@lru_cache(maxsize=2)
def row_words(name: str) -> frozenset[str]:
    """The words that a row may hold beside its owner and its numbers, or those that head the column of owners."""
    return frozenset(load_table("glean_tables")["rows"][name])


def column_of(tokens: Sequence[Token], *, under_defence: bool = False, own_unit: bool = False) -> Column | None:
    """The column that the words of a heading announce, without its year; None where they name no measure.
    `under_defence`: the title above it speaks of defence; `own_unit`: sums may bring their currency with them."""
    found = _senses(tokens)
    senses = frozenset(found["group"]) | (frozenset({"money"}) if found["money"] or own_unit else frozenset())
    senses |= frozenset({"defence"}) if under_defence else frozenset()
    for measure in _measures():
        if measure.needs <= senses and not measure.never & senses:
            scale = float(found["scale"][0]) if found["scale"] and measure.unit != "%" else 1.0
            unit = (found["money"] or [OWN])[0] if measure.unit == "money" else measure.unit
            named = "defence" in senses or "spending" in senses
            return Column(measure.id, unit, scale, measure.low, measure.high, named=named)
    return None


def _senses(tokens: Sequence[Token]) -> dict[str, list[str]]:
    """Groups, currencies and scales of the words; of overlapping currencies the longest (`C$`, not `$`)."""
    found: dict[str, list[str]] = {"group": [], "money": [], "scale": []}
    listed, trie, money_to = list(tokens), _phrases(), 0
    for i in trie.starts(listed):
        for end, payloads in reversed(trie.every(listed, i)):
            for kind, name in payloads:
                if kind == "money" and i < money_to:
                    continue
                if kind == "money":
                    money_to = end
                found[kind].append(name)
    return found
