"""Groups of allies by name, and the group a count stands behind: `Among the Nordics, four of five`."""

from __future__ import annotations

from functools import cache

from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Trie

_PARTS = frozenset({"EUR", "EUR_CAN"})
_LEADING = frozenset({"of", "among", "in", "across", "along", "within", "amongst"})


@cache
def groups() -> Trie[str]:
    """Names of groups of allies beyond those of the record."""
    return Trie((phrase, row["entity"]) for row in load_table("glean_allies")["group"] for phrase in row["words"])


def led_group(parsed: Parsed, first: int) -> str:
    """`Among the Nordics, four of five`, `Of the Europeans in the alliance fewer than a quarter`."""
    at = 0 if parsed.tokens[0].low in _LEADING else -1
    starts = [i + 1 for i in range(max(0, first - 10), first) if parsed.tokens[i].low in _LEADING]
    for start in [*([at + 1] if at == 0 else []), *starts]:
        inner = start + (parsed.tokens[start].low == "the") if start < len(parsed.tokens) else start
        found = groups().longest(parsed.tokens, inner)
        last = found[0] if found is not None else 0
        if found is not None and last <= first and _only_marks(parsed, last, first):
            return found[1][0]
        named = next((s for s in parsed.subjects if s.first in (start, inner) and s.entity in _PARTS), None)
        if named is not None and named.last <= first and _only_marks(parsed, named.last, first):
            return named.entity
    return ""


def _only_marks(parsed: Parsed, first: int, last: int) -> bool:
    return all(
        t.text == "," or t.low in ("all", "only", "just", "fewer", "than", "more") for t in parsed.tokens[first:last]
    )
