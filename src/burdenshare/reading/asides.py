"""Countries named in an aside: what stands between two commas or in brackets owns no figure behind it."""

from __future__ import annotations

from burdenshare.reading.joined_groups import leaving_out
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import word_list

_JOINING = frozenset({"and", "or", "the"})
_BESIDE = frozenset({"like", "unlike", "alongside"})

_FARTHEST = 12
"""Words within which an aside opens in front of a country; one that is longer is a list or a sentence of its own."""


def in_aside(parsed: Parsed, subject: SubjectMention, end: int) -> bool:
    """Whether a mention stands in an aside that ends in front of token `end`, where the figure's words begin."""
    return _left_out(parsed, subject, end) or _apposed(parsed, subject, end)


def _apposed(parsed: Parsed, subject: SubjectMention, end: int) -> bool:
    """`Germany, Europe's largest economy, spent`, `France, one of the leading members of the alliance, spent`: between
    two commas, and another subject stands right in front of the first."""
    tokens = parsed.tokens
    opened = next((i for i in range(subject.first - 1, max(-1, subject.first - 12), -1) if tokens[i].text == ","), None)
    closed = next((i for i in range(subject.last, end) if tokens[i].text in (",", "(")), None)
    if opened is None or closed is None or closed - opened > 14:
        return False
    beside = parsed.lows[opened + 1] in _BESIDE  # "Belgium, like the other 31 members, is expected to spend 2 %"
    if any(opened < q.core[0] < closed and (q.unit or q.number.digits) for q in parsed.quantities) and not beside:
        return False
    listed = {i for s in parsed.subjects if s.last <= subject.first for i in range(s.first, s.last)}
    between = range(opened + 1, subject.first)
    one_of_a_list = bool(between) and all(i in listed or parsed.lows[i] in _JOINING for i in between)
    if one_of_a_list and not subject.possessive:
        return False  # "such as Poland, Estonia, and Lithuania, have increased"
    owner = next((s for s in parsed.subjects if s.last == opened and s.names_a_body), None)
    return (owner is not None and subject.first - opened > 1) or (owner is not None and subject.possessive)


def _left_out(parsed: Parsed, subject: SubjectMention, end: int) -> bool:
    """`European allies (30 countries, excluding the US and Canada) spent`: whom brackets leave out of a group owns none
    of its figures; nor do those whom they count in."""
    if "(" not in parsed.words or ")" not in parsed.lows[subject.last :]:
        return False
    front = parsed.lows[max(0, subject.first - _FARTHEST) : subject.first]
    if "(" not in front or ")" in front:
        return False
    opened = subject.first - front[::-1].index("(")
    closed = parsed.lows.index(")", subject.last)
    if parsed.lows[opened : opened + 1] == ["including"] and not _holds_a_figure(parsed, opened, closed):
        # "the average (including Europe, the US and others) is …, the total": but "several allies (including Poland)"
        return word_list("countable_members").isdisjoint(parsed.lows[max(0, opened - 4) : opened - 1])
    if closed >= end:
        return False
    if _spelt_out(parsed, opened, closed):
        return True
    hits = leaving_out().find_in(parsed.tokens, parsed.lows, parsed.words)
    behind = any(opened <= hit.first and hit.last <= subject.first for hit in hits)
    excepted = not word_list("excepting").isdisjoint(parsed.lows[opened : subject.first])
    return (behind or excepted) and any(s.last <= opened and s.names_a_body for s in parsed.subjects)


def _spelt_out(parsed: Parsed, opened: int, closed: int) -> bool:
    """`Europe (EU + the United Kingdom) spent`: brackets right behind a group, which hold nothing but whom it is of."""
    if not any(s.last == opened - 1 and s.entity in _GROUPS and s.names_a_body for s in parsed.subjects):
        return False
    named = {i for s in parsed.subjects if opened <= s.first and s.last <= closed for i in range(s.first, s.last)}
    return len(named) > 1 and all(i in named or parsed.lows[i] in _JOINED_IN for i in range(opened, closed))


_GROUPS = frozenset({"EUR", "EU", "EUR_CAN", "NATO"})
_JOINED_IN = frozenset({"+", "and", "the", ",", "&", "plus"})


def _holds_a_figure(parsed: Parsed, first: int, last: int) -> bool:
    """`(including Germany, which gave 3 billion)`: a figure of its own stands in the brackets."""
    return any(first <= q.core[0] < last for q in parsed.quantities)
