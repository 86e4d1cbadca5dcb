"""Promises of a party, which governs nobody or may govern one day: read as its country's, or as the alliance's."""

from __future__ import annotations

from burdenshare.reading.doubting.promise import Doubt, Promise, words

_GOVERNING = frozenset({"government", "cabinet", "prime", "minister", "chancellor", "-", "president"})
_NAMED_WITH = frozenset({"uk"})
"""What stands behind `Reform` where that is a party."""


def of_a_party(promise: Promise) -> bool:
    """`Reform UK would lift it to 3 per cent`, `the Liberal Democrats want to spend 2.5 per cent`; not `the Labour
    government`, nor a country that is named behind the party."""
    parsed, first = promise.parsed, promise.first
    if words("parties").isdisjoint(parsed.words):
        return False
    at = next((i for i in range(first - 1, -1, -1) if parsed.lows[i] in words("parties")), None)
    if at is None:
        return False
    behind = parsed.lows[at + 1 : at + 2]
    if behind and (behind[0] in _GOVERNING or (parsed.lows[at] == "reform" and behind[0] not in _NAMED_WITH)):
        return False
    return not any(s.first > at + 1 and s.last <= first for s in promise.owners if s.names_a_body)


OF_PARTIES: tuple[Doubt, ...] = (of_a_party,)
"""What is asked of every promised share that may be a party's."""
