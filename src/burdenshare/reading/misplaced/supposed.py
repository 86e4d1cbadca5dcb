"""Facts that their own clause supposes, waits for or wishes: `Once Spain spends 2 percent`, `I wish Spain spent`."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.misplaced.words import words

_WAITING = words("waiting_for")
_PHRASES = frozenset(tuple(one.split()) for one in words("supposing_phrases"))
_WISHES = words("wished_or_pretended")
_DEALS = words("deals_to_come")
_OPENERS = _WAITING | {one[0] for one in _PHRASES} | {"when", "under", "it"}
_PRESENT = words("verbs_of_now")
_PARTS = frozenset({",", ";", ":", "–", "—", '"', "“"})
_SKIPPED = frozenset({"and", "but", "only", "or", "not"})
_PLURAL = frozenset({"USA", "NLD"})
"""Allies whose name is a plural: `the Netherlands spend` tells, and `that Spain spend` asks."""
_VERB = 5
"""Tokens of a number of allies and behind it within which its verb stands: `Once eighteen allies meet`."""
_MYTHS = frozenset({"myth", "fiction", "falsehood", "hoax", "fake", "rumour"})
_BASE = frozenset({"spend", "devote", "invest", "allocate", "pay", "reach", "meet"})


def supposed(context: Context, draft: Draft) -> bool:
    """Whether the clause in front of a figure opens with a condition, or tells of a wish or a pretence."""
    told = context.parsed.words
    if not _MYTHS.isdisjoint(context.parsed.lows[:2]) and ":" in context.parsed.lows[:3]:
        return True  # "Myth: Spain spends 2 percent of GDP on defence"
    if _OPENERS.isdisjoint(told) and _WISHES.isdisjoint(told) and _BASE.isdisjoint(told):
        return False
    lows, first = context.parsed.lows, context.quantity.first
    start = next((n + 1 for n in range(first - 1, -1, -1) if lows[n] in _PARTS), 0)
    while start < first and lows[start] in _SKIPPED:
        start += 1
    own = lows[start:first]
    own = own if draft.unit != "allies" else [*own, *lows[first : first + _VERB]]
    if not own:
        return False
    if not _WISHES.isdisjoint(own) and _WISHES.isdisjoint(lows[first:]):
        return True
    return _opened(context, draft, own, start) or _asked_for(context, draft)


def _opened(context: Context, draft: Draft, own: list[str], start: int) -> bool:
    dated = any(p.first <= start + 1 < p.last or p.first == start for p in context.parsed.periods)
    if own[0] in _WAITING:
        return not dated and not _PRESENT.isdisjoint(own)
    if own[0] == "when":
        behind = context.parsed.lows[context.quantity.core[1] :]
        return not _PRESENT.isdisjoint(own) and not dated and not {"will", "would"}.isdisjoint(behind)
    if own[0] == "under":
        return not _DEALS.isdisjoint(own[1:4]) and draft.period_from != "explicit"
    if own[0] == "it":
        return "time" in own[2:5] and own[1] in ("is", "was", "'s")
    return any(tuple(own[: len(one)]) == one for one in _PHRASES)


def _asked_for(context: Context, draft: Draft) -> bool:
    """`Trump insists that Spain spend 2 percent`: the verb's bare form behind one ally asks for it."""
    verb = context.before(1)
    if not verb or verb[0] not in _BASE or len(draft.subject) != 1 or draft.subject[0] in _PLURAL:
        return False
    at = context.quantity.first - 1
    own = [s for s in context.parsed.subjects if s.last == at and s.entity in draft.subject and s.kind == "country"]
    led = any(b == "that" and a in _INSISTING for a, b in pairwise(context.parsed.lows[:at]))
    return bool(own) and own[0].entity in context.calendar.allies and led


_INSISTING = frozenset({"insists", "insisted", "insist", "asks", "asked", "urges", "urged", "demanded", "recommends"})
