"""A road as one self-contained page: no network, no script, every word escaped, every figure with its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment

from burdenshare._version import __version__
from burdenshare.record import Record
from burdenshare.report import wording
from burdenshare.report.article import held_record
from burdenshare.report.citations import citation, opened
from burdenshare.report.explaining import Step
from burdenshare.report.road import telling
from burdenshare.report.road.bar_plots import burden_plot, tornado_plot
from burdenshare.report.road.comparing import Comparison
from burdenshare.report.road.explained import explained
from burdenshare.report.road.fan_plot import Line, Picture, both, fan_plot, picture_of
from burdenshare.report.road.names import name_of
from burdenshare.report.road.plane import NARROW, WIDE
from burdenshare.report.road.prices import Price, price_of
from burdenshare.report.templating import environment, style
from burdenshare.road.result import AllyRoad, Road
from burdenshare.road.sensitivity import Lever

STYLES = ("alliance.css", "alliance_parts.css", "road.css")
MANY = 6
"""Allies from which their pictures are small ones beside each other, behind one line to open."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source as a link: what it says and where it leads."""

    words: str
    address: str


def page(road: Road, levers: Sequence[Lever] = (), *, record: Record | None = None) -> str:
    """The page as text."""
    return _rendered("road.html", words_of(road, levers, record=record))


def comparison_page(one: Comparison, *, record: Record | None = None) -> str:
    """Two scenarios side by side, as a page."""
    held = held_record(record)
    pairs = [*one.groups, *sorted(one.allies, key=lambda pair: -abs(pair.extra))]
    entities = [pair.entity for pair in one.groups] or [pair.entity for pair in one.allies]
    shown = {"one": one, "record": held, "pairs": pairs, "pictures": [_beside(held, one, each) for each in entities]}
    return _rendered("road_comparison.html", shown)


def words_of(road: Road, levers: Sequence[Lever] = (), *, record: Record | None = None) -> dict[str, Any]:
    """What the parts of the page (`road_parts.html`) speak of, for every page that shows them."""
    held = held_record(record)
    head = telling.headed(road)
    groups = [price_of(road, one) for one in road.groups]
    allies = sorted((price_of(road, one) for one in road.allies), key=lambda one: -one.extra.central)
    return {
        "road": road,
        "record": held,
        "levers": levers,
        "head": price_of(road, head),
        "headline": telling.headline(held, road),
        "groups": groups,
        "allies": allies,
        "large": [picture_of(held, road, one) for one in (road.groups if len(road.groups) > 1 else (head,))],
        "small": [picture_of(held, road, one.entity) for one in allies if one.entity != head],
        "many": len(allies) > MANY,
    }


def trees(record: Record, road: Road, allies: Sequence[Price]) -> list[tuple[str, Step]]:
    """The derivation of every price that asks something, under the ally's name."""
    return [(record.name(one.entity), explained(record, road, one.entity)) for one in allies if one.extra.central]


def sources(one: AllyRoad) -> list[Source]:
    """What an ally's price rests on: the cell of its share, and the Outlook."""
    start, economy = one.course.start, one.economy
    cells = start.finding.observations
    cited = [(f"share of {start.year} ({start.release})", cell.source) for cell in cells[:1]]
    cited.append((economy.vintage, economy.source))
    return [Source(words, citation(key).address) for words, key in cited]


def _beside(record: Record, one: Comparison, entity: str) -> Picture:
    """What an ally or group spends under both scenarios, and without either."""
    lines = []
    for mark, road, look in (("A", one.first, "main"), ("B", one.second, "other")):
        fans = (road.groups[entity] if entity in road.groups else road.allies[entity]).fans
        lines.append(Line(mark, fans["spending"], look))
    return Picture(f"{entity}-both".lower(), f"{name_of(record, entity)}: spending", tuple(lines), one.first.years)


def _rendered(template: str, shown: dict[str, Any]) -> str:
    whole = "".join(style(one) for one in STYLES)
    return _environment().get_template(template).render(**shown, style=whole, version=__version__)


@cache
def _environment() -> Environment:
    return with_words(environment())


def with_words(made: Environment) -> Environment:
    """`made` with the words that the parts of this page speak (`road_parts.html`)."""
    made.globals |= {
        "both": both,
        "small_plot": lambda one: fan_plot(one, NARROW),
        "burden_plots": lambda record, road: burden_plot(record, road, WIDE) + burden_plot(record, road, NARROW),
        "tornado_plots": lambda levers, base: tornado_plot(levers, base, WIDE) + tornado_plot(levers, base, NARROW),
        "trees": trees,
        "sources_of": sources,
        "name_of": name_of,
        "opened": opened,
        "asked": telling.asked_words,
        "held_words": telling.HELD,
        "head_rows": telling.head_rows,
        "met_lines": telling.met_lines,
        "met_from": telling.MET_FROM.replace("`", ""),
        "missing": telling.missing,
        "ground": telling.ground_lines,
        "past_words": telling.past_words,
        "ally_notes": telling.ally_notes,
        "assumption": telling.assumption_words,
        "figure": telling.figure_words,
        "span": telling.span_words,
        "value": telling.value_words,
        "bare": lambda value: wording.money(value, "").strip(),
        "signed": lambda value: f"{'+' if value > 0 else ''}{wording.money(value, '').strip()}" if value else "–",
        "number": wording.number,
        "kind_name": wording.measure_name,
    }
    return made
