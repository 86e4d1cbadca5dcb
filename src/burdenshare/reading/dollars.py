"""Which dollar a bare dollar sign means: Canada's own in a text about Canada, else that of the United States."""

from __future__ import annotations

from burdenshare.reading.context import Context

_PLAIN = frozenset({"$", "dollar", "dollars"})
_AMERICAN = frozenset({"us", "u.s", "u.s.", "usd", "american"})
_OWN = {"CAN": "CAD"}
"""Allies beside the United States whose money is called dollar."""


def dollar_of(context: Context, entities: tuple[str, ...]) -> tuple[str, bool]:
    """(unit, whether another dollar may be meant) of a sum of `entities`: `Canada will spend $51 billion` is told in
    Canadian dollars at home and in American ones abroad, and nothing in the words says which."""
    unit = context.quantity.unit
    if unit != "USD" or not (_OWN.keys() & {*entities, context.topic.home}) or _american(context):
        return unit, False
    own = _OWN.get(entities[0]) if len(entities) == 1 else None
    at_home = own is not None and context.topic.home == entities[0]
    return own if own and at_home else unit, True


def _american(context: Context) -> bool:
    """`US$26 billion`, `26 billion US dollars`, `$26 billion U.S.`: the words say whose dollars they are."""
    first, last = context.quantity.core
    words = set(context.parsed.lows[first : last + 1])
    return bool(words & _AMERICAN) or not words & _PLAIN
