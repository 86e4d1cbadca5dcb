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
    own = _of_its_run(parsed, quantity, allies)
    if own is None and len(quantity.unit) == 3 and not _SIGNS.isdisjoint(parsed.words):
        return _of_sums(parsed, quantity, allies)
    if own is not None or not _in_the_list(quantity):
        return own
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


def _of_sums(parsed: Parsed, quantity: Quantity, allies: frozenset[str]) -> SubjectMention | None:
    """`France and Britain spent most, $48.6 billion and $50.7 billion respectively`: sums of one currency, as many as
    owners, all of them behind those."""
    owners = [s for s in parsed.subjects if s.entity in allies and s.names_a_body and not s.possessive]
    sums = [q for q in parsed.quantities if q.unit == quantity.unit]
    if len(owners) != len(sums) or len(sums) < 2 or owners[-1].last > sums[0].first:
        return None
    return next((s for s, q in zip(owners, sums, strict=True) if q.core == quantity.core), None)


def _of_its_run(parsed: Parsed, quantity: Quantity, allies: frozenset[str]) -> SubjectMention | None:
    """`Slovenia and Belgium, with 4 and 5 percent for equipment, spend 75 and 78 percent on personnel`: two runs of
    figures for one list, and each run is told in the order of the list."""
    runs = [run for run in _runs(parsed) if len(run) > 1 and run[-1].unit == "%"]
    if len(runs) < 2 or not any(q.core == quantity.core for run in runs for q in run):
        return None
    run = next(run for run in runs if any(q.core == quantity.core for q in run))
    front = [s for s in parsed.subjects if s.last <= runs[0][0].first and s.entity in allies and s.names_a_body]
    owners = front[-len(run) :]
    gaps = [parsed.lows[a.last : b.first] for a, b in pairwise(owners)]
    listed = len(owners) == len(run) and len(front) == len(owners) and all(gap in _GAPS for gap in gaps)
    if not listed or any(len(other) != len(run) for other in runs) or any(s.possessive for s in owners):
        return None
    return next(s for s, q in zip(owners, run, strict=True) if q.core == quantity.core)


def _runs(parsed: Parsed) -> list[list[Quantity]]:
    """Figures in a row, with nothing but commas and `and` between them."""
    runs: list[list[Quantity]] = []
    for q in parsed.quantities:
        if runs and parsed.lows[runs[-1][-1].core[1] : q.core[0]] in _GAPS and runs[-1][-1].unit in ("", "%"):
            runs[-1].append(q)
        elif q.unit in ("", "%"):
            runs.append([q])
    return runs


_GAPS = ([","], ["and"], [",", "and"])


def _run_together(parsed: Parsed, figures: list[Quantity]) -> bool:
    """`spend 2.77% and 2.51%`: figures in a row, with nothing but commas and `and` between them."""
    gaps = [parsed.lows[a.core[1] : b.core[0]] for a, b in pairwise(figures)]
    return bool(gaps) and all(gap in _GAPS for gap in gaps)


def _in_the_list(quantity: Quantity) -> bool:
    return quantity.unit == "%" or (
        not quantity.unit and quantity.number.step < 1 and quantity.value.high < LARGEST_BARE
    )
