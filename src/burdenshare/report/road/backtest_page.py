"""A back-test as one self-contained page: no network, no script, every word escaped."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment

from burdenshare._version import __version__
from burdenshare.record import Record
from burdenshare.report.road.backtest_plot import panels, picture
from burdenshare.report.road.backtest_telling import findings, models, tables
from burdenshare.report.templating import environment, style
from burdenshare.road.backtest import Backtest
from burdenshare.road.share_limits import LIMITS

WIDTH = 480
"""Pixels of one picture; two stand side by side where there is room."""


def page_of(found: Backtest, record: Record) -> str:
    """The page as text."""
    return (
        _environment()
        .get_template("backtest.html")
        .render(
            found=found,
            findings=findings(found, record),
            pictures=[picture(one, WIDTH) for one in panels(found)],
            tables=tables(found),
            models=models(),
            limits=LIMITS,
            style=style("alliance.css") + style("backtest.css"),
            version=__version__,
        )
    )


@cache
def _environment() -> Environment:
    return environment()
