"""The draft every reader of sums starts from."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.dollars import dollar_of
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.money.owners import Owner
from burdenshare.reading.model import Interval, Kind, Modality
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.widths import interval

_SUMMING = (["add"], ["adds"], ["added"], ["adding"])
"""`add up to $1.26trn`: no upper bound."""
_UNSAID = frozenset({Modality.DENIAL, Modality.HYPOTHETICAL})


def sum_draft(context: Context, owner: Owner, measure: str, rule: str, *, sure: bool) -> Draft:
    """A fact of `measure` with the sum as its value; `likely` unless owner and words leave no doubt."""
    q = context.quantity
    found = owner.found
    carried = found.carried or not 0 <= q.first - found.first <= 25
    first = q.first if carried else min(q.first, found.first)
    modality = context.modality()
    if q.rule == "at most" and first != q.core[0] and context.before(1)[-1:] in _SUMMING:
        q = replace(q, comparator="=", value=interval(q.number, "plain"))
    unit, either = dollar_of(context, found.entities)
    return Draft(
        first,
        max(q.last, found.last if not found.carried and 0 <= found.last - q.last <= 6 else 0),
        (q.first, q.last),
        Kind.FACT,
        measure,
        f"{rule}, by the words around",
        subject=found.entities,
        comparator=q.comparator,
        value=q.value,
        unit=unit,
        holes=(frozenset({"group"}) if found.open else frozenset()) | context.holes_of_source(),
        modality=Modality.FACT if modality in _UNSAID else modality,
        likely=either or not (sure and owner.sure),
        ours=owner.ours,
    )


def promised(draft: Draft, period: str, source: str) -> Draft:
    """The draft as a plan."""
    modality = draft.modality if draft.modality is not Modality.FACT else Modality.PLEDGE
    return replace(draft, kind=Kind.PROMISE, period=period, period_from=source, modality=modality)


def fallen(draft: Draft) -> Draft:
    """The same sum taken away."""
    value = draft.value
    if value is None:
        return draft
    turned = Interval(-value.high, -value.low, value.high_open, value.low_open, central=-value.central, kind=value.kind)
    sign = {">": "<", "<": ">", ">=": "<=", "<=": ">="}.get(draft.comparator, draft.comparator)
    return replace(draft, value=turned, comparator=sign)


def repeated(context: Context) -> bool:
    """`€100bn ($107bn)`: the sum before it in another currency."""
    q = context.quantity
    tokens = context.parsed.tokens
    opener = next((i for i in range(q.first - 1, max(-1, q.first - 4), -1) if tokens[i].text in ("(", ";")), None)
    if opener is None:
        return False
    front = [other for other in context.parsed.quantities if other.core[1] <= opener + 1 and other is not q]
    return any(0 <= opener - other.core[1] <= 5 and money(other) and other.unit != q.unit for other in front[-2:])


def money(quantity: Quantity) -> bool:
    """Whether it is a sum of money."""
    return len(quantity.unit) == 3 and quantity.unit.isupper()
