"""What workers do for the industry: reckon it, lay it out, write it down. Between the steps it travels packed, without
the draws themselves: what is told of them is told already."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from burdenshare.errors import DateError, InputError, UnknownNameError
from burdenshare.web.values import File, Packed
from burdenshare.web.views.industry_asked import BACKTEST, ITEMS, ORDER, PASTED, REQUIREMENTS, USUAL, IndustryAsked
from burdenshare.web.views.road_toml import unpacked_toml
from burdenshare.web.work.encoding import encoded
from burdenshare.web.work.road import MOST_ENTRIES, few, telling
from burdenshare.web.work.stories import packed, unpacked

if TYPE_CHECKING:
    from burdenshare.record import Record
    from burdenshare.report.industry.door import IndustryBacktest, IndustryReport, RequirementsReport
    from burdenshare.road.industry.model import Plant
    from burdenshare.road.industry.result import Industry

    Told: TypeAlias = IndustryReport | RequirementsReport | IndustryBacktest

PASTED_NAME = "the scenario"
MOST_CELLS = 4_000_000
"""Draws times months of one run: with more of them a worker would need more memory than it is allowed."""

FORMS = {
    "json": ("application/json", ".json"),
    "csv": ("text/csv; charset=utf-8", ".csv"),
    "svg": ("image/svg+xml", ".svg"),
    "html": ("text/html; charset=utf-8", ".html"),
}
"""Forms by name: media type and suffix."""
OF_VIEW = {ITEMS: tuple(FORMS), REQUIREMENTS: tuple(FORMS), BACKTEST: ("json", "html")}
"""The forms of each view."""


def reckoned(asked: IndustryAsked, told: str = "") -> Packed:
    """The answer to `asked`. `told` is a file in which is written how many items are done, for who waits.

    Raises InputError and its kin, each naming the field concerned where it is one.
    """
    from burdenshare.report.industry.door import industry, industry_backtest, requirements

    if asked.view == BACKTEST:
        return packed(industry_backtest().found)
    with _named(asked):
        plant = scenario_of(asked)
        _bounded(asked, plant)
        if asked.view == REQUIREMENTS:
            one = requirements(scenario=plant, on=asked.on, until=asked.until, draws=asked.draws, seed=asked.seed)
            return packed((one.plant, one.on, one.gaps, one.met, one.draws, one.seed))
        made = industry(
            asked.items,
            scenario=plant,
            **(_order(asked) if plant is None else {}),
            reach=asked.reach,
            on=asked.on,
            until=asked.until,
            draws=asked.draws,
            seed=asked.seed,
            step=telling(told, 0, 1),
        )
        return packed(_lightened(made.industry))


def refused(asked: IndustryAsked) -> None:
    """Raises what the run would, before many draws are begun: the central run meets all that can be wrong but time."""
    with _named(asked):
        _bounded(asked, scenario_of(asked))
    reckoned(replace(asked, draws=0))


def checked_scenario(text: str) -> None:
    """Raises InputError with the place of what is wrong in a scenario's text."""
    read(text)


def read(text: str) -> Plant:
    """A scenario from a stranger's text, its allies and groups as the record calls them."""
    from burdenshare.report.industry.door import with_names
    from burdenshare.road.industry.scenario import read_pasted

    found = read_pasted(text, PASTED_NAME)
    if found.source is not None:
        few(found.source.road)
        if len(found.source.allies) > MOST_ENTRIES:
            what = f"{len(found.source.allies):,} allies"
            raise InputError(what, where=PASTED_NAME, remedy=f"give {MOST_ENTRIES} at the most")
    return with_names(_record(), found)


def scenario_of(asked: IndustryAsked) -> Plant | None:
    """The scenario that is asked for; None for an order of one's own, or the makers as they stand. Raises InputError
    where both are asked for."""
    from burdenshare.road.industry.scenario import load_plant

    if asked.scenario and (lost := next((name for name in ORDER if getattr(asked, name)), None)):
        raise InputError("a scenario and an order are asked for", where=lost, remedy="give one of the two")
    if asked.scenario and (asked.first is not None or asked.last is not None):
        where = "from" if asked.first is not None else "to"
        raise InputError("it speaks of an order, and a scenario is asked for", where=where, remedy="leave it out")
    if asked.scenario == PASTED:
        return read(unpacked_toml(asked.toml))
    return load_plant(asked.scenario) if asked.scenario else None


def report_of(given: Packed) -> Told:
    """What was reckoned, with the record behind it."""
    from burdenshare.report.industry.door import IndustryBacktest, IndustryReport, RequirementsReport
    from burdenshare.road.industry.backtest import Backtest
    from burdenshare.road.industry.result import Industry

    held = unpacked(given)
    if isinstance(held, Industry):
        return IndustryReport(held, _record())
    if isinstance(held, Backtest):
        return IndustryBacktest(held, _record())
    plant, on, gaps, met, draws, seed = held
    return RequirementsReport(plant, on, gaps, met, draws, seed, _record())


def laid_out(given: Packed) -> bytes:
    """The result as HTML, every word escaped, to be set into a page."""
    from burdenshare.web.views.industry import industry_html

    return industry_html(report_of(given)).encode()


def shaped(given: Packed) -> bytes:
    """The documented shape as JSON text."""
    return encoded(report_of(given).to_dict())


def file_of(given: Packed, asked: IndustryAsked, form: str) -> File:
    """The view in a form that can be kept. Raises UnknownNameError."""
    known = OF_VIEW[asked.view]
    if form not in known:
        raise UnknownNameError("form", form[:20], known, where="form")
    report: Any = report_of(given)
    media, suffix = FORMS[form]
    made = {name: getattr(report, f"to_{name}") for name in known}[form]()
    on = (asked.on or _record().edition).isoformat()
    name = "industry" if asked.view == ITEMS else f"industry-{asked.view}"
    return File(made.encode("utf-8", "replace"), media, f"burdenshare-{name}-{on}{suffix}")


def offered() -> bytes:
    """The items that the form offers, each with its title and why the record cannot feed it (or nothing), as JSON."""
    from burdenshare.report.industry.listing import known

    return encoded([[one.item.id, one.item.title, one.lacks()] for one in known(record=_record())])


def listed(on: date | None) -> bytes:
    """The items as a day knew them, as JSON text. Raises DateError."""
    from burdenshare.report.days import past
    from burdenshare.report.industry.listing import list_shape

    return encoded(list_shape(None if on is None else past(on, "on", "give a day that has been"), _record()))


def tested(draws: int, seed: int) -> bytes:
    """The back-test as JSON text."""
    from burdenshare.report.industry.door import industry_backtest

    return encoded(industry_backtest(draws=draws, seed=seed).to_dict())


def shipped() -> list[dict[str, Any]]:
    """Every shipped scenario of the industry: what it buys, and its file."""
    from burdenshare.report.industry.shape import plant_shape
    from burdenshare.road.industry.scenario import SHIPPED, load_plant, text_of

    return [{"scenario": plant_shape(load_plant(one)), "toml": text_of(one)} for one in SHIPPED]


def _order(asked: IndustryAsked) -> dict[str, Any]:
    """The order of the form. Raises InputError for one of several items."""
    if (asked.units or asked.money) and len(asked.items) != 1:
        what = f"an order is of one item, and {len(asked.items)} are chosen"
        raise InputError(what, where="item", remedy="choose one, or write a scenario")
    told = {name: getattr(asked, name) or None for name in ORDER}
    return {**told, "first": asked.first, "last": asked.last}


def _lightened(made: Industry) -> Industry:
    """The same without the draws of what is held, which only requirements take."""
    import numpy as np

    nothing = np.empty((0, 0), np.float32)
    return replace(made, items={item: replace(one, stock=nothing) for item, one in made.items.items()})


def _bounded(asked: IndustryAsked, plant: Plant | None) -> None:
    from burdenshare.report.days import past
    from burdenshare.road.industry.industry import months_of
    from burdenshare.road.industry.scenario import load_plant

    on = _record().edition if asked.on is None else past(asked.on, "on", "give a day that has been")
    count = months_of(plant or load_plant(USUAL[asked.view]), on, asked.until).count
    if asked.draws * count > MOST_CELLS:
        most = MOST_CELLS // count // 1000 * 1000
        raise InputError(f"{asked.draws:,} draws of {count} months", where="draws", remedy=f"give at most {most:,}")


def _record() -> Record:
    from burdenshare.report.article import packaged_record

    return packaged_record()


OWN_FIELDS = ("on", "item", "until", "draws", "seed", "reach", "from", "to", *ORDER)
"""Fields of the form that the room knows by the same name."""


FIELDS = {"years of the order": "from"}
"""Fields of the form by what the room calls them."""


@contextmanager
def _named(asked: IndustryAsked) -> Iterator[None]:
    """Tell the field of a fault that the run finds: what a pasted scenario holds is wrong there."""
    from burdenshare.road.industry.items import items

    try:
        yield
    except InputError as fault:
        fault.where = "on" if isinstance(fault, DateError) else FIELDS.get(fault.where, fault.where)
        if asked.scenario == PASTED and fault.where not in OWN_FIELDS and not fault.where.startswith("toml"):
            fault.where = f"toml {fault.where}".strip()
        elif fault.where in items():
            fault.where = "price"  # a sum is spent on an item of which no price is known
        raise
