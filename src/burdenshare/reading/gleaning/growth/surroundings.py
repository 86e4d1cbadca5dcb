"""Where a rise is told: whether the text is on defence there, and whether the words deny or only suppose it."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.gleaning.growth.marks import Mark

PAID = frozenset({"soldiers", "troops", "forces", "army"})
_ALLIED = frozenset({"NATO", "EUR", "EUR_CAN", "B9", "BALTIC", "NORDIC", "NB8", "JEF"})
"""Groups of which texts tell spending for defence; what other groups spend may be anything."""
_OUTLAYS = frozenset({"outlays", "expenditure", "expenditures", "spending"})
_NOT_DEFENCE = ("economy", "other_spending", "state_budget", "foreign_aid", "market", "poll")
MONEY = frozenset({"expenditure", "expenditure_growth", "expenditure_change"})


def defence_told(context: Context) -> bool:
    """The text speaks of defence here or right before; a budget alone is any budget."""
    return (
        context.cue_sentence("defence")
        or bool(PAID & {t.low for t in context.parsed.tokens})
        or context.money_topic(2)
        or context.defence_topic(1)
        or any(s.entity in _ALLIED for s in context.parsed.subjects)
        or any(d.measure in MONEY for d in context.earlier)
    )


def allys_outlays(context: Context, found: list[Mark]) -> bool:
    """`Norway's outlays`, `Spanish expenditure`, `its outlays`: where the text is on defence and on nothing else."""
    topic = context.topic
    on_it = context.parsed.sentence.block <= 1 or max(topic.defence_at, topic.money_at, topic.shares_at) >= 0
    if not on_it or any(context.cue_sentence(name) for name in _NOT_DEFENCE):
        return False
    tokens = context.parsed.tokens
    for m in found:
        if m.kind != "spend" or tokens[m.first].low not in _OUTLAYS or not m.first:
            continue
        if tokens[m.first - 1].low == "its" or any(m.first - 1 <= s.last <= m.first for s in context.parsed.subjects):
            return True
    return False


def denied(context: Context, found: list[Mark]) -> bool:
    """`has not doubled`, `no 90 percent`: a negation close in front."""
    first = context.quantity.first
    return any(m.kind == "denied" and 0 <= first - m.last <= 5 for m in found)


def supposed(context: Context, found: list[Mark]) -> bool:
    """`if it spent`, `would rise by`: nothing that is said to be."""
    first = context.quantity.first
    return any(m.kind == "not_said" and m.last <= first for m in found) or any(
        t.low == "had" and i == context.bounds[0] == 0 for i, t in enumerate(context.parsed.tokens[:1])
    )
