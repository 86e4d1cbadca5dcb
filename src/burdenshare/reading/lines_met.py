"""A line that was met or passed: `Greece met the spending target of 2 %` tells a share of 2 % or more."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.tables import word_list

_MET = frozenset({"met", "meets", "reached", "reaches", "hit", "hits", "achieved", "attained", "fulfilled", "fulfils"})
_TO_MEET = frozenset({"meet", "reach", "hit", "achieve", "attain", "fulfil", "fulfill"})
_MANAGED = frozenset({"managed", "succeeded"})
_TO_COME = frozenset({"to", "will", "would", "shall", "should", "must", "can", "could", "may", "might", "'ll"})
_SOON = frozenset({"also", "soon", "even", "still", "again"})
_PASSED = frozenset({"exceeded", "exceeds", "passed", "passes", "surpassed", "surpasses", "topped", "tops", "beat"})
_DENIED = frozenset({"not", "never", "no"})
_NOBODY = frozenset({"neither", "nor", "nobody", "none"})
_NEARLY = frozenset({"nearly", "almost", "practically", "virtually"})
_LINES = word_list("target_names") | {"mark", "requirement", "floor", "minimum"}
_BETWEEN = _LINES | frozenset(
    {"the", "a", "its", "their", "that", "nato", "nato's", "alliance's", "'", "’", '"', "“", "of", "spending", "at"}
    | {"defence", "defense", "military", "gdp", "least", "minimum", "level", "levels", "agreed", "set", "so", "-", "on"}
    | {"called"}
)


def met_line(context: Context) -> str:
    """`met`, `nearly`, `passed`, or nothing: what the verb in front of `the target of 2 %` says of the line."""
    lows = context.parsed.lows
    start, at = context.bounds[0], context.quantity.first
    verb = next((i for i in range(at - 1, start - 1, -1) if lows[i] not in _BETWEEN), -1)
    if verb < 0 or _LINES.isdisjoint(lows[verb + 1 : at]) or not _DENIED.isdisjoint(lows[max(0, verb - 3) : verb]):
        return ""
    if not _NOBODY.isdisjoint(lows[start:verb]):
        return ""
    if lows[verb] in _PASSED:
        return "passed"
    managed = lows[verb] in _TO_MEET and not _MANAGED.isdisjoint(lows[max(0, verb - 6) : verb])
    front = [word for word in lows[max(0, verb - 3) : verb] if not word.endswith("ly") and word not in _SOON]
    if lows[verb] == "hit" and front[-1:] and front[-1] in _TO_COME and not managed:
        return ""  # "NATO wants Italy to hit the target", "will hit it": nobody met it yet
    if lows[verb] not in _MET and not managed:
        return ""
    return "met" if _NEARLY.isdisjoint(lows[max(0, verb - 2) : verb]) else "nearly"
