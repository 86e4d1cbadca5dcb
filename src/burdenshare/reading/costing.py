"""What an aim would cost: a sum that nobody has promised, which comes on top of what is spent."""

from __future__ import annotations

from burdenshare.reading.context import Context, once
from burdenshare.reading.tables import word_list

COST = "not understood: what an aim might take"
_COSTS = word_list("costing_verbs")
_SPENDING = word_list("spending_itself")
_MIGHT = frozenset({"would", "could", "will", "might", "may"})
_MEANING = frozenset({"mean", "means", "meaning", "translate", "translates", "imply", "implies"})
_AIMS = frozenset({"target", "goal", "objective", "commitment", "pledge", "benchmark", "guideline", "threshold"})
_REACH = 9
"""Tokens between the verb of cost and the sum."""


@once
def to_cost(context: Context) -> bool:
    """`would require $75bn over the next half decade to catch up`, `will cost the country €2bn a year`: no plan of
    anybody's. The verb stands in front in the clause; a noun of spending (`would require a budget of $150bn`) makes the
    sum the spending itself."""
    first = context.quantity.first
    front = context.parsed.lows[max(context.bounds[0], first - _REACH) : first]
    if _means(context, front):
        return True
    at = next((i for i in range(len(front) - 1, 0, -1) if front[i] in _COSTS), None)
    if at is None or not _MIGHT & set(front[max(0, at - 2) : at]):
        return False
    return not _SPENDING & {*front[at:], *context.after(4)}


def _means(context: Context, front: list[str]) -> bool:
    """`for Italy, the target translates into approximately 4.3 billion euros per year`: what a goal comes to."""
    if _MEANING.isdisjoint(front):
        return False
    at = next(i for i in range(len(front) - 1, -1, -1) if front[i] in _MEANING)
    start = context.quantity.first - len(front)
    aimed = not _AIMS.isdisjoint(front[max(0, at - 3) : at]) or context.parsed.cues.has("target", 0, start + at)
    return aimed and not {",", ";", ":"} & set(front[at + 1 :])
