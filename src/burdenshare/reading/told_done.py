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
