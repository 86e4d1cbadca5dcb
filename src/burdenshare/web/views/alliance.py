"""The alliance on a day as a part of a page: the parts of its own page, every word escaped."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment

from burdenshare.report.alliance.alliance import Alliance
from burdenshare.report.alliance.page import with_words, words_of
from burdenshare.report.templating import environment


def view_html(shown: Alliance) -> str:
    """The view as HTML."""
    return _words().get_template("alliance_view.html").render(words_of(shown.view, shown.compared))


@cache
def _words() -> Environment:
    return with_words(environment("burdenshare.web"))
