"""Money that only one country spends: pounds, zlotys and crowns tell whose sum it is, and whose it is not."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.gleaning.money.second_owners import oblique_at
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.sum_bases import names_a_target
from burdenshare.reading.tables import load_table


def purse_of(currency: str) -> str | None:
    """The only country that spends a currency, if there is one."""
    entity: str | None = load_table("glean_sums")["single_purse"]["currencies"].get(currency)
    return entity


def not_its_money(context: Context, found: Found) -> bool:
    """`the pledge made at NATO, and a £3bn boost next year`: no alliance has pounds, below what it spends in all."""
    if found.entities == ("NATO",) and not found.carried and names_a_target(context, found):
        return True  # "needs another $9 billion to meet the NATO threshold"
    purse = purse_of(context.quantity.unit)
    small = context.quantity.number.value < _A_GROUPS
    return purse is not None and found.entities == ("NATO",) and small


_A_GROUPS = 1e11
"""From a hundred billion on, a sum in the money of one ally may be that of the alliance, converted for its readers."""


def _only_a_place(context: Context, subject: SubjectMention, entity: str) -> bool:
    """`promised it at NATO in Washington`: where something was said, or the country itself."""
    where = bool(subject.first) and oblique_at(context, subject)
    return subject.entity == entity or (where and (subject.kind == "capital" or subject.entity == "NATO"))


def by_currency(context: Context) -> Found | None:
    """`The Budget gave the ministry £2.9bn`: a currency that only one country spends."""
    entity = purse_of(context.quantity.unit)
    named = [s for s in context.parsed.subjects if s.entity in context.calendar.allies]
    if entity is None or not all(_only_a_place(context, s, entity) for s in named):
        return None
    at = context.quantity.first
    return Found((entity,), at, at, carried=True)
