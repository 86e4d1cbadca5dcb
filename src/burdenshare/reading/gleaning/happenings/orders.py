"""By which measure a place is: the words at the place itself, a phrase that opens the sentence, or the words behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from burdenshare.reading.gleaning.happenings.words import hits, holds, row, words
from burdenshare.reading.others_held import comparing
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import word_list

MEASURES = ("by_head", "by_aid", "by_people", "by_output", "by_economy", "by_money", "by_share")
"""Rows of the table, what is told most narrowly first: `per head` decides over the money it stands beside."""
OPENED_WITHIN = 12
"""Words from the start within which a phrase that tells the measure ends with its comma."""


@dataclass(frozen=True, slots=True)
class Order:
    """The measure (empty where the words leave it open); `plain`: the words tie it to the place itself."""

    measure: str
    plain: bool


def order_at(parsed: Parsed, first: int, last: int) -> Order | None:
    """What orders the members at a place told at tokens `first`..`last`; None where it is nothing the record ranks."""
    part = ranked_part(parsed)
    if part is not None:
        return Order(part, plain=True) if part else None
    if of_help(parsed, first, last):
        return Order("aid", plain=True)
    spender = bool(words("open_heads") & set(parsed.lows[first : last + 1])) or _spends_more(parsed, first, last)
    for a, b, tied in _zones(parsed, first, last):
        for name in MEASURES:
            if holds(parsed, name, a, b):
                alone = name in ("by_share", "by_output") and not (spender and words("turned") & parsed.words)
                return Order(str(row(name)["measure"]), tied or alone)
    listed = words("lists") & set(parsed.lows[first : last + 5])
    if listed or spender or parsed.cues.has("spending"):
        return Order("", plain=spender)
    return None


HELP_BESIDE = 6
"""Words in front of a place and behind it within which its receiver is named."""
_CUTS = frozenset({"and", "but", "while", ",", ";", ":"})


def of_help(parsed: Parsed, first: int, last: int) -> bool:
    """Whether the words around a place name Ukraine as who receives: `has given more to Ukraine than any other`."""
    low, high = parsed.clause(first, max(first + 1, last))
    front = [n + 1 for n in range(max(low, first - HELP_BESIDE), first) if parsed.lows[n] in _CUTS]
    start = max([max(low, first - HELP_BESIDE), *front])
    stop = min(high, last + HELP_BESIDE)
    stop = next((n for n in range(last, stop) if parsed.lows[n] in _CUTS), stop)
    told = hits(parsed, "help_to", "not_help_to")
    return any(hit.payload == "help_to" and start <= hit.first < stop for hit in told)


def _spends_more(parsed: Parsed, first: int, last: int) -> bool:
    """`spends more on defence than any other ally`: sums, unless the words name a share."""
    said = set(parsed.lows[max(0, first - 2) : last])
    amount = said & {"more", "most", "much", "less"}
    return bool(amount and said & comparing("spending_verbs") and said & {"defence", "defense", "military"})


def _zones(parsed: Parsed, first: int, last: int) -> Iterator[tuple[int, int, bool]]:
    """(first, last, whether a measure told there is tied to the place): the nearest words first."""
    low, high = parsed.clause(first, max(first + 1, last))
    yield first, last, True
    yield 0, opening(parsed, first), True
    comma = next((n for n in range(last, high) if parsed.lows[n] in (",", ";")), high)
    yield max(first, last - 1), min(comma, last + 10), True
    yield max(low, first - 4), first, True
    yield low, high, False
    yield 0, len(parsed.tokens), False


def opening(parsed: Parsed, first: int) -> int:
    """Where `As a percentage of GDP, Poland's budget is the largest` tells the measure in front of token `first`: up to
    its comma, or to the name behind it; 0 where nothing is told there."""
    if first <= 0 or parsed.lows[0] not in words("measure_openers"):
        return 0
    ends = [i for i, low in enumerate(parsed.lows[: min(first, OPENED_WITHIN)]) if low == ","]
    ends += [s.first for s in parsed.subjects if 0 < s.first <= min(first, OPENED_WITHIN)]
    return min(ends, default=0)


def ranked_part(parsed: Parsed) -> str | None:
    """The part of the budget that a proportion in the sentence is of (`38 percent on equipment, the fifth highest
    proportion`); empty for a part or a growth that no place is known of, None where no part is told."""
    if parsed.words.isdisjoint(word_list("proportions")):
        return None
    if parsed.cues.has("equipment"):
        return "equipment_share"
    if not parsed.words.isdisjoint(word_list("personnel_outlays")):
        return "personnel_share"
    return "" if {"infrastructure", "growth", "rise", "increase", "research"} & parsed.words else None
