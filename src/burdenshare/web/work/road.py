"""What workers do for a road: reckon it, lay it out, draw it, write it down. Between the steps it travels packed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from burdenshare.errors import DateError, InputError, NotHeldError, UnknownNameError
from burdenshare.web.values import File, Packed
from burdenshare.web.views.road_asked import OWN, PASTED, RoadAsked
from burdenshare.web.views.road_toml import unpacked_toml
from burdenshare.web.work.stories import packed, unpacked

if TYPE_CHECKING:
    from burdenshare.record import Record
    from burdenshare.road.model import Scenario
    from burdenshare.road.result import Road
    from burdenshare.road.sensitivity import Lever

PASTED_NAME = "the scenario"
SET = "set in the form"
"""The reference of what a visitor typed."""

MOST_CELLS = 1_300_000
"""Draws times years of one run: with more of them a worker would need more memory than it is allowed."""

MEDIA = {
    "json": ("application/json", ".json"),
    "csv": ("text/csv; charset=utf-8", ".csv"),
    "html": ("text/html; charset=utf-8", ".html"),
}
"""Forms by name: media type and suffix."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A road, the one it is held against (or none), and which assumption moves it most."""

    road: Road
    against: Road | None
    levers: tuple[Lever, ...]


def reckoned(asked: RoadAsked, told: str = "") -> Packed:
    """The road of `asked`. `told` is a file in which is written how many allies are done, for who waits.

    Raises InputError and its kin, each naming the field concerned where it is one.
    """
    from burdenshare.road.road import road
    from burdenshare.road.sensitivity import tornado

    record, on = _record(), _day(asked.on)
    with _named(asked):
        one = scenario_of(asked)
        other = _with(_shipped(asked.against), asked) if asked.against else None
        allies = _allies(record, asked.allies)
        last = max(one.last_year(), 0 if other is None else other.last_year()) or None
        _bounded(asked.draws, on, last)

        def run(scenario: Scenario, step: Callable[[int, int], None] | None) -> Road:
            return road(
                record,
                scenario,
                on,
                allies=allies,
                until=last,
                draws=asked.draws,
                seed=asked.seed,
                without_shock=asked.without_shock,
                centred=asked.centred,
                step=step,
            )

        rounds = 2 if other else 1
        found = run(one, telling(told, 0, rounds))
        against = None if other is None else run(other, telling(told, 1, rounds))
        levers = tornado(record, one, on, allies=allies, until=last) if _asks(one) else ()
    return packed(Reckoned(found, against, levers))


def refused(asked: RoadAsked) -> None:
    """Raises what the road would, before many draws are begun: the central run meets all that can be wrong but time."""
    with _named(asked):
        _bounded(asked.draws, _day(asked.on), scenario_of(asked).last_year() or None)
    reckoned(replace(asked, draws=0, against=""))


def checked_scenario(text: str) -> None:
    """Raises InputError with the place of what is wrong in a scenario's text."""
    read(text)


def read(text: str) -> Scenario:
    """A scenario from a stranger's text, its allies and groups as the record calls them."""
    from burdenshare.report.road.door import named
    from burdenshare.road.scenario import read_scenario

    found = read_scenario(text, PASTED_NAME)
    few(found)
    return named(_record(), found)


MOST_ENTRIES = 200
"""Targets of a stranger's scenario, and allies of one of them: a target a year and ally would be a plan of its own."""


def few(found: Scenario) -> None:
    """Refuse what is no scenario but work for its own sake: a file packs thousands of entries into a short link."""
    counts = [len(found.targets), len(found.backfills)]
    counts += [max(len(one.allies), len(one.points)) for one in found.targets]
    most = max(counts + [len(one.allies) for one in found.backfills])
    if most > MOST_ENTRIES:
        remedy = f"give {MOST_ENTRIES} at the most"
        raise InputError(f"{most:,} entries of one kind", where=PASTED_NAME, remedy=remedy)


def laid_out(given: Packed, asked: RoadAsked, show: str) -> bytes:
    """The result as HTML, every word escaped, to be set into a page; `show` is the ally or group whose charts it has.

    Raises UnknownNameError for one that is not in the road.
    """
    from burdenshare.web.views.road import road_html

    held: Reckoned = unpacked(given)
    return road_html(_record(), held.road, held.against, held.levers, asked, _shown(held.road, show)).encode()


def drawn(given: Packed, kind: str, show: str, quantity: str, form: str, theme: str, frame: str) -> bytes:
    """A chart as `svg`, `png` or `json` (its specification). Raises UnknownNameError, NotHeldError."""
    from burdenshare.report.charts import drawing
    from burdenshare.report.charts.road_plots import fan_of, levers_of, parts_of
    from burdenshare.report.charts.road_specs import road_spec_of

    held: Reckoned = unpacked(given)
    record, road = _record(), held.road
    if kind == "burden":
        plot: Any = parts_of(record, road)
    elif kind == "levers":
        plot = levers_of(record, road, held.levers, quantity)
    else:
        plot = fan_of(record, road, _shown(road, show), quantity, held.against)
    spec = road_spec_of(plot, theme=theme, frame=frame)
    if form == "json":
        return (json.dumps(spec, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()
    return drawing.svg(spec).encode() if form == "svg" else drawing.png(spec)


def shaped(given: Packed) -> bytes:
    """The documented shape as JSON text."""
    from burdenshare.web.work.encoding import encoded

    return encoded(shape_of(unpacked(given)))


def shape_of(held: Reckoned) -> dict[str, Any]:
    """The documented shape: of a road, or of two side by side."""
    from burdenshare.report.road.comparing import compared, comparison_shape
    from burdenshare.report.road.shape import shape

    if held.against is not None:
        return comparison_shape(compared(held.road, held.against))
    return shape(held.road, held.levers)


def file_of(given: Packed, form: str) -> File:
    """The road in a form that can be kept. Raises UnknownNameError."""
    if form not in MEDIA:
        raise UnknownNameError("form", form[:20], MEDIA, where="form")
    held: Reckoned = unpacked(given)
    media, suffix = MEDIA[form]
    return File(_written(held, form), media, f"burdenshare-road-{held.road.on.isoformat()}{suffix}")


def offered() -> bytes:
    """The names that the form offers, groups first, as JSON text."""
    record = _record()
    names = [*(record.name(one) for one in ("NATO", "EUR_CAN", "EUR")), *sorted(one.name for one in record.allies())]
    return json.dumps(names, ensure_ascii=False).encode()


def shipped() -> list[dict[str, Any]]:
    """Every shipped scenario: its name, what it asks, and its file."""
    from burdenshare.report.road.scenarios import text_of
    from burdenshare.report.road.shape import scenario_shape
    from burdenshare.road.scenario import SHIPPED

    return [{"scenario": scenario_shape(_shipped(name)), "toml": text_of(name)} for name in SHIPPED]


def scenario_of(asked: RoadAsked) -> Scenario:
    """The scenario that is asked for, with the baseline and the assumptions of the form. Raises InputError."""
    from burdenshare.report.road.asked import scenario_of as of_target

    if asked.scenario == PASTED:
        return _with(read(unpacked_toml(asked.toml)), asked)
    if asked.scenario != OWN:
        return _with(_shipped(asked.scenario), asked)
    return _with(of_target(None, target=asked.target, by=asked.by, shape=asked.shape), asked)


def _with(scenario: Scenario, asked: RoadAsked) -> Scenario:
    from burdenshare.road.assumptions import packaged
    from burdenshare.road.model import Assumption, Baseline

    changed = tuple(
        Assumption(key, packaged()[key].unit, ((0, spread),), SET, packaged()[key].reason)
        for key, spread in asked.spreads
    )
    kept = tuple(one for one in scenario.assumptions if one.key not in dict(asked.spreads))
    baseline = Baseline(asked.baseline) if asked.baseline else scenario.baseline
    return replace(scenario, baseline=baseline, assumptions=(*kept, *changed))


def _shipped(name: str) -> Scenario:
    from burdenshare.road.scenario import load_scenario

    return load_scenario(name)


def _asks(scenario: Scenario) -> bool:
    """Whether anything is asked that could be moved."""
    return bool(scenario.targets or scenario.backfills or scenario.follow_plans)


def _shown(road: Road, show: str) -> str:
    """The ally or group that is shown; the widest group where none is named."""
    return show or next(iter(road.groups or road.allies))


def _record() -> Record:
    from burdenshare.report.article import packaged_record

    return packaged_record()


def _day(on: date | None) -> date:
    from burdenshare.report.days import past

    return _record().edition if on is None else past(on, "on", "give a day that has been")


def _allies(record: Record, names: tuple[str, ...]) -> tuple[str, ...]:
    from burdenshare.report.names import entity_of

    try:
        return tuple(entity_of(record, one) for one in names)
    except InputError as fault:
        fault.where = "ally"
        raise


_FIELDS = {"allies": "ally", "until": "by", "since": "by"}
"""Fields of the form by what the road calls them."""


@contextmanager
def _named(asked: RoadAsked) -> Iterator[None]:
    """Tell the field of a fault that the road finds: what a pasted scenario holds is wrong there."""
    try:
        yield
    except NotHeldError as fault:
        fault.where = fault.where or "ally"
        raise
    except InputError as fault:
        fault.where = "on" if isinstance(fault, DateError) else _FIELDS.get(fault.where, fault.where)
        if asked.scenario == PASTED and fault.where not in ("ally", "on", "draws"):
            fault.where = f"toml {fault.where}".strip()
        raise


def _bounded(draws: int, on: date, last: int | None) -> None:
    from burdenshare.road.prepare import LAST_YEAR

    years = max(min(last or on.year + 10, LAST_YEAR) - on.year + 1, 1)
    if draws * years > MOST_CELLS:
        most = MOST_CELLS // years // 1000 * 1000
        raise InputError(f"{draws:,} draws of {years} years", where="draws", remedy=f"give at most {most:,}")


def telling(told: str, before: int, rounds: int) -> Callable[[int, int], None] | None:
    """Writes down how far it is: nothing else leads from a worker to who waits."""
    if not told:
        return None
    target = Path(told)

    def step(done: int, total: int) -> None:
        target.write_text(f"{before * total + done} {rounds * total}", encoding="ascii")

    return step


def _written(held: Reckoned, form: str) -> bytes:
    if form == "json":
        return (json.dumps(shape_of(held), ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
    if form == "csv":
        from burdenshare.report.road.csv import csv_text

        return csv_text(held.road).encode()
    from burdenshare.report.road.comparing import compared
    from burdenshare.report.road.page import comparison_page, page

    made = page(held.road, held.levers) if held.against is None else comparison_page(compared(held.road, held.against))
    return made.encode("utf-8", "replace")
