"""Support to Ukraine as a part of a page: the parts of its own page, every word escaped."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment

from burdenshare.report.support.door import SupportReport
from burdenshare.report.support.page import scenario_words, with_words, words_of
from burdenshare.report.templating import environment


def support_html(report: SupportReport) -> str:
    """Who stands where, or what a scenario costs, as HTML."""
    if report.priced is not None:
        told = scenario_words(report.record, report.priced)
    else:
        assert report.standing is not None
        told = words_of(report.record, report.standing)
    told["record"] = report.record
    return _words().get_template("support_view.html").render(told)


@cache
def _words() -> Environment:
    return with_words(environment("burdenshare.web"))
