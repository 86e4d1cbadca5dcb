"""A sum told again in other currencies, in brackets right behind itself: `£4.5bn ($5.6bn, €5.4bn)`."""

from __future__ import annotations

from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.tables import word_list

_OPENING, _CLOSING = frozenset({"(", "["}), frozenset({")", "]"})
_LINKS = word_list("links_of_conversions")
"""What stands between the sums of such brackets, beside their hedges."""
_WIDEST = 24
"""Tokens from the opening to the closing bracket."""


def end_behind(parsed: Parsed, quantity: Quantity) -> int:
    """The first token behind the sum, and behind brackets that hold nothing but the same sum in other currencies."""
    end, tokens = quantity.core[1], parsed.tokens
    if end >= len(tokens) or tokens[end].text not in _OPENING or not _currency(quantity):
        return end
    closed = next((i for i in range(end, min(end + _WIDEST, len(tokens))) if tokens[i].text in _CLOSING), None)
    if closed is None or not _holds_sums(parsed, quantity, end + 1, closed):
        return end
    return closed + 1


def year_behind(parsed: Parsed, quantity: Quantity) -> PeriodMention | None:
    """`DKK 10.5 billion (about US$1.5 billion) in 2025`: the time right behind the brackets is the sum's own."""
    end = end_behind(parsed, quantity)
    if end == quantity.core[1]:
        return None
    led = end + (parsed.lows[end : end + 1] in (["in"], ["for"]))
    return next((p for p in parsed.periods if p.value and end <= p.first <= led < p.last), None)


def converts(parsed: Parsed, quantity: Quantity) -> bool:
    """Whether this sum is one of such brackets: the one in front of them has been, or could be, read."""
    tokens = parsed.tokens
    opened = next(
        (i for i in range(quantity.first - 1, max(-1, quantity.first - _WIDEST), -1) if tokens[i].text in _OPENING),
        None,
    )
    if opened is None:
        return False
    front = next((q for q in parsed.quantities if q.core[1] == opened and _currency(q)), None)
    return front is not None and quantity.core[1] <= end_behind(parsed, front) - 1


def _holds_sums(parsed: Parsed, quantity: Quantity, first: int, last: int) -> bool:
    """Only sums in other currencies than the one in front, with nothing but links between them."""
    inner = [q for q in parsed.quantities if first <= q.core[0] < last]
    if not inner or any(not _currency(q) or q.unit == quantity.unit for q in inner):
        return False
    told = {i for q in inner for i in range(q.first, q.core[1])}
    return all(i in told or parsed.lows[i] in _LINKS for i in range(first, last))


def _currency(quantity: Quantity) -> bool:
    return len(quantity.unit) == 3 and quantity.unit.isupper()
