"""Scenarios of the clock: the `[clock]` section of a scenario file, refusing every key and value that is not known."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from burdenshare.errors import BurdenshareError, InputError, UnknownNameError
from burdenshare.record.days import days_meant
from burdenshare.road import fields
from burdenshare.road.clock import weights
from burdenshare.road.clock.model import Ceasefire, ClockScenario, OpenEnd, StatedHorizon, Weights
from burdenshare.road.clock.own import statement_faults, statement_of
from burdenshare.road.clock.table import rows
from burdenshare.road.faults import refuse
from burdenshare.road.scenario import TOP
from burdenshare.road.toml_files import table_of, text_of

T = TypeVar("T", bound=StrEnum)

SHIPPED = ("stated", "cease-fire-2026", "latest-year", "services")
"""The shipped scenarios of the clock, in the order a reader wants them."""
READ_BY_THE_CHAIN = ("horizons",)
"""Tables under `[tables]` that tell dated statements."""
USUAL = "stated"
SECTION = "clock"
CLOCK = ("ceasefire", "until", "open_end", "weights", "statement")
EARLIEST, LATEST = date(2022, 2, 24), date(2060, 12, 31)
"""Between these days a cease-fire may be supposed: since the invasion, and within what any horizon reaches."""
FIRST_YEAR, LAST_YEAR = 2023, 2080


def load_clock(name: str) -> ClockScenario:
    """A shipped scenario by its name, or a file by its path. Raises InputError and UnknownNameError with the place."""
    if name in SHIPPED:
        return read_clock(shipped_text(name), name)
    path = Path(name)
    if not path.suffix and not path.exists():
        raise UnknownNameError("scenario of the clock", name, SHIPPED)
    return read_clock(text_of(path, name), name)


def shipped_text(name: str) -> str:
    """The file of a shipped scenario."""
    return files("burdenshare.road.clock").joinpath("scenarios", f"{name}.toml").read_text(encoding="utf-8")


def read_clock(text: str, name: str) -> ClockScenario:
    """A scenario from the text of a file; `name` is what messages call it. Raises every fault of it; that
    it names a table of horizons, which only the chain reads, is one."""
    table = table_of(text, name)
    refuse([*faults_in(table, name), *fields.beside(table, name, READ_BY_THE_CHAIN)])
    return clock_of(table, name)


def clock_of(table: Mapping[str, Any], name: str) -> ClockScenario:
    """The clock of a whole scenario file's table. Raises every fault of it."""
    refuse(faults_in(table, name))
    section = table.get(SECTION, {})
    own = tuple(statement_of(row) for row in section.get("statement", []))
    known = known_keys(own)
    given = section.get("weights")
    return ClockScenario(
        name=Path(name).stem,
        title=table["title"],
        reference=table.get("reference", ""),
        ceasefire=ceasefire_of(section["ceasefire"], name) if "ceasefire" in section else None,
        until=section.get("until"),
        open_end=OpenEnd(section.get("open_end", OpenEnd.EVEN.value)),
        weights=None if given is None else weights.laid_over(weights.shipped(), given, f"{name}, weights", known),
        statements=own,
        source=name,
    )


def faults_of(text: str, name: str) -> list[BurdenshareError]:
    """Every fault of the clock in a file's text."""
    try:
        return list(faults_in(table_of(text, name), name))
    except InputError as fault:
        return [fault]


def faults_in(table: Mapping[str, Any], name: str) -> Iterator[BurdenshareError]:
    """Every fault of the clock in a scenario file's table."""
    title, section = table.get("title"), table.get(SECTION, {})
    if "title" in table and not isinstance(title, str):
        yield InputError(f"title is no text: {fields.shown(title)}", where=name, remedy='write title = "..."')
    elif not title or not title.strip():
        yield InputError("it has no title", where=name, remedy='begin with title = "..."')
    if not isinstance(table.get("reference", ""), str):
        yield InputError("the reference is no text", where=name, remedy='write reference = "..."')
    for key in table:
        if key in CLOCK:
            yield InputError(f"{key} stands outside of the clock", where=name, remedy=f"write [clock] above {key}")
        elif key not in TOP:
            yield UnknownNameError(f"key ({name})", key, TOP)
    if not isinstance(section, dict):
        yield InputError("'clock' is no table", where=name, remedy="write [clock] and its keys below it")
        return
    for key in section:
        if key not in CLOCK:
            yield UnknownNameError(f"key ({name}, clock)", key, CLOCK)
    yield from _value_faults(section, name)
    own: list[StatedHorizon] = []
    statements = section.get("statement", [])
    if not isinstance(statements, list) or not all(isinstance(row, dict) for row in statements):
        yield InputError("'statement' is not a list of tables", where=name, remedy="write each as [[clock.statement]]")
        statements = []
    for at, row in enumerate(statements, 1):
        found = list(statement_faults(row, f"{name}, statement {at}", [*row_keys(), *(one.key for one in own)]))
        yield from found
        if not found:
            own.append(statement_of(row))
    given = section.get("weights", {})
    if not isinstance(given, dict):
        yield InputError("'weights' is no table", where=name, remedy="write [clock.weights.statement], and so on")
    else:
        yield from weights.faults_of(given, f"{name}, weights", known_keys(own))


def _value_faults(section: Mapping[str, Any], name: str) -> Iterator[BurdenshareError]:
    if "ceasefire" in section:
        try:
            ceasefire_of(section["ceasefire"], name)
        except InputError as fault:
            yield fault
    until = section.get("until", LAST_YEAR)
    if isinstance(until, bool) or not isinstance(until, int) or not FIRST_YEAR <= until <= LAST_YEAR:
        remedy = f"write until = 2035, from {FIRST_YEAR} to {LAST_YEAR}"
        yield InputError(f"until is no such year: {until!r}", where=f"{name}, clock", remedy=remedy)
    ends = [one.value for one in OpenEnd]
    if section.get("open_end", "even") not in ends:
        yield UnknownNameError(f"open_end ({name}, clock)", str(section["open_end"]), ends)


def ceasefire_of(told: object, where: str) -> Ceasefire:
    """The cease-fire that is supposed: a day, a month, a year, or two of them with a slash. Raises InputError."""
    text = told.isoformat() if isinstance(told, date) else told
    whole = isinstance(text, str) and text.isascii() and text.strip()[-1:] != "/"
    meant = days_meant(text) if whole and isinstance(text, str) else None
    if meant is None or not isinstance(text, str):
        raise InputError(
            f"the cease-fire is no day: {told!r}"[:120],
            where=where,
            remedy="write 2026-12-31, 2026-12, 2027, or 2026-12/2027-06 for some day between",
        )
    if meant[1] < meant[0]:
        raise InputError(
            f"a cease-fire that ends before it begins ({text}): a distribution without mass",
            where=where,
            remedy="give the earlier day first",
        )
    if not meant[0] >= EARLIEST or not meant[1] <= LATEST:
        raise InputError(f"a cease-fire on {text}", where=where, remedy=f"suppose a day from {EARLIEST} to {LATEST}")
    return Ceasefire(*meant)


def row_keys() -> tuple[str, ...]:
    """The keys of the record's statements."""
    return tuple(key for key, _ in rows().values())


def known_keys(own: Collection[StatedHorizon]) -> tuple[str, ...]:
    """The keys of the record's statements and of the user's own."""
    return (*row_keys(), *(one.key for one in own))


ALIKE = ", every statement alike"
"""Ends the title of the shipped scenario, and is true of it as shipped alone."""


def weighed(scenario: ClockScenario, held: Weights) -> ClockScenario:
    """A scenario with other weights; its title must not say then that all count alike."""
    title = scenario.title
    if title.endswith(ALIKE) and held != (scenario.weights or weights.shipped()):
        title = f"{title.removesuffix(ALIKE)}, with weights of one's own"
    return replace(scenario, weights=held, title=title)


def asked(
    scenario: ClockScenario,
    *,
    weights_file: str | None = None,
    without: Collection[str] = (),
    ceasefire: str | None = None,
    until: int | None = None,
) -> ClockScenario:
    """A scenario with what a command line sets instead. Raises InputError and UnknownNameError."""
    known = known_keys(scenario.statements)
    held = scenario.weights or weights.shipped()
    if weights_file is not None:
        held = weights.weights_file(weights_file, held, known)
    if without:
        held = weights.without(held, without, known)
    made = weighed(scenario, held)
    if ceasefire is not None:
        made = replace(made, ceasefire=ceasefire_of(ceasefire, "ceasefire"))
    return made if until is None else replace(made, until=until)
