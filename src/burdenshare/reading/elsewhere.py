"""Figures that the words in front give to nobody the record knows: the whole world, the rest, a paper of value."""

from __future__ import annotations

from functools import cache

from burdenshare.reading.context import Context
from burdenshare.reading.tables import load_table, word_list
from burdenshare.reading.tries import Trie

WORLD = "another topic: the spending of the whole world"
"""The reason of a figure that no ally owns; nothing may look at it again."""
NOBODYS = "not understood: the others of a group"
"""How the reason of a figure begins that belongs to those who are left over."""
GAP = "another topic: a funding gap"
"""The reason of a sum that is missing."""
_REACH = 14
"""Tokens in front of a figure within which the words can own it."""


@cache
def _owners() -> Trie[str]:
    rows = load_table("elsewhere")["owner"]
    return Trie((phrase, row["reason"]) for row in rows for phrase in row["words"])


def elsewhere(context: Context) -> str:
    """The reason why nobody known owns the figure, else empty: the nearest such words, and no ally behind them."""
    parsed, first = context.parsed, context.quantity.first
    if context.quantity.unit == "%" and not _WORLD.isdisjoint(parsed.words) and _rise_of_the_world(context):
        return WORLD
    stranger = _stranger(context)
    if stranger:
        return stranger
    owners = _owners()
    for at in reversed(owners.starts_within(parsed.lows, max(context.bounds[0], first - _REACH), first)):
        best = owners.longest(parsed.tokens, at)
        if best is None or best[0] > first:
            continue
        named = any(at <= s.first < first and s.entity in context.calendar.bearers for s in parsed.subjects)
        return "" if named or _another_figure(context, best[0]) else best[1][0]
    return ""


def _rise_of_the_world(context: Context) -> bool:
    """`a 7 % growth in global military expenditure`: whose rise it is stands behind it."""
    behind = context.after(_RISE_REACH)
    return (
        behind[:1] != [] and behind[0] in _RISES and behind[1:2] in (["in"], ["of"]) and not _WORLD.isdisjoint(behind)
    )


_WORLD = frozenset({"global", "world", "world's", "worldwide", "globally"})
_RISES = word_list("rise_nouns") | {"growth", "rise", "increase", "surge", "jump", "decline", "drop", "fall"}
_RISE_REACH = 4
"""Tokens behind a figure: `growth in global military`."""


def _stranger(context: Context) -> str:
    """`well above Brazil's 1.1 %`, `Israel's rose by 65 % to $46.5 billion`: a possessive from outside the alliance
    owns the figure it leads to. Adversaries' figures may be looked at again, the others' are not held."""
    first, tokens = context.quantity.first, context.parsed.tokens
    for s in reversed(context.parsed.subjects):
        if s.last > first or s.kind == "pronoun":
            continue
        if not s.possessive or s.entity in context.calendar.bearers or s.entity in ("UKR", "AMBIGUOUS"):
            return ""
        gap = [t.low for t in tokens[s.last : first]]
        if all(word in _FILLING for word in gap[-4:]) and len(gap) <= 4:
            return STRANGER if s.entity == "OTHER" else _ADVERSARY
        elliptic = gap[:1] and gap[0] in _MOVING and len(gap) <= _REACH
        return (STRANGER if s.entity == "OTHER" else _ADVERSARY) if elliptic else ""
    return ""


STRANGER = "another topic: a figure of a country outside the alliance"
"""The reason of a figure that belongs to a country the record does not hold; nothing may look at it again."""
_ADVERSARY = "not understood: a figure of a country outside the alliance"
_FILLING = word_list("possessive_fillers")
_MOVING = word_list("elliptic_verbs")


def _another_figure(context: Context, start: int) -> bool:
    """A figure with a unit and a comma in between: the words owned that one."""
    first = context.quantity.first
    comma = any(t.text in (",", ";", "(") for t in context.parsed.tokens[start:first])
    return (
        comma
        and any(q.unit and start <= q.core[0] < first for q in context.parsed.quantities)
        and not any(
            t.low in ("reaching", "totalling", "totaling", "hitting") for t in context.parsed.tokens[start:first]
        )
    )
