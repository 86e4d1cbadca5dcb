"""A clock as a part of a page: the parts of its own page, every word escaped, each statement a click from no weight."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment

from burdenshare.report.clock.door import ClockReport
from burdenshare.report.clock.page import with_words, words_of
from burdenshare.report.templating import environment
from burdenshare.road.clock.model import Standing
from burdenshare.road.clock.result import Place
from burdenshare.web.views.clock_asked import ClockAsked


def clock_html(made: ClockReport, asked: ClockAsked) -> str:
    """The result as HTML."""
    words = words_of(made.clock, made.levers, record=made.record)
    return _words().get_template("clock_told.html").render({**words, "links": links(made, asked)})


def links(made: ClockReport, asked: ClockAsked) -> dict[str, tuple[str, str]]:
    """The way to the same clock without a statement, or with it again: its words and its address, by key."""
    found = {}
    for one in made.clock.statements:
        key = one.statement.key
        if one.statement.standing is not Standing.HORIZON:
            continue
        left = one.place is Place.NO_WEIGHT
        query = asked.weighing(key, 1 if left else 0).query()
        found[key] = ("count it again" if left else "without it", f"/clock?{query}".rstrip("?"))
    return found


@cache
def _words() -> Environment:
    return with_words(environment("burdenshare.web"))
