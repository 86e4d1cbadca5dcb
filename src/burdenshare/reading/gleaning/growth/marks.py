"""The words that make a percentage a rise, a fall or a part: marks of the classes in `glean_parts.toml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from burdenshare.quick import quick
from burdenshare.reading.parse import Parsed, once_here
from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Trie


@quick
@dataclass(frozen=True, slots=True)
class Mark:
    """A phrase of class `kind` at tokens `first`..`last`."""

    first: int
    last: int
    kind: str


@lru_cache(maxsize=1)
def _trie() -> Trie[str]:
    rows = load_table("glean_parts").items()
    return Trie((words, name) for name, row in rows if not name.startswith("set_") for words in row["words"])


def marks(parsed: Parsed, low: int, high: int) -> list[Mark]:
    """Every mark inside tokens `low`..`high`, in order; of one class the longest phrase at each token."""
    found: list[Mark] = []
    for i, phrases in _phrases(parsed):
        if not low <= i < high:
            continue
        longest: dict[str, int] = {}
        for end, kinds in phrases:
            if end <= high:
                longest.update(dict.fromkeys(kinds, end))
        if longest:
            found.extend([Mark(i, end, kind) for kind, end in longest.items()])
    return found


@once_here
def _phrases(parsed: Parsed) -> list[tuple[int, list[tuple[int, list[str]]]]]:
    """Where a phrase of some class starts, with the ends and classes of all that start there."""
    trie, tokens = _trie(), parsed.tokens
    return [(i, phrases) for i in trie.begins(parsed.lows) if (phrases := trie.every(tokens, i))]


def of_kinds(found: Iterable[Mark], *kinds: str) -> list[Mark]:
    """The marks of some classes; one that lies inside a longer one of them is left out."""
    chosen = [m for m in found if m.kind in kinds]
    return [m for m in chosen if not any(o is not m and _inside(m, o) for o in chosen)]


def _inside(one: Mark, other: Mark) -> bool:
    return other.first <= one.first and one.last <= other.last and other.last - other.first > one.last - one.first
