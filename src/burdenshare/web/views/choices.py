"""What the forms of the record offer: the measures a year can be asked of, and the names they are asked for."""

from __future__ import annotations

from typing import NamedTuple

from burdenshare.record import Record
from burdenshare.record.comparisons import COMPARISON, EXCEPTIONS
from burdenshare.record.measures import Measure

DATED = frozenset({"event", "membership", "office", "reconstitution"})
"""Dated entries without a value a year: the page of the alliance shows them."""

FAMILIES = (
    ("Defence expenditure", frozenset({"nato"})),
    ("Economy and population", frozenset({"weo", "wdi"})),
    ("Support, industry and posture", frozenset({"kiel", "stated"})),
)
COMPUTED = "Counted and computed"


class Choice(NamedTuple):
    """One measure of the form."""

    id: str
    title: str


def measures_offered(record: Record) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    """The measures by family; left out are those that a form cannot ask."""
    fit = [one for one in record.measures() if one.id not in {COMPARISON, EXCEPTIONS, *DATED}]
    names = [*(name for name, _ in FAMILIES), COMPUTED]
    sorted_in = [(name, tuple(Choice(one.id, one.title) for one in fit if _family(one) == name)) for name in names]
    return tuple((name, choices) for name, choices in sorted_in if choices)


def _family(measure: Measure) -> str:
    own = set(measure.publishers)
    return next((name for name, publishers in FAMILIES if own & publishers), COMPUTED)


def names_offered(record: Record) -> tuple[str, ...]:
    """Groups first, then allies, then the other countries the record has figures of."""
    groups = [record.name(one) for one in record.groups()]
    allies = sorted(one.name for one in record.allies())
    return (*groups, *allies, *(record.name(one) for one in ("RUS", "CHN", "UKR")))
