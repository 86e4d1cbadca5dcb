"""What workers do for a clock: reckon it, lay it out, write it down. It takes some hundredths of a second, so nothing
of it travels: each form is made from what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from burdenshare.errors import DateError, InputError, NotHeldError, UnknownNameError
from burdenshare.web.values import File
from burdenshare.web.views.clock_asked import PASTED, ClockAsked
from burdenshare.web.views.road_toml import unpacked_toml
from burdenshare.web.work.encoding import encoded

if TYPE_CHECKING:
    from burdenshare.report.clock.door import ClockReport
    from burdenshare.road.clock.model import ClockScenario

PASTED_NAME = "the scenario"
SET = "set in the form"
"""The reason of a weight that a visitor typed."""
MOST_STATEMENTS = 200
"""Statements of a stranger's own: the record has 30."""

MEDIA = {
    "json": ("application/json", ".json"),
    "csv": ("text/csv; charset=utf-8", ".csv"),
    "svg": ("image/svg+xml", ".svg"),
    "html": ("text/html; charset=utf-8", ".html"),
}
"""Forms by name: media type and suffix."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A statement in the form: its key, what it says in a line, and what it counts for."""

    key: str
    words: str
    weight: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A requirement in the form: its name, its title, and why the newest record cannot feed it (or nothing)."""

    name: str
    title: str
    lacks: str


def reckoned(asked: ClockAsked) -> ClockReport:
    """The clock that is asked for. Raises InputError and its kin, each naming the field concerned where it is one."""
    from burdenshare.report.article import packaged_record
    from burdenshare.report.clock.door import clock

    record = packaged_record()
    with _named(asked):
        scenario, on = scenario_of(asked), _day(asked.on, record.edition)
        return clock(
            scenario,
            on=on,
            ceasefire=asked.ceasefire or None,
            until=asked.until,
            requirements=asked.requirements,
            record=record,
        )


def laid_out(asked: ClockAsked) -> bytes:
    """The result as HTML, every word escaped, to be set into a page."""
    from burdenshare.web.views.clock import clock_html

    return clock_html(reckoned(asked), asked).encode()


def shaped(asked: ClockAsked) -> bytes:
    """The documented shape as JSON text."""
    return encoded(reckoned(asked).to_dict())


def file_of(asked: ClockAsked, form: str) -> File:
    """The clock in a form that can be kept. Raises UnknownNameError."""
    if form not in MEDIA:
        raise UnknownNameError("form", form[:20], MEDIA, where="form")
    made = reckoned(asked)
    media, suffix = MEDIA[form]
    writing = {"json": made.to_json, "csv": made.to_csv, "svg": made.to_svg, "html": made.to_html}
    return File(writing[form]().encode("utf-8", "replace"), media, f"burdenshare-clock-{made.clock.on}{suffix}")


def checked_scenario(text: str) -> None:
    """Raises InputError with the place of what is wrong in a scenario's text."""
    read(text)


def read(text: str) -> ClockScenario:
    """A scenario from a stranger's text."""
    from burdenshare.road.clock.scenario import read_clock

    found = read_clock(text, PASTED_NAME)
    if len(found.statements) > MOST_STATEMENTS:
        what = f"{len(found.statements):,} statements"
        raise InputError(what, where=PASTED_NAME, remedy=f"give {MOST_STATEMENTS} at the most")
    return found


def offered() -> list[Weighed]:
    """Every statement of the record as the form offers it, the newest first."""
    from burdenshare.report.article import packaged_record
    from burdenshare.report.clock.telling import said_words, when, who
    from burdenshare.road.clock.model import Standing
    from burdenshare.road.clock.table import classified

    held = [one for one in classified(packaged_record().horizons()) if one.standing is Standing.HORIZON]
    return [
        Weighed(one.key, f"{who(one)}, {when(one.said.stated_on)}: {said_words(one)}", "1") for one in reversed(held)
    ]


def beside() -> list[Beside]:
    """Every requirement that can stand beside the curves, as the form offers it."""
    from burdenshare.report.article import packaged_record
    from burdenshare.report.clock.requirements import KNOWN
    from burdenshare.road.requirements.gaps import gaps
    from burdenshare.road.requirements.met import lacking

    record = packaged_record()
    held = {one.required.id: one for one in gaps(record, record.edition)}
    found = []
    for name in KNOWN:
        gap = held.get(name)
        title, why = (name, "") if gap is None else (gap.required.title, lacking(record, gap, record.edition))
        found.append(Beside(name, title, why))
    return found


def scenario_of(asked: ClockAsked) -> ClockScenario:
    """The scenario that is asked for, with what the form sets. Raises InputError."""
    from burdenshare.road.clock.model import Factor, OpenEnd
    from burdenshare.road.clock.scenario import known_keys, load_clock, weighed
    from burdenshare.road.clock.weights import shipped

    found = read(unpacked_toml(asked.toml)) if asked.scenario == PASTED else load_clock(asked.scenario)
    held = found.weights or shipped()
    known = known_keys(found.statements)
    for key, _ in asked.weights:
        if key not in known:
            raise UnknownNameError("statement", key, known, where="weights")
    own = {key: Factor(value, SET) for key, value in asked.weights}
    held = replace(held, statement={**held.statement, **own})
    if asked.half_life is not None:
        held = replace(held, half_life=asked.half_life or None, half_life_reason=SET)
    open_end = OpenEnd(asked.open_end) if asked.open_end else found.open_end
    return replace(weighed(found, held), open_end=open_end)


def _day(on: date | None, edition: date) -> date:
    from burdenshare.report.days import past

    return edition if on is None else past(on, "on", "give a day that has been")


@contextmanager
def _named(asked: ClockAsked) -> Iterator[None]:
    """Tell the field of a fault that the clock finds: what a pasted scenario holds is wrong there."""
    try:
        yield
    except NotHeldError as fault:
        fault.where = fault.where if fault.where == "requirement" else "on"
        raise
    except InputError as fault:
        fault.where = "on" if isinstance(fault, DateError) else fault.where
        if asked.scenario == PASTED and fault.where not in ("on", "until", "weights", "ceasefire", "requirement"):
            fault.where = f"toml {fault.where}".strip()
        elif fault.where == asked.scenario:
            fault.where = "weights"  # nothing is left that has a weight
        raise
