"""Which head of spending each percentage of a sentence is of, where it tells several: `35 percent into pay and 19
percent into equipment`, `personnel (47 percent), equipment (15 percent)`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.tables import load_table

_LARGEST = 100.0
_KINDS = {low: row["head"] for row in load_table("heads")["row"] for low in row["words"]}
_ALL = frozenset(_KINDS)
SEVERAL = 2


def heads_told(context: Context) -> bool:
    """Whether the sentence tells several heads, so that each figure must find its own."""
    return len({_KINDS[low] for low in _ALL.intersection(context.parsed.words)}) >= SEVERAL


def head_of(context: Context) -> str | None:
    """The measure of the head that the figure is of; empty where it is a head without a measure, None where none is."""
    lows = context.parsed.lows
    heads = [at for at, low in enumerate(lows) if low in _ALL]
    figures = [q for q in context.parsed.quantities if _may_be(q, context)]
    last = 0
    for n, q in enumerate(figures):
        stop = figures[n + 1].first if n + 1 < len(figures) else len(lows)
        front = [at for at in heads if last <= at < q.first]
        behind = [at for at in heads if q.core[1] <= at < stop]
        own = _own(lows, q, front, behind)
        if q.core == context.quantity.core:
            return _KINDS[lows[own]] if own is not None else None
        heads = [at for at in heads if at != own]
        last = q.core[1]
    return None


def _own(lows: list[str], q: Quantity, front: list[int], behind: list[int]) -> int | None:
    if not front or not behind:
        return front[-1] if front else behind[0] if behind else None
    apart = {",", ";", ":", "(", "and"} & set(lows[q.core[1] : behind[0]])
    beside = front[-1] == q.first - 1 or lows[q.first - 1] == "("
    return front[-1] if apart or beside else behind[0]


def _may_be(q: Quantity, context: Context) -> bool:
    dated = any(p.first <= q.core[0] < p.last for p in context.parsed.periods)
    return q.unit in ("%", "") and q.value.central <= _LARGEST and not dated
