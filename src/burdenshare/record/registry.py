"""Every derived measure and the code that follows its formula."""

from __future__ import annotations

from collections.abc import Mapping

from burdenshare.errors import InputError
from burdenshare.record import counts
from burdenshare.record.comparisons import COMPARISON, EXCEPTIONS, comparison, exceptions
from burdenshare.record.derived import (
    Derived,
    Question,
    change,
    count,
    extra,
    fraction,
    growth,
    per_head,
    rank,
    share_of_total,
)
from burdenshare.record.store import Store

REGISTRY: Mapping[str, Derived] = {
    "allies_at_guideline": Derived(count, over_members=True),
    "fraction_at_guideline": Derived(fraction, over_members=True),
    "expenditure_growth": Derived(growth),
    "expenditure_change": Derived(change),
    "extra_expenditure": Derived(extra, needs_baseline=True),
    "share_of_total": Derived(share_of_total),
    "expenditure_per_capita": Derived(per_head),
    "rank": Derived(rank, over_members=True),
    COMPARISON: Derived(comparison),
    EXCEPTIONS: Derived(exceptions, over_members=True),
}
"""Every derived measure by its id; `measures.toml` states the formulas, this names the code that follows them."""


def check(measure: str, question: Question, store: Store) -> None:
    """Refuse a question that its measure cannot be asked. Raises InputError."""
    if REGISTRY[measure].needs_baseline and question.baseline is None:
        raise InputError(f"{measure} needs a baseline year", remedy="name one (baseline=2014)")
    if measure in (COMPARISON, EXCEPTIONS):
        raise InputError(
            f"{measure} needs the others it is held against",
            remedy=f"ask it in a sentence, or from Python with record.{measure}(...)",
        )
    if measure in (counts.COUNT, counts.FRACTION) and not store.groups.is_group(question.entity):
        raise InputError(
            f"{measure} is counted over a group, not over {question.entity}", remedy="name a group, such as NATO"
        )
