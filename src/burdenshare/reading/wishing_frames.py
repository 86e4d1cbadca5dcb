"""Verbs of wishing that tell nothing: what somebody asked for, held against what others do."""

from __future__ import annotations

from burdenshare.reading.sources import Parts, Source

_STIPULATED = frozenset({"stipulated", "required", "mandated", "imposed", "prescribed", "recommended", "agreed", "set"})
_WISHED = frozenset(
    {"demanded", "proposed", "requested", "sought", "wanted", "promised", "pledged", "urged", "suggested"}
)


def as_wished(parts: Parts, i: int) -> bool:
    """`NATO agreed on 5 %, as demanded by Trump`: he wanted what others did, and tells nothing."""
    by = i + 1 < len(parts.tokens) and parts.tokens[i + 1].low == "by"
    if by and parts.tokens[i].low in _STIPULATED:
        return True  # "the 2 % requirement stipulated by NATO"
    led = parts.tokens[i - 1] if i else None
    held = led is not None and (led.low == "as" or led.kind == "number" or led.low in ("%", "percent", "cent", "gdp"))
    wish = by and i > 1 and parts.tokens[i].low in _WISHED
    return wish and (held or _apposed(parts, i))  # "the 5 % demanded by Trump"


def _apposed(parts: Parts, i: int) -> bool:
    """`Poland has pledged 5 %, a level demanded by Trump`: his wish, and the pledge is hers."""
    front = [t.low for t in parts.tokens[max(0, i - 4) : i]]
    opened = any(front[k] in (",", "—", "–") and front[k + 1] in _ARTICLES for k in range(len(front) - 1))
    return opened and front[-1] not in _ARTICLES


_ARTICLES = frozenset({"a", "an", "the"})


def compared(parts: Parts, source: Source, i: int) -> bool:
    """`a year later than Merz had promised`, `as Trump demanded`: what was wished for, held against what is."""
    at = source.first - 1
    while at > 0 and parts.tokens[at].low in ("the", "its", "what"):
        at -= 1
    if source.first >= i or at < 0:
        return False
    word = parts.tokens[at].low
    return word == "than" or (word == "as" and parts.tokens[i].low in _WISHED)
