"""The industry as self-contained pages: no network, no script, every word escaped, every row with source and grade."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment

from burdenshare._version import __version__
from burdenshare.record import Record
from burdenshare.report import wording
from burdenshare.report.article import held_record
from burdenshare.report.industry import backtest_forms, backtest_page, met_plot, requirements_telling, telling
from burdenshare.report.industry.month_plot import both, pictures
from burdenshare.report.industry.told_rows import REQUIRED, ToldRow, told_observation, told_row
from burdenshare.report.road.telling import assumption_words
from burdenshare.report.templating import environment, style
from burdenshare.road.industry.assumptions import spread_of
from burdenshare.road.industry.backtest import METHODS, Backtest
from burdenshare.road.industry.facts import facts, production
from burdenshare.road.industry.items import items
from burdenshare.road.industry.model import MetDraws, NotFed
from burdenshare.road.industry.result import Industry
from burdenshare.road.requirements.crosswalk import asides
from burdenshare.road.requirements.gaps import Gap

if TYPE_CHECKING:
    from burdenshare.report.industry.door import RequirementsReport

PARTS = ("alliance_parts.css", "road.css", "industry.css")
"""Style of the parts, for every page that shows them."""
STYLES = ("alliance.css", *PARTS)


def page(made: Industry, *, record: Record | None = None) -> str:
    """Items as a page."""
    return _rendered(words_of(made, record=record))


def requirements_page(told: RequirementsReport) -> str:
    """Requirements as a page."""
    return _rendered(requirement_words(told))


def tested_page(found: Backtest, record: Record) -> str:
    """The back-test as a page."""
    return _rendered(tested_words(found, record))


def words_of(made: Industry, *, record: Record | None = None) -> dict[str, Any]:
    """What the parts of the page (`industry_parts.html`) speak of, of items."""
    held = held_record(record)
    heading = made.plant.title
    return {"made": made, "lacking": _lacking(made, held), "record": held, "heading": heading} | {
        "title": f"{heading}, {made.on}"
    }


def requirement_words(told: RequirementsReport) -> dict[str, Any]:
    """The same of requirements."""
    pairs = list(zip(told.gaps, told.met, strict=True))
    return {
        "told": told,
        "fed": [(gap, met) for gap, met in pairs if isinstance(met, MetDraws)],
        "unfed": [(gap, met) for gap, met in pairs if isinstance(met, NotFed)],
        "beside": {},
        "record": told.record,
        "heading": f"What is required: {told.plant.title}",
        "title": f"What is required, {told.on}",
    }


def tested_words(found: Backtest, record: Record) -> dict[str, Any]:
    """The same of the back-test."""
    return {
        "found": found,
        "origins": backtest_page.origins(found),
        "record": record,
        "heading": backtest_forms.TITLE,
        "title": backtest_forms.TITLE,
    }


def _lacking(made: Industry, record: Record) -> list[dict[str, Any]]:
    """Items of which nothing can be computed: why, and what the record does hold."""
    rows = production(record, made.on) if made.lacking else ()
    standing = spread_of(dict(made.assumptions), "queue")
    return [
        {
            "title": items()[item].title,
            "reason": why,
            "rows": [told_row(row) for line in facts(items()[item], rows, standing).lines for row in line.rows],
        }
        for item, why in made.lacking.items()
    ]


def rows_of_met(gap: Gap, met: MetDraws) -> list[ToldRow]:
    """The rows of a requirement, its own first."""
    return [told_observation(row, REQUIRED if row in gap.rows else "what is delivered") for row in met.rows]


def _told_of(gap: Gap) -> list[ToldRow]:
    """The rows of a gap, one of each page."""
    told = [told_observation(row) for row in gap.rows]
    return list({(one.address or one.source, one.said_by): one for one in told}.values())


def _rendered(words: dict[str, Any]) -> str:
    whole = "".join(style(one) for one in STYLES)
    return _environment().get_template("industry.html").render(**words, style=whole, version=__version__)


@cache
def _environment() -> Environment:
    return with_words(environment())


def with_words(made: Environment) -> Environment:
    """`made` with the words that the parts of these pages speak (`industry_parts.html`)."""
    made.filters["told_row"] = told_row
    made.globals |= {
        "both": both,
        "pictures": pictures,
        "headline": telling.headline,
        "head_rows": telling.head_rows,
        "ordered": telling.ordered_words,
        "ledger": telling.ledger_words,
        "purse_words": telling.purse_words,
        "line_words": telling.line_words,
        "told_words": telling.told_words,
        "bought_words": telling.bought_words,
        "assumption": lambda one: assumption_words(one, 0),
        "kind_name": wording.measure_name,
        "number": wording.number,
        "signed_change": wording.signed,
        "titles": items(),
        "told_of": _told_of,
        "rows_of_met": rows_of_met,
        "gap_words": requirements_telling.gap_words,
        "units_words": requirements_telling.units_words,
        "filled_words": requirements_telling.filled_words,
        "met_headline": requirements_telling.headline,
        "met_plots": met_plot.met_plots,
        "met_key": met_plot.KEY,
        "asides": asides,
        "methods": METHODS,
        "tested_headline": backtest_page.headline,
        "tested_key": backtest_page.KEY,
        "stretch_words": backtest_forms.stretch_words,
    }
    return made
