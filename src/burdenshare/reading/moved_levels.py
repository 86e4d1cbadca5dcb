"""The end that a number moved from: `has risen from 95,000 to 164,000` tells it of an earlier year, and not of now."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.period_choice import When
from burdenshare.reading.tables import word_list

_MOVES = word_list("moving_verbs") | {
    "expanded",
    "shrunk",
    "shrank",
    "doubled",
    "tripled",
    "gone",
    "went",
    "cut",
    "reduced",
}
_OWN = 2
"""Tokens behind the number within which a year is its own: `from 95,000 in 2015`."""


def moved_from(context: Context) -> When | None:
    """When the number stood that something moved from: where a span of years opens, else a year that is not told. None
    where nothing moved yet, or where the number has a year of its own."""
    q, parsed = context.quantity, context.parsed
    if not (q.role == "from" or context.before(1) == ["from"]) or _MOVES.isdisjoint(parsed.lows[: q.first]):
        return None
    if context.cue_before("future"):
        return None  # "will grow from 181,000 to 260,000": what there is now
    if any(0 <= p.first - q.core[1] <= _OWN for p in parsed.periods):
        return None
    for p in parsed.periods:
        if p.role in ("since", "from") or "/" in p.value or "between" in parsed.lows[max(0, p.first - 1) : p.last]:
            return When(p.value.partition("/")[0][:4], p.source, p)
    return When("", "")


def end_of_a_move(context: Context) -> bool:
    """`Since 2014 Lithuania has raised its budget from 322 million euros to 1.1 billion`: two levels, and nothing that
    was added."""
    q, lows = context.quantity, context.parsed.lows
    low, high = context.bounds
    ends = [o for o in context.parsed.quantities if o.unit == q.unit and low <= o.first < high]
    fronts = {lows[o.first - 1] if o.first else "" for o in ends} | {o.role for o in ends}
    mine = q.role or (lows[q.first - 1] if q.first else "")
    return mine in ("from", "to") and {"from", "to"} <= fronts


_ENDS = 6
"""Tokens between the two ends: `from 95,000 in 2015 to roughly 164,000`."""


def moved_to(context: Context) -> bool:
    """Whether the number is where the one told just before it moved to."""
    if context.before(1) != ["to"] or not context.earlier:
        return False
    first, last = context.earlier[-1].focus
    fronts = context.parsed.lows[max(0, first - 1) : first + 1]
    return 0 < context.quantity.first - last <= _ENDS and "from" in fronts


def arrived(context: Context, when: When) -> When:
    """`Between 2016 and 2023 it rose from 9,000 to 16,000`: the end of the span for the number moved to."""
    last = when.value.partition("/")[2]
    return When(last, when.source, when.mention) if last and moved_to(context) else when


def rises_up_to(context: Context) -> bool:
    """`This would raise spending by some 40%, up to 9.7 billion kuna`: where a rise to come ends, told behind it."""
    q, parsed = context.quantity, context.parsed
    first = q.first
    lows = parsed.lows
    led = lows[first : first + 2] == ["up", "to"] or lows[max(0, first - 2) : first] == ["up", "to"]
    led = led or lows[max(0, first - 1) : first] == ["to"]
    rise = next((o for o in reversed(parsed.quantities) if o.unit == "%" and o.core[1] <= first), None)
    if not led or rise is None or first - rise.core[1] > _TOLD_BEHIND:
        return False
    front = lows[max(0, rise.first - _FORETOLD) : rise.first]
    return front[-1:] == ["by"] and not _TO_COME.isdisjoint(front)


_TO_COME = frozenset({"will", "would", "plans", "plan", "planned", "aims", "expected", "set", "intends", "vowed"})
_TOLD_BEHIND = 4
_FORETOLD = 10
"""Tokens in front of a rise among which its foretelling verb stands."""


def compared_with_a_year_gone(context: Context) -> bool:
    """`will amount to $945 billion compared to $920 billion in 2016`: what a plan is held against has been spent."""
    on, end = context.calendar.on, context.quantity.core[1]
    held = context.before(2) in _COMPARED or context.before(1) in (["against"], ["versus"])
    if not held or on is None:
        return False
    own = next((p for p in context.parsed.periods if 0 <= p.first - end <= _OWN and p.value[:4].isdecimal()), None)
    return own is not None and int(own.value[:4]) < on.year


_COMPARED = (["compared", "to"], ["compared", "with"], ["opposed", "to"])
