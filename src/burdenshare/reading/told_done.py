"""Lines that somebody is said to have met: done, and no plan."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.tables import word_list

_ARTICLES = frozenset({"the", "a", "its", "their", "nato", "nato's", "this", "that"})
_DONE = word_list("done_with_a_line")
_TO_BE_DONE = word_list("forecast_verbs") | word_list("not_done_yet")


def told_as_done(context: Context) -> bool:
    """`Canada met the 2% pledge in March`: told as done, with nothing but an article between."""
    front = [word for word in context.before(6) if word not in _ARTICLES]
    done = front[-1:] != [] and front[-1] in _DONE
    return done and _TO_BE_DONE.isdisjoint(front[-4:-1])


_RAISED = frozenset({"boosted", "brought", "hiked", "increased", "lifted", "raised"})
_ITS_SPENDING = frozenset({"its", "their", "own", "defence", "defense", "military", "spending", "budget", "outlays"})


def was_raised_to(context: Context) -> bool:
    """`Lithuania raised its defence spending to 2.52 percent in 2023, from 0.79 when it promised 2`: done in a year
    gone by, whatever was promised before; not `raised its target to`."""
    if _RAISED.isdisjoint(context.parsed.words) or context.before(1) != ["to"]:
        return False
    lows, at = context.parsed.lows, context.quantity.first - 2
    while at > 0 and lows[at] in _ITS_SPENDING:
        at -= 1
    if at < 1 or lows[at] not in _RAISED or not any(s.last == at for s in context.parsed.subjects):
        return False
    end, on = context.quantity.core[1], context.calendar.on
    near = [p for p in context.parsed.periods if end <= p.first <= end + 3 and p.value[:4].isdecimal()]
    return bool(near) and on is not None and int(near[0].value[:4]) <= on.year
