"""A road as its page tells it: the headline, every price with its interval, the burden, what is not known, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment

from burdenshare.record import Record
from burdenshare.report import wording
from burdenshare.report.charts.road_model import RoadPlot
from burdenshare.report.charts.road_plots import TITLES, fan_of, levers_of, parts_of
from burdenshare.report.charts.road_telling import alt
from burdenshare.report.road.comparing import Pair, compared
from burdenshare.report.road.names import name_of
from burdenshare.report.road.prices import CENT, LIKELY, Figure, Price, figure_of, price_of, prices
from burdenshare.report.road.telling import (
    HELD,
    NOTHING,
    ally_notes,
    asked_words,
    ground_lines,
    headed,
    met_lines,
    missing,
    past_words,
)
from burdenshare.report.templating import environment
from burdenshare.road.result import Road
from burdenshare.road.sensitivity import Lever
from burdenshare.web.views.choices import Choice
from burdenshare.web.views.road_asked import RoadAsked
from burdenshare.web.views.rows import Link, links_of

NO_INTEREST = (
    "the record holds no interest bill: debt is told as the deviation from the Outlook's own path, which already "
    "contains plans that governments have announced"
)
NO_DRAWS = "no draws were asked for: there are no intervals, and the central run is one path among many"


@dataclass(frozen=True, slots=True)
class Told:
    """A figure in words: the central run's, and the interval of 80 % of the draws (empty without draws)."""

    central: str
    interval: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the price table."""

    entity: str
    name: str
    group: bool
    start: str
    start_year: int
    stale: bool
    links: tuple[Link, ...]
    asked: str
    reached: str
    extra: Told
    extra_usd: Told
    extra_ncu: Told | None
    total: Told
    per_head: str
    debt: Told | None
    pooled: str
    chance: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the alliance: what it carries in the first year and in the last."""

    name: str
    first: str
    last: Told


@dataclass(frozen=True, slots=True)
class Side:
    """An ally or group under both scenarios: extra spending in the last year and over all years, and the difference."""

    name: str
    group: bool
    one: Told
    other: Told
    one_total: Told
    other_total: Told
    apart: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart of the page: its name in the address, what more its query says, and what is read aloud for it."""

    kind: str
    query: str
    alt: str


@dataclass(frozen=True, slots=True)
class RoadView:
    """The whole. `show` is the ally or group of the fans, `choices` what else could be shown."""

    title: str
    asks: tuple[str, ...]
    own: tuple[str, ...]
    head: Row
    year: int
    years: tuple[int, ...]
    base: int
    held_against: str
    draws: int
    rows: tuple[Row, ...]
    show: Choice
    choices: tuple[Choice, ...]
    fans: tuple[Picture, ...]
    parts: tuple[Part, ...]
    burden: Picture | None
    levers: tuple[Picture, ...]
    met: tuple[str, ...]
    against: str
    against_in: int
    sides: tuple[Side, ...]
    ground: tuple[str, ...]
    unknown: tuple[str, ...]
    remarks: tuple[str, ...]
    sources: tuple[Link, ...]
    release: str
    definition: str
    on: str


def road_html(
    record: Record, road: Road, against: Road | None, levers: Sequence[Lever], asked: RoadAsked, show: str
) -> str:
    """The result of a road as HTML, every word escaped."""
    view = road_view(record, road, against, levers, asked, show)
    return _words().get_template("road_told.html").render(view=view, asked=asked)


def road_view(
    record: Record, road: Road, against: Road | None, levers: Sequence[Lever], asked: RoadAsked, show: str
) -> RoadView:
    """The view. Raises UnknownNameError where `show` is not in the road."""
    rows = tuple(_row(record, road, one) for one in prices(road))
    beside = None if against is None else compared(road, against)
    fans = tuple(_fans(record, road, against, asked, show))
    return RoadView(
        title=road.scenario.title,
        asks=tuple(asked_words(record, road.scenario)),
        own=tuple(_own(asked)),
        head=next(one for one in rows if one.entity == headed(road)),
        year=price_of(road, rows[0].entity).year,
        years=road.years,
        base=road.base,
        held_against=HELD[road.scenario.baseline],
        draws=road.draws,
        rows=rows,
        show=Choice(show, name_of(record, show)),
        choices=tuple(Choice(one.entity, one.name) for one in rows),
        fans=fans,
        parts=tuple(
            Part(name_of(record, part), wording.amount(fan.central[0], "%"), _told(figure_of(fan, -1)))
            for part, fan in road.burden.items()
        ),
        burden=_picture("burden", asked.query(), parts_of(record, road)) if road.burden else None,
        levers=tuple(_levers(record, road, levers, asked)),
        met=tuple(line for one in road.met for line in met_lines(record, one)),
        against="" if against is None else against.scenario.title,
        against_in=road.years[-1] if beside is None else beside.year,
        sides=() if beside is None else tuple(_side(record, one) for one in (*beside.groups, *beside.allies)),
        ground=tuple(ground_lines(road)),
        unknown=(*missing(record, road), *_of_chance(road), NO_INTEREST),
        remarks=tuple(ally_notes(record, road)),
        sources=_sources(road),
        release=road.starts.release,
        definition=road.starts.definition,
        on=road.on.isoformat(),
    )


def _row(record: Record, road: Road, price: Price) -> Row:
    ally = road.allies.get(price.entity)
    group = price.entity in road.groups
    return Row(
        entity=price.entity,
        name=name_of(record, price.entity),
        group=group,
        start=wording.amount(price.start, "%"),
        start_year=price.start_year,
        stale=price.start_year != road.base,
        links=()
        if group or ally is None
        else links_of(one.source for one in ally.course.start.finding.observations)[:1],
        asked="" if price.asked is None else wording.amount(price.asked, "%"),
        reached="" if price.reached is None else str(price.reached),
        extra=_told(price.extra),
        extra_usd=_told(price.extra_usd),
        extra_ncu=None if price.extra_ncu is None or price.extra_ncu.unit == "USD" else _told(price.extra_ncu),
        total=_told(price.total),
        per_head="" if price.per_head is None else _amount(price.per_head, "USD"),
        debt=None if price.debt_added is None else _told(price.debt_added),
        pooled="" if price.pooled is None else _amount(price.pooled, "USD"),
        chance=_chance(road, price.entity),
    )


def _chance(road: Road, ally: str) -> str:
    """How likely the ally meets the last share that is asked of it; a chance of 10,000 futures is never certain."""
    held = [one for one in road.met if ally in one.chance]
    if not held:
        return ""
    part = round(100 * held[-1].chance[ally])
    return "under 1 %" if part < 1 else "over 99 %" if part > 99 else f"{part} %"


def _own(asked: RoadAsked) -> Iterator[str]:
    """What differs from the usual and is not seen elsewhere: on paper the form is left out."""
    for key, spread in asked.spreads:
        yield f"{key.replace('_', ' ')} {spread.central:g} ({spread.low:g} to {spread.high:g})"
    if asked.draws and asked.without_shock:
        yield "without the errors about 2020 and 2021"
    if asked.draws and not asked.centred:
        yield "draws around where past errors lead"


def _told(figure: Figure) -> Told:
    central = _amount(figure.central, figure.unit)
    if figure.low is None or figure.high is None or figure.low == figure.high:
        return Told(central)
    return Told(central, _between(figure.low, figure.high, figure.unit))


def _between(low: float, high: float, unit: str) -> str:
    """`443.4 to 526.9 bn`: what both ends share, and the figure above them tells, stands once or not at all."""
    ends = [_amount(low, unit).split(" "), _amount(high, unit).split(" ")]
    if ends[0][-1] == ends[1][-1] and len(ends[0]) > 1:
        ends[0] = ends[0][:-1]
    if not unit.startswith("%"):
        ends = [one[1:] if len(one) > 1 else one for one in ends]
    return " to ".join(" ".join(one) for one in ends)


def _amount(value: float, unit: str) -> str:
    """`USD 48.7 bn` of any year's dollars; points of GDP as per cent; a sum of nothing in a word."""
    if unit.startswith("%"):
        return wording.amount(value, "%")
    return wording.money(value, unit.split(" ")[0]) if value else NOTHING


def _fans(record: Record, road: Road, against: Road | None, asked: RoadAsked, show: str) -> Iterator[Picture]:
    held = (road.groups[show] if show in road.groups else road.allies.get(show)) if show else None
    known = TITLES if held is None else [one for one in TITLES if one in held.fans]
    for quantity in known:
        plot = fan_of(record, road, show, quantity, against)
        yield _picture("fan", asked.query(show=show, quantity=quantity), plot)


def _levers(record: Record, road: Road, levers: Sequence[Lever], asked: RoadAsked) -> Iterator[Picture]:
    if not levers:
        return
    for answer in ("extra", "debt"):
        if answer == "debt" and levers[0].central.debt is None:
            continue
        plot = levers_of(record, road, levers, answer)
        if plot.bars:
            yield _picture("levers", asked.query(quantity=answer), plot)


def _picture(kind: str, query: str, plot: RoadPlot) -> Picture:
    return Picture(kind, query, alt(plot).replace("\N{NO-BREAK SPACE}", " "))


def _side(record: Record, one: Pair) -> Side:
    first, second = one.first, one.second
    return Side(
        name=name_of(record, one.entity),
        group=one.entity not in {each.ally for each in record.allies()},
        one=_told(first.extra),
        other=_told(second.extra),
        one_total=_told(first.total),
        other_total=_told(second.total),
        apart=_difference(one.total, first.total.unit),
    )


def _difference(value: float, unit: str) -> str:
    told = _amount(abs(value), unit) if abs(value) >= CENT else NOTHING
    return told if told == NOTHING else f"{told} {'more' if value > 0 else 'less'}"


def _of_chance(road: Road) -> list[str]:
    return [NO_DRAWS] if road.past is None else past_words(road.past)


def _sources(road: Road) -> tuple[Link, ...]:
    """Every source once: the releases the shares come from, the Outlooks, what the scenario itself cites."""
    keys = [one.source for ally in road.allies.values() for one in ally.course.start.finding.observations]
    keys += [ally.economy.source for ally in road.allies.values()]
    return links_of(dict.fromkeys(filter(None, keys)))


@cache
def _words() -> Environment:
    made = environment("burdenshare.web")
    made.globals |= {"number": wording.number, "likely": LIKELY}
    return made
