"""The clock as one self-contained page: no network, no script, every word escaped, every statement with its page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import Any

from jinja2 import Environment

from burdenshare._version import __version__
from burdenshare.record import Record
from burdenshare.report.article import held_record
from burdenshare.report.citations import opened
from burdenshare.report.clock import telling
from burdenshare.report.clock.derived import explained
from burdenshare.report.clock.lever_plot import lever_plots
from burdenshare.report.clock.plot import KEY, both, both_met
from burdenshare.report.templating import environment, style
from burdenshare.road.clock.result import Curve, ReadinessClock
from burdenshare.road.clock.sensitivity import Lever
from burdenshare.road.clock.table import rules

PARTS = ("alliance_parts.css", "road.css", "clock.css")
"""Style of the parts, for every page that shows them."""
STYLES = ("alliance.css", *PARTS)


def page(made: ReadinessClock, levers: Sequence[Lever] = (), *, record: Record | None = None) -> str:
    """The page as text."""
    whole = "".join(style(one) for one in STYLES)
    shown = words_of(made, levers, record=record)
    return _environment().get_template("clock.html").render(**shown, style=whole, version=__version__)


def words_of(made: ReadinessClock, levers: Sequence[Lever] = (), *, record: Record | None = None) -> dict[str, Any]:
    """What the parts of the page (`clock_parts.html`) speak of, for every page that shows them."""
    by_feared = {feared: list(held) for feared, held in groupby(levers, key=lambda one: one.feared)}
    return {
        "made": made,
        "record": held_record(record),
        "levers": by_feared,
        "outside": list(telling.outside(made)),
        "changed": telling.changed(made),
        "links": {},
    }


def headline_year(made: ReadinessClock, one: Curve) -> int:
    """The first year before whose end half of a curve falls; the last one shown where none does."""
    return next((year for year, share in zip(made.years, one.share, strict=True) if share >= 0.5), made.years[-1])


@cache
def _environment() -> Environment:
    return with_words(environment())


def with_words(made: Environment) -> Environment:
    """`made` with the words that the parts of this page speak (`clock_parts.html`)."""
    made.globals |= {
        "titles": telling.TITLES,
        "meant": telling.MEANT,
        "not_said": telling.NOT_SAID,
        "key": KEY,
        "clock_plots": both,
        "met_plots": both_met,
        "lever_plots": lever_plots,
        "known_words": telling.known_words,
        "ceasefire_words": telling.ceasefire_words,
        "curve_words": telling.curve_words,
        "number_words": telling.number_words,
        "ends_words": telling.ends_words,
        "met_words": telling.met_words,
        "lever_words": telling.lever_words,
        "lever_name": telling.lever_name,
        "speaker_words": telling.speaker_words,
        "said_words": telling.said_words,
        "span_words": telling.span_words,
        "rule_words": telling.rule_words,
        "weight_words": telling.weight_words,
        "when": telling.when,
        "per_cent": telling.per_cent,
        "rules": rules,
        "opened": opened,
        "tree_of": lambda clock, one: explained(clock, one, headline_year(clock, one)),
    }
    return made
