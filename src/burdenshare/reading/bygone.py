"""Times before the record: the Cold War, 1823, the age of Napoleon. What is told of them is no figure of today."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import Context
from burdenshare.reading.tables import word_list

_EARLIEST, _LATEST = 1500, 1948
"""Years before the alliance."""
_ERAS = word_list("bygone_words")
_PAIRS = word_list("bygone_pairs")


def bygone(context: Context) -> bool:
    """`in 1823 the army had 72,000`, `at the height of the Cold War`: the clause is about a time long gone."""
    low, high = context.bounds
    tokens = context.parsed.tokens
    lows = [t.low for t in tokens[low:high]]
    if _ERAS & set(lows) or any(f"{a} {b}" in _PAIRS for a, b in pairwise(lows)):
        return True
    return any(
        q.core[1] - q.core[0] == 1
        and _EARLIEST <= q.value.central <= _LATEST
        and q.core[0] > 0
        and tokens[q.core[0] - 1].low in ("in", "since", "of", "by")
        and len(tokens[q.core[0]].text) == 4
        for q in context.parsed.quantities
        if not q.unit
    )
