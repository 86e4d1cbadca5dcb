"""Scenario files as people meet them: the shipped ones, what one asks, and every fault of a file."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

from rich.console import Group, RenderableType
from rich.text import Text

from burdenshare.errors import BurdenshareError, UnknownNameError
from burdenshare.record import Record
from burdenshare.report import wording
from burdenshare.report.article import held_record
from burdenshare.report.clock.scenarios import checked_clock, fine_clock
from burdenshare.report.hanging import Hanging
from burdenshare.report.road.door import named
from burdenshare.report.road.telling import HELD, asked_words
from burdenshare.road.clock.scenario import SHIPPED as OF_THE_CLOCK
from burdenshare.road.clock.scenario import load_clock, shipped_text
from burdenshare.road.model import Scenario
from burdenshare.road.road import road as computed
from burdenshare.road.scenario import SHIPPED, load_scenario

NEXT = (
    ("burdenshare road core-by-2035", "its price for every ally, with the newest figures"),
    ("burdenshare road core-by-2035 --ally Germany --as-of 2025-09-01", "for one ally, with what that day knew"),
    ("burdenshare road --target 3 --by 2030", "a target of your own"),
    ("burdenshare scenario show hague-by-2035 > mine.toml", "a file to start from"),
)


def rendered_list() -> RenderableType:
    """The shipped scenarios, each with what it asks, and what to do next."""
    width = max(map(len, SHIPPED)) + 2
    rows: list[RenderableType] = [Text("Shipped scenarios", style="bold")]
    rows += [Hanging(f"  {name:<{width}}", Text(load_scenario(name).title)) for name in SHIPPED]
    rows += [Text(""), Text("Of the clock (burdenshare clock --scenario NAME)", style="bold")]
    rows += [Hanging(f"  {name:<{width}}", Text(load_clock(name).title)) for name in OF_THE_CLOCK]
    rows += [Text(""), Text("Try this", style="bold")]
    for command, told in NEXT:
        rows += [Text(f"  {command}", style="bold"), Text(f"      {told}")]
    return Group(*rows)


def text_of(name: str) -> str:
    """The file of a shipped scenario, to start from. Raises UnknownNameError."""
    if name in OF_THE_CLOCK:
        return shipped_text(name)
    if name not in SHIPPED:
        raise UnknownNameError("scenario", name, (*SHIPPED, *OF_THE_CLOCK))
    return files("burdenshare.road").joinpath("scenarios", f"{name}.toml").read_text(encoding="utf-8")


def checked(file: str) -> tuple[list[str], str]:
    """Every fault of a scenario file as one line each; or, where it has none, what it asks in one line."""
    record = held_record(None)
    if file in OF_THE_CLOCK:
        return [], f"fine: {fine_clock(load_clock(file))}"
    try:
        scenario = load_scenario(file)
        found = [_located(file, one) for one in _unasked(record, scenario)]
    except BurdenshareError as fault:
        found, scenario = [_located(file, one) for one in fault.each], None
    faults, told = checked_clock(file, record)
    found += [line for line in (_located(file, one) for one in faults) if line not in found]
    if found or scenario is None:
        return found, ""
    return [], f"fine: {_fine(record, scenario)}{f'; {told}' if told else ''}"


def _unasked(record: Record, scenario: Scenario) -> list[BurdenshareError]:
    """What cannot be asked by the record's own edition: names, years and levels of each entry, then all together."""
    found: list[BurdenshareError] = []
    alone = [replace(scenario, targets=(one,), backfills=()) for one in scenario.targets]
    alone += [replace(scenario, targets=(), backfills=(one,)) for one in scenario.backfills]
    for one in [*alone, scenario]:
        if one is scenario and found:
            break
        try:
            computed(record, named(record, one), record.edition)
        except BurdenshareError as fault:
            found += fault.each
    return found


def _located(file: str, fault: BurdenshareError) -> str:
    """The fault with the file's name in front, where it does not name it itself."""
    return fault.line() if file in fault.line() else f"{file}: {fault.line()}"


def _fine(record: Record, scenario: Scenario) -> str:
    asked = "; ".join(asked_words(record, named(record, scenario)))
    own = len(scenario.assumptions)
    assumed = f"; {own} assumption{'s' if own > 1 else ''} of its own" if own else ""
    return wording.clean(f"{scenario.title}: {asked}; without it {HELD[scenario.baseline]}{assumed}")
