"""Support as one self-contained page: no network, no script, every word escaped, every figure with its source."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment

from burdenshare._version import __version__
from burdenshare.record import Record
from burdenshare.report.citations import opened
from burdenshare.report.road.plane import NARROW, WIDE
from burdenshare.report.support import pictures, scenario_telling, telling
from burdenshare.report.support.scenario_tables import cost_tables
from burdenshare.report.support.tables import tables
from burdenshare.report.templating import environment, style
from burdenshare.road.support.priced import PricedSupport
from burdenshare.road.support.standing import Standing

STYLES = ("alliance.css", "alliance_parts.css", "road.css", "support.css")
CAPTIONS = {
    "months": (
        "Month by month",
        "Euro booked by month, from the ground up: United States, EU institutions, European states, the rest.",
    ),
    "shares": (
        "Shares of GDP",
        "Per cent of GDP of 2021, countries. Behind the stroke, and as an outline: with a member's part of EU aid.",
    ),
    "moves": (
        "Rises and falls",
        "Euro more (to the right) or less (to the left) in the later span; the largest at each end.",
    ),
}
"""What stands over and under each picture."""


def page(record: Record, standing: Standing) -> str:
    """Who stands where, as a page."""
    return _rendered("support.html", record, words_of(record, standing))


def scenario_page(record: Record, priced: PricedSupport) -> str:
    """What a scenario costs, as a page."""
    return _rendered("support_scenario.html", record, scenario_words(record, priced))


def words_of(record: Record, standing: Standing) -> dict[str, Any]:
    """What the parts of the page (`support_parts.html`) speak of, for every page that shows them."""
    drawn = pictures.drawings(record, standing)
    release = None if standing.told is None else standing.told.book.release
    return {
        "standing": standing,
        "title": telling.title(standing),
        "headline": telling.headline(record, standing),
        "counted": None if standing.told is None else telling.counted(standing.told),
        "caveat": telling.caveat(standing),
        "released": None if release is None else telling.released(release),
        "figures": [(name, *_caption(standing, name), pictures.both(one)) for name, one in drawn.items()],
        "tables": tables(record, standing),
        "lacks": list(telling.lacks(record, standing)),
        "ground": list(telling.ground_lines(record, standing)),
    }


def _caption(standing: Standing, name: str) -> tuple[str, str]:
    """The title of a picture, and what it shows with the release it is of: months may be of another than the sums."""
    title, told = CAPTIONS[name]
    release = None if standing.told is None else standing.told.book.release.id
    if name == "months" and standing.monthly is not None:
        release = standing.monthly.release
    if name == "moves" and standing.moves is not None:
        release = standing.moves.told.book.release.id
    return title, told if release is None else f"{told} Release {release}."


def scenario_words(record: Record, priced: PricedSupport) -> dict[str, Any]:
    """The same of a scenario."""
    moved = any(one.moves and one.extra[priced.at] is not None for one in priced.costs.values())
    frames = (WIDE, NARROW) if moved else ()
    return {
        "priced": priced,
        "title": scenario_telling.title(priced),
        "asked": scenario_telling.asked_words(record, priced.scenario),
        "against": scenario_telling.held_words(priced),
        "headline": scenario_telling.headline(record, priced),
        "rows": list(scenario_telling.head_rows(record, priced)),
        "figures": [pictures.price_plot(record, priced, one) for one in frames],
        "tables": cost_tables(record, priced),
        "lacks": list(scenario_telling.not_known(record, priced)),
        "ground": list(scenario_telling.ground_lines(record, priced)),
        "references": scenario_telling.references(priced),
    }


def _rendered(template: str, record: Record, shown: dict[str, Any]) -> str:
    whole = "".join(style(one) for one in STYLES)
    return _environment().get_template(template).render(**shown, record=record, style=whole, version=__version__)


@cache
def _environment() -> Environment:
    return with_words(environment())


def with_words(made: Environment) -> Environment:
    """`made` with the words that the parts of this page speak (`support_parts.html`)."""
    made.globals |= {"opened": opened}
    return made
