"""The industry as a part of a page: the parts of its own pages, every word escaped, with ways on to the clock."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from jinja2 import Environment

from burdenshare.report.industry.door import IndustryBacktest, IndustryReport, RequirementsReport
from burdenshare.report.industry.page import requirement_words, tested_words, with_words, words_of
from burdenshare.report.templating import environment
from burdenshare.road.industry.model import MetDraws

if TYPE_CHECKING:
    from datetime import date


def industry_html(report: IndustryReport | RequirementsReport | IndustryBacktest) -> str:
    """Items, requirements or the back-test, as HTML."""
    if isinstance(report, IndustryReport):
        told = words_of(report.industry, record=report.record)
    elif isinstance(report, IndustryBacktest):
        told = tested_words(report.found, report.record)
    else:
        told = requirement_words(report) | {"beside": beside(report)}
    return _words().get_template("industry_told.html").render(told)


def beside(report: RequirementsReport) -> dict[str, str]:
    """The clock with a requirement beside it, by its id: where what is required is ordered at once, which the clock
    takes too; under another scenario its own draws are others."""
    from burdenshare.report.clock.requirements import KNOWN, ORDERED

    if report.plant.name != ORDERED or report.plant.file != ORDERED:
        return {}
    fed = [met.requirement for met in report.met if isinstance(met, MetDraws) and met.requirement in KNOWN]
    return {one: f"/clock?{_query(one, report.on, report.record.edition)}" for one in fed}


def _query(requirement: str, on: date, edition: date) -> str:
    return urlencode({"requirement": requirement} | ({} if on == edition else {"on": on.isoformat()}))


@cache
def _words() -> Environment:
    return with_words(environment("burdenshare.web"))
