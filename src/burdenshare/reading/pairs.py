"""Lists told side by side: `Estonia, Latvia and Lithuania spent 3.4, 3.2 and 2.9 percent of GDP, respectively`."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.parse import Parsed
from burdenshare.reading.quantities import Quantity

_SIGNS = frozenset({"respective", "respectively"})
LARGEST_BARE = 7.0
"""A bare decimal up to this, in such a list, is a percentage whose sign stands behind the last one."""


def paired_owner(parsed: Parsed, quantity: Quantity, allies: frozenset[str]) -> SubjectMention | None:
    """Whose figure it is, where as many allies as figures are listed, all of one in front of all of the other."""
    if not _in_the_list(quantity):
        return None
    owners = [s for s in parsed.subjects if s.entity in allies and s.names_a_body and not s.possessive]
    figures = [q for q in parsed.quantities if _in_the_list(q)]
    if _SIGNS.isdisjoint(parsed.words) and not _run_together(parsed, figures):
        return None
    if len(owners) != len(figures) or len(figures) < 2 or figures[-1].unit != "%":
        return None
    in_front = owners[-1].last <= figures[0].first
    behind = figures[-1].last <= owners[0].first
    if not (in_front or behind) or len({s.entity for s in owners}) != len(owners):
        return None
    return next((s for s, q in zip(owners, figures, strict=True) if q.core == quantity.core), None)


def _run_together(parsed: Parsed, figures: list[Quantity]) -> bool:
    """`spend 2.77% and 2.51%`: figures in a row, with nothing but commas and `and` between them."""
    gaps = [parsed.lows[a.core[1] : b.core[0]] for a, b in pairwise(figures)]
    return bool(gaps) and all(gap in ([","], ["and"], [",", "and"]) for gap in gaps)


def _in_the_list(quantity: Quantity) -> bool:
    return quantity.unit == "%" or (
        not quantity.unit and quantity.number.step < 1 and quantity.value.high < LARGEST_BARE
    )
